/** Puts the parts of a grid together: model, virtual rows, range, keys, mouse, clipboard. */
import { type RefObject, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useDensity } from '../../app/preferences.ts';
import { useTimeZone, useToday } from '../format/formats.context.ts';
import type { Formats } from '../format/formats.ts';
import { onlyCurrency } from './cell.ts';
import type { GridProps } from './grid.component.tsx';
import type { CellValue, GridColumn, GridView } from './grid.types.ts';
import { type CellReader, makeDraw, type ShownColumn } from './grid-cell.component.tsx';
import { cellElementId } from './grid-row.component.tsx';
import type { GridLine } from './grouping.ts';
import { cellCount, isOneCell, type Range, rectangleOf } from './range.ts';
import { tallyOf } from './tally.ts';
import { footOf } from './totals.ts';
import { type GridNotice, useGridEdits } from './use-grid-edits.ts';
import { useGridHandlers } from './use-grid-handlers.ts';
import { useGridModel } from './use-grid-model.ts';
import { useGridRange } from './use-grid-range.ts';
import { useRowKeys } from './use-row-keys.ts';

/** Row heights in pixels, the same as `--grid-row` in theme.css. */
const ROW_HEIGHT = { compact: 24, regular: 28, comfortable: 34 } as const;

export interface GridInput<Row extends object> extends GridProps<Row> {
  readonly view: GridView;
  readonly setView: (view: GridView) => void;
  readonly formats: Formats;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly filterField: RefObject<HTMLInputElement | null>;
  readonly openPanel: (columnId: string) => void;
  /** Every row is wanted, seen or not: they are being exported. */
  readonly wantsAll: boolean;
}

export function useGrid<Row extends object>(input: GridInput<Row>) {
  const { rows, rowId, ticks, load, scroller, view } = input;
  const { t } = useTexts();
  const rowHeight = ROW_HEIGHT[useDensity()];
  const timeZone = useTimeZone();
  const today = useToday();
  const isFilteredByServer = input.isFilteredByServer ?? false;
  // The server's totals are of all rows: of some, the grid adds for itself.
  const givenFoot = view.filter === '' && Object.keys(view.where).length === 0 ? input.foot : undefined;
  const areSumsGiven = givenFoot !== undefined;
  const model = useGridModel({ ...input, gridId: input.id, isFilteredByServer, areSumsGiven, timeZone, today });
  const { lines, shownRows, sums, shownColumns } = model;
  const columns = useShownColumns(rows, shownColumns, model.lefts, input.formats);
  const isWhole = !load.hasMore;
  const foot = useMemo(
    () => givenFoot ?? footOf(sums, isWhole ? t('grid.total') : t('grid.totalLoaded')),
    [givenFoot, sums, isWhole, t],
  );

  const toRow = useRef<(row: number) => void>(() => {});
  const scrollTo = useCallback((row: number) => toRow.current(row), []);
  const gridRange = useGridRange({
    activeId: input.activeId,
    onActive: input.onActive,
    lines,
    columnCount: columns.length,
    scrollTo,
  });
  const { range } = gridRange;
  const tally = useTally(range, lines, shownColumns);

  const isAlone = input.activeId === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was open beside the grid takes the focus with it when it closes
  useEffect(() => {
    if (input.isMain && document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, [input.isMain, scroller, isAlone]);

  useColumnInSight(scroller, input.id, range);

  const [notice, setNotice] = useState<GridNotice | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said of the old selection is over
  useEffect(() => setNotice(null), [range]);
  const endEdit = useCallback(
    (move: 'down' | 'stay') => {
      setEditing(null);
      scroller.current?.focus({ preventScroll: true });
      if (move === 'down') gridRange.move('down', false, 1);
    },
    [gridRange, scroller],
  );
  const edits = useGridEdits({ ...input, lines, placed: columns, range, setNotice });
  const handlers = useGridHandlers({
    ...input,
    lines,
    shownColumns,
    gridRange,
    edits,
    editing,
    setEditing,
    setGroupOpen: model.setGroupOpen,
    rowsPerPage: Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 0) - rowHeight * (foot.length + 1)) / rowHeight),
    ),
    widen: (columnId, byPx) => model.setWidth(columnId, (widthNow(input.id, columns, columnId) ?? 0) + byPx),
  });
  const rowKeys = useRowKeys({
    ...{ rowKeys: input.rowKeys, lines, row: range.focus.row, rowHeight, scroller, setNotice },
    toRow: scrollTo,
    moveOn: () => gridRange.move('down', false, 1),
  });
  const tickLabel = t('grid.tick');
  const headTick = useHeadTick(shownRows, rowId, ticks);

  return {
    model,
    /** Takes the focus and moves on from the active row. */
    enter: (move: 'up' | 'down') => {
      scroller.current?.focus({ preventScroll: true });
      gridRange.move(move, false, 1);
    },
    columns,
    foot,
    range,
    rowHeight,
    toRow,
    wantsAll: input.wantsAll || needsAllRows(view, isFilteredByServer),
    tally,
    notice,
    setNotice,
    handlers,
    rowKeys,
    headTick,
    selectedPart: (index: number) => selectedPart(range, index),
    startResize: (columnId: string, fromX: number) => {
      const width = widthNow(input.id, columns, columnId);
      if (width !== null) followPointer(fromX, (byPx) => model.setWidth(columnId, width + byPx));
    },
    resetWidth: (columnId: string) => model.setWidth(columnId, null),
    lineState: (row: Row, index: number) => ({
      ...selectedPart(range, index),
      activeColumn: range.focus.row === index ? range.focus.column : -1,
      isActiveRow: range.focus.row === index,
      isTicked: ticks ? ticks.ids.has(rowId(row)) : null,
      editing: range.focus.row === index ? editing : null,
      endEdit: range.focus.row === index ? endEdit : doNothing,
      tickLabel,
      depth: model.groupColumns.length,
    }),
  };
}

