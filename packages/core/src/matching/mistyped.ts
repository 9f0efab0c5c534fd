/**
 * Numbers with one character wrong, missing, doubled or swapped with its neighbour: the slips of typing that cover four in
 * five misspelt numbers, and the letters that a scanner reads for digits. Variants are made of the digits and looked up;
 * no item is ever walked.
 */

/** Shorter numbers have so many neighbours that a slip means nothing. */
export const MISTYPED_DIGITS_MIN = 6;
const DIGITS = '0123456789';

/**
 * All texts of digits one slip away, each once, without the text itself: of `12` among others `21`, `1`, `122`, `32`. Not
 * `13`: another last digit is the next number of the series, and may be an invoice that has not come yet.
 */
export function oneSlipAway(digits: string): string[] {
  const found = new Set<string>();
  for (let at = 0; at <= digits.length; at += 1) {
    const [head, tail] = [digits.slice(0, at), digits.slice(at)];
    if (tail.length > 1) found.add(`${head}${tail.charAt(1)}${tail.charAt(0)}${tail.slice(2)}`);
    if (tail.length > 0) found.add(head + tail.slice(1));
    for (const digit of DIGITS) {
      if (tail.length > 1) found.add(head + digit + tail.slice(1));
      found.add(head + digit + tail);
    }
  }
  found.delete(digits);
  return [...found];
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
