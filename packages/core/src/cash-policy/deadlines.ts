/**
 * How long a receipt may wait at each place, in the company's working time: how service levels of cash application are agreed. What a
 * company leaves unsaid is a number of its working days; what it says is in minutes, for a queue or for what is asked.
 */
import type { Question } from '../matching/index.ts';

/** The queues whose clock runs, and the customer's time to answer. */
export const CLOCKS = ['to_confirm', 'exceptions', 'unidentified', 'unapplied', 'answer'] as const;
export type Clock = (typeof CLOCKS)[number];

/** Working days from coming in to being applied; money on an account has a week to find its items; a customer answers within three. */
export const USUAL_DEADLINE_DAYS: Readonly<Record<Clock, number>> = {
  to_confirm: 1,
  exceptions: 1,
  unidentified: 1,
  unapplied: 5,
  answer: 3,
};

/** What may be asked about a receipt, in the order of a form. Compiles only while it is every question of the engine. */
const QUESTIONS: Readonly<Record<Question['code'], true>> = {
  confirm_items: true,
  why_short: true,
  what_is_rest_for: true,
  what_is_reference: true,
  which_items: true,
  which_of_equal_items: true,
  which_receipt_pays: true,
  text_or_amount: true,
  does_payer_pay_for: true,
  who_is_payer: true,
  already_settled: true,
  is_it_a_duplicate: true,
};
export type QuestionCode = Question['code'];
export const QUESTION_CODES = Object.keys(QUESTIONS) as QuestionCode[];

export const DEADLINE_MINUTES = { min: 1, max: 60_000 } as const; // beyond a thousand hours nobody waits for anything

export interface DeadlineChanges {
  readonly queues: Partial<Readonly<Record<Clock, number>>>;
  /** By what is asked; goes before the queue's, but for money that stands on an account. */
  readonly reasons: Partial<Readonly<Record<QuestionCode, number>>>;
}

export const NO_DEADLINE_CHANGES: DeadlineChanges = { queues: {}, reasons: {} };

/** Minutes of working time for each queue and the customer's answer, and for what is asked where that has its own. */
export interface Deadlines {
  readonly queues: Readonly<Record<Clock, number>>;
  readonly reasons: Partial<Readonly<Record<string, number>>>;
}

/** With working days of 480 minutes and 120 said for exceptions: to confirm 480, exceptions 120, unapplied 2,400, an answer 1,440. */
export function deadlinesOf({ queues, reasons }: DeadlineChanges, dayMinutes: number): Deadlines {
  const usual = CLOCKS.map((clock) => [clock, queues[clock] ?? USUAL_DEADLINE_DAYS[clock] * dayMinutes]);
  return { queues: Object.fromEntries(usual) as Record<Clock, number>, reasons }; // one for each clock
}

/** The minutes that hold for a receipt in a queue: 60 said of `who_is_payer` hold there, whatever the queue has. */
export function minutesAllowed(
  { queues, reasons }: Deadlines,
  { queue, questionCode }: { readonly queue: Exclude<Clock, 'answer'>; readonly questionCode: string | null },
): number {
  const own = queue === 'unapplied' || questionCode === null ? undefined : reasons[questionCode];
  return own ?? queues[queue];
}

export function isDeadline(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= DEADLINE_MINUTES.min && minutes <= DEADLINE_MINUTES.max;
}
