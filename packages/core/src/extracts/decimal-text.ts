/**
 * Amounts as people and ERPs write them: "1.234,56", "1,234.56", "1 234,56", "1'234.56", "123.45-", "(123.45)".
 * Which mark divides the decimals is found from many values together; "1.234" alone does not tell, and is not guessed.
 */
import { minorDigits, parseAmount } from '../money/index.ts';

export type DecimalMark = 'point' | 'comma';

/** What a sample tells. `none`: no value needs a decision. `undecided`: some do and nothing decides. */
export type MarkFinding = DecimalMark | 'none' | 'undecided' | 'conflict';

const CANONICAL = /^-?\d{1,15}(?:\.\d{1,6})?$/;
const BLANKS_AND_QUOTES = /[\s\u00a0\u2007\u2009\u202f'’]/g;
const MONEY_SIGNS = /^[$€£¥₹]|[$€£¥₹]$/g;
const CURRENCY_CODE = /^[A-Z]{3}|[A-Z]{3}$/g;
const POINT_GROUPS = /^\d{1,3}(?:\.\d{2,3})*\.\d{3}(?:,\d+)?$/;
const COMMA_GROUPS = /^\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d+)?$/;

export interface MarkEvidence {
  readonly add: (text: string) => void;
  readonly finding: () => MarkFinding;
}

/** Gathers evidence value by value: "1.234,5" says comma, "12.50" says point, "1.234" needs another to decide. */
export function createMarkEvidence(): MarkEvidence {
  let point = 0;
  let comma = 0;
  let open = 0;
  return {
    add(text) {
      const says = markOf(bareNumber(text.replace(CURRENCY_CODE, '')).digits);
      if (says === 'point') point += 1;
      else if (says === 'comma') comma += 1;
      else if (says === 'undecided') open += 1;
    },
    finding() {
      if (point > 0 && comma > 0) return 'conflict';
      if (point > 0) return 'point';
      if (comma > 0) return 'comma';
      return open > 0 ? 'undecided' : 'none';
    },
  };
}

function markOf(digits: string): MarkFinding {
  const lastPoint = digits.lastIndexOf('.');
  const lastComma = digits.lastIndexOf(',');
  if (lastPoint < 0 && lastComma < 0) return 'none';
  if (lastPoint >= 0 && lastComma >= 0) return lastPoint > lastComma ? 'point' : 'comma';
  const mark = lastPoint >= 0 ? '.' : ',';
  const at = Math.max(lastPoint, lastComma);
  const [own, other]: [DecimalMark, DecimalMark] = mark === '.' ? ['point', 'comma'] : ['comma', 'point'];
  if (digits.indexOf(mark) !== at) return other; // two of them group thousands
  const isGroup = digits.length - at - 1 === 3 && at >= 1 && at <= 3 && !digits.startsWith('0');
  return isGroup ? 'undecided' : own;
}

/** The number without its sign, blanks and currency sign. A sign may stand before, behind, or be a pair of brackets. */
function bareNumber(text: string): { readonly digits: string; readonly isNegative: boolean } {
  let digits = text.trim().replace(BLANKS_AND_QUOTES, '').replace(MONEY_SIGNS, '').replace(/^[−–]/, '-');
  let isNegative = false;
  if (digits.startsWith('(') && digits.endsWith(')')) {
    digits = digits.slice(1, -1);
    isNegative = true;
  } else if (digits.endsWith('-') || digits.startsWith('-')) {
    digits = digits.startsWith('-') ? digits.slice(1) : digits.slice(0, -1);
    isNegative = true;
  } else if (digits.startsWith('+')) {
    digits = digits.slice(1);
  }
  return { digits: digits.replace(MONEY_SIGNS, ''), isNegative };
}

/**
 * Reads an amount into minor units of the currency, or null when it is none in that notation: with a decimal comma
 * "1.234,56" EUR is 123456n and "1,234.56" is null. `mark` null (not decided) reads only what leaves no doubt.
 */
export function readDecimal(text: string, mark: DecimalMark | null, currency: string): bigint | null {
  if (mark !== 'comma' && CANONICAL.test(text) && (mark === 'point' || markOf(text) !== 'undecided')) {
    return parseAmount(text, currency);
  }
  const { digits, isNegative } = bareNumber(text.includes(currency) ? text.replace(currency, '') : text);
  const says = markOf(digits);
  const used = mark ?? (says === 'none' ? 'point' : says);
  if (used === 'undecided' || used === 'conflict' || digits.includes('-')) return null;
  const plain = used === 'point' ? plainFromPoint(digits) : plainFromComma(digits);
  const amount = plain === null ? null : parseAmount(plain, currency);
  return amount === null || !isNegative ? amount : -amount;
}

function plainFromPoint(digits: string): string | null {
  const bare = digits.startsWith('.') ? `0${digits}` : digits;
  if (!bare.includes(',')) return bare.endsWith('.') ? bare.slice(0, -1) : bare;
  return COMMA_GROUPS.test(bare) ? bare.replaceAll(',', '') : null;
}

function plainFromComma(digits: string): string | null {
  const bare = digits.startsWith(',') ? `0${digits}` : digits;
  if (!bare.includes('.')) return (bare.endsWith(',') ? bare.slice(0, -1) : bare).replace(',', '.');
  return POINT_GROUPS.test(bare) ? bare.replaceAll('.', '').replace(',', '.') : null;
}

/** Why an amount could not be read, for the person who must correct it. */
export function decimalProblem(
  text: string,
  mark: DecimalMark | null,
  currency: string,
): { code: string; message: string } {
  const seen = JSON.stringify(text.slice(0, 40));
  if (mark === null && markOf(bareNumber(text).digits) === 'undecided') {
    const message = `Whether ${seen} has thousands or decimals is not decided. Choose the decimal mark of this file.`;
    return { code: 'decimal_mark_undecided', message };
  }
  const notation = mark === 'comma' ? '1.234,56' : '1,234.56';
  const decimals = minorDigits(currency);
  const message = `${seen} is not an amount in ${currency} (at most ${decimals} decimals, written like ${notation}).`;
  return { code: 'bad_amount', message };
}
