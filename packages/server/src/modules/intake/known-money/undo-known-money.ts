/**
 * Undoing an import whose lines other files told of, too: what it settled waits again or is a receipt again, and what was
 * counted with it becomes what it would have been without it.
 */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { ensureUnidentifiedCustomer } from '../../customers/index.ts';
import { documentPoster } from '../../ledger/index.ts';
import { createReceiptNumbers, receiptDraft } from '../statement-lines.ts';
import {
  changeLines,
  findCountedWith,
  findLines,
  findLinesSettledBy,
  findSettlersOf,
  type StandingLine,
  unlinkFrom,
} from './known-money.queries.ts';
import { factsOfStanding } from './pairable.ts';

/** Throws `import_was_settled_by_another` when what waited in the batch became receipts by the posting of another. */
export async function requireUnsettled(tx: Tx, batchId: string): Promise<void> {
  const imports = await findSettlersOf(tx, batchId);
  if (imports.length === 0) return;
  const files = imports.map(({ fileName }) => fileName);
  const message = `Lines of this file became receipts when ${files.join(', ')} came. Undo that import first.`;
  throw new AppError('import_was_settled_by_another', message, { status: 409, details: { files } });
}

/** After the receipts of the batch were reversed and its lines released. */
export async function putBackKnownMoney(tx: CommandTx, batchId: string): Promise<void> {
  const settled = await findLinesSettledBy(tx, batchId);
  const counted = await findCountedWith(tx, batchId);
  const settledIds = new Set(settled.map(({ id }) => id));
  const alone = counted.filter(({ id }) => !settledIds.has(id));
  const again = [
    ...settled.filter(({ was }) => was === 'receipt'),
    ...alone.filter(({ report }) => report === 'statement'),
  ].map(({ id }) => id);
  const waiting = [
    ...settled.filter(({ was }) => was === 'waiting'),
    ...alone.filter(({ report }) => report !== 'statement'),
  ].map(({ id }) => id);
  await unlinkFrom(tx, batchId);
  await changeLines(
    tx,
    waiting.map((id) => ({
      id,
      disposition: 'waiting',
      documentId: null,
      itemId: null,
      linksTo: null,
      settledBy: null,
    })),
  );
  await postStanding(tx, await findLines(tx, again));
}

/** Lines that stand become receipts of the import that brought them. Throws what the ledger has against one. */
export async function postStanding(tx: CommandTx, lines: readonly StandingLine[]): Promise<void> {
  if (lines.length === 0) return;
  const customerId = await ensureUnidentifiedCustomer(tx);
  const numbers = createReceiptNumbers({ tx });
  await numbers.prepare(lines.map(({ bankReference }) => bankReference));
  for (const batchId of new Set(lines.map((line) => line.batchId))) {
    const ofBatch = lines.filter((line) => line.batchId === batchId);
    const currencies = new Set(ofBatch.map(({ currency }) => currency));
    const poster = await documentPoster(tx, currencies, { commandId: tx.commandId, batchId });
    const changes = ofBatch.map((line) => {
      const facts = factsOfStanding(line);
      const { documentId, itemIds } = poster.add(receiptDraft(facts, numbers.next(facts), customerId));
      const itemId = itemIds[0] ?? null;
      return { id: line.id, disposition: 'receipt' as const, documentId, itemId, linksTo: null, settledBy: null };
    });
    await poster.flush();
    await changeLines(tx, changes);
  }
}
