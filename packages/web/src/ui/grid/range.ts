/**
 * Range selection as in a spreadsheet: an anchor stays, a focus moves, and the rectangle between them is selected. Rows
 * and columns are counted in the order shown, from 0; row -1 is the head, which can be reached but not selected.
 */

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export interface Range {
  readonly anchor: CellPlace;
  readonly focus: CellPlace;
}

export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

export const HEAD_ROW = -1;

export type Move = 'up' | 'down' | 'left' | 'right' | 'rowStart' | 'rowEnd' | 'top' | 'bottom' | 'pageUp' | 'pageDown';

export function oneCell(place: CellPlace): Range {
  return { anchor: place, focus: place };
}

/** The rectangle between both corners: anchor (3, 2) and focus (1, 4) is rows 1 to 3, columns 2 to 4. */
export function rectangleOf({ anchor, focus }: Range): Rectangle {
  return {
    top: Math.max(0, Math.min(anchor.row, focus.row)),
    bottom: Math.max(anchor.row, focus.row),
    left: Math.min(anchor.column, focus.column),
    right: Math.max(anchor.column, focus.column),
  };
}

export function isOneCell({ anchor, focus }: Range): boolean {
  return anchor.row === focus.row && anchor.column === focus.column;
}

export function cellCount(rectangle: Rectangle): number {
  return (rectangle.bottom - rectangle.top + 1) * (rectangle.right - rectangle.left + 1);
}

/** The place one move away, kept inside the grid. A page is as many rows as are seen at once, less one for the eye. */
export function moved(from: CellPlace, move: Move, extent: Extent, rowsPerPage: number): CellPlace {
  const lastRow = extent.rows - 1;
  const lastColumn = extent.columns - 1;
  const step = Math.max(1, rowsPerPage - 1);
  const body = (row: number): number => clamp(row, 0, Math.max(0, lastRow));
  switch (move) {
    case 'up':
      return { ...from, row: clamp(from.row - 1, HEAD_ROW, lastRow) };
    case 'down':
      return { ...from, row: clamp(from.row + 1, HEAD_ROW, lastRow) };
    case 'left':
      return { ...from, column: clamp(from.column - 1, 0, lastColumn) };
    case 'right':
      return { ...from, column: clamp(from.column + 1, 0, lastColumn) };
    case 'rowStart':
      return { ...from, column: 0 };
    case 'rowEnd':
      return { ...from, column: lastColumn };
    case 'top':
      return { ...from, row: body(0) };
    case 'bottom':
      return { ...from, row: body(lastRow) };
    case 'pageUp':
      return { ...from, row: body(from.row - step) };
    case 'pageDown':
      return { ...from, row: body(from.row + step) };
  }
}

/** The range after a move: the anchor stays when it is extended; an extended range never reaches into the head. */
export function afterMove(
  range: Range,
  move: { readonly move: Move; readonly isExtending: boolean; readonly rowsPerPage: number },
  extent: Extent,
): Range {
  const focus = moved(range.focus, move.move, extent, move.rowsPerPage);
  if (!move.isExtending) return oneCell(focus);
  return { anchor: bodyPlace(range.anchor), focus: bodyPlace(focus) };
}

/** A range of a grid that has shrunk, pulled back inside it; a grid that waits for its rows begins at the first. */
export function insideOf(range: Range, extent: Extent): Range {
  const inside = (place: CellPlace): CellPlace => ({
    row: extent.rows === 0 ? 0 : clamp(place.row, HEAD_ROW, extent.rows - 1),
    column: clamp(place.column, 0, Math.max(0, extent.columns - 1)),
  });
  return { anchor: inside(range.anchor), focus: inside(range.focus) };
}

function bodyPlace(place: CellPlace): CellPlace {
  return place.row < 0 ? { ...place, row: 0 } : place;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, Math.max(low, high)));
}
