/** Keys, mouse and clipboard of a grid. One set of listeners on the grid serves all of its cells. */
import { type KeyboardEvent, type MouseEvent, useRef } from 'react';
import type { GridColumn } from './grid.types.ts';
import { nextSort } from './grid-head.component.tsx';
import { type GridAct, gridActOf } from './grid-keys.ts';
import type { GridLine, GroupLine } from './grouping.ts';
import { type CellPlace, isOneCell } from './range.ts';
import type { GridInput } from './use-grid.ts';
import type { GridEdits } from './use-grid-edits.ts';
import type { useGridRange } from './use-grid-range.ts';

const WIDTH_STEP_PX = 12;

interface HandlerInput<Row extends object> extends GridInput<Row> {
  readonly lines: readonly GridLine<Row>[];
  readonly shownColumns: readonly GridColumn<Row>[];
  readonly gridRange: ReturnType<typeof useGridRange<Row>>;
  readonly edits: GridEdits;
  readonly editing: string | null;
  readonly setEditing: (text: string | null) => void;
  readonly setGroupOpen: (groupId: string, isOpen: boolean) => void;
  readonly openPanel: (columnId: string) => void;
  readonly rowsPerPage: number;
  readonly widen: (columnId: string, byPx: number) => void;
}

export function useGridHandlers<Row extends object>(input: HandlerInput<Row>) {
  const mouse = useMouse(input);
  const { onCopy, onPaste } = input.edits;
  return { ...mouse, onCopy, onPaste, onKeyDown: (event: KeyboardEvent) => onKeyDown(event, input) };
}

function activeOf<Row extends object>(
  input: HandlerInput<Row>,
): { row: Row | undefined; group: GroupLine | undefined; column: GridColumn<Row> | undefined } {
  const { focus } = input.gridRange.range;
  const line = input.lines[focus.row];
  return {
    row: line?.kind === 'row' ? line.row : undefined,
    group: line?.kind === 'group' ? line : undefined,
    column: input.shownColumns[focus.column],
  };
}

function onKeyDown<Row extends object>(event: KeyboardEvent, input: HandlerInput<Row>): void {
  if (event.target !== event.currentTarget && !(event.target instanceof HTMLAnchorElement)) return;
  if (event.key === 'Escape' && !isOneCell(input.gridRange.range)) {
    input.gridRange.collapse();
    event.stopPropagation();
    return;
  }
  if (event.key === 'Escape' && leavesCell(input)) {
    event.stopPropagation();
    return;
  }
  const act = gridActOf(event);
  if (turnsGroup(event, input)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if (startsEdit(event, input) || (act && perform(act, input))) {
    event.preventDefault();
    event.stopPropagation();
  }
}

const TYPED = /^[\p{L}\d.,-]$/u;

/** On the line of a group Left closes, Right opens, Enter and Space turn, as in every tree. */
function turnsGroup<Row extends object>(event: KeyboardEvent, input: HandlerInput<Row>): boolean {
  const { group } = activeOf(input);
  if (!group || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return false;
  if (event.key === 'ArrowLeft' && group.isOpen) input.setGroupOpen(group.groupId, false);
  else if (event.key === 'ArrowRight' && !group.isOpen) input.setGroupOpen(group.groupId, true);
  else if (event.key === 'Enter' || event.key === ' ') input.setGroupOpen(group.groupId, !group.isOpen);
  else return false;
  return true;
}

/** From a cell that takes what is typed to the beginning of its row, where letters are keys again. */
function leavesCell<Row extends object>(input: HandlerInput<Row>): boolean {
  const { row, column } = activeOf(input);
  if (!row || !column?.edit?.canEdit(row)) return false;
  input.gridRange.move('rowStart', false, input.rowsPerPage);
  return true;
}

/** A digit, a sign or a letter typed on an editable cell begins to replace what it holds: no letter is a key there. */
function startsEdit<Row extends object>(event: KeyboardEvent, input: HandlerInput<Row>): boolean {
  const { row, column } = activeOf(input);
  if (!row || !column?.edit?.canEdit(row) || event.ctrlKey || event.metaKey || event.altKey) return false;
  if (!TYPED.test(event.key)) return false;
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
    case 'clear':
      return input.edits.clear();
    case 'fillDown':
      return input.edits.fillDown();
    case 'undoPaste':
      return input.edits.undo();
    case 'columnPanel':
      if (column && !column.isDrawing) input.openPanel(column.id);
      return column !== undefined;
    case 'sortAlso':
      return sortActive(input, true);
    case 'narrower':
    case 'wider':
      if (column) input.widen(column.id, act.kind === 'wider' ? WIDTH_STEP_PX : -WIDTH_STEP_PX);
      return column !== undefined;
    case 'open':
      return open(input);
  }
}

function open<Row extends object>(input: HandlerInput<Row>): boolean {
  if (sortActive(input, false)) return true;
  const { row, column } = activeOf(input);
  if (!row || !column || !input.onOpen) return false;
  input.onOpen(row, column.id);
  return true;
}

/** On a heading: the order by it, alone or behind the orders there are. */
function sortActive<Row extends object>(input: HandlerInput<Row>, isAlso: boolean): boolean {
  const { column } = activeOf(input);
  if (!column || input.gridRange.range.focus.row >= 0) return false;
  input.setView({ ...input.view, sort: nextSort(input.view.sort, column, isAlso) });
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
  const line = place ? input.lines[place.row] : undefined;
  const column = place ? input.shownColumns[place.column] : undefined;
  if (!place || line?.kind !== 'row' || !column || !input.onOpen) return true;
  event.preventDefault();
  input.gridRange.start(place);
  input.onOpen(line.row, column.id);
  return true;
}

function useMouse<Row extends object>(input: HandlerInput<Row>) {
  const { gridRange } = input;
  const dragging = useRef(false);
  const sortBy = (place: CellPlace, isAlso: boolean): void => {
    const column = input.shownColumns[place.column];
    if (column) input.setView({ ...input.view, sort: nextSort(input.view.sort, column, isAlso) });
  };
  return {
    onMouseDown: (event: MouseEvent) => {
      if (event.button !== 0 || (event.target as Element).closest('a, button, input, [data-resizer]')) return;
      const place = placeOf(event.target);
      if (!place) return;
      if (place.row < 0) return sortBy(place, event.shiftKey);
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
      const target = event.target as Element;
      const line = input.lines[Number(target.closest<HTMLElement>('[data-row]')?.dataset.row)];
      if (line?.kind === 'group' && target.closest('[data-toggles]')) input.setGroupOpen(line.groupId, !line.isOpen);
      if (line?.kind !== 'row' || !input.ticks || !target.closest('[data-tick]')) return;
      input.ticks.toggle([line.id], !input.ticks.ids.has(line.id));
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeOf(event.target);
      if (!place || place.row < 0 || (event.target as Element).closest('a, button, input')) return;
      if (!beginEdit(input)) open(input);
    },
  };
}
