import { describe, expect, it } from 'vitest';
import { arrange, arrangementOf, movedId } from './arrangement.ts';

const COLUMNS = [{ id: 'number' }, { id: 'due' }, { id: 'open' }, { id: 'terms', isHiddenAtFirst: true }];
const ids = (columns: readonly { id: string }[]): string[] => columns.map(({ id }) => id);

describe('columns', () => {
  it('stand as the page has them until somebody arranges them', () => {
    expect(ids(arrange(COLUMNS, null))).toEqual(['number', 'due', 'open']);
    expect(arrangementOf(COLUMNS, ['number', 'due', 'open'])).toBeNull();
  });

  it('are taken away, added and moved', () => {
    expect(arrangementOf(COLUMNS, ['open', 'number', 'terms'])).toEqual(['open', 'number', 'terms', '-due']);
    expect(ids(arrange(COLUMNS, ['open', 'number', 'terms', '-due']))).toEqual(['open', 'number', 'terms']);
  });

  it('that came later stand beside their usual neighbour', () => {
    expect(ids(arrange(COLUMNS, ['open', 'number']))).toEqual(['open', 'number', 'due']);
    expect(ids(arrange([...COLUMNS, { id: 'b4' }], ['open', 'number', '-due']))).toEqual(['open', 'b4', 'number']);
  });

  it('that no longer exist are left out; one always stays', () => {
    expect(ids(arrange(COLUMNS, ['gone', 'open', '-number', '-due']))).toEqual(['open']);
    expect(ids(arrange(COLUMNS, ['-number', '-due', '-open']))).toEqual(['number']);
  });

  it('do not move out of the grid', () => {
    expect(movedId(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b']);
    expect(movedId(['a', 'b', 'c'], 'c', 5)).toEqual(['a', 'b', 'c']);
    expect(movedId(['a', 'b'], 'z', 1)).toEqual(['a', 'b']);
  });
});
