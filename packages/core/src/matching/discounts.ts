/**
 * The cash discounts that the terms of an item offer, and whether a payment of that day earns them. Banks take a day or
 * two, and weekends fall between, so the days of grace of the policy count as in time; later it is taken without being earned.
 */
import { addDays, type LocalDate } from '../calendar/index.ts';
import type { OpenItem } from './item-source.ts';

export interface OfferedDiscount {
  /** Millionths of the amount: 2 % is 20,000. */
  readonly rateMillionths: number;
  readonly isEarned: boolean;
}

/** The one that the day earns first, then the others: "3% 10 2% 20 net 30" on the 15th day is 2 % earned, 3 % not. */
export function discountsOn(item: OpenItem, paidOn: LocalDate, graceDays: number): OfferedDiscount[] {
  return (item.terms?.discounts ?? [])
    .map(({ rateMillionths, days }) => ({
      rateMillionths,
      isEarned: paidOn <= addDays(item.issuedOn, days + graceDays),
    }))
    .sort(
      (left, right) => Number(right.isEarned) - Number(left.isEarned) || right.rateMillionths - left.rateMillionths,
    );
}
