import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../calendar/index.ts';
import { type CustomerFacts, collectableMinor, scoreOf } from './index.ts';

const TODAY = localDate('2026-11-22');

function aCustomer(changes: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    openMinor: 900_000n,
    overdueMinor: 900_000n,
    heldMinor: 0n,
    creditsMinor: 0n,
    oldestDueOn: addDays(TODAY, -41),
    lastContactOn: addDays(TODAY, -16),
    creditLimitMinor: null,
    ...changes,
  };
}

describe('the score of a customer', () => {
  it('is 58 for 9,000.00 overdue where 3,000.00 is usual, 41 days late, 16 days without a word', () => {
    expect(scoreOf(aCustomer(), 300_000n, TODAY)).toEqual({
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
      scoreOf(aCustomer({ lastContactOn }), 300_000n, TODAY).parts.find((part) => part.code === 'contact')?.points;
    expect([contact(null), contact(TODAY)]).toEqual([15, 0]);
  });

  it('adds points from 80% of the credit limit on, all at 100%', () => {
    const limit = (creditLimitMinor: bigint) =>
      scoreOf(aCustomer({ creditLimitMinor }), 300_000n, TODAY).parts.find((part) => part.code === 'limit');
    expect(limit(2_000_000n)).toMatchObject({ points: 0, figure: 45 });
    expect(limit(1_000_000n)).toMatchObject({ points: 8, figure: 90 });
    expect(limit(500_000n)).toMatchObject({ points: 15, figure: 180 });
  });

  it('takes points away for what is disputed or promised', () => {
    const { parts, score } = scoreOf(aCustomer({ heldMinor: 450_000n }), 300_000n, TODAY);
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
    expect(scoreOf(trifle, 300_000n, TODAY)).toMatchObject({
      score: 15,
      parts: [{}, {}, {}, { code: 'small', points: -30 }],
    });
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
        const { score, parts } = scoreOf(customer, usual, TODAY);
        const sum = parts.reduce((total, part) => total + part.points, 0);
        expect(score).toBe(Math.max(0, Math.min(100, sum)));
        const larger = { ...customer, overdueMinor: customer.overdueMinor + more };
        expect(scoreOf(larger, usual, TODAY).score).toBeGreaterThanOrEqual(score);
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
