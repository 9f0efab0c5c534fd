/** From rows and columns to what is shown: order, filter, visible columns and their widths. */
import {
  type ColumnDef,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { remember, remembered } from '../../app/preferences.ts';
import type { Formats } from '../format/formats.ts';
import { commonCurrencyFirst, compareKeys, type SortKey, sortKeyOf } from './cell.ts';
import { makeRowFilter } from './filter.ts';
import type { GridColumn, SortBy } from './grid.types.ts';

export const gridFeatures = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  columnVisibilityFeature,
  columnSizingFeature,
  columnResizingFeature,
});

const NARROWEST_COLUMN_PX = 44;
const WIDEST_COLUMN_PX = 900;

/** The table works on lines, so that a row of any type keeps its own shape. */
interface Line<Row> {
  readonly row: Row;
}

interface Layout {
  readonly widths: Readonly<Record<string, number>>;
  readonly shown: Readonly<Record<string, boolean>>;
}

export interface GridModelInput<Row extends object> {
  readonly gridId: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly filter: string;
  readonly sort: SortBy | null;
  readonly formats: Formats;
}

export function useGridModel<Row extends object>(input: GridModelInput<Row>) {
  const { gridId, columns, rows, formats, rowId } = input;
  const filter = useDeferredValue(input.filter);
  const filterRows = useMemo(() => makeRowFilter(columns, formats), [columns, formats]);
  const lines = useMemo(() => rows.map((row): Line<Row> => ({ row })), [rows]);
  const definitions = useMemo(() => columns.map((column) => definitionOf(column, formats)), [columns, formats]);
  const [widths, setWidths] = useState(() => readLayout(gridId).widths);
  const [shown, setShown] = useState(() => ({ ...hiddenAtFirst(columns), ...readLayout(gridId).shown }));
  useEffect(() => {
    remember(layoutKey(gridId), JSON.stringify({ widths, shown } satisfies Layout));
  }, [gridId, widths, shown]);

  // The table sorts anew whenever this list is another one.
  const sortId = input.sort?.id;
  const isDescending = input.sort?.isDescending ?? false;
  const sorting = useMemo(() => (sortId ? [{ id: sortId, desc: isDescending }] : []), [sortId, isDescending]);
  const table = useTable({
    features: gridFeatures,
    columns: definitions,
    data: lines,
    getRowId: (line: Line<Row>) => rowId(line.row),
    columnResizeMode: 'onChange',
    enableSortingRemoval: true,
    state: {
      sorting,
      columnSizing: widths,
      columnVisibility: shown,
    },
    onColumnSizingChange: (next) => setWidths((now) => (typeof next === 'function' ? next(now) : next)),
    onColumnVisibilityChange: (next) => setShown((now) => (typeof next === 'function' ? next(now) : next)),
  });
  // Sorted once and then filtered, so that a key typed into the filter sorts nothing.
  const sortedRows = table.getRowModel().rows;
  const sortedColumn = columns.find(({ id }) => id === sortId);
  const ordered = useMemo(() => {
    const inOrder = sortedRows.map((line) => line.original.row);
    return sortedColumn ? commonCurrencyFirst(inOrder, sortedColumn) : inOrder;
  }, [sortedRows, sortedColumn]);
  const shownRows = useMemo(() => filterRows(ordered, filter), [filterRows, ordered, filter]);
  const shownColumns = useMemo(() => columns.filter((column) => shown[column.id] !== false), [columns, shown]);
  const template = shownColumns.map((column) => trackOf(column, widths[column.id])).join(' ');
  const minWidth = shownColumns.reduce((sum, column) => sum + (widths[column.id] ?? column.width), 0);
  return { table, shownRows, shownColumns, template, minWidth, shown, setShown, setWidths, isFiltered: filter !== '' };
}

function definitionOf<Row extends object>(
  column: GridColumn<Row>,
  formats: Formats,
): ColumnDef<typeof gridFeatures, Line<Row>> {
  const collator = new Intl.Collator(formats.locale, { numeric: true, sensitivity: 'base' });
  // What a row is sorted by is read once, not once for each comparison.
  const keys = new WeakMap<Row, { readonly key: SortKey }>();
  const keyOf = ({ row }: Line<Row>): SortKey => {
    const known = keys.get(row);
    if (known) return known.key;
    const key = sortKeyOf(column.value(row));
    keys.set(row, { key });
    return key;
  };
  return {
    id: column.id,
    header: column.header,
    size: column.width,
    minSize: NARROWEST_COLUMN_PX,
    maxSize: WIDEST_COLUMN_PX,
    accessorFn: keyOf,
    sortUndefined: false,
    sortFn: (left, right) => compareKeys(keyOf(left.original), keyOf(right.original), collator),
    // Amounts, counts and lateness are looked at from the largest down.
    sortDescFirst: column.kind === 'money' || column.kind === 'count' || column.kind === 'days',
  };
}

/** A column that was widened by hand keeps that width; one that grows takes its share of what is left. */
function trackOf<Row>(column: GridColumn<Row>, width: number | undefined): string {
  if (width !== undefined) return `${width}px`;
  return column.grow ? `minmax(${column.width}px, 1fr)` : `${column.width}px`;
}

function hiddenAtFirst<Row>(columns: readonly GridColumn<Row>[]): Record<string, boolean> {
  return Object.fromEntries(columns.filter((column) => column.isHiddenAtFirst).map((column) => [column.id, false]));
}

function layoutKey(gridId: string): string {
  return `quittance.grid.${gridId}`;
}

function readLayout(gridId: string): { widths: Record<string, number>; shown: Record<string, boolean> } {
  try {
    const stored: unknown = JSON.parse(remembered(layoutKey(gridId)) ?? '{}');
    return { widths: recordOf(stored, 'widths', 'number'), shown: recordOf(stored, 'shown', 'boolean') };
  } catch {
    return { widths: {}, shown: {} };
  }
}

/** Storage may hold anything: only entries of the expected type are taken over. */
function recordOf<Kind extends 'number' | 'boolean'>(
  stored: unknown,
  part: string,
  kind: Kind,
): Record<string, Kind extends 'number' ? number : boolean> {
  const held = (stored as Record<string, unknown> | null)?.[part] ?? {};
  const kept = Object.entries(held).filter(([, value]) => typeof value === kind);
  return Object.fromEntries(kept) as Record<string, Kind extends 'number' ? number : boolean>;
}
