/** An instalment plan: parts by month, week or two weeks, the last part taking the rest, with interest if it was agreed. */
import { addDays, addMonths, daysBetween, endOfMonth, type LocalDate } from '../calendar/index.ts';
import { divideHalfUp } from '../money/index.ts';

export const PLAN_RHYTHMS = ['monthly', 'month_end', 'weekly', 'fortnightly'] as const;
export type PlanRhythm = (typeof PLAN_RHYTHMS)[number];

export const PLAN_PARTS_MAX = 60; // five years by month

export interface PlanRequest {
  /** Positive. */
  readonly amountMinor: bigint;
  readonly parts: number;
  readonly firstOn: LocalDate;
  readonly rhythm: PlanRhythm;
  /** Agreed interest a year on what is still owed, from `startsOn` on, by days of 365; 600 is six per cent. */
  readonly interestBasisPoints?: number;
  readonly startsOn: LocalDate;
}

export interface PlanPart {
  readonly promisedOn: LocalDate;
  readonly amountMinor: bigint;
  readonly interestMinor: bigint;
}

const BASIS_POINTS_DAYS = 10_000n * 365n;
const DAYS_PER_WEEK = 7;

/**
 * 1,000.00 in 3 parts by month from 2026-01-31: 333.33 on 2026-01-31, 333.33 on 2026-02-28, 333.34 on 2026-03-31. Interest of each
 * part is on what was owed before it, rounded half up, and comes on top of it.
 */
export function planParts(request: PlanRequest): PlanPart[] {
  const share = request.amountMinor / BigInt(request.parts);
  const rate = BigInt(request.interestBasisPoints ?? 0);
  let owed = request.amountMinor;
  let since = request.startsOn;
  return Array.from({ length: request.parts }, (_, index) => {
    const promisedOn = partDay(request, index);
    const amountMinor = index === request.parts - 1 ? owed : share;
    const days = BigInt(Math.max(0, daysBetween(since, promisedOn)));
    const interestMinor = divideHalfUp(owed * rate * days, BASIS_POINTS_DAYS);
    owed -= amountMinor;
    since = promisedOn;
    return { promisedOn, amountMinor, interestMinor };
  });
}

function partDay({ firstOn, rhythm }: PlanRequest, index: number): LocalDate {
  switch (rhythm) {
    case 'monthly':
      return addMonths(firstOn, index);
    case 'month_end':
      return endOfMonth(addMonths(firstOn, index));
    case 'weekly':
      return addDays(firstOn, index * DAYS_PER_WEEK);
    case 'fortnightly':
      return addDays(firstOn, index * 2 * DAYS_PER_WEEK);
  }
}

/** How a plan stands by its parts: one part that is not kept breaks it; withdrawn parts say nothing. */
export function planState(parts: readonly string[]): 'open' | 'kept' | 'broken' | 'withdrawn' {
  if (parts.some((state) => state === 'broken' || state === 'partly_kept')) return 'broken';
  if (parts.some((state) => state === 'open')) return 'open';
  return parts.some((state) => state === 'kept') ? 'kept' : 'withdrawn';
}
