// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are laid out by CSS grid, which takes the roles away from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and points to its active cell (aria-activedescendant)
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Icon } from '../icon/icon.component.tsx';
import styles from './grid.module.css';
import type { SortBy } from './grid.types.ts';
import { isRightAligned, type ShownColumn } from './grid-cell.component.tsx';
import { cellElementId } from './grid-row.component.tsx';
import { SORTS_MAX } from './grid-view.ts';

/**
 * The next order of a column: amounts, counts and lateness begin with the largest, the rest with the first; then the other
 * way round, then none. `isAlso` keeps the other orders and puts this one behind them.
 */
export function nextSort<Row>(
  now: readonly SortBy[],
  column: ShownColumn<Row>['column'],
  isAlso = false,
): readonly SortBy[] {
  const isDescendingFirst = isRightAligned(column.kind);
  const own = now.find(({ id }) => id === column.id);
  const next: SortBy | null =
    own === undefined || (!isAlso && now.length > 1 && now[0] !== own)
      ? { id: column.id, isDescending: isDescendingFirst }
      : own.isDescending === isDescendingFirst
        ? { id: column.id, isDescending: !isDescendingFirst }
        : null;
  if (!isAlso) return next ? [next] : [];
  if (own) return now.flatMap((one) => (one === own ? (next ?? []) : one));
  return next ? [...now, next].slice(0, SORTS_MAX) : now;
}

export function GridHead<Row>(props: {
  gridId: string;
  columns: readonly ShownColumn<Row>[];
  sort: readonly SortBy[];
  /** Columns that have a filter now. */
  filtered: ReadonlySet<string>;
  openPanel: (columnId: string) => void;
  panelColumn: string | null;
  activeColumn: number;
  tick: { label: string; state: 'none' | 'some' | 'all'; toggleAll: () => void } | null;
  startResize: (columnId: string, fromX: number) => void;
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
  sort: readonly SortBy[];
  filtered: ReadonlySet<string>;
  openPanel: (columnId: string) => void;
  panelColumn: string | null;
  activeColumn: number;
  startResize: (columnId: string, fromX: number) => void;
  resetWidth: (columnId: string) => void;
}): ReactNode {
  const { shown, sort } = props;
  const { column } = shown;
  const { t } = useTexts();
  const place = sort.findIndex(({ id }) => id === column.id);
  const order = place < 0 ? 'none' : sort[place]?.isDescending ? 'descending' : 'ascending';
  const isFiltered = props.filtered.has(column.id);
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
      data-pinned={shown.left !== null || undefined}
      style={shown.left === null ? undefined : { left: `calc(var(--grid-ticks, 0px) + ${shown.left}px)` }}
      title={column.header}
    >
      <span className={styles.headText}>{column.header}</span>
      {shown.currency && <span className={styles.headCurrency}>{shown.currency}</span>}
      {order !== 'none' && (
        <span aria-hidden="true">
          {order === 'ascending' ? '↑' : '↓'}
          {sort.length > 1 && <small>{place + 1}</small>}
        </span>
      )}
      {!column.isDrawing && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.headButton}
          data-marked={isFiltered || undefined}
          aria-label={t(isFiltered ? 'gridPanel.openFiltered' : 'gridPanel.open', { column: column.header })}
          aria-haspopup="dialog"
          aria-expanded={props.panelColumn === column.id}
          onClick={() => props.openPanel(column.id)}
        >
          <Icon name={isFiltered ? 'filter' : 'chevron'} size={11} />
        </button>
      )}
      <span
        aria-hidden="true"
        className={styles.resizer}
        data-resizer=""
        onPointerDown={(event) => props.startResize(column.id, event.clientX)}
        onDoubleClick={() => props.resetWidth(column.id)}
      />
    </div>
  );
}
