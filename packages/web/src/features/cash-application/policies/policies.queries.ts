/** The policy of cash application in its versions, and what is done with them. */
import type { components, paths } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export type CashPolicyChanges = components['schemas']['CashPolicyChanges'];

const RENEWED_MS = 1_000; // a trial tells its progress about twice a second

/** Renewed while a trial runs. */
export function policiesQuery(company: string) {
  return queryOptions({
    queryKey: ['cash-policies', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/cash/policies', { params: { path: { company } }, signal })),
    refetchInterval: ({ state }) => {
      const isRunning = state.data?.versions.some(({ trial }) => trial?.state === 'running');
      return isRunning ? RENEWED_MS : false;
    },
  });
}

export type Policies = Awaited<ReturnType<NonNullable<ReturnType<typeof policiesQuery>['queryFn']>>>;
export type PolicyVersion = Policies['versions'][number];
export type PolicyTrial = NonNullable<PolicyVersion['trial']>;
export type PolicyDifference = components['schemas']['CashPolicyDifference'];

type DifferencesPath = paths['/api/v1/companies/{company}/cash/policy-trials/{id}/differences']['get'];
type DifferencePage = DifferencesPath['responses'][200]['content']['application/json'];
export type DifferenceFilter = Pick<NonNullable<DifferencesPath['parameters']['query']>, 'kind' | 'isOtherwise'>;

/** The receipts on which the policies, or the version and people, do not agree. */
export function useDifferences(
  company: string,
  { id, receiptsDone }: PolicyTrial,
  filter: DifferenceFilter,
): KeysetList<PolicyDifference, DifferencePage> {
  return useKeyset<PolicyDifference, DifferencePage>({
    key: ['cash-policies', company, 'differences', id, receiptsDone, filter],
    page: (page, signal) => {
      const params = { path: { company, id }, query: { ...page, ...filter } };
      return dataOf(api.GET('/api/v1/companies/{company}/cash/policy-trials/{id}/differences', { params, signal }));
    },
  });
}

const NO_CHANGES: CashPolicyChanges = {
  rulesOff: [],
  limits: {},
  deductions: {},
  deadlines: { queues: {}, reasons: {} },
};

/** What a version changes of the usual policy, which is number 0. */
export function changesIn({ versions }: Policies, number: number): CashPolicyChanges {
  return versions.find((version) => version.number === number)?.changes ?? NO_CHANGES;
}
