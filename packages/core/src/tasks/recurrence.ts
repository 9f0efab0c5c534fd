/** When a recurring task is due again: always on a working day, so that nothing comes due on a holiday. */
import {
  addDays,
  addMonths,
  endOfMonth,
  type LocalDate,
  startOfMonth,
  toEpochDay,
  weekdayOf,
} from '../calendar/index.ts';

export type Recurrence =
  /** Each working day. */
  | { readonly kind: 'daily' }
  /** On these weekdays (1 is Monday), every so many weeks. */
  | { readonly kind: 'weekly'; readonly weekdays: readonly number[]; readonly everyWeeks: number }
  /** On a day of the month, or its last when the month is shorter. */
  | { readonly kind: 'monthly'; readonly day: number }
  /** The first or last working day of the month: -1 is the last, 2 the second. */
  | { readonly kind: 'monthly_working_day'; readonly nth: number };

export type IsWorkingDay = (day: LocalDate) => boolean;

const DAYS_PER_WEEK = 7;
/** Who does not work for so long has no next day. */
const SEARCH_DAYS_MAX = 400;

/**
 * The next day after the given one; null when nobody works on any such day for a year. A day that is not worked is moved to the
 * next that is; within a count of working days none needs to be. Monthly on the 15th after Thursday 15 October 2026 is Monday 16
 * November, since the 15th is a Sunday; the last working day of November 2026 is Monday the 30th.
 */
export function nextOccurrence(rule: Recurrence, after: LocalDate, isWorkingDay: IsWorkingDay): LocalDate | null {
  const worked = (day: LocalDate): LocalDate | null => firstFrom(day, isWorkingDay);
  if (rule.kind === 'daily') return worked(addDays(after, 1));
  if (rule.kind === 'weekly') return worked(nextWeekday(rule, after));
  const months = [0, 1, 2].map((count) => addMonths(startOfMonth(after), count));
  for (const month of months) {
    const day = rule.kind === 'monthly' ? worked(dayOf(month, rule.day)) : nthWorkingDay(month, rule.nth, isWorkingDay);
    if (day !== null && day > after) return day;
  }
  return null;
}

function nextWeekday({ weekdays, everyWeeks }: Extract<Recurrence, { kind: 'weekly' }>, after: LocalDate): LocalDate {
  const today = weekdayOf(toEpochDay(after));
  const later = weekdays.filter((weekday) => weekday > today).sort((left, right) => left - right)[0];
  const first = Math.min(...weekdays);
  // Before the first of its own week, it is the last of the week before, moved on by days off.
  if (today < first) return addDays(after, (everyWeeks - 1) * DAYS_PER_WEEK + first - today);
  return addDays(after, later === undefined ? everyWeeks * DAYS_PER_WEEK + first - today : later - today);
}

function dayOf(month: LocalDate, day: number): LocalDate {
  const end = endOfMonth(month);
  return day > Number(end.slice(8)) ? end : addDays(month, day - 1);
}

function nthWorkingDay(month: LocalDate, nth: number, isWorkingDay: IsWorkingDay): LocalDate | null {
  const days: LocalDate[] = [];
  for (let day = month; day <= endOfMonth(month); day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return days.at(nth > 0 ? nth - 1 : nth) ?? null;
}

function firstFrom(day: LocalDate, isWorkingDay: IsWorkingDay): LocalDate | null {
  for (let count = 0; count < SEARCH_DAYS_MAX; count += 1) {
    if (isWorkingDay(addDays(day, count))) return addDays(day, count);
  }
  return null;
}
