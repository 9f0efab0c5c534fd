/**
 * Field :61: of MT940 and MT942: value date, booking day, mark, amount, type, references, and the supplementary line.
 * `:61:2603120313RD12,50NTRFPAY-7//BK-9`: value 12 March, booked 13 March 2026, a reversed debit, so +12.50.
 */

import type { LocalDate } from '../../calendar/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import type { BankDay } from '../odd-day.ts';
import { readEntryDate, readMtAmount, readMtDate } from './mt-values.ts';

export interface StatementLine {
  readonly valueOn: LocalDate | null;
  readonly bookedOn: LocalDate | null;
  readonly amountMinor: bigint;
  readonly isReversal: boolean;
  /** Announced, not booked (EC, ED of MT942). */
  readonly isExpected: boolean;
  /** "NTRF", "N541", "S202" … */
  readonly typeCode: string | null;
  readonly customerReference: string | null;
  readonly bankReference: string | null;
  /** What the bank adds behind the references or on the next line. */
  readonly supplement: string | null;
  readonly dateFaults: readonly DateFault[];
}

export interface DateFault {
  readonly seen: string;
  readonly readAs: LocalDate | null;
}

/** What of the line cannot be read. `amount` and `direction` are told apart because people look for them. */
export type LineFault = { readonly fault: 'amount' | 'direction' | 'line'; readonly seen: string };

const LINE = /^\s*(\d{12}|\d{10}|\d{8}|\d{6})\s?(R[CD]|E[CD]|[CD])\s?([A-Z])?\s?(\d[\d.,]*|,\d+)(.*)$/is;
const DATES = /^\s*\d{6,12}/;
const MARK = /^\s*\d{6,12}\s?(R[CD]|E[CD]|[CD])/i;

/** The currency letter behind the mark ("DR800,00": R of EUR), for messages that name no currency. */
export function fundsLetter(line: string): string | null {
  return LINE.exec(line)?.[3]?.toUpperCase() ?? null;
}

export function readStatementLine(lines: readonly string[], currency: CurrencyCode): StatementLine | LineFault {
  const [first = '', ...more] = lines;
  const match = LINE.exec(first);
  if (match === null) {
    const fault = !DATES.test(first) ? 'line' : MARK.test(first) ? 'amount' : 'direction';
    return { fault, seen: first };
  }
  const [, dates = '', mark = '', , amountText = '', rest = ''] = match;
  const amount = readMtAmount(amountText, currency);
  // The amount must end where the type begins: "12,3x4,00NTRF" is garbled, not 12.30.
  if (amount === null || !/^\s*($|[NFS])/i.test(rest)) return { fault: 'amount', seen: amountText + rest.slice(0, 10) };
  const sign = mark.toUpperCase();
  const isDebit = sign === 'D' || sign === 'RC' || sign === 'ED';
  return {
    ...readDates(dates),
    amountMinor: isDebit ? -amount : amount,
    isReversal: sign.startsWith('R'),
    isExpected: sign.startsWith('E'),
    ...readReferences(rest, more),
  };
}

function readDates(digits: string): Pick<StatementLine, 'valueOn' | 'bookedOn' | 'dateFaults'> {
  const valueText = digits.length === 6 || digits.length === 10 ? digits.slice(0, 6) : digits.slice(0, 8);
  const entryText = digits.slice(valueText.length);
  const value = readMtDate(valueText);
  const booked = entryText === '' || value === null ? null : readEntryDate(entryText, value.date);
  const dateFaults = [
    ...faultOf(valueText, value),
    ...(entryText === '' || value === null ? [] : faultOf(entryText, booked)),
  ];
  return { valueOn: value?.date ?? null, bookedOn: (booked ?? value)?.date ?? null, dateFaults };
}

function faultOf(seen: string, date: BankDay | null): DateFault[] {
  if (date === null) return [{ seen, readAs: null }];
  return date.isMoved ? [{ seen, readAs: date.date }] : [];
}

/** Banks pad the reference to its 16 places and write a name behind it, where the standard has only "//". */
const REFERENCE_CHARS = 16;

function readReferences(rest: string, more: readonly string[]) {
  const typed = rest.trimStart();
  const type = typed.slice(0, 4).trim();
  const behind = typed.slice(4);
  const slashes = behind.indexOf('//');
  const own = slashes < 0 ? behind : behind.slice(0, slashes);
  const isPadded = slashes < 0 && own.length > REFERENCE_CHARS && own[REFERENCE_CHARS - 1] === ' ';
  const extra = [isPadded ? own.slice(REFERENCE_CHARS) : '', ...more]
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    typeCode: type.toUpperCase() || null,
    customerReference: said((isPadded ? own.slice(0, REFERENCE_CHARS) : own).trim()),
    bankReference: slashes < 0 ? null : said(behind.slice(slashes + 2).trim()),
    supplement: extra.join(' ') || null,
  };
}

/** Placeholders say that there is no reference, or that it stands in the details ("EREF", "MARF"). */
function said(reference: string): string | null {
  return /^(NONREF|NON REF|NOREF|N|EREF|MARF|PREF|KREF|CREF|NOTPROVIDED|NOT PROVIDED|\?|-)?$/i.test(reference)
    ? null
    : reference;
}
