/**
 * Promises are judged by the ledger alone, as of a day and as known at an instant: the same postings and promises always give the
 * same judgement. Each receipt's money counts once. Money applied to promised items counts for their promises first, what is
 * left of the receipts for promises on the account; within both the earlier day goes first. Money that came in time is shared
 * out before money that came late, so that a renewed promise is kept by the money that was promised anew.
 *
 * 1,000.00 promised for the 10th and 500.00 for the 20th, of the account; 1,200.00 come on the 9th: the first is kept, the
 * second has 200.00 and stays open until its deadline, then it is partly kept.
 */
import type { LocalDate } from '../calendar/index.ts';
import { shareHalfUp } from '../money/index.ts';
import { type Piece, type PromiseBook, receivedPieces, settledPieces, type Viewpoint } from './money-that-counts.ts';
import type { PlanMoney } from './plan-interest.ts';
import type { PaymentPromise, PromiseState } from './promise.ts';

export interface Judgement {
  readonly promiseId: string;
  readonly state: PromiseState;
  /** Of the promised amount, what came in time, and what came after the deadline. */
  readonly inTimeMinor: bigint;
  readonly lateMinor: bigint;
  /** The day of the last money that counts for it. */
  readonly lastMoneyOn: LocalDate | null;
}

interface Tally {
  readonly promise: PaymentPromise;
  inTimeMinor: bigint;
  lateMinor: bigint;
  lastMoneyOn: LocalDate | null;
  readonly money: PlanMoney[];
}

/** A pot of money and what is left of it; `receipts` is shared between what settled items and what is on the account. */
interface Pot {
  readonly piece: Piece;
  leftMinor: bigint;
}

/** Judges the promises of one customer, in the order given. Promises made after the viewpoint are open and empty. */
export function judgePromises(
  promises: readonly PaymentPromise[],
  book: PromiseBook,
  viewpoint: Viewpoint,
): Judgement[] {
  return tallied(promises, book, viewpoint).map((tally) => judgementOf(tally, viewpoint));
}

/** The money that counts for each promise, by its days, in time and late; withdrawn promises have none. */
export function moneyOfPromises(
  promises: readonly PaymentPromise[],
  book: PromiseBook,
  viewpoint: Viewpoint,
): Map<string, readonly PlanMoney[]> {
  return new Map(tallied(promises, book, viewpoint).map(({ promise, money }) => [promise.id, money]));
}

function tallied(promises: readonly PaymentPromise[], book: PromiseBook, viewpoint: Viewpoint): Tally[] {
  const tallies = promises.map(
    (promise): Tally => ({ promise, inTimeMinor: 0n, lateMinor: 0n, lastMoneyOn: null, money: [] }),
  );
  const standing = tallies.filter(({ promise }) => !isWithdrawn(promise, viewpoint)).sort(earlierFirst);
  const ofItems = standing.filter(({ promise }) => promise.itemIds !== null);
  const ofAccount = standing.filter(({ promise }) => promise.itemIds === null);
  const settled = settledPieces(book, viewpoint).map((piece): Pot => ({ piece, leftMinor: piece.amountMinor }));
  const received = receivedPieces(book, viewpoint).map((piece): Pot => ({ piece, leftMinor: piece.amountMinor }));
  const receipts = new Map(received.map((pot) => [pot.piece.id, pot]));
  for (const isLate of [false, true]) {
    for (const tally of ofItems) takeSettled(tally, { settled, receipts, isLate });
    for (const tally of ofAccount) for (const pot of received) take(tally, pot, isLate);
  }
  return tallies;
}

function isWithdrawn({ withdrawnAt }: PaymentPromise, { knownAt }: Viewpoint): boolean {
  return withdrawnAt !== null && (knownAt === null || withdrawnAt <= knownAt);
}

function earlierFirst(left: Tally, right: Tally): number {
  const key = ({ promise }: Tally) => `${promise.promisedOn} ${promise.madeAt} ${promise.id}`;
  return key(left) < key(right) ? -1 : 1;
}

/** What settled the promise's items; a receipt's money that is taken here is gone from the account's. */
function takeSettled(
  tally: Tally,
  { settled, receipts, isLate }: { settled: readonly Pot[]; receipts: ReadonlyMap<string, Pot>; isLate: boolean },
): void {
  const itemIds = new Set(tally.promise.itemIds);
  for (const pot of settled) {
    const { piece } = pot;
    if (piece.itemId === null || !itemIds.has(piece.itemId)) continue;
    const receipt = piece.receiptItemId === null ? undefined : receipts.get(piece.receiptItemId);
    // What promises on the account had of the receipt before is not there a second time.
    const free = receipt === undefined ? pot.leftMinor : least(pot.leftMinor, inItemCurrency(piece, receipt.leftMinor));
    const taken = take(tally, pot, isLate, free);
    if (receipt !== undefined) receipt.leftMinor -= least(receipt.leftMinor, inCreditCurrency(piece, taken));
  }
}

/** Gives a promise what it still lacks from a pot, when the pot is one of its own; returns how much. */
function take(tally: Tally, pot: Pot, isLate: boolean, freeMinor = pot.leftMinor): bigint {
  const { promise } = tally;
  const { piece } = pot;
  if (piece.currency !== promise.currency || piece.recordedAt <= promise.madeAt) return 0n;
  if (piece.moneyOn > promise.deadlineOn !== isLate) return 0n;
  const lacking = promise.amountMinor - tally.inTimeMinor - tally.lateMinor;
  const taken = least(lacking, freeMinor);
  if (taken <= 0n) return 0n;
  pot.leftMinor -= taken;
  if (isLate) tally.lateMinor += taken;
  else tally.inTimeMinor += taken;
  tally.money.push({ on: piece.moneyOn, amountMinor: taken });
  if (tally.lastMoneyOn === null || piece.moneyOn > tally.lastMoneyOn) tally.lastMoneyOn = piece.moneyOn;
  return taken;
}

function inItemCurrency(piece: Piece, creditMinor: bigint): bigint {
  if (piece.creditMinor === piece.amountMinor || piece.creditMinor <= 0n) return creditMinor;
  return shareHalfUp(piece.amountMinor, { part: creditMinor, whole: piece.creditMinor });
}

function inCreditCurrency(piece: Piece, amountMinor: bigint): bigint {
  if (piece.creditMinor === piece.amountMinor) return amountMinor;
  return shareHalfUp(piece.creditMinor, { part: amountMinor, whole: piece.amountMinor });
}

function judgementOf(tally: Tally, viewpoint: Viewpoint): Judgement {
  const { promise, inTimeMinor, lateMinor, lastMoneyOn } = tally;
  return { promiseId: promise.id, state: stateOf(tally, viewpoint), inTimeMinor, lateMinor, lastMoneyOn };
}

function stateOf({ promise, inTimeMinor }: Tally, viewpoint: Viewpoint): PromiseState {
  if (isWithdrawn(promise, viewpoint)) return 'withdrawn';
  if (inTimeMinor >= promise.amountMinor - promise.toleranceMinor) return 'kept';
  if (viewpoint.asOf <= promise.deadlineOn) return 'open';
  return inTimeMinor > 0n ? 'partly_kept' : 'broken';
}

export function least(left: bigint, right: bigint): bigint {
  return left < right ? left : right;
}
