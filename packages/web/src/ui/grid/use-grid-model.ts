/** From rows and columns to what is shown: order, filters, groups, columns and their widths. */
import type { LocalDate } from '@quittance/core/calendar';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Formats } from '../format/formats.ts';
import { arrange } from './arrangement.ts';
import { rowTest } from './column-filter.ts';
import { makeRowFilter, type RowFilter } from './filter.ts';
import type { GridColumn, GridView, SortBy } from './grid.types.ts';
import { keepLayout, readLayout } from './layout.ts';
import { phoneFirst, useIsPhone } from './phone.ts';
import { type Shaped, type ShapeInput, type ShapeMemory, shapedRows, shapeMemory } from './shaped-rows.ts';
import { useSliced } from './use-sliced.ts';

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
  readonly areSumsGiven: boolean;
  readonly formats: Formats;
  readonly timeZone: string;
  readonly today: LocalDate;
}

export function useGridModel<Row extends object>(input: GridModelInput<Row>) {
  const { columns, view } = input;
  const layout = useLayout(input);
  const { widths } = layout;
  const groupColumns = useMemo(
    () => view.groups.flatMap((id) => columns.find((column) => column.id === id) ?? []),
    [view.groups, columns],
  );
  const isPhone = useIsPhone();
  const shownColumns = useMemo(() => {
    const usual = isPhone ? phoneFirst(columns) : columns;
    return arrange(usual, layout.columns);
  }, [columns, layout.columns, isPhone]);
  const groups = useClosedGroups(groupColumns);
  const shaped = useShapedRows({ ...input, shownColumns, groupColumns, closed: groups.closed });
  const pinned = Math.min(layout.pinned ?? PINNED_USUALLY, shownColumns.length);
  return {
    ...shaped,
    shownColumns,
    groupColumns,
    ...groups,
    ...tracksOf(shownColumns, widths, pinned),
    ...layout,
    pinned,
  };
}

/** From here on a list is put into shape in slices; a shorter one is within a few milliseconds. */
const LONG_FROM_ROWS = 3_000;

const NOTHING_SHAPED: Shaped<never> = { shownRows: [], passingRows: [], lines: [], sums: new Map() };

/** `isBehind`: the lines are still those of before. */
function useShapedRows<Row extends object>(
  input: GridModelInput<Row> & Pick<ShapeInput<Row>, 'shownColumns' | 'groupColumns' | 'closed'>,
): Shaped<Row> & { readonly isBehind: boolean } {
  const { rows, columns, shownColumns, groupColumns, closed, timeZone, areSumsGiven, view } = input;
  const rowId = useSteady(input.rowId);
  const { locale } = input.formats;
  const sortText = JSON.stringify(sortingOf(view.sort, view.groups));
  const tests = useRowTests(input);
  const memory = useRef<ShapeMemory<Row>>(shapeMemory());
  const start = useCallback(
    () =>
      shapedRows(
        {
          ...{ rows, columns, shownColumns, groupColumns, tests, closed, rowId, timeZone, locale, areSumsGiven },
          sort: JSON.parse(sortText) as SortBy[],
        },
        memory.current,
      ),
    [rows, columns, shownColumns, groupColumns, tests, closed, rowId, timeZone, locale, areSumsGiven, sortText],
  );
  const { result, isBehind } = useSliced(start, rows.length >= LONG_FROM_ROWS);
  return { ...(result ?? NOTHING_SHAPED), isBehind };
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

/** Pages write it in place, anew with each drawing; it always says the same. */
function useSteady<Row>(rowId: (row: Row) => string): (row: Row) => string {
  const latest = useRef(rowId);
  latest.current = rowId;
  return useCallback((row: Row) => latest.current(row), []);
}

/** What a row has to pass; none when there is no filter. */
function useRowTests<Row extends object>(input: GridModelInput<Row>): readonly ((row: Row) => boolean)[] {
  const { rows, columns, formats, today, timeZone } = input;
  const filter = useDeferredValue(input.isFilteredByServer ? '' : input.view.filter);
  const where = useDeferredValue(input.view.where);
  const rowFilter = useMemo(() => makeRowFilter(columns, formats), [columns, formats]);
  useReadAhead(rows, rowFilter);
  return useMemo(() => {
    const tests = columns.flatMap((column) => rowTest(column, where[column.id] ?? '', { today, timeZone }) ?? []);
    const ofWords = rowFilter.testOf(filter);
    return ofWords ? [...tests, ofWords] : tests;
  }, [columns, rowFilter, filter, where, today, timeZone]);
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

/** Which groups are closed, and how they open. */
function useClosedGroups(groupColumns: readonly unknown[]) {
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  return {
    closed,
    isGrouped: groupColumns.length > 0,
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
