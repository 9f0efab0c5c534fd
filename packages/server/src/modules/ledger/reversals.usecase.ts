/** Undoing entries: what depends on one is listed, or undone with it, as the person chooses. */
import { earlierDate, type LocalDate, laterDate } from '@quittance/core/calendar';
import { carryForward, type RecordedEntry, undoEntry } from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findBook, firstOpenDay } from './book.queries.ts';
import { dependentEntryIds, insertEntries, loadEntries, type NewEntry } from './entries.queries.ts';
import { lockItems } from './items.queries.ts';
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
  const order = await undoOrder(tx, reversal);
  const entries = await loadEntries(tx, order);
  const target = entries.at(-1);
  if (!target || target.id !== reversal.entryId) throw notFound('entry', reversal.entryId);
  const book = await findBook(tx);
  const earliest = firstOpenDay(book);
  const days = entries.map(
    (entry) => reversal.effectiveOn ?? laterDate(entry.effectiveOn, earliest ?? entry.effectiveOn),
  );
  for (const day of days) requirePostableDay(tx, book, day);

  const { items } = await lockItems(tx, itemIdsOf(entries), days.reduce(earlierDate));
  const written: NewEntry[] = [];
  entries.forEach((entry, index) => {
    const part = entry.id === reversal.entryId ? reversal.amountMinor : undefined;
    const draft = valueOrRefuse(
      undoEntry({
        entry,
        ...(part === undefined ? {} : { amountMinor: part }),
        effectiveOn: days[index] ?? entry.effectiveOn,
        items,
      }),
    );
    written.push({
      ...draft,
      id: newId(),
      commandId: tx.commandId,
      reason: reversal.reason,
      batchId: reversal.batchId,
    });
    carryForward(items, draft.postings);
  });
  await insertEntries(tx, written);
  return written.map((entry) => entry.id);
}

function itemIdsOf(entries: readonly RecordedEntry[]): string[] {
  return entries.flatMap((entry) =>
    entry.postings.flatMap((posting) => (posting.itemId === undefined ? [] : [posting.itemId])),
  );
}

/** The entry and all that depends on it, deepest dependents first. */
async function undoOrder(tx: CommandTx, reversal: Reversal): Promise<string[]> {
  const order: string[] = [];
  const visit = async (entryId: string): Promise<void> => {
    for (const dependent of await dependentEntryIds(tx, entryId))
      if (!order.includes(dependent)) await visit(dependent);
    if (!order.includes(entryId)) order.push(entryId);
  };
  await visit(reversal.entryId);
  const dependents = order.slice(0, -1);
  const isPart = reversal.amountMinor !== undefined;
  if (dependents.length > 0 && (isPart || !reversal.withDependents)) {
    throw new AppError(
      'entry_has_dependents',
      `${dependents.length} later ${dependents.length === 1 ? 'entry depends' : 'entries depend'} on this one. Undo ${dependents.length === 1 ? 'it' : 'them'} first, or together with it.`,
      { status: 409, details: { entryIds: dependents } },
    );
  }
  return order;
}
