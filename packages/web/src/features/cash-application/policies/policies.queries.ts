/** The policy of cash application in its versions, and what is done with them. */
import type { components } from '@quittance/client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { say } from '../../../ui/notice/notice.component.tsx';

export type CashPolicyChanges = components['schemas']['CashPolicyChanges'];

export function policiesQuery(company: string) {
  return queryOptions({
    queryKey: ['cash-policies', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/cash/policies', { params: { path: { company } }, signal })),
  });
}

export type Policies = Awaited<ReturnType<NonNullable<ReturnType<typeof policiesQuery>['queryFn']>>>;
export type PolicyVersion = Policies['versions'][number];

const NO_CHANGES: CashPolicyChanges = { rulesOff: [], limits: {}, deductions: {} };

/** What a version changes of the usual policy, which is number 0. */
export function changesIn({ versions }: Policies, number: number): CashPolicyChanges {
  return versions.find((version) => version.number === number)?.changes ?? NO_CHANGES;
}

/** An act of this page: says what was done, and asks for the versions again. */
export function usePolicyAct<Input, Answer>(
  company: string,
  act: (input: Input) => Promise<Answer>,
  said: (answer: Answer) => string,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      say({ text: said(answer) });
      await queryClient.invalidateQueries({ queryKey: ['cash-policies', company] });
    },
  });
}
