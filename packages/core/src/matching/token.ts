/**
 * References as payers write them. A number on an invoice (`INV-2024/00123`) reaches the bank as `INV 2024 123`,
 * `inv.2024/00123`, `000202400123`, or cut in two by the end of a statement line. Both sides are brought to tokens:
 * letters and digits only, upper case, leading zeros of numbers dropped. Equal tokens are the same reference.
 */

import type { ReferenceScheme } from '../references/structured-reference.ts';

/** Digits a token needs to count as a reference at all; below, dates and street numbers would be found everywhere. */
const TOKEN_DIGITS_MIN = 4;
/** Longest token kept: IBANs and Swiss references end below it, whole sentences do not. */
const TOKEN_LENGTH_MAX = 27;
/** A number is broken into at most this many pieces by separators and line ends: `RG` `24` `A` `00` `77`. */
const WINDOW_SEGMENTS_MAX = 5;
/** A run of letters longer than this is a word, not part of a number. */
const PREFIX_LETTERS_MAX = 8;
/** Letters that may close a number: `12345/A`. */
const SUFFIX_LETTERS_MAX = 2;
/** Text beyond this is not read: the longest remittance text of a bank format is far below. */
const TEXT_LENGTH_MAX = 20_000;

/** Payers who shorten a number keep at least this many of its closing digits. */
export const CLOSING_DIGITS_MIN = 5;

/** The last five digits of a number, by which what was shortened is looked up: of `INV-1930/180459` they are `80459`. */
export function closingDigits(number: string): string {
  const digits = number.replace(/\D+/g, '');
  return digits.length < CLOSING_DIGITS_MIN ? '' : digits.slice(-CLOSING_DIGITS_MIN);
}

/** A run of letters or of digits in a text; positions count characters of the normalised text. */
export interface Segment {
  readonly text: string;
  readonly isDigits: boolean;
  readonly start: number;
  readonly end: number;
}

/** A stretch of text that could be a reference, under the tokens by which it may be looked up. */
export interface TextWindow {
  readonly tokens: readonly string[];
  /** The check digits were right: how the reference is made. */
  readonly scheme?: ReferenceScheme;
  /** First and last segment, both included. */
  readonly first: number;
  readonly last: number;
}

/** Upper case without accents; length and positions are those of the returned text. */
export function normaliseText(text: string): string {
  const plain = isAscii(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return plain.toUpperCase();
}

/**
 * A pattern of normalised text in which each Ä, Ö and Ü may be written A or AE, O or OE, U or UE, as banks do: `RÜCK` finds
 * RUCK and RUECK. The one place where this is known.
 */
export function umlautsEitherWay(pattern: string): string {
  return pattern.replace(/[ÄÖÜ]/g, (umlaut) => `${normaliseText(umlaut)}E?`);
}

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false;
  return true;
}

const RUN = /[A-Z]+|[0-9]+/g;

export function segmentsOf(normalised: string): Segment[] {
  const segments: Segment[] = [];
  for (const match of normalised.matchAll(RUN)) {
    const text = match[0];
    segments.push({ text, isDigits: text.charCodeAt(0) <= 57, start: match.index, end: match.index + text.length });
  }
  return segments;
}

/**
 * The tokens under which a document number is indexed: whole, and without its letters in front; each with the zeros
 * that lead the number dropped, and with those of every piece dropped. `tokensOfNumber('INV-2024/00123')` is
 * `['INV202400123', 'INV2024123', '202400123', '2024123']`, `tokensOfNumber('0001234567')` is `['1234567']`.
 */
export function tokensOfNumber(number: string): string[] {
  if (isPlainDigits(number)) return number.length <= TOKEN_LENGTH_MAX ? [number] : [];
  const segments = segmentsOf(normaliseText(number));
  const tokens = tokensOfSegments(segments);
  const firstDigits = segments.findIndex((segment) => segment.isDigits);
  if (firstDigits > 0) {
    for (const token of tokensOfSegments(segments.slice(firstDigits))) if (!tokens.includes(token)) tokens.push(token);
  }
  return tokens;
}

