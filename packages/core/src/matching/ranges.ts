/**
 * Ranges as payers write them: `INV 4711001-4711005`, `4711001 bis 4711005`, `RE-2026-0011 TO 0015`. Both ends and what lies
 * between; of a hyphen nobody knows whether it lists two or spans many, so both are tried and the amount decides.
 */
import { tokensOfNumber } from './token.ts';

export interface TextRange {
  readonly from: string;
  readonly to: string;
  /** The tokens of every number of the range, in its order. */
  readonly tokens: readonly string[];
  /** Positions in the text. */
  readonly start: number;
  readonly end: number;
}

/** Longer ranges are years, amounts or phone numbers. */
const NUMBERS_MAX = 100;
const DIGITS_MIN = 4;

const PREFIX = String.raw`(?:[A-Z]{1,8}[-/. ]?)?(?:\d{2,4}[-/.])?`;
const JOINT = String.raw`(?:\s*[-–]\s*|\s+(?:BIS|TO|THRU|THROUGH|UNTIL|FINO\s+A|AL?|AU?|HASTA|TOT)\s+)`;
const RANGE = new RegExp(`(?<![A-Z0-9])(${PREFIX})(\\d{2,14})${JOINT}(?:\\1)?(\\d{1,14})(?![A-Z0-9])`, 'g');

/** Of upper-case text: `INV 4711001-4711005` gives the five tokens from 4711001 on. */
export function rangesIn(text: string): TextRange[] {
  return [...text.matchAll(RANGE)].flatMap((match) => {
    const [whole, before = '', first = '', written = ''] = match;
    const prefix = before.endsWith(' ') ? '' : before; // `INV 4711`: a word before the number
    const last = written.length < first.length ? first.slice(0, first.length - written.length) + written : written;
    const numbers = numbersBetween(first, last);
    if (numbers.length < 2 || (prefix + first).replace(/\D+/g, '').length < DIGITS_MIN) return [];
    const tokens = numbers.flatMap((number) => tokensOfNumber(prefix + number).slice(-1));
    return [
      {
        from: prefix + first,
        to: prefix + last,
        tokens,
        start: match.index,
        end: match.index + whole.length,
      },
    ];
  });
}

/** Rising, of one length, and few. */
function numbersBetween(first: string, last: string): string[] {
  if (first.length !== last.length) return [];
  const [from, to] = [BigInt(first), BigInt(last)];
  if (to <= from || to - from >= BigInt(NUMBERS_MAX)) return [];
  return Array.from({ length: Number(to - from) + 1 }, (_, at) =>
    String(from + BigInt(at)).padStart(first.length, '0'),
  );
}
