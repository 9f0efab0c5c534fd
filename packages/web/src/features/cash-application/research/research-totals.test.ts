import { describe, expect, it } from 'vitest';
import { causeTables } from './research-totals.ts';

const total = (cause: 'duplicate' | 'no_remittance' | null, age: number, amount: string, currency = 'EUR') => ({
  cause,
  age,
  count: 1,
  lateCount: 0,
  unownedCount: 0,
  unapplied: { amount, currency },
});

describe('unapplied by cause and age', () => {
  it('adds up along both sides, the largest cause first and the unknown last', () => {
    const [table] = causeTables([
      total(null, 0, '900.00'),
      total('duplicate', 0, '10.00'),
      total('duplicate', 4, '5.50'),
      total('no_remittance', 4, '100.00'),
    ]);
    expect(table?.lines.map((line) => [line.cause, line.total.amount])).toEqual([
      ['no_remittance', '100.00'],
      ['duplicate', '15.50'],
      [null, '900.00'],
    ]);
    expect(table?.foot.ages.map((age) => age?.amount ?? null)).toEqual(['910.00', null, null, null, '105.50']);
    expect(table?.foot.total.amount).toBe('1015.50');
  });

  it('never adds currencies', () => {
    const tables = causeTables([total(null, 0, '1.00'), total(null, 0, '2', 'JPY')]);
    expect(tables.map((table) => [table.currency, table.foot.total.amount])).toEqual([
      ['EUR', '1.00'],
      ['JPY', '2'],
    ]);
  });
});
