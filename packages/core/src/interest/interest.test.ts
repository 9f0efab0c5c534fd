import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, localDate as on } from '../calendar/index.ts';
import {
  DAY_COUNTS,
  ECB_REFERENCE_RATES,
  EIGHT_POINTS_E4,
  EU_FEE_MINOR,
  type InterestPolicy,
  interestOf,
  interestStretches,
  type LateItem,
  missingHalfYears,
  noteRows,
  type OwedItem,
  proposeInterest,
} from './index.ts';

const policy: InterestPolicy = {
  scheme: 'reference',
  rateE4: EIGHT_POINTS_E4,
  dayCount: 'act365',
  graceDays: 0,
  minimumMinor: 0n,
  feeMinor: EU_FEE_MINOR,
  feeCurrency: 'EUR',
  noteDueDays: 14,
  fromOn: on('2020-01-01'),
};
const terms = { policy, rates: ECB_REFERENCE_RATES };

const owed = (amountMinor: bigint, dueOn: string, ...settled: [string, bigint][]): OwedItem => ({
  dueOn: on(dueOn),
  changes: [
    { effectiveOn: on('2024-01-01'), amountMinor },
    ...settled.map(([day, minor]) => ({ effectiveOn: on(day), amountMinor: -minor })),
  ],
});
const interest = (item: OwedItem, fromOn: string, toOn: string, given = terms) =>
  interestOf(interestStretches(item, { fromOn: on(fromOn), toOn: on(toOn) }, given), given.policy.dayCount);

describe('interest on late payment', () => {
  it('10,000.00 for 30 days of the second half of 2025, at 2.15 and eight points, is 83.42', () => {
    expect(interest(owed(1_000_000n, '2025-07-31'), '2025-08-01', '2025-08-30')).toBe(8_342n);
  });

  it('runs from the day after the due date, and ends with the day before the money', () => {
    const paid = owed(1_000_000n, '2025-07-31', ['2025-08-31', 1_000_000n]);
    expect(interestStretches(paid, { fromOn: on('2025-01-01'), toOn: on('2025-12-31') }, terms)).toMatchObject([
      { fromOn: '2025-08-01', toOn: '2025-08-30', days: 30, rateE4: 101_500 },
    ]);
  });

  it('changes with the half year and with each part that is paid', () => {
    const item = owed(1_000_000n, '2025-06-20', ['2025-07-11', 400_000n]);
    const stretches = interestStretches(item, { fromOn: on('2025-06-01'), toOn: on('2025-07-20') }, terms);
    expect(stretches.map(({ fromOn, toOn, openMinor, rateE4 }) => [fromOn, toOn, openMinor, rateE4])).toEqual([
      ['2025-06-21', '2025-06-30', 1_000_000n, 111_500],
      ['2025-07-01', '2025-07-10', 1_000_000n, 101_500],
      ['2025-07-11', '2025-07-20', 600_000n, 101_500],
    ]);
  });

  it('a contract of 1.5 % a month is 18 % a year, by days of 360', () => {
    const contract = {
      policy: { ...policy, scheme: 'contract' as const, rateE4: 180_000, dayCount: 'act360' as const },
      rates: [],
    };
    expect(interest(owed(1_000_000n, '2025-07-31'), '2025-08-01', '2025-08-30', contract)).toBe(15_000n);
  });

  it('within the days of grace nothing is asked; a day later all of them are', () => {
    const lenient = { ...terms, policy: { ...policy, graceDays: 5 } };
    const paidOn = (day: string) => owed(1_000_000n, '2025-07-31', [day, 1_000_000n]);
    expect(interest(paidOn('2025-08-05'), '2025-08-01', '2025-12-31', lenient)).toBe(0n);
    expect(interest(paidOn('2025-08-06'), '2025-08-01', '2025-12-31', lenient)).toBe(1_390n); // 5 days: 13.904
  });
});

const item = fc
  .record({
    amount: fc.bigInt({ min: 1n, max: 10n ** 12n }),
    due: fc.integer({ min: 0, max: 400 }),
    parts: fc.array(fc.record({ at: fc.integer({ min: 0, max: 900 }), share: fc.integer({ min: 1, max: 4 }) }), {
      maxLength: 4,
    }),
  })
  .map(({ amount, due, parts }): OwedItem => {
    let left = amount;
    const changes = [...parts]
      .sort((a, b) => a.at - b.at)
      .map(({ at, share }) => {
        const part = left / BigInt(share);
        left -= part;
        return { effectiveOn: addDays(on('2024-01-01'), at), amountMinor: -part };
      });
    const opening = { effectiveOn: on('2023-12-01'), amountMinor: amount };
    return { dueOn: addDays(on('2024-01-01'), due), changes: [opening, ...changes] };
  });

