/**
 * How late a customer pays: by month of payment, the days between due date and receipt weighted by what was paid, and the share of
 * the money that came by the due date. Paid early counts as early: it makes up for what was late elsewhere, as it does in cash.
 */
import { daysBetween, type LocalDate } from '../calendar/index.ts';
import { divideHalfUp } from '../money/index.ts';

/** What one receipt paid of items due on one day. */
export interface PaidShare {
  readonly paidOn: LocalDate;
  readonly dueOn: LocalDate;
  /** Above zero, in one currency. */
  readonly amountMinor: bigint;
}

export interface Punctuality {
  readonly paidMinor: bigint;
  /** Weighted by amount, rounded half away from zero; below zero is early. */
  readonly daysLate: number;
  /** Of the amount, in whole per cent, rounded down. */
  readonly onTimePercent: number;
}

export interface BehaviourMonth extends Punctuality {
  /** `2026-03` */
  readonly month: string;
}

/**
 * By month, the earliest first, months without payment left out; and all together, null when nothing was paid. 300.00 paid 10 days
 * late and 100.00 paid 2 days early in March: 400.00, 7 days late, 25 % on time.
 */
export function paymentBehaviour(shares: readonly PaidShare[]): {
  readonly months: readonly BehaviourMonth[];
  readonly all: Punctuality | null;
} {
  const byMonth = new Map<string, PaidShare[]>();
  for (const share of shares) {
    if (share.amountMinor <= 0n) continue;
    const month = share.paidOn.slice(0, 7);
    const own = byMonth.get(month);
    if (own) own.push(share);
    else byMonth.set(month, [share]);
  }
  const months = [...byMonth].sort(([left], [right]) => (left < right ? -1 : 1));
  const counted = months.flatMap(([, own]) => own);
  return {
    months: months.map(([month, own]) => ({ month, ...punctualityOf(own) })),
    all: counted.length === 0 ? null : punctualityOf(counted),
  };
}

function punctualityOf(shares: readonly PaidShare[]): Punctuality {
  let [paidMinor, weighted, onTimeMinor] = [0n, 0n, 0n];
  for (const { paidOn, dueOn, amountMinor } of shares) {
    const days = daysBetween(dueOn, paidOn);
    paidMinor += amountMinor;
    weighted += BigInt(days) * amountMinor;
    if (days <= 0) onTimeMinor += amountMinor;
  }
  return {
    paidMinor,
    daysLate: Number(divideHalfUp(weighted, paidMinor)),
    onTimePercent: Number((onTimeMinor * 100n) / paidMinor),
  };
}
