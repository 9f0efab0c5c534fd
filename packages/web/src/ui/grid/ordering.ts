/**
 * Rows in order: by several columns, equal ones as they came. What a row is ordered by is read once for each column, as plain
 * numbers in the order of the rows: a hundred thousand are then in order within the blink of an eye.
 */
import type { MoneyText } from '../money/money-text.ts';
import { placesIn } from './collation.ts';
import type { GridColumn, SortBy } from './grid.types.ts';
import { exactMinorOf, minorOf } from './minor.ts';
import { atOnce, eachPlace, mapped, numbersOf, type Slices, sorted } from './slices.ts';

/** By the place of a row among the rows. The first array that tells two rows apart decides; blanks are below all else. */
type SortKeys = readonly Float64Array[];

/** Keeps the keys of rows while columns and rows stay the same: a second order reads none again. */
export type KeyMemory<Row> = Map<
  string,
  { readonly column: GridColumn<Row>; readonly rows: readonly Row[]; readonly keys: SortKeys }
>;

interface OrderReader<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly collator: Intl.Collator;
  readonly memory: KeyMemory<Row>;
}

const BLANK = Number.NEGATIVE_INFINITY;

/**
 * The places of the rows as they are shown: `orderOf(rows, [{id: 'open', isDescending: true}, {id: 'due', isDescending: false}],
 * ...)` begins with the place of the largest, and the oldest of these. Money stands by currency, that of most rows first.
 */
export function orderOf<Row>(
  rows: readonly Row[],
  sort: readonly SortBy[],
  reader: OrderReader<Row>,
): readonly number[] {
  return atOnce(orderIn(rows, sort, reader));
}

/** The same in slices. */
export function* orderIn<Row>(
  rows: readonly Row[],
  sort: readonly SortBy[],
  reader: OrderReader<Row>,
): Slices<readonly number[]> {
  const orders: { keys: Float64Array; before: 1 | -1 }[] = [];
  for (const { id, isDescending } of sort) {
    const column = reader.columns.find((candidate) => candidate.id === id);
    if (!column) continue;
    for (const keys of yield* keysOf(rows, column, reader)) orders.push({ keys, before: isDescending ? 1 : -1 });
  }
  const asTheyCame: number[] = [];
  yield* eachPlace(rows.length, (place) => asTheyCame.push(place));
  if (orders.length === 0) return asTheyCame;
  const places = yield* sorted(asTheyCame, (left, right) => {
    for (const { keys, before } of orders) {
      const leftKey = keys[left] ?? BLANK;
      const rightKey = keys[right] ?? BLANK;
      if (leftKey !== rightKey) return leftKey < rightKey ? before : -before;
    }
    return left - right;
  });
  const first = reader.columns.find(({ id }) => id === sort[0]?.id);
  const [currencies] = first?.kind === 'money' ? yield* keysOf(rows, first, reader) : [];
  return currencies ? yield* commonestFirst(places, currencies) : places;
}

/**
 * Rows sorted by amount, with the currency of most rows first, the others after it, each in the order it had, blanks last. Amounts
 * of two currencies have no order between them, and nobody looks for the rare one first.
 */
function* commonestFirst(places: readonly number[], currencies: Float64Array): Slices<readonly number[]> {
  const groups = new Map<number, number[]>();
  yield* eachPlace(places.length, (at) => {
    const place = places[at] ?? 0;
    const currency = currencies[place] ?? BLANK;
    const group = groups.get(currency);
    if (group) group.push(place);
    else groups.set(currency, [place]);
  });
  if (groups.size < 2) return places;
  const blanks = groups.get(BLANK) ?? [];
  groups.delete(BLANK);
  const bySize = [...groups.values()].sort((left, right) => right.length - left.length);
  return [...bySize, blanks].flat();
}

function* keysOf<Row>(rows: readonly Row[], column: GridColumn<Row>, reader: OrderReader<Row>): Slices<SortKeys> {
  const known = reader.memory.get(column.id);
  if (known?.column === column && known.rows === rows) return known.keys;
  const keys = yield* readKeys(rows, column, reader.collator);
  reader.memory.set(column.id, { column, rows, keys });
  return keys;
}

function* readKeys<Row>(rows: readonly Row[], column: GridColumn<Row>, collator: Intl.Collator): Slices<SortKeys> {
  switch (column.kind) {
    case 'money':
      return yield* moneyKeys(rows, column.value);
    case 'count':
    case 'days':
      return [yield* numbersOf(rows, (row) => column.value(row) ?? BLANK)];
    case 'text':
      return [yield* textKeys(rows, column.value, collator)];
    case 'date':
      return [yield* numbersOf(rows, (row) => dayKey(column.value(row)))];
    case 'instant':
      return [yield* numbersOf(rows, (row) => instantKey(column.value(row)))];
  }
}

/** "2026-11-09" is 20261109. */
function dayKey(day: string | null): number {
  return day === null || day === '' ? BLANK : Number(day.replaceAll('-', ''));
}

const MICROS_PER_MS = 1000;

/** Microseconds since 1970, of which a plain number holds those of some centuries. */
function instantKey(instant: string | null): number {
  if (instant === null || instant === '') return BLANK;
  const [, micros = ''] = /\.\d{3}(\d{1,3})/.exec(instant) ?? [];
  return Date.parse(instant) * MICROS_PER_MS + Number(micros.padEnd(3, '0'));
}

/** Texts repeat: each is compared once, and rows then by the place of theirs. */
function* textKeys<Row>(
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
  collator: Intl.Collator,
): Slices<Float64Array> {
  const texts = yield* mapped(rows, textOf);
  const places = yield* placesIn(texts, collator);
  return yield* numbersOf(texts, (text) => (text === null ? BLANK : (places.get(text) ?? BLANK)));
}

/** The currency, then the amount in minor units; amounts beyond what a plain number holds exactly are ranked instead. */
function* moneyKeys<Row>(rows: readonly Row[], readMoney: (row: Row) => MoneyText | null): Slices<SortKeys> {
  const values = yield* mapped(rows, readMoney);
  const found = new Set<string>();
  yield* eachPlace(values.length, (place) => {
    const value = values[place];
    if (value) found.add(value.currency);
  });
  const places = new Map([...found].sort().map((code, place) => [code, place]));
  const currencies = yield* numbersOf(values, (value) =>
    value === null ? BLANK : (places.get(value.currency) ?? BLANK),
  );
  let isExact = true;
  const exact = yield* numbersOf(values, (value) => {
    const amount = value === null ? 0 : exactMinorOf(value);
    isExact &&= amount !== null;
    return amount ?? 0;
  });
  return [currencies, isExact ? exact : yield* ranksOf(values)];
}

function* ranksOf(values: readonly (MoneyText | null)[]): Slices<Float64Array> {
  const amounts = yield* mapped(values, (value) => (value === null ? 0n : minorOf(value)));
  const inOrder = yield* sorted([...new Set(amounts)], (left, right) => (left < right ? -1 : left > right ? 1 : 0));
  const ranks = new Map<bigint, number>();
  yield* eachPlace(inOrder.length, (rank) => ranks.set(inOrder[rank] ?? 0n, rank));
  return yield* numbersOf(amounts, (amount) => ranks.get(amount) ?? BLANK);
}
