import { describe, expect, it } from 'vitest';
import { rowsInSight, topToSee } from './use-rows-in-sight.ts';

describe('lines of 28 pixels in a box of 560', () => {
  const box = { height: 560, rowHeight: 28 };

  it('are drawn where they are seen, with eight more on each side', () => {
    expect(rowsInSight({ ...box, top: 280, count: 1000 })).toEqual({ first: 2, last: 38 });
  });

  it('end where the list ends, also when a filter has made it shorter than the place scrolled to', () => {
    expect(rowsInSight({ ...box, top: 0, count: 3 })).toEqual({ first: 0, last: 2 });
    expect(rowsInSight({ ...box, top: 28_000, count: 3 })).toEqual({ first: 2, last: 2 });
    expect(rowsInSight({ ...box, top: 0, count: 0 })).toEqual({ first: 0, last: -1 });
  });

  it('come into sight between the head and the foot, and stay when they are', () => {
    const covered = 58;
    expect(topToSee(2, { ...box, top: 280, covered })).toBe(56);
    expect(topToSee(12, { ...box, top: 280, covered })).toBe(280);
    expect(topToSee(30, { ...box, top: 280, covered })).toBe(31 * 28 - 560 + 58);
  });
});
