/** What a clock in a zone shows, as instants. By Intl, which every browser has: no page carries a library of time zones for it. */
import { instantOfMicros, MICROS_PER_DAY, MICROS_PER_MS } from './instant.ts';
import { type LocalDate, toEpochDay } from './local-date.ts';
import { firstInstantAt, instantShowing } from './zone-clock.ts';

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

/**
 * The instant of a wall clock in a zone, in UTC: 14:05 on 1 July in Europe/Rome is 2026-07-01T12:05:00Z. A time that the
 * clocks leave out is as much later as they jump, 02:30 on 29 March 2026 there 03:30; one that they show twice in a night of the year
 * is the first. `timeOfDay` is "14:05" or "14:05:30". Throws a RangeError for any other, and for a zone that is none.
 */
export function instantInZone(day: LocalDate, timeOfDay: string, timeZone: string): string {
  if (!TIME_OF_DAY.test(timeOfDay)) throw new RangeError(`not a time of day: ${JSON.stringify(timeOfDay)}`);
  const wall = Date.parse(`${day}T${timeOfDay}Z`) * MICROS_PER_MS;
  return instantOfMicros(instantShowing(wall, timeZone));
}

/**
 * The instant at which a day begins in a zone, in microseconds since 1970-01-01T00:00Z; where clocks jump over midnight, that at which
 * they jump. 2026-11-05 in Europe/Rome begins at 2026-11-04T23:00:00Z.
 */
export function startOfDayMicros(day: LocalDate, timeZone: string): number {
  return firstInstantAt(toEpochDay(day) * MICROS_PER_DAY, timeZone);
}
