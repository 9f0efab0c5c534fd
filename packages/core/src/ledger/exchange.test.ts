import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFunctional } from './exchange.ts';

describe('conversion into the functional currency', () => {
  it.each([
    [100_000n, 'USD', 'EUR', '0.905', 90_500n],
    [100n, 'JPY', 'EUR', '0.0061', 61n], // 100 yen, 0.61 euro
    [1n, 'KWD', 'EUR', '3.05', 0n], // 0.001 dinar, 0.00305 euro
    [2n, 'KWD', 'EUR', '3.05', 1n], // 0.0061 euro: half a cent and more is a cent
    [12_345n, 'EUR', 'JPY', '163.5', 20_184n], // 20,184.075 yen
    [-100_000n, 'USD', 'EUR', '0.905', -90_500n],
    [1_000_000_000_000_000n, 'EUR', 'KWD', '0.3333333333', 3_333_333_333_000_000n],
  ])('%d %s in %s at %s is %d', (amount, from, to, rate, functional) =>
    expect(toFunctional(amount, { from, to, rate })).toBe(functional),
  );

  it('rounds half away from zero on both sides of it', () => {
    expect(toFunctional(1n, { from: 'USD', to: 'EUR', rate: '0.5' })).toBe(1n);
    expect(toFunctional(-1n, { from: 'USD', to: 'EUR', rate: '0.5' })).toBe(-1n);
  });

  it('is exact to the last unit, whatever the size', () => {
    const amounts = fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n });
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 13n }), (amount, scaledRate) => {
        const rate = `${scaledRate / 10n ** 10n}.${(scaledRate % 10n ** 10n).toString().padStart(10, '0')}`;
        const size = amount < 0n ? -amount : amount;
        const exact = (2n * size * scaledRate + 10n ** 10n) / (2n * 10n ** 10n);
        expect(toFunctional(amount, { from: 'USD', to: 'EUR', rate })).toBe(amount < 0n ? -exact : exact);
      }),
    );
  });
});
