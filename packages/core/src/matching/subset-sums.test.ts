import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsWithSum } from './subset-sums.ts';

/** Every stretch tried, in the order of its end. */
function runsTried(amounts: readonly bigint[], target: bigint): { first: number; last: number }[] {
  const found: { first: number; last: number }[] = [];
  for (let last = 0; last < amounts.length; last += 1) {
    for (let first = 0; first <= last; first += 1) {
      const total = amounts.slice(first, last + 1).reduce((all, amount) => all + amount, 0n);
      if (total === target) found.push({ first, last });
    }
  }
  return found;
}

describe('runs of items with a sum', () => {
  it('of 10.00, 20.00, 30.00 the sum 50.00 is the second and the third', () => {
    expect(runsWithSum([1_000n, 2_000n, 3_000n], 5_000n)).toEqual([{ first: 1, last: 2 }]);
    expect(runsWithSum([1_000n, 2_000n, 3_000n], 4_000n)).toEqual([]);
  });

  it('a credit between two invoices is part of the run', () => {
    expect(runsWithSum([1_000n, -400n, 3_000n], 2_600n)).toEqual([{ first: 1, last: 2 }]);
  });

  it('are those that trying every stretch finds, with credits, without, and for nothing', () => {
    const amounts = fc.oneof(
      fc.array(fc.bigInt({ min: 1n, max: 6n }), { maxLength: 7 }),
      fc.array(fc.bigInt({ min: -4n, max: 6n }), { maxLength: 5 }),
    );
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: -3n, max: 20n }), (given, target) => {
        const tried = runsTried(given, target);
        fc.pre(tried.length <= 8); // beyond, only the first are kept
        expect(runsWithSum(given, target)).toEqual(tried);
      }),
      { numRuns: 500 },
    );
  });
});
