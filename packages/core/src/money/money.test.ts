import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abs,
  addMoney,
  allocateByLargestRemainder,
  CURRENCY_CODES,
  currencyCode,
  divideHalfUp,
  formatAmount,
  isCurrencyCode,
  isStatementCurrency,
  minorDigits,
  money,
  parseAmount,
  shareHalfUp,
  sum,
} from './index.ts';

// A digit more has no canonical amount: `parseAmount` reads at most 15 before the decimals.
const AMOUNT_MAX = 10n ** 15n - 1n;
const amounts = fc.bigInt({ min: -AMOUNT_MAX, max: AMOUNT_MAX });
const currencies = fc.constantFrom('JPY', 'EUR', 'KWD', 'CLF');

describe('currencies', () => {
  it.each([
    ['JPY', 0],
    ['KRW', 0],
    ['ISK', 0],
    ['UYI', 0],
    ['XAF', 0],
    ['EUR', 2],
    ['HUF', 2], // shown without decimals in Hungary, kept with two
    ['IDR', 2],
    ['MGA', 2],
    ['XCG', 2],
    ['ZWG', 2],
    ['BHD', 3],
    ['IQD', 3],
    ['KWD', 3],
    ['LYD', 3],
    ['TND', 3],
    ['CLF', 4],
    ['UYW', 4],
  ])('%s is kept in %i decimals', (code, digits) => expect(minorDigits(code)).toBe(digits));

  it('the table has each code once, three capitals each, and all of them have 0, 2, 3 or 4 decimals', () => {
    expect(new Set(CURRENCY_CODES).size).toBe(CURRENCY_CODES.length);
    for (const code of CURRENCY_CODES) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect([0, 2, 3, 4]).toContain(minorDigits(code));
    }
  });

  it('reads a withdrawn currency on old bank statements, where it is used for nothing else', () => {
    expect(['DEM', 'ITL', 'EUR'].every(isStatementCurrency)).toBe(true);
    expect(isStatementCurrency('ABC')).toBe(false);
    expect([minorDigits('DEM'), minorDigits('ITL')]).toEqual([2, 0]);
    expect(CURRENCY_CODES).not.toContain('DEM');
  });

  it('knows no withdrawn or made-up currency', () => {
    for (const code of ['ITL', 'DEM', 'HRK', 'ABC', 'eur', 'EURO', '']) expect(isCurrencyCode(code), code).toBe(false);
    expect(() => currencyCode('ITL')).toThrow(RangeError);
    expect(() => minorDigits('ABC')).toThrow(RangeError);
  });
});

describe('amounts as text', () => {
  it.each([
    ['12.5', 'EUR', 1250n],
    ['-0.5', 'EUR', -50n],
    ['1234.56', 'EUR', 123_456n],
    ['7', 'JPY', 7n],
    ['7.0', 'JPY', 7n],
    ['1.234', 'KWD', 1234n],
    ['0.0001', 'CLF', 1n],
    ['1.500', 'EUR', 150n],
    ['999999999999999', 'EUR', 99_999_999_999_999_900n],
  ])('%s %s is %d minor units', (text, currency, minor) => expect(parseAmount(text, currency)).toBe(minor));

  it.each(['1.005', '1,234.56', '1e3', ' 1', '1 ', '+1', '.5', '1.', '--1', '', '٣', '1234567890123456'])(
    '%j is no amount in EUR',
    (text) => expect(parseAmount(text, 'EUR')).toBeNull(),
  );

  it.each([
    [-1250n, 'EUR', '-12.50'],
    [7n, 'JPY', '7'],
    [5n, 'EUR', '0.05'],
    [-5n, 'KWD', '-0.005'],
    [0n, 'CLF', '0.0000'],
  ])('%d minor units of %s are written %s', (minor, currency, text) =>
    expect(formatAmount(minor, currency)).toBe(text),
  );

  it('what is written is read back, in every number of decimals', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, currency) => {
        expect(parseAmount(formatAmount(amount, currency), currency)).toBe(amount);
      }),
    );
  });
});

describe('sums', () => {
  it('adds within a currency and never across two', () => {
    const eur = (minor: bigint) => money(minor, currencyCode('EUR'));
    expect(addMoney(eur(100n), eur(-30n))).toEqual(eur(70n));
    expect(() => addMoney(eur(1n), money(1n, currencyCode('USD')))).toThrow('cannot add EUR and USD');
    expect(sum([1n, -2n, 4n])).toBe(3n);
    expect(sum([])).toBe(0n);
  });
});

describe('division', () => {
  it.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [4n, 3n, 1n],
    [0n, 7n, 0n],
  ])('%d / %d is %d: half away from zero', (top, bottom, result) => expect(divideHalfUp(top, bottom)).toBe(result));

  it('refuses zero', () => expect(() => divideHalfUp(1n, 0n)).toThrow('division by zero'));

  it('is never further off than half', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: 1n, max: 10n ** 9n }), (top, bottom) => {
        expect(abs(divideHalfUp(top, bottom) * bottom - top) * 2n).toBeLessThanOrEqual(bottom);
      }),
    );
  });

  it('the share of 100 that belongs to 1 of 3 is 33', () =>
    expect(shareHalfUp(100n, { part: 1n, whole: 3n })).toBe(33n));
});

describe('allocation', () => {
  it('100 by three equal weights is 34, 33, 33', () =>
    expect(allocateByLargestRemainder(100n, [1n, 1n, 1n])).toEqual([34n, 33n, 33n]));

  it('refuses weights of which none is positive or one is negative', () => {
    for (const weights of [[], [0n, 0n], [2n, -1n]]) {
      expect(() => allocateByLargestRemainder(1n, weights)).toThrow(RangeError);
    }
  });

  it('loses no unit, gives nothing to a weight of zero, and is off each exact share by less than one', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 40 })
      .filter((some) => some.some((weight) => weight > 0n));
    fc.assert(
      fc.property(amounts, weights, (amount, shares) => {
        const parts = allocateByLargestRemainder(amount, shares);
        const whole = sum(shares);
        expect(sum(parts)).toBe(amount);
        parts.forEach((part, index) => {
          const share = shares[index] ?? 0n;
          if (share === 0n) expect(part).toBe(0n);
          expect(abs(part * whole - amount * share)).toBeLessThan(whole);
        });
      }),
    );
  });
});
