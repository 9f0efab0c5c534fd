import { describe, expect, it } from 'vitest';
import type { GridColumn } from './grid.types.ts';
import { rowLines } from './grouping.ts';
import { clearPlan, fillPlan, PASTE_CELLS_MAX, pastePlan } from './paste.ts';

interface Row {
  readonly id: string;
  readonly cash: string;
  readonly isLocked?: boolean;
}
const ROWS: readonly Row[] = [
  { id: 'a', cash: '1,00' },
  { id: 'b', cash: '2,00', isLocked: true },
  { id: 'c', cash: '3,00' },
];
const edit = { canEdit: (row: Row) => !row.isLocked, text: (row: Row) => row.cash, commit: () => null };
const COLUMNS: readonly GridColumn<Row>[] = [
  { id: 'number', header: '', width: 1, kind: 'text', value: (row) => row.id },
  { id: 'cash', header: '', width: 1, kind: 'text', value: (row) => row.cash, edit },
];
const at = (top: number, bottom = top, left = 1, right = left) => ({
  lines: rowLines(ROWS, (row) => row.id),
  columns: COLUMNS,
  selected: { top, bottom, left, right },
});
const said = ({ edits, leftOut }: ReturnType<typeof pastePlan>) => [
  ...edits.map(({ rowId, text }) => `${rowId}=${text}`),
  leftOut,
];

describe('a paste', () => {
  it('goes down from the active cell and leaves out what cannot be edited or is not there', () => {
    expect(said(pastePlan([['1,5'], ['2,5'], ['3,5'], ['4,5']], at(0)))).toEqual(['a=1,5', 'c=3,5', 2]);
  });

  it('over several columns writes only into those that take it', () => {
    expect(said(pastePlan([['x', '9']], at(0, 0, 0)))).toEqual(['a=9', 1]);
  });

  it('of one cell fills the selection; of a pattern repeats it when it fits', () => {
    expect(said(pastePlan([['7']], at(0, 2)))).toEqual(['a=7', 'c=7', 1]);
    expect(said(pastePlan([['7'], ['8']], at(0, 2)))).toEqual(['a=7', 1]);
  });

  it('that is too large is refused whole', () => {
    const tall = Array.from({ length: PASTE_CELLS_MAX + 1 }, () => ['1']);
    expect(pastePlan(tall, at(0))).toEqual({ edits: [], leftOut: 0, isTooLarge: true });
  });

  it('fill down takes the first row of the selection; delete empties it', () => {
    expect(said(fillPlan(at(0, 2)))).toEqual(['c=1,00', 1]);
    expect(said(fillPlan(at(0)))).toEqual([0]);
    expect(said(clearPlan(at(0, 2)))).toEqual(['a=', 'c=', 1]);
  });
});
