/**
 * Working minutes between many pairs of instants: a calendar's hours are laid out once for the whole range, and each pair is then two
 * look-ups, so that a year of receipts is counted in the time of a few.
 */
import { MICROS_PER_MINUTE, openBetween, type WorkCalendar } from '../calendar/index.ts';

/** Working minutes from one instant to another, both in minutes since 1970-01-01T00:00Z within the range; none when the second comes first. */
export type WorkingClock = (from: number, until: number) => number;

/**
 * `workingMinutesBetween`, the same to the minute: from Friday 16:00 to Monday 10:30 with 09:00 to 17:00 are 60 + 90 = 150.
 */
export function workingClock(
  calendar: WorkCalendar,
  range: { readonly from: number; readonly until: number },
): WorkingClock {
  const spans = openBetween(calendar, {
    from: range.from * MICROS_PER_MINUTE,
    until: range.until * MICROS_PER_MINUTE,
  });
  const before: number[] = [];
  let total = 0;
  for (const { from, until } of spans) {
    before.push(total);
    total += until - from;
  }
  /** Of the range's start, in microseconds. */
  const workedBy = (micros: number): number => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.from ?? 0) < micros) low = middle + 1;
      else high = middle;
    }
    const span = spans[low - 1];
    if (span === undefined) return 0;
    return (before[low - 1] ?? 0) + Math.min(micros, span.until) - span.from;
  };
  return (from, until) => {
    if (until <= from) return 0;
    return Math.floor((workedBy(until * MICROS_PER_MINUTE) - workedBy(from * MICROS_PER_MINUTE)) / MICROS_PER_MINUTE);
  };
}
