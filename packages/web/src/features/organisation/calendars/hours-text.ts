/**
 * Hours of a day as people write them: `09:00-13:00, 14:00-18:00`, `9-17`, `22:00-06:00` for a night that ends on the next day.
 * Nothing, or a dash, is a day without hours.
 */
export interface HoursSpan {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

const MINUTES_PER_HOUR = 60;
const MINUTES_PER_DAY = 1_440;
const SPAN = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?$/;

/** Null for what is no hours. "22-6" is 1320 to 1800. */
export function readHours(text: string): HoursSpan[] | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed === '-' || trimmed === '–') return [];
  const spans = trimmed.split(/[,;]/).map((part) => readSpan(part.trim()));
  const known = spans.filter((span) => span !== null);
  if (known.length < spans.length) return null;
  const isInOrder = known.every((span, index) => span.fromMinute >= (known[index - 1]?.untilMinute ?? 0));
  return isInOrder ? known : null;
}

function readSpan(text: string): HoursSpan | null {
  const match = SPAN.exec(text);
  const from = match ? minuteOf(match[1], match[2]) : null;
  const until = match ? minuteOf(match[3], match[4]) : null;
  if (from === null || until === null || from === MINUTES_PER_DAY) return null;
  return { fromMinute: from, untilMinute: until <= from ? until + MINUTES_PER_DAY : until };
}

/** 24:00 is the end of the day. */
function minuteOf(hour: string | undefined, minute = '00'): number | null {
  const minutes = Number(hour) * MINUTES_PER_HOUR + Number(minute);
  return Number(minute) < MINUTES_PER_HOUR && minutes <= MINUTES_PER_DAY ? minutes : null;
}

/** As it is read again; a day without hours is empty. */
export function hoursText(spans: readonly HoursSpan[]): string {
  return spans.map(({ fromMinute, untilMinute }) => `${timeText(fromMinute)}–${timeText(untilMinute)}`).join(', ');
}

/** 1800 is "06:00", and 1440 "24:00". */
export function timeText(minute: number): string {
  const ofDay = minute > MINUTES_PER_DAY ? minute - MINUTES_PER_DAY : minute;
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(ofDay / MINUTES_PER_HOUR))}:${two(ofDay % MINUTES_PER_HOUR)}`;
}

/** The minute of "13:30" as a field of time gives it; null for an empty one. */
export function minuteOfTime(text: string): number | null {
  const [hour, minute] = text.split(':');
  return hour && minute ? minuteOf(hour, minute) : null;
}

export interface HoursGroup {
  /** Days of the cycle, from 0, that follow each other with the same hours. */
  readonly first: number;
  readonly last: number;
  readonly text: string;
}

/** A cycle in few words: Monday to Friday 09:00–17:00 is one group; days without hours are left out. */
export function hoursGroups(cycle: readonly (readonly HoursSpan[])[]): HoursGroup[] {
  const groups: HoursGroup[] = [];
  for (const [day, spans] of cycle.entries()) {
    const text = hoursText(spans);
    const last = groups.at(-1);
    if (last?.text === text && last.last === day - 1) groups[groups.length - 1] = { ...last, last: day };
    else if (text !== '') groups.push({ first: day, last: day, text });
  }
  return groups;
}
