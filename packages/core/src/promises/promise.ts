/**
 * A promise to pay: an amount by a day, of some items or of the account as a whole. What it is judged by (the last day that is
 * still in time, the shortfall that is let go) is fixed when it is made, so that a later policy changes no old promise.
 */
import { addDays, type LocalDate } from '../calendar/index.ts';

export const PROMISE_STATES = ['open', 'kept', 'partly_kept', 'broken', 'withdrawn'] as const;
export type PromiseState = (typeof PROMISE_STATES)[number];

export interface PaymentPromise {
  readonly id: string;
  readonly currency: string;
  /** Positive. */
  readonly amountMinor: bigint;
  /** By when the money is to be there, and the last day that still counts as in time. */
  readonly promisedOn: LocalDate;
  readonly deadlineOn: LocalDate;
  /** A shortfall up to this is no shortfall. */
  readonly toleranceMinor: bigint;
  /** Null: whatever the customer pays counts. */
  readonly itemIds: readonly string[] | null;
  /** The instant it was made; money that was in the books by then does not count for it. ISO, UTC, microseconds. */
  readonly madeAt: string;
  readonly withdrawnAt: string | null;
}

/** What a company lets pass: usually two business days and one per cent, at most 10.00, and days up to 60 ahead. */
export interface PromisePolicy {
  readonly toleranceDays: number;
  readonly countsBusinessDays: boolean;
  /** Of the promised amount; 100 is one per cent. */
  readonly toleranceBasisPoints: number;
  /** At most this, in the company's currency; promises in others know the share only. */
  readonly toleranceMaxMinor: bigint;
  /** A promise that is no part of a plan is at most this many days ahead: until then its items rest. */
  readonly daysAheadMax: number;
}

export const TOLERANCE_DAYS_MAX = 30;
/** What a policy may allow: beyond a year nobody promises, they agree on a plan. */
export const DAYS_AHEAD_MAX = 365;
const USUAL_DAYS_AHEAD = 60;
export const TOLERANCE_BASIS_POINTS_MAX = 1_000; // a tenth: beyond it is another promise

export function usualPromisePolicy(minorDigits: number): PromisePolicy {
  const toleranceMaxMinor = 10n * 10n ** BigInt(minorDigits);
  const daysAheadMax = USUAL_DAYS_AHEAD;
  return { toleranceDays: 2, countsBusinessDays: true, toleranceBasisPoints: 100, toleranceMaxMinor, daysAheadMax };
}

const BASIS_POINTS = 10_000n;

/** 1 per cent of 1,250.00, at most 10.00, is 10.00; rounded down, so that a small promise is kept to the cent. */
export function toleranceOf(
  policy: PromisePolicy,
  promise: { amountMinor: bigint; isCompanyCurrency: boolean },
): bigint {
  const share = (promise.amountMinor * BigInt(policy.toleranceBasisPoints)) / BASIS_POINTS;
  return promise.isCompanyCurrency && share > policy.toleranceMaxMinor ? policy.toleranceMaxMinor : share;
}

export type IsBusinessDay = (day: LocalDate) => boolean;

/**
 * The last day in time: promised for Friday 2026-11-27 with two business days it is Tuesday 2026-12-01; a day on which nobody
 * works is never the last.
 */
export function deadlineOf(policy: PromisePolicy, promisedOn: LocalDate, isBusinessDay: IsBusinessDay): LocalDate {
  if (!policy.countsBusinessDays) return addDays(promisedOn, policy.toleranceDays);
  let day = promisedOn;
  for (let left = policy.toleranceDays; left > 0; left -= 1) day = nextBusinessDay(addDays(day, 1), isBusinessDay);
  return nextBusinessDay(day, isBusinessDay);
}

const DAYS_OFF_MAX = 31; // no calendar has a longer run of days off

function nextBusinessDay(from: LocalDate, isBusinessDay: IsBusinessDay): LocalDate {
  let day = from;
  for (let tried = 0; tried < DAYS_OFF_MAX && !isBusinessDay(day); tried += 1) day = addDays(day, 1);
  return day;
}
