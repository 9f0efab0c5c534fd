import { formatAmount } from '@quittance/core/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tallyOf } from './tally.ts';

const eur = (amount: string) => ({ amount, currency: 'EUR' });

describe('the sum of a selection', () => {
  it('adds each currency by itself and averages half away from zero', () => {
    const tally = tallyOf([eur('10.00'), eur('5.01'), { amount: '7', currency: 'JPY' }, null, '']);
    expect(tally.filled).toBe(3);
    expect(tally.plainSum).toBeNull();
    expect(tally.sums).toEqual([
      { amountMinor: 1501n, currency: 'EUR', count: 2, averageMinor: 751n },
      { amountMinor: 7n, currency: 'JPY', count: 1, averageMinor: 7n },
    ]);
  });

  it('credits count below zero', () => {
    expect(tallyOf([eur('100.00'), eur('-30.50')]).sums[0]?.amountMinor).toBe(6950n);
  });

  it('plain numbers are added when there is no money, and texts are only counted', () => {
    expect(tallyOf([3, 4, 'INV-1'])).toEqual({ filled: 3, sums: [], plainSum: 7 });
    expect(tallyOf([3, eur('1.00')]).plainSum).toBeNull();
  });

  it('is exact where floating point is not', () => {
    const amounts = fc.array(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(amounts, (minors) => {
        const tally = tallyOf(minors.map((minor) => eur(formatAmount(minor, 'EUR'))));
        return tally.sums[0]?.amountMinor === minors.reduce((sum, minor) => sum + minor, 0n);
      }),
    );
  });
});
