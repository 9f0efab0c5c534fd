/** The one place where the process reads the time. Tests and seeded ledgers pass a clock of their own. */
export interface Clock {
  /** Microseconds since 1970-01-01T00:00:00Z. */
  now(): bigint;
}

export const systemClock: Clock = { now: () => BigInt(Date.now()) * 1000n };

/** "2026-11-22T09:30:00.000001Z" of microseconds since 1970. */
export function instantText(micros: bigint): string {
  const ms = Number(micros / 1000n);
  const rest = String(micros % 1000n).padStart(3, '0');
  return `${new Date(ms).toISOString().slice(0, -1)}${rest}Z`;
}

/** Microseconds since 1970 of an ISO instant in UTC. Throws a RangeError on anything else. */
export function instantMicros(text: string): bigint {
  const match = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,6}))?Z$/.exec(text);
  const ms = match ? Date.parse(`${match[1]}Z`) : Number.NaN;
  if (!match || Number.isNaN(ms)) throw new RangeError(`not an instant in UTC: ${JSON.stringify(text)}`);
  return BigInt(ms) * 1000n + BigInt((match[2] ?? '').padEnd(6, '0') || '0');
}

/** "Fri, 20 Nov 2026 10:00:00 +0000": an instant as the Date of a mail (RFC 5322). */
export function mailDateText(micros: bigint): string {
  return new Date(Number(micros / 1000n)).toUTCString().replace('GMT', '+0000');
}
