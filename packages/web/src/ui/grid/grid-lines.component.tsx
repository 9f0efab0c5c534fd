// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are laid out by CSS grid, which takes the roles away from table elements
/** The lines of a grid in sight. They are drawn by themselves: a turn of the wheel touches neither heading nor bar. */
import { type ReactNode, type RefObject, useEffect } from 'react';
import type { GridProps } from './grid.component.tsx';
import styles from './grid.module.css';
import { GridGroupRow } from './grid-group-row.component.tsx';
import { GridRow } from './grid-row.component.tsx';
import type { useGrid } from './use-grid.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';

/** Rows before the end at which the next page is asked for. */
const ROWS_AHEAD = 60;

/** The lines in sight: rows, and the lines of their groups. */
export function GridLines<Row extends object>(
  props: GridProps<Row> & {
    grid: ReturnType<typeof useGrid<Row>>;
    scroller: RefObject<HTMLDivElement | null>;
  },
): ReactNode {
  const { model, columns, range, lineState, selectedPart, rowHeight, toRow, foot } = props.grid;
  const { first, last, scrollToRow } = useRowsInSight({
    scroller: props.scroller,
    count: model.lines.length,
    rowHeight,
    // The head and the foot lie over the rows: a row is in sight only between them.
    covered: rowHeight * (foot.length + 1) + 2,
  });
  useEffect(() => {
    toRow.current = scrollToRow;
  }, [toRow, scrollToRow]);
  useMoreRows({
    load: props.load,
    lastSeen: last,
    shownCount: model.lines.length,
    wantsAll: props.grid.wantsAll,
  });
  return (
    <div role="rowgroup" className={styles.body} style={{ height: model.lines.length * rowHeight }}>
      {model.lines.slice(first, last + 1).map((line, place) => {
        const index = first + place;
        const where = { gridId: props.id, index, offset: index * rowHeight, columns };
        if (line.kind === 'row') {
          return <GridRow key={line.id} {...where} row={line.row} {...lineState(line.row, index)} />;
        }
        return (
          <GridGroupRow
            key={line.id}
            {...where}
            {...selectedPart(index)}
            line={line}
            groupColumn={props.columns.find(({ id }) => id === line.columnId)}
            withTicks={props.ticks !== undefined}
            activeColumn={range.focus.row === index ? range.focus.column : -1}
          />
        );
      })}
    </div>
  );
}

/** The next page comes before the end is reached; a filter or an order needs them all. */
function useMoreRows(input: {
  load: GridProps<object>['load'];
  lastSeen: number;
  shownCount: number;
  wantsAll: boolean;
}): void {
  const { load, lastSeen, shownCount, wantsAll } = input;
  const { hasMore, isBusy, error, loadMore } = load;
  const isNearEnd = wantsAll || lastSeen >= shownCount - ROWS_AHEAD;
  useEffect(() => {
    if (hasMore && isNearEnd && !isBusy && !error) loadMore?.();
  }, [hasMore, isNearEnd, isBusy, error, loadMore]);
}
