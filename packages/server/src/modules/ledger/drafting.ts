/** Entries drafted one upon the other for locked items, and written in one statement. */
import { carryForward, type EntryDraft, type ItemState } from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { AppError, assert } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { insertEntries, type NewEntry } from './entries.queries.ts';
import type { LockedItems } from './items.queries.ts';

/** What an entry says beside its postings. */
type EntryWords = Pick<NewEntry, 'reason' | 'note' | 'batchId' | 'eventId'>;

export interface Session {
  item(id: string): ItemState;
  /** Queues an entry and lets later drafts see its effect. Returns the entry's id. */
  add(draft: EntryDraft, words: EntryWords): string;
  /** What `work` drafts, or, when it is refused, nothing of it and the refusal. */
  attempt<T>(work: () => T): T | AppError;
  write(): Promise<void>;
}

export function draftingSession(tx: CommandTx, { items, recordedAt }: LockedItems): Session {
  const entries: NewEntry[] = [];
  let before = new Map<string, ItemState>();
  const item = (id: string) => {
    const found = items.get(id);
    assert(found, `item ${id} is locked`);
    return found;
  };
  return {
    item,
    add(draft, { reason, note, batchId, eventId }) {
      const id = newId();
      const entry: NewEntry = { ...draft, id, eventId, commandId: tx.commandId, batchId, reason, note };
      for (const { itemId } of entry.postings) {
        if (itemId !== undefined && !before.has(itemId)) before.set(itemId, item(itemId));
      }
      entries.push(entry);
      carryForward(items, entry);
      return id;
    },
    attempt(work) {
      const queued = entries.length;
      before = new Map();
      try {
        return work();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        entries.length = queued;
        for (const [id, state] of before) items.set(id, state);
        return error;
      }
    },
    write: () => insertEntries({ ...tx, recordedAt }, entries),
  };
}
