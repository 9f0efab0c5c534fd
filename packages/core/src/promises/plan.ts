/** An instalment plan: parts by month, week or two weeks, the last part taking the rest, with interest where it was agreed. */
import { addDays, addMonths, endOfMonth, type LocalDate } from '../calendar/index.ts';
import { type PlanInterest, planInterestMinor } from './plan-interest.ts';

export const PLAN_RHYTHMS = ['monthly', 'month_end', 'weekly', 'fortnightly'] as const;
export type PlanRhythm = (typeof PLAN_RHYTHMS)[number];

export const PLAN_PARTS_MAX = 60; // five years by month

export interface PlanRequest {
  /** Positive. */
  readonly amountMinor: bigint;
  readonly parts: number;
  readonly firstOn: LocalDate;
  readonly rhythm: PlanRhythm;
}

export interface PlanPart {
  readonly promisedOn: LocalDate;
  readonly amountMinor: bigint;
}

export interface PlanPartWithInterest extends PlanPart {
  /** Comes on top of the amount. */
  readonly interestMinor: bigint;
}

const DAYS_PER_WEEK = 7;

/** 1,000.00 in 3 parts by month from 2026-01-31: 333.33 on 2026-01-31, 333.33 on 2026-02-28, 333.34 on 2026-03-31. */
export function planParts(request: PlanRequest): PlanPart[] {
  const { amountMinor, parts } = request;
  const share = amountMinor / BigInt(parts);
  const rest = amountMinor - share * BigInt(parts - 1);
  return Array.from({ length: parts }, (_, index) => ({
    promisedOn: partDay(request, index),
    amountMinor: index === parts - 1 ? rest : share,
  }));
}

/**
 * What each part costs in interest when every part is paid on its day; parts by their days. The interest through each part is
 * rounded half up and what the parts before it cost is taken off, so that the parts add up to the rounded whole.
 *
 * 1,200.00 in two parts of 600.00 on 2026-04-01 and 2026-05-01, at 6 % from 2026-03-02: 5.92 (1,200.00 for 30 days) and 2.96.
 */
export function withPlanInterest(parts: readonly PlanPart[], interest: PlanInterest | null): PlanPartWithInterest[] {
  if (interest === null) return parts.map((part) => ({ ...part, interestMinor: 0n }));
  const principalMinor = parts.reduce((sum, part) => sum + part.amountMinor, 0n);
  const payments = parts.map((part) => ({ on: part.promisedOn, amountMinor: part.amountMinor }));
  let before = 0n;
  return parts.map((part) => {
    const through = planInterestMinor({ principalMinor, interest, payments }, part.promisedOn);
    const interestMinor = through - before;
    before = through;
    return { ...part, interestMinor };
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
