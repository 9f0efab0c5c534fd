/**
 * Interest on one item: for each day after it was due, what was open of it that day times the yearly rate of that day, by days of
 * 365 or 360. Sums are exact; one rounding, half up, at the end: a period split anywhere comes to the same before it.
 *
 * 10,000.00 open for 30 days at 10.15 %, by 365: 10,000.00 × 0.1015 × 30 / 365 = 83.42.
 */
import { addDays, daysBetween, earlierDate, type LocalDate, laterDate } from '../calendar/index.ts';
import { divideHalfUp } from '../money/index.ts';
import type { DayCount, InterestPolicy, RateFrom } from './interest-policy.ts';

export interface OwedItem {
  readonly dueOn: LocalDate;
  /** What changed the open amount, by the day it took effect, in that order: the opening, then each settling. */
  readonly changes: readonly { readonly effectiveOn: LocalDate; readonly amountMinor: bigint }[];
  /** Days that bear interest by an agreement of their own, a plan: none of them is charged again, nor counts as late. */
  readonly agreedDays?: readonly Period[];
}

export interface Period {
  /** Both days are charged. */
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate;
}

export interface InterestStretch extends Period {
  readonly days: number;
  readonly openMinor: bigint;
  readonly rateE4: number;
}

const RATE_UNITS = 1_000_000n; // ten-thousandths of a per cent in one
const DAYS_OF: Readonly<Record<DayCount, bigint>> = { act365: 365n, act360: 360n };

/** Stretches with the same balance and rate, of the days after the due date within the period; none without a balance. */
export function interestStretches(
  item: OwedItem,
  period: Period,
  terms: { readonly policy: InterestPolicy; readonly rates: readonly RateFrom[] },
): InterestStretch[] {
  const { policy } = terms;
  if (policy.scheme === 'none') return [];
  const first = laterDate(laterDate(period.fromOn, addDays(item.dueOn, 1)), policy.fromOn);
  if (first > period.toOn || lateDays(item, period.toOn) <= policy.graceDays) return [];
  const agreed = item.agreedDays ?? [];
  const edges = [
    ...item.changes.map((change) => change.effectiveOn),
    ...terms.rates.map((rate) => rate.validFrom),
    ...agreed.flatMap(({ fromOn, toOn }) => [fromOn, addDays(toOn, 1)]),
  ];
  const starts = [first, ...edges.filter((day) => day > first && day <= period.toOn)];
  const days = [...new Set(starts)].sort();
  return days.flatMap((fromOn, index) => {
    const next = days[index + 1];
    const toOn = next === undefined ? period.toOn : addDays(next, -1);
    const openMinor = openOn(item, fromOn);
    if (openMinor <= 0n || agreed.some((days) => days.fromOn <= fromOn && fromOn <= days.toOn)) return [];
    return [{ fromOn, toOn, days: daysBetween(fromOn, toOn) + 1, openMinor, rateE4: rateOn(fromOn, terms) }];
  });
}

/** Rounded once: the cents of all stretches of one item together. */
export function interestOf(stretches: readonly InterestStretch[], dayCount: DayCount): bigint {
  const exact = stretches.reduce((sum, stretch) => sum + dailyUnits(stretch), 0n);
  return divideHalfUp(exact, unitsOf(dayCount));
}

/** Open × rate × days, before it is divided by `unitsOf`. A rate below zero asks nothing. */
export function dailyUnits({ openMinor, rateE4, days }: InterestStretch): bigint {
  return openMinor * BigInt(Math.max(0, rateE4)) * BigInt(days);
}

export function unitsOf(dayCount: DayCount): bigint {
  return RATE_UNITS * DAYS_OF[dayCount];
}

/** How many days late the item was paid off, or is by now; agreed days are not late. */
export function lateDays(item: OwedItem, asOf: LocalDate): number {
  const paidOff = item.changes.reduce<{ open: bigint; on: LocalDate | null }>(
    ({ open }, change) => {
      const left = open + change.amountMinor;
      return { open: left, on: left <= 0n && change.effectiveOn <= asOf ? change.effectiveOn : null };
    },
    { open: 0n, on: null },
  ).on;
  const late = { fromOn: addDays(item.dueOn, 1), toOn: paidOff ?? asOf };
  const agreed = (item.agreedDays ?? []).reduce((sum, days) => sum + daysShared(late, days), 0);
  return Math.max(0, daysBetween(item.dueOn, late.toOn) - agreed);
}

function daysShared(left: Period, right: Period): number {
  const fromOn = laterDate(left.fromOn, right.fromOn);
  const toOn = earlierDate(left.toOn, right.toOn);
  return Math.max(0, daysBetween(fromOn, toOn) + 1);
}

/** At the end of a day. */
export function openOn(item: OwedItem, day: LocalDate): bigint {
  return item.changes.reduce((open, change) => (change.effectiveOn <= day ? open + change.amountMinor : open), 0n);
}

function rateOn(
  day: LocalDate,
  { policy, rates }: { readonly policy: InterestPolicy; readonly rates: readonly RateFrom[] },
): number {
  if (policy.scheme === 'contract') return policy.rateE4;
  const reference = rates.reduce<RateFrom | null>(
    (latest, rate) => (rate.validFrom <= day && (latest === null || rate.validFrom > latest.validFrom) ? rate : latest),
    null,
  );
  return (reference?.rateE4 ?? 0) + policy.rateE4;
}
