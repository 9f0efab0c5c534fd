/** What is asked about customers. */
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import type { Item, TimelineRow } from '../../app/api.types.ts';
import { type KeysetList, useKeyset } from '../../app/keyset.ts';

export function customerQuery(company: string, customerId: string) {
  return queryOptions({
    queryKey: ['customer', company, customerId],
    queryFn: ({ signal }) => {
      const params = { path: { company, id: customerId } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}', { params, signal }));
    },
  });
}

export function useCustomerItems(input: {
  code: string;
  customerId: string;
  status: 'open' | 'all';
  isWanted?: boolean;
}): Pick<KeysetList<Item, never>, 'rows' | 'load'> {
  const { code, customerId, status } = input;
  return useKeyset<Item>({
    key: ['customer-items', code, customerId, status],
    isWanted: input.isWanted ?? true,
    page: (ask, signal) => {
      const params = { path: { company: code, id: customerId }, query: { ...ask, status } };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/items', { params, signal }));
    },
  });
}

export function useTimeline(code: string, customerId: string): Pick<KeysetList<TimelineRow, never>, 'rows' | 'load'> {
  return useKeyset<TimelineRow>({
    key: ['timeline', code, customerId],
    page: (query, signal) => {
      const params = { path: { company: code, id: customerId }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/customers/{id}/timeline', { params, signal }));
    },
  });
}
