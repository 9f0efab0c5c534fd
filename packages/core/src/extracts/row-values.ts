/** Values that rows of several kinds carry, read alike: numbers of documents and customers, currencies, amounts, days. */
import type { LocalDate } from '../calendar/index.ts';
import { type CurrencyCode, isCurrencyCode } from '../money/index.ts';
import { dateProblem } from './date-text.ts';
import { decimalProblem, readDecimal } from './decimal-text.ts';
import type { ExtractField } from './fields.ts';
import type { ExtractMapping } from './mapping.ts';
import { isDamagedNumber, type RowNote, type RowProblem } from './row-cells.ts';

const NUMBER_CHARS_MAX = 60;

/** What is wrong with one row; nothing is allocated for the rows with which nothing is. */
export class RowFaults {
  readonly row: number;
  problems: RowProblem[] | null = null;
  notes: RowNote[] | null = null;
  constructor(row: number) {
    this.row = row;
  }
  problem(field: ExtractField, code: string, message: string) {
    this.problems ??= [];
    this.problems.push({ row: this.row, field, code, message });
  }
  note(field: ExtractField, code: string, message: string) {
    this.notes ??= [];
    this.notes.push({ row: this.row, field, code, message });
  }
}

export function readNumber(text: string, field: 'number' | 'customerNumber', faults: RowFaults): string | null {
  const title = field === 'number' ? 'document number' : 'customer number';
  if (text === '') faults.problem(field, 'missing', `The ${title} is missing.`);
  else if (text.length > NUMBER_CHARS_MAX)
    faults.problem(field, 'too_long', `The ${title} is over ${NUMBER_CHARS_MAX} characters.`);
  else if (isDamagedNumber(text)) {
    const message = `${text} is a ${title} that a spreadsheet has shortened: its digits are lost. Export the column as text.`;
    faults.problem(field, 'number_damaged', message);
  } else return text;
  return null;
}

export function readCurrency(text: string, faults: RowFaults): CurrencyCode | null {
  const code = text.toUpperCase();
  if (isCurrencyCode(code)) return code;
  const message =
    text === '' ? 'The currency is missing.' : `${JSON.stringify(text)} is not a currency code such as EUR.`;
  faults.problem('currency', text === '' ? 'missing' : 'unknown_currency', message);
  return null;
}

export function readAmount(
  text: string,
  mapping: ExtractMapping,
  currency: CurrencyCode,
  faults: RowFaults,
): bigint | null {
  const amount = text === '' ? null : readDecimal(text, mapping.decimalMark, currency);
  if (text === '') faults.problem('amount', 'missing', 'The amount is missing.');
  else if (amount === null) {
    const { code, message } = decimalProblem(text, mapping.decimalMark, currency);
    faults.problem('amount', code, message);
  } else if (amount === 0n) {
    faults.problem('amount', 'amount_is_zero', 'The amount is zero: leave the row out.');
  }
  return amount;
}

export function readDay(
  text: string,
  field: ExtractField,
  mapping: ExtractMapping,
  toDate: (text: string) => { readonly date: LocalDate | null },
  faults: RowFaults,
): LocalDate | null {
  if (text === '') return null;
  const { date } = toDate(text);
  if (date === null) {
    const { code, message } = dateProblem(text, mapping.dateOrder);
    faults.problem(field, code, message);
  }
  return date;
}
