/** What the cash screens ask for, and what is done with a receipt. */
import type { paths } from '@quittance/client';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import { useKeyset } from '../../app/keyset.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import type { Candidate, ReceiptPage, ReceiptQueue, ReceiptRow } from './cash.types.ts';
import type { DraftDeduction } from './deductions.ts';
import type { QueueFilter } from './queue-filter.ts';

export function useReceipts(company: string, queue: ReceiptQueue, search: string, filter: QueueFilter) {
  return useKeyset<ReceiptRow, ReceiptPage>({
    key: ['receipts', company, queue, search, filter],
    page: (ask, signal) => receiptPage(company, { ...ask, queue, ...filter, ...(search ? { search } : {}) }, signal),
  });
}

type ReceiptsAsk = NonNullable<paths['/api/v1/companies/{company}/receipts']['get']['parameters']['query']>;

function receiptPage(company: string, query: ReceiptsAsk, signal?: AbortSignal): Promise<ReceiptPage> {
  const params = { path: { company }, query };
  return dataOf(api.GET('/api/v1/companies/{company}/receipts', { params, ...(signal ? { signal } : {}) }));
}

/** Receipts that are confirmed in one go: beyond this many nobody looks at a group as one. */
export const GROUP_MAX = 1_000;

/** All receipts of a group of a queue, up to the limit. */
export async function receiptsOfGroup(
  company: string,
  queue: ReceiptQueue,
  filter: QueueFilter,
): Promise<ReceiptRow[]> {
  return [...(await receiptPage(company, { queue, ...filter, limit: GROUP_MAX })).rows];
}

export function queuesQuery(company: string) {
  return queryOptions({
    queryKey: ['receipt-queues', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/receipt-queues', { params: { path: { company } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => ((state.data?.toDecideCount ?? 0) > 0 ? DECIDING_ASKED_EVERY_MS : false),
  });
}

/** While receipts are decided again by themselves, how many are left is asked as often. */
const DECIDING_ASKED_EVERY_MS = 2_000;

/** How many receipts each queue holds, for the tabs. */
export function queueCountsQuery(company: string) {
  return queryOptions({
    queryKey: ['receipts', company, 'counts'],
    queryFn: async ({ signal }) => {
      const params = { path: { company }, query: { limit: 1 } };
      return (await dataOf(api.GET('/api/v1/companies/{company}/receipts', { params, signal }))).counts;
    },
  });
}

/** The reasons a deduction can have change once in months. */
export function reasonsQuery(company: string) {
  return queryOptions({
    queryKey: ['deduction-reasons', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/cash/deduction-reasons', { params: { path: { company } }, signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export interface ItemSearch {
  readonly words: string;
  /** Of the items: the receipt's, or any other. */
  readonly currency: 'receipt' | 'other';
}

export function searchItems(company: string, id: string, { words, currency }: ItemSearch, signal: AbortSignal) {
  const params = { path: { company, id }, query: { search: words, currency } };
  return dataOf(api.GET('/api/v1/companies/{company}/receipts/{id}/items', { params, signal }));
}

/** The items behind references that were pasted: open and settled ones. */
export async function itemsOfReferences(
  company: string,
  id: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, readonly Candidate[]>> {
  const params = { path: { company, id } };
  const body = { references: [...references] };
  const found = await dataOf(api.POST('/api/v1/companies/{company}/receipts/{id}/references', { params, body }));
  const byId = new Map(found.items.map((item) => [item.id, item]));
  return new Map(
    found.references.map(({ reference, itemIds }) => [reference, itemIds.flatMap((itemId) => byId.get(itemId) ?? [])]),
  );
}

export function receiptQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['receipt', company, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/receipts/{id}', { params: { path: { company, id } }, signal })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.isToDecide ? DECIDING_ASKED_EVERY_MS : false),
  });
}

export type ReceiptAct =
  /** `decision`: the number of the proposal that is on the screen. */
  | { readonly kind: 'confirm'; readonly decision: number }
  | {
      readonly kind: 'apply';
      readonly customerId: string;
      readonly allocations: readonly {
        readonly itemId: string;
        readonly amount: MoneyText;
        /** What of the receipt pays an item in another currency. */
        readonly receiptAmount?: MoneyText;
      }[];
      readonly deductions: readonly (Pick<DraftDeduction, 'itemId' | 'reason' | 'note'> & {
        readonly amount: MoneyText;
      })[];
    }
  | { readonly kind: 'on-account'; readonly customerId: string }
  | { readonly kind: 'not-ours'; readonly reason: string }
  /** `wasWrong`: the receipt does not pay these items, and they are never proposed for it again. */
  | { readonly kind: 'undo'; readonly wasWrong: boolean };

export async function actOnReceipt(company: string, id: string, act: ReceiptAct): Promise<void> {
  const params = { path: { company, id } };
  switch (act.kind) {
    case 'confirm':
      await api.POST('/api/v1/companies/{company}/receipts/{id}/confirm', { params, body: { decision: act.decision } });
      return;
    case 'apply': {
      const deductions = act.deductions.map(({ note, ...rest }) => (note === '' ? rest : { ...rest, note }));
      const body = { customerId: act.customerId, allocations: [...act.allocations], deductions };
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
