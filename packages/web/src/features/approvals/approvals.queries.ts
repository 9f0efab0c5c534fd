/** What is asked about approvals, refund payments and limits. */
import { queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import { type KeysetList, useKeyset } from '../../app/keyset.ts';
import type { ApprovalRow, ApprovalView, RefundPayment } from './approvals.types.ts';

export function useApprovals(code: string, view: ApprovalView): Pick<KeysetList<ApprovalRow, never>, 'rows' | 'load'> {
  return useKeyset<ApprovalRow>({
    key: ['approvals', code, view],
    page: (ask, signal) => {
      const params = { path: { company: code }, query: { ...ask, view } };
      return dataOf(api.GET('/api/v1/companies/{company}/approvals', { params, signal }));
    },
  });
}

export function approvalQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['approval', company, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/approvals/{id}', { params: { path: { company, id } }, signal })),
  });
}

/** Open requests about one item: at most one. */
export function openApprovalQuery(company: string, itemId: string) {
  return queryOptions({
    queryKey: ['approvals', company, 'item', itemId],
    queryFn: async ({ signal }) => {
      const params = { path: { company }, query: { itemId, limit: 20 } };
      const { rows } = await dataOf(api.GET('/api/v1/companies/{company}/approvals', { params, signal }));
      return rows.find((row) => row.state === 'waiting' || row.state === 'sent_back') ?? null;
    },
  });
}

const OF_CUSTOMER_SHOWN = 100;

/** Open requests about a customer and none of its items. */
export function openOfCustomerQuery(company: string, customerId: string) {
  return queryOptions({
    queryKey: ['approvals', company, 'customer', customerId],
    queryFn: async ({ signal }) => {
      const params = { path: { company }, query: { customerId, limit: OF_CUSTOMER_SHOWN } };
      const { rows } = await dataOf(api.GET('/api/v1/companies/{company}/approvals', { params, signal }));
      return rows.filter(({ itemId, state }) => itemId === null && (state === 'waiting' || state === 'sent_back'));
    },
  });
}

interface PaymentPage {
  readonly rows: RefundPayment[];
  readonly next: string | null;
  readonly ownAccounts: string[];
}

export function usePayments(code: string): KeysetList<RefundPayment, PaymentPage> {
  return useKeyset<RefundPayment, PaymentPage>({
    key: ['refund-payments', code],
    page: (ask, signal) => {
      const params = { path: { company: code }, query: ask };
      return dataOf(api.GET('/api/v1/companies/{company}/refund-payments', { params, signal }));
    },
  });
}

export function useDebitLines(company: string, id: string) {
  return useInfiniteQuery({
    queryKey: ['refund-payments', company, id, 'lines'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ signal, pageParam }) => {
      const query = { limit: DEBIT_LINES_SHOWN, ...(pageParam === undefined ? {} : { cursor: pageParam }) };
      const params = { path: { company, id }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/refund-payments/{id}/debit-lines', { params, signal }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

const DEBIT_LINES_SHOWN = 20;

export function limitsQuery(company: string) {
  return queryOptions({
    queryKey: ['approval-limits', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/approval-limits', { params: { path: { company } }, signal })),
  });
}
