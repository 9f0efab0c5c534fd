/**
 * Rows under lines with their totals: by one or two columns, days by their month. Amounts of several currencies are never
 * added; a group has a line for each. A group that is closed shows its totals only.
 */
import { formatAmount } from '@quittance/core/money';
import type { MoneyText } from '../money/money-text.ts';
import { dayInZone } from './column-filter.ts';
import type { GridColumn } from './grid.types.ts';
import { exactMinorOf, minorOf } from './minor.ts';
import { atOnce, eachPlace, mapped, type Slices } from './slices.ts';

export interface RowLine<Row> {
  readonly kind: 'row';
  readonly id: string;
  readonly row: Row;
}

export interface GroupLine {
  readonly kind: 'group';
  readonly id: string;
  /** The group it belongs to: the same for the lines of its several currencies. */
  readonly groupId: string;
  readonly level: 0 | 1;
  readonly columnId: string;
  /** The value as a column of this kind shows it; null is blank. */
  readonly value: string | null;
  readonly count: number;
  readonly isOpen: boolean;
  /** The first line of a group says what it is and how many rows it has; the others only their currency's totals. */
  readonly isFirst: boolean;
  readonly currency: string | null;
  readonly amounts: Readonly<Record<string, MoneyText>>;
}

export type GridLine<Row> = RowLine<Row> | GroupLine;

export interface Grouping<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly totalled: readonly GridColumn<Row>[];
  readonly closed: ReadonlySet<string>;
  readonly rowId: (row: Row) => string;
  readonly timeZone: string;
  /** The same rows as they came: they lie side by side in memory, and are added several times as fast so. */
  readonly asTheyCame: readonly Row[];
}

/** Columns by which people group: what repeats. Amounts and numbers are as many as rows. */
export function canGroup<Row>(column: GridColumn<Row>): boolean {
  return !column.isDrawing && (column.kind === 'text' || column.kind === 'date' || column.kind === 'instant');
}

export function rowLines<Row>(rows: readonly Row[], rowId: (row: Row) => string): readonly RowLine<Row>[] {
  return atOnce(rowLinesIn(rows, rowId));
}

/** The same in slices. */
export function rowLinesIn<Row>(rows: readonly Row[], rowId: (row: Row) => string): Slices<readonly RowLine<Row>[]> {
  return mapped(rows, (row) => ({ kind: 'row', id: rowId(row), row }));
}

/**
 * The rows, which come in their order, with a line before each group: three invoices of 10.00 EUR, 5.00 EUR and 7 JPY of one
 * customer stand under "EUR 15.00" and "JPY 7".
 */
export function groupedLines<Row>(rows: readonly Row[], grouping: Grouping<Row>): readonly GridLine<Row>[] {
  return atOnce(groupedLinesIn(rows, grouping));
}

/** The same in slices. */
export function* groupedLinesIn<Row>(rows: readonly Row[], grouping: Grouping<Row>): Slices<readonly GridLine<Row>[]> {
  const keys = grouping.columns.map((column) => keyReader(column, grouping.timeZone));
  const totals = yield* groupTotals(grouping.asTheyCame, keys, grouping.totalled);
  const lines: GridLine<Row>[] = [];
  yield* addLines(lines, rows, { ...grouping, keys, level: 0, path: '', totals });
  return lines;
}

const LINES_AT_ONCE = 1_000;

interface Level<Row> extends Grouping<Row> {
  readonly keys: readonly ((row: Row) => string | null)[];
  readonly level: number;
  readonly path: string;
  readonly totals: ReadonlyMap<string | null, GroupTotals>;
}

/** What a group adds up to, by column and currency, and the groups within it. */
interface GroupTotals {
  readonly sums: readonly Map<string, RunningSum>[];
  readonly within: Map<string | null, GroupTotals>;
}

function* groupTotals<Row>(
  rows: readonly Row[],
  keys: readonly ((row: Row) => string | null)[],
  totalled: readonly GridColumn<Row>[],
): Slices<Map<string | null, GroupTotals>> {
  const totals = new Map<string | null, GroupTotals>();
  yield* eachPlace(rows.length, (place) => {
    const row = rows[place] as Row;
    let groups = totals;
    for (const keyOf of keys) {
      const key = keyOf(row);
      let group = groups.get(key);
      if (!group) {
        group = { sums: totalled.map(() => new Map()), within: new Map() };
        groups.set(key, group);
      }
      for (const [index, column] of totalled.entries()) {
        const value = column.kind === 'money' ? column.value(row) : null;
        const sums = group.sums[index];
        if (value !== null && sums) add(value, sums);
      }
      groups = group.within;
    }
  });
  return totals;
}

