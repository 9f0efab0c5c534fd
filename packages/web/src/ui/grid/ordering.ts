/** Rows in order: by several columns, equal ones as they came. What a row is ordered by is read once for each column. */
import { compareKeys, type SortKey, sortKeyOf } from './cell.ts';
import type { GridColumn, SortBy } from './grid.types.ts';

/** Keeps the keys of rows while columns and rows stay the same: a second order reads none again. */
export type KeyMemory<Row extends object> = Map<
  string,
  { readonly column: GridColumn<Row>; readonly keys: WeakMap<Row, SortKey> }
>;

/** `orderedRows(rows, [{id: 'open', isDescending: true}, {id: 'due', isDescending: false}], ...)`: the largest first, then the oldest. */
export function orderedRows<Row extends object>(
  rows: readonly Row[],
  sort: readonly SortBy[],
  reader: {
    readonly columns: readonly GridColumn<Row>[];
    readonly collator: Intl.Collator;
    readonly memory: KeyMemory<Row>;
  },
): readonly Row[] {
  const orders = sort.flatMap(({ id, isDescending }) => {
    const column = reader.columns.find((candidate) => candidate.id === id);
    return column ? [{ keys: keysOf(rows, column, reader.memory), direction: isDescending ? -1 : 1 }] : [];
  });
  if (orders.length === 0) return rows;
  return [...rows].sort((left, right) => {
    for (const { keys, direction } of orders) {
      const order = compareKeys(keys.get(left) ?? null, keys.get(right) ?? null, reader.collator);
      if (order !== 0) return order * direction;
    }
    return 0;
  });
}

function keysOf<Row extends object>(
  rows: readonly Row[],
  column: GridColumn<Row>,
  memory: KeyMemory<Row>,
): WeakMap<Row, SortKey> {
  const known = memory.get(column.id);
  const keys = known?.column === column ? known.keys : new WeakMap<Row, SortKey>();
  for (const row of rows) if (!keys.has(row)) keys.set(row, sortKeyOf(column.value(row)));
  memory.set(column.id, { column, keys });
  return keys;
}
