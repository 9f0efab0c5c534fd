/**
 * Holds that people place and release by hand. A hold that another part of the product keeps (a proposal that waits, a
 * block of a customer) ends there, with what it stands for, and never by hand.
 */
import type { LocalDate } from '@quittance/core/calendar';
import type { Money } from '@quittance/core/money';
import { formatAmount } from '@quittance/core/money';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { findCustomer } from '../customers/index.ts';
import { findHold, type NewHold, placeHold, releaseHold } from './holds.queries.ts';
import { currenciesDiffer } from './ledger.errors.ts';
import { findItem } from './reading.queries.ts';

/** A promise is written down with its amount and day; its hold comes and goes with it. */
export const HAND_KINDS = ['dispute', 'quiet_period', 'other'] as const;

export interface HoldRequest {
  readonly kind: (typeof HAND_KINDS)[number];
  /** The last day it is in force; for good when absent. */
  readonly untilOn?: LocalDate | undefined;
  readonly reason: string;
}

/**
 * Holds an item, wholly or an amount of it: of 1,000.00 open, 200.00 are disputed. Returns the hold's id. Throws
 * `not_found`, `item_is_settled`, `currencies_differ`, `hold_above_open_amount`, `hold_is_over_already`.
 */
export async function holdItem(
  tx: CommandTx,
  itemId: string,
  request: HoldRequest & { readonly amount?: Money | undefined },
): Promise<string> {
  const item = await findItem(tx, itemId);
  if (!item) throw notFound('item', itemId);
  const { amount, ...hold } = request;
  const open = item.openMinor < 0n ? -item.openMinor : item.openMinor;
  if (open === 0n) {
    throw new AppError('item_is_settled', `Nothing of ${item.number} is open: there is nothing to hold.`, {
      status: 409,
    });
  }
  if (amount !== undefined && amount.currency !== item.currency) {
    throw currenciesDiffer(item.number, item.currency);
  }
  if (amount !== undefined && (amount.amountMinor <= 0n || amount.amountMinor > open)) {
    const { number, currency } = item;
    const shown = formatAmount(open, currency);
    const message = `Of ${number} ${shown} ${currency} are open; hold an amount above zero and up to that.`;
    const details = { number, open: { amount: shown, currency } };
    throw new AppError('hold_above_open_amount', message, { status: 409, details });
  }
  const held = { ...hold, itemId, customerId: item.customerId, amountMinor: amount?.amountMinor };
  return place(tx, held, { subjectKind: 'item', subjectId: itemId });
}

/** Holds a customer as a whole. Returns the hold's id. Throws `not_found`, `hold_is_over_already`. */
export async function holdCustomer(tx: CommandTx, customerId: string, request: HoldRequest): Promise<string> {
  if (!(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
  return place(tx, { ...request, customerId }, { subjectKind: 'customer', subjectId: customerId });
}

async function place(
  tx: CommandTx,
  hold: NewHold,
  subject: { readonly subjectKind: string; readonly subjectId: string },
): Promise<string> {
  requireNotOver(tx, hold.untilOn);
  const id = await placeHold(tx, hold);
  const { reason, ...after } = hold;
  tx.audit({ action: 'hold.place', ...subject, after: { id, ...after }, reason });
  return id;
}

function requireNotOver(tx: Tx, untilOn: LocalDate | undefined): void {
  if (untilOn === undefined || untilOn >= tx.today) return;
  throw new AppError('hold_is_over_already', `${untilOn} is before today (${tx.today}); say a day to come.`);
}

/** Ends a hold before its day. Throws `not_found`, `hold_is_kept_elsewhere`, `hold_is_released_already`. */
export async function endHold(tx: CommandTx, id: string, reason: string): Promise<void> {
  const hold = await findHold(tx, id);
  if (!hold) throw notFound('hold', id);
  if (!(HAND_KINDS as readonly string[]).includes(hold.kind)) {
    const message = `This hold stands for a ${hold.kind.replaceAll('_', ' ')} and ends with it: settle that.`;
    throw new AppError('hold_is_kept_elsewhere', message, { status: 409 });
  }
  if (!(await releaseHold(tx, id, reason))) {
    throw new AppError('hold_is_released_already', 'This hold was released before.', { status: 409 });
  }
  const subject =
    hold.itemId === null
      ? { subjectKind: 'customer', subjectId: hold.customerId }
      : { subjectKind: 'item', subjectId: hold.itemId };
  tx.audit({ action: 'hold.release', ...subject, before: { id, kind: hold.kind }, reason });
}
