import { describe, expect, it } from 'vitest';
import type { GridColumn } from './grid.types.ts';
import { totalsOf } from './totals.ts';

interface Row {
  readonly amount: string;
  readonly open: string;
  readonly currency: string;
}

const money = (id: 'amount' | 'open', isTotalled: boolean): GridColumn<Row> => ({
  id,
  header: id,
  width: 1,
  kind: 'money',
  isTotalled,
  value: (row) => ({ amount: row[id], currency: row.currency }),
});

describe('totals at the foot', () => {
  const rows: readonly Row[] = [
    { amount: '0.10', open: '0.10', currency: 'EUR' },
    { amount: '0.20', open: '0.00', currency: 'EUR' },
    { amount: '1000', open: '1000', currency: 'JPY' },
  ];

  it('one line for each currency, exact, in the order of the codes', () => {
    expect(totalsOf(rows, [money('amount', true), money('open', true)], 'Total')).toEqual([
      {
        id: 'EUR',
        label: 'Total EUR',
        amounts: { amount: { amount: '0.30', currency: 'EUR' }, open: { amount: '0.10', currency: 'EUR' } },
      },
      {
        id: 'JPY',
        label: 'Total JPY',
        amounts: { amount: { amount: '1000', currency: 'JPY' }, open: { amount: '1000', currency: 'JPY' } },
      },
    ]);
  });

  it('stay exact beyond what a plain number holds', () => {
    const large = { amount: '9999999999999.99', open: '0.00', currency: 'EUR' };
    const many = [...Array.from({ length: 20 }, () => large), { ...large, amount: '0.01' }];
    const [total] = totalsOf(many, [money('amount', true)], 'Total');
    expect(total?.amounts.amount?.amount).toBe('199999999999999.81');
  });

  it('no foot without a column that is totalled, or without rows', () => {
    expect(totalsOf(rows, [money('amount', false)], 'Total')).toEqual([]);
    expect(totalsOf([], [money('amount', true)], 'Total')).toEqual([]);
  });
});
