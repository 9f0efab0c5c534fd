/** What the ledger's screens ask for. */
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get } from '../../app/api.ts';
import type { Aging, Entry, Invariant, ItemPostings, ItemRow, JournalLine, Period } from '../../app/api.types.ts';

export interface AgingAsk {
  readonly asOf: string;
  readonly knownAt: string | undefined;
  readonly by: 'customer' | 'item';
  readonly buckets: string | undefined;
  readonly customerId?: string | undefined;
  readonly currency?: string | undefined;
}

/** What is asked of a moment that has passed does not change. */
const PAST_IS_FRESH_MS = 5 * 60_000;

function ofCompany(company: string, path: string): string {
  return `/companies/${company}${path}`;
}

export function agingQuery(company: string, ask: AgingAsk) {
  return queryOptions({
    queryKey: ['aging', company, ask],
    queryFn: ({ signal }) => get<Aging>(ofCompany(company, '/aging'), { ...ask }, signal),
    placeholderData: keepPreviousData,
  });
}

export function itemQuery(company: string, itemId: string) {
  return queryOptions({
    queryKey: ['item', company, itemId],
    queryFn: ({ signal }) => get<ItemRow>(ofCompany(company, `/items/${itemId}`), {}, signal),
  });
}

export function postingsQuery(company: string, itemId: string, ask: { asOf: string; knownAt: string | undefined }) {
  return queryOptions({
    queryKey: ['postings', company, itemId, ask],
    queryFn: ({ signal }) => get<ItemPostings>(ofCompany(company, `/items/${itemId}/postings`), { ...ask }, signal),
    placeholderData: keepPreviousData,
  });
}

/** An entry never changes; only the link to its reversal may be added. */
export function entryQuery(company: string, entryId: string) {
  return queryOptions({
    queryKey: ['entry', company, entryId],
    queryFn: ({ signal }) => get<Entry>(ofCompany(company, `/entries/${entryId}`), {}, signal),
    staleTime: PAST_IS_FRESH_MS,
  });
}

export function periodsQuery(company: string) {
  return queryOptions({
    queryKey: ['periods', company],
    queryFn: ({ signal }) => get<{ rows: readonly Period[] }>(ofCompany(company, '/periods'), {}, signal),
  });
}

export function journalQuery(company: string, range: { from: string; to: string }) {
  return queryOptions({
    queryKey: ['journals', company, range],
    queryFn: ({ signal }) => get<{ rows: readonly JournalLine[] }>(ofCompany(company, '/journals'), range, signal),
    placeholderData: keepPreviousData,
  });
}

export function verifyQuery(company: string) {
  return queryOptions({
    queryKey: ['verify', company],
    queryFn: ({ signal }) => get<{ rows: readonly Invariant[] }>(ofCompany(company, '/verify'), {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
