import type { LocalDate } from '@quittance/core/calendar';
import { completeInstant, type Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { findMergeLinks } from '../customers/index.ts';
import {
  type AgingAmounts,
  type AgingKey,
  type AgingQuestion,
  type AgingRow,
  agingFromOpenItems,
  agingFromPostings,
  agingFromSnapshot,
  findSnapshot,
} from './aging.queries.ts';
import { recordsOfQuestion, rowsByParty } from './aging-parties.ts';

export interface AgingRequest {
  /** Today when absent. */
  readonly asOf?: LocalDate | undefined;
  /** Now when absent; never later than what is complete. */
  readonly knownAt?: string | undefined;
  readonly by: AgingKey;
  readonly buckets: readonly number[];
  /** And the records that were merged with it. */
  readonly customerId?: string | undefined;
  readonly currency?: string | undefined;
}

export interface Aging {
  readonly asOf: LocalDate;
  /** The instant used: asking again with it gives the same answer for ever. */
  readonly knownAt: string;
  readonly buckets: readonly number[];
  /** By currency, the largest total first. */
  readonly rows: readonly AgingRow[];
  readonly totals: readonly AgingAmounts[];
}

const BUCKETS_MAX = 12; // as many columns as a screen and a printed page hold
export const USUAL_BUCKETS: readonly number[] = [30, 60, 90];

/** Aging as of a day, as known at an instant. Throws `as_of_in_future`, `buckets_invalid`. */
export async function aging(tx: Tx, request: AgingRequest): Promise<Aging> {
  const asOf = request.asOf ?? tx.today;
  if (asOf > tx.today) {
    throw new AppError('as_of_in_future', `${asOf} is after today (${tx.today}); an aging can only look back.`);
  }
  requireBuckets(request.buckets);
  const complete = await completeInstant(tx);
  const isNow = request.knownAt === undefined || request.knownAt >= complete;
  const knownAt = request.knownAt !== undefined && request.knownAt < complete ? request.knownAt : complete;
  const { by, buckets, customerId, currency } = request;
  const merges = await findMergeLinks(tx, knownAt);
  const customerIds = customerId === undefined ? undefined : recordsOfQuestion(merges, customerId);
  const question: AgingQuestion = { asOf, knownAt, by, buckets, customerIds, currency };
  const found = await rowsOf(tx, question, asOf === tx.today && isNow);
  const rows = largestFirst(by === 'customer' ? rowsByParty(found, merges) : found);
  return { asOf, knownAt, buckets, rows, totals: totalsOf(rows, buckets.length + 1) };
}

async function rowsOf(tx: Tx, question: AgingQuestion, isToday: boolean): Promise<AgingRow[]> {
  if (isToday) return agingFromOpenItems(tx, question);
  const snapshot = question.by === 'customer' ? await findSnapshot(tx, question) : undefined;
  return snapshot ? agingFromSnapshot(tx, question, snapshot) : agingFromPostings(tx, question);
}

/** By currency, the largest total first, then by key: what matters stands at the top, and the order never changes by chance. */
function largestFirst(rows: AgingRow[]): AgingRow[] {
  return rows.sort((left, right) => {
    if (left.currency !== right.currency) return left.currency < right.currency ? -1 : 1;
    if (left.totalMinor !== right.totalMinor) return left.totalMinor > right.totalMinor ? -1 : 1;
    return left.key < right.key ? -1 : 1;
  });
}

function totalsOf(rows: readonly AgingRow[], bucketCount: number): AgingAmounts[] {
  const totals = new Map<string, { notDue: bigint; buckets: bigint[]; unapplied: bigint; total: bigint }>();
  for (const row of rows) {
    const sums = totals.get(row.currency) ?? {
      notDue: 0n,
      buckets: Array<bigint>(bucketCount).fill(0n),
      unapplied: 0n,
      total: 0n,
    };
    sums.notDue += row.notDueMinor;
    sums.unapplied += row.unappliedMinor;
    sums.total += row.totalMinor;
    row.bucketsMinor.forEach((amount, index) => {
      sums.buckets[index] = (sums.buckets[index] ?? 0n) + amount;
    });
    totals.set(row.currency, sums);
  }
  return [...totals]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, sums]) => ({
      currency,
      notDueMinor: sums.notDue,
      bucketsMinor: sums.buckets,
      unappliedMinor: sums.unapplied,
      totalMinor: sums.total,
    }));
}

function requireBuckets(buckets: readonly number[]): void {
  const isAscending = buckets.every((days, index) => Number.isInteger(days) && days > (buckets[index - 1] ?? 0));
  if (buckets.length === 0 || buckets.length > BUCKETS_MAX || !isAscending) {
    const message = `Buckets are up to ${BUCKETS_MAX} rising numbers of days, such as 30,60,90.`;
    throw new AppError('buckets_invalid', message, { status: 400 });
  }
}
