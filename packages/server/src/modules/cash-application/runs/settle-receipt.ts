/**
 * Settling a receipt inside a command: the receipt and its items are locked in the order of their ids, what was decided is
 * compared with what is there, the ledger posts, the decision is kept, the payer is learnt. Used by whoever settles:
 * the engine, or a person who confirms, corrects, or puts the money elsewhere.
 */
import { addDays, type LocalDate, laterDate } from '@quittance/core/calendar';
import { sum } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, assert, notFound } from '../../../platform/errors.ts';
import { recordsOfParty, survivorOf } from '../../customers/index.ts';
import { type ItemAdjustment, requireNothingWaits, settleReceipts } from '../../ledger/index.ts';
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

/** Locks a receipt with the items it is to settle. Throws `not_found`, `receipt_is_settled`, `approval_waits`. */
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
  await requireNothingWaits(tx, receiptItemId);
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

export interface SettledByHand {
  /** All that was written: the identification, the applications, what was posted beside them. */
  readonly entryIds: readonly string[];
  /** One for each adjustment, in the order given. */
  readonly adjustmentIds: readonly string[];
}

/**
 * Gives a receipt to a customer and applies it, credit notes netted, with what is taken from items beside it. What is not
 * allocated stays open on the customer's account. Throws the ledger's refusals, such as `open_amount_exceeded`.
 */
export async function settleLocked(
  tx: CommandTx,
  locked: LockedReceipt,
  given: {
    /** Null leaves it where it stands. */
    readonly customerId: string | null;
    readonly allocations: readonly Pick<KeptAllocation, 'itemId' | 'amountMinor' | 'inItemCurrency'>[];
    readonly adjustments: readonly ItemAdjustment[];
    readonly reason: string;
  },
): Promise<SettledByHand> {
  const { receipt } = locked;
  const [outcome] = await settleReceipts(tx, [
    {
      receiptItemId: receipt.id,
      identification: given.customerId === null ? null : await identificationOf(tx, locked, given.customerId),
      allocations: pairAllocations(receipt.id, given.allocations),
      adjustments: given.adjustments,
      effectiveOn: settlingDay(tx, locked),
      reason: given.reason.slice(0, REASON_CHARS_MAX),
    },
  ]);
  assert(outcome, 'one receipt was settled');
  if (outcome instanceof AppError) throw outcome;
  return { ...outcome, entryIds: [...outcome.entryIds, ...outcome.adjustmentIds] };
}

/** Null when it stands on any record of the party already, since a merge moves nothing. */
async function identificationOf(tx: CommandTx, locked: LockedReceipt, customerId: string) {
  const records = await recordsOfParty(tx, await survivorOf(tx, customerId));
  if (records.includes(locked.receipt.customerId)) return null;
  return { customerId, effectiveOn: settlingDay(tx, { receipt: locked.receipt, items: new Map() }) };
}

export const REASON_CHARS_MAX = 500; // as everywhere in the ledger

export function appliedMinor(allocations: readonly Pick<KeptAllocation, 'amountMinor'>[]): bigint {
  return sum(allocations.map((allocation) => allocation.amountMinor));
}

/** Lifts what a proposal had placed on its items. */
export { releaseHolds } from '../../ledger/index.ts';
