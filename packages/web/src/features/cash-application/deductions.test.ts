import { currencyCode } from '@quittance/core/money';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DraftDeduction,
  deductedByItem,
  fittedDeductions,
  readDeductions,
  withDeductionsOf,
  withRestsDeducted,
} from './deductions.ts';

const item = { id: '4713', number: '4713', openMinor: 690_000n };
const cash = new Map([['4713', 675_120n]]);
const reasons = [
  { reason: 'cash_discount', words: 'Cash discount' },
  { reason: 'small_difference', words: 'Small difference' },
  { reason: 'freight', words: 'Freight' },
  { reason: 'unspecified', words: 'No reason given' },
] as const;
const given = { item, cashMinor: 675_120n, currency: currencyCode('EUR'), decimalSign: '.' as const, reasons };
const said = (read: ReturnType<typeof readDeductions>): unknown =>
  typeof read === 'string' ? read : read.map(({ amountMinor, reason }) => [amountMinor, reason]);

describe('148.80 missing on 4713', () => {
  it('one key makes a deduction of all of it; what was deducted before stays', () => {
    const all = withRestsDeducted([], { items: [item], cash, reason: 'small_difference' });
    expect(all).toEqual([{ itemId: '4713', amountMinor: 14_880n, reason: 'small_difference', note: '' }]);
    const discount: DraftDeduction = { itemId: '4713', amountMinor: 13_800n, reason: 'cash_discount', note: '' };
    const rest = withRestsDeducted([discount], { items: [item], cash, reason: 'unspecified' });
    expect(rest.map(({ amountMinor }) => amountMinor)).toEqual([13_800n, 1_080n]);
  });

  it.each([
    [
      '138 disc; 10.80 freight',
      [
        [13_800n, 'cash_discount'],
        [1_080n, 'freight'],
      ],
    ],
    [
      '2% discount + 10.80',
      [
        [13_800n, 'cash_discount'],
        [1_080n, 'unspecified'],
      ],
    ],
    ['1.5% cash', [[10_350n, 'cash_discount']]],
    ['10,80 small_difference', [[1_080n, 'small_difference']]],
    ['', []],
    ['0', []],
    ['disc', [[14_880n, 'cash_discount']]],
    [
      '138 disc; freight',
      [
        [13_800n, 'cash_discount'],
        [1_080n, 'freight'],
      ],
    ],
    ['148.80 disc; freight', 'nothing_missing'],
    ['rebate', 'unknown_reason'],
    ['%', 'not_an_amount'],
    ['10 rebate', 'unknown_reason'],
    ['6900 disc', 'more_than_rest'],
  ])('typed “%s” is read by amount and reason', (typed, expected) => {
    expect(said(readDeductions(typed, given))).toEqual(expected);
  });

  it('a word alone says nothing of an item that is paid in full, or not at all', () => {
    expect(readDeductions('disc', { ...given, cashMinor: 690_000n })).toBe('nothing_missing');
    expect(readDeductions('disc', { ...given, cashMinor: undefined })).toBe('nothing_missing');
  });

  it('nothing is deducted from a credit note', () => {
    const credit = { id: 'CN', number: 'CN', openMinor: -5_000n };
    expect(readDeductions('10 disc', { ...given, item: credit })).toBe('not_on_credits');
  });

  it('more cash on the item cuts what no longer fits beside it; without cash the deductions go', () => {
    const two = readDeductions('138 disc; 10.80 freight', given) as readonly DraftDeduction[];
    expect(said(fittedDeductions(two, item, new Map([['4713', 676_000n]])))).toEqual([
      [13_800n, 'cash_discount'],
      [200n, 'freight'],
    ]);
    expect(fittedDeductions(two, item, new Map())).toEqual([]);
    expect(withDeductionsOf(two, '4713', [])).toEqual([]);
  });

  it('whatever is open and paid, cash and deductions are never above what is open', () => {
    const amount = fc.bigInt({ min: 1n, max: 10n ** 9n });
    fc.assert(
      fc.property(amount, amount, amount, (openMinor, paid, laterPaid) => {
        const one = { id: 'A', number: 'A', openMinor };
        const part = (minor: bigint) => new Map([['A', minor > openMinor ? openMinor : minor]]);
        const rests = withRestsDeducted([], { items: [one], cash: part(paid), reason: 'unspecified' });
        const later = part(laterPaid);
        const deducted = deductedByItem(fittedDeductions(rests, one, later)).get('A') ?? 0n;
        return deducted >= 0n && (later.get('A') ?? 0n) + deducted <= openMinor;
      }),
    );
  });
});
