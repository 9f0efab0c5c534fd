/** The days until which a customer is usually left alone: nobody takes a customer up again on a weekend. */
import { addDays, type LocalDate, toEpochDay, weekdayOf } from '@quittance/core/calendar';

const USUAL_DAYS = [1, 3, 7, 14] as const;
const SATURDAY = 6;
const SUNDAY = 7;

/** The day itself, or the Monday after a weekend. */
export function weekdayFrom(day: LocalDate): LocalDate {
  const weekday = weekdayOf(toEpochDay(day));
  return weekday === SATURDAY ? addDays(day, 2) : weekday === SUNDAY ? addDays(day, 1) : day;
}

/** From Sunday 2026-11-22: Monday the 23rd, Wednesday the 25th, Monday the 30th, Monday 7 December; each once. */
export function snoozeDays(today: LocalDate): LocalDate[] {
  return [...new Set(USUAL_DAYS.map((days) => weekdayFrom(addDays(today, days))))];
}
