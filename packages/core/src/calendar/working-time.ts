/**
 * The clock of an agreed time: it runs only while the calendar works. What comes before opening counts from opening, what comes
 * after closing from the next opening, and what is due at closing is due then, not at the next opening.
 */
import { instantOfMicros, MICROS_PER_DAY, MICROS_PER_MINUTE, microsOfInstant } from './instant.ts';
import { type OpenSpan, openBetween, type WorkCalendar } from './work-calendar.ts';

const STEP = 8 * MICROS_PER_DAY; // looked at together: over any weekend with holidays around it
/** Who does not work within so many days has no next time to work. */
const HORIZON_DAYS = 800;

/**
 * The instant so many working minutes later: with 09:00 to 17:00, 480 minutes after Friday 10:42 is Monday 10:42; after Saturday
 * it is Monday at closing. Null when there is not so much work in 800 days. Instants are ISO in UTC.
 */
export function addWorkingMinutes(instant: string, minutes: number, calendar: WorkCalendar): string | null {
  const start = microsOfInstant(instant);
  let left = minutes * MICROS_PER_MINUTE;
  for (const { from, until } of spansAfter(calendar, start)) {
    if (left <= until - from) return instantOfMicros(from + left);
    left -= until - from;
  }
  return null;
}

/**
 * The instant so many working minutes earlier. What began before it had its time: with 480 minutes and Monday 10:42 now, whatever
 * came before Friday 10:42 is late. Null when there was not so much work in 800 days.
 */
export function subtractWorkingMinutes(instant: string, minutes: number, calendar: WorkCalendar): string | null {
  const end = microsOfInstant(instant);
  let left = minutes * MICROS_PER_MINUTE;
  for (const { from, until } of spansBefore(calendar, end)) {
    if (left <= until - from) return instantOfMicros(until - left);
    left -= until - from;
  }
  return null;
}

/**
 * Whole working minutes from one instant to another; none when the second comes first. From Friday 16:00 to Monday 10:30 with
 * 09:00 to 17:00 they are 60 + 90 = 150.
 */
export function workingMinutesBetween(from: string, until: string, calendar: WorkCalendar): number {
  const spans = openBetween(calendar, { from: microsOfInstant(from), until: microsOfInstant(until) });
  const micros = spans.reduce((sum, span) => sum + span.until - span.from, 0);
  return Math.floor(micros / MICROS_PER_MINUTE);
}

export function isWorking(instant: string, calendar: WorkCalendar): boolean {
  const from = microsOfInstant(instant);
  return openBetween(calendar, { from, until: from + 1 }).length > 0;
}

function* spansAfter(calendar: WorkCalendar, start: number): Generator<OpenSpan> {
  const end = start + HORIZON_DAYS * MICROS_PER_DAY;
  for (let from = start; from < end; from += STEP) yield* openBetween(calendar, { from, until: from + STEP });
}

function* spansBefore(calendar: WorkCalendar, end: number): Generator<OpenSpan> {
  const start = end - HORIZON_DAYS * MICROS_PER_DAY;
  for (let until = end; until > start; until -= STEP) {
    yield* openBetween(calendar, { from: until - STEP, until }).toReversed();
  }
}
