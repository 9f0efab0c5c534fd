const MS_PER_MINUTE = 60_000;

/** `minutesLater('2026-03-30T08:00:00Z', 30)` is "2026-03-30T08:30:00.000Z". */
export function minutesLater(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * MS_PER_MINUTE).toISOString();
}
