/** When to call: only while both sides work. */
import { instantOfMicros, MICROS_PER_DAY, microsOfInstant } from './instant.ts';
import { type OpenSpan, openBetween, type WorkCalendar } from './work-calendar.ts';

/** Instants, ISO in UTC; the end is not in it. */
export interface Window {
  readonly from: string;
  readonly until: string;
}

export interface CallWindow extends Window {
  /** It is open at the instant asked about; it then begins with that instant. */
  readonly isNow: boolean;
}

/** When the calendar works within the days after an instant, for a plan of the week. */
export function workWindows(calendar: WorkCalendar, { now, days }: { now: string; days: number }): Window[] {
  return openBetween(calendar, spanOf(now, days)).map(windowOf);
}

/** When both work within the days after an instant, in order. */
export function callWindows(both: {
  readonly ours: WorkCalendar;
  readonly theirs: WorkCalendar;
  readonly now: string;
  readonly days: number;
}): CallWindow[] {
  const asked = spanOf(both.now, both.days);
  const shared = intersection(openBetween(both.ours, asked), openBetween(both.theirs, asked));
  return shared.map((span) => ({ ...windowOf(span), isNow: span.from === asked.from }));
}

/**
 * The window to call in: the one that is open now, else the next within the days asked for, else null. At 21:00 in Manila, when
 * a night shift there runs from 20:00 to 05:00 and the customer in New York works from 09:00 to 17:00, it is open, and ends
 * with the shift at 05:00 in Manila, where it is 16:00 in New York of winter.
 */
export function callWindow(both: Parameters<typeof callWindows>[0]): CallWindow | null {
  return callWindows(both)[0] ?? null;
}

function spanOf(now: string, days: number): OpenSpan {
  const from = microsOfInstant(now);
  return { from, until: from + days * MICROS_PER_DAY };
}

function windowOf({ from, until }: OpenSpan): Window {
  return { from: instantOfMicros(from), until: instantOfMicros(until) };
}

function intersection(left: readonly OpenSpan[], right: readonly OpenSpan[]): OpenSpan[] {
  const shared: OpenSpan[] = [];
  for (let l = 0, r = 0; l < left.length && r < right.length; ) {
    const [one, other] = [left[l] as OpenSpan, right[r] as OpenSpan];
    const span = { from: Math.max(one.from, other.from), until: Math.min(one.until, other.until) };
    if (span.from < span.until) shared.push(span);
    if (one.until <= other.until) l += 1;
    else r += 1;
  }
  return shared;
}
