/**
 * Bank statements as tables. Cells come from a CSV (or spreadsheet) library, row by row: lines before the header are
 * looked through for account and currency, the header is found, the mapping guessed from the first rows, and each
 * further row becomes an entry. A change of account or currency ends one statement and begins the next.
 */
import type { CurrencyCode } from '../../money/index.ts';
import { limitProblems } from '../problem-limit.ts';
import type { BankEntry, StatementHandlers } from '../statement.ts';
import { hintCurrency } from './currency-hints.ts';
import { type Preamble, readPreamble } from './preamble.ts';
import { createRunningBalance, type RunningBalance } from './running-balance.ts';
import {
  findNotations,
  isAmountCell,
  isStatementTable,
  mapColumns,
  nameStatementColumns,
  type StatementMapping,
} from './statement-mapping.ts';
import { type RowReading, readStatementRow } from './statement-row.ts';

/** Rows looked at before the mapping is settled. */
const SAMPLE_ROWS = 2_000;
/** Rows before a header; a longer beginning is no bank's. */
const PREAMBLE_ROWS = 60;

export interface StatementRowReader {
  /** One row of the table; `line` is its line (or row) in the file, from 1. */
  readonly row: (cells: readonly string[], line: number) => void;
  /** Ends the table. False when it was refused: then nothing of it may be posted. */
  readonly close: () => boolean;
}

interface NumberedRow {
  readonly cells: readonly string[];
  readonly line: number;
}

interface OpenTable {
  readonly key: string;
  readonly account: string | null;
  readonly currency: CurrencyCode;
  readonly balances: RunningBalance;
  hasGaps: boolean;
  entryCount: number;
}

interface TableState {
  readonly before: NumberedRow[];
  header: NumberedRow | null;
  /** Rows held back until the mapping is settled. */
  sample: NumberedRow[];
  reading: RowReading | null;
  open: OpenTable | null;
  /** A row could not be read before a statement was open. */
  hasGapsBefore: boolean;
  isRefused: boolean;
}

/** `mapping` is what a person has said (`--mapping`); null guesses all. */
export function createStatementRowReader(
  handlers: StatementHandlers,
  mapping: StatementMapping | null = null,
): StatementRowReader {
  const out = { ...handlers, onProblem: limitProblems(handlers.onProblem) };
  const state: TableState = {
    before: [],
    header: null,
    sample: [],
    reading: null,
    open: null,
    hasGapsBefore: false,
    isRefused: false,
  };
  return {
    row(cells, line) {
      const row = { cells, line };
      if (state.isRefused) return;
      if (state.reading !== null) takeRow(state, row, state.reading, out);
      else if (state.header === null) seekHeader(state, row, mapping, out);
      else state.sample.push(row);
      if (state.sample.length >= SAMPLE_ROWS) settle(state, mapping, out);
    },
    close() {
      if (!state.isRefused && state.header === null) takeBareTable(state, mapping, out);
      if (!state.isRefused && state.reading === null) settle(state, mapping, out);
      finishTable(state, out);
      return !state.isRefused;
    },
  };
}

function refuse(state: TableState, line: number, out: StatementHandlers, problem: { code: string; message: string }) {
  state.isRefused = true;
  out.onProblem({ line, field: 'file', ...problem });
}

function seekHeader(state: TableState, row: NumberedRow, mapping: StatementMapping | null, out: StatementHandlers) {
  if (isHeader(row.cells, mapping)) state.header = row;
  else if (state.before.length < PREAMBLE_ROWS || isBareMapping(mapping)) state.before.push(row);
  else refuse(state, row.line, out, NO_HEADER);
  if (state.header === null && state.before.length >= SAMPLE_ROWS) takeBareTable(state, mapping, out);
}

/** A table without a header, for which the mapping names columns by number. */
function takeBareTable(state: TableState, mapping: StatementMapping | null, out: StatementHandlers) {
  const line = state.before[0]?.line ?? 1;
  if (!isBareMapping(mapping)) return refuse(state, line, out, NO_HEADER);
  state.header = { cells: [], line };
  state.sample = state.before.splice(0);
}

function settle(state: TableState, mapping: StatementMapping | null, out: StatementHandlers) {
  const { header, sample } = state;
  if (header === null) return;
  const filled = sample.filter((row) => row.cells.some((cell) => cell.trim() !== ''));
  const preamble = readPreamble(state.before.map((row) => row.cells));
  const settled = settleReading(header.cells, filled, preamble, mapping);
  state.sample = [];
  const reading = withCurrency(settled, { header, rows: filled }, out);
  state.reading = reading;
  if (reading.currency === null && reading.columns.currency === undefined) {
    return refuse(state, header.line, out, NO_CURRENCY);
  }
  for (const row of sample) takeRow(state, row, reading, out);
}

