/** What is asked about promises. */
import type { components } from '@quittance/client';
import type { DayCount } from '@quittance/core/interest';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export type PromiseRow = components['schemas']['Promise'];
export type PromiseState = PromiseRow['state'];
export type PromiseChannel = PromiseRow['channel'];

export const PROMISE_LISTS = ['due', 'broken', 'open'] as const;
export type PromiseList = (typeof PROMISE_LISTS)[number];

export type PromisePolicy = components['schemas']['PromisePolicy'];

export function promisePolicyQuery(company: string) {
  return queryOptions({
    queryKey: ['promise-policy', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/promise-policy', { params: { path: { company } }, signal })),
  });
}

export function savePromisePolicy(
  company: string,
  body: Omit<PromisePolicy, 'number' | 'reason' | 'setAt' | 'setByName'> & { readonly reason: string },
) {
  return dataOf(api.PUT('/api/v1/companies/{company}/promise-policy', { params: { path: { company } }, body }));
}

export function customerPromisesQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['customer-promises', company, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customers/{id}/promises', { params: { path: { company, id } }, signal }),
      ),
  });
}

/** What can be asked for now, by currency, the most first. */
export function collectableQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['collectable', company, id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/customers/{id}/collectable', {
          params: { path: { company, id } },
          signal,
        }),
      ),
  });
}

export function promiseQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['promise', company, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/promises/{id}', { params: { path: { company, id } }, signal })),
  });
}

export function usePromises(code: string, list: PromiseList): Pick<KeysetList<PromiseRow, never>, 'rows' | 'load'> {
  return useKeyset<PromiseRow>({
    key: ['promises', code, list],
    page: (ask, signal) => {
      const params = { path: { company: code }, query: { ...ask, list } };
      return dataOf(api.GET('/api/v1/companies/{company}/promises', { params, signal }));
    },
  });
}

export interface NewPromise {
  readonly itemIds: string[] | null;
  readonly parts: { promisedOn: string; amount: { amount: string; currency: string } }[];
  readonly isPlan: boolean;
  readonly interest: { basisPoints: number; dayCount: DayCount } | null;
  readonly channel: PromiseChannel;
  readonly messageId: string | null;
  readonly contactId: string | null;
  readonly note: string | null;
}

export function makePromise(company: string, id: string, body: NewPromise) {
  const params = { path: { company, id } };
  return dataOf(api.POST('/api/v1/companies/{company}/customers/{id}/promises', { params, body }));
}

export function withdrawPromise(company: string, id: string, reason: string) {
  const params = { path: { company, id } };
  return dataOf(api.POST('/api/v1/companies/{company}/promises/{id}/withdrawal', { params, body: { reason } }));
}
