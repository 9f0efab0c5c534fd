/**
 * What a paste, a fill or a clearing writes into which cells. A rectangle goes down and right from the active cell; one cell
 * fills the whole selection; a pattern is repeated when the selection is a multiple of it, as in a spreadsheet.
 */
import type { GridColumn } from './grid.types.ts';
import type { GridLine } from './grouping.ts';
import type { Rectangle } from './range.ts';

export interface CellEdit {
  readonly rowId: string;
  readonly columnId: string;
  readonly text: string;
}

export interface EditPlan {
  readonly edits: readonly CellEdit[];
  /** Cells of the paste that met a cell which cannot be edited, or the end of the grid. */
  readonly leftOut: number;
  readonly isTooLarge: boolean;
}

export interface EditPlace<Row> {
  readonly lines: readonly GridLine<Row>[];
  readonly columns: readonly GridColumn<Row>[];
  readonly selected: Rectangle;
}

/** Each cell is checked by the page and shown at once; more are imported, not pasted. */
export const PASTE_CELLS_MAX = 2000;

/** `pastePlan([['1', '2']], one cell selected)` writes 1 into it and 2 into the cell to its right, where they are editable. */
export function pastePlan<Row>(cells: readonly (readonly string[])[], place: EditPlace<Row>): EditPlan {
  const height = cells.length;
  const width = Math.max(0, ...cells.map((row) => row.length));
  if (height === 0 || width === 0) return { edits: [], leftOut: 0, isTooLarge: false };
  const { top, left, bottom, right } = place.selected;
  const rows = repeated(height, bottom - top + 1);
  const columns = repeated(width, right - left + 1);
  return plan(place, { rows, columns, textAt: (down, across) => cells[down % height]?.[across % width] });
}

/** The first row of the selection written into the rows below it. */
export function fillPlan<Row>(place: EditPlace<Row>): EditPlan {
  const { top, bottom, left, right } = place.selected;
  const source = place.lines[top];
  if (source?.kind !== 'row' || bottom === top) return { edits: [], leftOut: 0, isTooLarge: false };
  const texts = place.columns.map((column) => column.edit?.text(source.row));
  const below = { ...place, selected: { ...place.selected, top: top + 1 } };
  return plan(below, { rows: bottom - top, columns: right - left + 1, textAt: (_, across) => texts[left + across] });
}

export function clearPlan<Row>(place: EditPlace<Row>): EditPlan {
  const { top, bottom, left, right } = place.selected;
  return plan(place, { rows: bottom - top + 1, columns: right - left + 1, textAt: () => '' });
}

function repeated(pattern: number, selected: number): number {
  return selected > pattern && selected % pattern === 0 ? selected : pattern;
}

function plan<Row>(
  place: EditPlace<Row>,
  cells: { rows: number; columns: number; textAt: (down: number, across: number) => string | undefined },
): EditPlan {
  if (cells.rows * cells.columns > PASTE_CELLS_MAX) return { edits: [], leftOut: 0, isTooLarge: true };
  const edits: CellEdit[] = [];
  let leftOut = 0;
  for (let down = 0; down < cells.rows; down += 1) {
    const line = place.lines[place.selected.top + down];
    for (let across = 0; across < cells.columns; across += 1) {
      const text = cells.textAt(down, across);
      if (text === undefined) continue;
      const column = place.columns[place.selected.left + across];
      if (line?.kind === 'row' && column?.edit?.canEdit(line.row)) {
        edits.push({ rowId: line.id, columnId: column.id, text: text.trim() });
      } else leftOut += 1;
    }
  }
  return { edits, leftOut, isTooLarge: false };
}
