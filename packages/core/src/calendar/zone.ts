import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './local-date.ts';

/**
 * The calendar date of an instant in a zone. `instantMicros` counts microseconds since 1970-01-01T00:00Z:
 * 23:30Z on 30 June is already 1 July in Europe/Rome.
 */
export function dateInZone(instantMicros: bigint, timeZone: string): LocalDate {
  const instant = Temporal.Instant.fromEpochNanoseconds(instantMicros * 1000n);
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString() as LocalDate;
}
