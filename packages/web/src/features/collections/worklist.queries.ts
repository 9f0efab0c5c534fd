/** What is asked about the day's list. It moves with the books, so it is asked for again while it is looked at. */
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import type { WorklistEntry } from '../../app/api.types.ts';
import { type KeysetList, useKeyset } from '../../app/keyset.ts';

const LOOKED_AT_AGAIN_MS = 5_000;

export function useWorklist(code: string): Pick<KeysetList<WorklistEntry, never>, 'rows' | 'load'> {
  return useKeyset<WorklistEntry>({
    key: ['worklist', code],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/worklist', { params: { path: { company: code }, query }, signal })),
  });
}

export function worklistSummaryQuery(code: string) {
  return queryOptions({
    queryKey: ['worklist-summary', code],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/worklist/summary', { params: { path: { company: code } }, signal })),
    refetchInterval: LOOKED_AT_AGAIN_MS,
  });
}

export function worklistEntryQuery(code: string, customerId: string) {
  return queryOptions({
    queryKey: ['worklist-entry', code, customerId],
    queryFn: ({ signal }) => {
      const params = { path: { company: code, customerId } };
      return dataOf(api.GET('/api/v1/companies/{company}/worklist/{customerId}', { params, signal }));
    },
  });
}
