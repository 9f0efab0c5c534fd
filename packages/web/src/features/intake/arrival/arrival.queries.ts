import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import type { Arrival } from '../../../app/api.types.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export function useArrivals(code: string): Pick<KeysetList<Arrival, never>, 'rows' | 'load'> {
  return useKeyset<Arrival>({
    key: ['arrivals', code],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/arrivals', { params: { path: { company: code }, query }, signal })),
  });
}

export function sourcesQuery(code: string) {
  return queryOptions({
    queryKey: ['arrival-sources', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/arrival-sources', { params: { path: { company: code } }, signal })),
  });
}

export function statementAccountsQuery(code: string) {
  return queryOptions({
    queryKey: ['statement-accounts', code],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/statement-accounts', { params: { path: { company: code } }, signal }),
      ),
  });
}

export function waitingLinesQuery(code: string) {
  return queryOptions({
    queryKey: ['waiting-lines', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/waiting-lines', { params: { path: { company: code } }, signal })),
  });
}