/** A table that names no currency may still show it; what is only likely is said. */
function withCurrency(
  reading: RowReading,
  table: { readonly header: NumberedRow; readonly rows: readonly NumberedRow[] },
  out: StatementHandlers,
): RowReading {
  if (reading.currency !== null || reading.columns.currency !== undefined) return reading;
  const sample = { header: table.header.cells, rows: table.rows.map((row) => row.cells) };
  const hint = hintCurrency(sample, reading.columns, reading.account);
  if (hint === null) return reading;
  if (hint.assumedFrom !== null) {
    const message = `The table names no currency: ${hint.currency} is taken from ${hint.assumedFrom}. Give "currency" in the mapping when it is another.`;
    out.onProblem({ line: table.header.line, field: 'currency', code: 'currency_assumed', message });
  }
  return { ...reading, currency: hint.currency };
}

function takeRow(state: TableState, { cells, line }: NumberedRow, reading: RowReading, out: StatementHandlers) {
  const outcome = readStatementRow(cells, line, reading);
  if (outcome.kind === 'left_out') return;
  if (outcome.kind === 'refused') {
    if (state.open === null) state.hasGapsBefore = true;
    else state.open.hasGaps = true;
    out.onProblem(outcome.problem);
    return;
  }
  for (const problem of outcome.problems) out.onProblem(problem);
  const { entry, balanceMinor } = outcome;
  const table = tableOf(state, entry, out);
  table.entryCount += 1;
  if (entry.status === 'booked' && entry.bookedOn !== null) {
    table.balances.add({ amountMinor: entry.amountMinor, balanceMinor, on: entry.bookedOn });
  }
  out.onEntry(entry);
}

function tableOf(state: TableState, entry: BankEntry, out: StatementHandlers): OpenTable {
  const key = `${entry.account ?? ''} ${entry.currency}`;
  if (state.open !== null && state.open.key === key) return state.open;
  finishTable(state, out);
  state.open = {
    key,
    account: entry.account,
    currency: entry.currency,
    balances: createRunningBalance(),
    hasGaps: state.hasGapsBefore,
    entryCount: 0,
  };
  state.hasGapsBefore = false;
  return state.open;
}

function finishTable(state: TableState, out: StatementHandlers) {
  const { open } = state;
  state.open = null;
  if (open === null) return;
  const { openingBalance, closingBalance, footing } = open.balances.result(open.currency);
  out.onStatement({
    account: open.account,
    currency: open.currency,
    number: null,
    openingBalance,
    closingBalance,
    footing: open.hasGaps ? 'unknown' : footing,
    entryCount: open.entryCount,
  });
}

const NO_CURRENCY = {
  code: 'currency_missing',
  message: 'The table names no currency. Give one in the mapping ("currency": "EUR"), then read it again.',
};

const NO_HEADER = {
  code: 'no_header',
  message:
    'No row names the columns of a bank statement (a date and an amount, or debit and credit). Check the file, or say in the mapping which column is which ("#1" is the first).',
};

function isHeader(cells: readonly string[], mapping: StatementMapping | null): boolean {
  if (isStatementTable(nameStatementColumns(cells))) return !cells.some(isAmountCell);
  const named = Object.values(mapping?.columns ?? {})
    .flat()
    .filter((name) => !name.startsWith('#'));
  return named.length > 1 && named.every((name) => cells.some((cell) => cell.trim() === name.trim()));
}

function isBareMapping(mapping: StatementMapping | null): boolean {
  const names = Object.values(mapping?.columns ?? {}).flat();
  return names.length > 1 && names.every((name) => name.startsWith('#'));
}

function settleReading(
  header: readonly string[],
  rows: readonly NumberedRow[],
  preamble: Preamble,
  mapping: StatementMapping | null,
): RowReading {
  const sample = { header, rows: rows.map((row) => row.cells) };
  const columns = mapColumns(sample, mapping, preamble.account);
  const debit = columns.debit?.[0];
  return {
    columns,
    header,
    ...findNotations(sample, columns, mapping),
    currency: mapping?.currency ?? preamble.headerCurrency(header, columns) ?? preamble.currency,
    account: mapping?.account ?? preamble.account,
    isDebitSigned: debit !== undefined && sample.rows.some((row) => /^\s*[-−(]|-\s*$/.test(row[debit] ?? '')),
  };
}
