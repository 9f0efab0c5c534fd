/** Instants as numbers for counting: microseconds since 1970-01-01T00:00Z, exact in a number until the year 2255. */

export const MICROS_PER_MS = 1_000;
export const MICROS_PER_MINUTE = 60_000_000;
export const MINUTES_PER_DAY = 1_440;
export const MICROS_PER_DAY = MINUTES_PER_DAY * MICROS_PER_MINUTE;

const INSTANT = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?Z$/;
const MICRO_DIGITS = 6;

/** Of "2026-11-20T09:42:00.5Z". Throws a RangeError for what is no instant in UTC. */
export function microsOfInstant(instant: string): number {
  const match = INSTANT.exec(instant);
  const minutesMs = match ? Date.parse(`${match[1]}Z`) : Number.NaN;
  if (!match || Number.isNaN(minutesMs)) throw new RangeError(`not an instant in UTC: ${JSON.stringify(instant)}`);
  const [, , seconds = '0', fraction = ''] = match;
  const micros = Number(fraction.slice(0, MICRO_DIGITS).padEnd(MICRO_DIGITS, '0'));
  return minutesMs * 1_000 + Number(seconds) * 1_000_000 + micros;
}

/** As ISO 8601 in UTC, without the parts of a second that are zero: 2026-11-20T09:42:00Z. */
export function instantOfMicros(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  const rest = micros - seconds * 1_000_000;
  const text = new Date(seconds * 1_000).toISOString().slice(0, 19);
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(MICRO_DIGITS, '0').replace(/0+$/, '')}`;
  return `${text}${fraction}Z`;
}
