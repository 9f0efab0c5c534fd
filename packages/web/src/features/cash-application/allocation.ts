/**
 * A receipt being applied by hand: how much of it goes to which item. Cash on an item has the sign of what is open, so a
 * credit note that the payer netted counts below zero and leaves more for the others. What is left stays unapplied.
 */
import { sum } from '@quittance/core/money';
import { atMost } from '../../ui/money/money-text.ts';

/** Cash in minor units by item id. */
export type Draft = ReadonlyMap<string, bigint>;

export interface DraftItem {
  readonly id: string;
  readonly openMinor: bigint;
}

/** An item as the foot of the desk names it. */
export interface NamedItem extends DraftItem {
  readonly number: string;
}

export interface Rest {
  readonly id: string;
  readonly number: string;
  readonly restMinor: bigint;
}

export type PartRefusal = 'more_than_open' | 'wrong_sign';

/** What of the receipt no item has: 14,871.20 with 8,120.00 and 6,751.20 placed leaves 0. Below zero is too much. */
export function leftOf(receiptMinor: bigint, draft: Draft): bigint {
  return receiptMinor - sum(draft.values());
}

/**
 * Ticks an item: it takes what is open of it, but no more than is left. Ticked when nothing is left it takes all that is
 * open, and the difference shows by how much that is too much.
 */
export function withTick(draft: Draft, item: DraftItem, receiptMinor: bigint): Draft {
  return withTicks(draft, [item], receiptMinor);
}

/** The same for many at once, one after the other: 800 lines of a remittance in one step. */
export function withTicks(draft: Draft, items: readonly DraftItem[], receiptMinor: bigint): Draft {
  const next = new Map(draft);
  for (const { id } of items) next.delete(id);
  let left = leftOf(receiptMinor, next);
  for (const { id, openMinor } of items) {
    const part = openMinor > 0n && left > 0n ? atMost(openMinor, left) : openMinor;
    next.set(id, part);
    left -= part;
  }
  return next;
}

export function withoutTick(draft: Draft, itemId: string): Draft {
  return withoutTicks(draft, [itemId]);
}

export function withoutTicks(draft: Draft, itemIds: readonly string[]): Draft {
  const next = new Map(draft);
  for (const id of itemIds) next.delete(id);
  return next;
}

/** Sets the part typed for an item; nothing unticks it. Refused when it is more than is open or of the other sign. */
export function withPart(draft: Draft, item: DraftItem, partMinor: bigint): Draft | PartRefusal {
  if (partMinor === 0n) return withoutTick(draft, item.id);
  if (partMinor < 0n !== item.openMinor < 0n) return 'wrong_sign';
  if (atMost(partMinor, item.openMinor) !== partMinor) return 'more_than_open';
  return new Map(draft).set(item.id, partMinor);
}

/** What stays open of the items that get something but not all: 690.00 open with 675.12 placed and 13.80 deducted leaves 1.08. */
export function restsOf(
  items: readonly NamedItem[],
  draft: Draft,
  deducted: ReadonlyMap<string, bigint> = new Map(),
): Rest[] {
  return items.flatMap(({ id, number, openMinor }) => {
    const part = draft.get(id);
    if (part === undefined) return [];
    const restMinor = openMinor - part - (deducted.get(id) ?? 0n);
    return restMinor === 0n ? [] : [{ id, number, restMinor }];
  });
}

export function sameDraft(left: Draft, right: Draft): boolean {
  return left.size === right.size && [...left].every(([id, amount]) => right.get(id) === amount);
}
