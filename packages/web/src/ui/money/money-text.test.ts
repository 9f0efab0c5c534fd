import { currencyCode, formatAmount } from '@quittance/core/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatsOf } from '../format/formats.ts';
import { atMost, isNegative, isZero, readAmount, sumByCurrency, toMoney, toMoneyText } from './money-text.ts';

const EUR = currencyCode('EUR');
const JPY = currencyCode('JPY');
const KWD = currencyCode('KWD');

describe('an amount as a person types it', () => {
  it('in the reader’s notation', () => {
    expect(readAmount('1.234,56', EUR, ',')).toBe(123456n);
    expect(readAmount('1,234.56', EUR, '.')).toBe(123456n);
    expect(readAmount('1 234,5', EUR, ',')).toBe(123450n);
    expect(readAmount("12'345.60", EUR, '.')).toBe(1234560n);
  });

  it('with the other decimal sign, when it cannot be a group', () => {
    expect(readAmount('1234.5', EUR, ',')).toBe(123450n);
    expect(readAmount('1234,50', EUR, '.')).toBe(123450n);
  });

  it('three digits after the group sign are a group', () => {
    expect(readAmount('1.234', EUR, ',')).toBe(123400n);
    expect(readAmount('1,234', EUR, '.')).toBe(123400n);
  });

  it('with a minus of any kind', () => {
    expect(readAmount('−12,50', EUR, ',')).toBe(-1250n);
    expect(readAmount('-12.50', EUR, '.')).toBe(-1250n);
  });

  it('in currencies without decimals and with three', () => {
    expect(readAmount('1500', JPY, '.')).toBe(1500n);
    expect(readAmount('1.5', JPY, '.')).toBeNull();
    expect(readAmount('1.250', KWD, '.')).toBe(1250n);
  });

  it('anything else is none', () => {
    for (const typed of ['', 'abc', '12,34,5x', '--1', '1e5']) expect(readAmount(typed, EUR, '.')).toBeNull();
  });

  it('what is shown can be typed back, in every locale', () => {
    const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n });
    fc.assert(
      fc.property(amount, fc.constantFrom('en-GB', 'it-IT', 'de-CH', 'fr-FR'), (minor, locale) => {
        const formats = formatsOf(locale);
        expect(readAmount(formats.amount(minor, 'EUR'), EUR, formats.decimalSign)).toBe(minor);
        expect(readAmount(formats.plainAmount(minor, 'EUR'), EUR, formats.decimalSign)).toBe(minor);
      }),
    );
  });
});

describe('money of the API', () => {
  it('is read and written without loss', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
        fc.constantFrom('EUR', 'JPY', 'KWD'),
        (minor, currency) => {
          const text = { amount: formatAmount(minor, currency), currency };
          expect(toMoneyText(toMoney(text))).toEqual(text);
          expect(isZero(text)).toBe(minor === 0n);
          expect(isNegative(text)).toBe(minor < 0n);
        },
      ),
    );
  });

  it('a text the server cannot have sent is a bug', () => {
    expect(() => toMoney({ amount: '1,50', currency: 'EUR' })).toThrow(RangeError);
  });

  it('is summed by currency', () => {
    const texts = [
      { amount: '0.10', currency: 'EUR' },
      { amount: '5', currency: 'JPY' },
      { amount: '0.20', currency: 'EUR' },
    ];
    expect(sumByCurrency(texts).map(toMoneyText)).toEqual([
      { amount: '0.30', currency: 'EUR' },
      { amount: '5', currency: 'JPY' },
    ]);
  });

  it('a part is never more than the whole, on either side of zero', () => {
    expect(atMost(812000n, 500000n)).toBe(500000n);
    expect(atMost(-3000n, 10000n)).toBe(-3000n);
    expect(atMost(-30000n, 10000n)).toBe(-10000n);
  });
});
