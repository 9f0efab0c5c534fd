import { addDays, type LocalDate, startOfMonth } from '@quittance/core/calendar';

const OFFERED = 4;

/** The last month-ends before a day, the nearest first: on 2026-11-23 they begin with 2026-10-31, 2026-09-30. */
export function monthEnds(today: LocalDate): LocalDate[] {
  const ends: LocalDate[] = [];
  for (let day = today; ends.length < OFFERED; ) {
    day = addDays(startOfMonth(day), -1);
    ends.push(day);
  }
  return ends;
}
