/**
 * Moves a part of a receipt to another customer. An item stands on one customer's account, so the part leaves the receipt through
 * suspense and comes back as a receipt of its own: of 100.00 on Rossi's account, 40.00 that Neri paid are "4711/2" on Neri's.
 */
import type { LocalDate } from '@quittance/core/calendar';
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { survivorOf } from '../customers/index.ts';
import { adjustItem, findItem, postDocuments } from '../ledger/index.ts';
import { partNumbersTaken } from './move-part.queries.ts';

export interface PartMove {
  readonly itemId: string;
  readonly customerId: string;
  /** Positive, in the receipt's currency; less than what is open of it. */
  readonly amountMinor: bigint;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
}

/** Ids of the entries: what leaves, what arrives. Throws `only_receipts_move`, `receipt_is_there_already` and what the ledger refuses. */
export async function movePart(tx: CommandTx, move: PartMove): Promise<readonly string[]> {
  const { itemId, amountMinor, effectiveOn, reason } = move;
  const item = await findItem(tx, itemId);
  if (!item) throw notFound('item', itemId);
  if (item.kind !== 'receipt') {
    const message = `${item.number} is no receipt; only money that came in is moved to another customer.`;
    throw new AppError('only_receipts_move', message, { status: 409 });
  }
  const customerId = await survivorOf(tx, move.customerId);
  if (customerId === item.customerId) {
    const message = `${item.number} is on the account of ${item.customerName} already. Choose another customer.`;
    throw new AppError('receipt_is_there_already', message, { status: 409 });
  }
  const eventId = newId();
  const leaving = { itemId, kind: 'suspense' as const, amountMinor, eventId };
  const out = await adjustItem(tx, leaving, { effectiveOn, reason });
  const [arrived] = await postDocuments(
    tx,
    [
      {
        kind: 'receipt',
        number: await partNumber(tx, item.number),
        customerId,
        currency: item.currency,
        issuedOn: effectiveOn,
        instalments: [{ dueOn: effectiveOn, amountMinor }],
        contra: 'suspense',
        note: reason,
      },
    ],
    { commandId: tx.commandId, batchId: null },
  );
  return arrived === undefined ? [out] : [out, arrived.entryId];
}

const PARTS_MAX = 1_000; // of one receipt; more is no receipt for several customers but a list of its own

/** "4711/2" for the first part, "4711/3" for the next. */
async function partNumber(tx: CommandTx, number: string): Promise<string> {
  const candidates = Array.from({ length: PARTS_MAX }, (_, at) => `${number}/${at + 2}`);
  const taken = await partNumbersTaken(tx, candidates);
  const free = candidates.find((candidate) => !taken.has(candidate));
  if (free === undefined) {
    throw new AppError('receipt_has_too_many_parts', `${number} was moved in ${PARTS_MAX} parts already.`, {
      status: 409,
    });
  }
  return free;
}
