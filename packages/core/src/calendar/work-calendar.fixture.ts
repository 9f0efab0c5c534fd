/**
 * The slow and simple model of a work calendar: quarter of an hour by quarter of an hour, by a library of time zones. Its clock
 * stands still while clocks show an hour for the second time. Nothing of it is shared with what it judges.
 */
import { Temporal } from 'temporal-polyfill';
import type { DayRule, WorkCalendar, WorkSpan } from './index.ts';

const STEP_MINUTES = 15;
const MINUTES_PER_DAY = 24 * 60;
const STEPS_PER_DAY = MINUTES_PER_DAY / STEP_MINUTES;
const MS_PER_MINUTE = 60_000;
const NANOS_PER_MINUTE = 60_000_000_000;
const DAYS_BEFORE = 4; // a clock set back shows its way within this

export interface SlowModel {
  /** The instant of a step as text. */
  readonly instants: readonly string[];
  isOpen(step: number): boolean;
  /** Minutes of work from one step to a later one. */
  between(from: number, to: number): number;
  /** The step at which so many minutes of work have passed; undefined beyond the model's days. */
  add(step: number, minutes: number): number | undefined;
  subtract(step: number, minutes: number): number | undefined;
}

export function slowModel(calendar: WorkCalendar, firstDay: string, days: number): SlowModel {
  const timeZone = calendar.patterns[0]?.timeZone ?? 'UTC';
  const start = Temporal.PlainDate.from(firstDay).subtract({ days: DAYS_BEFORE });
  const startMinute = Temporal.Instant.from(`${start.toString()}T00:00Z`).epochMilliseconds / MS_PER_MINUTE;
  const worksAt = working(calendar);
  let shown = 0;
  const instants: string[] = [];
  const open: boolean[] = [];
  for (let step = 0; step < (days + DAYS_BEFORE) * STEPS_PER_DAY; step += 1) {
    const minute = startMinute + step * STEP_MINUTES;
    const instant = Temporal.Instant.fromEpochMilliseconds(minute * MS_PER_MINUTE);
    shown = Math.max(shown, minute + instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / NANOS_PER_MINUTE);
    if (step < DAYS_BEFORE * STEPS_PER_DAY) continue;
    instants.push(instant.toString());
    open.push(worksAt(shown));
  }
  return counting(instants, open);
}

function counting(instants: readonly string[], open: readonly boolean[]): SlowModel {
  // worked[n] is the number of open steps before step n; stepOfWork[n] is the n-th open step
  const worked = [0];
  const stepOfWork: number[] = [];
  open.forEach((isOpen, step) => {
    worked.push((worked[step] ?? 0) + (isOpen ? 1 : 0));
    if (isOpen) stepOfWork.push(step);
  });
  const before = (step: number): number => worked[step] ?? 0;
  return {
    instants,
    isOpen: (step) => open[step] ?? false,
    between: (from, to) => (before(to) - before(from)) * STEP_MINUTES,
    add(step, minutes) {
      const count = minutes / STEP_MINUTES;
      if (count === 0) return stepOfWork[before(step)];
      const last = stepOfWork[before(step) + count - 1];
      return last === undefined ? undefined : last + 1;
    },
    subtract: (step, minutes) => stepOfWork[before(step) - minutes / STEP_MINUTES],
  };
}

/** Asked about a reading of the clock, in minutes since 1970-01-01 00:00. */
function working(calendar: WorkCalendar): (clock: number) => boolean {
  const known = new Map<number, (minute: number) => boolean>();
  const on = (day: number): ((minute: number) => boolean) => {
    const found = known.get(day) ?? workingOn(calendar, Temporal.PlainDate.from('1970-01-01').add({ days: day }));
    known.set(day, found);
    return found;
  };
  return (clock) => {
    const day = Math.floor(clock / MINUTES_PER_DAY);
    const minute = clock - day * MINUTES_PER_DAY;
    return on(day)(minute) || on(day - 1)(minute + MINUTES_PER_DAY);
  };
}

function workingOn(calendar: WorkCalendar, date: Temporal.PlainDate): (minute: number) => boolean {
  const day = date.toString();
  let pattern = calendar.patterns[0];
  for (const one of calendar.patterns) {
    if ((one.from === null || day >= one.from) && (one.until === null || day <= one.until)) pattern = one;
  }
  if (pattern === undefined) return () => false;
  const since = date.since(Temporal.PlainDate.from(pattern.anchor)).days;
  const length = pattern.cycle.length;
  const usual = pattern.cycle[((since % length) + length) % length] ?? [];
  const rules: readonly DayRule[] = [...calendar.days].find(([one]) => one === day)?.[1] ?? [];
  return (minute) => {
    const isIn = ({ fromMinute, untilMinute }: WorkSpan): boolean => minute >= fromMinute && minute < untilMinute;
    let works = usual.some(isIn);
    for (const rule of rules) {
      if (rule.kind === 'closed') works = false;
      if (rule.kind === 'hours') works = rule.spans.some(isIn);
      if (rule.kind === 'within') works = works && isIn(rule);
      if (rule.kind === 'without') works = works && !isIn(rule);
    }
    return works;
  };
}
