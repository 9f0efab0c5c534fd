/** An item as the rules see it: what it is, what is open, and, when an act is back-dated, how it came to be. */
import { type LocalDate, laterDate } from '../calendar/index.ts';
import { divideHalfUp } from '../money/index.ts';
import type { ControlAccount, DocumentKind } from './accounts.ts';
import type { EntryDraft, Position } from './entry.ts';

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
  /** Where the item was opened. */
  readonly opening: Position;
  /** In the order in which they were made. */
  readonly moves: readonly Move[];
}

/** An entry that moved the item, from its day on until the day it was undone. */
export interface Move extends Position {
  readonly entryId: string;
  readonly effectiveOn: LocalDate;
  readonly undoneOn: LocalDate | null;
}

/**
 * The functional amount released with part of an item: round(carrying × part / open), the last part takes the rest.
 * 1,000.00 USD carried at 905.00 EUR releases 301.66 with 333.33. Parts have the sign of the open amount.
 */
export function releasedCarrying(item: Pick<ItemState, 'openMinor' | 'carryingMinor'>, partMinor: bigint): bigint {
  if (partMinor === item.openMinor) return item.carryingMinor;
  return divideHalfUp(item.carryingMinor * partMinor, item.openMinor);
}

/** Brings items up to date with an entry that was just drafted: what a command with several steps goes on with. */
export function carryForward(items: Map<string, ItemState>, entry: EntryDraft & { readonly id: string }): void {
  for (const itemId of new Set(entry.postings.map((posting) => posting.itemId))) {
    const item = itemId === undefined ? undefined : items.get(itemId);
    if (item) items.set(item.id, afterEntry(item, entry));
  }
}

function afterEntry(item: ItemState, entry: EntryDraft & { readonly id: string }): ItemState {
  const own = entry.postings.filter((posting) => posting.itemId === item.id);
  const target = targetOfMove(item, entry);
  const after = {
    ...item,
    ...target,
    openMinor: own.reduce((open, posting) => open + posting.amountMinor, item.openMinor),
    carryingMinor: own.reduce((carrying, posting) => carrying + posting.functionalMinor, item.carryingMinor),
    lastEffectiveOn: own.reduce((last, posting) => laterDate(last, posting.effectiveOn), item.lastEffectiveOn),
  };
  if (!item.history) return after;
  const changes = [...item.history.changes, ...own];
  return { ...after, history: { ...item.history, changes, moves: movesAfter(item.history, entry, target) } };
}

function movesAfter(history: ItemHistory, entry: EntryDraft & { readonly id: string }, target: Position | undefined) {
  const { effectiveOn } = entry;
  if (target && entry.reversesEntryId === undefined) {
    return [...history.moves, { entryId: entry.id, effectiveOn, undoneOn: null, ...target }];
  }
  return history.moves.map((move) =>
    move.entryId === entry.reversesEntryId ? { ...move, undoneOn: effectiveOn } : move,
  );
}

/** Where an entry moves the item: its legs cancel, and on the entry's day the item's sign stands there. */
function targetOfMove(item: ItemState, entry: EntryDraft): Position | undefined {
  const own = entry.postings.flatMap((posting) => (posting.itemId === item.id ? [posting] : []));
  if (own.reduce((sum, posting) => sum + posting.amountMinor, 0n) !== 0n) return undefined;
  const target = own.findLast(
    (posting) =>
      posting.effectiveOn === entry.effectiveOn &&
      posting.amountMinor !== 0n &&
      posting.amountMinor > 0n === item.amountMinor > 0n,
  );
  return target && { customerId: target.customerId, dueOn: target.dueOn };
}
