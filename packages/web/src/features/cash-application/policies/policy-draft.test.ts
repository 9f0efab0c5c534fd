import { POLICY_LIMITS } from '@quittance/core/cash-policy';
import { AUTO_RULE_NAMES } from '@quittance/core/matching';
import { expect, it } from 'vitest';
import { limitWordsEn, ruleWordsEn } from '../../../app/locales/policy-words.en.ts';
import { limitWordsIt, ruleWordsIt } from '../../../app/locales/policy-words.it.ts';
import { changesOf, draftOf } from './policy-draft.ts';

const caps = { itemUnitsMax: 50, itemPercentMax: 10, dayUnitsMax: null, analystDayUnitsMax: null };
const usual = {
  rules: ['cited_and_exact', 'unique_amount_by_known_payer'],
  limits: { adviceWaitDays: { usual: 3, min: 0, max: 30 } },
  deductions: { bank_fee: { isClaimed: false, caps } },
};
const none = { rulesOff: [], limits: {}, deductions: {} };

it('only what differs from the usual is proposed, and typing the usual again takes it back', () => {
  const draft = draftOf(none, usual);
  expect(changesOf(draft, usual)).toEqual(none);
  const changed = { ...draft, limits: { adviceWaitDays: '5' }, rulesOff: new Set(['cited_and_exact']) };
  expect(changesOf(changed, usual)).toEqual({ ...none, limits: { adviceWaitDays: 5 }, rulesOff: ['cited_and_exact'] });
  expect(changesOf({ ...changed, limits: { adviceWaitDays: '3' }, rulesOff: new Set() }, usual)).toEqual(none);
});

it('an empty cap is none; what is no number is not proposed', () => {
  const draft = draftOf(none, usual);
  const typed = (itemUnitsMax: string) => ({
    ...draft,
    deductions: { bank_fee: { isClaimed: false, caps: { ...draft.deductions.bank_fee?.caps, itemUnitsMax } as never } },
  });
  expect(changesOf(typed(''), usual)?.deductions.bank_fee?.caps.itemUnitsMax).toBe(null);
  expect(changesOf(typed('1.5'), usual)).toBe(null);
  expect(changesOf({ ...draft, limits: { adviceWaitDays: '31' } }, usual)).toBe(null);
});

it('every rule and figure has its words, in both languages', () => {
  const wanted = [
    ...AUTO_RULE_NAMES.flatMap((name) => [`${name}_name`, `${name}_needs`]),
    ...Object.keys(POLICY_LIMITS).flatMap((name) => [`${name}_name`, `${name}_means`]),
  ].sort();
  expect(Object.keys({ ...ruleWordsEn, ...limitWordsEn }).sort()).toEqual(wanted);
  expect(Object.keys({ ...ruleWordsIt, ...limitWordsIt }).sort()).toEqual(wanted);
});
