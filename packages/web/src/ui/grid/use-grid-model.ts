/** From rows and columns to what is shown: order, filters, groups, columns and their widths. */
import type { LocalDate } from '@quittance/core/calendar';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Formats } from '../format/formats.ts';
import { arrange } from './arrangement.ts';
import { rowTest } from './column-filter.ts';
import { makeRowFilter, type RowFilter } from './filter.ts';
import type { GridColumn, GridView, SortBy } from './grid.types.ts';
import { type GridLine, groupedLines, rowLines } from './grouping.ts';
import { keepLayout, readLayout } from './layout.ts';
import { type KeyMemory, orderOf } from './ordering.ts';
import { phoneFirst, useIsPhone } from './phone.ts';
import { isTotalled } from './totals.ts';

const NARROWEST_COLUMN_PX = 44;
const WIDEST_COLUMN_PX = 900;
const PINNED_USUALLY = 1;

export interface GridModelInput<Row extends object> {
  readonly gridId: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly view: GridView;
  /** The server has left out what the quick filter does not want. */
  readonly isFilteredByServer: boolean;
  readonly formats: Formats;
  readonly timeZone: string;
  readonly today: LocalDate;
}

export function useGridModel<Row extends object>(input: GridModelInput<Row>) {
  const { columns, rows, view } = input;
  const layout = useLayout(input);
  const { widths } = layout;
  const groupColumns = useMemo(
    () => view.groups.flatMap((id) => columns.find((column) => column.id === id) ?? []),
    [view.groups, columns],
  );
  // Sorted once and then filtered, so that a key typed into the filter sorts nothing.
  const sortText = JSON.stringify(sortingOf(view.sort, view.groups));
  const memory = useRef<KeyMemory<Row>>(new Map());
  const { locale } = input.formats;
  const order = useMemo(() => {
    const sort = JSON.parse(sortText) as SortBy[];
    if (sort.length === 0) return null;
    const collator = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
    return orderOf(rows, sort, { columns, collator, memory: memory.current });
  }, [rows, columns, sortText, locale]);
  const passing = usePassingRows(input);
  const shownRows = useMemo(() => inOrder(rows, order, passing), [rows, order, passing]);
  const isPhone = useIsPhone();
  const shownColumns = useMemo(() => {
    const usual = isPhone ? phoneFirst(columns) : columns;
    return arrange(usual, layout.columns);
  }, [columns, layout.columns, isPhone]);
  const grouped = useGroupedLines({
    ...input,
    shownRows,
    passingRows: passing?.rows ?? rows,
    shownColumns,
    groupColumns,
  });
  const pinned = Math.min(layout.pinned ?? PINNED_USUALLY, shownColumns.length);
  return {
    shownRows,
    passingRows: passing?.rows ?? rows,
    shownColumns,
    ...grouped,
    ...tracksOf(shownColumns, widths, pinned),
    ...layout,
    pinned,
  };
}

/** Address or view first, then what this browser remembers; what is set goes to both. */
function useLayout<Row extends object>({ gridId, view }: Pick<GridModelInput<Row>, 'gridId' | 'view'>) {
  const [widths, setWidths] = useState<Readonly<Record<string, number>>>(() => readLayout(gridId).widths);
  const [own, setOwn] = useState(() => readLayout(gridId));
  const columns = view.columns ?? own.columns;
  const pinned = view.pinned ?? own.pinned;
  useEffect(
    () => keepLayout(gridId, { widths, columns: own.columns, pinned: own.pinned }),
    [gridId, widths, own.columns, own.pinned],
  );
  const setWidth = (columnId: string, px: number | null): void =>
    setWidths(({ [columnId]: _, ...others }) =>
      px === null
        ? others
        : { ...others, [columnId]: Math.round(Math.max(NARROWEST_COLUMN_PX, Math.min(WIDEST_COLUMN_PX, px))) },
    );
  return {
    widths,
    setWidth,
    resetWidths: () => setWidths({}),
    columns,
    pinned,
    rememberColumns: (next: readonly string[] | null) => setOwn((now) => ({ ...now, columns: next })),
    rememberPinned: (next: number | null) => setOwn((now) => ({ ...now, pinned: next })),
  };
}

/** Groups first: their rows stand together in the order of the group, then in the order asked for. */
function sortingOf(sort: readonly SortBy[], groups: readonly string[]): SortBy[] {
  const ofGroups = groups.map((id) => sort.find((one) => one.id === id) ?? { id, isDescending: false });
  return [...ofGroups, ...sort.filter(({ id }) => !groups.includes(id))];
}

interface Passing<Row> {
  /** In the order in which they came. */
  readonly rows: readonly Row[];
  /** By the place of a row among all: 1 when it passes. */
  readonly marks: Uint8Array;
}

