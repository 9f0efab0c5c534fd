/**
 * Whether an amount of one currency is paid with a likely amount of another. The rate lies in the two amounts that a person types; one
 * far from the market's would close an item with next to nothing and book the rest as a loss of exchange: a write-off that nobody
 * decided.
 */
import { abs } from '../money/index.ts';

/** Usually, of what the item is worth at the day's rate: what banks take as their spread and fees lies below. */
export const USUAL_RATE_SPREAD_PERCENT = 5;

interface Exchange {
  /** Both in functional minor units at the day's rate. */
  readonly itemMinor: bigint;
  readonly paidMinor: bigint;
  /** How far they may lie apart, in whole percent of the item. */
  readonly spreadPercentMax: number;
}

/**
 * With 5 percent 1,000.00 USD worth 910.00 EUR may be paid with 864.50 to 955.50 EUR, and not with 1.00. One unit more or less is
 * rounding.
 */
export function isFairExchange({ itemMinor, paidMinor, spreadPercentMax }: Exchange): boolean {
  const offMinor = abs(abs(itemMinor) - abs(paidMinor));
  return offMinor <= 1n || offMinor * 100n <= abs(itemMinor) * BigInt(spreadPercentMax);
}
