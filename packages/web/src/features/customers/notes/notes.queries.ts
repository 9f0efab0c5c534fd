/** What is asked about notes: who can be named, what is pinned, what a line said before. */
import type { components } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';

export type Written = components['schemas']['Written'];

const COLLEAGUES_KEPT_MS = 300_000;

export function colleaguesQuery(company: string) {
  return queryOptions({
    queryKey: ['colleagues', company],
    staleTime: COLLEAGUES_KEPT_MS,
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/colleagues', { params: { path: { company } }, signal })),
  });
}

export function pinsQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-pins', company, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/pins', { params: { path: { company, id } }, signal })),
  });
}

export function noteHistoryQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-notes', company, 'history', id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/activities/{id}/history', { params: { path: { company, id } }, signal }),
      ),
  });
}
