import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFairExchange } from './index.ts';

describe('an amount paid in another currency', () => {
  it.each([
    [91_000n, 86_450n, 5, true],
    [91_000n, 95_550n, 5, true],
    [91_000n, 86_449n, 5, false],
    [91_000n, 95_551n, 5, false],
    [91_000n, 86_449n, 6, true],
    [91_000n, 90_999n, 0, true],
    [91_000n, 90_998n, 0, false],
    [91_000n, 100n, 15, false],
    [1n, 2n, 5, true],
    [2n, 4n, 5, false],
  ])('worth %s paid with %s, %s percent apart at most: %s', (itemMinor, paidMinor, spreadPercentMax, isFair) => {
    expect(isFairExchange({ itemMinor, paidMinor, spreadPercentMax })).toBe(isFair);
  });

  it('of any amounts, what is fair loses at most a twentieth, rounding apart', () => {
    const minor = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(minor, minor, (itemMinor, paidMinor) => {
        if (!isFairExchange({ itemMinor, paidMinor, spreadPercentMax: 5 })) return;
        expect((itemMinor - paidMinor - 1n) * 20n).toBeLessThanOrEqual(itemMinor);
      }),
    );
  });
});
