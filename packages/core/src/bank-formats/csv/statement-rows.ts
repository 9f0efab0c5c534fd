/**
 * Bank statements as tables. Cells come from a CSV (or spreadsheet) library, row by row: lines before the header are
 * looked through for account and currency, the header is found, the mapping guessed from the first rows, and each
 * further row becomes an entry. A change of account or currency ends one statement and begins the next.
 */
import type { CurrencyCode } from '../../money/index.ts';
import { limitProblems } from '../problem-limit.ts';
import type { BankEntry, StatementHandlers } from '../statement.ts';
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

/** `mapping` is what a person has said (`--mapping`); null guesses all. */
export function createStatementRowReader(
  handlers: StatementHandlers,
  mapping: StatementMapping | null = null,
): StatementRowReader {
  const report = limitProblems(handlers.onProblem);
  const before: NumberedRow[] = [];
  let header: NumberedRow | null = null;
  let sample: NumberedRow[] = [];
  let reading: RowReading | null = null;
  let open: OpenTable | null = null;
  let hasGapsBefore = false;
  let isRefused = false;

  const refuse = (line: number, code: string, message: string) => {
    isRefused = true;
    report({ line, field: 'file', code, message });
  };
  const finish = () => {
    if (open === null) return;
    const { openingBalance, closingBalance, footing } = open.balances.result(open.currency);
    handlers.onStatement({
      account: open.account,
      currency: open.currency,
      number: null,
      openingBalance,
      closingBalance,
      footing: open.hasGaps ? 'unknown' : footing,
      entryCount: open.entryCount,
    });
    open = null;
  };
  const tableOf = (entry: BankEntry): OpenTable => {
    const key = `${entry.account ?? ''} ${entry.currency}`;
    if (open !== null && open.key === key) return open;
    finish();
    open = {
      key,
      account: entry.account,
      currency: entry.currency,
      balances: createRunningBalance(),
      hasGaps: hasGapsBefore,
      entryCount: 0,
    };
    hasGapsBefore = false;
    return open;
  };
  const take = ({ cells, line }: NumberedRow, how: RowReading) => {
    const outcome = readStatementRow(cells, line, how);
    if (outcome.kind === 'left_out') return;
    if (outcome.kind === 'refused') {
      if (open === null) hasGapsBefore = true;
      else open.hasGaps = true;
      report(outcome.problem);
      return;
    }
    for (const problem of outcome.problems) report(problem);
    const { entry, balanceMinor } = outcome;
    const table = tableOf(entry);
    table.entryCount += 1;
    if (entry.status === 'booked' && entry.bookedOn !== null) {
      table.balances.add({ amountMinor: entry.amountMinor, balanceMinor, on: entry.bookedOn });
    }
    handlers.onEntry(entry);
  };
  const settle = () => {
    if (header === null) return;
    reading = settleReading(header.cells, sample, readPreamble(before.map((row) => row.cells)), mapping);
    if (reading.currency === null && reading.columns.currency === undefined) {
      refuse(
        header.line,
        'currency_missing',
        'The table names no currency. Give one in the mapping ("currency": "EUR"), then read it again.',
      );
    }
    if (!isRefused) for (const row of sample) take(row, reading);
    sample = [];
  };

  return {
    row(cells, line) {
      if (isRefused) return;
      const row = { cells, line };
      if (reading !== null) return take(row, reading);
      if (header !== null) {
        sample.push(row);
        if (sample.length >= SAMPLE_ROWS) settle();
        return;
      }
      if (isHeader(cells, mapping)) header = row;
      else if (before.length < PREAMBLE_ROWS) before.push(row);
      else refuse(line, 'no_header', NO_HEADER);
    },
    close() {
      if (!isRefused && header === null) {
        const bare = bareTable(before, mapping);
        if (bare === null) refuse(before[0]?.line ?? 1, 'no_header', NO_HEADER);
        else [header, sample] = [bare, before.splice(0)];
      }
      if (!isRefused && reading === null) settle();
      finish();
      return !isRefused;
    },
  };
}

const NO_HEADER =
  'No row names the columns of a bank statement (a date and an amount, or debit and credit). Check the file, or say in the mapping which column is which ("#1" is the first).';

function isHeader(cells: readonly string[], mapping: StatementMapping | null): boolean {
  if (isStatementTable(nameStatementColumns(cells))) return !cells.some(isAmountCell);
  const named = Object.values(mapping?.columns ?? {})
    .flat()
    .filter((name) => !name.startsWith('#'));
  return named.length > 1 && named.every((name) => cells.some((cell) => cell.trim() === name.trim()));
}

/** A table without a header, for which the mapping names columns by number. */
function bareTable(rows: readonly NumberedRow[], mapping: StatementMapping | null): NumberedRow | null {
  const names = Object.values(mapping?.columns ?? {}).flat();
  if (names.length < 2 || !names.every((name) => name.startsWith('#'))) return null;
  return { cells: [], line: rows[0]?.line ?? 1 };
}

function settleReading(
  header: readonly string[],
  rows: readonly NumberedRow[],
  preamble: Preamble,
  mapping: StatementMapping | null,
): RowReading {
  const sample = { header, rows: rows.map((row) => row.cells) };
  const columns = mapColumns(sample, mapping);
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
