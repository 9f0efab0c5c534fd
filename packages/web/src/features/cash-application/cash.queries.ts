/** What the cash screens ask for, and what is done with a receipt. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import { useKeyset } from '../../app/keyset.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import type { ReceiptPage, ReceiptQueue, ReceiptRow } from './cash.types.ts';

export function useReceipts(company: string, queue: ReceiptQueue, search: string) {
  return useKeyset<ReceiptRow, ReceiptPage>({
    key: ['receipts', company, queue, search],
    page: (ask, signal) => {
      const params = { path: { company }, query: { ...ask, queue, ...(search ? { search } : {}) } };
      return dataOf(api.GET('/api/v1/companies/{company}/receipts', { params, signal }));
    },
  });
}

export function receiptQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['receipt', company, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/receipts/{id}', { params: { path: { company, id } }, signal })),
    placeholderData: keepPreviousData,
  });
}

export type ReceiptAct =
  | { readonly kind: 'confirm' }
  | {
      readonly kind: 'apply';
      readonly customerId: string;
      readonly allocations: readonly { readonly itemId: string; readonly amount: MoneyText }[];
    }
  | { readonly kind: 'on-account'; readonly customerId: string }
  | { readonly kind: 'not-ours'; readonly reason: string }
  /** `wasWrong`: the receipt does not pay these items, and they are never proposed for it again. */
  | { readonly kind: 'undo'; readonly wasWrong: boolean };

export async function actOnReceipt(company: string, id: string, act: ReceiptAct): Promise<void> {
  const params = { path: { company, id } };
  switch (act.kind) {
    case 'confirm':
      await api.POST('/api/v1/companies/{company}/receipts/{id}/confirm', { params });
      return;
    case 'apply': {
      const body = { customerId: act.customerId, allocations: [...act.allocations] };
      await api.POST('/api/v1/companies/{company}/receipts/{id}/apply', { params, body });
      return;
    }
    case 'on-account':
      await api.POST('/api/v1/companies/{company}/receipts/{id}/on-account', {
        params,
        body: { customerId: act.customerId },
      });
      return;
    case 'not-ours':
      await api.POST('/api/v1/companies/{company}/receipts/{id}/not-ours', { params, body: { reason: act.reason } });
      return;
    case 'undo':
      await api.POST('/api/v1/companies/{company}/receipts/{id}/undo', { params, body: { wasWrong: act.wasWrong } });
  }
}

export function matchReceipts(company: string) {
  return dataOf(api.POST('/api/v1/companies/{company}/cash-application/run', { params: { path: { company } } }));
}
