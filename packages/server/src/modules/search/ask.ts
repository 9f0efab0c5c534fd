/**
 * What was typed into the search, read in every way it can mean: a number or its end, an amount in any notation, words.
 * "1.234,56" and "1,234.56" are both 1234.56; "1.234" may be 1234 or 1.234 and is looked for as both.
 */
import { CURRENCY_CODES, isCurrencyCode, minorDigits, parseAmount } from '@quittance/core/money';
import { referenceKey } from '@quittance/core/references';

export interface Ask {
  readonly text: string;
  /** The number as documents keep it, or null when too short to be one. */
  readonly key: string | null;
  /** What the number may end with, with its zeros and without; none when too short to tell numbers apart. */
  readonly tails: readonly string[];
  /** Amounts without sign, as minor units of currencies with so many decimals. */
  readonly amounts: readonly AskedAmount[];
}

export interface AskedAmount {
  readonly minor: bigint;
  readonly decimals: number;
}

export const ASK_CHARS_MAX = 100;
const KEY_CHARS_MIN = 2;
const TAIL_CHARS_MIN = 3;

/** `readAsk('1.234,56').amounts` has 123456 with two decimals and 1234560 with three; `readAsk('0471').tails` are "0471" and "471". */
export function readAsk(typed: string): Ask {
  const text = typed.trim().slice(0, ASK_CHARS_MAX);
  const key = /[\p{L}\p{N}]/u.test(text) ? referenceKey(text) : '';
  const isNumberLike = /\d/.test(text);
  return {
    text,
    key: key.length >= KEY_CHARS_MIN ? key : null,
    tails: isNumberLike ? tailsOf(text, key) : [],
    amounts: askedAmounts(text),
  };
}

/** The zeros before the last digits belong to them, unless they are those that pad a number. */
function tailsOf(text: string, key: string): string[] {
  const asTyped = text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
  return [...new Set([asTyped, key])].filter((tail) => tail.length >= TAIL_CHARS_MIN);
}

const DECIMALS = [...new Set(CURRENCY_CODES.map(minorDigits))].sort();
const CURRENCY_SIGN = /^[€$£¥]\s*|\s*[€$£¥]$/g;
const CODE_BEFORE_OR_BEHIND = /^([A-Z]{3})\s*(?=[-−–+\d])|(?<=\d)\s*([A-Z]{3})$/i;

function withoutCurrency(text: string): string {
  const [whole = '', before, behind] = CODE_BEFORE_OR_BEHIND.exec(text) ?? [];
  const code = (before ?? behind ?? '').toUpperCase();
  return (isCurrencyCode(code) ? text.replace(whole, '') : text).replace(CURRENCY_SIGN, '');
}

function askedAmounts(text: string): AskedAmount[] {
  const figures = withoutCurrency(text)
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^[-−–+]|[-−–]$/g, '');
  if (!/^\d[\d.,]*$/.test(figures) || figures.length > 22) return [];
  const found = new Map<string, AskedAmount>();
  for (const decimal of decimalsOf(figures)) {
    for (const decimals of DECIMALS) {
      const minor = minorOf(decimal, decimals);
      if (minor !== null && minor > 0n) found.set(`${minor} ${decimals}`, { minor, decimals });
    }
  }
  return [...found.values()];
}

/** Every decimal that figures with points and commas can mean: the last sign is a decimal sign, or all are group signs. */
function decimalsOf(figures: string): string[] {
  const readings: string[] = [];
  const lastSign = Math.max(figures.lastIndexOf('.'), figures.lastIndexOf(','));
  if (lastSign < 0) return [figures];
  const whole = figures.slice(0, lastSign);
  const decimals = figures.slice(lastSign + 1);
  const signs = new Set(whole.match(/[.,]/g) ?? []);
  const isGroupedWhole = signs.size === 0 || (signs.size === 1 && !signs.has(figures.charAt(lastSign)));
  if (isGroupedWhole && areGroups(whole) && decimals !== '') readings.push(`${whole.replace(/[.,]/g, '')}.${decimals}`);
  const allSigns = new Set(figures.match(/[.,]/g) ?? []);
  if (allSigns.size === 1 && areGroups(figures)) readings.push(figures.replace(/[.,]/g, ''));
  return readings;
}

function areGroups(figures: string): boolean {
  const [first = '', ...groups] = figures.split(/[.,]/);
  return groups.length === 0 || (first.length <= 3 && groups.every((group) => group.length === 3));
}

function minorOf(decimal: string, decimals: number): bigint | null {
  const currency = CURRENCY_CODES.find((code) => minorDigits(code) === decimals);
  return currency === undefined ? null : parseAmount(decimal, currency);
}