function* addLines<Row>(lines: GridLine<Row>[], rows: readonly Row[], level: Level<Row>): Slices<void> {
  const keyOf = level.keys[level.level];
  const column = level.columns[level.level];
  if (!keyOf || !column) {
    yield* eachPlace(rows.length, (place) => {
      const row = rows[place] as Row;
      lines.push({ kind: 'row', id: level.rowId(row), row });
    });
    return;
  }
  const groups = new Map<string | null, Row[]>();
  yield* eachPlace(rows.length, (place) => {
    const row = rows[place] as Row;
    const key = keyOf(row);
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  });
  let paused = lines.length;
  for (const [value, members] of groups) {
    // Lengths keep "a" + "b/c" apart from "a/b" + "c"; a blank is no empty text.
    const path = `${level.path}/${value === null ? '-' : `${value.length}:${value}`}`;
    const isOpen = !level.closed.has(path);
    const totals = level.totals.get(value);
    for (const line of totalLines(members.length, totals, level.totalled)) {
      lines.push({
        ...line,
        id: `${path} ${line.currency ?? ''}`,
        groupId: path,
        level: level.level === 0 ? 0 : 1,
        columnId: column.id,
        value,
        isOpen,
      });
    }
    if (!isOpen) continue;
    const within = { ...level, level: level.level + 1, path, totals: totals?.within ?? NO_TOTALS };
    yield* addLines(lines, members, within);
    // Many small groups never pause by themselves.
    if (lines.length - paused >= LINES_AT_ONCE) {
      paused = lines.length;
      yield;
    }
  }
}

type Totals = Pick<GroupLine, 'kind' | 'count' | 'isFirst' | 'currency' | 'amounts'>;

const NO_TOTALS: ReadonlyMap<string | null, GroupTotals> = new Map();

function totalLines<Row>(
  count: number,
  totals: GroupTotals | undefined,
  totalled: readonly GridColumn<Row>[],
): Totals[] {
  const sums = byCurrency(totalled.map(({ id }, index) => [id, totals?.sums[index] ?? new Map()]));
  const currencies = [...sums.keys()].sort();
  const line = (currency: string | null, index: number): Totals => ({
    kind: 'group',
    count,
    isFirst: index === 0,
    currency,
    amounts: Object.fromEntries(
      [...(sums.get(currency ?? '') ?? [])].map(([id, minor]) => [
        id,
        { amount: formatAmount(minor, currency ?? ''), currency: currency ?? '' },
      ]),
    ),
  });
  return currencies.length === 0 ? [line(null, 0)] : currencies.map(line);
}

/** By currency, then by column: minor units, added exactly. */
export function* sumsByCurrency<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
): Slices<Map<string, Map<string, bigint>>> {
  const sums = columns.map(({ id }): [string, Map<string, RunningSum>] => [id, new Map()]);
  for (const [index, column] of columns.entries()) {
    const ofColumn = sums[index]?.[1];
    if (column.kind !== 'money' || !ofColumn) continue;
    yield* eachPlace(rows.length, (place) => {
      const value = column.value(rows[place] as Row);
      if (value !== null) add(value, ofColumn);
    });
  }
  return byCurrency(sums);
}

function byCurrency(
  columns: readonly (readonly [string, ReadonlyMap<string, RunningSum>])[],
): Map<string, Map<string, bigint>> {
  const sums = new Map<string, Map<string, bigint>>();
  for (const [columnId, ofColumn] of columns) {
    for (const [currency, sum] of ofColumn) {
      const ofCurrency = sums.get(currency) ?? new Map<string, bigint>();
      ofCurrency.set(columnId, sum.whole + BigInt(sum.part));
      sums.set(currency, ofCurrency);
    }
  }
  return sums;
}

/** What has been added so far: `part` is what is below 2^53, `whole` what was carried over from it. */
interface RunningSum {
  whole: bigint;
  part: number;
}

function add(value: MoneyText, sums: Map<string, RunningSum>): void {
  let sum = sums.get(value.currency);
  if (!sum) {
    sum = { whole: 0n, part: 0 };
    sums.set(value.currency, sum);
  }
  const exact = exactMinorOf(value);
  if (exact !== null && Number.isSafeInteger(sum.part + exact)) sum.part += exact;
  else sum.whole += minorOf(value);
}

/** What a row is grouped by: its text, or the month of its day. */
function keyReader<Row>(column: GridColumn<Row>, timeZone: string): (row: Row) => string | null {
  const dayOf = column.kind === 'instant' ? dayInZone(timeZone) : (value: string) => value;
  const byMonth = column.kind === 'date' || column.kind === 'instant';
  return (row) => {
    const value = column.value(row);
    if (value === null || value === '') return null;
    return byMonth ? dayOf(String(value)).slice(0, 7) : String(value);
  };
}

/** The groups there are: to close them all at once. */
export function groupIdsOf<Row>(lines: readonly GridLine<Row>[]): string[] {
  return [...new Set(lines.flatMap((line) => (line.kind === 'group' ? [line.groupId] : [])))];
}