/** The rows that the filters leave, whatever their order; null when there is no filter. */
function usePassingRows<Row extends object>(input: GridModelInput<Row>): Passing<Row> | null {
  const { rows, columns, formats, today, timeZone } = input;
  const filter = useDeferredValue(input.isFilteredByServer ? '' : input.view.filter);
  const where = useDeferredValue(input.view.where);
  const rowFilter = useMemo(() => makeRowFilter(columns, formats), [columns, formats]);
  useReadAhead(rows, rowFilter);
  return useMemo(() => {
    const tests = columns.flatMap((column) => rowTest(column, where[column.id] ?? '', { today, timeZone }) ?? []);
    const ofWords = rowFilter.testOf(filter);
    if (ofWords) tests.push(ofWords);
    if (tests.length === 0) return null;
    const marks = Uint8Array.from(rows, (row) => (tests.every((test) => test(row)) ? 1 : 0));
    return { rows: rows.filter((_, place) => marks[place] === 1), marks };
  }, [rows, columns, rowFilter, filter, where, today, timeZone]);
}

/** Rows fewer than these are read within a key stroke. */
const READ_AHEAD_FROM_ROWS = 5_000;
/** After so long without new rows the list has come. */
const SETTLED_MS = 500;
const READ_AT_ONCE_ROWS = 500;

/** A long list is read for the quick filter while the browser has nothing else to do, so that the first key finds it read. */
function useReadAhead<Row extends object>(rows: readonly Row[], { readAhead }: RowFilter<Row>): void {
  useEffect(() => {
    if (rows.length < READ_AHEAD_FROM_ROWS) return;
    let next = 0;
    const idle = window.requestIdleCallback ?? ((act: () => void) => window.setTimeout(act));
    const readSome = (): void => {
      const end = Math.min(rows.length, next + READ_AT_ONCE_ROWS);
      for (const row of rows.slice(next, end)) readAhead(row);
      next = end;
      if (next < rows.length) idle(readSome);
    };
    const settled = window.setTimeout(() => idle(readSome), SETTLED_MS);
    return () => {
      window.clearTimeout(settled);
      next = rows.length;
    };
  }, [rows, readAhead]);
}

function inOrder<Row>(rows: readonly Row[], order: Uint32Array | null, passing: Passing<Row> | null): readonly Row[] {
  if (order === null) return passing?.rows ?? rows;
  const shown: Row[] = [];
  for (const place of order) {
    const row = rows[place];
    if (row !== undefined && passing?.marks[place] !== 0) shown.push(row);
  }
  return shown;
}

function useGroupedLines<Row extends object>(
  input: GridModelInput<Row> & {
    shownRows: readonly Row[];
    passingRows: readonly Row[];
    shownColumns: readonly GridColumn<Row>[];
    groupColumns: readonly GridColumn<Row>[];
  },
) {
  const { shownRows, passingRows, shownColumns, groupColumns, rowId, timeZone } = input;
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const shown = useMemo((): readonly GridLine<Row>[] => {
    if (groupColumns.length === 0) return rowLines(shownRows, rowId);
    const totalled = shownColumns.filter(isTotalled);
    return groupedLines(shownRows, {
      columns: groupColumns,
      totalled,
      closed,
      rowId,
      timeZone,
      asTheyCame: passingRows,
    });
  }, [shownRows, passingRows, shownColumns, groupColumns, closed, rowId, timeZone]);
  const isGrouped = groupColumns.length > 0;
  return {
    lines: shown,
    isGrouped,
    groupColumns,
    closedCount: closed.size,
    setClosed,
    setGroupOpen: (groupId: string, isOpen: boolean) =>
      setClosed((now) => {
        const next = new Set(now);
        if (isOpen) next.delete(groupId);
        else next.add(groupId);
        return next;
      }),
  };
}

/** Tracks of the columns and where the pinned ones stand from the left, which must be known: they do not grow. */
function tracksOf<Row>(columns: readonly GridColumn<Row>[], widths: Readonly<Record<string, number>>, pinned: number) {
  const widthOf = (column: GridColumn<Row>): number => widths[column.id] ?? column.width;
  const track = (column: GridColumn<Row>, index: number): string => {
    const isFixed = widths[column.id] !== undefined || !column.grow || index < pinned - 1;
    return isFixed ? `${widthOf(column)}px` : `minmax(${column.width}px, 1fr)`;
  };
  const lefts: number[] = [];
  let left = 0;
  for (const column of columns.slice(0, pinned)) {
    lefts.push(left);
    left += widthOf(column);
  }
  return {
    template: columns.map(track).join(' '),
    minWidth: columns.reduce((sum, column) => sum + widthOf(column), 0),
    lefts,
  };
}
