import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../../app/api.ts';
import type { ReceiptDetail } from '../../app/api.types.ts';

export function receiptsPath(company: string): string {
  return `/companies/${company}/receipts`;
}

export function receiptQuery(company: string, receiptId: string) {
  return queryOptions({
    queryKey: ['receipt', company, receiptId],
    queryFn: ({ signal }) => get<ReceiptDetail>(`${receiptsPath(company)}/${receiptId}`, {}, signal),
    placeholderData: keepPreviousData,
  });
}
