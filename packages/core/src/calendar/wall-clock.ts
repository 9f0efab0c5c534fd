import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.ts';

/**
 * The instant of a wall clock in a zone, in UTC: 14:05 on 1 July in Europe/Rome is 2026-07-01T12:05:00Z. A time that the
 * clocks leave out or show twice in a night of the year is the one after, or the first.
 */
export function instantInZone(day: LocalDate, timeOfDay: string, timeZone: string): string {
  const wall = Temporal.PlainDateTime.from(`${day}T${timeOfDay}`);
  return wall.toZonedDateTime(timeZone).toInstant().toString();
}
