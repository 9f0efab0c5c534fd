/** Working time as it is typed and shown: hours and minutes. */
const MINUTES_PER_HOUR = 60;

/** 510 minutes are "8:30". */
export function timeText(minutes: number): string {
  return `${Math.floor(minutes / MINUTES_PER_HOUR)}:${String(minutes % MINUTES_PER_HOUR).padStart(2, '0')}`;
}

/** Minutes of working time as typed: "8:30" is 510, "4" is 240 (hours); null is no time, or none from a minute to a thousand hours. */
export function minutesOf(typed: string): number | null {
  const found = /^(\d{1,4})(?::([0-5]\d))?$/.exec(typed.trim());
  if (!found) return null;
  const minutes = Number(found[1]) * MINUTES_PER_HOUR + Number(found[2] ?? 0);
  return minutes >= 1 && minutes <= MINUTES_MAX ? minutes : null;
}

const MINUTES_MAX = 60_000; // as the server takes it

export function isTime(typed: string): boolean {
  return typed.trim() === '' || minutesOf(typed) !== null;
}
