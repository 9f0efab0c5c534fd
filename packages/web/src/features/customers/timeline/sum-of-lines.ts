import { formatAmount, parseAmount } from '@quittance/core/money';
import type { MoneyText } from '../../../ui/money/money-text.ts';
import type { TimelineLine } from './timeline.queries.ts';

/** What lines come to: 600.00 EUR and 300.00 EUR are 900.00 EUR. Null with several currencies, or where one says no amount. */
export function sumOf(lines: readonly Pick<TimelineLine, 'amount'>[]): MoneyText | null {
  const currency = lines[0]?.amount?.currency;
  if (currency === undefined) return null;
  let sum = 0n;
  for (const { amount } of lines) {
    const minor = amount?.currency === currency ? parseAmount(amount.amount, currency) : null;
    if (minor === null) return null;
    sum += minor;
  }
  return { amount: formatAmount(sum, currency), currency };
}
