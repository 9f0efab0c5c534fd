/** Rows in order: by several columns, equal ones as they came. What a row is ordered by is read once for each column. */
import { compareKeys, type SortKey, sortKeyOf } from './cell.ts';
import type { GridColumn, SortBy } from './grid.types.ts';

/** Keeps the keys of rows while columns and rows stay the same: a second order reads none again. */
export type KeyMemory<Row extends object> = Map<
  string,
  { readonly column: GridColumn<Row>; readonly rows: readonly Row[]; readonly keys: WeakMap<Row, SortKey> }
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
    return column ? [{ keys: keysOf(rows, column, reader), direction: isDescending ? -1 : 1 }] : [];
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
  reader: { readonly collator: Intl.Collator; readonly memory: KeyMemory<Row> },
): WeakMap<Row, SortKey> {
  const known = reader.memory.get(column.id);
  if (known?.column === column && known.rows === rows) return known.keys;
  const keys = new WeakMap<Row, SortKey>();
  if (column.kind === 'text') setRanks(rows, (row) => column.value(row), { keys, collator: reader.collator });
  else for (const row of rows) keys.set(row, sortKeyOf(column.value(row)));
  reader.memory.set(column.id, { column, rows, keys });
  return keys;
}

/** Texts repeat: each is compared in the reader's alphabet once, and rows then by the place of theirs. */
function setRanks<Row extends object>(
  rows: readonly Row[],
  textOf: (row: Row) => string | null,
  to: { readonly keys: WeakMap<Row, SortKey>; readonly collator: Intl.Collator },
): void {
  const texts = [...new Set(rows.map(textOf))].filter((text) => text !== null).sort(to.collator.compare);
  const ranks = new Map<string, number>();
  let rank = 0;
  for (const [index, text] of texts.entries()) {
    if (index > 0 && to.collator.compare(texts[index - 1] ?? '', text) !== 0) rank += 1;
    ranks.set(text, rank);
  }
  for (const row of rows) {
    const text = textOf(row);
    to.keys.set(row, text === null ? null : (ranks.get(text) ?? null));
  }
}
