import { describe, expect, it } from 'vitest';
import type { GridColumn, SortBy } from './grid.types.ts';
import { nextSort } from './grid-head.component.tsx';

const base = { header: '', width: 100 };
const OPEN: GridColumn<object> = { ...base, id: 'open', kind: 'money', value: () => null };
const DUE: GridColumn<object> = { ...base, id: 'due', kind: 'date', value: () => null };
const said = (sort: readonly SortBy[]): string => sort.map((one) => (one.isDescending ? '-' : '') + one.id).join(' ');

describe('the order of a grid', () => {
  it('goes with each click: amounts from the largest, days from the first, then the other way, then none', () => {
    let sort = nextSort([], OPEN);
    expect(said(sort)).toBe('-open');
    sort = nextSort(sort, OPEN);
    expect(said(sort)).toBe('open');
    expect(said(nextSort(sort, OPEN))).toBe('');
    expect(said(nextSort(sort, DUE))).toBe('due');
  });

  it('with Shift gets a second column behind the first, which turns and goes by itself', () => {
    let sort = nextSort(nextSort([], OPEN), DUE, true);
    expect(said(sort)).toBe('-open due');
    sort = nextSort(sort, DUE, true);
    expect(said(sort)).toBe('-open -due');
    expect(said(nextSort(sort, DUE, true))).toBe('-open');
    expect(said(nextSort(sort, DUE))).toBe('due');
  });
});
