/**
 * Where the table begins. Reports put a title, a company and a date above it; the header is the row that names most of
 * the fields, and where no row does, the first one that is as wide as the rows below it.
 */
import { EXTRACT_KINDS, type ExtractKind, plainName } from './fields.ts';
import { guessKind, namedFields } from './mapping.ts';
import type { Row } from './row-cells.ts';

/** Titles above a table take a few rows; a header further down is no header. */
export const HEADER_WITHIN_ROWS = 50;
/** One word may be a title ("Customers"); two are a header. */
const NAMES_MIN = 2;

/** The index of the header among the first rows of a file: of [["Open items"], [], ["Invoice", "Customer"]] it is 2. */
export function findHeader(rows: readonly Row[], kind: ExtractKind): number {
  const first = rows.slice(0, HEADER_WITHIN_ROWS);
  const names = first.map((row) => namedFields(kind, row));
  const most = Math.max(0, ...names);
  if (most >= NAMES_MIN) return names.indexOf(most);
  const widths = first.map(filledCells);
  const widest = Math.max(0, ...widths);
  return Math.max(
    0,
    widths.findIndex((width) => width > 0 && width * 2 > widest),
  );
}

function filledCells(row: Row): number {
  return row.reduce((count, cell) => (cell.trim() === '' ? count : count + 1), 0);
}

/**
 * Columns are chosen by their names, so every one gets its own: a second "Amount" is "Amount (2)", a column without name
 * that holds something is "column 3".
 */
export function nameTheColumns(header: Row, rows: readonly Row[]): string[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), header.length);
  const isUsed = Array.from({ length: width }, (_, index) => rows.some((row) => (row[index] ?? '').trim() !== ''));
  const taken = new Map<string, number>();
  const names = isUsed.map((used, index) => {
    const name = (header[index] ?? '').replace(/\s+/g, ' ').trim() || (used ? `column ${index + 1}` : '');
    const count = (taken.get(plainName(name)) ?? 0) + 1;
    if (name !== '') taken.set(plainName(name), count);
    return count === 1 || name === '' ? name : `${name} (${count})`;
  });
  while (names.length > header.length && names.at(-1) === '') names.pop();
  return names;
}

/** Which kind of extract a table looks like, by its first rows: by the one that names most fields of any kind. */
export function guessKindOfTable(rows: readonly Row[]): ExtractKind {
  const names = (row: Row) => Math.max(...EXTRACT_KINDS.map((kind) => namedFields(kind, row)));
  const headers = EXTRACT_KINDS.map((kind) => rows[findHeader(rows, kind)] ?? []);
  return guessKind(headers.reduce((best, row) => (names(row) > names(best) ? row : best)));
}
