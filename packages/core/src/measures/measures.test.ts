import { describe, expect, it } from 'vitest';
import { localDate, usualCalendar, workingMinutesBetween } from '../calendar/index.ts';
import { type DecisionFact, isCorrected, minutesAtRank, shareOf, weeksOf } from './index.ts';

describe('what posted by itself and was undone', () => {
  const decision = (changes: Partial<DecisionFact>): DecisionFact => ({
    number: 1,
    isByItself: true,
    isUndone: true,
    customerId: 'acme',
    lines: [{ itemId: '4711', amountMinor: 10_000n }],
    deductions: [],
    ...changes,
  });
  const byHand = (changes: Partial<DecisionFact>) =>
    decision({ number: 2, isByItself: false, isUndone: false, ...changes });

  it('is corrected when a person said that it was wrong', () => {
    expect(isCorrected([decision({})], ['4711'])).toBe(true);
    expect(isCorrected([decision({})], ['4712'])).toBe(false);
  });

  it('is corrected when it was applied otherwise, not when it was applied to the same', () => {
    const split = [
      { itemId: '4711', amountMinor: 6_000n },
      { itemId: '4712', amountMinor: 4_000n },
    ];
    expect(isCorrected([decision({}), byHand({ lines: split })], [])).toBe(true);
    expect(isCorrected([decision({}), byHand({})], [])).toBe(false);
    expect(isCorrected([decision({}), byHand({ lines: [] })], [])).toBe(true);
  });

  it('is corrected when it had missed what the payer took off, or gave another reason; not when it is taken off again', () => {
    const damage = { itemId: '4711', amountMinor: 2_000n, reason: 'damage', treatment: 'claimed' };
    const withheld = { ...damage, reason: 'withholding_tax', treatment: 'posted' };
    expect(isCorrected([decision({}), byHand({ deductions: [damage] })], [])).toBe(true);
    expect(isCorrected([decision({ deductions: [damage] }), byHand({ deductions: [withheld] })], [])).toBe(true);
    expect(isCorrected([decision({ deductions: [damage] }), byHand({ deductions: [damage] })], [])).toBe(false);
  });

  it('money that it had put on an account is corrected by undoing it, unless it is put there again', () => {
    const onAccount = decision({ lines: [] });
    expect(isCorrected([onAccount], [])).toBe(true);
    expect(isCorrected([onAccount, byHand({ lines: [] })], [])).toBe(false);
    expect(isCorrected([onAccount, byHand({ lines: [], customerId: 'brown' })], [])).toBe(true);
  });

  it('what stands, and what a person posted and undid, is no correction', () => {
    expect(isCorrected([decision({ isUndone: false })], ['4711'])).toBe(false);
    expect(isCorrected([decision({ isByItself: false })], ['4711'])).toBe(false);
  });
});

it('a share is in ten-thousandths, half up, and of nothing there is none', () => {
  expect([shareOf(2n, 3n), shareOf(0n, 3n), shareOf(3n, 3n), shareOf(0n, 0n)]).toEqual([0.6667, 0, 1, null]);
});

it('median and ninth decile are times that were really taken', () => {
  const times = [400, 20, 10, 30].map((minutes) => ({ minutes, count: 1 }));
  expect([minutesAtRank(times, 50), minutesAtRank(times, 90), minutesAtRank([], 50)]).toEqual([20, 400, null]);
  expect(minutesAtRank([{ minutes: 0, count: 9 }, ...times.slice(0, 1)], 90)).toBe(0);
});

it('weeks run from Monday to Sunday within the period', () => {
  const week = (from: string, to: string) => ({ from: localDate(from), to: localDate(to) });
  expect(weeksOf(week('2026-11-12', '2026-11-23'))).toEqual([
    week('2026-11-12', '2026-11-15'),
    week('2026-11-16', '2026-11-22'),
    week('2026-11-23', '2026-11-23'),
  ]);
});

describe('time between two instants in working hours', () => {
  const minutes = (from: string, to: string) => workingMinutesBetween(from, to, usualCalendar('UTC'));

  it('runs only while the company works', () => {
    expect(minutes('2026-11-20T16:00:00Z', '2026-11-23T10:30:00Z')).toBe(150);
    expect(minutes('2026-11-20T10:00:00Z', '2026-11-20T10:00:59Z')).toBe(0);
    expect(minutes('2026-11-21T12:00:00Z', '2026-11-22T12:00:00Z')).toBe(0);
    expect(minutes('2026-11-16T08:00:00Z', '2026-11-20T20:00:00Z')).toBe(5 * 480);
  });

  it('nothing was done before it came', () => {
    expect(minutes('2026-11-20T12:00:00Z', '2026-11-20T11:00:00Z')).toBe(0);
    expect(minutes('2026-11-23T12:00:00Z', '2026-11-20T11:00:00Z')).toBe(0);
  });
});
