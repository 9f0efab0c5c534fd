/** Reading one field of a row at a time: the value, or a problem that names row and field and says what to do. */
import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import { type CurrencyCode, isCurrencyCode, parseAmount } from '@quittance/core/money';
import type { RowProblem } from './problem.ts';

/** Long values are quoted by their beginning only. */
const QUOTED_MAX = 40;

/** One row of a file; fields that cannot be read are noted, and the reader gives up the row when any were. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  readonly #file: string;
  readonly #row: number;
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(at: { readonly file: string; readonly row: number }, values: Readonly<Record<string, unknown>>) {
    this.#file = at.file;
    this.#row = at.row;
    this.#values = values;
  }

  /** Text, trimmed; absent and null count as empty. */
  text(field: string): string {
    const value = this.#values[field];
    if (value === undefined || value === null) return '';
    if (typeof value === 'string') return value.trim();
    if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
    this.#note(field, 'not_text', `${quote(value)} is not a text; write it in quotes`);
    return '';
  }

  requiredText(field: string): string {
    const text = this.text(field);
    if (text === '' && !this.#isNoted(field)) this.#note(field, 'missing', 'is empty; every row needs it');
    return text;
  }

  date(field: string): LocalDate | null {
    const text = this.requiredText(field);
    const date = parseLocalDate(text);
    if (date === null && text !== '')
      this.#note(field, 'not_a_date', `${quote(text)} is no date; write it as YYYY-MM-DD`);
    return date;
  }

  currency(field: string): CurrencyCode | null {
    const text = this.requiredText(field).toUpperCase();
    if (isCurrencyCode(text)) return text;
    if (text !== '') this.#note(field, 'unknown_currency', `${quote(text)} is no ISO 4217 currency; write it like EUR`);
    return null;
  }

  amount(field: string, currency: CurrencyCode | null): bigint | null {
    const text = this.requiredText(field);
    if (currency === null || text === '') return null;
    const amount = parseAmount(text, currency);
    if (amount === null) {
      this.#note(
        field,
        'not_an_amount',
        `${quote(text)} is no amount of ${currency}; write it like 1234.56, without thousands separators`,
      );
    }
    return amount;
  }

  texts(field: string): string[] {
    const value = this.#values[field];
    if (value === undefined || value === null) return [];
    if (typeof value === 'string') return [value];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return value;
    this.#note(field, 'not_texts', 'is not a list of texts; write it like ["line 1", "line 2"]');
    return [];
  }

  refuse(field: string, code: string, message: string): void {
    this.#note(field, code, message);
  }

  #note(field: string, code: string, message: string): void {
    this.problems.push({ file: this.#file, row: this.#row, field, code, message });
  }

  #isNoted(field: string): boolean {
    return this.problems.some((problem) => problem.field === field);
  }
}

function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return JSON.stringify(text.length > QUOTED_MAX ? `${text.slice(0, QUOTED_MAX)}…` : text);
}