describe('interest, of any item', () => {
  const exact = (given: OwedItem, fromOn: string, toOn: string) =>
    interestStretches(given, { fromOn: on(fromOn), toOn: on(toOn) }, terms).reduce(
      (sum, { openMinor, rateE4, days }) => sum + openMinor * BigInt(rateE4) * BigInt(days),
      0n,
    );

  it('a period split anywhere comes to the same, exactly', () => {
    fc.assert(
      fc.property(item, fc.integer({ min: 1, max: 900 }), (given, cut) => {
        const [first, last] = ['2024-01-01', addDays(on('2024-01-01'), 900)];
        const middle = addDays(on('2024-01-01'), cut);
        expect(exact(given, first, addDays(middle, -1)) + exact(given, middle, last)).toBe(exact(given, first, last));
      }),
    );
  });

  it('is what a slow sum day by day says', () => {
    fc.assert(
      fc.property(item, (given) => {
        const [first, last] = [on('2024-01-01'), on('2026-06-01')];
        let slow = 0n;
        for (let day = 0; day <= daysBetween(first, last); day += 1) {
          const date = addDays(first, day);
          const open = given.changes
            .filter((change) => change.effectiveOn <= date)
            .reduce((sum, change) => sum + change.amountMinor, 0n);
          const rate = ECB_REFERENCE_RATES.filter((one) => one.validFrom <= date).at(-1)?.rateE4 ?? 0;
          if (date > given.dueOn) slow += open * BigInt(rate + EIGHT_POINTS_E4);
        }
        expect(exact(given, first, last)).toBe(slow);
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is proposed', () => {
  const late = (given: Partial<LateItem> = {}): LateItem => ({
    ...owed(1_000_000n, '2025-07-31'),
    id: 'A',
    currency: 'EUR',
    chargedTo: null,
    isFeeAsked: false,
    ...given,
  });

  it('is the interest not asked for before, and the fixed 40.00 once an item', () => {
    expect(proposeInterest([late()], on('2025-08-30'), terms)).toMatchObject([
      { itemId: 'A', fromOn: '2025-08-01', toOn: '2025-08-30', days: 30, interestMinor: 8_342n, feeMinor: 4_000n },
    ]);
    const again = late({ chargedTo: on('2025-08-30'), isFeeAsked: true });
    expect(proposeInterest([again], on('2025-09-09'), terms)).toMatchObject([
      { fromOn: '2025-08-31', days: 10, interestMinor: 2_781n, feeMinor: 0n },
    ]);
    expect(proposeInterest([again], on('2025-08-30'), terms)).toEqual([]);
  });

  it('asks no euros for an item in another currency, and nothing at all under a policy of none', () => {
    expect(proposeInterest([late({ currency: 'USD' })], on('2025-08-30'), terms)).toMatchObject([{ feeMinor: 0n }]);
    expect(proposeInterest([late()], on('2025-08-30'), { ...terms, policy: { ...policy, scheme: 'none' } })).toEqual(
      [],
    );
  });

  it('passes over the days of a plan with interest of its own, which are not late either', () => {
    const agreedDays = [{ fromOn: on('2025-08-11'), toOn: on('2025-08-20') }];
    const whole = proposeInterest([late()], on('2025-08-30'), terms);
    const [line] = proposeInterest([late({ agreedDays })], on('2025-08-30'), terms);
    expect(line).toMatchObject({ fromOn: '2025-08-01', toOn: '2025-08-30', days: 20, interestMinor: 5_562n });
    expect(line?.stretches.map(({ fromOn, toOn }) => [fromOn, toOn])).toEqual([
      ['2025-08-01', '2025-08-10'],
      ['2025-08-21', '2025-08-30'],
    ]);
    expect(whole).toMatchObject([{ interestMinor: 8_342n }]);
    const all = [{ fromOn: on('2025-08-01'), toOn: on('9999-12-31') }];
    expect(proposeInterest([late({ agreedDays: all })], on('2025-08-30'), terms)).toEqual([]); // no fee either
  });

  it('tells the half years whose rate nobody entered', () => {
    expect(missingHalfYears(ECB_REFERENCE_RATES, on('2026-11-22'))).toEqual(['2026-01-01', '2026-07-01']);
    expect(missingHalfYears(ECB_REFERENCE_RATES, on('2025-12-31'))).toEqual([]);
  });
});

describe('the rows of a note', () => {
  it('say each stretch with its amount, and add up to the item’s interest, which is rounded once', () => {
    const paidInPart = owed(1_000_000n, '2025-06-15', ['2025-08-01', 400_000n]);
    const stretches = interestStretches(paidInPart, { fromOn: on('2025-06-16'), toOn: on('2025-08-30') }, terms);
    const rows = noteRows(stretches, 'act365');
    expect(
      rows.map(({ fromOn, days, rateE4, openMinor, interestMinor }) => [
        fromOn,
        days,
        rateE4,
        openMinor,
        interestMinor,
      ]),
    ).toEqual([
      ['2025-06-16', 15, 111_500, 1_000_000n, 4_582n],
      ['2025-07-01', 31, 101_500, 1_000_000n, 8_621n],
      ['2025-08-01', 30, 101_500, 600_000n, 5_005n],
    ]);
    expect(interestOf(stretches, 'act365')).toBe(18_208n);
  });

  it('add up to the sum of the note, whatever was paid when', () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 20 }),
        fc.constantFrom(...DAY_COUNTS),
        (given, dayCount) => {
          const late = given.map((one, at) => ({
            ...one,
            id: String(at),
            currency: 'EUR',
            chargedTo: null,
            isFeeAsked: false,
          }));
          const lines = proposeInterest(late, on('2026-06-01'), { ...terms, policy: { ...policy, dayCount } });
          const asked = lines.reduce((sum, { interestMinor, feeMinor }) => sum + interestMinor + feeMinor, 0n);
          const shown = lines
            .flatMap((line) => [...noteRows(line.stretches, dayCount).map((row) => row.interestMinor), line.feeMinor])
            .reduce((sum, minor) => sum + minor, 0n);
          expect(shown).toBe(asked);
        },
      ),
    );
  });
});
