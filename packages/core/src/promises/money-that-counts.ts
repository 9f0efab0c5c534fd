/** What the ledger has of money that may keep promises: applications to items, and receipts on the customer's account. */
import type { LocalDate } from '../calendar/index.ts';

interface Recorded {
  readonly entryId: string;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: string;
}

/** Money, or a credit, that settled part of an item; or the undoing of it. */
export interface ItemSettled extends Recorded {
  /** The entry that settled: itself, or the one that this undoes. */
  readonly originalEntryId: string;
  readonly itemId: string;
  /** The receipt or credit it came from; null of a discount or another shortfall that was accepted with it. */
  readonly creditItemId: string | null;
  readonly currency: string;
  /** In the item's currency; below zero of an undoing. */
  readonly amountMinor: bigint;
  /** The same of the credit, in its currency. */
  readonly creditMinor: bigint;
  /** When the money itself was there: the receipt's day, however late it was applied. */
  readonly moneyOn: LocalDate;
}

/** A receipt that came to the customer's account, or left it: bounced, refunded, moved to whom it belongs. */
export interface AccountReceived extends Recorded {
  readonly receiptItemId: string;
  readonly currency: string;
  /** Positive when it came. */
  readonly amountMinor: bigint;
  readonly moneyOn: LocalDate;
}

/** Of one customer, with what was merged into it. */
export interface PromiseBook {
  readonly settled: readonly ItemSettled[];
  readonly received: readonly AccountReceived[];
}

/** Money as it stands on a day, in the order in which it came. */
export interface Piece {
  /** The settling entry, or the receipt. */
  readonly id: string;
  /** The pot it belongs to: taken from one, it is gone from the other. */
  readonly receiptItemId: string | null;
  readonly itemId: string | null;
  readonly currency: string;
  readonly moneyOn: LocalDate;
  /** Since when it can be seen in the books. */
  readonly recordedAt: string;
  readonly amountMinor: bigint;
  readonly creditMinor: bigint;
}

export interface Viewpoint {
  readonly asOf: LocalDate;
  /** Null: everything that is recorded. */
  readonly knownAt: string | null;
}

export function isSeen(recorded: Recorded, { asOf, knownAt }: Viewpoint): boolean {
  return recorded.effectiveOn <= asOf && (knownAt === null || recorded.recordedAt <= knownAt);
}

/** What settled items, net of what was undone since. */
export function settledPieces(book: PromiseBook, viewpoint: Viewpoint): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const line of book.settled) {
    if (!isSeen(line, viewpoint)) continue;
    const key = `${line.originalEntryId} ${line.itemId}`;
    const before = pieces.get(key);
    const isOriginal = line.entryId === line.originalEntryId;
    pieces.set(key, {
      id: key,
      receiptItemId: line.creditItemId,
      itemId: line.itemId,
      currency: line.currency,
      moneyOn: line.moneyOn,
      recordedAt: isOriginal || before === undefined ? line.recordedAt : before.recordedAt,
      amountMinor: (before?.amountMinor ?? 0n) + line.amountMinor,
      creditMinor: (before?.creditMinor ?? 0n) + line.creditMinor,
    });
  }
  return inOrder(pieces);
}

/** Receipts on the account, net of what left it. */
export function receivedPieces(book: PromiseBook, viewpoint: Viewpoint): Piece[] {
  const pieces = new Map<string, Piece>();
  for (const line of book.received) {
    if (!isSeen(line, viewpoint)) continue;
    const before = pieces.get(line.receiptItemId);
    const amountMinor = (before?.amountMinor ?? 0n) + line.amountMinor;
    // What came back after it had left is seen from when it came; an undone bounce is no new money.
    const arrived = line.amountMinor > 0n && (before === undefined || before.recordedAt > line.recordedAt);
    pieces.set(line.receiptItemId, {
      id: line.receiptItemId,
      receiptItemId: line.receiptItemId,
      itemId: null,
      currency: line.currency,
      moneyOn: line.moneyOn,
      recordedAt: arrived || before === undefined ? line.recordedAt : before.recordedAt,
      amountMinor,
      creditMinor: amountMinor,
    });
  }
  return inOrder(pieces);
}

function inOrder(pieces: ReadonlyMap<string, Piece>): Piece[] {
  const key = (piece: Piece) => `${piece.moneyOn} ${piece.recordedAt} ${piece.id}`;
  return [...pieces.values()]
    .filter((piece) => piece.amountMinor > 0n)
    .sort((left, right) => (key(left) < key(right) ? -1 : 1));
}
