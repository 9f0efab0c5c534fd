// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are laid out by CSS grid, which takes the roles away from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and points to its active cell (aria-activedescendant)
import type { ReactNode } from 'react';
import { Amount } from '../money/money.component.tsx';
import styles from './grid.module.css';
import type { FootRow } from './grid.types.ts';
import { isRightAligned, type ShownColumn } from './grid-cell.component.tsx';

/** The totals, pinned under the rows. Their label runs over the columns before the first amount. */
export function GridFoot<Row>(props: {
  rows: readonly FootRow[];
  columns: readonly ShownColumn<Row>[];
  firstRowIndex: number;
  withTicks: boolean;
}): ReactNode {
  if (props.rows.length === 0) return null;
  const shift = props.withTicks ? 2 : 1;
  return (
    <div role="rowgroup" className={styles.foot}>
      {props.rows.map((row, index) => (
        <div key={row.id} role="row" aria-rowindex={props.firstRowIndex + index} className={styles.footRow}>
          {props.withTicks && <div role="gridcell" aria-colindex={1} />}
          {props.columns.map((shown) => (
            <div
              key={shown.column.id}
              role="gridcell"
              aria-colindex={shown.index + shift}
              className={styles.footCell}
              data-label={shown.index === 0 || undefined}
              data-pinned={shown.left !== null || undefined}
              style={shown.left === null ? undefined : { left: `calc(var(--grid-ticks, 0px) + ${shown.left}px)` }}
              data-right={isRightAligned(shown.column.kind) || undefined}
            >
              {shown.index === 0 && row.label}
              <FootAmount row={row} shown={shown} isLast={shown.index === props.columns.length - 1} />
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function FootAmount<Row>(props: { row: FootRow; shown: ShownColumn<Row>; isLast: boolean }): ReactNode {
  const value = props.row.amounts[props.shown.column.id];
  return (
    <>
      {value && <Amount value={value} />}
      {props.isLast && props.row.note}
    </>
  );
}
