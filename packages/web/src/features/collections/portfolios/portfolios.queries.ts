import type { components, paths } from '@quittance/client';
import { queryOptions, type UseMutationResult, useMutation } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { useKeyset } from '../../../app/keyset.ts';

export type PortfolioRules = components['schemas']['PortfolioRules'];
export type PortfolioRule = PortfolioRules['rules'][number];
export type RuleCondition = PortfolioRule['conditions'][number];
export type PortfolioPreview = components['schemas']['PortfolioPreview'];

export type CustomerAssignment =
  paths['/api/v1/companies/{company}/portfolios/customers/{id}']['get']['responses'][200]['content']['application/json'];

export type PortfolioLoad =
  paths['/api/v1/companies/{company}/portfolios']['get']['responses'][200]['content']['application/json']['rows'][number];

export function portfoliosQuery(company: string) {
  return queryOptions({
    queryKey: ['portfolios', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/portfolios', { params: { path: { company } }, signal })),
  });
}

export function assignmentQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['portfolios', company, 'customer', id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/portfolios/customers/{id}', { params, signal }));
    },
    retry: false,
  });
}

export function useRulesVersions(company: string) {
  return useKeyset<PortfolioRules>({
    key: ['portfolios', company, 'rules'],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/portfolio-rules', { params: { path: { company }, query }, signal })),
  });
}

export interface PortfolioMove {
  readonly id: string;
  readonly kind: 'hand' | 'rebalance';
  readonly reason: string;
  readonly untilOn: string | null;
  readonly customerCount: number;
  readonly madeAt: string;
  readonly madeByName: string;
  readonly undoneAt: string | null;
  readonly undoneByName: string | null;
}

export function usePortfolioMoves(company: string) {
  return useKeyset<PortfolioMove>({
    key: ['portfolios', company, 'moves'],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/portfolio-moves', { params: { path: { company }, query }, signal })),
  });
}

/** What would change; nothing is asked anew after it. */
export function usePreview<Sent>(
  send: (sent: Sent) => Promise<PortfolioPreview>,
): UseMutationResult<PortfolioPreview, Error, Sent> {
  return useMutation({ mutationFn: send });
}
