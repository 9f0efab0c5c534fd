/** Which cell is active and which are selected, kept on the same row when rows are sorted, filtered or come in. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { GridLine } from './grouping.ts';
import { afterMove, type CellPlace, insideOf, type Move, oneCell, type Range } from './range.ts';

const START: Range = oneCell({ row: 0, column: 0 });

export interface GridRangeInput<Row> {
  /** Lines as shown: rows, and the lines of their groups. */
  readonly lines: readonly GridLine<Row>[];
  readonly columnCount: number;
  /** The row that the page holds open, when it holds one. */
  readonly activeId: string | null | undefined;
  readonly onActive: ((row: Row) => void) | undefined;
  readonly scrollTo: (row: number) => void;
}

export function useGridRange<Row>(input: GridRangeInput<Row>) {
  const { lines, columnCount, activeId, onActive, scrollTo } = input;
  const [range, setRange] = useState<Range>(START);
  const activeRowId = useRef<string | null>(null);
  const extent = { rows: lines.length, columns: columnCount };

  const take = useCallback(
    (next: Range, isPointed = false) => {
      setRange(next);
      const line = lines[next.focus.row];
      if (next.focus.row >= 0) scrollTo(next.focus.row);
      if (line === undefined) return;
      // A row that the page has closed since is opened by the next touch, also when it is still the active one; and one that is pointed at
      // in any case, since a page may show the first by itself without anybody having opened it.
      const isOpen = line.id === activeRowId.current && line.id === activeId;
      if (line.kind === 'row' && (isPointed || !isOpen)) onActive?.(line.row);
      activeRowId.current = line.id;
    },
    [lines, activeId, onActive, scrollTo],
  );

  useFollowRows({ lines, columnCount, activeRowId, setRange });
  useFollowPage({ lines, activeId, activeRowId, setRange, scrollTo });

  return {
    range,
    move: (move: Move, isExtending: boolean, rowsPerPage: number) =>
      take(afterMove(range, { move, isExtending, rowsPerPage }, extent)),
    start: (place: CellPlace) => take(oneCell(place), true),
    extendTo: (place: CellPlace) => take({ anchor: range.anchor, focus: place }),
    all: () => {
      if (lines.length === 0) return;
      setRange({ anchor: { row: 0, column: 0 }, focus: { row: lines.length - 1, column: columnCount - 1 } });
    },
    collapse: () => setRange(oneCell(range.focus)),
  };
}

/** When the order or the number of rows changes, the active cell stays with its row; a selection of many is given up. */
function useFollowRows<Row>(input: {
  lines: readonly GridLine<Row>[];
  columnCount: number;
  activeRowId: React.RefObject<string | null>;
  setRange: React.Dispatch<React.SetStateAction<Range>>;
}): void {
  const { lines, columnCount, activeRowId, setRange } = input;
  useLayoutEffect(() => {
    const extent = { rows: lines.length, columns: columnCount };
    setRange((now) => {
      const inside = insideOf(now, extent);
      const isSame = lines[inside.focus.row]?.id === activeRowId.current;
      if (isSame || activeRowId.current === null) return samePlaces(now, inside) ? now : inside;
      const found = lines.findIndex((line) => line.id === activeRowId.current);
      return oneCell(found < 0 ? inside.focus : { row: found, column: inside.focus.column });
    });
  }, [lines, columnCount, activeRowId, setRange]);
}

/** The page may open a row by itself: a link, the browser's back button, the next receipt after one is done. */
function useFollowPage<Row>(input: {
  lines: readonly GridLine<Row>[];
  activeId: string | null | undefined;
  activeRowId: React.RefObject<string | null>;
  setRange: React.Dispatch<React.SetStateAction<Range>>;
  scrollTo: (row: number) => void;
}): void {
  const { lines, activeId, activeRowId, setRange, scrollTo } = input;
  useEffect(() => {
    if (!activeId || activeId === activeRowId.current) return;
    const found = lines.findIndex((line) => line.id === activeId);
    if (found < 0) return;
    activeRowId.current = activeId;
    setRange((now) => oneCell({ row: found, column: now.focus.column }));
    scrollTo(found);
  }, [lines, activeId, activeRowId, setRange, scrollTo]);
}

function samePlaces(left: Range, right: Range): boolean {
  return (
    left.anchor.row === right.anchor.row &&
    left.anchor.column === right.anchor.column &&
    left.focus.row === right.focus.row &&
    left.focus.column === right.focus.column
  );
}
