/** Keys, mouse and clipboard of a grid. One set of listeners on the grid serves all of its cells. */
import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useRef } from 'react';
import { useTexts } from '../../app/i18n.ts';
import type { GridColumn } from './grid.types.ts';
import type { ShownColumn } from './grid-cell.component.tsx';
import { nextSort } from './grid-head.component.tsx';
import { type GridAct, gridActOf } from './grid-keys.ts';
import { type CellPlace, cellCount, isOneCell, rectangleOf } from './range.ts';
import { fromTsv, toTsv } from './tsv.ts';
import type { GridInput } from './use-grid.ts';
import type { useGridRange } from './use-grid-range.ts';

const WIDTH_STEP_PX = 12;

interface HandlerInput<Row extends object> extends GridInput<Row> {
  readonly shownRows: readonly Row[];
  readonly shownColumns: readonly GridColumn<Row>[];
  readonly placed: readonly ShownColumn<Row>[];
  readonly gridRange: ReturnType<typeof useGridRange<Row>>;
  readonly editing: string | null;
  readonly setEditing: (text: string | null) => void;
  readonly setNotice: (notice: string) => void;
  readonly rowsPerPage: number;
  readonly widen: (columnId: string, byPx: number) => void;
}

export function useGridHandlers<Row extends object>(input: HandlerInput<Row>) {
  const clipboard = useClipboard(input);
  const mouse = useMouse(input);
  return { ...mouse, ...clipboard, onKeyDown: (event: KeyboardEvent) => onKeyDown(event, input) };
}

function activeOf<Row extends object>(
  input: HandlerInput<Row>,
): { row: Row | undefined; column: GridColumn<Row> | undefined } {
  const { focus } = input.gridRange.range;
  return { row: input.shownRows[focus.row], column: input.shownColumns[focus.column] };
}

function onKeyDown<Row extends object>(event: KeyboardEvent, input: HandlerInput<Row>): void {
  if (event.target !== event.currentTarget && !(event.target instanceof HTMLAnchorElement)) return;
  if (event.key === 'Escape' && !isOneCell(input.gridRange.range)) {
    input.gridRange.collapse();
    event.stopPropagation();
    return;
  }
  const act = gridActOf(event);
  if (startsEdit(event, input) || (act && perform(act, input))) {
    event.preventDefault();
    event.stopPropagation();
  }
}

/** A digit or a sign typed on an editable cell begins to replace what it holds. */
function startsEdit<Row extends object>(event: KeyboardEvent, input: HandlerInput<Row>): boolean {
  const { row, column } = activeOf(input);
  if (!row || !column?.edit?.canEdit(row) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!/^[\d.,-]$/.test(event.key)) return false;
  input.setEditing(event.key);
  return true;
}

/** Does what the key asked for; false when the grid has nothing of the kind. */
function perform<Row extends object>(act: GridAct, input: HandlerInput<Row>): boolean {
  const { row, column } = activeOf(input);
  switch (act.kind) {
    case 'move':
      input.gridRange.move(act.move, act.isExtending, input.rowsPerPage);
      return true;
    case 'selectAll':
      input.gridRange.all();
      return true;
    case 'filter':
      input.filterField.current?.focus();
      return true;
    case 'tick':
      if (!row || !input.ticks) return false;
      input.ticks.toggle([input.rowId(row)], !input.ticks.ids.has(input.rowId(row)));
      return true;
    case 'edit':
      return beginEdit(input);
    case 'narrower':
    case 'wider':
      if (column) input.widen(column.id, act.kind === 'wider' ? WIDTH_STEP_PX : -WIDTH_STEP_PX);
      return column !== undefined;
    case 'open':
      return open(input);
  }
}

function open<Row extends object>(input: HandlerInput<Row>): boolean {
  const { row, column } = activeOf(input);
  if (column && input.gridRange.range.focus.row < 0) {
    input.setView({ ...input.view, sort: nextSort(input.view.sort, column) });
    return true;
  }
  if (!row || !column || !input.onOpen) return false;
  input.onOpen(row, column.id);
  return true;
}

function beginEdit<Row extends object>(input: HandlerInput<Row>): boolean {
  const { row, column } = activeOf(input);
  if (!row || !column?.edit?.canEdit(row)) return false;
  input.setEditing(column.edit.text(row));
  return true;
}

function placeOf(target: EventTarget): CellPlace | null {
  if (!(target instanceof Element)) return null;
  const cell = target.closest<HTMLElement>('[data-column]');
  const row = target.closest<HTMLElement>('[data-row]');
  if (!cell || !row) return null;
  return { row: Number(row.dataset.row), column: Number(cell.dataset.column) };
}

