/**
 * What a grid shows, as a file will hold it: typed columns and plain values, without anything of the browser, so that it can be
 * handed to a worker. Amounts travel as decimals; a column of several currencies says each row's beside it.
 */

import { isMoneyText } from '../grid/cell.ts';
import type { CellValue, GridColumn } from '../grid/grid.types.ts';
import { isTotalled } from '../grid/totals.ts';

export type ExportKind = 'text' | 'money' | 'count' | 'days' | 'date' | 'instant';

export interface ExportColumn {
  readonly header: string;
  readonly kind: ExportKind;
  /** Of a money column with one currency. */
  readonly currency: string | null;
  /** The column, by its place, that says the currency of each row; null when there is one for all. */
  readonly currencyAt: number | null;
  readonly isTotalled: boolean;
  /** As on the screen, in pixels. */
  readonly width: number;
}

export type ExportValue = string | number | null;

export interface ExportSheet {
  readonly title: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly (readonly ExportValue[])[];
  /** Words of the totals. */
  readonly totalWord: string;
  readonly shownWord: string;
  /** What the figures are: a label and what it says, for the second sheet. */
  readonly aboutTitle: string;
  readonly about: readonly (readonly [string, string])[];
  /** Instants are written as they read where the company is. */
  readonly timeZone: string;
}

export interface SheetInput extends Omit<ExportSheet, 'columns' | 'rows'> {
  readonly widthOf: (columnId: string) => number;
  readonly currencyHeader: (column: string) => string;
}

/** Columns of several currencies share one column that says which, when every row has one currency in all of them. */
export function exportSheet<Row>(
  columns: readonly GridColumn<Row>[],
  rows: readonly Row[],
  input: SheetInput,
): ExportSheet {
  const { widthOf, currencyHeader, ...words } = input;
  const shown = columns.filter((column) => !column.isDrawing);
  const values = rows.map((row) => shown.map((column) => column.value(row)));
  const mixed = shown.flatMap((column, at) =>
    column.kind === 'money' && currenciesAt(values, at).size > 1 ? [at] : [],
  );
  const told = mixed.length === 0 ? null : tellingColumn(shown, values, mixed);
  const made: ExportColumn[] = [];
  const cells: ((row: readonly CellValue[]) => ExportValue)[] = [];
  const add = (column: ExportColumn, cell: (row: readonly CellValue[]) => ExportValue): number => {
    made.push(column);
    cells.push(cell);
    return made.length - 1;
  };
  for (const [at, column] of shown.entries()) {
    const [only = null] = currenciesAt(values, at);
    const isMixed = mixed.includes(at);
    const place = add(
      {
        header: column.header,
        kind: column.kind,
        currency: isMixed ? null : only,
        currencyAt: null,
        isTotalled: isTotalled(column),
        width: widthOf(column.id),
      },
      (row) => plainValue(row[at] ?? null),
    );
    if (!isMixed || told !== null) continue;
    const currencyAt = add(
      {
        header: currencyHeader(column.header),
        kind: 'text',
        currency: null,
        currencyAt: null,
        isTotalled: false,
        width: CURRENCY_WIDTH_PX,
      },
      (row) => currencyOf(row[at] ?? null),
    );
    made[place] = { ...(made[place] as ExportColumn), currencyAt };
  }
  const withTold = made.map((column) =>
    told !== null && column.kind === 'money' && column.currency === null ? { ...column, currencyAt: told } : column,
  );
  return {
    ...words,
    columns: withUniqueHeaders(withTold),
    rows: values.map((row) => cells.map((cell) => cell(row))),
  };
}

const CURRENCY_WIDTH_PX = 60;

function currenciesAt(values: readonly (readonly CellValue[])[], at: number): Set<string> {
  const found = new Set<string>();
  for (const row of values) {
    const currency = currencyOf(row[at] ?? null);
    if (currency !== null) found.add(currency);
  }
  return found;
}

/** The text column in which every row already says the currency of all its amounts. */
function tellingColumn<Row>(
  columns: readonly GridColumn<Row>[],
  values: readonly (readonly CellValue[])[],
  mixed: readonly number[],
): number | null {
  const tells = (at: number): boolean =>
    values.every((row) => mixed.every((money) => [null, row[at]].includes(currencyOf(row[money] ?? null))));
  const found = columns.findIndex((column, at) => column.kind === 'text' && tells(at));
  return found < 0 ? null : found;
}

function currencyOf(value: CellValue): string | null {
  return isMoneyText(value) ? value.currency : null;
}

function plainValue(value: CellValue): ExportValue {
  return isMoneyText(value) ? value.amount : value;
}

/** A table refuses two columns of one name, whatever the case, and names with brackets in formulas. */
function withUniqueHeaders(columns: readonly ExportColumn[]): ExportColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const base = column.header.replace(/[[\]#'@\r\n]/g, ' ').trim() || '-';
    let header = base;
    for (let copy = 2; taken.has(header.toLowerCase()); copy += 1) header = `${base} ${copy}`;
    taken.add(header.toLowerCase());
    return { ...column, header };
  });
}
