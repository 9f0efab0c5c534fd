/** Rows as a grid shows them: those that pass its filters, in its order, under its groups, with what they add up to. */
import type { GridColumn, SortBy } from './grid.types.ts';
import { type GridLine, groupedLinesIn, rowLinesIn, sumsByCurrency } from './grouping.ts';
import { type KeyMemory, orderIn } from './ordering.ts';
import { eachPlace, type Slices } from './slices.ts';
import { isTotalled, type Sums } from './totals.ts';

export interface ShapeInput<Row> {
  readonly rows: readonly Row[];
  readonly columns: readonly GridColumn<Row>[];
  readonly shownColumns: readonly GridColumn<Row>[];
  readonly groupColumns: readonly GridColumn<Row>[];
  readonly sort: readonly SortBy[];
  /** What a row has to pass; the same list while the filters stay the same. */
  readonly tests: readonly ((row: Row) => boolean)[];
  readonly closed: ReadonlySet<string>;
  readonly rowId: (row: Row) => string;
  readonly timeZone: string;
  readonly locale: string;
  /** The server has added them. */
  readonly areSumsGiven: boolean;
}

export interface Shaped<Row> {
  /** In the order shown. */
  readonly shownRows: readonly Row[];
  /** The same in the order in which they came. */
  readonly passingRows: readonly Row[];
  readonly lines: readonly GridLine<Row>[];
  readonly sums: Sums;
}

/** What an earlier shape found and a later one can use: a letter typed into the filter orders nothing anew. */
export interface ShapeMemory<Row> {
  readonly keys: KeyMemory<Row>;
  order: { readonly of: readonly unknown[]; readonly found: readonly number[] | null } | null;
  passing: { readonly of: readonly unknown[]; readonly found: Passing<Row> | null } | null;
}

interface Passing<Row> {
  readonly rows: readonly Row[];
  /** By the place of a row among all: 1 when it passes. */
  readonly marks: Uint8Array;
}

export function shapeMemory<Row>(): ShapeMemory<Row> {
  return { keys: new Map(), order: null, passing: null };
}

export function* shapedRows<Row>(input: ShapeInput<Row>, memory: ShapeMemory<Row>): Slices<Shaped<Row>> {
  const order = yield* rememberedOrder(input, memory);
  const passing = yield* rememberedPassing(input, memory);
  const passingRows = passing?.rows ?? input.rows;
  const shownRows = order === null ? passingRows : yield* inOrder(input.rows, order, passing);
  const totalled = input.shownColumns.filter(isTotalled);
  const { groupColumns, closed, rowId, timeZone } = input;
  const lines =
    groupColumns.length === 0
      ? yield* rowLinesIn(shownRows, rowId)
      : yield* groupedLinesIn(shownRows, {
          ...{ columns: groupColumns, totalled, closed, rowId, timeZone },
          asTheyCame: passingRows,
        });
  const sums: Sums = input.areSumsGiven ? new Map() : yield* sumsByCurrency(passingRows, totalled);
  return { shownRows, passingRows, lines, sums };
}

function* rememberedOrder<Row>(input: ShapeInput<Row>, memory: ShapeMemory<Row>): Slices<readonly number[] | null> {
  const { rows, columns, sort, locale } = input;
  const of = [rows, columns, JSON.stringify(sort), locale];
  if (memory.order !== null && areSame(memory.order.of, of)) return memory.order.found;
  const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const found = sort.length === 0 ? null : yield* orderIn(rows, sort, { columns, collator, memory: memory.keys });
  memory.order = { of, found };
  return found;
}

function* rememberedPassing<Row>(input: ShapeInput<Row>, memory: ShapeMemory<Row>): Slices<Passing<Row> | null> {
  const { rows, tests } = input;
  const of = [rows, tests];
  if (memory.passing !== null && areSame(memory.passing.of, of)) return memory.passing.found;
  const found = tests.length === 0 ? null : yield* passingOf(rows, tests);
  memory.passing = { of, found };
  return found;
}

function* passingOf<Row>(rows: readonly Row[], tests: ShapeInput<Row>['tests']): Slices<Passing<Row>> {
  const marks = new Uint8Array(rows.length);
  const passing: Row[] = [];
  yield* eachPlace(rows.length, (place) => {
    const row = rows[place] as Row;
    for (const test of tests) if (!test(row)) return;
    marks[place] = 1;
    passing.push(row);
  });
  return { rows: passing, marks };
}

function* inOrder<Row>(
  rows: readonly Row[],
  order: readonly number[],
  passing: Passing<Row> | null,
): Slices<readonly Row[]> {
  const shown: Row[] = [];
  yield* eachPlace(order.length, (at) => {
    const place = order[at] ?? 0;
    if (passing === null || passing.marks[place] === 1) shown.push(rows[place] as Row);
  });
  return shown;
}

function areSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  return left.every((one, index) => one === right[index]);
}
