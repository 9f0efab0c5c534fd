import { describe, expect, it } from 'vitest';
import { commonCurrencyFirst, compareKeys, onlyCurrency, sortKeyOf } from './cell.ts';
import type { CellValue, GridColumn } from './grid.types.ts';

const collator = new Intl.Collator('it', { numeric: true, sensitivity: 'base' });
const sorted = (values: readonly CellValue[]) =>
  [...values].sort((left, right) => compareKeys(sortKeyOf(left), sortKeyOf(right), collator));
const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('the order of a column', () => {
  it('amounts by size and not by their letters, credits first', () => {
    expect(sorted([eur('9.00'), eur('10.00'), eur('-1.00')])).toEqual([eur('-1.00'), eur('9.00'), eur('10.00')]);
  });

  it('amounts of several currencies stay together by currency', () => {
    const usd = { amount: '1.00', currency: 'USD' };
    expect(sorted([usd, eur('500.00')])).toEqual([eur('500.00'), usd]);
  });

  it('numbers in texts count as numbers, and case does not count', () => {
    expect(sorted(['INV-10', 'inv-9', 'INV-100'])).toEqual(['inv-9', 'INV-10', 'INV-100']);
  });

  it('blanks come first', () => {
    expect(sorted(['b', null, 'a'])).toEqual([null, 'a', 'b']);
  });
});

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

  it('of most rows comes first when rows are sorted by amount, whichever way', () => {
    const blank = { open: null };
    const rows = [blank, { open: { amount: '900', currency: 'JPY' } }, { open: eur('5.00') }, { open: eur('2.00') }];
    expect(commonCurrencyFirst(rows, column)).toEqual([rows[2], rows[3], rows[1], blank]);
  });

  it('stands in the cells when rows differ', () => {
    expect(onlyCurrency([{ open: eur('1.00') }, { open: { amount: '1', currency: 'JPY' } }], column)).toBeNull();
  });
});
