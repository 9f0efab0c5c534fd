/** The days that customers usually name: this Friday, the next one, the end of the month. */
import { addDays, endOfMonth, type LocalDate, toEpochDay, weekdayOf } from '@quittance/core/calendar';

const FRIDAY = 5;
const DAYS_PER_WEEK = 7;

/** From Wednesday 2026-11-25: the 26th, Friday the 27th, Friday 4 December, month end the 30th; each once, in order. */
export function usualDays(today: LocalDate): LocalDate[] {
  const friday = addDays(today, (FRIDAY - weekdayOf(toEpochDay(today)) + DAYS_PER_WEEK) % DAYS_PER_WEEK);
  const days = [addDays(today, 1), friday, addDays(friday, DAYS_PER_WEEK), endOfMonth(today)];
  return [...new Set(days)].filter((day) => day > today).sort();
}
