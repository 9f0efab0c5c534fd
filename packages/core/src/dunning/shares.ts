/**
 * What of each item is asked for. Off it comes what rests: the part that is promised, and the part that is disputed or on hold otherwise;
 * then what money covers that waits to be applied, credit notes included: used up once, item by item by due date, as a clerk would apply
 * it who knows nothing else. What a proposal waits to be confirmed for takes its part first, since the money was found to be for it.
 * My day, the call sheet and letters take their figures by this rule (the SQL of the worklist says the same; a test compares them).
 */
import type { LocalDate } from '../calendar/index.ts';
import { shareHalfUp } from '../money/index.ts';

export interface ItemHold {
  /** "dispute", "promise", "waiting_proposal". */
  readonly kind: string;
  /** What of the item it holds, in the item's currency; null: all of it. */
  readonly amountMinor: bigint | null;
}

export interface OwedItem {
  readonly id: string;
  readonly dueOn: LocalDate;
  readonly currency: string;
  /** Above zero. */
  readonly openMinor: bigint;
  readonly holds: readonly ItemHold[];
}

/** The four add up to what is open of the item; none is below zero. */
export interface ItemShare {
  readonly promisedMinor: bigint;
  /** Disputed, deducted, blocked. */
  readonly disputedMinor: bigint;
  /** By a proposal, or by credits. */
  readonly coveredMinor: bigint;
  readonly askedMinor: bigint;
}

const PROPOSED = 'waiting_proposal';
const PROMISED: readonly string[] = ['promise', 'plan'];

/**
 * By item. An item of 10,000.00 of which 1,000.00 are promised, and 500.00 of credit: 1,000.00 promised, 500.00 covered, 8,500.00 asked.
 * 700.00 of credit and items of 500.00, 400.00 and 300.00 in the order of their due dates: asked are nothing, 200.00, and 300.00.
 */
export function sharesOf(
  items: readonly OwedItem[],
  credits: ReadonlyMap<string, bigint>,
): ReadonlyMap<string, ItemShare> {
  const shares = new Map<string, ItemShare>();
  const left = new Map(credits);
  for (const item of items) shares.set(item.id, restingOf(item, left));
  if (![...left.values()].some((credit) => credit > 0n)) return shares;
  for (const { id, currency } of inOrder(items)) {
    const share = shares.get(id);
    const credit = left.get(currency) ?? 0n;
    if (share === undefined || credit <= 0n || share.askedMinor === 0n) continue;
    const part = smaller(credit, share.askedMinor);
    shares.set(id, {
      ...share,
      coveredMinor: share.coveredMinor + part,
      askedMinor: share.askedMinor - part,
    });
    left.set(currency, credit - part);
  }
  return shares;
}

/** Of an item that nothing keeps. */
export function wholeShare({ openMinor }: Pick<OwedItem, 'openMinor'>): ItemShare {
  return { promisedMinor: 0n, disputedMinor: 0n, coveredMinor: 0n, askedMinor: openMinor };
}

/** What nobody asks for whatever credits there are; what is proposed is taken off the credits left. */
function restingOf(item: OwedItem, left: Map<string, bigint>): ItemShare {
  const { openMinor, holds, currency } = item;
  if (holds.length === 0) return wholeShare(item);
  let [promised, deducted, disputed, proposed] = [0n, 0n, 0n, 0n];
  for (const { kind, amountMinor } of holds) {
    const heldMinor = amountMinor ?? openMinor;
    if (kind === PROPOSED) proposed += heldMinor;
    else if (PROMISED.includes(kind)) promised += heldMinor;
    else if (kind === 'deduction') deducted += heldMinor;
    else disputed = larger(disputed, heldMinor);
  }
  // What was deducted at different times adds up, and so do promises, which are of what is not disputed. Other holds overlap: the largest counts.
  const promisedMinor = smaller(openMinor, promised);
  const resting = smaller(openMinor, promisedMinor + larger(disputed, deducted));
  const coveredMinor = smaller(openMinor - resting, proposed);
  if (coveredMinor > 0n) left.set(currency, (left.get(currency) ?? 0n) - coveredMinor);
  return {
    promisedMinor,
    disputedMinor: resting - promisedMinor,
    coveredMinor,
    askedMinor: openMinor - resting - coveredMinor,
  };
}

/** What is asked of an item, in the company's currency: its part of what is open, rounded half up. */
export function askedFunctional(
  { openMinor, functionalMinor }: { readonly openMinor: bigint; readonly functionalMinor: bigint },
  askedMinor: bigint,
): bigint {
  if (askedMinor === openMinor) return functionalMinor;
  return shareHalfUp(functionalMinor, { part: askedMinor, whole: openMinor });
}

const smaller = (one: bigint, other: bigint): bigint => (one < other ? one : other);
const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);

/** The oldest first; as they are given when they stand so already. */
export function inOrder<Item extends Pick<OwedItem, 'dueOn' | 'id'>>(items: readonly Item[]): readonly Item[] {
  const isInOrder = items.every((item, index) => {
    const before = items[index - 1];
    return before === undefined || byDueDate(before, item) < 0;
  });
  return isInOrder ? items : [...items].sort(byDueDate);
}

/** The oldest first; of one day, by id. */
function byDueDate(left: Pick<OwedItem, 'dueOn' | 'id'>, right: Pick<OwedItem, 'dueOn' | 'id'>): number {
  if (left.dueOn !== right.dueOn) return left.dueOn < right.dueOn ? -1 : 1;
  return left.id < right.id ? -1 : 1;
}
