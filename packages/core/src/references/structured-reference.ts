/**
 * Payment references with check digits, which banks carry apart from the text and payers copy from the invoice: the creditor
 * reference of ISO 11649 (RF), the Swiss QR and ESR reference, the Belgian structured communication, the Finnish viite, and
 * the Nordic OCR and KID. A reference whose check digit is right was typed right; what it holds is a number of ours.
 */
import { belgianControl } from '../bank-account/national-check-digits.ts';
import { remainderBy97 } from '../parties/account-number.ts';

export type ReferenceScheme = 'rf' | 'qr' | 'be' | 'fi' | 'luhn' | 'mod11';

export interface StructuredReference {
  readonly scheme: ReferenceScheme;
  /** As its owner keeps it: letters and digits, without the zeros that lead it. */
  readonly whole: string;
  /** What it holds besides prefix and check digits, without the zeros that lead it. */
  readonly payload: string;
}

/** A structured reference and where it stands in a text. */
export interface FoundReference extends StructuredReference {
  readonly start: number;
  readonly end: number;
}

const RF = /(?<![A-Z0-9])RF\d{2}(?: ?[A-Z0-9]{1,4}){1,6}(?![A-Z0-9])/g;
const QR = /(?<!\d)\d(?: ?\d){26}(?!\d)/g;
const BELGIAN = /(?:\+{3}|\*{3})\s*(\d{3})\/(\d{4})\/(\d{5})\s*(?:\+{3}|\*{3})/g;

/** References that their shape and their check digits tell apart in any text; upper case, lines joined. */
export function structuredReferencesIn(text: string): FoundReference[] {
  return [...matchesOf(text, RF, readRf), ...matchesOf(text, QR, readQr), ...matchesOf(text, BELGIAN, readBelgian)];
}

function matchesOf(
  text: string,
  pattern: RegExp,
  read: (compact: string) => StructuredReference | null,
): FoundReference[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    // Words may follow without a mark between: the longest beginning whose check digits are right is the reference.
    for (let written = match[0]; written !== ''; written = written.slice(0, Math.max(0, written.lastIndexOf(' ')))) {
      const found = read(written.replace(/[^A-Z0-9]+/g, ''));
      if (found !== null) return [{ ...found, start: match.index, end: match.index + written.length }];
    }
    return [];
  });
}

/**
 * A field or a text that is nothing but a reference: all schemes are tried, also those that are mere digits. `RF18539007547034`
 * holds 539007547034; the KID `47110015` holds 4711001 by Luhn. Empty when no check digit is right.
 */
export function structuredReferencesOf(field: string): StructuredReference[] {
  const compact = field.toUpperCase().replace(/[^A-Z0-9]+/g, '');
  const readers = [readRf, readQr, readBelgian, readFinnish, readLuhn, readMod11];
  return readers.flatMap((read) => read(compact) ?? []);
}

/** ISO 11649: RF, two check digits, up to 21 characters; with RF and the digits moved to the end it leaves 1 modulo 97. */
function readRf(compact: string): StructuredReference | null {
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(compact)) return null;
  return remainderBy97(compact) === 1 ? reference('rf', compact, compact.slice(4)) : null;
}

const RECURSIVE = [0, 9, 4, 6, 8, 2, 7, 1, 3, 5];

/** Swiss QR and ESR: 27 digits, the last one by modulo 10, recursive (SIX, implementation guidelines QR-bill, annex B). */
function readQr(compact: string): StructuredReference | null {
  if (!/^\d{27}$/.test(compact)) return null;
  let carry = 0;
  for (const digit of compact.slice(0, 26)) carry = RECURSIVE[(carry + Number(digit)) % 10] ?? 0;
  return (10 - carry) % 10 === Number(compact[26]) ? reference('qr', compact, compact.slice(0, 26)) : null;
}

/** Belgian: ten digits and their remainder by 97, where 0 is written 97. */
function readBelgian(compact: string): StructuredReference | null {
  if (!/^\d{12}$/.test(compact)) return null;
  const payload = compact.slice(0, 10);
  return belgianControl(payload) === compact.slice(10) ? reference('be', compact, payload) : null;
}

/** Finnish viite: 4 to 20 digits, weights 7, 3, 1 from the right. */
function readFinnish(compact: string): StructuredReference | null {
  if (!/^\d{4,20}$/.test(compact)) return null;
  const weighed = weightedSum(compact.slice(0, -1), [7, 3, 1]);
  return (10 - (weighed % 10)) % 10 === Number(compact.at(-1)) ? reference('fi', compact, compact.slice(0, -1)) : null;
}

/** Swedish OCR, Norwegian KID, Danish FIK: modulo 10 (Luhn), 2 to 25 digits; shorter ones than five say too little. */
function readLuhn(compact: string): StructuredReference | null {
  if (!/^\d{5,25}$/.test(compact)) return null;
  const doubled = [...compact.slice(0, -1)].reverse().map((digit, at) => Number(digit) * (at % 2 === 0 ? 2 : 1));
  const total = doubled.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0);
  return (10 - (total % 10)) % 10 === Number(compact.at(-1)) ? reference('luhn', compact, compact.slice(0, -1)) : null;
}

/** Norwegian KID by modulo 11, weights 2 to 7 from the right; a remainder of 10 is written as a dash and not read. */
function readMod11(compact: string): StructuredReference | null {
  if (!/^\d{5,25}$/.test(compact)) return null;
  const check = (11 - (weightedSum(compact.slice(0, -1), [2, 3, 4, 5, 6, 7]) % 11)) % 11;
  return check === Number(compact.at(-1)) ? reference('mod11', compact, compact.slice(0, -1)) : null;
}

function weightedSum(digits: string, weights: readonly number[]): number {
  return [...digits].reverse().reduce((sum, digit, at) => sum + Number(digit) * (weights[at % weights.length] ?? 0), 0);
}

function reference(scheme: ReferenceScheme, whole: string, payload: string): StructuredReference {
  return { scheme, whole: whole.replace(/^0+/, ''), payload: payload.replace(/^0+/, '') };
}