/** As it is drawn, also of a column that has grown into the room there was. */
function widthNow<Row>(gridId: string, columns: readonly ShownColumn<Row>[], columnId: string): number | null {
  const shown = columns.find(({ column }) => column.id === columnId);
  const head = shown && document.getElementById(cellElementId(gridId, -1, shown.index));
  return head ? head.getBoundingClientRect().width : null;
}

/** Until the button or the finger is let go. */
function followPointer(fromX: number, moved: (byPx: number) => void): void {
  const follow = (event: PointerEvent): void => moved(event.clientX - fromX);
  const end = new AbortController();
  document.addEventListener('pointermove', follow, { signal: end.signal });
  for (const name of ['pointerup', 'pointercancel'] as const) {
    document.addEventListener(name, () => end.abort(), { signal: end.signal });
  }
}

/** An order, a group or a filter of rows that have not all come would be wrong. */
function needsAllRows(view: GridView, isFilteredByServer: boolean): boolean {
  const isFiltered = (view.filter !== '' && !isFilteredByServer) || Object.keys(view.where).length > 0;
  return isFiltered || view.sort.length > 0 || view.groups.length > 0;
}

/** The active column is scrolled into sight beside the first one, which stays where it is. */
function useColumnInSight(scroller: RefObject<HTMLDivElement | null>, gridId: string, { focus }: Range): void {
  const { row, column } = focus;
  useEffect(() => {
    const box = scroller.current;
    const cell = document.getElementById(cellElementId(gridId, row, column));
    if (!box || !cell || column === 0) return;
    const first = document.getElementById(cellElementId(gridId, row, 0));
    const seen = box.getBoundingClientRect();
    const place = cell.getBoundingClientRect();
    const left = first?.getBoundingClientRect().right ?? seen.left;
    if (place.right > seen.left + box.clientWidth) box.scrollLeft += place.right - seen.left - box.clientWidth;
    else if (place.left < left) box.scrollLeft -= left - place.left;
  }, [scroller, gridId, row, column]);
}

/** Kept the same for every row but the active one, so that the others are not drawn again. */
function doNothing(): void {}

function selectedPart(range: Range, row: number): { selectedFrom: number; selectedTo: number } {
  const { top, bottom, left, right } = rectangleOf(range);
  return row >= top && row <= bottom ? { selectedFrom: left, selectedTo: right } : { selectedFrom: -1, selectedTo: -1 };
}

function useShownColumns<Row extends object>(
  rows: readonly Row[],
  shownColumns: readonly GridColumn<Row>[],
  lefts: readonly number[],
  formats: Formats,
): readonly ShownColumn<Row>[] {
  const { t } = useTexts();
  const timeZone = useTimeZone();
  const leftText = lefts.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the places, whose array is new each time
  return useMemo(() => {
    const reader: CellReader = { formats, timeZone, daysText: (days) => t('date.days', { count: days }) };
    return shownColumns.map((column, index) => {
      const currency = onlyCurrency(rows, column);
      return { column, index, currency, left: lefts[index] ?? null, draw: makeDraw(column, currency, reader) };
    });
  }, [rows, shownColumns, leftText, formats, timeZone, t]);
}

/** The sum of a large selection is added after the selection has been drawn. */
function useTally<Row>(range: Range, lines: readonly GridLine<Row>[], columns: readonly GridColumn<Row>[]) {
  const later = useDeferredValue(range);
  return useMemo(() => {
    if (isOneCell(later) || lines.length === 0) return null;
    const { top, bottom, left, right } = rectangleOf(later);
    if (cellCount({ top, bottom, left, right }) < 2) return null;
    const picked = columns.slice(left, right + 1);
    return tallyOf(valuesOf(lines, picked, top, bottom));
  }, [later, lines, columns]);
}

function* valuesOf<Row>(
  lines: readonly GridLine<Row>[],
  columns: readonly GridColumn<Row>[],
  top: number,
  bottom: number,
): Generator<CellValue> {
  for (let index = top; index <= bottom; index += 1) {
    const line = lines[index];
    // The line of a group holds sums of rows that are counted themselves.
    if (line?.kind !== 'row') continue;
    for (const column of columns) yield column.value(line.row);
  }
}

function useHeadTick<Row>(rows: readonly Row[], rowId: (row: Row) => string, ticks: GridProps<object>['ticks']) {
  const { t } = useTexts();
  const ticked = ticks?.ids;
  const count = useMemo(
    () => (ticked && ticked.size > 0 ? rows.filter((row) => ticked.has(rowId(row))).length : 0),
    [rows, rowId, ticked],
  );
  if (!ticks) return null;
  const state = count === 0 ? ('none' as const) : count === rows.length ? ('all' as const) : ('some' as const);
  return { label: t('grid.tickAll'), state, toggleAll: () => ticks.toggle(rows.map(rowId), state !== 'all') };
}
