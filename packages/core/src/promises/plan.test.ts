import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LocalDate, localDate, toEpochDay, weekdayOf } from '../calendar/index.ts';
import {
  coverItems,
  deadlineOf,
  PLAN_RHYTHMS,
  type PromisePolicy,
  planParts,
  planState,
  toleranceOf,
  usualPromisePolicy,
} from './index.ts';
import { least } from './judge.ts';

const on = localDate;
const isWeekday = (day: LocalDate): boolean => weekdayOf(toEpochDay(day)) <= 5;

describe('an instalment plan', () => {
  it('1,000.00 in three parts by month from 31 January: the last takes the rest, short months end earlier', () => {
    const parts = planParts({
      amountMinor: 100_000n,
      parts: 3,
      firstOn: on('2026-01-31'),
      rhythm: 'monthly',
    });
    expect(parts).toEqual([
      { promisedOn: '2026-01-31', amountMinor: 33_333n },
      { promisedOn: '2026-02-28', amountMinor: 33_333n },
      { promisedOn: '2026-03-31', amountMinor: 33_334n },
    ]);
  });

  it('by month ends stays on them, by week counts seven days', () => {
    const days = (rhythm: (typeof PLAN_RHYTHMS)[number]) =>
      planParts({ amountMinor: 300n, parts: 3, firstOn: on('2026-02-15'), rhythm }).map((part) => part.promisedOn);
    expect(days('month_end')).toEqual(['2026-02-28', '2026-03-31', '2026-04-30']);
    expect(days('weekly')).toEqual(['2026-02-15', '2026-02-22', '2026-03-01']);
    expect(days('fortnightly')).toEqual(['2026-02-15', '2026-03-01', '2026-03-15']);
  });

  it('loses no unit, whatever the amount and the number of parts', () => {
    const request = fc.record({
      amountMinor: fc.bigInt({ min: 60n, max: 10n ** 12n }),
      parts: fc.integer({ min: 1, max: 60 }),
      rhythm: fc.constantFrom(...PLAN_RHYTHMS),
    });
    fc.assert(
      fc.property(request, (given) => {
        const parts = planParts({ ...given, firstOn: on('2026-01-31') });
        expect(parts.reduce((sum, part) => sum + part.amountMinor, 0n)).toBe(given.amountMinor);
        expect(parts.map((part) => part.promisedOn)).toEqual([...new Set(parts.map((part) => part.promisedOn))].sort());
      }),
    );
  });

  it('stands broken with one part, kept with all', () => {
    expect(planState(['kept', 'partly_kept', 'open'])).toBe('broken');
    expect(planState(['kept', 'open'])).toBe('open');
    expect(planState(['kept', 'withdrawn'])).toBe('kept');
    expect(planState(['withdrawn'])).toBe('withdrawn');
  });
});

describe('what a company lets pass', () => {
  const policy = usualPromisePolicy(2);

  it('Friday and two business days is Tuesday; a Saturday without grace is Monday', () => {
    expect(deadlineOf(policy, on('2026-11-27'), isWeekday)).toBe('2026-12-01');
    expect(deadlineOf({ ...policy, toleranceDays: 0 }, on('2026-11-28'), isWeekday)).toBe('2026-11-30');
    expect(deadlineOf({ ...policy, countsBusinessDays: false }, on('2026-11-27'), isWeekday)).toBe('2026-11-29');
  });

  it('one per cent of 1,250.00 is let go up to 10.00, in another currency without a cap', () => {
    const of = (amountMinor: bigint, isCompanyCurrency: boolean, given: PromisePolicy = policy) =>
      toleranceOf(given, { amountMinor, isCompanyCurrency });
    expect(of(125_000n, true)).toBe(1_000n);
    expect(of(125_000n, false)).toBe(1_250n);
    expect(of(9_999n, true)).toBe(99n);
  });
});

describe('what a promise covers', () => {
  it('the items due first, each up to what is open and not promised already', () => {
    const items = [
      { id: 'B', dueOn: on('2026-02-01'), openMinor: 40_000n, heldMinor: 0n, disputedMinor: 0n },
      { id: 'A', dueOn: on('2026-01-01'), openMinor: 30_000n, heldMinor: 10_000n, disputedMinor: 0n },
    ];
    expect(coverItems(items, 50_000n)).toEqual([
      { id: 'A', amountMinor: 20_000n },
      { id: 'B', amountMinor: 30_000n },
    ]);
  });

  it('what is disputed last of all: nobody promises to pay what they dispute', () => {
    const items = [
      { id: 'A', dueOn: on('2026-01-01'), openMinor: 99_251n, heldMinor: 0n, disputedMinor: 99_251n },
      { id: 'B', dueOn: on('2026-02-01'), openMinor: 100_018n, heldMinor: 0n, disputedMinor: 0n },
    ];
    expect(coverItems(items, 100_018n)).toEqual([{ id: 'B', amountMinor: 100_018n }]);
    expect(coverItems(items, 110_000n)).toEqual([
      { id: 'A', amountMinor: 9_982n },
      { id: 'B', amountMinor: 100_018n },
    ]);
  });

  it('never more than is open, and all that was promised while it is', () => {
    const amount = fc.bigInt({ min: 0n, max: 1_000_000n });
    const item = fc.record({
      openMinor: fc.bigInt({ min: 1n, max: 1_000_000n }),
      heldMinor: amount,
      disputedMinor: amount,
    });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 8 }), amount, (given, promised) => {
        const items = given.map((one, index) => ({ ...one, id: `${index}`, dueOn: on('2026-01-01') }));
        const covered = coverItems(items, promised);
        const room = items.map(({ openMinor, heldMinor }) => (openMinor > heldMinor ? openMinor - heldMinor : 0n));
        const total = covered.reduce((sum, { amountMinor }) => sum + amountMinor, 0n);
        const free = room.reduce((sum, one) => sum + one, 0n);
        expect(total).toBe(least(free, promised));
        for (const { id, amountMinor } of covered) expect(amountMinor).toBeLessThanOrEqual(room[Number(id)] ?? 0n);
      }),
    );
  });
});
