/** Undoing entries: what depends on one is listed, or undone with it, as the person chooses. */
import { type LocalDate, laterDate } from '@quittance/core/calendar';
import { carryForward, type ItemState, type RecordedEntry, undoEntry } from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findBook, firstOpenDay } from './book.queries.ts';
import { dependentEntryIds, insertEntries, loadEntries, type NewEntry, touchedItemIds } from './entries.queries.ts';
import { transferSidesAmong } from './intercompany.queries.ts';
import { lockItemsWithHistory } from './items.queries.ts';
import { requirePostableDay, valueOrRefuse } from './ledger.errors.ts';

interface ReversalTerms {
  /** Each original's effective day (or the first open day after it) when absent; a bounced payment says its own. */
  readonly effectiveOn?: LocalDate | undefined;
  /** Undo what depends on the entries too; otherwise it is refused with the list. */
  readonly withDependents: boolean;
  readonly reason: string;
  readonly batchId?: string | undefined;
}

export interface Reversal extends ReversalTerms {
  readonly entryId: string;
  /** Part of the headline amount; all that is left when absent. */
  readonly amountMinor?: bigint | undefined;
}

/** Ids of the entries written, dependents first. Throws `entry_has_dependents` with their ids in the details. */
export async function reverseEntry(tx: CommandTx, reversal: Reversal): Promise<string[]> {
  const { entryId, amountMinor, ...terms } = reversal;
  return undoAll(tx, { ...terms, entryIds: [entryId], amountMinor });
}

/** Many entries at once, all or none: a batch of imported documents. Ids of the entries written. */
export async function reverseEntries(
  tx: CommandTx,
  reversal: ReversalTerms & { readonly entryIds: readonly string[] },
): Promise<string[]> {
  return undoAll(tx, reversal);
}

interface UndoOfMany extends ReversalTerms {
  readonly entryIds: readonly string[];
  /** Only of a single entry. */
  readonly amountMinor?: bigint | undefined;
}

async function undoAll(tx: CommandTx, undo: UndoOfMany): Promise<string[]> {
  const { entries, items, recordedAt } = await lockForUndo(tx, undo);
  await refuseTransferSides(tx, entries);
  const book = await findBook(tx);
  const earliest = firstOpenDay(book);
  const written: NewEntry[] = [];
  for (const entry of entries) {
    const part = entry.id === undo.entryIds[0] ? undo.amountMinor : undefined;
    const effectiveOn = undo.effectiveOn ?? laterDate(entry.effectiveOn, earliest ?? entry.effectiveOn);
    requirePostableDay(tx, book, effectiveOn);
    const draft = valueOrRefuse(
      undoEntry({ entry, ...(part === undefined ? {} : { amountMinor: part }), effectiveOn, items }),
    );
    const { reason, batchId } = undo;
    const entryOfUndo: NewEntry = { ...draft, id: newId(), commandId: tx.commandId, reason, batchId };
    written.push(entryOfUndo);
    carryForward(items, entryOfUndo);
  }
  await insertEntries({ ...tx, recordedAt }, written);
  return written.map((entry) => entry.id);
}

/**
 * The entries and what falls with them, in the order in which they are undone, and their items, locked. What was read before
 * the locks were granted may have been undone or added to meanwhile, so it is read again under them.
 */
async function lockForUndo(
  tx: CommandTx,
  undo: UndoOfMany,
): Promise<{ entries: RecordedEntry[]; items: Map<string, ItemState>; recordedAt: string }> {
  let { items, recordedAt } = { items: new Map<string, ItemState>(), recordedAt: tx.recordedAt };
  for (;;) {
    const order = await undoOrder(tx, undo);
    const touched = await touchedItemIds(tx, order);
    if (touched.every((id) => items.has(id))) {
      const entries = await loadEntries(tx, order);
      const found = new Set(entries.map((entry) => entry.id));
      const missing = undo.entryIds.find((id) => !found.has(id));
      if (missing !== undefined) throw notFound('entry', missing);
      return { entries, items, recordedAt };
    }
    ({ items, recordedAt } = await lockItemsWithHistory(tx, touched));
  }
}

/** The entries and all that depends on them, dependents first, the latest first among equals. */
async function undoOrder(tx: CommandTx, undo: UndoOfMany): Promise<string[]> {
  const dependents = new Map<string, string[]>();
  for (let level = [...undo.entryIds]; level.length > 0; ) {
    const found = await dependentEntryIds(tx, level);
    for (const id of level) dependents.set(id, found.get(id) ?? []);
    level = [...new Set(level.flatMap((id) => found.get(id) ?? []))].filter((id) => !dependents.has(id));
  }
  const order = new Set<string>();
  const visit = (entryId: string): void => {
    for (const dependent of dependents.get(entryId) ?? []) if (!order.has(dependent)) visit(dependent);
    order.add(entryId);
  };
  for (const entryId of undo.entryIds) if (!order.has(entryId)) visit(entryId);
  const asked = new Set(undo.entryIds);
  const others = [...order].filter((entryId) => !asked.has(entryId));
  if (others.length > 0 && (undo.amountMinor !== undefined || !undo.withDependents)) refuseDependents(others);
  return [...order];
}

/**
 * One side of a transfer between companies is never undone alone: the other side has arrived or is about to, and the money
 * would be in both. It goes back by a transfer of its own.
 */
async function refuseTransferSides(tx: CommandTx, entries: readonly RecordedEntry[]): Promise<void> {
  const clearing = entries.filter((entry) => entry.postings.some((posting) => posting.account === 'intercompany'));
  if (clearing.length === 0) return;
  const sides = await transferSidesAmong(
    tx,
    clearing.map((entry) => entry.id),
  );
  if (sides.length === 0) return;
  const message =
    'Part of this was transferred to another company, or came from it. Have it sent back by a transfer from the company that holds it now.';
  throw new AppError('transfer_is_not_reversed', message, { status: 409, details: { entryIds: sides } });
}

function refuseDependents(entryIds: string[]): never {
  const [subject, object] = entryIds.length === 1 ? ['entry depends', 'it'] : ['entries depend', 'them'];
  const message = `${entryIds.length} later ${subject} on this one. Undo ${object} first, or together with it.`;
  throw new AppError('entry_has_dependents', message, { status: 409, details: { entryIds } });
}
