/** Money about which somebody has asked and nobody has decided yet: it stays where it is until then. */
import { abs, formatAmount } from '@quittance/core/money';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { APPROVAL_HOLD, type WaitingApproval, waitingApprovals } from './holds.queries.ts';

export { APPROVAL_HOLD };

/** Throws `approval_waits` when a request about this item waits, whatever it is for. Items are locked before. */
export async function requireNothingWaits(tx: Tx, itemId: string): Promise<void> {
  const [waiting] = await waitingApprovals(tx, [itemId]);
  if (waiting !== undefined) throw waits(waiting);
}

/**
 * Asked after an act: of 1,000.00 with a write-off of 100.00 that waits, 900.00 may be paid. Throws `approval_waits` when less is
 * open of an item than requests about it hold.
 */
export async function requireWaitingStaysOpen(tx: Tx, itemIds: readonly string[]): Promise<void> {
  const held = new Map<string, bigint>();
  for (const waiting of await waitingApprovals(tx, itemIds)) {
    const { itemId, amountMinor, openMinor } = waiting;
    if (amountMinor === null) throw waits(waiting);
    const heldMinor = (held.get(itemId) ?? 0n) + amountMinor;
    held.set(itemId, heldMinor);
    if (heldMinor > abs(openMinor)) throw waits(waiting);
  }
}

function waits({ itemId, number, byName, reason, amountMinor, currency }: WaitingApproval): AppError {
  const amount = amountMinor === null ? null : { amount: formatAmount(amountMinor, currency), currency };
  const of = amount === null ? number : `${amount.amount} ${currency} of ${number}`;
  const message = `${byName} has asked for approval about ${of} (${reason}). Let it be decided, or withdraw the request, and then do this.`;
  const details = { itemId, number, byName, reason, ...(amount && { waiting: amount }) };
  return new AppError('approval_waits', message, { status: 409, details });
}
