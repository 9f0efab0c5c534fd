/** What a company is set up with, and how it is changed. */

import type { components } from '@quittance/client';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';

export type PostingAccount = components['schemas']['PostingAccount'];

export interface Rate {
  readonly currency: string;
  readonly quotedOn: string;
  /** Units of functional currency for one unit, as a decimal text. */
  readonly rate: string;
}

export function accountsQuery(company: string) {
  return queryOptions({
    queryKey: ['posting-accounts', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/posting-accounts', { params: { path: { company } }, signal })),
  });
}

export function ratesQuery(company: string) {
  return queryOptions({
    queryKey: ['rates', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/exchange-rates', { params: { path: { company } }, signal })),
  });
}

/** Saves rates one after the other; the first that is refused stops, and says so. Answers how many were saved. */
export function useSaveRates(company: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (rates: readonly Rate[]): Promise<number> => {
      for (const rate of rates) {
        await api.POST('/api/v1/companies/{company}/exchange-rates', { params: { path: { company } }, body: rate });
      }
      return rates.length;
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['rates', company] }),
  });
}
