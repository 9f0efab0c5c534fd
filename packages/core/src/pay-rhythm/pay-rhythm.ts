/**
 * When a customer's money usually comes, read from the days on which it came: each second Tuesday of the month, the 15th and the last
 * day, each Thursday. The narrowest pattern that most of the days follow is named with how many follow it; where none does, none is
 * named. Days of the month that fall on a weekend are moved to the Monday after or the Friday before, as bank runs are.
 */
import {
  addDays,
  addMonths,
  daysBetween,
  earlierDate,
  endOfMonth,
  fromEpochDay,
  type LocalDate,
  startOfMonth,
  toEpochDay,
  weekdayOf,
} from '../calendar/index.ts';

export type PayPattern =
  /** `nth` 1 to 4, or -1 for the last of the month; weekdays from 1, Monday. */
  | { readonly kind: 'nth_weekday'; readonly weekday: number; readonly nth: number }
  /** One or two days of the month; 31 is its last. */
  | { readonly kind: 'month_days'; readonly days: readonly number[] }
  | { readonly kind: 'weekly'; readonly weekday: number; readonly everyWeeks: 1 | 2 };

export interface PayRhythm {
  /** Null: no pattern that most of the days follow. */
  readonly pattern: PayPattern | null;
  /** Days that follow the pattern, of those looked at. */
  readonly times: number;
  readonly ofTimes: number;
  /** The first day of the pattern from today on on which no money has come yet. */
  readonly nextOn: LocalDate | null;
}

/** The latest so many pay days: habits change. */
const DAYS_COUNTED_MAX = 26;
/** Fewer days may be chance. */
const TIMES_MIN = 4;
/** Of two days of the month: there are so many pairs that one of them fits a few days of any customer. */
const PAIR_TIMES_MIN = 8;
const PERCENT_MIN = 75;
/** Money arrives a day after the run, or a day before a holiday. */
const SLACK_DAYS = 1;
const LAST_DAY = 31;
/** How far ahead the next day of a pattern is looked for: two months hold one of any. */
const AHEAD_DAYS_MAX = 62;

/** Eleven Thursdays among the latest thirteen days: weekly on Thursdays, 11 of 13; on Monday 23 November 2026 the next is the 26th. */
export function payRhythm(paidOn: readonly LocalDate[], today: LocalDate): PayRhythm {
  const days = [...new Set(paidOn)]
    .filter((day) => day <= today)
    .sort()
    .slice(-DAYS_COUNTED_MAX);
  const ofTimes = days.length;
  for (const candidates of [nthWeekdays(), singleDays(), fortnightly(days), weekly(), dayPairs(days)]) {
    const best = bestOf(candidates, days);
    if (best === null) continue;
    return { pattern: best.pattern, times: best.times, ofTimes, nextOn: nextDay(best, days, today) };
  }
  return { pattern: null, times: 0, ofTimes, nextOn: null };
}

/** A run that the customer told us of; every second week cannot be told without a day to count from. */
export type StatedPattern =
  | Exclude<PayPattern, { kind: 'weekly' }>
  | { readonly kind: 'weekly'; readonly weekday: number };

/** The first day of a run from a day on: the 15th and the last day, on 23 November 2026: 30 November. */
export function nextOfPattern(pattern: StatedPattern, from: LocalDate): LocalDate {
  const { isNamed } = candidateOf(pattern);
  let day = from;
  for (let ahead = 0; ahead < AHEAD_DAYS_MAX && !isNamed(day); ahead += 1) day = addDays(day, 1);
  return day;
}

function candidateOf(pattern: StatedPattern): Candidate {
  switch (pattern.kind) {
    case 'nth_weekday':
      return onNthWeekday(pattern.weekday, pattern.nth);
    case 'month_days':
      return onMonthDays(pattern.days);
    case 'weekly':
      return eachWeek(pattern.weekday);
  }
}

interface Candidate {
  readonly pattern: PayPattern;
  readonly isMet: (day: LocalDate) => boolean;
  /** The day that the pattern itself names, without slack. */
  readonly isNamed: (day: LocalDate) => boolean;
}

function bestOf(candidates: readonly Candidate[], days: readonly LocalDate[]): (Candidate & { times: number }) | null {
  let best: (Candidate & { times: number }) | null = null;
  for (const candidate of candidates) {
    const times = days.filter(candidate.isMet).length;
    if (times < timesMin(candidate.pattern) || times * 100 < days.length * PERCENT_MIN) continue;
    // Of those met as often, the one whose very days are met more often.
    const isBetter =
      best === null || times > best.times || (times === best.times && named(candidate, days) > named(best, days));
    if (isBetter) best = { ...candidate, times };
  }
  return best;
}

