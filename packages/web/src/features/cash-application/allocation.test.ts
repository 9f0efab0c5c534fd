import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Draft, leftOf, restsOf, sameDraft, withoutTick, withPart, withTick } from './allocation.ts';

const RECEIPT = 1_487_120n;
const first = { id: '4711', openMinor: 812_000n };
const second = { id: '4713', openMinor: 690_000n };
const credit = { id: 'CN-9', openMinor: -14_880n };

describe('applying a receipt of 14,871.20 by hand', () => {
  it('the first item ticked takes all of it that is open, the second what is left', () => {
    const both = withTick(withTick(new Map(), first, RECEIPT), second, RECEIPT);
    expect(both.get('4711')).toBe(812_000n);
    expect(both.get('4713')).toBe(675_120n);
    expect(leftOf(RECEIPT, both)).toBe(0n);
  });

  it('a credit note that the payer netted leaves more for the invoices', () => {
    const draft = withTick(withTick(withTick(new Map(), credit, RECEIPT), first, RECEIPT), second, RECEIPT);
    expect(draft.get('CN-9')).toBe(-14_880n);
    expect(draft.get('4713')).toBe(690_000n);
    expect(leftOf(RECEIPT, draft)).toBe(0n);
  });

  it('ticked when nothing is left, an item shows by how much that is too much', () => {
    const draft = withTick(withTick(new Map(), { id: 'A', openMinor: RECEIPT }, RECEIPT), second, RECEIPT);
    expect(leftOf(RECEIPT, draft)).toBe(-690_000n);
  });

  it('a part can be typed, but not more than is open and not against its sign', () => {
    expect(withPart(new Map(), first, 100_000n)).toEqual(new Map([['4711', 100_000n]]));
    expect(withPart(new Map(), first, 812_001n)).toBe('more_than_open');
    expect(withPart(new Map(), first, -1n)).toBe('wrong_sign');
    expect(withPart(new Map(), credit, -14_881n)).toBe('more_than_open');
    expect(withPart(new Map([['4711', 5n]]), first, 0n)).toEqual(new Map());
  });

  it('an item that gets less than is open of it says what stays open; one that is settled says nothing', () => {
    const items = [
      { ...first, number: '4711' },
      { ...second, number: '4713' },
      { ...credit, number: 'CN-9' },
    ];
    const draft = withTick(withTick(new Map(), first, RECEIPT), second, RECEIPT);
    expect(restsOf(items, draft)).toEqual([{ id: '4713', number: '4713', restMinor: 14_880n }]);
    expect(restsOf(items, new Map([['CN-9', -10_000n]]))).toEqual([{ id: 'CN-9', number: 'CN-9', restMinor: -4_880n }]);
  });

  it('unticked, an item gives back what it had', () => {
    expect(leftOf(RECEIPT, withoutTick(withTick(new Map(), first, RECEIPT), '4711'))).toBe(RECEIPT);
  });

  it('whatever is ticked, no item gets more than is open of it', () => {
    const item = fc.record({ id: fc.uuid(), openMinor: fc.bigInt({ min: 1n, max: 10n ** 9n }) });
    fc.assert(
      fc.property(
        fc.bigInt({ min: 1n, max: 10n ** 9n }),
        fc.uniqueArray(item, { selector: ({ id }) => id }),
        (receipt, items) => {
          const draft = items.reduce<Draft>((now, one) => withTick(now, one, receipt), new Map());
          return items.every(({ id, openMinor }) => (draft.get(id) ?? 0n) <= openMinor);
        },
      ),
    );
  });

  it('two drafts are the same when each item gets the same', () => {
    expect(
      sameDraft(
        new Map([
          ['a', 1n],
          ['b', 2n],
        ]),
        new Map([
          ['b', 2n],
          ['a', 1n],
        ]),
      ),
    ).toBe(true);
    expect(sameDraft(new Map([['a', 1n]]), new Map([['a', 2n]]))).toBe(false);
  });
});
