import { expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../matching/index.ts';
import { DEFAULT_SETTLEMENT_POLICY } from '../settlement/index.ts';
import { cashPolicyOf, NO_CHANGES, policyProblems } from './cash-policy.ts';

const NO_CAP = { itemUnitsMax: null, itemPercentMax: null, dayUnitsMax: null, analystDayUnitsMax: null };

it('a company that changed nothing has the usual policy', () => {
  expect(cashPolicyOf(NO_CHANGES)).toEqual({
    matching: DEFAULT_POLICY,
    settlement: DEFAULT_SETTLEMENT_POLICY,
    exchangeSpreadPercentMax: 5,
  });
  expect(policyProblems(NO_CHANGES)).toEqual([]);
});

it('a rule switched off is gone, five days of grace count where discounts are recognised and where they are posted', () => {
  const { matching, settlement } = cashPolicyOf({
    ...NO_CHANGES,
    rulesOff: ['cited_and_exact'],
    limits: { discountGraceDays: 5 },
  });
  expect(matching.rules.map(({ name }) => name)).not.toContain('cited_and_exact');
  expect(matching.rules).toHaveLength(DEFAULT_POLICY.rules.length - 1);
  expect([matching.discountGraceDays, settlement.discountGraceDays]).toEqual([5, 5]);
});

it('how far from the day’s rate people may apply across currencies says nothing of what posts by itself', () => {
  const { matching, exchangeSpreadPercentMax } = cashPolicyOf({
    ...NO_CHANGES,
    limits: { exchangeSpreadPercentMax: 8 },
  });
  expect([matching, exchangeSpreadPercentMax]).toEqual([DEFAULT_POLICY, 8]);
});

it('bank charges are claimed, a small difference is posted up to 25 units', () => {
  const caps = { ...NO_CAP, itemUnitsMax: 25 };
  const { settlement } = cashPolicyOf({
    ...NO_CHANGES,
    deductions: { bank_fee: { isClaimed: true, caps }, small_difference: { isClaimed: false, caps } },
  });
  expect(settlement.reasons.bank_fee).toEqual({ treatment: 'claimed' });
  expect(settlement.reasons.small_difference).toMatchObject({ treatment: 'posted', caps: { itemUnitsMax: 25 } });
});

it('what cannot be meant is refused with field and remedy', () => {
  const found = policyProblems({
    rulesOff: ['no_such_rule'],
    limits: { adviceWaitDays: 31, bankFeeUnitsMax: 2.5 },
    deductions: { bank_fee: { isClaimed: false, caps: NO_CAP } },
    deadlines: NO_CHANGES.deadlines,
  });
  expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual([
    'rulesOff rule_unknown',
    'limits.adviceWaitDays limit_out_of_bounds',
    'limits.bankFeeUnitsMax limit_out_of_bounds',
    'deductions.bank_fee cap_needed',
  ]);
  expect(found[1]?.message).toBe('31 is not a whole number from 0 to 30. Enter one.');
});
