/** One row of a bank's table becomes an entry, a refusal, or nothing (totals, opening balances, blank rows). */

import type { LocalDate } from '../../calendar/index.ts';
import { type DateOrder, type DecimalMark, readDate, readDecimal } from '../../extracts/index.ts';
import { abs, type CurrencyCode, isStatementCurrency } from '../../money/index.ts';
import type { BankEntry, EntryStatus, FileProblem } from '../statement.ts';
import type { StatementField } from './statement-fields.ts';
import { type ColumnIndexes, cellOf, cleanCell, datePart } from './statement-mapping.ts';

/** Longer cells are cut: no bank's text comes near. */
const CELL_CHARS_MAX = 2_000;

export interface RowReading {
  readonly columns: ColumnIndexes;
  readonly header: readonly string[];
  readonly decimalMark: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  readonly currency: CurrencyCode | null;
  readonly account: string | null;
  /** The debit column writes minus signs itself, so a positive value in it is money that came back. */
  readonly isDebitSigned: boolean;
}

export type RowOutcome =
  | {
      readonly kind: 'entry';
      readonly entry: BankEntry;
      readonly balanceMinor: bigint | null;
      readonly problems: readonly FileProblem[];
    }
  | { readonly kind: 'refused'; readonly problem: FileProblem }
  | { readonly kind: 'left_out' };

const BALANCE_WORDS =
  /saldo|balance|solde|total|totale|summe|somme|zustatek|kontostand|opening|closing|anfang|endbestand|egyenleg|bakiye|brought forward|carried forward/i;

export function readStatementRow(cells: readonly string[], line: number, reading: RowReading): RowOutcome {
  const { columns } = reading;
  if (cells.every((cell) => cell.trim() === '')) return { kind: 'left_out' };
  const dayText = datePart(cellOf(cells, columns, 'bookedOn') || cellOf(cells, columns, 'valueOn'));
  const amountText = amountCells(cells, columns);
  const day = readDate(dayText, reading.dateOrder);
  if (
    amountText === '' &&
    (day === null || BALANCE_WORDS.test(cells.join(' ')) || cellOf(cells, columns, 'balance') !== '')
  )
    return { kind: 'left_out' };
  if (dayText === '' && BALANCE_WORDS.test(cells.join(' '))) return { kind: 'left_out' };
  const isPending = statusOf(cellOf(cells, columns, 'state')) !== 'booked';
  const currency = currencyOf(cells, reading);
  if (currency === null) return refused(line, 'currency', 'bad_currency', currencyProblem(cells, reading));
  const amount = signedAmount(cells, currency, reading);
  if (typeof amount !== 'bigint') return refused(line, amount.field, amount.code, amount.message);
  if (day === null && !isPending)
    return refused(line, nameOf(reading, 'bookedOn'), 'day_missing', dayProblem(dayText, reading.dateOrder));
  const { value, problems } = valueDay(cells, line, reading);
  const balanceText = cellOf(cells, columns, 'balance');
  return {
    kind: 'entry',
    entry: toEntry(cells, { line, reading, currency, amountMinor: amount, bookedOn: day, valueOn: value }),
    balanceMinor: balanceText === '' ? null : readDecimal(balanceText, reading.decimalMark, currency),
    problems,
  };
}

function amountCells(cells: readonly string[], columns: ColumnIndexes): string {
  return cellOf(cells, columns, 'amount') + cellOf(cells, columns, 'debit') + cellOf(cells, columns, 'credit');
}

function refused(line: number, field: string, code: string, message: string): RowOutcome {
  return { kind: 'refused', problem: { line, field, code, message } };
}

function nameOf(reading: RowReading, field: StatementField): string {
  const index = reading.columns[field]?.[0];
  return (index === undefined ? '' : (reading.header[index]?.trim() ?? '')) || field;
}

function currencyOf(cells: readonly string[], reading: RowReading): CurrencyCode | null {
  const stated = cellOf(cells, reading.columns, 'currency').toUpperCase();
  if (stated === '') return reading.currency;
  const code = CURRENCY_SIGNS.get(stated) ?? stated;
  return isStatementCurrency(code) ? code : null;
}

const CURRENCY_SIGNS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['EURO', 'EUR'],
  ['£', 'GBP'],
  ['US$', 'USD'],
  ['ZŁ', 'PLN'],
  ['KČ', 'CZK'],
  ['FT', 'HUF'],
]);

function currencyProblem(cells: readonly string[], reading: RowReading): string {
  const seen = cellOf(cells, reading.columns, 'currency');
  return seen === ''
    ? 'The table names no currency. Give one in the mapping ("currency": "EUR").'
    : `${JSON.stringify(seen.slice(0, 40))} is no currency code: the row is left out. Correct it, or give the currency in the mapping.`;
}

interface AmountFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** The amount from our view: its own sign, the column it stands in, or the mark beside it. */
function signedAmount(cells: readonly string[], currency: CurrencyCode, reading: RowReading): bigint | AmountFault {
  const read = (field: StatementField) => {
    const text = cellOf(cells, reading.columns, field);
    return text === '' ? 0n : readDecimal(text, reading.decimalMark, currency);
  };
  if (reading.columns.amount === undefined) {
    const debit = read('debit');
    const credit = read('credit');
    if (debit === null) return badAmount(cells, 'debit', currency, reading);
    if (credit === null) return badAmount(cells, 'credit', currency, reading);
    if (debit !== 0n && credit !== 0n) {
      const message = 'The row has a debit and a credit: it is left out. Ask the bank which of them is meant.';
      return { field: nameOf(reading, 'debit'), code: 'bad_direction', message };
    }
    if (debit === 0n) return credit;
    return reading.isDebitSigned ? debit : -abs(debit);
  }
  const amount = read('amount');
  if (amount === null || cellOf(cells, reading.columns, 'amount') === '')
    return badAmount(cells, 'amount', currency, reading);
  const mark = cellOf(cells, reading.columns, 'direction');
  return mark === '' ? amount : markedAmount(amount, mark, reading);
}

