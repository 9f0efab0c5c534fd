import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate, localDate } from '../calendar/index.ts';
import {
  PLAN_RHYTHMS,
  type PlanInterest,
  type PlanPartStanding,
  type PlanRequest,
  planInterestEndsOn,
  planInterestMinor,
  planInterestUntil,
  planParts,
  withPlanInterest,
} from './index.ts';

const on = localDate;
const sixPerCent: PlanInterest = { basisPoints: 600, dayCount: 'act365', fromOn: on('2026-03-02') };

describe('the schedule of a plan with interest', () => {
  const parts = [
    { promisedOn: on('2026-04-01'), amountMinor: 60_000n },
    { promisedOn: on('2026-05-01'), amountMinor: 60_000n },
  ];

  it('1,200.00 in two parts at 6 %: 5.92 with the first, 2.96 with the second', () => {
    expect(withPlanInterest(parts, sixPerCent).map((part) => part.interestMinor)).toEqual([592n, 296n]);
    const by360 = withPlanInterest(parts, { ...sixPerCent, dayCount: 'act360' });
    expect(by360.map((part) => part.interestMinor)).toEqual([600n, 300n]);
  });

  it('without an agreement costs nothing', () => {
    expect(withPlanInterest(parts, null).map((part) => part.interestMinor)).toEqual([0n, 0n]);
  });

  it('of small amounts adds up to the rounded whole, where each part rounded alone would not', () => {
    const small = planParts({ amountMinor: 3_000n, parts: 12, firstOn: on('2026-03-09'), rhythm: 'weekly' });
    const schedule = withPlanInterest(small, { ...sixPerCent, basisPoints: 100 });
    const sum = schedule.reduce((total, part) => total + part.interestMinor, 0n);
    expect(sum).toBe(4n); // 0.0374, not twelve times nothing
  });
});

describe('what a plan costs as it is paid', () => {
  const plan = { principalMinor: 120_000n, interest: sixPerCent };

  it('is the schedule when it is paid on its days, and more when a part comes late', () => {
    const paid = (day: string) => ({ ...plan, payments: [{ on: on(day), amountMinor: 60_000n }] });
    expect(planInterestMinor(paid('2026-04-01'), on('2026-05-01'))).toBe(592n + 296n);
    expect(planInterestMinor(paid('2026-04-11'), on('2026-05-01'))).toBe(986n); // ten days more of 600.00: 0.986
    expect(planInterestMinor(paid('2026-03-02'), on('2026-04-01'))).toBe(296n);
    expect(planInterestMinor({ ...plan, payments: [] }, on('2026-03-02'))).toBe(0n);
  });
});

describe('until when interest can be asked', () => {
  const part = (given: Partial<PlanPartStanding>): PlanPartStanding => ({
    promisedOn: on('2026-04-01'),
    deadlineOn: on('2026-04-03'),
    state: 'open',
    stateOn: on('2026-03-02'),
    lastMoneyOn: null,
    ...given,
  });
  const second = part({ promisedOn: on('2026-05-01'), deadlineOn: on('2026-05-05') });

  it('nothing before the first part is due or paid', () => {
    expect(planInterestUntil([part({}), second], on('2026-03-31'))).toBe(null);
    expect(planInterestUntil([part({}), second], on('2026-04-01'))).toBe('2026-04-01');
    const early = part({ state: 'kept', lastMoneyOn: on('2026-03-20') });
    expect(planInterestUntil([early, second], on('2026-03-31'))).toBe('2026-03-20');
    expect(planInterestUntil([early, second], on('2026-04-15'))).toBe('2026-04-01');
  });

  it('a part that is not kept ends it the day after its last day in time; so does taking the plan back', () => {
    expect(planInterestEndsOn([part({ state: 'partly_kept' }), second])).toBe('2026-04-04');
    expect(planInterestUntil([part({ state: 'broken' }), second], on('2026-06-01'))).toBe('2026-04-04');
    const withdrawn = part({ state: 'withdrawn', stateOn: on('2026-03-15') });
    expect(planInterestEndsOn([withdrawn, withdrawn])).toBe('2026-03-15');
  });

  it('a plan that is kept ends with its last money', () => {
    const kept = [part({ state: 'kept', lastMoneyOn: on('2026-04-02') })];
    expect(planInterestEndsOn([...kept, { ...second, state: 'kept', lastMoneyOn: on('2026-05-04') }])).toBe(
      '2026-05-04',
    );
  });
});

