// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are laid out by CSS grid, which takes the roles away from table elements
/**
 * The one grid of the product. It shows any number of rows by drawing only those in sight, works by keyboard as a
 * spreadsheet does, sums what is selected, and copies it so that a spreadsheet takes it as numbers.
 */
import { type ReactNode, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../form/problem-note.component.tsx';
import { useFormats } from '../format/formats.context.ts';
import { useKeys } from '../keys/keys.ts';
import styles from './grid.module.css';
import type { FootRow, GridColumn, GridLoad, GridTicks, GridView } from './grid.types.ts';
import { GridBar } from './grid-bar.component.tsx';
import { GridFoot } from './grid-foot.component.tsx';
import { GridHead } from './grid-head.component.tsx';
import { cellElementId, GridRow } from './grid-row.component.tsx';
import { GridStatus } from './grid-status.component.tsx';
import { useGrid } from './use-grid.ts';

export interface GridProps<Row extends object> {
  /** Names the layout that is remembered for this grid. */
  readonly id: string;
  /** What the grid lists, for a screen reader. */
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly load: GridLoad;
  /** What would be here and how it comes. */
  readonly empty: ReactNode;
  /** The filter and order, when the page keeps them in its address. */
  readonly view?: GridView;
  readonly onView?: (view: GridView) => void;
  /** The page finds the rows of a filter by asking the server; the grid then leaves none out. */
  readonly isFilteredByServer?: boolean;
  readonly activeId?: string | null;
  readonly onActive?: (row: Row) => void;
  readonly onOpen?: (row: Row, columnId: string) => void;
  readonly ticks?: GridTicks;
  /** Totals the server has proved; without them the grid adds the rows it has. */
  readonly foot?: readonly FootRow[];
  readonly lead?: ReactNode;
  readonly statusExtra?: ReactNode;
  /** The grid of its page: takes the focus when nothing else has it, and `/` from anywhere. */
  readonly isMain?: boolean;
}

export function Grid<Row extends object>(props: GridProps<Row>): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const scroller = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const [ownView, setOwnView] = useState<GridView>({ filter: '', sort: null });
  const view = props.view ?? ownView;
  const setView = props.onView ?? setOwnView;
  const grid = useGrid({ ...props, view, setView, formats, scroller, filterField });
  useKeys(props.isMain ? [{ key: '/', label: t('keys.filter'), act: () => filterField.current?.focus() }] : []);
  const { model, columns, foot, range } = grid;
  const activeColumn = range.focus.column;
  const withTicks = props.ticks !== undefined;
  const rowCount = model.shownRows.length + 1 + foot.length;

  return (
    <section
      className={styles.frame}
      aria-busy={props.load.isBusy}
      style={
        {
          '--grid-columns': `${withTicks ? '30px ' : ''}${model.template}`,
          '--grid-ticks': withTicks ? '30px' : '0px',
          '--grid-width': `${model.minWidth}px`,
        } as React.CSSProperties
      }
    >
      <GridBar
        lead={props.lead}
        filter={view.filter}
        filterRef={filterField}
        onFilter={(filter) => setView({ ...view, filter })}
        backToRows={() => scroller.current?.focus()}
        choices={props.columns.map(({ id, header }) => ({ id, header, isShown: model.shown[id] !== false }))}
        onChoice={(id, isShown) => model.setShown((now) => ({ ...now, [id]: isShown }))}
      />
      <div className={styles.work} data-busy={props.load.isBusy || undefined} />
      <div
        ref={scroller}
        role="grid"
        className={styles.scroller}
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.load.hasMore ? -1 : rowCount}
        aria-colcount={columns.length + (withTicks ? 1 : 0)}
        aria-multiselectable="true"
        aria-activedescendant={
          model.shownRows.length > 0 || range.focus.row < 0
            ? cellElementId(props.id, range.focus.row, activeColumn)
            : undefined
        }
        {...grid.handlers}
      >
        <GridHead
          gridId={props.id}
          columns={columns}
          sort={view.sort}
          activeColumn={range.focus.row < 0 ? activeColumn : -1}
          tick={grid.headTick}
          resizeHandler={grid.resizeHandler}
          resetWidth={grid.resetWidth}
        />
        <div role="rowgroup" className={styles.body} style={{ height: grid.virtual.getTotalSize() }}>
          {grid.virtual.getVirtualItems().map(({ index, start }) => {
            const row = model.shownRows[index];
            if (row === undefined) return null;
            return (
              <GridRow
                key={props.rowId(row)}
                gridId={props.id}
                row={row}
                index={index}
                offset={start}
                columns={columns}
                {...grid.lineState(row, index)}
              />
            );
          })}
        </div>
        <GridFoot rows={foot} columns={columns} firstRowIndex={model.shownRows.length + 2} withTicks={withTicks} />
      </div>
      <GridBlank
        load={props.load}
        hasRows={model.shownRows.length > 0}
        filter={view.filter}
        empty={props.empty}
        clear={() => setView({ ...view, filter: '' })}
      />
      <GridStatus
        shownCount={model.shownRows.length}
        loadedCount={props.rows.length}
        hasMore={props.load.hasMore ?? false}
        tickedCount={props.ticks?.ids.size ?? 0}
        tally={grid.tally}
        notice={grid.notice}
        extra={props.statusExtra}
      />
    </section>
  );
}

/** What stands where rows would: still reading, an error with its remedy, nothing found, or nothing there yet. */
function GridBlank(props: {
  load: GridLoad;
  hasRows: boolean;
  filter: string;
  empty: ReactNode;
  clear: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { load } = props;
  if (load.error) {
    return (
      <div className={props.hasRows ? styles.errorOver : styles.blank}>
        <ProblemNote error={load.error} retry={load.retry} />
      </div>
    );
  }
  if (props.hasRows) return null;
  if (load.isLoading) return <div className={styles.blank}>{t('grid.reading')}</div>;
  if (props.filter !== '') {
    return (
      <div className={styles.blank}>
        {t('grid.noMatch', { filter: props.filter })}{' '}
        <button type="button" className={styles.link} onClick={props.clear}>
          {t('grid.clearFilter')}
        </button>
      </div>
    );
  }
  return <div className={styles.blank}>{props.empty}</div>;
}
