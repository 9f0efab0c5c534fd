/** Money is a whole number of minor units and its currency. Nothing here rounds unless its name says so. */
import { type CurrencyCode, minorDigits } from './currency.ts';

export interface Money {
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
}

export function money(amountMinor: bigint, currency: CurrencyCode): Money {
  return { amountMinor, currency };
}

/** Adds amounts of one currency. Throws a RangeError on mixed currencies. */
export function addMoney(left: Money, right: Money): Money {
  if (left.currency !== right.currency) {
    throw new RangeError(`cannot add ${left.currency} and ${right.currency}`);
  }
  return { amountMinor: left.amountMinor + right.amountMinor, currency: left.currency };
}

const CANONICAL_AMOUNT = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/;

/**
 * Reads a canonical decimal ("1234.56", "-0.5", never "1,234.56") into minor units; null when it is no such number or
 * has more decimals than the currency holds: `parseAmount('12.5', 'EUR')` is 1250n, `parseAmount('1.005', 'EUR')` null.
 */
export function parseAmount(text: string, currency: string): bigint | null {
  const match = CANONICAL_AMOUNT.exec(text);
  if (!match) return null;
  const digits = minorDigits(currency);
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (decimals.length > digits) return null;
  const minor = BigInt((match[2] ?? '') + decimals.padEnd(digits, '0'));
  return match[1] === '-' ? -minor : minor;
}

/** The canonical decimal of an amount: `formatAmount(-1250n, 'EUR')` is "-12.50", `formatAmount(7n, 'JPY')` "7". */
export function formatAmount(amountMinor: bigint, currency: string): string {
  const digits = minorDigits(currency);
  const sign = amountMinor < 0n ? '-' : '';
  const text = abs(amountMinor)
    .toString()
    .padStart(digits + 1, '0');
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

export function abs(amount: bigint): bigint {
  return amount < 0n ? -amount : amount;
}

export function sum(amounts: Iterable<bigint>): bigint {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}
