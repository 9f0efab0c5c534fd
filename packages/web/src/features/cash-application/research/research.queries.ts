/** What is asked about money that is not applied. */
import type { components, paths } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export type ResearchRow = components['schemas']['ResearchRow'];
export type ResearchDetail = components['schemas']['ResearchDetail'];
export type ResearchPage =
  paths['/api/v1/companies/{company}/cash/research']['get']['responses'][200]['content']['application/json'];
export type ResearchFound =
  paths['/api/v1/companies/{company}/cash/research/{id}']['put']['requestBody']['content']['application/json'];
type Query = NonNullable<paths['/api/v1/companies/{company}/cash/research']['get']['parameters']['query']>;

export interface ResearchAsk {
  readonly owner?: string | undefined;
  readonly cause?: string | undefined;
  readonly age?: string | undefined;
  readonly only?: 'late' | 'waiting' | undefined;
  readonly search: string;
}

export function useResearch(code: string, ask: ResearchAsk): KeysetList<ResearchRow, ResearchPage> {
  return useKeyset<ResearchRow, ResearchPage>({
    key: ['research', code, ask],
    page: (page, signal) => {
      const query: Query = {
        ...page,
        ...(ask.owner ? { owner: ask.owner } : {}),
        ...(ask.cause ? { cause: ask.cause as NonNullable<Query['cause']> } : {}),
        ...(ask.age ? { age: Number(ask.age) } : {}),
        ...(ask.only === 'late' ? { late: 'true' } : {}),
        ...(ask.only === 'waiting' ? { waiting: 'true' } : {}),
        ...(ask.search ? { search: ask.search } : {}),
      };
      const params = { path: { company: code }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/cash/research', { params, signal }));
    },
  });
}

export function researchQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['research', company, 'one', id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/cash/research/{id}', { params, signal }));
    },
  });
}
