/** Undoing entries: what depends on one is listed, or undone with it, as the person chooses. */
import { type LocalDate, laterDate } from '@quittance/core/calendar';
import { carryForward, type ItemState, type RecordedEntry, undoEntry } from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findBook, firstOpenDay } from './book.queries.ts';
import { dependentEntryIds, insertEntries, loadEntries, type NewEntry, touchedItemIds } from './entries.queries.ts';
import { lockItemsWithHistory } from './items.queries.ts';
import { requirePostableDay, valueOrRefuse } from './ledger.errors.ts';

export interface Reversal {
  readonly entryId: string;
  /** Part of the headline amount; all that is left when absent. */
  readonly amountMinor?: bigint | undefined;
  /** The original's effective day (or the first open day after it) when absent; a bounced payment says its own. */
  readonly effectiveOn?: LocalDate | undefined;
  /** Undo what depends on the entry too; otherwise it is refused with the list. */
  readonly withDependents: boolean;
  readonly reason: string;
  readonly batchId?: string | undefined;
}

/** Ids of the entries written, dependents first. Throws `entry_has_dependents` with their ids in the details. */
export async function reverseEntry(tx: CommandTx, reversal: Reversal): Promise<string[]> {
  const { entries, items } = await lockForUndo(tx, reversal);
  const book = await findBook(tx);
  const earliest = firstOpenDay(book);
  const written: NewEntry[] = [];
  for (const entry of entries) {
    const part = entry.id === reversal.entryId ? reversal.amountMinor : undefined;
    const effectiveOn = reversal.effectiveOn ?? laterDate(entry.effectiveOn, earliest ?? entry.effectiveOn);
    requirePostableDay(tx, book, effectiveOn);
    const draft = valueOrRefuse(
      undoEntry({ entry, ...(part === undefined ? {} : { amountMinor: part }), effectiveOn, items }),
    );
    const { reason, batchId } = reversal;
    const undo: NewEntry = { ...draft, id: newId(), commandId: tx.commandId, reason, batchId };
    written.push(undo);
    carryForward(items, undo);
  }
  await insertEntries(tx, written);
  return written.map((entry) => entry.id);
}

/**
 * The entry and what falls with it, in the order in which they are undone, and their items, locked. What was read before
 * the locks were granted may have been undone or added to meanwhile, so it is read again under them.
 */
async function lockForUndo(
  tx: CommandTx,
  reversal: Reversal,
): Promise<{ entries: RecordedEntry[]; items: Map<string, ItemState> }> {
  let items = new Map<string, ItemState>();
  for (;;) {
    const order = await undoOrder(tx, reversal);
    const touched = await touchedItemIds(tx, order);
    if (touched.every((id) => items.has(id))) {
      const entries = await loadEntries(tx, order);
      if (entries.at(-1)?.id !== reversal.entryId) throw notFound('entry', reversal.entryId);
      return { entries, items };
    }
    items = (await lockItemsWithHistory(tx, touched)).items;
  }
}

/** The entry and all that depends on it, dependents first, the latest first among equals. */
async function undoOrder(tx: CommandTx, reversal: Reversal): Promise<string[]> {
  const dependents = new Map<string, string[]>();
  for (let level = [reversal.entryId]; level.length > 0; ) {
    const found = await dependentEntryIds(tx, level);
    for (const id of level) dependents.set(id, found.get(id) ?? []);
    level = [...new Set(level.flatMap((id) => found.get(id) ?? []))].filter((id) => !dependents.has(id));
  }
  const order = new Set<string>();
  const visit = (entryId: string): void => {
    for (const dependent of dependents.get(entryId) ?? []) if (!order.has(dependent)) visit(dependent);
    order.add(entryId);
  };
  visit(reversal.entryId);
  if (order.size > 1 && (reversal.amountMinor !== undefined || !reversal.withDependents)) {
    refuseDependents([...order].slice(0, -1));
  }
  return [...order];
}

function refuseDependents(entryIds: string[]): never {
  const [subject, object] = entryIds.length === 1 ? ['entry depends', 'it'] : ['entries depend', 'them'];
  const message = `${entryIds.length} later ${subject} on this one. Undo ${object} first, or together with it.`;
  throw new AppError('entry_has_dependents', message, { status: 409, details: { entryIds } });
}
