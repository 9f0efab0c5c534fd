import { parseAmount } from '@quittance/core/money';
import type { Customer } from '../../app/api.types.ts';

/**
 * How much of the credit limit is used, in whole percent, rounded down: 9,400.00 open of 10,000.00 is 94. Null without a limit above zero, or
 * when nothing is open in its currency.
 */
export function limitShare({ creditLimit, balances }: Pick<Customer, 'creditLimit' | 'balances'>): number | null {
  if (!creditLimit) return null;
  const { currency } = creditLimit;
  const open = balances.find(({ total }) => total.currency === currency)?.total;
  const limitMinor = parseAmount(creditLimit.amount, currency) ?? 0n;
  const openMinor = open ? (parseAmount(open.amount, currency) ?? 0n) : 0n;
  if (limitMinor <= 0n || openMinor <= 0n) return null;
  return Number((openMinor * 100n) / limitMinor);
}
