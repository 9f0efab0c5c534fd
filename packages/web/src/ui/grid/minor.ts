/** Minor units of amounts: a hundred thousand are added and compared with each filter, and most fit a plain number exactly. */
import { minorDigits } from '@quittance/core/money';
import { type MoneyText, toMoney } from '../money/money-text.ts';

const DIGITS = new Map<string, number>();
/** So many figures are below 2^53 whatever they are. */
const EXACT_FIGURES_MAX = 15;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** `minorOf({amount: '12.50', currency: 'EUR'})` is 1250n. Throws as `toMoney` does for what is no amount. */
export function minorOf(value: MoneyText): bigint {
  const exact = exactMinorOf(value);
  return exact === null ? readMinor(value) : BigInt(exact);
}

/** The canonical form, which is what the server sends, has all its decimals: without the point it is the minor units. */
function readMinor(value: MoneyText): bigint {
  const { amount, currency } = value;
  const digits = digitsOf(currency);
  const isCanonical =
    digits === 0 ? /^-?\d+$/.test(amount) : amount.at(-digits - 1) === '.' && /^-?\d+\.\d+$/.test(amount);
  return isCanonical ? BigInt(amount.replace('.', '')) : toMoney(value).amountMinor;
}

/**
 * The minor units as a whole number, exact; null for an amount of more than fifteen figures and for what is not as the server
 * sends it: all its decimals, no group signs. For orders and for sums that watch over 2^53; never for arithmetic beyond.
 */
export function exactMinorOf({ amount, currency }: MoneyText): number | null {
  const length = amount.length;
  const start = amount.charCodeAt(0) === MINUS ? 1 : 0;
  const digits = digitsOf(currency);
  const point = digits === 0 ? length : length - digits - 1;
  if (length - start > EXACT_FIGURES_MAX || point <= start) return null;
  let minor = 0;
  for (let index = start; index < length; index += 1) {
    const code = amount.charCodeAt(index);
    if (index === point) {
      if (code !== POINT) return null;
      continue;
    }
    const figure = code - ZERO;
    if (figure < 0 || figure > 9) return null;
    minor = minor * 10 + figure;
  }
  return start === 1 && minor !== 0 ? -minor : minor;
}

export function digitsOf(currency: string): number {
  const known = DIGITS.get(currency);
  if (known !== undefined) return known;
  const digits = minorDigits(currency);
  DIGITS.set(currency, digits);
  return digits;
}
