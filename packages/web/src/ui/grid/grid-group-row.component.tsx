// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are laid out by CSS grid, which takes the roles away from table elements
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid keeps the focus and points to its active cell (aria-activedescendant)
import { memo, type ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../format/formats.context.ts';
import { Icon } from '../icon/icon.component.tsx';
import { Amount } from '../money/money.component.tsx';
import styles from './grid.module.css';
import type { GridColumn } from './grid.types.ts';
import { isRightAligned, type ShownColumn } from './grid-cell.component.tsx';
import { cellElementId } from './grid-row.component.tsx';
import type { GroupLine } from './grouping.ts';

interface GroupRowProps<Row> {
  readonly gridId: string;
  readonly line: GroupLine;
  readonly index: number;
  readonly offset: number;
  readonly columns: readonly ShownColumn<Row>[];
  /** The column by which it is grouped, which need not be shown. */
  readonly groupColumn: GridColumn<Row> | undefined;
  readonly withTicks: boolean;
  readonly selectedFrom: number;
  readonly selectedTo: number;
  readonly activeColumn: number;
}

/** The line of a group: what its rows have in common, how many they are, and their totals in one currency. */
function GroupLineRow<Row>(props: GroupRowProps<Row>): ReactNode {
  const { line, columns, index } = props;
  const shift = props.withTicks ? 2 : 1;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={line.level + 1}
      aria-expanded={line.isFirst ? line.isOpen : undefined}
      className={styles.row}
      data-row={index}
      data-group={line.level}
      data-active={props.activeColumn >= 0 || undefined}
      style={{ transform: `translateY(${props.offset}px)` }}
    >
      {props.withTicks && <div role="gridcell" aria-colindex={1} className={styles.tick} />}
      {columns.map((shown) => {
        const amount = line.amounts[shown.column.id];
        return (
          <div
            key={shown.column.id}
            role="gridcell"
            id={cellElementId(props.gridId, index, shown.index)}
            aria-colindex={shown.index + shift}
            aria-selected={shown.index >= props.selectedFrom && shown.index <= props.selectedTo}
            className={styles.cell}
            data-column={shown.index}
            data-label={shown.index === 0 || undefined}
            data-right={isRightAligned(shown.column.kind) || undefined}
            data-active={shown.index === props.activeColumn || undefined}
            data-pinned={shown.left !== null || undefined}
            style={shown.left === null ? undefined : { left: `calc(var(--grid-ticks, 0px) + ${shown.left}px)` }}
          >
            {shown.index === 0 && <GroupLabel line={line} column={props.groupColumn} />}
            {amount && (
              <span className={styles.text}>
                <Amount value={amount} />
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

function GroupLabel<Row>({ line, column }: { line: GroupLine; column: GridColumn<Row> | undefined }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  if (!line.isFirst) return <span className={styles.groupLabel}>{line.currency}</span>;
  const isMonth = column?.kind === 'date' || column?.kind === 'instant';
  const word = line.value === null ? t('gridPanel.blankValue') : isMonth ? formats.month(line.value) : line.value;
  return (
    <span className={styles.groupLabel} data-toggles="" title={column?.header}>
      <span className={styles.groupSign} data-open={line.isOpen || undefined}>
        <Icon name="chevron" size={11} />
      </span>
      {word} <small>{formats.count(line.count)}</small>
      {line.currency && <small>{line.currency}</small>}
    </span>
  );
}

export const GridGroupRow = memo(GroupLineRow) as typeof GroupLineRow;