/** A plain click on a linked value opens the row in place; with a modifier the browser opens it in another tab. */
function opensLink<Row extends object>(event: MouseEvent, input: HandlerInput<Row>): boolean {
  if (!(event.target as Element).closest('a[data-opens]')) return false;
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return true;
  const place = placeOf(event.target);
  const row = place ? input.shownRows[place.row] : undefined;
  const column = place ? input.shownColumns[place.column] : undefined;
  if (!place || !row || !column || !input.onOpen) return true;
  event.preventDefault();
  input.gridRange.start(place);
  input.onOpen(row, column.id);
  return true;
}

function useMouse<Row extends object>(input: HandlerInput<Row>) {
  const { gridRange } = input;
  const dragging = useRef(false);
  const sortBy = (place: CellPlace): void => {
    const column = input.shownColumns[place.column];
    if (column) input.setView({ ...input.view, sort: nextSort(input.view.sort, column) });
  };
  return {
    onMouseDown: (event: MouseEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('a, button, input, [data-resizer]')) return;
      const place = placeOf(event.target);
      if (!place) return;
      if (place.row < 0) return sortBy(place);
      dragging.current = true;
      if (event.shiftKey) gridRange.extendTo(place);
      else gridRange.start(place);
    },
    onMouseOver: (event: MouseEvent) => {
      if (!dragging.current) return;
      dragging.current = (event.buttons & 1) === 1;
      const place = placeOf(event.target);
      if (dragging.current && place && place.row >= 0) gridRange.extendTo(place);
    },
    onMouseUp: () => {
      dragging.current = false;
    },
    onClick: (event: MouseEvent) => {
      if (opensLink(event, input)) return;
      const row = (event.target as Element).closest<HTMLElement>('[data-tick]')?.closest<HTMLElement>('[data-row]');
      const ticked = row ? input.shownRows[Number(row.dataset.row)] : undefined;
      if (!ticked || !input.ticks) return;
      input.ticks.toggle([input.rowId(ticked)], !input.ticks.ids.has(input.rowId(ticked)));
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || place.row < 0 || (event.target as Element).closest('a, button, input')) return;
      if (!beginEdit(input)) open(input);
    },
  };
}

function useClipboard<Row extends object>(input: HandlerInput<Row>) {
  const { t } = useTexts();
  const { shownRows, placed, gridRange, formats } = input;
  return {
    onCopy: (event: ClipboardEvent) => {
      if (event.target !== event.currentTarget || shownRows.length === 0) return;
      const rectangle = rectangleOf(gridRange.range);
      const picked = placed.slice(rectangle.left, rectangle.right + 1).filter(({ column }) => !column.isDrawing);
      const rows = shownRows.slice(rectangle.top, rectangle.bottom + 1);
      const isWholeGrid = rows.length === shownRows.length && rows.length > 1;
      const text = toTsv(
        picked.map(({ column, currency }) => ({
          header: column.header,
          hasManyCurrencies: column.kind === 'money' && currency === null && !column.isCurrencyElsewhere,
        })),
        rows.map((row) => picked.map(({ column }) => column.value(row))),
        { formats, withHeader: isWholeGrid },
      );
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
      const count = cellCount({ ...rectangle, bottom: rectangle.top + rows.length - 1 });
      input.setNotice(t('grid.copied', { count, shown: formats.count(count) }));
    },
    onPaste: (event: ClipboardEvent) => {
      if (event.target !== event.currentTarget) return;
      const taken = paste(fromTsv(event.clipboardData.getData('text/plain')), input);
      if (taken === null) return;
      event.preventDefault();
      input.setNotice(taken.refusal ?? t('grid.pasted', { count: taken.count, shown: formats.count(taken.count) }));
    },
  };
}

/** Cells pasted from the active one on, into the columns that can be edited; null when there is none. */
function paste<Row extends object>(
  cells: readonly (readonly string[])[],
  input: HandlerInput<Row>,
): { count: number; refusal: string | null } | null {
  const { focus } = input.gridRange.range;
  if (!activeOf(input).column?.edit) return null;
  let count = 0;
  for (const [down, texts] of cells.entries()) {
    for (const [across, text] of texts.entries()) {
      const row = input.shownRows[focus.row + down];
      const edit = input.shownColumns[focus.column + across]?.edit;
      if (!row || !edit?.canEdit(row)) continue;
      const refusal = edit.commit(row, text);
      if (refusal !== null) return { count, refusal };
      count += 1;
    }
  }
  return { count, refusal: null };
}
