/** One row of a sheet of promises: what a customer said it would pay by when, as people keep it beside the system. */
import type { LocalDate } from '../calendar/index.ts';
import type { CurrencyCode } from '../money/index.ts';
import { readDate } from './date-text.ts';
import type { ExtractMapping } from './mapping.ts';
import { type NoteKind, readNoteKind } from './note-row.ts';
import { createRowCells, type Row, type RowResult, remember } from './row-cells.ts';
import { RowFaults, readAmount, readCurrency, readDay, readNumber } from './row-values.ts';

export interface PromiseRow {
  readonly row: number;
  readonly customerNumber: string;
  readonly currency: CurrencyCode;
  /** Always positive. */
  readonly amountMinor: bigint;
  readonly promisedOn: LocalDate;
  /** The day it was made; null when the sheet does not say. */
  readonly madeOn: LocalDate | null;
  readonly channel: NoteKind;
  /** As the sheet writes them; none: of the account. */
  readonly itemNumbers: readonly string[];
  readonly author: string | null;
  readonly text: string | null;
}

const NOTE_CHARS_MAX = 2_000; // as long as the note of a promise may be
const BETWEEN_NUMBERS = /[;,|\n]+/;

/**
 * A reader for the rows of one sheet: `['4711', '1.200,00', 'EUR', '31/12/2026', 'A-1; A-2']` is a promise of 120000n by the
 * last day of 2026 on two items.
 */
export function createPromiseReader(
  mapping: ExtractMapping,
  header: Row,
): (row: Row, rowNumber: number) => RowResult<PromiseRow> {
  const cells = createRowCells(mapping, header, NOTE_CHARS_MAX);
  const toDate = remember((text) => ({ date: readDate(text, mapping.dateOrder) }));
  return (row, rowNumber) => {
    if (!cells.isAskedFor(row)) return { outcome: 'left_out' };
    const faults = new RowFaults(rowNumber);
    const customerNumber = readNumber(cells.get(row, 'customerNumber'), 'customerNumber', faults);
    const currency = readCurrency(cells.get(row, 'currency'), faults);
    const amountMinor = currency === null ? null : readAmount(cells.get(row, 'amount'), mapping, currency, faults);
    if (amountMinor !== null && amountMinor < 0n)
      faults.problem('amount', 'amount_is_negative', 'The amount is negative: a promise is of money that comes.');
    const day = cells.get(row, 'promisedOn');
    if (day === '') faults.problem('promisedOn', 'missing', 'The day promised is missing.');
    const promisedOn = readDay(day, 'promisedOn', mapping, toDate, faults);
    const madeOn = readDay(cells.get(row, 'happenedOn'), 'happenedOn', mapping, toDate, faults);
    if (faults.problems !== null) return { outcome: 'refused', problems: faults.problems };
    if (customerNumber === null || currency === null || amountMinor === null || promisedOn === null)
      return { outcome: 'left_out' };
    const value: PromiseRow = {
      ...{ row: rowNumber, customerNumber, currency, amountMinor, promisedOn, madeOn },
      channel: readNoteKind(cells.get(row, 'kind')),
      itemNumbers: numbersIn(cells.get(row, 'itemNumber')),
      author: cells.get(row, 'author') || null,
      text: cells.get(row, 'text') || null,
    };
    return { outcome: 'read', value, notes: faults.notes ?? [] };
  };
}

function numbersIn(text: string): string[] {
  const numbers = text.split(BETWEEN_NUMBERS).map((number) => number.trim());
  return [...new Set(numbers.filter((number) => number !== ''))];
}
