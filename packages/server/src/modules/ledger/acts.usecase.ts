/** The acts on open items: apply, adjust, move. Each locks its items in id order, drafts entries in core and writes them. */
import type { LocalDate } from '@quittance/core/calendar';
import {
  type AdjustmentKind,
  adjustmentEntry,
  applicationEntry,
  carryForward,
  dueDateEntry,
  type EntryDraft,
  type ItemState,
  identificationEntry,
} from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { assert, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { findCustomer } from '../customers/index.ts';
import { insertEntries, type NewEntry } from './entries.queries.ts';
import { lockItems } from './items.queries.ts';
import { requirePostableDay, valueOrRefuse } from './ledger.errors.ts';

export interface AllocationDraft {
  readonly creditItemId: string;
  readonly debitItemId: string;
  /** Positive, in the debit's currency. */
  readonly amountMinor: bigint;
  /** In the credit's currency, when it is another. */
  readonly creditAmountMinor?: bigint | undefined;
  /** Taken from the debit together with the application, and undone with it. */
  readonly adjustments?: readonly {
    readonly kind: AdjustmentKind;
    readonly amountMinor: bigint;
    readonly reason?: string | undefined;
  }[];
}

interface ActOptions {
  readonly effectiveOn: LocalDate;
  readonly reason?: string | undefined;
  readonly note?: string | undefined;
  readonly batchId?: string | undefined;
}

/**
 * Applies credits to debits, one entry for each pair, all or none. Returns the ids of the application entries in the
 * order of the allocations. Throws `open_amount_exceeded` and the other refusals of core with the item they are about.
 */
export async function applyCredits(
  tx: CommandTx,
  allocations: readonly AllocationDraft[],
  options: ActOptions,
): Promise<string[]> {
  const session = await openItems(
    tx,
    allocations.flatMap((allocation) => [allocation.creditItemId, allocation.debitItemId]),
    options,
  );
  const applications: string[] = [];
  for (const allocation of allocations) {
    const application = session.add(
      valueOrRefuse(
        applicationEntry({
          credit: session.item(allocation.creditItemId),
          debit: session.item(allocation.debitItemId),
          amountMinor: allocation.amountMinor,
          ...(allocation.creditAmountMinor === undefined ? {} : { creditAmountMinor: allocation.creditAmountMinor }),
          effectiveOn: options.effectiveOn,
          functionalCurrency: tx.company.functionalCurrency,
        }),
      ),
    );
    applications.push(application);
    for (const { kind, amountMinor, reason } of allocation.adjustments ?? []) {
      const item = session.item(allocation.debitItemId);
      const draft = adjustmentEntry({
        item,
        kind,
        amountMinor,
        effectiveOn: options.effectiveOn,
        dependsOnEntryId: application,
      });
      session.add(valueOrRefuse(draft), reason);
    }
  }
  await session.write();
  return applications;
}

/** Takes part of an item to another account: discount, write-off, refund, suspense. Returns the entry's id. */
export async function adjustItem(
  tx: CommandTx,
  adjustment: { itemId: string; kind: AdjustmentKind; amountMinor: bigint; eventId?: string },
  options: ActOptions,
): Promise<string> {
  const session = await openItems(tx, [adjustment.itemId], options);
  const { kind, amountMinor } = adjustment;
  const draft = valueOrRefuse(
    adjustmentEntry({ item: session.item(adjustment.itemId), kind, amountMinor, effectiveOn: options.effectiveOn }),
  );
  const id = session.add(draft, undefined, adjustment.eventId);
  await session.write();
  return id;
}

/** Moves what is open of an item to another due date. Returns the entry's id. */
export async function changeDueDate(
  tx: CommandTx,
  change: { itemId: string; dueOn: LocalDate },
  options: ActOptions,
): Promise<string> {
  const session = await openItems(tx, [change.itemId], options);
  const id = session.add(valueOrRefuse(dueDateEntry(session.item(change.itemId), change.dueOn, options.effectiveOn)));
  await session.write();
  return id;
}

/** Moves what is open of a receipt to the customer it belongs to. Returns the entry's id. Throws `not_found`. */
export async function identifyReceipt(
  tx: CommandTx,
  identification: { itemId: string; customerId: string },
  options: ActOptions,
): Promise<string> {
  if (!(await findCustomer(tx, identification.customerId))) throw notFound('customer', identification.customerId);
  const session = await openItems(tx, [identification.itemId], options);
  const draft = identificationEntry(
    session.item(identification.itemId),
    identification.customerId,
    options.effectiveOn,
  );
  const id = session.add(valueOrRefuse(draft));
  await session.write();
  return id;
}

interface Session {
  item(id: string): ItemState;
  /** Queues an entry and lets later drafts see its effect. Returns the entry's id. */
  add(draft: EntryDraft, reason?: string, eventId?: string): string;
  write(): Promise<void>;
}

/** Locked items and the entries drafted for them so far. */
async function openItems(tx: CommandTx, itemIds: readonly string[], options: ActOptions): Promise<Session> {
  const { items, book, recordedAt } = await lockItems(tx, itemIds, options.effectiveOn);
  requirePostableDay(tx, book, options.effectiveOn);
  const entries: NewEntry[] = [];
  return {
    item(id) {
      const item = items.get(id);
      assert(item, `item ${id} is locked`);
      return item;
    },
    add(draft, reason, eventId) {
      const id = newId();
      const entry: NewEntry = {
        ...draft,
        id,
        eventId,
        commandId: tx.commandId,
        batchId: options.batchId,
        reason: reason ?? options.reason,
        note: options.note,
      };
      entries.push(entry);
      carryForward(items, entry);
      return id;
    },
    write: () => insertEntries({ ...tx, recordedAt }, entries),
  };
}
