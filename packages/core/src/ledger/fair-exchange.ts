/**
 * Whether an amount of one currency is paid with a likely amount of another. The rate lies in the two amounts that a person types; one
 * far from the market's would close an item with next to nothing and book the rest as a loss of exchange: a write-off that nobody
 * decided.
 */
import { abs } from '../money/index.ts';

/** Of what the item is worth at the day's rate: what banks take as their spread and fees lies below. */
export const RATE_SPREAD_PERCENT_MAX = 5n;

/**
 * Both in functional minor units at the day's rate. 1,000.00 USD worth 910.00 EUR may be paid with 864.50 to 955.50 EUR, and not
 * with 1.00. One unit more or less is rounding.
 */
export function isFairExchange({ itemMinor, paidMinor }: { itemMinor: bigint; paidMinor: bigint }): boolean {
  const offMinor = abs(abs(itemMinor) - abs(paidMinor));
  return offMinor <= 1n || offMinor * 100n <= abs(itemMinor) * RATE_SPREAD_PERCENT_MAX;
}
