/** Days on which the demo's companies and banks work: Monday to Friday but the days on which nobody in Europe or America does. */
import { addDays, type LocalDate, toEpochDay } from '@quittance/core/calendar';

const CLOSED_EVERY_YEAR = new Set(['01-01', '05-01', '12-25', '12-26']);

export function isBusinessDay(day: LocalDate): boolean {
  const weekday = (toEpochDay(day) + 4) % 7; // 1970-01-01 was a Thursday
  return weekday !== 0 && weekday !== 6 && !CLOSED_EVERY_YEAR.has(day.slice(5));
}

/** The first business day after a day. */
export function nextBusinessDay(day: LocalDate): LocalDate {
  return businessDayFrom(addDays(day, 1));
}

/** The day itself, or the first business day after it. */
export function businessDayFrom(day: LocalDate): LocalDate {
  let found = day;
  while (!isBusinessDay(found)) found = addDays(found, 1);
  return found;
}

/** The nearest business day: Saturdays pay on Friday, Sundays on Monday, so that lateness does not drift. */
export function nearestBusinessDay(day: LocalDate): LocalDate {
  if (isBusinessDay(day)) return day;
  const before = addDays(day, -1);
  return isBusinessDay(before) ? before : businessDayFrom(day);
}

/** So many business days after (or, when negative, before) a day. */
export function addBusinessDays(day: LocalDate, count: number): LocalDate {
  const step = count < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(count); left > 0; ) {
    found = addDays(found, step);
    if (isBusinessDay(found)) left -= 1;
  }
  return found;
}

/** All business days from a day to another, both included. */
export function businessDaysBetween(from: LocalDate, to: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isBusinessDay(day)) days.push(day);
  return days;
}
