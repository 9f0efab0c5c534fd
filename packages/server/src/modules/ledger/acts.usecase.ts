/** The acts on open items: apply, adjust, move. Each locks its items in id order, drafts entries in core and writes them. */
import type { LocalDate } from '@quittance/core/calendar';
import {
  type AdjustmentKind,
  adjustmentEntry,
  applicationEntry,
  dueDateEntry,
  identificationEntry,
} from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { notFound } from '../../platform/errors.ts';
import { findCustomer, survivorOf } from '../customers/index.ts';
import { draftingSession, type Session } from './drafting.ts';
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
  const itemIds = allocations.flatMap((allocation) => [allocation.creditItemId, allocation.debitItemId]);
  const session = await openItems(tx, itemIds, options);
  const applications = draftApplications(tx, session, allocations, options);
  await session.write();
  return applications;
}

/** Queues the entries of allocations whose items are locked. Returns the ids of the application entries. */
export function draftApplications(
  tx: CommandTx,
  session: Session,
  allocations: readonly AllocationDraft[],
  options: ActOptions,
): string[] {
  const { effectiveOn } = options;
  const applications: string[] = [];
  for (const allocation of allocations) {
    const draft = applicationEntry({
      credit: session.item(allocation.creditItemId),
      debit: session.item(allocation.debitItemId),
      amountMinor: allocation.amountMinor,
      ...(allocation.creditAmountMinor === undefined ? {} : { creditAmountMinor: allocation.creditAmountMinor }),
      effectiveOn,
      functionalCurrency: tx.company.functionalCurrency,
    });
    const application = session.add(valueOrRefuse(draft), options);
    applications.push(application);
    for (const { kind, amountMinor, reason = options.reason } of allocation.adjustments ?? []) {
      const item = session.item(allocation.debitItemId);
      const adjustment = adjustmentEntry({ item, kind, amountMinor, effectiveOn, dependsOnEntryId: application });
      session.add(valueOrRefuse(adjustment), { ...options, reason });
    }
  }
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
  const id = session.add(draft, { ...options, eventId: adjustment.eventId });
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
  const draft = dueDateEntry(session.item(change.itemId), change.dueOn, options.effectiveOn);
  const id = session.add(valueOrRefuse(draft), options);
  await session.write();
  return id;
}

/** Moves what is open of a receipt to the customer it belongs to, or to the one it was merged into. Returns the entry's id. Throws `not_found`. */
export async function identifyReceipt(
  tx: CommandTx,
  identification: { itemId: string; customerId: string },
  options: ActOptions,
): Promise<string> {
  const customerId = await survivorOf(tx, identification.customerId);
  if (!(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
  const session = await openItems(tx, [identification.itemId], options);
  const draft = identificationEntry(session.item(identification.itemId), customerId, options.effectiveOn);
  const id = session.add(valueOrRefuse(draft), options);
  await session.write();
  return id;
}

async function openItems(tx: CommandTx, itemIds: readonly string[], options: ActOptions): Promise<Session> {
  const locked = await lockItems(tx, itemIds, options.effectiveOn);
  requirePostableDay(tx, locked.book, options.effectiveOn);
  return draftingSession(tx, locked);
}
