/**
 * How a written application becomes allocations. Without an amount as much as possible; a written amount is passed on as it
 * is, over several instalments the one due first before the others, so that the ledger itself refuses what is too much.
 */
import type { AdjustmentKind } from '@quittance/core/ledger';
import { divideHalfUp, sum } from '@quittance/core/money';

export interface PlannedItem {
  readonly id: string;
  /** Positive: what is open. */
  readonly openMinor: bigint;
}

export interface PlannedCredit {
  readonly items: readonly PlannedItem[];
  readonly amountMinor: bigint | null;
}

export type PlannedAmount =
  | { readonly kind: 'written'; readonly amountMinor: bigint }
  /** What a payment on the day earns: millionths of what it settles, discount included. */
  | { readonly kind: 'by_terms'; readonly rateMillionths: bigint }
  | { readonly kind: 'rest' };

export interface PlannedDebit {
  readonly items: readonly PlannedItem[];
  readonly amountMinor: bigint | null;
  readonly adjustments: readonly {
    readonly kind: AdjustmentKind;
    readonly amount: PlannedAmount;
    readonly reason: string | undefined;
  }[];
}

export interface Allocation {
  readonly creditItemId: string;
  readonly debitItemId: string;
  amountMinor: bigint;
  adjustments: { kind: AdjustmentKind; amountMinor: bigint; reason: string | undefined }[];
}

const MILLION = 1_000_000n;

interface Purse {
  readonly id: string;
  left: bigint;
}

export function planAllocations(credits: readonly PlannedCredit[], debits: readonly PlannedDebit[]): Allocation[] {
  const purses = credits.flatMap((credit) => pursesOf(credit.items, credit.amountMinor));
  const hasWrittenCredits = debits.length === 1 && credits.every((credit) => credit.amountMinor !== null);
  const planned = debits.flatMap((debit) => planDebit(purses, debit, hasWrittenCredits));
  // what nothing was left for is left out; nothing at all is passed on, so that the ledger refuses it
  const filled = planned.filter((allocation) => allocation.amountMinor > 0n);
  return filled.length > 0 ? filled : planned.slice(0, 1);
}

/** Splits an amount over items in their order, no more than is open, what is too much on the last one. */
export function splitOverItems(items: readonly PlannedItem[], amountMinor: bigint | null): Purse[] {
  return pursesOf(items, amountMinor).filter((purse, index) => purse.left > 0n || index === 0);
}

function pursesOf(items: readonly PlannedItem[], amountMinor: bigint | null): Purse[] {
  if (amountMinor === null) return items.map(({ id, openMinor }) => ({ id, left: openMinor }));
  let left = amountMinor;
  return items.map(({ id, openMinor }, index) => {
    const isLast = index === items.length - 1;
    const part = isLast ? left : smaller(left, openMinor);
    left -= part;
    return { id, left: part };
  });
}

function planDebit(purses: Purse[], debit: PlannedDebit, hasWrittenCredits: boolean): Allocation[] {
  const open = sum(debit.items.map((item) => item.openMinor));
  const credit = sum(purses.map((purse) => purse.left));
  const written = sum(debit.adjustments.map(({ amount }) => (amount.kind === 'written' ? amount.amountMinor : 0n)));
  const terms = debit.adjustments.map(({ amount }) => amount).find((amount) => amount.kind === 'by_terms');
  const room = open - written > 0n ? open - written : 0n;
  const asked = debit.amountMinor ?? (hasWrittenCredits ? credit : null);
  const { cash, discount } = settle({ asked, room, credit, rateMillionths: terms?.rateMillionths ?? 0n });

  const taken = written + discount;
  const places = debit.items.map(({ id, openMinor }) => ({ id, left: openMinor }));
  const lastPlace = places.findLast((place) => place.left > 0n) ?? places.at(-1);
  if (lastPlace) lastPlace.left = lastPlace.left > taken ? lastPlace.left - taken : 0n;
  const allocations = pour(purses, places, cash);
  const last = allocations.at(-1);
  if (last)
    last.adjustments = debit.adjustments.flatMap(({ kind, amount, reason }) => {
      const amountMinor =
        amount.kind === 'written' ? amount.amountMinor : amount.kind === 'by_terms' ? discount : open - cash - taken;
      return amountMinor > 0n ? [{ kind, amountMinor, reason }] : [];
    });
  return allocations;
}

/** Cash and the discount that it earns: 490.00 at 2 % of what is settled earns 10.00. */
function settle(debit: { asked: bigint | null; room: bigint; credit: bigint; rateMillionths: bigint }): {
  cash: bigint;
  discount: bigint;
} {
  const { asked, room, credit, rateMillionths } = debit;
  const whole = divideHalfUp(room * rateMillionths, MILLION);
  const cash = asked ?? smaller(credit, room - whole);
  if (rateMillionths === 0n) return { cash, discount: 0n };
  const earned = divideHalfUp(cash * rateMillionths, MILLION - rateMillionths);
  return { cash, discount: cash >= room - whole ? whole : earned };
}

/** Credits in their order into debits in theirs; what does not fit goes to the last pair. */
function pour(purses: readonly Purse[], places: readonly Purse[], cash: bigint): Allocation[] {
  const allocations: Allocation[] = [];
  let left = cash;
  for (const place of places) {
    for (const purse of purses) {
      const part = smaller(left, smaller(purse.left, place.left));
      if (part <= 0n) continue;
      allocations.push({ creditItemId: purse.id, debitItemId: place.id, amountMinor: part, adjustments: [] });
      purse.left -= part;
      place.left -= part;
      left -= part;
    }
  }
  if (left === 0n && allocations.length > 0) return allocations;
  const last = allocations.at(-1);
  const [purse, place] = [purses.at(-1), places.at(-1)];
  if (last) last.amountMinor += left;
  else if (purse && place)
    allocations.push({ creditItemId: purse.id, debitItemId: place.id, amountMinor: left, adjustments: [] });
  return allocations;
}

function smaller(one: bigint, other: bigint): bigint {
  if (one < other) return one;
  return other;
}
