import { formatAmount } from '@quittance/core/money';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minorOf } from './minor.ts';

it('every amount is read as it is in the books, in currencies with 0, 2 and 3 decimals', () => {
  const currencies = fc.constantFrom('EUR', 'JPY', 'KWD');
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), currencies, (minor, currency) => {
      expect(minorOf({ amount: formatAmount(minor, currency), currency })).toBe(minor);
    }),
  );
  expect(minorOf({ amount: '12.5', currency: 'EUR' })).toBe(1250n);
  expect(() => minorOf({ amount: 'abc', currency: 'EUR' })).toThrow('not an amount');
});
