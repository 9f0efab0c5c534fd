/**
 * A receipt that belongs to another company moves by intercompany clearing: an entry here, an entry there, one event id.
 * No transaction writes two companies, so the second side follows the first; until it does, `verify` lists the event.
 */
import { type LocalDate, localDate } from '@quittance/core/calendar';
import { type CommandTx, runCommand } from '../../platform/command/index.ts';
import type { Company, Database, Scope } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { ensureUnidentifiedCustomer } from '../customers/index.ts';
import { SYSTEM_ACTOR } from '../identity/index.ts';
import { adjustItem } from './acts.usecase.ts';
import { postDocuments } from './documents.usecase.ts';
import { insertTransfer, unarrivedTransfers } from './intercompany.queries.ts';
import { findItem } from './reading.queries.ts';

export interface TransferOrder {
  readonly itemId: string;
  readonly amountMinor: bigint;
  readonly toCompany: Pick<Company, 'id' | 'code'>;
  readonly effectiveOn: LocalDate;
  readonly reason: string;
}

/**
 * The first side: unapplied +x, intercompany −x. Returns its entry and the event that the other side will carry. Throws `not_found`,
 * `transfer_to_itself`, and what an adjustment of the item throws.
 */
export async function sendToCompany(
  tx: CommandTx,
  order: TransferOrder,
): Promise<{ readonly eventId: string; readonly entryId: string }> {
  const eventId = newId();
  const { itemId, amountMinor, effectiveOn, reason, toCompany } = order;
  if (toCompany.id === tx.company.id) {
    throw new AppError('transfer_to_itself', `The receipt is in ${toCompany.code} already; name another company.`);
  }
  const entryId = await adjustItem(tx, { itemId, kind: 'intercompany', amountMinor, eventId }, { effectiveOn, reason });
  const { currency } = await itemCurrency(tx, itemId);
  const otherCompanyId = order.toCompany.id;
  await insertTransfer(tx, { eventId, direction: 'out', otherCompanyId, entryId, currency, amountMinor, itemId });
  tx.audit({
    action: 'ledger.intercompany.send',
    subjectKind: 'item',
    subjectId: itemId,
    after: { eventId, otherCompanyId },
    reason,
  });
  return { eventId, entryId };
}

/**
 * The second side of all that has left `from` for `to`: a credit on the UNIDENTIFIED customer there, with the receipt's
 * number. Runs as often as one likes: an event arrives once. Returns how many arrived.
 */
export async function receiveTransfers(
  database: Database,
  sides: { readonly from: Scope; readonly to: Scope; readonly unidentifiedId: string },
): Promise<number> {
  const { from, to, unidentifiedId } = sides;
  const waiting = (await database.read(from, unarrivedTransfers)).filter((one) => one.otherCompanyId === to.company.id);
  for (const transfer of waiting) {
    const { eventId, currency, amountMinor } = transfer;
    const command = { key: `intercompany:${eventId}`, action: 'ledger.intercompany.receive', body: { eventId } };
    await runCommand(database, to, command, async (tx) => {
      const issuedOn = localDate(transfer.effectiveOn);
      const [posted] = await postDocuments(
        tx,
        [
          {
            kind: 'receipt',
            number: `${from.company.code}-${transfer.itemNumber}`,
            customerId: unidentifiedId,
            currency,
            issuedOn,
            instalments: [{ dueOn: issuedOn, amountMinor }],
            contra: 'intercompany',
          },
        ],
        { commandId: tx.commandId, batchId: null },
      );
      const itemId = posted?.itemIds[0];
      if (!posted || itemId === undefined) throw new Error('the transfer opened no item');
      const otherCompanyId = from.company.id;
      await insertTransfer(tx, {
        eventId,
        direction: 'in',
        otherCompanyId,
        entryId: posted.entryId,
        currency,
        amountMinor,
        itemId,
      });
      return null;
    });
  }
  return waiting.length;
}

/**
 * Lets what left for another company arrive there now; false when that company refuses it for the moment (a closed period): it is
 * tried again every minute.
 */
export async function letTransfersArriveIn(database: Database, from: Scope, toCompany: Company): Promise<boolean> {
  const to: Scope = { company: toCompany, actor: SYSTEM_ACTOR };
  try {
    const unidentifiedId = await database.write(to, ensureUnidentifiedCustomer);
    await receiveTransfers(database, { from, to, unidentifiedId });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function itemCurrency(tx: CommandTx, itemId: string): Promise<{ currency: string }> {
  const item = await findItem(tx, itemId);
  if (!item) throw notFound('item', itemId);
  return item;
}