function timesMin(pattern: PayPattern): number {
  return pattern.kind === 'month_days' && pattern.days.length > 1 ? PAIR_TIMES_MIN : TIMES_MIN;
}

function named({ isNamed }: Candidate, days: readonly LocalDate[]): number {
  return days.filter(isNamed).length;
}

function nextDay(best: Candidate, days: readonly LocalDate[], today: LocalDate): LocalDate | null {
  const last = days.at(-1);
  for (let ahead = 0; ahead <= AHEAD_DAYS_MAX; ahead += 1) {
    const day = addDays(today, ahead);
    if (best.isNamed(day) && (last === undefined || daysBetween(last, day) > SLACK_DAYS)) return day;
  }
  return null;
}

const WEEKDAYS = [1, 2, 3, 4, 5] as const; // banks book no customer's payment on a weekend

function weekday(day: LocalDate): number {
  return weekdayOf(toEpochDay(day));
}

function nthWeekdays(): Candidate[] {
  return WEEKDAYS.flatMap((of) => [1, 2, 3, 4, -1].map((nth) => onNthWeekday(of, nth)));
}

function onNthWeekday(of: number, nth: number): Candidate {
  const isNamed = (day: LocalDate): boolean => weekday(day) === of && isNth(day, nth);
  return { pattern: { kind: 'nth_weekday', weekday: of, nth }, isMet: isNamed, isNamed };
}

function isNth(day: LocalDate, nth: number): boolean {
  if (nth === -1) return daysBetween(day, endOfMonth(day)) < 7;
  return Math.ceil(Number(day.slice(8)) / 7) === nth;
}

function weekly(): Candidate[] {
  return WEEKDAYS.map(eachWeek);
}

function eachWeek(of: number): Candidate {
  const isNamed = (day: LocalDate): boolean => weekday(day) === of;
  return { pattern: { kind: 'weekly', weekday: of, everyWeeks: 1 }, isMet: isNamed, isNamed };
}

/** Every second week, counted from the latest of each weekday. */
function fortnightly(days: readonly LocalDate[]): Candidate[] {
  return WEEKDAYS.flatMap((of) => {
    const anchor = days.findLast((day) => weekday(day) === of);
    if (anchor === undefined) return [];
    const isNamed = (day: LocalDate): boolean => daysBetween(anchor, day) % 14 === 0;
    return [{ pattern: { kind: 'weekly', weekday: of, everyWeeks: 2 } as const, isMet: isNamed, isNamed }];
  });
}

function singleDays(): Candidate[] {
  return MONTH_DATES.map((date) => onMonthDays([date]));
}

const MONTH_DATES: readonly number[] = Array.from({ length: LAST_DAY }, (_, index) => index + 1);

/** Pairs of days that each came at least twice; more than two days in a month say no more than weekdays do. */
function dayPairs(days: readonly LocalDate[]): Candidate[] {
  if (days.length < PAIR_TIMES_MIN) return [];
  const often = MONTH_DATES.map((date) => ({ date, ...onMonthDays([date]) })).filter(
    ({ isMet }) => days.filter(isMet).length >= 2,
  );
  return often.flatMap((first, at) =>
    often.slice(at + 1).flatMap((second) => {
      if (second.date - first.date <= 2 * SLACK_DAYS + 1) return [];
      return [
        {
          pattern: { kind: 'month_days', days: [first.date, second.date] } as const,
          isMet: (day: LocalDate) => first.isMet(day) || second.isMet(day),
          isNamed: (day: LocalDate) => first.isNamed(day) || second.isNamed(day),
        },
      ];
    }),
  );
}

function onMonthDays(dates: readonly number[]): Candidate {
  // Pairs ask for the same days again and again.
  const known = new Map<LocalDate, number>();
  const distance = (day: LocalDate): number => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const named = dates.flatMap((date) => bankDaysAround(day, date));
    const found = Math.min(...named.map((one) => Math.abs(daysBetween(one, day))));
    known.set(day, found);
    return found;
  };
  return {
    pattern: { kind: 'month_days', days: dates },
    isMet: (day) => distance(day) <= SLACK_DAYS,
    isNamed: (day) => distance(day) === 0,
  };
}

/** The date in the month of a day and in those beside it, moved off weekends: the last day of a month back, others on. */
function bankDaysAround(day: LocalDate, date: number): LocalDate[] {
  return [-1, 0, 1].map((months) => {
    const month = addMonths(startOfMonth(day), months);
    const wanted = date === LAST_DAY ? endOfMonth(month) : addDays(month, date - 1);
    const within = earlierDate(wanted, endOfMonth(month));
    const over = weekday(within) - 5; // 1 on Saturday, 2 on Sunday
    if (over <= 0) return within;
    return fromEpochDay(toEpochDay(within) + (date === LAST_DAY ? -over : 3 - over));
  });
}
