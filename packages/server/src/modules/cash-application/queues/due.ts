/**
 * When each receipt is due. How long a queue or a question may take is policy; the time runs in the company's working hours from
 * when the receipt came in; asked about, a receipt is the customer's turn, and falls due again when an answer should have come.
 */
import {
  addWorkingMinutes,
  subtractWorkingMinutes,
  type WorkCalendar,
  workingDayMinutes,
} from '@quittance/core/calendar';
import { type Deadlines, deadlinesOf, minutesAllowed } from '@quittance/core/cash-policy';
import type { Tx } from '../../../platform/database/transaction.ts';
import { companyCalendar } from '../../organisation/index.ts';
import { deadlineChanges } from '../policies/policies.ts';
import type { ReceiptQueue } from './queues.queries.ts';

export interface DueInput {
  readonly queue: ReceiptQueue;
  readonly recordedAt: string;
  /** From when it stands in the unapplied queue. */
  readonly since: string;
  readonly questionCode: string | null;
  /** When the customer was last asked and has not answered; null when it is our turn. */
  readonly askedAt: string | null;
}

/** Instants before which a clock must have begun for its time to be over: by queue, `answer`, and "queue question". */
export type LateBefore = Readonly<Record<string, string>>;

export interface ReceiptClock {
  /** The instant by which a receipt is due, or null; receipts of one import share their answer. */
  readonly dueOf: (receipt: DueInput) => string | null;
  readonly lateBefore: (now: string) => LateBefore;
}

/** The company's hours and its policy, as they are now. */
export async function receiptClock(tx: Tx): Promise<ReceiptClock> {
  const hours = await companyCalendar(tx);
  const deadlines = deadlinesOf(await deadlineChanges(tx), workingDayMinutes(hours));
  return { dueOf: dueReader(hours, deadlines), lateBefore: (now) => lateBefore(hours, deadlines, now) };
}

function dueReader(hours: WorkCalendar, deadlines: Deadlines): ReceiptClock['dueOf'] {
  const known = new Map<string, string | null>();
  return ({ queue, recordedAt, since, questionCode, askedAt }) => {
    if (queue === 'posted') return null;
    const from = askedAt ?? (queue === 'unapplied' ? since : recordedAt);
    const minutes = askedAt === null ? minutesAllowed(deadlines, { queue, questionCode }) : deadlines.queues.answer;
    const key = `${minutes} ${from}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const due = addWorkingMinutes(from, minutes, hours);
    known.set(key, due);
    return due;
  };
}

/** Nothing is late where nobody has worked yet. */
const BEFORE_EVERYTHING = '1970-01-01T00:00:00Z';

/** Queues in which what is asked has its own time. */
const ASKED_IN = ['to_confirm', 'exceptions', 'unidentified'] as const;

function lateBefore(hours: WorkCalendar, { queues, reasons }: Deadlines, now: string): LateBefore {
  const before = (minutes: number): string => subtractWorkingMinutes(now, minutes, hours) ?? BEFORE_EVERYTHING;
  const byQueue = Object.entries(queues).map(([clock, minutes]) => [clock, before(minutes)]);
  const byReason = Object.entries(reasons).flatMap(([reason, minutes]) =>
    minutes === undefined ? [] : ASKED_IN.map((queue) => [`${queue} ${reason}`, before(minutes)]),
  );
  return Object.fromEntries([...byQueue, ...byReason]);
}
