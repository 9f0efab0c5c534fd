/**
 * Dates as extracts write them. Year first needs no decision, nor do points ("31.12.2026") or month names; slashes and
 * dashes do: "03/04/2026" is told from the other dates of the file, or asked.
 */
import { dateFromParts, type LocalDate, parseLocalDate } from '../calendar/index.ts';

export type DateOrder = 'dmy' | 'mdy';

export type OrderFinding = DateOrder | 'none' | 'undecided' | 'conflict';

const ISO_WITH_TIME = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}/;
const YEAR_FIRST = /^(\d{4})([/.-]?)(\d{1,2})\2(\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})(?:[ T]\d{1,2}:\d{2}.*)?$/;
const NAMED = /^(\d{1,2})[ ./-]*([a-zà-ÿ]{3,10})\.?[ ./,-]*(\d{4}|\d{2})$/;
const NAMED_FIRST = /^([a-z]{3,10})\.? (\d{1,2}),? (\d{4})$/;
/** Two-digit years from here on belong to the last century. */
const CENTURY_TURN = 80;

/** The first letters that tell the months apart, in English, Italian, German, French and Spanish. */
const MONTH_STARTS: readonly (readonly string[])[] = [
  ['jan', 'gen', 'ene', 'jän'],
  ['feb', 'fév', 'fev'],
  ['mar', 'mär'],
  ['apr', 'avr', 'abr'],
  ['may', 'mag', 'mai'],
  ['jun', 'giu', 'juin'],
  ['jul', 'lug', 'juil'],
  ['aug', 'ago', 'aoû', 'aou'],
  ['sep', 'set'],
  ['oct', 'ott', 'okt'],
  ['nov'],
  ['dec', 'dic', 'dez', 'déc'],
];

export interface OrderEvidence {
  readonly add: (text: string) => void;
  readonly finding: () => OrderFinding;
}

/** Gathers evidence date by date: "31/12/2026" says day first, "12/31/2026" month first, "03/04/2026" nothing. */
export function createOrderEvidence(): OrderEvidence {
  let dayFirst = 0;
  let monthFirst = 0;
  let open = 0;
  return {
    add(text) {
      const match = YEAR_LAST.exec(text.trim());
      if (match === null || match[2] === '.') return;
      const first = Number(match[1]);
      const second = Number(match[3]);
      if (first > 12) dayFirst += 1;
      else if (second > 12) monthFirst += 1;
      else if (first !== second) open += 1;
    },
    finding() {
      if (dayFirst > 0 && monthFirst > 0) return 'conflict';
      if (dayFirst > 0) return 'dmy';
      if (monthFirst > 0) return 'mdy';
      return open > 0 ? 'undecided' : 'none';
    },
  };
}

/** Reads a date, or null when it is none in that order. `order` null (not decided) reads only what leaves no doubt. */
export function readDate(text: string, order: DateOrder | null): LocalDate | null {
  const iso = parseLocalDate(text);
  if (iso !== null) return iso;
  const plain = text.trim();
  const timed = ISO_WITH_TIME.exec(plain);
  if (timed !== null) return parseLocalDate(timed[1] ?? '');
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst !== null) return readYearFirst(plain, yearFirst);
  const yearLast = YEAR_LAST.exec(plain);
  if (yearLast !== null) return readYearLast(yearLast, order);
  return readNamed(plain.toLowerCase());
}

function readYearFirst(plain: string, match: RegExpExecArray): LocalDate | null {
  if (match[2] === '' && plain.length !== 8) return null;
  if (match[2] === '')
    return dateFromParts(Number(plain.slice(0, 4)), Number(plain.slice(4, 6)), Number(plain.slice(6)));
  return dateFromParts(Number(match[1]), Number(match[3]), Number(match[4]));
}

function readYearLast(match: RegExpExecArray, order: DateOrder | null): LocalDate | null {
  const first = Number(match[1]);
  const second = Number(match[3]);
  const year = fullYear(match[4] ?? '');
  const used =
    match[2] === '.' || first === second ? 'dmy' : (order ?? (first > 12 ? 'dmy' : second > 12 ? 'mdy' : null));
  if (used === null) return null;
  return used === 'dmy' ? dateFromParts(year, second, first) : dateFromParts(year, first, second);
}

function readNamed(plain: string): LocalDate | null {
  const named = NAMED.exec(plain);
  if (named !== null) return dateFromParts(fullYear(named[3] ?? ''), monthNumber(named[2] ?? ''), Number(named[1]));
  const first = NAMED_FIRST.exec(plain);
  return first === null ? null : dateFromParts(Number(first[3]), monthNumber(first[1] ?? ''), Number(first[2]));
}

function monthNumber(name: string): number {
  return MONTH_STARTS.findIndex((starts) => starts.some((start) => name.startsWith(start))) + 1;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < CENTURY_TURN ? 2000 + year : 1900 + year;
}

/** Why a date could not be read, for the person who must correct it. */
export function dateProblem(text: string, order: DateOrder | null): { code: string; message: string } {
  const seen = JSON.stringify(text.slice(0, 40));
  if (order === null && YEAR_LAST.test(text.trim()) && (readDate(text, 'dmy') ?? readDate(text, 'mdy')) !== null) {
    const message = `Whether ${seen} begins with the day or the month is not decided. Choose the date order of this file.`;
    return { code: 'date_order_undecided', message };
  }
  const expected = order === 'mdy' ? '12/31/2026' : '31/12/2026';
  return { code: 'bad_date', message: `${seen} is not a date (2026-12-31 or ${expected}).` };
}
