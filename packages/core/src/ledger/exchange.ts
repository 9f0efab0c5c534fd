/** Currency conversion. A rate is the functional units for one unit of the other currency, as plain decimal text. */
import { divideHalfUp, minorDigits } from '../money/index.ts';

/**
 * The functional amount of another currency's amount at a rate, exact and then rounded half away from zero:
 * 1,000.00 USD at 0.905 is 905.00 EUR; 100 JPY at 0.0061 is 0.61 EUR. Throws on a rate that is no plain decimal.
 */
export function toFunctional(
  amountMinor: bigint,
  conversion: { readonly from: string; readonly to: string; readonly rate: string },
): bigint {
  const { from, to, rate } = conversion;
  if (!/^\d+(\.\d+)?$/.test(rate)) throw new RangeError(`not a rate: ${JSON.stringify(rate)}`);
  const [whole = '', decimals = ''] = rate.split('.');
  const numerator = amountMinor * BigInt(whole + decimals) * 10n ** BigInt(minorDigits(to));
  return divideHalfUp(numerator, 10n ** BigInt(decimals.length + minorDigits(from)));
}
