/**
 * Where an item stands on the ladder and when its next step comes. One step at a time: the next is the first below the last one
 * that was taken; none is passed over but reminders before the due date, which lapse when it has come. What stops an item (a dispute,
 * a promise) does not move it: it goes on from where it stood.
 */
import { addDays, endOfMonth, type LocalDate, laterDate } from '../calendar/index.ts';
import type { LadderStep } from '../strategies/index.ts';

/** A step that an item has taken. */
export interface TakenStep {
  readonly key: string;
  /** What a person did: the day on which it was done, if that is later. */
  readonly on: LocalDate;
  /** A person was told to do it and has not yet: the next step waits. */
  readonly isUnfinished?: boolean;
  /** What is not done yet is to print and post its letter. */
  readonly isUnprinted?: boolean;
}

export interface NextStep {
  readonly step: LadderStep;
  /** Counts the steps of the ladder, from 1. */
  readonly level: number;
  /** The first day on which it may be taken. */
  readonly on: LocalDate;
}

/**
 * The next step of an item, null at the end of the ladder. Due on 1 October, first notice (due date + 5) taken on the 6th: the second
 * notice (due date + 20, at least 7 days later) comes on the 21st. `taken` in any order; steps that the ladder no longer has do not
 * count but for their day.
 */
export function nextStep(
  ladder: readonly LadderStep[],
  {
    dueOn,
    taken,
    today,
  }: { readonly dueOn: LocalDate; readonly taken: readonly TakenStep[]; readonly today: LocalDate },
): NextStep | null {
  const last = ladder.findLastIndex((step) => taken.some(({ key }) => key === step.key));
  const lastOn = taken.reduce<LocalDate | null>(
    (latest, { on }) => (latest === null ? on : laterDate(latest, on)),
    null,
  );
  for (let index = last + 1; index < ladder.length; index += 1) {
    const step = ladder[index];
    if (step === undefined || hasLapsed(step, dueOn, today)) continue;
    return { step, level: index + 1, on: firstDayOf(step, dueOn, lastOn) };
  }
  return null;
}

/** A reminder before the due date says nothing any more when that date has passed. */
function hasLapsed({ kind }: LadderStep, dueOn: LocalDate, today: LocalDate): boolean {
  return kind === 'pre_due' && today > dueOn;
}

function firstDayOf({ boundary, days, waitDays }: LadderStep, dueOn: LocalDate, lastOn: LocalDate | null): LocalDate {
  const from = boundary === 'last_step' && lastOn !== null ? lastOn : dueOn;
  const counted = boundary === 'month_end' ? endOfMonth(addDays(from, days)) : addDays(from, days);
  return lastOn === null ? counted : laterDate(counted, addDays(lastOn, waitDays));
}
