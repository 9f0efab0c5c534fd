/** Currency conversion. A rate is the functional units for one unit of the other currency, as plain decimal text. */
import { Decimal } from 'decimal.js';
import { minorDigits } from '../money/index.ts';

/** The largest amount (19 digits) times the longest rate (20) is exact, and written without an exponent. */
const Exact = Decimal.clone({ precision: 60, toExpPos: 60 });

/**
 * The functional amount of another currency's amount at a rate, exact and then rounded half away from zero:
 * 1,000.00 USD at 0.905 is 905.00 EUR; 100 JPY at 0.0061 is 0.61 EUR.
 */
export function toFunctional(
  amountMinor: bigint,
  conversion: { readonly from: string; readonly to: string; readonly rate: string },
): bigint {
  const scale = new Exact(10).pow(minorDigits(conversion.to) - minorDigits(conversion.from));
  const product = new Exact(amountMinor.toString()).times(conversion.rate).times(scale);
  return BigInt(product.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toString());
}
