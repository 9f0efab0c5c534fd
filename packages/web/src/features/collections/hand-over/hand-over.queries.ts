import type { components } from '@quittance/client';
import type { Role } from '@quittance/core/permissions';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { useKeyset } from '../../../app/keyset.ts';

export type HandOver = components['schemas']['HandOver'];
export type HandOverPreview = components['schemas']['HandOverPreview'];
export type WorkOfNobody = components['schemas']['WorkOfNobody'];

export function workOfNobodyQuery(company: string) {
  return queryOptions({
    queryKey: ['portfolios', company, 'work-of-nobody'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/work-of-nobody', { params: { path: { company } }, signal })),
  });
}

export interface HandOverAsk {
  readonly fromId: string;
  /** Null: to the owner of each customer, else to the team. */
  readonly toId: string | null;
  /** With which the person goes on. */
  readonly roles: readonly Role[];
}

export function previewQuery(company: string, ask: HandOverAsk) {
  return queryOptions({
    queryKey: ['portfolios', company, 'hand-over', ask],
    queryFn: ({ signal }) => {
      const body = { ...ask, roles: [...ask.roles] };
      return dataOf(
        api.POST('/api/v1/companies/{company}/hand-overs/preview', { params: { path: { company } }, body, signal }),
      );
    },
    retry: false,
  });
}

export function useHandOvers(company: string) {
  return useKeyset<HandOver>({
    key: ['portfolios', company, 'hand-overs'],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/hand-overs', { params: { path: { company }, query }, signal })),
  });
}
