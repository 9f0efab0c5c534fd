import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promisableMinor, type StandingPromise } from './index.ts';

const open = [
  { id: 'A', openMinor: 30_000n },
  { id: 'B', openMinor: 40_000n },
  { id: 'C', openMinor: 100_000n },
];
const on = (itemIds: readonly string[] | null, leftMinor: bigint): StandingPromise => ({ itemIds, leftMinor });

describe('what can still be promised', () => {
  it('is what is open, less what other promises wait for', () => {
    expect(promisableMinor(open, [], null)).toBe(170_000n);
    expect(promisableMinor(open, [on(null, 150_000n)], null)).toBe(20_000n);
    expect(promisableMinor(open, [on(['A'], 10_000n)], ['A'])).toBe(20_000n);
    expect(promisableMinor(open, [on(['A'], 30_000n)], ['A'])).toBe(0n);
    expect(promisableMinor(open, [on(['A'], 30_000n)], null)).toBe(140_000n);
    expect(promisableMinor(open, [on(null, 999_999n)], ['A'])).toBe(0n);
    expect(promisableMinor([], [], null)).toBe(0n);
  });

  it('on items that share a promise: 500.00 on A and B leave 200.00 of the two, whichever is asked', () => {
    const shared = [on(['A', 'B'], 50_000n)];
    expect(promisableMinor(open, shared, ['A'])).toBe(20_000n);
    expect(promisableMinor(open, shared, ['B'])).toBe(20_000n);
    expect(promisableMinor(open, shared, ['A', 'B'])).toBe(20_000n);
    expect(promisableMinor(open, shared, ['B', 'C'])).toBe(120_000n);
  });

  it('counts a promise on items at most with what is open of them: the rest was credited', () => {
    expect(promisableMinor(open, [on(['A', 'paid'], 90_000n)], null)).toBe(140_000n);
    expect(promisableMinor(open, [on(['paid'], 90_000n)], null)).toBe(170_000n);
  });
});

const ids = ['A', 'B', 'C', 'D'];
const amount = fc.bigInt({ min: 1n, max: 50n });
const asked = fc.record({
  itemIds: fc.option(fc.subarray(ids, { minLength: 1 }), { nil: null }),
  leftMinor: amount,
});
const amounts = fc.tuple(amount, amount, amount, amount);

/** By Hall: promises fit when those within any set of items promise no more than is open of it, and all no more than everything. */
function fit(openMinor: readonly bigint[], promises: readonly StandingPromise[]): boolean {
  const all = promises.reduce((sum, one) => sum + one.leftMinor, 0n);
  if (all > openMinor.reduce((sum, one) => sum + one, 0n)) return false;
  return Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((__, index) => (bits >> index) & 1)).every(
    (set) => {
      const within = promises.filter(({ itemIds }) => itemIds?.every((id) => set.includes(id)) ?? false);
      const openOfSet = set.reduce((sum, id) => sum + (openMinor[ids.indexOf(id)] ?? 0n), 0n);
      return within.reduce((sum, one) => sum + one.leftMinor, 0n) <= openOfSet;
    },
  );
}

describe('of any promises, one after the other', () => {
  it('together they never promise more than is open, and what fits is never refused', () => {
    fc.assert(
      fc.property(amounts, fc.array(asked, { maxLength: 6 }), (openMinor, wishes) => {
        const items = ids.map((id, index) => ({ id, openMinor: openMinor[index] ?? 0n }));
        const standing: StandingPromise[] = [];
        for (const wish of wishes) {
          const isGranted = wish.leftMinor <= promisableMinor(items, standing, wish.itemIds);
          if (!isGranted) expect(fit(openMinor, [...standing, wish])).toBe(false);
          if (isGranted) standing.push(wish);
        }
        const sum = standing.reduce((total, one) => total + one.leftMinor, 0n);
        expect(sum <= openMinor.reduce((total, one) => total + one, 0n)).toBe(true);
        for (const id of ids) {
          const alone = standing.filter(({ itemIds }) => itemIds?.length === 1 && itemIds[0] === id);
          expect(alone.reduce((total, one) => total + one.leftMinor, 0n) <= (openMinor[ids.indexOf(id)] ?? 0n)).toBe(
            true,
          );
        }
      }),
    );
  });
});
