/** What is asked about notes: who can be named, what is pinned, what a line said before, what was written. */
import type { components } from '@quittance/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
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

const FOUND_MAX = 200;

/** What was written about a customer, by its words; what was found before stays until the next is there. */
export function writtenQuery(company: string, ask: { typed: string; customer: string }) {
  const { typed, customer } = ask;
  return queryOptions({
    queryKey: ['written', company, customer, typed],
    enabled: typed !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: { q: typed, customer, limit: FOUND_MAX } };
      return dataOf(api.GET('/api/v1/companies/{company}/written', { params, signal }));
    },
  });
}
