/**
 * After an act of a person, receipts that wait for one of the same items are decided again at once, so that nobody is offered an item
 * that was paid a minute ago. Of many the first are decided within the act, the others are listed and follow by themselves
 * (`decideListed`). Nothing posts by it: they are looked at apart from the others of their day, which a run never does.
 */
import { instantMicros, instantText } from '../../../platform/clock.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { isNews, proposeForReceipts } from '../deciding/decide-receipts.ts';
import { keepProposals } from './keep-proposals.ts';
import { askToDecide, endToDecide, takeToDecide } from './receipts-to-decide.queries.ts';
import { itemsOfEntries } from './settling.queries.ts';
import { receiptsCompeting, waitingReceiptsOf } from './waiting-receipts.queries.ts';

const DECIDED_AT_ONCE_MAX = 200; // as long as a person waits for an act
const LISTED_MAX = 20_000; // more wait for one item only when nobody can tell them apart; the next run decides the others
const PAGE_RECEIPTS = 500; // one fetching of facts
const SILENT_MICROS = 300_000_000n; // five minutes for a page: whoever took it is gone

/**
 * The entries say which items were touched. Of three receipts over 100.00 for 4711 one is confirmed: the others are not proposed for it
 * any longer. With those that name a touched item come those that compete with them for another. Returns how many are decided later: of
 * 1,000 that compete 800.
 */
export async function decideAgain(
  database: Database,
  scope: Scope,
  entryIds: readonly string[],
  atOnceMax = DECIDED_AT_ONCE_MAX,
): Promise<number> {
  const competing = await database.read(scope, async (tx) => {
    const touched = (await itemsOfEntries(tx, entryIds)).map(({ itemId }) => itemId);
    return receiptsCompeting(tx, touched, LISTED_MAX);
  });
  const later = competing.slice(atOnceMax);
  // First the list: what breaks off afterwards is decided all the same.
  if (later.length > 0) await database.write(scope, (tx) => askToDecide(tx, later));
  await decideThese(database, scope, competing.slice(0, atOnceMax));
  return later.length;
}

/** Decides what is listed, page by page, until nothing is left that nobody else is at. May be done by several at once, and again. */
export async function decideListed(database: Database, scope: Scope): Promise<void> {
  for (;;) {
    const taken = await database.write(scope, (tx) => {
      const silentSince = instantText(instantMicros(tx.recordedAt) - SILENT_MICROS);
      return takeToDecide(tx, { silentSince, limit: PAGE_RECEIPTS });
    });
    if (taken.length === 0) return;
    await decideThese(database, scope, taken);
    await database.write(scope, (tx) => endToDecide(tx, taken));
  }
}

async function decideThese(database: Database, scope: Scope, receiptIds: readonly string[]): Promise<void> {
  if (receiptIds.length === 0) return;
  const decided = await database.read(scope, async (tx) =>
    proposeForReceipts(tx, await waitingReceiptsOf(tx, receiptIds)),
  );
  await keepProposals(database, scope, decided.filter(isNews));
}
