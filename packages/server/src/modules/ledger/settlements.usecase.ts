/**
 * Many receipts settled at once: their items are locked in the order of their ids by one statement, every entry is drafted
 * in core upon the ones before, and all are written in one statement. A receipt that is refused leaves the others alone.
 */
import { earlierDate, type LocalDate } from '@quittance/core/calendar';
import { type AdjustmentKind, adjustmentEntry, identificationEntry } from '@quittance/core/ledger';
import type { CommandTx } from '../../platform/command/index.ts';
import { type AppError, notFound } from '../../platform/errors.ts';
import { type AllocationDraft, draftApplications } from './acts.usecase.ts';
import type { Book } from './book.queries.ts';
import { draftingSession, type Session } from './drafting.ts';
import { existingCustomerIds, lockItemsForSettling, type SettlingDays } from './items.queries.ts';
import { requirePostableDay, valueOrRefuse } from './ledger.errors.ts';

export interface Settlement {
  readonly receiptItemId: string;
  /** Whose the receipt is, when it stands elsewhere, and from which day on. */
  readonly identification: { readonly customerId: string; readonly effectiveOn: LocalDate } | null;
  /** None when the money stays on the customer's account, or goes to suspense. */
  readonly allocations: readonly AllocationDraft[];
  /** Taken from items, or from the receipt itself, together with the applications and undone with them. */
  readonly adjustments: readonly ItemAdjustment[];
  readonly effectiveOn: LocalDate;
  readonly reason?: string | undefined;
}

export interface ItemAdjustment {
  readonly itemId: string;
  readonly kind: AdjustmentKind;
  /** Positive, in the item's currency. */
  readonly amountMinor: bigint;
  readonly reason?: string | undefined;
}

export interface SettledEntries {
  /** The identification first, then the applications. */
  readonly entryIds: readonly string[];
  /** One for each adjustment, in the order given. */
  readonly adjustmentIds: readonly string[];
}

/**
 * For each settlement, in the order given, the ids of its entries or the refusal for which nothing of it was written. Of 3 receipts of which the 2nd is 0.01 above its item, 1 and 3 are settled.
 */
export async function settleReceipts(
  tx: CommandTx,
  settlements: readonly Settlement[],
): Promise<readonly (SettledEntries | AppError)[]> {
  const locked = await lockItemsForSettling(tx, daysByItem(settlements));
  const session = draftingSession(tx, locked);
  const asked = settlements.flatMap(({ identification }) => identification?.customerId ?? []);
  const place = { tx, book: locked.book, session, customerIds: await existingCustomerIds(tx, asked) };
  const outcomes = settlements.map((settlement) => session.attempt(() => draftSettlement(place, settlement)));
  await session.write();
  return outcomes;
}

interface Place {
  readonly tx: CommandTx;
  readonly book: Book;
  readonly session: Session;
  readonly customerIds: ReadonlySet<string>;
}

function draftSettlement({ tx, book, session, customerIds }: Place, settlement: Settlement): SettledEntries {
  const { receiptItemId, identification, allocations, adjustments, effectiveOn, reason } = settlement;
  const entryIds: string[] = [];
  if (identification !== null) {
    const { customerId } = identification;
    if (!customerIds.has(customerId)) throw notFound('customer', customerId);
    requirePostableDay(tx, book, identification.effectiveOn);
    const draft = identificationEntry(session.item(receiptItemId), customerId, identification.effectiveOn);
    entryIds.push(session.add(valueOrRefuse(draft), {}));
  }
  if (allocations.length + adjustments.length > 0) requirePostableDay(tx, book, effectiveOn);
  const applicationIds = draftApplications(tx, session, allocations, { effectiveOn, reason });
  const adjustmentIds = adjustments.map((adjustment) => {
    const item = session.item(adjustment.itemId);
    const dependsOnEntryId = carrierOf(adjustment, allocations, applicationIds);
    const draft = adjustmentEntry({ ...adjustment, item, effectiveOn, ...(dependsOnEntryId && { dependsOnEntryId }) });
    return session.add(valueOrRefuse(draft), { reason: adjustment.reason ?? reason });
  });
  return { entryIds: [...entryIds, ...applicationIds], adjustmentIds };
}

/** The application with which an adjustment stands and falls: the last to its item, else the first of all. */
function carrierOf(
  { itemId }: ItemAdjustment,
  allocations: readonly AllocationDraft[],
  applicationIds: readonly string[],
): string | undefined {
  const own = allocations.findLastIndex(({ debitItemId }) => debitItemId === itemId);
  return applicationIds[own === -1 ? 0 : own];
}

/** For each item, the first day on which something is to happen to it, and how many receipts it takes part in. */
function daysByItem(settlements: readonly Settlement[]): Map<string, SettlingDays> {
  const days = new Map<string, SettlingDays>();
  for (const { receiptItemId, identification, allocations, adjustments, effectiveOn } of settlements) {
    const applied = allocations.flatMap(({ creditItemId, debitItemId }) => [creditItemId, debitItemId]);
    const adjusted = adjustments.map(({ itemId }) => itemId);
    for (const id of new Set([receiptItemId, ...applied, ...adjusted])) {
      const { firstOn, times } = days.get(id) ?? { firstOn: effectiveOn, times: 0 };
      const ownOn = id === receiptItemId ? (identification?.effectiveOn ?? effectiveOn) : effectiveOn;
      days.set(id, { firstOn: earlierDate(firstOn, ownOn), times: times + 1 });
    }
  }
  return days;
}
