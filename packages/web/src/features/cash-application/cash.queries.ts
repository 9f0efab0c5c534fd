/** What the cash screens ask for. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import { type PageAsk, useKeyset } from '../../app/keyset.ts';
import type { ReceiptDetail, ReceiptPage, ReceiptQueue, ReceiptRow } from './cash.types.ts';

type Untyped = (path: string, init: object) => Promise<{ data?: unknown }>;
const untypedGet = api.GET as unknown as Untyped;
const untypedPost = api.POST as unknown as Untyped;

export function useReceipts(company: string, queue: ReceiptQueue) {
  return useKeyset<ReceiptRow, ReceiptPage>({
    key: ['receipts', company, queue],
    page: (ask: PageAsk, signal) => {
      const params = { path: { company }, query: { ...ask, queue } };
      return dataOf(untypedGet('/api/v1/companies/{company}/receipts', { params, signal })) as Promise<ReceiptPage>;
    },
  });
}

export function receiptQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['receipt', company, id],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(
        untypedGet('/api/v1/companies/{company}/receipts/{id}', { params, signal }),
      ) as Promise<ReceiptDetail>;
    },
    placeholderData: keepPreviousData,
  });
}

export function actOnReceipt(company: string, id: string, kind: string, body: object): Promise<unknown> {
  const sent = Object.keys(body).length > 0 ? { body } : {};
  return untypedPost(`/api/v1/companies/{company}/receipts/{id}/${kind}`, {
    params: { path: { company, id } },
    ...sent,
  });
}

export function matchReceipts(company: string): Promise<unknown> {
  return untypedPost('/api/v1/companies/{company}/cash-application/run', { params: { path: { company } } });
}
