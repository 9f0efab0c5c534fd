/**
 * Settling a receipt inside a command: the receipt and its items are locked in the order of their ids, what was decided is
 * compared with what is there, the ledger posts, the decision is kept, the payer is learnt. Used by whoever settles:
 * the engine, or a person who confirms, corrects, or puts the money elsewhere.
 */
import { addDays, type LocalDate, laterDate } from '@quittance/core/calendar';
import { sum } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { recordsOfParty, survivorOf } from '../../customers/index.ts';
import { applyCredits, identifyReceipt } from '../../ledger/index.ts';
import type { KeptAllocation, KeptDecision } from '../deciding/decision.ts';
import { currentDecisions } from '../deciding/decisions.queries.ts';
import { pairAllocations } from './pair-allocations.ts';
import { type LockedItem, lockItems } from './settling.queries.ts';

/** A receipt and the items it is to settle, under locks. */
export interface LockedReceipt {
  readonly receipt: LockedItem;
  /** Positive: what is open of the receipt. */
  readonly openMinor: bigint;
  readonly items: ReadonlyMap<string, LockedItem>;
}

/** Locks a receipt with the items it is to settle. Throws `not_found`, `receipt_is_settled`. */
export async function lockReceipt(
  tx: CommandTx,
  receiptItemId: string,
  itemIds: readonly string[],
): Promise<LockedReceipt & { readonly current: KeptDecision | null }> {
  const items = await lockItems(tx, [receiptItemId, ...itemIds]);
  const receipt = items.get(receiptItemId);
  if (receipt?.kind !== 'receipt') throw notFound('receipt', receiptItemId);
  if (receipt.openMinor === 0n) {
    const message = `Nothing of ${receipt.number} is open any more. Undo what was done with it first.`;
    throw new AppError('receipt_is_settled', message, { status: 409, details: { number: receipt.number } });
  }
  const missing = itemIds.find((id) => !items.has(id));
  if (missing !== undefined) throw notFound('item', missing);
  items.delete(receiptItemId);
  const [current = null] = await currentDecisions(tx, [receiptItemId]);
  return { receipt, openMinor: -receipt.openMinor, items, current };
}

/**
 * The day an act on these items takes effect: the first on which the money was there and all items stood as they do now,
 * no day of a closed period, and none of a closing one but for those who may. A receipt booked on 30 October and applied
 * on 3 November counts for October while October is open.
 */
export function settlingDay(tx: Tx, { receipt, items }: Pick<LockedReceipt, 'receipt' | 'items'>): LocalDate {
  const { closedThrough, closingThrough } = receipt;
  const barred = tx.actor.mayPostInClosing ? closedThrough : (closingThrough ?? closedThrough);
  const days = [receipt, ...items.values()].map((item) => laterDate(item.issuedOn, item.lastEffectiveOn));
  const first = days.reduce(laterDate);
  return barred === null ? first : laterDate(first, addDays(barred, 1));
}

/**
 * Moves a receipt to its customer when it stands elsewhere. Returns the entries written: none when it stands on any record
 * of the party, since a merge moves nothing.
 */
export async function identify(tx: CommandTx, locked: LockedReceipt, customerId: string): Promise<string[]> {
  const records = await recordsOfParty(tx, await survivorOf(tx, customerId));
  if (records.includes(locked.receipt.customerId)) return [];
  const effectiveOn = settlingDay(tx, { receipt: locked.receipt, items: new Map() });
  return [await identifyReceipt(tx, { itemId: locked.receipt.id, customerId }, { effectiveOn })];
}

/**
 * Gives a receipt to a customer and applies it, credit notes netted. Returns the entries written. What is not allocated
 * stays open on the customer's account. Throws the ledger's refusals, such as `open_amount_exceeded`.
 */
export async function applyReceiptTo(
  tx: CommandTx,
  locked: LockedReceipt,
  given: {
    readonly customerId: string;
    readonly allocations: readonly Pick<KeptAllocation, 'itemId' | 'amountMinor'>[];
    readonly reason: string;
  },
): Promise<string[]> {
  const identification = await identify(tx, locked, given.customerId);
  const applications = pairAllocations(locked.receipt.id, given.allocations);
  const options = { effectiveOn: settlingDay(tx, locked), reason: given.reason.slice(0, REASON_CHARS_MAX) };
  return [...identification, ...(await applyCredits(tx, applications, options))];
}

export const REASON_CHARS_MAX = 500; // as everywhere in the ledger

export function appliedMinor(allocations: readonly Pick<KeptAllocation, 'amountMinor'>[]): bigint {
  return sum(allocations.map((allocation) => allocation.amountMinor));
}

/** Lifts what a proposal had placed on its items. */
export { releaseHolds } from '../../ledger/index.ts';
