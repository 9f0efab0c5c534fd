/** One row of an extract of receipts: money that came in and was recorded elsewhere, without a bank statement. */
import type { LocalDate } from '../calendar/index.ts';
import type { CurrencyCode } from '../money/index.ts';
import { readDate } from './date-text.ts';
import type { ExtractMapping } from './mapping.ts';
import { readBankAccount } from './party-values.ts';
import { createRowCells, type Row, type RowResult, remember } from './row-cells.ts';
import { RowFaults, readAmount, readCurrency, readDay, readNumber } from './row-values.ts';

export interface ReceiptRow {
  readonly row: number;
  /** As the other system numbers it; null when it does not. */
  readonly number: string | null;
  /** Null: nobody knows yet whose it is. */
  readonly customerNumber: string | null;
  readonly currency: CurrencyCode;
  /** Always positive. */
  readonly amountMinor: bigint;
  readonly receivedOn: LocalDate;
  readonly reference: string | null;
  readonly payerName: string | null;
  /** Without blanks, capitals. */
  readonly payerAccount: string | null;
  readonly text: string | null;
}

/**
 * A reader for the rows of one file: `['4711', '1.234,56', 'EUR', '31/12/2026']` gives a receipt of 123456n for customer
 * 4711. A negative amount is refused: it takes back a receipt that stands, and only a person knows which.
 */
export function createReceiptReader(
  mapping: ExtractMapping,
  header: Row,
): (row: Row, rowNumber: number) => RowResult<ReceiptRow> {
  const cells = createRowCells(mapping, header);
  const toDate = remember((text) => ({ date: readDate(text, mapping.dateOrder) }));
  return (row, rowNumber) => {
    if (!cells.isAskedFor(row)) return { outcome: 'left_out' };
    const faults = new RowFaults(rowNumber);
    const text = (field: 'number' | 'customerNumber' | 'reference' | 'payerName' | 'text') =>
      cells.get(row, field) || null;
    const number = text('number') === null ? null : readNumber(cells.get(row, 'number'), 'number', faults);
    const customerNumber =
      text('customerNumber') === null ? null : readNumber(cells.get(row, 'customerNumber'), 'customerNumber', faults);
    const currency = readCurrency(cells.get(row, 'currency'), faults);
    const amount = currency === null ? null : readAmount(cells.get(row, 'amount'), mapping, currency, faults);
    if (amount !== null && amount < 0n) {
      const message =
        'The amount is negative: money that went back. Undo the receipt that it takes back, and leave the row out.';
      faults.problem('amount', 'amount_is_negative', message);
    }
    const dayText = cells.get(row, 'receivedOn');
    const receivedOn = readDay(dayText, 'receivedOn', mapping, toDate, faults);
    if (dayText === '') faults.problem('receivedOn', 'missing', 'The day it was received is missing.');
    if (faults.problems !== null) return { outcome: 'refused', problems: faults.problems };
    if (currency === null || amount === null || receivedOn === null) return { outcome: 'left_out' };
    const payerAccount = cells.get(row, 'payerAccount');
    const account = payerAccount === '' ? null : readBankAccount(payerAccount);
    if (payerAccount !== '' && account === null) {
      const message = `${JSON.stringify(payerAccount)} is not a valid account number (check its digits): left out.`;
      faults.note('payerAccount', 'left_out', message);
    }
    const value: ReceiptRow = {
      ...{ row: rowNumber, number, customerNumber, currency, receivedOn, amountMinor: amount },
      reference: text('reference'),
      payerName: text('payerName'),
      payerAccount: account,
      text: text('text'),
    };
    return { outcome: 'read', value, notes: faults.notes ?? [] };
  };
}