function markedAmount(amount: bigint, mark: string, reading: RowReading): bigint | AmountFault {
  const direction = directionOf(mark);
  const field = nameOf(reading, 'direction');
  if (direction === null) {
    const message = `${JSON.stringify(mark.slice(0, 40))} says neither debit nor credit: the row is left out. Leave the column out of the mapping when amounts carry their sign.`;
    return { field, code: 'bad_direction', message };
  }
  if (direction === 'debit') return -abs(amount);
  if (amount >= 0n) return amount;
  const message =
    'The amount is negative and marked as a credit: the row is left out. Ask the bank which of them is meant.';
  return { field, code: 'bad_direction', message };
}

const DEBIT_MARKS = new Set(
  'd dr dt db dbit debit debet debito debe s soll af afschrijving - dare a_debito gasto cargo wn winien obciazenie ut out withdrawal paid_out uscita addebito'.split(
    ' ',
  ),
);
const CREDIT_MARKS = new Set(
  'c cr ct crdt credit kredit kredyt credito haber h haben bij bijschrijving + avere abono ma uznanie in deposit entrata accredito'.split(
    ' ',
  ),
);

function directionOf(mark: string): 'debit' | 'credit' | null {
  const plain = mark
    .trim()
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replace(/\s+/g, '_');
  if (DEBIT_MARKS.has(plain)) return 'debit';
  return CREDIT_MARKS.has(plain) ? 'credit' : null;
}

function badAmount(
  cells: readonly string[],
  field: StatementField,
  currency: CurrencyCode,
  reading: RowReading,
): AmountFault {
  const seen = JSON.stringify(cellOf(cells, reading.columns, field).slice(0, 40));
  const text = cellOf(cells, reading.columns, field);
  const isUndecided =
    reading.decimalMark === null &&
    (readDecimal(text, 'point', currency) ?? readDecimal(text, 'comma', currency)) !== null;
  return {
    field: nameOf(reading, field),
    code: isUndecided ? 'decimal_mark_undecided' : 'bad_amount',
    message: isUndecided
      ? `Whether the mark in ${seen} divides thousands or decimals is not decided: the row is left out. Give "decimalMark" in the mapping.`
      : `${seen} is not an amount in ${currency}: the row is left out. Correct the file, or ask the bank for it again.`,
  };
}

function dayProblem(text: string, order: DateOrder | null): string {
  const seen = JSON.stringify(text.slice(0, 40));
  return order === null && (readDate(text, 'dmy') ?? readDate(text, 'mdy')) !== null
    ? `Whether ${seen} begins with the day or the month is not decided: the row is left out. Give "dateOrder" in the mapping.`
    : `${seen} is not a day of the calendar: the row is left out. Correct the file, or ask the bank for it again.`;
}

function valueDay(
  cells: readonly string[],
  line: number,
  reading: RowReading,
): { value: LocalDate | null; problems: FileProblem[] } {
  const text = datePart(cellOf(cells, reading.columns, 'valueOn'));
  if (text === '') return { value: null, problems: [] };
  const value = readDate(text, reading.dateOrder);
  if (value !== null) return { value, problems: [] };
  const message = `${JSON.stringify(text.slice(0, 40))} is not a day of the calendar: the row is read without a value date.`;
  return { value, problems: [{ line, field: nameOf(reading, 'valueOn'), code: 'bad_date', message }] };
}

interface RowFacts {
  readonly line: number;
  readonly reading: RowReading;
  readonly currency: CurrencyCode;
  readonly amountMinor: bigint;
  readonly bookedOn: LocalDate | null;
  readonly valueOn: LocalDate | null;
}

function toEntry(cells: readonly string[], { reading, ...facts }: RowFacts): BankEntry {
  const { columns } = reading;
  const text = (field: StatementField) => cellOf(cells, columns, field).slice(0, CELL_CHARS_MAX) || null;
  const isIn = facts.amountMinor >= 0n;
  const all = (field: StatementField) =>
    (columns[field] ?? [])
      .map((index) => cleanCell(cells[index] ?? '').slice(0, CELL_CHARS_MAX))
      .filter((cell) => cell !== '');
  const ownAccount = text('account')?.replace(/\s+/g, '') ?? reading.account;
  return {
    line: facts.line,
    account: ownAccount,
    status: statusOf(text('state') ?? ''),
    bookedOn: facts.bookedOn,
    valueOn: facts.valueOn,
    amountMinor: facts.amountMinor,
    currency: facts.currency,
    isReversal: false,
    bankReference: text('bankReference'),
    customerReference: text('customerReference'),
    endToEndId: text('endToEndId'),
    typeCode: null,
    counterparty: {
      name: (isIn ? text('payerName') : text('payeeName')) ?? text('name'),
      account: text('counterpartyAccount')?.replace(/\s+/g, '') ?? null,
      ultimateName: null,
    },
    structuredReference: null,
    documents: [],
    textLines: all('text').flatMap((cell) => cell.split(/\r\n|\n|\r/)),
    bankInformation: all('information').join(' ') || null,
  };
}

const PENDING =
  /vorgemerkt|^(pending|vormerkung|authori[sz]ed|reserved|in attesa|non contabilizzato|en attente|pendiente|pendente|reverted|declined|failed|storniert|cancelled|canceled|blocked)/i;

/** What is not booked yet, or was called off, is shown and never posted. */
function statusOf(state: string): EntryStatus {
  return PENDING.test(state) ? 'pending' : 'booked';
}
