/**
 * When somebody works: a company, a team, a person, a customer. Patterns say the hours of usual days, rules of single days change
 * them: holidays, half days, extra working days, absence. A shift belongs to the day on which it begins: a holiday takes the
 * night that starts on its evening, and leaves the one that ends on its morning.
 */
import { MICROS_PER_DAY, MICROS_PER_MINUTE } from './instant.ts';
import { fromEpochDay, type LocalDate, toEpochDay } from './local-date.ts';
import { firstInstantAt } from './zone-clock.ts';

/** Minutes from the midnight before; a night shift ends beyond 1440: 22:00 to 06:00 is 1320 to 1800. */
export interface WorkSpan {
  readonly fromMinute: number;
  readonly untilMinute: number;
}

/** The hours of each day of a cycle, which is a week from a Monday for most, and six days for four on and two off. */
export interface WorkPattern {
  readonly timeZone: string;
  /** First and last day it holds for; null is without limit. */
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  /** The day that the first of the cycle stands for, in any week. */
  readonly anchor: LocalDate;
  readonly cycle: readonly (readonly WorkSpan[])[];
}

/** What a single day is instead of its pattern; several are applied in their order. */
export type DayRule =
  | { readonly kind: 'closed' }
  /** An extra working day, or other hours than usual. */
  | { readonly kind: 'hours'; readonly spans: readonly WorkSpan[] }
  /** A half day: the usual hours, as far as they lie in it. */
  | ({ readonly kind: 'within' } & WorkSpan)
  /** Away for some hours. */
  | ({ readonly kind: 'without' } & WorkSpan);

export interface WorkCalendar {
  /** On a day that several hold for, the last one counts: a person's own shift after that of the team. */
  readonly patterns: readonly WorkPattern[];
  readonly days: ReadonlyMap<LocalDate, readonly DayRule[]>;
}

/** Microseconds since 1970-01-01T00:00Z; the end is not in it. */
export interface OpenSpan {
  readonly from: number;
  readonly until: number;
}

/** Days before and after an instant whose hours can reach it: a shift ends at most two days on, clocks differ by 14 hours. */
const DAYS_BEFORE = 3;
const DAYS_AFTER = 1;

/** Each day is worked out once for a calendar, which never changes. */
const KNOWN = new WeakMap<WorkCalendar, Map<number, readonly OpenSpan[]>>();

/** When the calendar works between two instants, in order, without overlap. */
export function openBetween(calendar: WorkCalendar, { from, until }: OpenSpan): OpenSpan[] {
  const first = Math.floor(from / MICROS_PER_DAY) - DAYS_BEFORE;
  const last = Math.floor(until / MICROS_PER_DAY) + DAYS_AFTER;
  const open: OpenSpan[] = [];
  for (let day = first; day <= last; day += 1) {
    for (const span of openOn(calendar, day)) {
      const cut = { from: Math.max(span.from, from), until: Math.min(span.until, until) };
      if (cut.from < cut.until) open.push(cut);
    }
  }
  return merged(open);
}

/** The hours of a day as its pattern and rules have them, in minutes of the clock; none on a day off. */
export function hoursOn(calendar: WorkCalendar, day: LocalDate): WorkSpan[] {
  return patternHours(calendar, toEpochDay(day))?.spans ?? [];
}

function openOn(calendar: WorkCalendar, day: number): readonly OpenSpan[] {
  const known = KNOWN.get(calendar) ?? new Map<number, readonly OpenSpan[]>();
  KNOWN.set(calendar, known);
  const found = known.get(day);
  if (found) return found;
  const { timeZone = 'UTC', spans = [] } = patternHours(calendar, day) ?? {};
  const at = (minute: number): number => firstInstantAt(day * MICROS_PER_DAY + minute * MICROS_PER_MINUTE, timeZone);
  const made = spans.map(({ fromMinute, untilMinute }) => ({ from: at(fromMinute), until: at(untilMinute) }));
  known.set(day, made);
  return made;
}

