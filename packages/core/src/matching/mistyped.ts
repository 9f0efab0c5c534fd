/**
 * Numbers with one character wrong, missing, doubled or swapped with its neighbour: the slips of typing that cover four in
 * five misspelt numbers, and the letters that a scanner reads for digits.
 */

import { CLOSING_DIGITS_MIN } from './token.ts';

/** Shorter numbers have so many neighbours that a slip means nothing. */
export const MISTYPED_DIGITS_MIN = 6;

/**
 * Whether one slip of typing parts the two: 12345 and 12435, 1245, 123345 or 92345. Not 12346: another last digit is the next
 * number of the series, and may be an invoice that has not come yet.
 */
export function isOneSlipAway(written: string, meant: string): boolean {
  const longer = Math.max(written.length, meant.length);
  const shorter = Math.min(written.length, meant.length);
  if (longer - shorter > 1 || written === meant) return false;
  let head = 0;
  while (head < shorter && written.charCodeAt(head) === meant.charCodeAt(head)) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    written.charCodeAt(written.length - 1 - tail) === meant.charCodeAt(meant.length - 1 - tail)
  ) {
    tail += 1;
  }
  if (longer !== shorter) return head + tail === shorter;
  if (head + tail === longer - 1) return tail > 0;
  return (
    head + tail === longer - 2 &&
    written.charCodeAt(head) === meant.charCodeAt(head + 1) &&
    written.charCodeAt(head + 1) === meant.charCodeAt(head)
  );
}

/** Whether these digits, with one slip, close the number: of `0376606` and `1930367606` they do. */
export function closesWithSlip(written: string, number: string): boolean {
  for (let length = written.length - 1; length <= written.length + 1; length += 1) {
    if (length > number.length || length < CLOSING_DIGITS_MIN) continue;
    if (isOneSlipAway(written, number.slice(number.length - length))) return true;
  }
  return false;
}

const LIKE_DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
};
const SCANNED = /(?<![A-Z0-9])[0-9OQDILZSB]{6,20}(?![A-Z0-9])/g;
const REAL_DIGITS_MIN = 4;

/** Numbers that a scanner has read with letters in them: `193O18O4S9` gives `1930180459` where it stands. */
export function scannedNumbers(
  text: string,
): { readonly digits: string; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(SCANNED)].flatMap((match) => {
    const real = match[0].replace(/[^0-9]/g, '').length;
    if (real === match[0].length || real < REAL_DIGITS_MIN) return [];
    const digits = match[0].replace(/[A-Z]/g, (letter) => LIKE_DIGITS[letter] ?? letter);
    return [{ digits, start: match.index, end: match.index + match[0].length }];
  });
}
