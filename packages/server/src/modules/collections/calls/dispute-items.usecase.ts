/** What the customer disputes in a call rests at once: each ticked item, or an amount of one, is held with the call as its cause. */
import type { Money } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import { findItem, holdItem, holdsOfItems } from '../../ledger/index.ts';

export interface Disputed {
  readonly itemIds: readonly string[];
  readonly reason: string;
  /** Of a single item; null: all that is open. */
  readonly amount: Money | null;
}

/**
 * The holds' ids. What is held for a dispute already stays as it is. Throws `dispute_amount_is_of_one_item`,
 * `dispute_item_not_open`, and what a hold refuses.
 */
export async function disputeItems(
  tx: CommandTx,
  { itemIds, reason, amount }: Disputed,
  call: { readonly customerIds: readonly string[] },
): Promise<string[]> {
  const ids = [...new Set(itemIds)];
  if (amount !== null && ids.length !== 1) {
    throw new AppError(
      'dispute_amount_is_of_one_item',
      'An amount is disputed of one item. Tick that one, or leave it out.',
    );
  }
  const before = await holdsOfItems(tx, ids);
  const holdIds: string[] = [];
  for (const id of ids) {
    const item = await findItem(tx, id);
    if (item === undefined || !call.customerIds.includes(item.customerId) || item.openMinor <= 0n) {
      const message = 'Not all of these items are open debits of this customer. Look at the list again.';
      throw new AppError('dispute_item_not_open', message, { status: 409, details: { itemId: id } });
    }
    if (before.some((hold) => hold.itemId === id && hold.kind === 'dispute')) continue;
    holdIds.push(await holdItem(tx, id, { kind: 'dispute', reason, ...(amount === null ? {} : { amount }) }));
  }
  return holdIds;
}
