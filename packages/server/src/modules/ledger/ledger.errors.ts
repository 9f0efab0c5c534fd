import type { LocalDate } from '@quittance/core/calendar';
import type { Outcome, Refusal } from '@quittance/core/ledger';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import type { Book } from './book.queries.ts';

export function refusal({ code, message, itemId, details }: Refusal): AppError {
  const named = { ...(itemId === undefined ? {} : { itemId }), ...details };
  return new AppError(code, message, { status: 409, ...(Object.keys(named).length > 0 ? { details: named } : {}) });
}

/** The value of a rule's outcome; its refusal is thrown. */
export function valueOrRefuse<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw refusal(outcome.refusal);
  return outcome.value;
}

/** Refuses days that nothing may be posted on: after today, in a closed period, in a closing one without the right. */
export function requirePostableDay(tx: Tx, book: Book, day: LocalDate): void {
  if (day > tx.today) {
    const message = `${day} is after today (${tx.today}). Enter it as pending; it takes effect on its day.`;
    throw new AppError('dated_in_future', message, { details: { day, today: tx.today } });
  }
  if (book.closedThrough !== null && day <= book.closedThrough) {
    const message = `The period of ${day} is closed (through ${book.closedThrough}). Use a later day.`;
    throw new AppError('period_is_closed', message, { status: 409, details: { day, through: book.closedThrough } });
  }
  if (book.closingThrough !== null && day <= book.closingThrough && !tx.actor.mayPostInClosing) {
    const message = `The period of ${day} is being closed; only a manager may post in it. Use a day after ${book.closingThrough}.`;
    throw new AppError('period_is_closing', message, { status: 409, details: { day, through: book.closingThrough } });
  }
}

/** Of an amount that was said of something in another currency. */
export function currenciesDiffer(what: string, currency: string): AppError {
  return new AppError('currencies_differ', `${what} is in ${currency}; say the amount in it.`);
}
