/**
 * How long each queue may take. The time runs in the company's working hours from when the receipt came in; asked about, a
 * receipt is the customer's turn, and falls due again when an answer should have come.
 */
import {
  addWorkingMinutes,
  subtractWorkingMinutes,
  type WorkCalendar,
  workingDayMinutes,
} from '@quittance/core/calendar';
import type { ReceiptQueue } from './queues.queries.ts';

/** Business days from coming in to being applied; money on an account has a week to find its items. Posted has no clock. */
const QUEUE_DAYS: Readonly<Record<Exclude<ReceiptQueue, 'posted'>, number>> = {
  to_confirm: 1,
  exceptions: 1,
  unidentified: 1,
  unapplied: 5,
};

/** Business days in which a customer answers; then somebody asks again. */
const ANSWER_DAYS = 3;

export interface DueInput {
  readonly queue: ReceiptQueue;
  readonly recordedAt: string;
  /** From when it stands in the unapplied queue. */
  readonly since: string;
  /** When the customer was last asked and has not answered; null when it is our turn. */
  readonly askedAt: string | null;
}

/** A function of receipts that gives the instant by which each is due, or null; receipts of one import share their answer. */
export function dueReader(hours: WorkCalendar): (receipt: DueInput) => string | null {
  const known = new Map<string, string | null>();
  return ({ queue, recordedAt, since, askedAt }) => {
    if (queue === 'posted') return null;
    const from = askedAt ?? (queue === 'unapplied' ? since : recordedAt);
    const days = askedAt === null ? QUEUE_DAYS[queue] : ANSWER_DAYS;
    const key = `${days} ${from}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const due = addWorkingMinutes(from, days * workingDayMinutes(hours), hours);
    known.set(key, due);
    return due;
  };
}

/** Nothing is late where nobody has worked yet. */
const BEFORE_EVERYTHING = '1970-01-01T00:00:00Z';

export interface LateBefore {
  readonly toApply: string;
  readonly unapplied: string;
  readonly answer: string;
}

/** The instants before which a clock must have begun for its time to be over at `now`. */
export function lateBefore(hours: WorkCalendar, now: string): LateBefore {
  const before = (days: number): string =>
    subtractWorkingMinutes(now, days * workingDayMinutes(hours), hours) ?? BEFORE_EVERYTHING;
  return {
    toApply: before(QUEUE_DAYS.to_confirm),
    unapplied: before(QUEUE_DAYS.unapplied),
    answer: before(ANSWER_DAYS),
  };
}
