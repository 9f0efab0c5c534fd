import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../calendar/index.ts';
import { type ScoringRules, USUAL_SCORING } from '../strategies/index.ts';
import { type CustomerFacts, collectableMinor, scoreOf, valueAtRiskMinor } from './index.ts';

const TODAY = localDate('2026-11-22');
const GROUND = { usualOverdueMinor: 300_000n, today: TODAY };

function aCustomer(changes: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    openMinor: 900_000n,
    overdueMinor: 900_000n,
    heldMinor: 0n,
    creditsMinor: 0n,
    oldestDueOn: addDays(TODAY, -41),
    lastContactOn: addDays(TODAY, -16),
    creditLimitMinor: null,
    brokenPromises: 0,
    usualLatenessDays: null,
    tier: null,
    ...changes,
  };
}

describe('the score of a customer', () => {
  it('is 58 for 9,000.00 overdue where 3,000.00 is usual, 41 days late, 16 days without a word', () => {
    expect(scoreOf(aCustomer(), USUAL_SCORING, GROUND)).toEqual({
      score: 58,
      parts: [
        { code: 'overdue', points: 30, pointsMax: 40, figure: 300 },
        { code: 'age', points: 13, pointsMax: 30, figure: 41 },
        { code: 'contact', points: 15, pointsMax: 15, figure: 16 },
      ],
    });
  });

  it('gives all points for contact to whom nobody has ever spoken, none to whom somebody spoke today', () => {
    const contact = (lastContactOn: CustomerFacts['lastContactOn']) =>
      scoreOf(aCustomer({ lastContactOn }), USUAL_SCORING, GROUND).parts.find((part) => part.code === 'contact')
        ?.points;
    expect([contact(null), contact(TODAY)]).toEqual([15, 0]);
  });

  it('adds points from 80% of the credit limit on, all at 100%', () => {
    const limit = (creditLimitMinor: bigint) =>
      scoreOf(aCustomer({ creditLimitMinor }), USUAL_SCORING, GROUND).parts.find((part) => part.code === 'limit');
    expect(limit(2_000_000n)).toMatchObject({ points: 0, figure: 45 });
    expect(limit(1_000_000n)).toMatchObject({ points: 8, figure: 90 });
    expect(limit(500_000n)).toMatchObject({ points: 15, figure: 180 });
  });

  it('takes points away for what is disputed or promised', () => {
    const { parts, score } = scoreOf(aCustomer({ heldMinor: 450_000n }), USUAL_SCORING, GROUND);
    expect(parts.at(-1)).toEqual({ code: 'held', points: -10, pointsMax: 0, figure: 50 });
    expect(score).toBe(48);
  });

  it('puts an old trifle behind: 30.00 overdue for a year where 3,000.00 is usual', () => {
    const trifle = aCustomer({
      openMinor: 3_000n,
      overdueMinor: 3_000n,
      oldestDueOn: addDays(TODAY, -365),
      lastContactOn: null,
    });
    expect(scoreOf(trifle, USUAL_SCORING, GROUND)).toMatchObject({
      score: 15,
      parts: [{}, {}, {}, { code: 'small', points: -30 }],
    });
  });

  it('puts behind whom little can be asked for, however much is disputed: 71.99 of 1,064.49 where 3,000.00 is usual', () => {
    const disputed = aCustomer({ overdueMinor: 106_449n, heldMinor: 99_250n });
    const { parts } = scoreOf(disputed, USUAL_SCORING, GROUND);
    expect(parts.at(-1)).toEqual({ code: 'small', points: -30, pointsMax: 0, figure: 2 });
  });

  it('is the sum of its parts, between 0 and 100, and never falls when more is overdue', () => {
    const facts = fc.record({
      openMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      overdueMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      late: fc.nat(2_000),
      quiet: fc.option(fc.nat(500)),
      usual: fc.bigInt({ min: 1n, max: 10n ** 10n }),
    });
    fc.assert(
      fc.property(facts, fc.bigInt({ min: 0n, max: 10n ** 11n }), ({ late, quiet, usual, ...amounts }, more) => {
        const customer = aCustomer({
          ...amounts,
          oldestDueOn: addDays(TODAY, -late),
          lastContactOn: quiet === null ? null : addDays(TODAY, -quiet),
        });
        const { score, parts } = scoreOf(customer, USUAL_SCORING, { usualOverdueMinor: usual, today: TODAY });
        const sum = parts.reduce((total, part) => total + part.points, 0);
        expect(score).toBe(Math.max(0, Math.min(100, sum)));
        const larger = { ...customer, overdueMinor: customer.overdueMinor + more };
        expect(scoreOf(larger, USUAL_SCORING, { usualOverdueMinor: usual, today: TODAY }).score).toBeGreaterThanOrEqual(
          score,
        );
      }),
    );
  });
});

