/** What the ledger's screens ask for. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, dataOf } from '../../app/api.ts';
import type { Aging, AgingFigures, WireAging } from '../../app/api.types.ts';

export interface AgingAsk {
  readonly asOf: string;
  readonly knownAt?: string;
  readonly by: 'customer' | 'item';
  readonly buckets?: string;
  readonly customerId?: string;
  readonly currency?: string;
}

/** What an entry says never changes; only a later reversal is added to it. */
const ENTRY_IS_FRESH_MS = 5 * 60_000;

export function agingQuery(company: string, ask: AgingAsk) {
  return queryOptions({
    queryKey: ['aging', company, ask],
    queryFn: async ({ signal }) => {
      const params = { path: { company }, query: ask };
      return withMoney(await dataOf(api.GET('/api/v1/companies/{company}/aging', { params, signal })));
    },
    placeholderData: keepPreviousData,
  });
}

/** The control accounts, from the postings alone, at the very instant of an aging. */
export function controlQuery(company: string, at: { asOf: string; knownAt: string } | undefined) {
  return queryOptions({
    queryKey: ['control', company, at],
    enabled: at !== undefined,
    queryFn: ({ signal }) => {
      const params = { path: { company }, query: at ?? { asOf: '', knownAt: '' } };
      return dataOf(api.GET('/api/v1/companies/{company}/aging/control', { params, signal }));
    },
  });
}

export function pendingQuery(company: string) {
  return queryOptions({
    queryKey: ['pending', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/pending-acts', { params: { path: { company } }, signal })),
  });
}

export function itemQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['item', company, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/items/{id}', { params: { path: { company, id } }, signal })),
  });
}

export function postingsQuery(company: string, id: string, query: { asOf: string; knownAt?: string }) {
  return queryOptions({
    queryKey: ['postings', company, id, query],
    queryFn: ({ signal }) => {
      const params = { path: { company, id }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/items/{id}/postings', { params, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

export function entryQuery(company: string, id: string) {
  return queryOptions({
    queryKey: ['entry', company, id],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/entries/{id}', { params: { path: { company, id } }, signal })),
    staleTime: ENTRY_IS_FRESH_MS,
  });
}

export function periodsQuery(company: string) {
  return queryOptions({
    queryKey: ['periods', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/periods', { params: { path: { company } }, signal })),
  });
}

export function journalsQuery(company: string) {
  return queryOptions({
    queryKey: ['journals', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/journals', { params: { path: { company } }, signal })),
  });
}

/** A journal that was handed out is never another one. */
export function journalQuery(company: string, number: string) {
  return queryOptions({
    queryKey: ['journal', company, number],
    queryFn: ({ signal }) => {
      const params = { path: { company, number: Number(number) } };
      return dataOf(api.GET('/api/v1/companies/{company}/journals/{number}', { params, signal }));
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function verifyQuery(company: string) {
  return queryOptions({
    queryKey: ['verify', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/verify', { params: { path: { company } }, signal })),
    // Recomputing everything takes its time: it is done when the page is opened and when it is asked for.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Amounts of an aging travel as bare decimals in the currency of their row. */
function withMoney(aging: WireAging): Aging {
  return {
    ...aging,
    rows: aging.rows.map((row) => ({ ...row, ...figuresOf(row) })),
    totals: aging.totals.map(figuresOf),
  };
}

function figuresOf(row: WireAging['totals'][number]): AgingFigures {
  const { currency } = row;
  return {
    currency,
    notDue: { amount: row.notDue, currency },
    buckets: row.buckets.map((amount) => ({ amount, currency })),
    unapplied: { amount: row.unapplied, currency },
    total: { amount: row.total, currency },
  };
}
