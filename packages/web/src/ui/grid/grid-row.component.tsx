// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are laid out by CSS grid, which takes the roles away from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and points to its active cell (aria-activedescendant)
import { memo, type ReactNode } from 'react';
import styles from './grid.module.css';
import type { ColumnEdit } from './grid.types.ts';
import { ActiveText, isRightAligned, type ShownColumn } from './grid-cell.component.tsx';
import { CellEditor } from './grid-editor.component.tsx';

export interface GridRowProps<Row> {
  readonly gridId: string;
  readonly row: Row;
  readonly index: number;
  readonly offset: number;
  readonly columns: readonly ShownColumn<Row>[];
  /** Selected columns of this row, from and to; -1 when none is. */
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly activeColumn: number;
  readonly isActiveRow: boolean;
  readonly isTicked: boolean | null;
  readonly editing: string | null;
  readonly endEdit: (move: 'down' | 'stay') => void;
  readonly tickLabel: string;
  /** Under a group, its level; 0 without groups. */
  readonly depth: number;
}

/** The id by which a grid says which of its cells is active. */
export function cellElementId(gridId: string, row: number, column: number): string {
  return `${gridId}-${row}-${column}`;
}

/** One line of a grid, drawn again only when something about it has changed. */
function Line<Row>(props: GridRowProps<Row>): ReactNode {
  const { columns, index, isTicked } = props;
  const tickShift = isTicked === null ? 1 : 2;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={props.depth > 0 ? props.depth + 1 : undefined}
      className={styles.row}
      data-row={index}
      data-active={props.isActiveRow || undefined}
      data-ticked={isTicked || undefined}
      style={{ transform: `translateY(${props.offset}px)` }}
    >
      {isTicked !== null && (
        <div role="gridcell" aria-colindex={1} className={styles.tick} data-tick="">
          <input type="checkbox" tabIndex={-1} checked={isTicked} readOnly aria-label={props.tickLabel} />
        </div>
      )}
      {columns.map((shown) => (
        <Cell key={shown.column.id} shown={shown} line={props} columnIndex={shown.index + tickShift} />
      ))}
    </div>
  );
}

function Cell<Row>(props: { shown: ShownColumn<Row>; line: GridRowProps<Row>; columnIndex: number }): ReactNode {
  const { shown, line } = props;
  const isActive = shown.index === line.activeColumn;
  const isSelected = shown.index >= line.selectedFrom && shown.index <= line.selectedTo;
  const edit: ColumnEdit<Row> | undefined = shown.column.edit;
  const isEditable = edit?.canEdit(line.row) ?? false;
  return (
    <div
      role="gridcell"
      id={cellElementId(line.gridId, line.index, shown.index)}
      aria-colindex={props.columnIndex}
      aria-selected={isSelected}
      aria-readonly={edit ? !isEditable : undefined}
      className={styles.cell}
      data-column={shown.index}
      data-right={isRightAligned(shown.column.kind) || undefined}
      data-editable={isEditable || undefined}
      data-active={isActive || undefined}
      data-pinned={shown.left !== null || undefined}
      data-depth={shown.index === 0 && line.depth > 0 ? line.depth : undefined}
      style={shown.left === null ? undefined : { left: `calc(var(--grid-ticks, 0px) + ${shown.left}px)` }}
    >
      {isActive && edit && line.editing !== null ? (
        <CellEditor
          label={shown.column.header}
          startText={line.editing}
          commit={(typed) => edit.commit(line.row, typed)}
          end={line.endEdit}
        />
      ) : (
        <CellText isActive={isActive}>{shown.draw(line.row)}</CellText>
      )}
    </div>
  );
}

function CellText({ isActive, children }: { isActive: boolean; children: ReactNode }): ReactNode {
  return isActive ? <ActiveText>{children}</ActiveText> : <span className={styles.text}>{children}</span>;
}

export const GridRow = memo(Line) as typeof Line;
