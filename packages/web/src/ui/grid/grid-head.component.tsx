// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are laid out by CSS grid, which takes the roles away from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and points to its active cell (aria-activedescendant)
import type { ReactNode } from 'react';
import styles from './grid.module.css';
import type { SortBy } from './grid.types.ts';
import { isRightAligned, type ShownColumn } from './grid-cell.component.tsx';
import { cellElementId } from './grid-row.component.tsx';

/** The next order of a column: amounts, counts and lateness begin with the largest, the rest with the first. */
export function nextSort<Row>(now: SortBy | null, column: ShownColumn<Row>['column']): SortBy | null {
  const isDescendingFirst = isRightAligned(column.kind);
  if (now?.id !== column.id) return { id: column.id, isDescending: isDescendingFirst };
  return now.isDescending === isDescendingFirst ? { id: column.id, isDescending: !isDescendingFirst } : null;
}

export function GridHead<Row>(props: {
  gridId: string;
  columns: readonly ShownColumn<Row>[];
  sort: SortBy | null;
  activeColumn: number;
  tick: { label: string; state: 'none' | 'some' | 'all'; toggleAll: () => void } | null;
  resizeHandler: (columnId: string) => (event: unknown) => void;
  resetWidth: (columnId: string) => void;
}): ReactNode {
  const tickShift = props.tick ? 2 : 1;
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.headRow} data-row={-1}>
        {props.tick && (
          <div role="columnheader" aria-colindex={1} className={styles.tick}>
            <input
              type="checkbox"
              tabIndex={-1}
              aria-label={props.tick.label}
              checked={props.tick.state === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = props.tick?.state === 'some';
              }}
              onChange={props.tick.toggleAll}
            />
          </div>
        )}
        {props.columns.map((shown) => (
          <HeadCell key={shown.column.id} shown={shown} columnIndex={shown.index + tickShift} {...props} />
        ))}
      </div>
    </div>
  );
}

function HeadCell<Row>(props: {
  gridId: string;
  shown: ShownColumn<Row>;
  columnIndex: number;
  sort: SortBy | null;
  activeColumn: number;
  resizeHandler: (columnId: string) => (event: unknown) => void;
  resetWidth: (columnId: string) => void;
}): ReactNode {
  const { shown, sort } = props;
  const { column } = shown;
  const order = sort?.id === column.id ? (sort.isDescending ? 'descending' : 'ascending') : 'none';
  const startResize = props.resizeHandler(column.id);
  return (
    <div
      role="columnheader"
      id={cellElementId(props.gridId, -1, shown.index)}
      aria-colindex={props.columnIndex}
      aria-sort={order}
      className={styles.headCell}
      data-column={shown.index}
      data-right={isRightAligned(column.kind) || undefined}
      data-active={shown.index === props.activeColumn || undefined}
      title={column.header}
    >
      <span className={styles.headText}>{column.header}</span>
      {shown.currency && <span className={styles.headCurrency}>{shown.currency}</span>}
      {order !== 'none' && <span aria-hidden="true">{order === 'ascending' ? '↑' : '↓'}</span>}
      <span
        aria-hidden="true"
        className={styles.resizer}
        data-resizer=""
        onMouseDown={startResize}
        onTouchStart={startResize}
        onDoubleClick={() => props.resetWidth(column.id)}
      />
    </div>
  );
}
