/** What can be done with one column: its order, its filter, groups by it, and where it stands. Opened on its heading. */
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { movedId } from './arrangement.ts';
import { ColumnFilterForm } from './column-filter-form.component.tsx';
import styles from './column-panel.module.css';
import { without } from './filter-chips.component.tsx';
import type { GridColumn, GridView } from './grid.types.ts';
import { GROUPS_MAX } from './grid-view.ts';
import { canGroup } from './grouping.ts';

export interface ColumnPanelProps<Row> {
  readonly column: GridColumn<Row>;
  readonly rows: readonly Row[];
  readonly view: GridView;
  readonly setView: (view: GridView) => void;
  readonly shown: readonly string[];
  readonly pinned: number;
  readonly setShown: (ids: readonly string[]) => void;
  readonly setPinned: (count: number) => void;
  readonly frame: RefObject<HTMLElement | null>;
  readonly headId: string;
  readonly close: () => void;
}

export function ColumnPanel<Row>(props: ColumnPanelProps<Row>): ReactNode {
  const { t } = useTexts();
  const { column, view, setView, close } = props;
  const panel = useRef<HTMLDivElement>(null);
  const place = usePlace(props.frame, props.headId, panel);
  useCloseElsewhere(panel, close);
  // What is not seen yet takes no focus.
  const isPlaced = 'left' in place;
  useEffect(() => {
    if (isPlaced) panel.current?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true });
  }, [isPlaced]);
  const sort = (isDescending: boolean): void => {
    setView({ ...view, sort: [{ id: column.id, isDescending }] });
    close();
  };
  const filterText = view.where[column.id] ?? '';
  return (
    <div
      ref={panel}
      role="dialog"
      aria-label={column.header}
      tabIndex={-1}
      className={styles.panel}
      style={place}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
      }}
    >
      <ColumnFilterForm
        key={column.id}
        column={column}
        rows={props.rows}
        text={filterText}
        change={(text) =>
          setView({
            ...view,
            where: text === '' ? without(view.where, column.id) : { ...view.where, [column.id]: text },
          })
        }
        close={close}
      />
      <div className={styles.acts}>
        <button type="button" onClick={() => sort(false)}>
          ↑ {t('gridPanel.ascending')}
        </button>
        <button type="button" onClick={() => sort(true)}>
          ↓ {t('gridPanel.descending')}
        </button>
        <GroupAct {...props} />
        <PlaceActs {...props} />
      </div>
    </div>
  );
}

function GroupAct<Row>({ column, view, setView, close }: ColumnPanelProps<Row>): ReactNode {
  const { t } = useTexts();
  if (!canGroup(column)) return null;
  const isGrouped = view.groups.includes(column.id);
  const groups = isGrouped
    ? view.groups.filter((id) => id !== column.id)
    : [...view.groups.slice(0, GROUPS_MAX - 1), column.id];
  return (
    <button
      type="button"
      onClick={() => {
        setView({ ...view, groups });
        close();
      }}
    >
      {t(isGrouped ? 'gridPanel.ungroup' : view.groups.length > 0 ? 'gridPanel.groupAlso' : 'gridPanel.group')}
    </button>
  );
}

function PlaceActs<Row>({ column, shown, pinned, setShown, setPinned, close }: ColumnPanelProps<Row>): ReactNode {
  const { t } = useTexts();
  const index = shown.indexOf(column.id);
  const isLastPinned = pinned === index + 1;
  const act = (work: () => void) => () => {
    work();
    close();
  };
  return (
    <>
      <button type="button" onClick={act(() => setPinned(isLastPinned ? 0 : index + 1))}>
        {t(isLastPinned ? 'gridPanel.unpin' : 'gridPanel.pin')}
      </button>
      <button type="button" disabled={index <= 0} onClick={() => setShown(movedId(shown, column.id, -1))}>
        {t('gridPanel.moveEarlier')}
      </button>
      <button
        type="button"
        disabled={index === shown.length - 1}
        onClick={() => setShown(movedId(shown, column.id, 1))}
      >
        {t('gridPanel.moveLater')}
      </button>
      <button
        type="button"
        disabled={shown.length === 1}
        onClick={act(() => setShown(shown.filter((id) => id !== column.id)))}
      >
        {t('gridPanel.hide')}
      </button>
    </>
  );
}

const GAP_PX = 4;

/** Under the heading, inside the frame. */
function usePlace(
  frame: RefObject<HTMLElement | null>,
  headId: string,
  panel: RefObject<HTMLElement | null>,
): { left: number; top: number } | { visibility: 'hidden' } {
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const box = frame.current?.getBoundingClientRect();
    const head = document.getElementById(headId)?.getBoundingClientRect();
    if (!box || !head) return;
    const width = panel.current?.offsetWidth ?? 0;
    const left = Math.max(GAP_PX, Math.min(head.left - box.left, box.width - width - GAP_PX));
    setPlace({ left, top: head.bottom - box.top });
  }, [frame, headId, panel]);
  return place ?? { visibility: 'hidden' };
}

function useCloseElsewhere(panel: RefObject<HTMLElement | null>, close: () => void): void {
  useEffect(() => {
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !panel.current?.contains(event.target)) close();
    };
    document.addEventListener('pointerdown', elsewhere);
    return () => document.removeEventListener('pointerdown', elsewhere);
  });
}
