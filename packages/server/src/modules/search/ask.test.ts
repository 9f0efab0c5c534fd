import { formatAmount } from '@quittance/core/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAsk } from './ask.ts';

const inEuro = (typed: string): bigint[] =>
  readAsk(typed).amounts.flatMap(({ minor, decimals }) => (decimals === 2 ? [minor] : []));

describe('what somebody searches for', () => {
  it.each([
    '1234.56',
    '1234,56',
    '1.234,56',
    '1,234.56',
    '1 234,56',
    '1’234.56',
    '-1.234,56',
    '€ 1.234,56',
    '1,234.56 EUR',
  ])('is an amount in any notation: %s', (typed) => {
    expect(inEuro(typed)).toEqual([123456n]);
  });

  it('is both where it can be either: 1.234 is a thousand in Rome and one and a bit in Kuwait', () => {
    expect(inEuro('1.234')).toEqual([123400n]);
    expect(readAsk('1.234').amounts).toContainEqual({ minor: 1234n, decimals: 3 });
    expect(inEuro('1234')).toEqual([123400n]);
    expect(readAsk('1234').amounts).toContainEqual({ minor: 1234n, decimals: 0 });
  });

  it('is no amount when its signs make none', () => {
    for (const typed of ['INV-471', '1,23,456', '1.2.3', '12/345', 'rossi', '0', '...']) {
      expect(inEuro(typed), typed).toEqual([]);
    }
  });

  it('is a number as documents keep it, or its end when it is long enough to tell', () => {
    expect(readAsk('inv-00471')).toMatchObject({ key: 'INV471', tails: ['INV00471', 'INV471'] });
    expect(readAsk('00471')).toMatchObject({ key: '471', tails: ['00471', '471'] });
    expect(readAsk('47')).toMatchObject({ key: '47', tails: [] });
    expect(readAsk('rossi')).toMatchObject({ key: 'ROSSI', tails: [] });
    expect(readAsk('  ')).toMatchObject({ text: '', key: null, tails: [], amounts: [] });
  });

  it('every amount is found again as it is printed, in both notations', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 10n ** 15n }), (minor) => {
        const plain = formatAmount(minor, 'EUR');
        const [whole = '', cents = ''] = plain.split('.');
        const grouped = (sign: string): string => whole.replace(/\B(?=(\d{3})+$)/g, sign);
        for (const typed of [plain, `${grouped('.')},${cents}`, `${grouped(',')}.${cents}`]) {
          expect(inEuro(typed)).toContain(minor);
        }
      }),
    );
  });
});
