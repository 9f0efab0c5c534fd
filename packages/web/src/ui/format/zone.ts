/** Calendar days as instants: "known at 5 November" means until the last microsecond of that day where the company is. */
import { addDays, type LocalDate, parseLocalDate } from '@quittance/core/calendar';

/** Minutes by which a zone is ahead of UTC at an instant. */
function zoneOffsetMinutes(atMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(atMs);
  const part = (type: string): number => Number(parts.find((candidate) => candidate.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((local - atMs) / 60_000);
}

/** The instant at which a day begins in a zone: 2026-11-05 in Europe/Rome begins at 2026-11-04T23:00:00Z. */
export function startOfDay(date: LocalDate, timeZone: string): Date {
  const asUtc = Date.parse(`${date}T00:00:00Z`);
  const guess = asUtc - zoneOffsetMinutes(asUtc, timeZone) * 60_000;
  // Around a change of the clock the first guess may have used the offset of the other side.
  return new Date(asUtc - zoneOffsetMinutes(guess, timeZone) * 60_000);
}

/**
 * What the API takes as `knownAt`: a day stands for its last microsecond in the company's zone, an instant for itself.
 * `knownAtInstant('2026-11-05', 'Europe/Rome')` is "2026-11-05T22:59:59.999999Z".
 */
export function knownAtInstant(text: string, timeZone: string): string {
  const date = parseLocalDate(text);
  if (date === null) return text;
  const lastMs = new Date(startOfDay(addDays(date, 1), timeZone).getTime() - 1).toISOString();
  return lastMs.replace(/\.999Z$/, '.999999Z');
}