describe('interest of any plan', () => {
  const today = on('2026-01-15');
  const requests = fc.record({
    amountMinor: fc.bigInt({ min: 60n, max: 10n ** 12n }),
    parts: fc.integer({ min: 2, max: 59 }),
    firstOn: fc.integer({ min: 0, max: 90 }).map((days) => addDays(today, days)),
    rhythm: fc.constantFrom(...PLAN_RHYTHMS),
  });
  const interests = fc.record({
    basisPoints: fc.integer({ min: 1, max: 10_000 }),
    dayCount: fc.constantFrom('act365' as const, 'act360' as const),
    fromOn: fc.constant<LocalDate>(today),
  });
  const total = (request: PlanRequest, interest: PlanInterest) =>
    withPlanInterest(planParts(request), interest).reduce((sum, part) => sum + part.interestMinor, 0n);

  it('is never below zero in any part, changes no amount, and adds up to a slow sum day by day rounded once', () => {
    fc.assert(
      fc.property(requests, interests, (request, interest) => {
        const bare = planParts(request);
        const parts = withPlanInterest(bare, interest);
        expect(parts.every((part) => part.interestMinor >= 0n)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part.amountMinor, 0n)).toBe(request.amountMinor);
        const days = interest.dayCount === 'act365' ? 365n : 360n;
        const slow = bare.reduce((sum, part) => {
          const held = BigInt(Math.max(0, daysBetween(today, part.promisedOn)));
          return sum + part.amountMinor * held * BigInt(interest.basisPoints);
        }, 0n);
        const unit = 10_000n * days;
        expect(total(request, interest)).toBe((slow * 2n + unit) / (unit * 2n));
      }),
    );
  });

  it('is never cheaper over a longer time, in more parts, or at a higher rate', () => {
    fc.assert(
      fc.property(requests, interests, (request, interest) => {
        const cost = total(request, interest);
        expect(total({ ...request, parts: request.parts + 1 }, interest)).toBeGreaterThanOrEqual(cost);
        expect(total({ ...request, firstOn: addDays(request.firstOn, 1) }, interest)).toBeGreaterThanOrEqual(cost);
        expect(total(request, { ...interest, basisPoints: interest.basisPoints + 1 })).toBeGreaterThanOrEqual(cost);
        if (request.rhythm === 'weekly') {
          expect(total({ ...request, rhythm: 'fortnightly' }, interest)).toBeGreaterThanOrEqual(cost);
        }
      }),
    );
  });

  it('at a rate of nothing is a plan without interest', () => {
    fc.assert(
      fc.property(requests, interests, (request, interest) => {
        const parts = planParts(request);
        expect(withPlanInterest(parts, { ...interest, basisPoints: 0 })).toEqual(withPlanInterest(parts, null));
      }),
    );
  });

  it('asked in steps comes to what is asked once: what was asked before is taken off', () => {
    const stops = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(requests, interests, stops, (request, interest, days) => {
        const payments = planParts(request).map((part) => ({ on: part.promisedOn, amountMinor: part.amountMinor }));
        const plan = { principalMinor: request.amountMinor, interest, payments };
        let asked = 0n;
        for (const day of [...days].sort((left, right) => left - right)) {
          const through = planInterestMinor(plan, addDays(today, day));
          expect(through).toBeGreaterThanOrEqual(asked);
          asked = through;
        }
      }),
    );
  });
});
