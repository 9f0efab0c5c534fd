/** Which column of a bank's table is which field: given as data (`--mapping`), else guessed from names and values. */
import { readDate, readDecimal } from '../../extracts/index.ts';
import { isStatementCurrency } from '../../money/index.ts';
import type { StatementMapping } from './given-mapping.ts';
import {
  GATHERING_FIELDS,
  plainColumnName,
  STATEMENT_FIELDS,
  STATEMENT_NAMES,
  type StatementField,
} from './statement-fields.ts';

/** Column numbers by field; several only for fields that gather. */
export type ColumnIndexes = Partial<Record<StatementField, readonly number[]>>;

export interface TableSample {
  readonly header: readonly string[];
  /** The columns' names, each its own. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Fields by the header's names; a column serves the one field whose name for it ranks best. */
export function nameStatementColumns(header: readonly string[]): ColumnIndexes {
  const candidates = header
    .slice(0, COLUMNS_MAX)
    .flatMap((name, index) => [...ranksOf(name)].map(([field, rank]) => ({ field, index, rank })));
  candidates.sort(
    (left, right) =>
      left.rank - right.rank || fieldOrder(left.field) - fieldOrder(right.field) || left.index - right.index,
  );
  const columns: ColumnIndexes = {};
  const used = new Set<number>();
  for (const { field, index } of candidates) {
    if (used.has(index) || (columns[field] !== undefined && !GATHERING_FIELDS.has(field))) continue;
    columns[field] = [...(columns[field] ?? []), index];
    used.add(index);
  }
  for (const field of GATHERING_FIELDS) {
    const indexes = columns[field];
    if (indexes !== undefined) columns[field] = [...indexes].sort((left, right) => left - right);
  }
  return columns;
}

/** Wider rows are damage, and naming their columns would take long; a longer cell is a text, no name. */
export const COLUMNS_MAX = 500;
const NAME_CHARS_MAX = 100;
/** A name that fits only without its brackets fits worse than any that fits as a whole. */
const BARE_RANK = 1_000;

const fieldOrder = (field: StatementField) => STATEMENT_FIELDS.indexOf(field);

/** Every name with the fields that are called so, and how good a name it is for each: looked up for each cell of many rows. */
const RANKS_BY_NAME: ReadonlyMap<string, readonly (readonly [field: StatementField, rank: number])[]> = (() => {
  const ranks = new Map<string, [StatementField, number][]>();
  for (const field of STATEMENT_FIELDS) {
    for (const [rank, name] of STATEMENT_NAMES[field].entries()) {
      const fields = ranks.get(name) ?? [];
      // Named twice for one field, the better place counts.
      if (!fields.some(([known]) => known === field)) fields.push([field, rank]);
      ranks.set(name, fields);
    }
  }
  return ranks;
})();

function ranksOf(name: string): Map<StatementField, number> {
  const ranks = new Map<StatementField, number>();
  if (name.length > NAME_CHARS_MAX || !/\p{L}/u.test(name)) return ranks;
  const add = (plainName: string, worse: number) => {
    for (const [field, rank] of RANKS_BY_NAME.get(plainName) ?? [])
      if (!ranks.has(field)) ranks.set(field, rank + worse);
  };
  for (const plain of waysToSay(plainColumnName(name))) add(plain, 0);
  // What stands in brackets is often a unit: "Betrag (€)", "Amount (EUR)".
  const bare = name.replace(/[([].*$/, '');
  if (bare !== name) for (const plain of waysToSay(plainColumnName(bare))) add(plain, BARE_RANK);
  return ranks;
}

/** "Beschreibung2" is a description too, and "amounteur" an amount: a currency code behind the name is no part of it. */
function waysToSay(plainName: string): string[] {
  const name = plainName.replace(/\d{1,2}$/, '');
  const isUnit = name.length >= 6 && isStatementCurrency(name.slice(-3).toUpperCase());
  return isUnit ? [plainName, name, name.slice(0, -3)] : [plainName, name];
}

/** Whether these columns make a statement: a day and an amount. */
export function isStatementTable(columns: ColumnIndexes): boolean {
  const hasDay = columns.bookedOn !== undefined || columns.valueOn !== undefined;
  return hasDay && (columns.amount !== undefined || columns.debit !== undefined || columns.credit !== undefined);
}

/** Columns as given first, the rest by name, and what only values can tell. */
export function mapColumns(
  sample: TableSample,
  given: StatementMapping | null,
  ownAccount: string | null,
): ColumnIndexes {
  const columns = { ...nameStatementColumns(sample.header) };
  const taken = new Set<number>();
  for (const [field, names] of Object.entries(given?.columns ?? {})) {
    const indexes = names.map((name) => indexOfColumn(sample, name)).filter((index) => index >= 0);
    if (indexes.length > 0) columns[field as StatementField] = indexes;
    else delete columns[field as StatementField];
    for (const index of indexes) taken.add(index);
  }
  for (const field of STATEMENT_FIELDS) {
    if (given?.columns[field] !== undefined) continue;
    const left = columns[field]?.filter((index) => !taken.has(index)) ?? [];
    if (left.length > 0) columns[field] = left;
    else delete columns[field];
  }
  if (
    columns.amount !== undefined &&
    given?.columns.amount === undefined &&
    columns.debit !== undefined &&
    columns.credit !== undefined
  ) {
    // "Amount" beside debit and credit is the amount in another currency, or says the same twice.
    delete columns.amount;
  }
  if (!isWhole(given)) placeByValue(sample, columns);
  if (given?.columns.account === undefined) placeAccount(sample, columns, ownAccount);
  return columns;
}

/** Whether a mapping speaks of every field, as one that was shown to a person does: nothing is left to be guessed. */
function isWhole(mapping: StatementMapping | null): boolean {
  return mapping !== null && STATEMENT_FIELDS.every((field) => mapping.columns[field] !== undefined);
}

/**
 * Names that mean two things are told apart by their cells: "Value" may be an amount or a value date, "Valuta" a value
 * date or a currency.
 */
function placeByValue(sample: TableSample, columns: ColumnIndexes) {
  const all = (field: StatementField, test: (cell: string) => boolean) => {
    const cells = sample.rows.map((row) => cellOf(row, columns, field)).filter((cell) => cell !== '');
    return cells.length > 0 && cells.every(test);
  };
  const isDay = (cell: string) => (readDate(datePart(cell), 'dmy') ?? readDate(datePart(cell), 'mdy')) !== null;
  if (columns.amount !== undefined && columns.valueOn === undefined && all('amount', isDay)) {
    columns.valueOn = columns.amount;
    delete columns.amount;
  }
  if (columns.valueOn === undefined || columns.currency !== undefined) return;
  if (!all('valueOn', (cell) => isStatementCurrency(cell.toUpperCase()))) return;
  columns.currency = columns.valueOn;
  delete columns.valueOn;
}

function indexOfColumn({ header, names }: TableSample, name: string): number {
  const position = /^#(\d{1,3})$/.exec(name);
  if (position !== null) return Number(position[1]) - 1;
  const own = names.indexOf(name);
  if (own >= 0) return own;
  const exact = header.findIndex((cell) => cell.trim() === name.trim());
  return exact >= 0 ? exact : header.findIndex((cell) => plainColumnName(cell) === plainColumnName(name));
}

const UNSAID_ACCOUNTS = new Set(['iban', 'ibanbban', 'konto', 'account', 'kontonummer', 'numerkonta', 'accountnumber']);

/**
 * A column "IBAN" whose value changes from row to row is the other side's account; ours stays the same, and is not
 * another than the one above the table.
 */
function placeAccount(sample: TableSample, columns: ColumnIndexes, ownAccount: string | null) {
  const index = columns.account?.[0];
  if (index === undefined || columns.counterpartyAccount !== undefined) return;
  if (!UNSAID_ACCOUNTS.has(plainColumnName(sample.header[index] ?? ''))) return;
  const values = new Set(sample.rows.map((row) => cellOf(row, columns, 'account').replace(/\s+/g, '')));
  const isOther = ownAccount !== null && !values.has(ownAccount);
  if (!isOther && (sample.rows.length < 3 || values.size <= 1 || (values.size < 3 && !values.has('')))) return;
  columns.counterpartyAccount = [index];
  delete columns.account;
}

export function cellOf(row: readonly string[], columns: ColumnIndexes, field: StatementField): string {
  const index = columns[field]?.[0];
  return index === undefined ? '' : cleanCell(row[index] ?? '');
}

/** Without the marks that keep spreadsheets from changing a text: "'00123" and '="00123"'. */
export function cleanCell(cell: string): string {
  const text = cell.trim();
  if (text.startsWith("'")) return text.replace(/^'|'$/g, '').trim();
  return text.startsWith('="') && text.endsWith('"') ? text.slice(2, -1).trim() : text;
}

/** A date without the time of day behind it: "2026-03-20 14:05:09" and "20/03/2026, 14:05" are days here. */
export function datePart(text: string): string {
  return text.replace(/,?[T ]+\d{1,2}[:.]\d{2}([:.]\d{2})?.*$/, '').trim();
}

/** Whether a cell is an amount in any notation. */
export function isAmountCell(text: string): boolean {
  return /\d/.test(text) && (readDecimal(text, 'point', 'CLF') ?? readDecimal(text, 'comma', 'CLF')) !== null;
}