function patternHours(calendar: WorkCalendar, day: number): { timeZone: string; spans: WorkSpan[] } | undefined {
  const date = fromEpochDay(day);
  const pattern = calendar.patterns.findLast(
    ({ from, until }) => (from === null || from <= date) && (until === null || date <= until),
  );
  if (pattern === undefined) return undefined;
  const usual = pattern.cycle[dayOfCycle(pattern, day)] ?? [];
  const rules = calendar.days.get(date) ?? [];
  return { timeZone: pattern.timeZone, spans: rules.reduce(ruled, [...usual]) };
}

function dayOfCycle({ anchor, cycle }: WorkPattern, day: number): number {
  const since = (day - toEpochDay(anchor)) % cycle.length;
  return since < 0 ? since + cycle.length : since;
}

function ruled(spans: WorkSpan[], rule: DayRule): WorkSpan[] {
  if (rule.kind === 'closed') return [];
  if (rule.kind === 'hours') return [...rule.spans];
  const { fromMinute, untilMinute } = rule;
  if (rule.kind === 'within') return spans.flatMap((span) => cut(span, { fromMinute, untilMinute }));
  return spans.flatMap((span) => [
    ...cut(span, { fromMinute: span.fromMinute, untilMinute: fromMinute }),
    ...cut(span, { fromMinute: untilMinute, untilMinute: span.untilMinute }),
  ]);
}

function cut(span: WorkSpan, to: WorkSpan): WorkSpan[] {
  const fromMinute = Math.max(span.fromMinute, to.fromMinute);
  const untilMinute = Math.min(span.untilMinute, to.untilMinute);
  return fromMinute < untilMinute ? [{ fromMinute, untilMinute }] : [];
}

function merged(spans: readonly OpenSpan[]): OpenSpan[] {
  const out: OpenSpan[] = [];
  for (const span of spans.toSorted((left, right) => left.from - right.from)) {
    const last = out.at(-1);
    if (last !== undefined && span.from <= last.until) {
      out[out.length - 1] = { from: last.from, until: Math.max(last.until, span.until) };
    } else out.push(span);
  }
  return out;
}

/** 1970-01-05 was a Monday: the anchor of every cycle that is a week. */
export const MONDAY = '1970-01-05' as LocalDate;
const MINUTES_PER_HOUR = 60;
const DAYS_PER_WEEK = 7;

/** The same hours on some weekdays (1 is Monday, 7 Sunday), every week, without holidays. */
export function weeklyCalendar(
  timeZone: string,
  { weekdays, spans }: { readonly weekdays: readonly number[]; readonly spans: readonly WorkSpan[] },
): WorkCalendar {
  const cycle = Array.from({ length: DAYS_PER_WEEK }, (_, index) => (weekdays.includes(index + 1) ? spans : []));
  return { patterns: [{ timeZone, from: null, until: null, anchor: MONDAY, cycle }], days: new Map() };
}

/** Monday to Friday, 09:00 to 17:00 on the clocks of the zone. */
export function usualCalendar(timeZone: string): WorkCalendar {
  const spans = [{ fromMinute: 9 * MINUTES_PER_HOUR, untilMinute: 17 * MINUTES_PER_HOUR }];
  return weeklyCalendar(timeZone, { weekdays: [1, 2, 3, 4, 5], spans });
}

/**
 * What one working day is worth: the length that most days of the cycle have, the longer one of two. 09:00 to 17:00 is 480; with
 * four days of 510 minutes and a Friday of 300 it is 510.
 */
export function workingDayMinutes(calendar: WorkCalendar): number {
  const counts = new Map<number, number>();
  for (const spans of calendar.patterns.at(-1)?.cycle ?? []) {
    const minutes = spans.reduce((sum, { fromMinute, untilMinute }) => sum + untilMinute - fromMinute, 0);
    if (minutes > 0) counts.set(minutes, (counts.get(minutes) ?? 0) + 1);
  }
  const [most] = [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0]);
  return most?.[0] ?? 0;
}
