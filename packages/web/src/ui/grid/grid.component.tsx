// biome-ignore-all lint/a11y/useSemanticElements: virtual rows are laid out by CSS grid, which takes the roles away from table elements
/**
 * The one grid of the product. It shows any number of rows by drawing only those in sight, works by keyboard as a
 * spreadsheet does, sums what is selected, and copies it so that a spreadsheet takes it as numbers.
 */
import { lazy, type ReactNode, Suspense, useCallback, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ExportMenu } from '../export/export-menu.component.tsx';
import { useExport, useExportAim } from '../export/use-export.ts';
import { ProblemNote } from '../form/problem-note.component.tsx';
import { useFormats } from '../format/formats.context.ts';
import { useKeys } from '../keys/keys.ts';
import { useDefaultView } from '../views/use-default-view.ts';
import { ViewsMenu } from '../views/views-menu.component.tsx';
import { arrangementOf } from './arrangement.ts';
import type { ColumnPanelProps } from './column-panel.component.tsx';
import { FilterChips } from './filter-chips.component.tsx';
import styles from './grid.module.css';
import {
  type FootRow,
  type GridColumn,
  type GridLoad,
  type GridTicks,
  type GridView,
  PLAIN_VIEW,
  type ViewStep,
} from './grid.types.ts';
import { GridBar } from './grid-bar.component.tsx';
import { GridFoot } from './grid-foot.component.tsx';
import { GridHead } from './grid-head.component.tsx';
import { GridLines } from './grid-lines.component.tsx';
import { type ColumnLayout, ColumnMenu } from './grid-menus.component.tsx';
import { cellElementId } from './grid-row.component.tsx';
import { GridStatus } from './grid-status.component.tsx';
import { stepOf, viewOfText, viewText } from './grid-view.ts';
import { groupIdsOf } from './grouping.ts';
import { useGrid } from './use-grid.ts';
import type { RowKey } from './use-row-keys.ts';

/** Fetched when a heading is first asked what it can do. */
const ColumnPanel = lazy(async () => ({ default: (await import('./column-panel.component.tsx')).ColumnPanel })) as <
  Row,
>(
  props: ColumnPanelProps<Row>,
) => ReactNode;

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
  readonly onView?: (view: GridView, step: ViewStep) => void;
  /** The page finds the rows of a filter by asking the server; the grid then leaves none out. */
  readonly isFilteredByServer?: boolean;
  readonly activeId?: string | null;
  readonly onActive?: (row: Row) => void;
  readonly onOpen?: (row: Row, columnId: string) => void;
  /** What single keys do with the row under the cursor, on the main grid of a page. */
  readonly rowKeys?: readonly RowKey<Row>[];
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
  const frame = useRef<HTMLElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const filterField = useRef<HTMLInputElement>(null);
  const { view, setView } = useView(props);
  const [panelColumn, setPanelColumn] = useState<string | null>(null);
  const exporting = useExportAim();
  const grid = useGrid({
    ...props,
    ...{ view, setView, formats, scroller, filterField },
    openPanel: setPanelColumn,
    wantsAll: exporting.aim !== null,
  });
  const closePanel = useCallback(() => {
    setPanelColumn(null);
    scroller.current?.focus({ preventScroll: true });
  }, []);
  useKeys(
    props.isMain
      ? [
          { key: '/', label: t('keys.filter'), act: () => filterField.current?.focus() },
          // The focus may still be on the tab or the button that was clicked: the list is what people go on with.
          { key: 'j', label: t('keys.move'), act: () => grid.enter('down'), repeats: true },
          { key: 'k', label: t('keys.move'), act: () => grid.enter('up'), repeats: true },
          ...grid.rowKeys,
        ]
      : [],
  );
  const { model, columns, foot, range } = grid;
  const load = { ...props.load, isBusy: props.load.isBusy || model.isBehind };
  const withTicks = props.ticks !== undefined;
  const layout = layoutOf(props.columns, model, view, setView);
  const { setNotice } = grid;
  const { shownColumns, shownRows, widths } = model;
  useExport(
    {
      ...{ title: props.label, columns: props.columns, rows: props.rows, load },
      ...{ view, shownColumns, shownRows, setNotice },
      widthOf: (columnId) => widths[columnId] ?? props.columns.find(({ id }) => id === columnId)?.width ?? 0,
    },
    exporting.aim,
    exporting.stop,
  );
  const paneled = columns.find(({ column }) => column.id === panelColumn);

  return (
    <section
      ref={frame}
      className={styles.frame}
      aria-busy={load.isBusy}
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
        menus={
          <>
            <ViewsMenu
              gridId={props.id}
              state={viewText(keptView(view, layout, props.columns))}
              apply={(state) => setView(viewOfText(state))}
              hasAddress={props.onView !== undefined}
              faceClass={styles.columnButton}
            />
            <ExportMenu faceClass={styles.columnButton} start={exporting.start} />
            <ColumnMenu layout={layout} />
          </>
        }
      />
      <FilterChips
        {...{ columns: props.columns, rows: props.rows, view, setView }}
        openPanel={setPanelColumn}
        groups={{
          openAll: () => model.setClosed(new Set()),
          closeAll: () => model.setClosed(new Set(groupIdsOf(model.lines))),
        }}
      />
      <div className={styles.work} data-busy={load.isBusy || undefined} />
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: a grid and a tree of rows both take these */}
      <div
        ref={scroller}
        role={model.isGrouped ? 'treegrid' : 'grid'}
        className={styles.scroller}
        tabIndex={0}
        aria-label={props.label}
        aria-rowcount={props.load.hasMore ? -1 : model.lines.length + 1 + foot.length}
        aria-colcount={columns.length + (withTicks ? 1 : 0)}
        aria-multiselectable="true"
        aria-activedescendant={
          model.lines.length > 0 || range.focus.row < 0
            ? cellElementId(props.id, range.focus.row, range.focus.column)
            : undefined
        }
        data-grid=""
        data-main={props.isMain || undefined}
        {...grid.handlers}
      >
        <GridHead
          gridId={props.id}
          columns={columns}
          sort={view.sort}
          filtered={new Set(Object.keys(view.where))}
          openPanel={(columnId) => setPanelColumn(columnId === panelColumn ? null : columnId)}
          panelColumn={panelColumn}
          activeColumn={range.focus.row < 0 ? range.focus.column : -1}
          tick={grid.headTick}
          startResize={grid.startResize}
          resetWidth={grid.resetWidth}
        />
        <GridLines {...props} grid={grid} scroller={scroller} />
        <GridFoot rows={foot} columns={columns} firstRowIndex={model.lines.length + 2} withTicks={withTicks} />
      </div>
      {paneled && (
        <Suspense>
          <ColumnPanel
            key={paneled.column.id}
            column={paneled.column}
            rows={props.rows}
            {...{ view, setView, frame }}
            shown={layout.shown}
            pinned={layout.pinned}
            setShown={(ids) => layout.setColumns(arrangementOf(props.columns, ids))}
            setPinned={layout.setPinned}
            headId={cellElementId(props.id, -1, paneled.index)}
            close={closePanel}
          />
        </Suspense>
      )}
      <GridBlank
        load={load}
        hasRows={model.shownRows.length > 0}
        hasAnyRow={props.rows.length > 0}
        view={view}
        empty={props.empty}
        clear={() => setView({ ...view, filter: '', where: {} })}
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

