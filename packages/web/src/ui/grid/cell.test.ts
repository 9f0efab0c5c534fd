import { describe, expect, it } from 'vitest';
import { onlyCurrency } from './cell.ts';
import type { CellValue, GridColumn } from './grid.types.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('the currency of a column', () => {
  const column: GridColumn<{ open: CellValue }> = {
    id: 'open',
    header: 'Open',
    width: 1,
    kind: 'money',
    value: (row) => row.open as { amount: string; currency: string } | null,
  };

  it('stands in the head when all rows have the same', () => {
    expect(onlyCurrency([{ open: eur('1.00') }, { open: null }, { open: eur('2.00') }], column)).toBe('EUR');
  });

  it('stands in the cells when rows differ', () => {
    expect(onlyCurrency([{ open: eur('1.00') }, { open: { amount: '1', currency: 'JPY' } }], column)).toBeNull();
  });
});
