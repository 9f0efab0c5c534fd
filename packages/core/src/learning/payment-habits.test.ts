import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import {
  countHabits,
  deductionsShown,
  isUsual,
  type ObservedPayment,
  paidAmong,
  structureShown,
  togetherCounted,
} from './payment-habits.ts';

const may = (...days: number[]) => days.map((day) => localDate(`2026-05-${String(day).padStart(2, '0')}`));
const shown = (paid: number[], left: number[]) => structureShown(paidAmong(may(...paid), may(...left)));
const payment = (given: Partial<ObservedPayment> = {}): ObservedPayment => ({
  bookedOn: localDate('2026-05-10'),
  chances: ['oldest_first'],
  kept: ['oldest_first'],
  deductions: [],
  silenced: [],
  ...given,
});

describe('what a payment shows of how a customer pays', () => {
  it('the two oldest of five: the oldest first, whole days, and not the whole account', () => {
    expect(shown([1, 2], [3, 4, 5])).toEqual({
      chances: ['whole_account', 'oldest_first', 'whole_days'],
      kept: ['oldest_first', 'whole_days'],
    });
  });

  it('one due on 2 May is left between those of 1 and 3 May: neither the oldest first nor whole days', () => {
    expect(paidAmong(may(1, 3), may(2, 9))).toEqual({
      paidCount: 2,
      leftCount: 2,
      olderLeftCount: 1,
      betweenLeftCount: 1,
    });
    expect(shown([1, 3], [2, 9]).kept).toEqual([]);
  });

  it('one of two due the same day: the oldest first, but not the whole day', () => {
    expect(shown([1, 2], [2]).kept).toEqual(['oldest_first']);
  });

  it('all that is open says nothing about an order; a single item says nothing at all', () => {
    expect(shown([1, 2], [])).toEqual({ chances: ['whole_account'], kept: ['whole_account'] });
    expect(shown([1], [])).toEqual({ chances: [], kept: [] });
  });

  it('2.00 of 100.00 and 1.00 of 50.00 is two percent', () => {
    const deducted = [
      { itemId: 'a', reason: 'cash_discount', amountMinor: 200n, grossMinor: 10_000n },
      { itemId: 'b', reason: 'cash_discount', amountMinor: 100n, grossMinor: 5_000n },
      { itemId: 'b', reason: 'bank_fee', amountMinor: 1_000n, grossMinor: 5_000n },
    ];
    expect(deductionsShown(deducted)).toEqual([
      { reason: 'bank_fee', shareBps: 2_000 },
      { reason: 'cash_discount', shareBps: 200 },
    ]);
  });
});

describe('a habit', () => {
  it('is usual from four times on, when it was kept four times in five', () => {
    expect(isUsual({ times: 4, ofTimes: 5 })).toBe(true);
    expect(isUsual({ times: 3, ofTimes: 3 })).toBe(false);
    expect(isUsual({ times: 8, ofTimes: 11 })).toBe(false);
  });

  it('counts only the payments that could have broken it, with the first and the last day', () => {
    const payments = [
      payment({ bookedOn: localDate('2026-05-02') }),
      payment({ kept: [] }),
      payment({ chances: ['whole_account'], kept: ['whole_account'] }),
    ];
    expect(countHabits(payments)).toEqual({
      payments: 3,
      habits: [
        {
          habit: 'oldest_first',
          times: 1,
          ofTimes: 2,
          shareBps: null,
          sinceOn: '2026-05-02',
          lastOn: '2026-05-02',
        },
        expect.objectContaining({ habit: 'whole_account', times: 1, ofTimes: 1 }),
      ],
    });
  });

  it('of deducting tells the share when it nearly always is the same', () => {
    const taking = (shareBps: number) => payment({ deductions: [{ reason: 'promotion', shareBps }] });
    expect(countHabits([taking(125), taking(125), taking(125), taking(125), taking(90)]).habits).toContainEqual(
      expect.objectContaining({ habit: 'deduction:promotion', times: 5, ofTimes: 5, shareBps: 125 }),
    );
    expect(countHabits([taking(125), taking(90)]).habits).toContainEqual(expect.objectContaining({ shareBps: null }));
  });

  it('that was taken back is not counted from the payments before', () => {
    const { habits } = countHabits([payment({ silenced: ['oldest_first'] }), payment({ silenced: ['whole_days'] })]);
    expect(habits).toMatchObject([{ habit: 'oldest_first', times: 1, ofTimes: 1 }]);
  });
});

const anyPayment: fc.Arbitrary<ObservedPayment> = fc.record({
  bookedOn: fc.integer({ min: 1, max: 28 }).map((day) => may(day)[0] as ObservedPayment['bookedOn']),
  chances: fc.constant(['oldest_first', 'whole_account'] as const),
  kept: fc.subarray(['oldest_first', 'whole_account'] as const),
  deductions: fc.subarray([{ reason: 'bank_fee', shareBps: 50 }]),
  silenced: fc.subarray(['oldest_first', 'deduction:bank_fee']),
});

describe('counting', () => {
  it('does not depend on the order, is never more than the chances, and adds up over the records of a party', () => {
    fc.assert(
      fc.property(fc.array(anyPayment), fc.array(anyPayment), (left, right) => {
        const all = countHabits([...left, ...right]);
        expect(countHabits([...right, ...left])).toEqual(all);
        for (const { times, ofTimes } of all.habits) expect(times).toBeLessThanOrEqual(ofTimes);
        expect(togetherCounted([countHabits(left), countHabits(right)])).toEqual(all);
      }),
    );
  });
});
