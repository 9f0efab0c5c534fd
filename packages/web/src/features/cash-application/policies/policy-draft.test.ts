import { POLICY_LIMITS, QUESTION_CODES } from '@quittance/core/cash-policy';
import { AUTO_RULE_NAMES } from '@quittance/core/matching';
import { expect, it } from 'vitest';
import { limitWordsEn, ruleWordsEn } from '../../../app/locales/policy-words.en.ts';
import { limitWordsIt, ruleWordsIt } from '../../../app/locales/policy-words.it.ts';
import { changesOf, draftOf } from './policy-draft.ts';
import { QUESTIONS } from './policy-words.ts';

const caps = { itemUnitsMax: 50, itemPercentMax: 10, dayUnitsMax: null, analystDayUnitsMax: null };
const usual = {
  rules: ['cited_and_exact', 'unique_amount_by_known_payer'],
  limits: { adviceWaitDays: { usual: 3, min: 0, max: 30 } },
  deductions: { bank_fee: { isClaimed: false, caps } },
  deadlines: { to_confirm: 480, exceptions: 480, unidentified: 480, unapplied: 2400, answer: 1440 },
  dayMinutes: 480,
};
const none = { rulesOff: [], limits: {}, deductions: {}, deadlines: { queues: {}, reasons: {} } };

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

it('a deadline is typed in hours and minutes; the usual typed is no change, 4:75 is no time', () => {
  const draft = draftOf(none, usual);
  const typed = (exceptions: string) => ({ ...draft, queues: { ...draft.queues, exceptions } });
  expect(changesOf(typed('4:30'), usual)?.deadlines.queues).toEqual({ exceptions: 270 });
  expect(changesOf(typed('2'), usual)?.deadlines.queues).toEqual({ exceptions: 120 });
  expect(changesOf(typed('8:00'), usual)).toEqual(none);
  expect(['4:75', '0', '1001', 'soon'].map((text) => changesOf(typed(text), usual))).toEqual([null, null, null, null]);
  const asked = { ...draft, reasons: { ...draft.reasons, who_is_payer: '1' } };
  expect(changesOf(asked, usual)?.deadlines.reasons).toEqual({ who_is_payer: 60 });
  expect(draftOf({ ...none, deadlines: { queues: { exceptions: 270 }, reasons: {} } }, usual).queues.exceptions).toBe(
    '4:30',
  );
});

it('every question has a place in the form', () => {
  expect([...QUESTIONS].sort()).toEqual([...QUESTION_CODES].sort());
});

it('every rule and figure has its words, in both languages', () => {
  const wanted = [
    ...AUTO_RULE_NAMES.flatMap((name) => [`${name}_name`, `${name}_needs`]),
    ...Object.keys(POLICY_LIMITS).flatMap((name) => [`${name}_name`, `${name}_means`]),
  ].sort();
  expect(Object.keys({ ...ruleWordsEn, ...limitWordsEn }).sort()).toEqual(wanted);
  expect(Object.keys({ ...ruleWordsIt, ...limitWordsIt }).sort()).toEqual(wanted);
});
