import { describe, expect, it } from 'vitest';
import { formatsOf } from '../format/formats.ts';
import { folded, makeRowFilter } from './filter.ts';
import type { GridColumn } from './grid.types.ts';

interface Row {
  readonly name: string;
  readonly open: string;
  readonly due: string;
}

const columns: readonly GridColumn<Row>[] = [
  { id: 'name', header: 'Name', width: 1, kind: 'text', value: (row) => row.name },
  { id: 'open', header: 'Open', width: 1, kind: 'money', value: (row) => ({ amount: row.open, currency: 'EUR' }) },
  { id: 'due', header: 'Due', width: 1, kind: 'date', value: (row) => row.due },
];
const rossi: Row = { name: 'Società Rossi', open: '92400.50', due: '2026-10-12' };
const kaufmann: Row = { name: 'Kaufmann GmbH', open: '-88.00', due: '2026-11-02' };
const found = (filter: string, locale = 'en-GB') =>
  [rossi, kaufmann]
    .filter(makeRowFilter(columns, formatsOf(locale)).testOf(filter) ?? (() => true))
    .map((row) => row.name);

describe('the quick filter', () => {
  it('finds words in any order, without case and accents', () => {
    expect(found('rossi SOCIETA')).toEqual(['Società Rossi']);
    expect(folded('Ünal & Çelik')).toBe('unal & celik');
  });

  it('every word must stand in the row', () => {
    expect(found('rossi gmbh')).toEqual([]);
  });

  it('finds an amount as it travels, as it is shown, and in part', () => {
    expect(found('92400.50')).toEqual(['Società Rossi']);
    expect(found('92,400.50')).toEqual(['Società Rossi']);
    expect(found('92.400,50', 'it-IT')).toEqual(['Società Rossi']);
    expect(found('-88')).toEqual(['Kaufmann GmbH']);
  });

  it('finds a date as it is stored and as it is shown', () => {
    expect(found('2026-10')).toEqual(['Società Rossi']);
    expect(found('02 nov')).toEqual(['Kaufmann GmbH']);
  });

  it('a blank filter leaves everything', () => {
    expect(found('  ')).toEqual(['Società Rossi', 'Kaufmann GmbH']);
  });
});