describe('the rules of a strategy', () => {
  const rules = (changes: Partial<ScoringRules>): ScoringRules => ({ ...USUAL_SCORING, ...changes });
  const points = (changes: Partial<ScoringRules>, facts: Partial<CustomerFacts>) =>
    Object.fromEntries(
      scoreOf(aCustomer(facts), rules(changes), GROUND).parts.map(({ code, points: given }) => [code, given]),
    );

  it('give age and silence as many points as they say: 41 of 60 days late and 16 of 32 silent give 13 and 10 of 20', () => {
    expect(points({ agePoints: 20, ageDays: 60, contactPoints: 20, contactDays: 32 }, {})).toMatchObject({
      age: 13,
      contact: 10,
    });
  });

  it('count broken promises up to a most: of three at 5 points each, 12 at most', () => {
    const broken = { brokenPromisePoints: 5, brokenPromisePointsMax: 12 };
    expect(points(broken, { brokenPromises: 2 })).toMatchObject({ broken: 10 });
    expect(points(broken, { brokenPromises: 3 })).toMatchObject({ broken: 12 });
    expect(points(broken, { brokenPromises: 0 })).not.toHaveProperty('broken');
  });

  it('look at how late somebody usually pays: 20 of 30 days give 6 of 10, early payers nothing', () => {
    expect(points({ latenessPoints: 10 }, { usualLatenessDays: 20 })).toMatchObject({ lateness: 6 });
    expect(points({ latenessPoints: 10 }, { usualLatenessDays: -4 })).toMatchObject({ lateness: 0 });
    expect(points({ latenessPoints: 10 }, {})).not.toHaveProperty('lateness');
  });

  it('weigh what is collectable by that habit: 6,000.00 of who pays 10 of 30 days late is 2,000.00 at risk', () => {
    const facts = aCustomer({ overdueMinor: 700_000n, heldMinor: 100_000n, usualLatenessDays: 10 });
    expect(valueAtRiskMinor(facts, USUAL_SCORING)).toBe(200_000n);
    expect(valueAtRiskMinor({ ...facts, usualLatenessDays: 90 }, USUAL_SCORING)).toBe(600_000n);
    // 9,000.00 where 3,000.00 is usual is three times: 15 of 20
    expect(points({ riskPoints: 20 }, { usualLatenessDays: 30 })).toMatchObject({ risk: 15 });
  });

  it('add or take points by tier, however it is written', () => {
    const tierPoints = { A: 10, C: -5 };
    expect(points({ tierPoints }, { tier: ' a ' })).toMatchObject({ tier: 10 });
    expect(points({ tierPoints }, { tier: 'C' })).toMatchObject({ tier: -5 });
    expect(points({ tierPoints }, { tier: 'B' })).not.toHaveProperty('tier');
  });

  it('leave out what gives nothing, and never leave 0 to 100', () => {
    const all = fc.record({
      overduePoints: fc.nat(100),
      agePoints: fc.nat(100),
      ageDays: fc.integer({ min: 1, max: 730 }),
      contactPoints: fc.nat(100),
      contactDays: fc.integer({ min: 1, max: 730 }),
      creditPoints: fc.nat(100),
      creditFromPercent: fc.nat(99),
      brokenPromisePoints: fc.nat(100),
      brokenPromisePointsMax: fc.nat(100),
      latenessPoints: fc.nat(100),
      latenessDays: fc.integer({ min: 1, max: 730 }),
      riskPoints: fc.nat(100),
      heldPoints: fc.nat(100),
      smallPoints: fc.nat(100),
      smallPercent: fc.nat(100),
      tierPoints: fc.constantFrom<Record<string, number>>({}, { A: 7 }, { A: -7 }),
    });
    const facts = fc.record({
      overdueMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      heldMinor: fc.bigInt({ min: 0n, max: 10n ** 12n }),
      creditLimitMinor: fc.option(fc.bigInt({ min: 0n, max: 10n ** 10n })),
      brokenPromises: fc.nat(40),
      usualLatenessDays: fc.option(fc.integer({ min: -90, max: 400 })),
      tier: fc.constantFrom(null, 'A', 'B'),
    });
    fc.assert(
      fc.property(all, facts, (scoring, given) => {
        const { score, parts } = scoreOf(aCustomer(given), scoring, GROUND);
        const sum = parts.reduce((total, part) => total + part.points, 0);
        expect(score).toBe(Math.max(0, Math.min(100, sum)));
        for (const part of parts) {
          expect(part.points).toBeLessThanOrEqual(part.pointsMax);
          expect(part.pointsMax === 0 || part.points >= 0).toBe(true);
        }
      }),
    );
  });
});

describe('what can be collected now', () => {
  it('is overdue less what is held and what credits cover: 9,000.00 − 1,000.00 − 2,500.00', () => {
    expect(collectableMinor(aCustomer({ heldMinor: 100_000n, creditsMinor: 250_000n }))).toBe(550_000n);
  });

  it('is nothing where unapplied cash covers it all', () => {
    expect(collectableMinor(aCustomer({ creditsMinor: 1_000_000n }))).toBe(0n);
  });
});
