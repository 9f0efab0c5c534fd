/** Minor units of amounts, read once: a hundred thousand are added and compared with each filter. */
import { minorDigits } from '@quittance/core/money';
import { type MoneyText, toMoney } from '../money/money-text.ts';

const KNOWN = new WeakMap<MoneyText, bigint>();
const DIGITS = new Map<string, number>();

/** `minorOf({amount: '12.50', currency: 'EUR'})` is 1250n. Throws as `toMoney` does for what is no amount. */
export function minorOf(value: MoneyText): bigint {
  const known = KNOWN.get(value);
  if (known !== undefined) return known;
  const minor = readMinor(value);
  KNOWN.set(value, minor);
  return minor;
}

/** The canonical form, which is what the server sends, has all its decimals: without the point it is the minor units. */
function readMinor(value: MoneyText): bigint {
  const { amount, currency } = value;
  const digits = digitsOf(currency);
  const isCanonical =
    digits === 0 ? /^-?\d+$/.test(amount) : amount.at(-digits - 1) === '.' && /^-?\d+\.\d+$/.test(amount);
  return isCanonical ? BigInt(amount.replace('.', '')) : toMoney(value).amountMinor;
}

export function digitsOf(currency: string): number {
  const known = DIGITS.get(currency);
  if (known !== undefined) return known;
  const digits = minorDigits(currency);
  DIGITS.set(currency, digits);
  return digits;
}
