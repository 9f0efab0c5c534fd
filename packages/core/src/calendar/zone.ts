/**
 * Calendar days of instants where a company is. By Intl, which every browser has: no page carries a library of time zones for it.
 */
import type { LocalDate } from './local-date.ts';

const MICROS_PER_MS = 1_000n;
/** A formatter costs more to make than a thousand days to read: one for each zone, of which there are some hundreds. */
const DAYS = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar date of an instant in a zone. `instantMicros` counts microseconds since 1970-01-01T00:00Z:
 * 23:30Z on 30 June is already 1 July in Europe/Rome. Throws a RangeError for a zone that is none.
 */
export function dateInZone(instantMicros: bigint, timeZone: string): LocalDate {
  const isBetween = instantMicros < 0n && instantMicros % MICROS_PER_MS !== 0n;
  const instantMs = Number(instantMicros / MICROS_PER_MS) - (isBetween ? 1 : 0);
  const parts = daysIn(timeZone).formatToParts(instantMs);
  const part = (type: 'year' | 'month' | 'day'): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as LocalDate;
}

function daysIn(timeZone: string): Intl.DateTimeFormat {
  const known = DAYS.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  DAYS.set(timeZone, made);
  return made;
}
