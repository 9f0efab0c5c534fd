import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFairExchange } from './index.ts';

describe('an amount paid in another currency', () => {
  it.each([
    [91_000n, 86_450n, true],
    [91_000n, 95_550n, true],
    [91_000n, 86_449n, false],
    [91_000n, 95_551n, false],
    [91_000n, 100n, false],
    [1n, 2n, true],
    [2n, 4n, false],
  ])('worth %s paid with %s: %s', (itemMinor, paidMinor, isFair) => {
    expect(isFairExchange({ itemMinor, paidMinor })).toBe(isFair);
  });

  it('of any amounts, what is fair loses at most a twentieth, rounding apart', () => {
    const minor = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(minor, minor, (itemMinor, paidMinor) => {
        if (!isFairExchange({ itemMinor, paidMinor })) return;
        expect((itemMinor - paidMinor - 1n) * 20n).toBeLessThanOrEqual(itemMinor);
      }),
    );
  });
});
