/**
 * Bank statements as tables. Cells come from a CSV (or spreadsheet) library, row by row: lines before the header are
 * looked through for account and currency, the header is found, the mapping guessed from the first rows, and each
 * further row becomes an entry. A change of account or currency ends one statement and begins the next.
 */
import { nameTheColumns } from '../../extracts/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import { limitProblems } from '../problem-limit.ts';
import type { BankEntry, StatementHandlers } from '../statement.ts';
import { isBareMapping } from './given-mapping.ts';
import { createRunningBalance, type RunningBalance } from './running-balance.ts';
import { settleTable, type TableOptions } from './settle-table.ts';
import { isAmountCell, isStatementTable, nameStatementColumns } from './statement-mapping.ts';
import { type RowReading, readStatementRow } from './statement-row.ts';
import { findHeaderByValue } from './value-columns.ts';

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
  /** Said of the header when its names did not tell it: its row, or 0 when there is none. */
  headerRow: number | null;
  /** Rows held back until the mapping is settled. */
  sample: NumberedRow[];
  reading: RowReading | null;
  open: OpenTable | null;
  /** A row could not be read before a statement was open. */
  hasGapsBefore: boolean;
  isRefused: boolean;
  /** A question has to be answered before any row is read. */
  isBlocked: boolean;
}

/** What was said and is known of the table; nothing guesses all. */
export function createStatementRowReader(handlers: StatementHandlers, options: TableOptions = {}): StatementRowReader {
  const out = { ...handlers, onProblem: limitProblems(handlers.onProblem) };
  const state: TableState = {
    before: [],
    header: null,
    headerRow: null,
    sample: [],
    reading: null,
    open: null,
    hasGapsBefore: false,
    isRefused: false,
    isBlocked: false,
  };
  return {
    row(cells, line) {
      const row = { cells, line };
      if (state.isRefused || state.isBlocked) return;
      if (state.reading !== null) takeRow(state, row, state.reading, out);
      else if (state.header === null) seekHeader(state, row, options, out);
      else state.sample.push(row);
      if (state.sample.length >= SAMPLE_ROWS) settle(state, options, out);
    },
    close() {
      if (!state.isRefused && state.header === null) takeUnnamedTable(state, options, out);
      if (!state.isRefused && !state.isBlocked && state.reading === null) settle(state, options, out);
      finishTable(state, out);
      return !state.isRefused;
    },
  };
}

function refuse(state: TableState, line: number, out: StatementHandlers, problem: { code: string; message: string }) {
  state.isRefused = true;
  out.onProblem({ line, field: 'file', ...problem });
}

function seekHeader(state: TableState, row: NumberedRow, options: TableOptions, out: StatementHandlers) {
  const mapping = options.mapping ?? null;
  if (isHeader(row, options)) {
    state.header = row;
    const isNamed = isStatementTable(nameStatementColumns(row.cells));
    state.headerRow = mapping?.headerRow ?? (isNamed ? null : row.line);
  } else if (state.before.length < PREAMBLE_ROWS || isBareMapping(mapping) || mapping?.headerRow !== undefined)
    state.before.push(row);
  else takeUnnamedTable(state, options, out);
  if (state.header === null && !state.isRefused && state.before.length >= SAMPLE_ROWS)
    takeUnnamedTable(state, options, out);
}

/** A table without a header that is known: the mapping names columns by number, or values tell where it begins. */
function takeUnnamedTable(state: TableState, options: TableOptions, out: StatementHandlers) {
  const line = state.before[0]?.line ?? 1;
  const isBare = isBareMapping(options.mapping ?? null);
  const asks = options.around !== undefined && !options.mapping;
  const headerAt = isBare ? -1 : asks ? findHeaderByValue(state.before.map(({ cells }) => cells)) : null;
  if (headerAt === null) return refuse(state, line, out, state.before.every(isBlank) ? NOTHING_IN_IT : NO_HEADER);
  const rows = state.before.splice(0);
  const header = rows[headerAt];
  state.before.push(...rows.slice(0, Math.max(0, headerAt)));
  state.header = header ?? { cells: [], line };
  state.headerRow = header?.line ?? 0;
  state.sample = rows.slice(headerAt + 1);
}

function settle(state: TableState, options: TableOptions, out: StatementHandlers) {
  const { header, sample } = state;
  if (header === null) return;
  if (sample.every(isBlank)) return refuse(state, header.line, out, NO_LINES);
  const settled = settleTable(
    {
      header: header.cells,
      headerRow: state.headerRow,
      preamble: state.before.map(({ cells }) => cells),
      rows: sample.map(({ cells }) => cells),
    },
    options,
  );
  state.sample = [];
  const { reading, currencyAssumed, ...seen } = settled;
  options.onTable?.(seen);
  state.isBlocked = seen.questions.some((question) => question.isBlocking);
  if (state.isBlocked) return;
  if (currencyAssumed !== null && options.around === undefined) {
    const message = `The table names no currency: ${currencyAssumed.currency} is taken from ${currencyAssumed.from}. Give "currency" in the mapping when it is another.`;
    out.onProblem({ line: header.line, field: 'currency', code: 'currency_assumed', message });
  }
  state.reading = reading;
  if (reading.currency === null && reading.columns.currency === undefined)
    return refuse(state, header.line, out, NO_CURRENCY);
  for (const row of sample) takeRow(state, row, reading, out);
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
  message: 'The table names no currency. Give it (--currency EUR, or "currency" in the mapping), then read it again.',
};

const NO_HEADER = {
  code: 'no_header',
  message:
    'No row names the columns of a bank statement (a date and an amount, or debit and credit). Check the file, or say in the mapping which column is which ("#1" is the first).',
};

const NO_LINES = {
  code: 'table_has_no_lines',
  message:
    'The table names its columns and has no line below them. If nothing moved in these days, discard it; else export it again with the days you need.',
};

const NOTHING_IN_IT = {
  code: 'table_is_empty',
  message: 'The table holds nothing but blank rows. Export the statement again, with the days you need.',
};

/** By its row when that was said; else by names of fields, by the columns that were said, or as of an earlier file. */
function isHeader({ cells, line }: NumberedRow, { mapping = null, remembered }: TableOptions): boolean {
  if (mapping?.headerRow !== undefined) return line === mapping.headerRow;
  if (isStatementTable(nameStatementColumns(cells))) return !cells.some(isAmountCell);
  if (mapping === null) return remembered?.(nameTheColumns(cells, [])) !== undefined;
  const named = Object.values(mapping.columns)
    .flat()
    .filter((name) => !name.startsWith('#'));
  return named.length > 1 && named.every((name) => cells.some((cell) => cell.trim() === name.trim()));
}

function isBlank({ cells }: NumberedRow): boolean {
  return cells.every((cell) => cell.trim() === '');
}
