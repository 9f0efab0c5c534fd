/** What clock and calendar show in a zone, and days of the calendar as instants. */
import { addDays, dateInZone, instantInZone, type LocalDate, parseLocalDate } from '@quittance/core/calendar';

const MICROS_PER_MS = 1_000n;
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  CLOCKS.set(timeZone, made);
  return made;
}

const inMs = (instant: string | number): number => (typeof instant === 'number' ? instant : Date.parse(instant));

/** "04:05" in the zone, whatever the reader's language: a time to type back in. A number is milliseconds. */
export function clockIn(instant: string | number, timeZone: string): string {
  return clockOf(timeZone).format(inMs(instant));
}

/** The day of an instant in the zone: 2026-11-22T23:30:00Z is 2026-11-23 in Europe/Rome. A number is milliseconds. */
export function dayIn(instant: string | number, timeZone: string): LocalDate {
  return dateInZone(BigInt(inMs(instant)) * MICROS_PER_MS, timeZone);
}

/** The place a zone is named after: "New York". */
export function placeOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
}

/**
 * What the API takes as `knownAt`: a day stands for its last microsecond in the company's zone, an instant for itself.
 * `knownAtInstant('2026-11-05', 'Europe/Rome')` is "2026-11-05T22:59:59.999999Z".
 */
export function knownAtInstant(text: string, timeZone: string): string {
  const date = parseLocalDate(text);
  if (date === null) return text;
  const nextDay = Date.parse(instantInZone(addDays(date, 1), '00:00', timeZone));
  return new Date(nextDay - 1).toISOString().replace(/\.999Z$/, '.999999Z');
}
