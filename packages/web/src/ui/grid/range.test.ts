import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterMove,
  cellCount,
  HEAD_ROW,
  insideOf,
  type Move,
  moved,
  oneCell,
  type Range,
  rectangleOf,
} from './range.ts';

const extent = { rows: 100, columns: 5 };

describe('moving in a grid', () => {
  it('goes one row down and stops at the last', () => {
    expect(moved({ row: 98, column: 2 }, 'down', extent, 20)).toEqual({ row: 99, column: 2 });
    expect(moved({ row: 99, column: 2 }, 'down', extent, 20)).toEqual({ row: 99, column: 2 });
  });

  it('reaches the head above the first row, to sort from there', () => {
    expect(moved({ row: 0, column: 1 }, 'up', extent, 20).row).toBe(HEAD_ROW);
  });

  it('a page leaves one row in sight', () => {
    expect(moved({ row: 10, column: 0 }, 'pageDown', extent, 20).row).toBe(29);
    expect(moved({ row: 10, column: 0 }, 'pageUp', extent, 20).row).toBe(0);
  });

  it('the ends of the row and of the grid', () => {
    expect(moved({ row: 7, column: 2 }, 'rowEnd', extent, 20)).toEqual({ row: 7, column: 4 });
    expect(moved({ row: 7, column: 2 }, 'rowStart', extent, 20)).toEqual({ row: 7, column: 0 });
    expect(moved({ row: 7, column: 2 }, 'bottom', extent, 20)).toEqual({ row: 99, column: 2 });
    expect(moved({ row: 7, column: 2 }, 'top', extent, 20)).toEqual({ row: 0, column: 2 });
  });

  it('never leaves the grid, whatever is pressed', () => {
    const move = fc.constantFrom<Move>(
      'up',
      'down',
      'left',
      'right',
      'rowStart',
      'rowEnd',
      'top',
      'bottom',
      'pageUp',
      'pageDown',
    );
    const size = fc.record({ rows: fc.integer({ min: 1, max: 50 }), columns: fc.integer({ min: 1, max: 9 }) });
    fc.assert(
      fc.property(size, fc.array(fc.tuple(move, fc.boolean()), { maxLength: 40 }), (grid, pressed) => {
        let range = oneCell({ row: 0, column: 0 });
        for (const [one, isExtending] of pressed)
          range = afterMove(range, { move: one, isExtending, rowsPerPage: 8 }, grid);
        const { focus } = range;
        return focus.row >= HEAD_ROW && focus.row < grid.rows && focus.column >= 0 && focus.column < grid.columns;
      }),
    );
  });
});

describe('selecting a range', () => {
  it('shift with an arrow keeps the anchor and moves the focus', () => {
    const start = oneCell({ row: 3, column: 2 });
    const range = afterMove(start, { move: 'up', isExtending: true, rowsPerPage: 20 }, extent);
    expect(range).toEqual({ anchor: { row: 3, column: 2 }, focus: { row: 2, column: 2 } });
  });

  it('is the rectangle between both corners, whichever way it was drawn', () => {
    const range: Range = { anchor: { row: 3, column: 2 }, focus: { row: 1, column: 4 } };
    expect(rectangleOf(range)).toEqual({ top: 1, bottom: 3, left: 2, right: 4 });
    expect(cellCount(rectangleOf(range))).toBe(9);
  });

  it('an extended range does not reach into the head', () => {
    const range = afterMove(oneCell({ row: 0, column: 0 }), { move: 'up', isExtending: true, rowsPerPage: 20 }, extent);
    expect(range.focus.row).toBe(0);
  });

  it('is pulled back when rows go, and waits at the first row while there are none', () => {
    const range: Range = { anchor: { row: 90, column: 4 }, focus: { row: 99, column: 4 } };
    expect(insideOf(range, { rows: 10, columns: 3 })).toEqual({
      anchor: { row: 9, column: 2 },
      focus: { row: 9, column: 2 },
    });
    expect(insideOf(range, { rows: 0, columns: 3 }).focus).toEqual({ row: 0, column: 2 });
  });
});
