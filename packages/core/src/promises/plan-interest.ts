/**
 * Interest agreed with an instalment plan: a yearly rate on what is open of the plan, day by day, from the day agreed until the
 * day of payment, which bears none. It is asked when a part is due or paid, and ends with the plan: kept, withdrawn, or the day
 * after the last day in time of the first part that is not kept; from then on the company's terms for late payment count again.
 */
import { addDays, earlierDate, type LocalDate, laterDate } from '../calendar/index.ts';
import { type DayCount, type InterestStretch, interestOf, interestStretches } from '../interest/index.ts';
import type { PromiseState } from './promise.ts';

export const PLAN_BASIS_POINTS_MAX = 10_000; // a hundred per cent a year

export interface PlanInterest {
  /** A year; 600 is six per cent. Above zero. */
  readonly basisPoints: number;
  readonly dayCount: DayCount;
  /** The first day that bears interest. */
  readonly fromOn: LocalDate;
}

export interface PlanMoney {
  readonly on: LocalDate;
  readonly amountMinor: bigint;
}

const RATE_E4_PER_BASIS_POINT = 100;

export interface PlanAsPaid {
  readonly principalMinor: bigint;
  readonly interest: PlanInterest;
  readonly payments: readonly PlanMoney[];
}

/**
 * The interest of the days before `untilOn`, rounded once, half up: what was asked before is taken off it, so that rounding never
 * adds up. 1,200.00 at 6 % from 2026-03-02 until 2026-04-01, by 365: 1,200.00 × 0.06 × 30 / 365 = 5.92.
 */
export function planInterestMinor(plan: PlanAsPaid, untilOn: LocalDate): bigint {
  return interestOf(planInterestStretches(plan, untilOn), plan.interest.dayCount);
}

/** Days with the same balance, as `planInterestMinor` counts them. */
export function planInterestStretches(plan: PlanAsPaid, untilOn: LocalDate): InterestStretch[] {
  const { fromOn, dayCount, basisPoints } = plan.interest;
  const payments = plan.payments.map(({ on, amountMinor }) => ({
    effectiveOn: laterDate(on, fromOn),
    amountMinor: -amountMinor,
  }));
  payments.sort((left, right) => (left.effectiveOn < right.effectiveOn ? -1 : 1));
  const owed = {
    dueOn: addDays(fromOn, -1),
    changes: [{ effectiveOn: fromOn, amountMinor: plan.principalMinor }, ...payments],
  };
  const policy = {
    scheme: 'contract' as const,
    rateE4: basisPoints * RATE_E4_PER_BASIS_POINT,
    dayCount,
    graceDays: 0,
    minimumMinor: 0n,
    feeMinor: 0n,
    feeCurrency: '',
    noteDueDays: 0,
    fromOn,
  };
  return interestStretches(owed, { fromOn, toOn: addDays(untilOn, -1) }, { policy, rates: [] });
}

export interface PlanPartStanding {
  readonly promisedOn: LocalDate;
  readonly deadlineOn: LocalDate;
  readonly state: PromiseState;
  readonly stateOn: LocalDate;
  readonly lastMoneyOn: LocalDate | null;
}

/** The first day that bears no interest by the plan any more; null while it stands. */
export function planInterestEndsOn(parts: readonly PlanPartStanding[]): LocalDate | null {
  const missed = parts.filter(({ state }) => state === 'broken' || state === 'partly_kept');
  if (missed.length > 0) return addDays(missed.map(({ deadlineOn }) => deadlineOn).reduce(earlierDate), 1);
  if (parts.length === 0 || parts.some(({ state }) => state === 'open')) return null;
  const days = parts.map(({ state, stateOn, lastMoneyOn }) => (state === 'kept' ? (lastMoneyOn ?? stateOn) : stateOn));
  return days.reduce(laterDate);
}

/** Until which day interest can be asked by now: a part was due or paid, or the plan is over. Null: nothing yet. */
export function planInterestUntil(parts: readonly PlanPartStanding[], today: LocalDate): LocalDate | null {
  const endsOn = planInterestEndsOn(parts);
  if (endsOn !== null) return earlierDate(endsOn, today);
  const turns = parts.flatMap(({ promisedOn, state, lastMoneyOn }) => [
    ...(promisedOn <= today ? [promisedOn] : []),
    ...(state === 'kept' && lastMoneyOn !== null ? [lastMoneyOn] : []),
  ]);
  return turns.length === 0 ? null : turns.reduce(laterDate);
}
