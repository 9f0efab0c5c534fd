/** Amounts and dates as OFX writes them, and as banks do. */
import { parseAmount } from '../../money/index.ts';
import { type BankDay, bankDay } from '../odd-day.ts';

/**
 * "-530.86", "-530,86", "+12", "-.5" and "1.234,56" are amounts; thousands are marked only where both signs stand, so
 * that "1,234" is the decimal 1.234 and none in EUR. Null when it is no amount in that currency.
 */
export function readOfxAmount(text: string, currency: string): bigint | null {
  const compact = text.replace(/\s+/g, '').replace(/^\+/, '').replace(/^[−–]/, '-');
  const last = Math.max(compact.lastIndexOf('.'), compact.lastIndexOf(','));
  const whole = last < 0 ? compact : compact.slice(0, last);
  const decimals = last < 0 ? '' : compact.slice(last + 1);
  const other = compact[last] === ',' ? '.' : ',';
  if (whole.includes('.') || whole.includes(',')) {
    if (!new RegExp(`^-?\\d{1,3}(\\${other}\\d{3})+$`).test(whole)) return null;
  }
  const digits = whole.replaceAll(other, '');
  if (!/^-?\d*$/.test(digits) || !/^\d*$/.test(decimals) || !/\d/.test(digits + decimals)) return null;
  const sign = digits.startsWith('-') ? '-' : '';
  const bare = digits.replace('-', '').replace(/^0+(?=\d)/, '') || '0';
  return parseAmount(decimals === '' ? sign + bare : `${sign}${bare}.${decimals}`, currency);
}

/**
 * "20091019120000[-3:BRT]" is 2009-10-19: the day as the bank writes it, in its own zone. Null when it is no day;
 * zeros, which some banks write for none, are null too.
 */
export function readOfxDate(text: string): BankDay | null {
  const match = /^\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d\b)/.exec(text);
  return match === null ? null : bankDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

export function isNoDate(text: string): boolean {
  return /^[0\s]*$/.test(text);
}