/**
 * The one form in which a number is kept and searched, the first of its tokens when it has any: `INV-2024/00123` is
 * `INV202400123`, `inv-00471` and `INV 471` are both `INV471`. Empty when the number has no letter and no digit.
 */
export function compactNumber(number: string): string {
  return isPlainDigits(number) ? number : compactToken(segmentsOf(normaliseText(number)));
}

/** The common case without work: digits only, no zero in front, long enough. */
function isPlainDigits(number: string): boolean {
  if (number.length < TOKEN_DIGITS_MIN || number.charCodeAt(0) === 48) return false;
  for (let index = 0; index < number.length; index += 1) {
    const code = number.charCodeAt(index);
    if (code < 48 || code > 57) return false;
  }
  return true;
}

/** The remittance text as one line: a number may run over the end of a line, so lines are joined by a line feed. */
export function joinLines(lines: readonly string[]): string {
  return normaliseText(lines.join('\n').slice(0, TEXT_LENGTH_MAX));
}

/** All stretches of the text that could be a reference, in the order of the text. */
export function windowsOf(segments: readonly Segment[]): TextWindow[] {
  const windows: TextWindow[] = [];
  for (let first = 0; first < segments.length; first += 1) {
    const opening = segments[first];
    if (!opening || (!opening.isDigits && opening.text.length > PREFIX_LETTERS_MAX)) continue;
    let length = 0;
    for (let last = first; last < segments.length && last < first + WINDOW_SEGMENTS_MAX; last += 1) {
      const segment = segments[last];
      if (!segment || (!segment.isDigits && segment.text.length > PREFIX_LETTERS_MAX)) break;
      length += segment.text.length;
      if (length > TOKEN_LENGTH_MAX) break;
      if (!segment.isDigits && !isSuffix(segment, segments[last - 1])) continue;
      const tokens = last === first ? tokensOfDigits(segment.text) : tokensOfSegments(segments.slice(first, last + 1));
      if (tokens.length > 0) windows.push({ tokens, first, last });
    }
  }
  return windows;
}

/** Letters that close a number, as in `12345/A`: short, and at most one character away from it. */
function isSuffix(letters: Segment, before: Segment | undefined): boolean {
  if (before === undefined || letters.text.length > SUFFIX_LETTERS_MAX) return false;
  return before.isDigits && letters.start - before.end <= 1;
}

function tokensOfDigits(digits: string): string[] {
  const token = withoutLeadingZeros(digits);
  return token.length >= TOKEN_DIGITS_MIN ? [token] : [];
}

function tokensOfSegments(segments: readonly Segment[]): string[] {
  const compact = compactToken(segments);
  if (!isTokenLike(compact)) return [];
  const piecewise = segments.map((segment) => (segment.isDigits ? withoutLeadingZeros(segment.text) : segment.text));
  const pieces = piecewise.join('');
  return pieces === compact || !isTokenLike(pieces) ? [compact] : [compact, pieces];
}

/** Pieces joined, zeros dropped where a number begins: at the start and after letters. */
function compactToken(segments: readonly Segment[]): string {
  let token = '';
  let atNumberStart = true;
  for (const segment of segments) {
    if (!segment.isDigits) {
      token += segment.text;
      atNumberStart = true;
      continue;
    }
    const digits = atNumberStart ? withoutLeadingZeros(segment.text) : segment.text;
    token += digits;
    if (digits !== '') atNumberStart = false;
  }
  return token;
}

function withoutLeadingZeros(digits: string): string {
  let start = 0;
  while (start < digits.length && digits.charCodeAt(start) === 48) start += 1;
  return start === 0 ? digits : digits.slice(start);
}

function isTokenLike(token: string): boolean {
  return token.length <= TOKEN_LENGTH_MAX && digitsIn(token) >= TOKEN_DIGITS_MIN;
}

function digitsIn(token: string): number {
  let count = 0;
  for (let index = 0; index < token.length; index += 1) {
    const code = token.charCodeAt(index);
    if (code >= 48 && code <= 57) count += 1;
  }
  return count;
}
