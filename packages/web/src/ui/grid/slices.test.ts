import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce, eachPlace, mapped, numbersOf, runInSlices, type Slices, sorted } from './slices.ts';

function pausesOf(slices: Slices<unknown>): number {
  let pauses = 0;
  while (!slices.next().done) pauses += 1;
  return pauses;
}

describe('work in slices', () => {
  it('pauses on the way through a long list, and never in a short one', () => {
    expect(pausesOf(eachPlace(100_000, () => {}))).toBeGreaterThan(50);
    expect(pausesOf(eachPlace(500, () => {}))).toBe(0);
  });

  it('gives what the work at once would give', () => {
    expect(atOnce(mapped([1, 2, 3], (value) => value * 2))).toEqual([2, 4, 6]);
    expect([...atOnce(numbersOf(['1', '22'], (text) => text.length))]).toEqual([1, 2]);
  });

  it('sorts any list as the engine does, equal values as they stood', () => {
    const values = fc.array(fc.nat({ max: 50 }), { minLength: 0, maxLength: 5_000 });
    fc.assert(
      fc.property(values, (keys) => {
        const rows = keys.map((key, place) => ({ key, place }));
        const byKey = (left: { key: number }, right: { key: number }) => left.key - right.key;
        expect(atOnce(sorted(rows, byKey))).toEqual([...rows].sort(byKey));
      }),
      { numRuns: 40 },
    );
  });

  it('goes on by itself until it is done, and forgets what was stopped', async () => {
    const result = await new Promise<number>((resolve) => {
      let sum = 0;
      runInSlices(
        (function* count() {
          yield* eachPlace(10_000, (place) => {
            sum += place;
          });
          return sum;
        })(),
        resolve,
      );
    });
    expect(result).toBe(49_995_000);
    let isDone = false;
    runInSlices(
      eachPlace(10_000, () => {}),
      () => {
        isDone = true;
      },
    ).stop();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(isDone).toBe(false);
  });
});