/** The view of the address where the page keeps it there, else of the grid itself. */
function useView<Row extends object>(props: GridProps<Row>) {
  const [ownView, setOwnView] = useState(PLAIN_VIEW);
  const { onView } = props;
  const view = props.view ?? ownView;
  const setView = (next: GridView): void => (onView ? onView(next, stepOf(view, next)) : setOwnView(next));
  const open = useCallback((next: GridView) => (onView ? onView(next, 'same step') : setOwnView(next)), [onView]);
  useDefaultView(props.id, view, open);
  return { view, setView };
}

/** What a view keeps: also the columns that only this browser remembers, so that others see the same ones. */
function keptView<Row>(view: GridView, layout: ColumnLayout<Row>, columns: readonly GridColumn<Row>[]): GridView {
  return { ...view, columns: view.columns ?? arrangementOf(columns, layout.shown) };
}

type Model<Row extends object> = ReturnType<typeof useGrid<Row>>['model'];

/** What is chosen of columns goes to the view, for the address, and is remembered for this browser. */
function layoutOf<Row extends object>(
  columns: readonly GridColumn<Row>[],
  model: Model<Row>,
  view: GridView,
  setView: (view: GridView) => void,
): ColumnLayout<Row> {
  return {
    columns,
    shown: model.shownColumns.map(({ id }) => id),
    pinned: model.pinned,
    setColumns: (next) => {
      model.rememberColumns(next);
      setView({ ...view, columns: next });
    },
    setPinned: (count) => {
      model.rememberPinned(count);
      setView({ ...view, pinned: count });
    },
    reset: () => {
      model.rememberColumns(null);
      model.rememberPinned(null);
      model.resetWidths();
      setView({ ...view, columns: null, pinned: null });
    },
  };
}

/** What stands where rows would: still reading, an error with its remedy, nothing found, or nothing there yet. */
function GridBlank(props: {
  load: GridLoad;
  hasRows: boolean;
  hasAnyRow: boolean;
  view: GridView;
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
  if (load.isLoading || (props.hasAnyRow && load.isBusy))
    return <div className={styles.blank}>{t('grid.reading')}</div>;
  const { filter, where } = props.view;
  if (filter !== '' || (props.hasAnyRow && Object.keys(where).length > 0)) {
    return (
      <div className={styles.blank}>
        {filter === '' ? t('gridPanel.noMatch') : t('grid.noMatch', { filter })}{' '}
        <button type="button" className={styles.link} onClick={props.clear}>
          {t('grid.clearFilter')}
        </button>
      </div>
    );
  }
  return <div className={styles.blank}>{props.empty}</div>;
}
