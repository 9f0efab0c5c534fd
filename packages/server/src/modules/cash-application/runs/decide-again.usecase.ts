/**
 * After an act of a person, receipts that wait for one of the same items are decided again at once, so that nobody is offered an item
 * that was paid a minute ago. Nothing posts by it: they are looked at apart from the others of their day, which a run never does.
 */
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { isNews, proposeForReceipts } from '../deciding/decide-receipts.ts';
import { keepProposals } from './keep-proposals.ts';
import { itemsOfEntries } from './settling.queries.ts';
import { receiptsCompeting, waitingReceiptsOf } from './waiting-receipts.queries.ts';

const DECIDED_AGAIN_MAX = 200; // more wait for one item only when nobody can tell them apart; the next run decides the others

/**
 * The entries say which items were touched. Of three receipts over 100.00 for 4711 one is confirmed: the others are not proposed for it
 * any longer. With those that name a touched item come those that compete with them for another.
 */
export async function decideAgain(database: Database, scope: Scope, entryIds: readonly string[]): Promise<void> {
  const decided = await database.read(scope, async (tx) => {
    const touched = (await itemsOfEntries(tx, entryIds)).map(({ itemId }) => itemId);
    const receiptIds = await receiptsCompeting(tx, touched, DECIDED_AGAIN_MAX);
    if (receiptIds.length === 0) return [];
    return proposeForReceipts(tx, await waitingReceiptsOf(tx, receiptIds));
  });
  await keepProposals(database, scope, decided.filter(isNews));
}
