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
  const next = new Map(draft);
  next.delete(item.id);
  const left = leftOf(receiptMinor, next);
  const isLimited = item.openMinor > 0n && left > 0n;
  return next.set(item.id, isLimited ? atMost(item.openMinor, left) : item.openMinor);
}

export function withoutTick(draft: Draft, itemId: string): Draft {
  const next = new Map(draft);
  next.delete(itemId);
  return next;
}

/** Sets the part typed for an item; nothing unticks it. Refused when it is more than is open or of the other sign. */
export function withPart(draft: Draft, item: DraftItem, partMinor: bigint): Draft | PartRefusal {
  if (partMinor === 0n) return withoutTick(draft, item.id);
  if (partMinor < 0n !== item.openMinor < 0n) return 'wrong_sign';
  if (atMost(partMinor, item.openMinor) !== partMinor) return 'more_than_open';
  return new Map(draft).set(item.id, partMinor);
}

/** What stays open of the items that get something but not all: 690.00 open with 675.12 placed leaves 14.88. */
export function restsOf(items: readonly NamedItem[], draft: Draft): Rest[] {
  return items.flatMap(({ id, number, openMinor }) => {
    const part = draft.get(id);
    return part === undefined || part === openMinor ? [] : [{ id, number, restMinor: openMinor - part }];
  });
}

export function sameDraft(left: Draft, right: Draft): boolean {
  return left.size === right.size && [...left].every(([id, amount]) => right.get(id) === amount);
}
