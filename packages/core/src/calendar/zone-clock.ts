/**
 * When the clocks of a zone show what: its offsets from UTC, by Intl, which every browser has. A time that clocks leave out is the
 * moment they jump; one that they show twice is the first. So the order of times is kept, and shifts that meet on the clock
 * neither overlap nor leave a gap in the night when it changes.
 */
import { MICROS_PER_DAY, MICROS_PER_MS } from './instant.ts';

/** A stretch in which the zone keeps one offset, in microseconds. */
interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

const MICROS_PER_SECOND = 1_000_000;
const MARGIN = 2 * MICROS_PER_DAY; // no clock is further than 14 hours from UTC
/** By zone and year: a year of offsets costs a few milliseconds to find, and is asked for thousands of times. */
const STRETCHES = new Map<string, readonly Stretch[]>();
const CLOCKS = new Map<string, Intl.DateTimeFormat>();

/**
 * The first instant at which the clocks of the zone show this time of this day or a later one. `wall` counts microseconds from
 * 1970-01-01 00:00 on the clock. 02:30 on 29 March 2026 in Europe/Rome, which no clock shows, is 01:00Z.
 */
export function firstInstantAt(wall: number, timeZone: string): number {
  for (const { from, until, offset } of stretchesOf(timeZone, yearOf(wall))) {
    if (wall - offset < until) return Math.max(from, wall - offset);
  }
  throw new RangeError(`no instant for ${wall} in ${timeZone}`);
}

/**
 * The first instant at which the clocks of the zone show this time; one that they leave out is as much later as they jump. 02:30 on
 * 29 March 2026 in Europe/Rome, which no clock shows, is 01:30Z, when they show 03:30.
 */
export function instantShowing(wall: number, timeZone: string): number {
  let before: number | undefined;
  for (const { from, until, offset } of stretchesOf(timeZone, yearOf(wall))) {
    if (wall - offset < until) return wall - (wall - offset < from ? (before ?? offset) : offset);
    before = offset;
  }
  throw new RangeError(`no instant for ${wall} in ${timeZone}`);
}

/** False for a name that Intl does not know. */
export function isTimeZone(name: string): boolean {
  try {
    clockOf(name);
    return true;
  } catch {
    return false;
  }
}

function yearOf(micros: number): number {
  return new Date(Math.floor(micros / MICROS_PER_MS)).getUTCFullYear();
}

function stretchesOf(timeZone: string, year: number): readonly Stretch[] {
  const key = `${timeZone} ${year}`;
  const known = STRETCHES.get(key);
  if (known) return known;
  const made = findStretches(timeZone, {
    from: Date.UTC(year, 0, 1) * MICROS_PER_MS - MARGIN,
    until: Date.UTC(year + 1, 0, 1) * MICROS_PER_MS + MARGIN,
  });
  STRETCHES.set(key, made);
  return made;
}

function findStretches(timeZone: string, { from, until }: { from: number; until: number }): Stretch[] {
  const found: Stretch[] = [];
  let start = from;
  let offset = offsetAt(from, timeZone);
  for (let day = from; day < until; day += MICROS_PER_DAY) {
    const next = offsetAt(day + MICROS_PER_DAY, timeZone);
    if (next === offset) continue;
    const change = changeBetween({ from: day, until: day + MICROS_PER_DAY }, timeZone);
    found.push({ from: start, until: change, offset });
    start = change;
    offset = next;
  }
  return [...found, { from: start, until: until + MICROS_PER_DAY, offset }];
}

/** The second at which the offset becomes that of the end: there is one change a day at most. */
function changeBetween({ from, until }: { from: number; until: number }, timeZone: string): number {
  const before = offsetAt(from, timeZone);
  let [low, high] = [from, until];
  while (high - low > MICROS_PER_SECOND) {
    const middle = Math.floor((low + high) / 2 / MICROS_PER_SECOND) * MICROS_PER_SECOND;
    if (offsetAt(middle, timeZone) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** At a whole second. */
function offsetAt(instant: number, timeZone: string): number {
  const parts = clockOf(timeZone).formatToParts(instant / MICROS_PER_MS);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return wall * MICROS_PER_MS - instant;
}

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  CLOCKS.set(timeZone, made);
  return made;
}
