import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import type { ItemChange } from '../../../app/api.types.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export function useItemChanges(code: string): Pick<KeysetList<ItemChange, never>, 'rows' | 'load'> {
  return useKeyset<ItemChange>({
    key: ['item-changes', code],
    page: (ask, signal) => {
      const params = { path: { company: code }, query: { ...ask, status: 'proposed' as const } };
      return dataOf(api.GET('/api/v1/companies/{company}/item-changes', { params, signal }));
    },
  });
}

export function changePostingsQuery(code: string, id: string) {
  return queryOptions({
    queryKey: ['item-change-postings', code, id],
    retry: false,
    queryFn: ({ signal }) => {
      const params = { path: { company: code, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/item-changes/{id}/postings', { params, signal }));
    },
  });
}
