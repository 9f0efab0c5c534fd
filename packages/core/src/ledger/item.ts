/** An item as the rules see it: what it is, what is open, and, when an act is back-dated, how it came to be. */
import { type LocalDate, laterDate } from '../calendar/index.ts';
import { divideHalfUp } from '../money/index.ts';
import type { ControlAccount, DocumentKind } from './accounts.ts';
import type { Position, Posting } from './entry.ts';

export interface ItemState extends Position {
  readonly id: string;
  readonly number: string;
  readonly kind: DocumentKind;
  readonly account: ControlAccount;
  readonly currency: string;
  /** Signed: debits positive, credits negative. */
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  /** The functional amount that the open part carries. */
  readonly carryingMinor: bigint;
  readonly issuedOn: LocalDate;
  /** The latest effective day of any posting of the item. */
  readonly lastEffectiveOn: LocalDate;
  /** Given when an act may be dated before something that already happened to the item. */
  readonly history?: ItemHistory;
}

export interface ItemHistory {
  /** What changed the open amount, by effective day; moves between positions left out or not, they cancel. */
  readonly changes: readonly {
    readonly effectiveOn: LocalDate;
    readonly amountMinor: bigint;
    readonly functionalMinor: bigint;
  }[];
  /** From which day on the item stood where, in the order of those days; the first is where it was opened. */
  readonly positions: readonly (Position & { readonly effectiveOn: LocalDate })[];
}

/**
 * The functional amount released with part of an item: round(carrying × part / open), the last part takes the rest.
 * 1,000.00 USD carried at 905.00 EUR releases 301.67 with 333.33. Parts have the sign of the open amount.
 */
export function releasedCarrying(item: Pick<ItemState, 'openMinor' | 'carryingMinor'>, partMinor: bigint): bigint {
  if (partMinor === item.openMinor) return item.carryingMinor;
  return divideHalfUp(item.carryingMinor * partMinor, item.openMinor);
}

/** Brings items up to date with postings that were just drafted: what a command with several steps goes on with. */
export function carryForward(items: Map<string, ItemState>, postings: readonly Posting[]): void {
  for (const itemId of new Set(postings.map((posting) => posting.itemId))) {
    const item = itemId === undefined ? undefined : items.get(itemId);
    if (item) items.set(item.id, afterPostings(item, postings));
  }
}

function afterPostings(item: ItemState, postings: readonly Posting[]): ItemState {
  const own = postings.filter((posting) => posting.itemId === item.id);
  const after = {
    ...item,
    openMinor: own.reduce((open, posting) => open + posting.amountMinor, item.openMinor),
    carryingMinor: own.reduce((carrying, posting) => carrying + posting.functionalMinor, item.carryingMinor),
    lastEffectiveOn: own.reduce((last, posting) => laterDate(last, posting.effectiveOn), item.lastEffectiveOn),
  };
  if (!item.history) return after;
  const changes = [...item.history.changes, ...own].map(({ effectiveOn, amountMinor, functionalMinor }) => ({
    effectiveOn,
    amountMinor,
    functionalMinor,
  }));
  return { ...after, history: { ...item.history, changes } };
}
