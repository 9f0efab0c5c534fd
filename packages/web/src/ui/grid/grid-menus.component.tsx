/** The menus at the end of a grid's bar that every grid has: the choice and order of columns. */
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { Dropdown } from '../dropdown/dropdown.component.tsx';
import { Icon } from '../icon/icon.component.tsx';
import { arrangementOf, movedId } from './arrangement.ts';
import styles from './grid.module.css';
import type { GridColumn } from './grid.types.ts';

export interface ColumnLayout<Row> {
  readonly columns: readonly GridColumn<Row>[];
  /** Ids of the columns shown, in their order. */
  readonly shown: readonly string[];
  readonly pinned: number;
  readonly setColumns: (columns: readonly string[] | null) => void;
  readonly setPinned: (count: number) => void;
  readonly reset: () => void;
}

/** Which columns, in which order, and how many of the first stay in sight. */
export function ColumnMenu<Row>({ layout }: { layout: ColumnLayout<Row> }): ReactNode {
  const { t } = useTexts();
  return (
    <Dropdown
      label={t('grid.columns')}
      title={t('grid.columns')}
      align="end"
      faceClass={styles.columnButton}
      face={<Icon name="columns" />}
    >
      {() => <ColumnList layout={layout} />}
    </Dropdown>
  );
}

function ColumnList<Row>({ layout }: { layout: ColumnLayout<Row> }): ReactNode {
  const { t } = useTexts();
  const { columns, shown } = layout;
  const set = (ids: readonly string[]): void => layout.setColumns(arrangementOf(columns, ids));
  const byId = new Map(columns.map((column) => [column.id, column]));
  const hidden = columns.filter(({ id }) => !shown.includes(id));
  return (
    <div className={styles.columnMenu}>
      {shown.map((id, index) => {
        const header = byId.get(id)?.header ?? id;
        return (
          <div key={id} className={styles.columnLine} data-pinned={index < layout.pinned || undefined}>
            <label>
              <input
                type="checkbox"
                checked
                disabled={shown.length === 1}
                onChange={() => set(shown.filter((other) => other !== id))}
              />
              {header}
            </label>
            <button
              type="button"
              aria-label={t('gridPanel.moveEarlierOf', { column: header })}
              disabled={index === 0}
              onClick={() => set(movedId(shown, id, -1))}
            >
              ↑
            </button>
            <button
              type="button"
              aria-label={t('gridPanel.moveLaterOf', { column: header })}
              disabled={index === shown.length - 1}
              onClick={() => set(movedId(shown, id, 1))}
            >
              ↓
            </button>
          </div>
        );
      })}
      {hidden.map(({ id, header }) => (
        <div key={id} className={styles.columnLine}>
          <label>
            <input type="checkbox" checked={false} onChange={() => set([...shown, id])} />
            {header}
          </label>
        </div>
      ))}
      <div className={styles.columnFoot}>
        <label>
          {t('gridPanel.pinned')}
          <select value={layout.pinned} onChange={(event) => layout.setPinned(Number(event.currentTarget.value))}>
            {Array.from({ length: Math.min(5, shown.length) + 1 }, (_, count) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the count is what the choice means
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className={styles.link} onClick={layout.reset}>
          {t('gridPanel.usualColumns')}
        </button>
      </div>
    </div>
  );
}
