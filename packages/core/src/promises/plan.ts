/** An instalment plan: parts by month, week or two weeks, the last part taking the rest. */
import { addDays, addMonths, endOfMonth, type LocalDate } from '../calendar/index.ts';

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
