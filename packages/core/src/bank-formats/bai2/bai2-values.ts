/** Amounts and dates as BAI2 writes them: whole minor units without a point, and YYMMDD. */
import { dateFromParts, type LocalDate } from '../../calendar/index.ts';
import { minorDigits } from '../../money/index.ts';

/** Eighteen digits hold any amount of the standard; more is a garbled line. */
const AMOUNT = /^([+-]?)(\d{1,18})(?:\.(\d{1,4}))?([+-]?)$/;
/** Two-digit years from here on are of the last century. */
const CENTURY_PIVOT = 80;

/**
 * An amount in minor units of its currency: "001" in GBP is 1n, "-2550" is −2550n, also with the sign behind. Some banks
 * write the point against the standard; it is understood when it has just the currency's decimals ("25.50" is 2550n).
 * Null when it is anything else, never zero.
 */
export function readAmount(text: string, currency: string): bigint | null {
  const match = AMOUNT.exec(text.trim());
  if (match === null) return null;
  const [, before = '', whole = '', decimals = '', after = ''] = match;
  if (before !== '' && after !== '') return null;
  if (decimals !== '' && decimals.length !== minorDigits(currency)) return null;
  const amountMinor = BigInt(whole + decimals);
  return before === '-' || after === '-' ? -amountMinor : amountMinor;
}

/** "150715" is 2015-07-15; some banks write the century too ("20150715"). Null when there is no such day. */
export function readDate(text: string): LocalDate | null {
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (match === null) return null;
  const year = Number(match[1]);
  const full = match[1]?.length === 4 ? year : year + (year < CENTURY_PIVOT ? 2000 : 1900);
  return dateFromParts(full, Number(match[2]), Number(match[3]));
}
