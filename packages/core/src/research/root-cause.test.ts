import { describe, expect, it } from 'vitest';
import { researchAge, suggestRootCause, type UnappliedFacts } from './index.ts';

const facts = (changes: Partial<UnappliedFacts>): UnappliedFacts => ({
  questionCode: null,
  isAdvance: false,
  isRest: false,
  isUnidentified: false,
  ...changes,
});

describe('the cause that a decision suggests', () => {
  it('follows from the question that was asked', () => {
    expect(suggestRootCause(facts({ questionCode: 'already_settled' }))).toBe('closed_invoice');
    expect(suggestRootCause(facts({ questionCode: 'is_it_a_duplicate' }))).toBe('duplicate');
    expect(suggestRootCause(facts({ questionCode: 'what_is_reference' }))).toBe('wrong_reference');
    expect(suggestRootCause(facts({ questionCode: 'which_items' }))).toBe('no_remittance');
  });

  it('is a prepayment when the text says so, whatever was asked', () => {
    expect(suggestRootCause(facts({ isAdvance: true, questionCode: 'which_items' }))).toBe('prepayment');
  });

  it('is an over-payment when a part was applied and nothing was asked', () => {
    expect(suggestRootCause(facts({ isRest: true }))).toBe('over_payment');
  });

  it('is not guessed when nothing tells', () => {
    expect(suggestRootCause(facts({}))).toBeNull();
    expect(suggestRootCause(facts({ isUnidentified: true }))).toBe('unknown_payer');
    expect(suggestRootCause(facts({ questionCode: 'a_question_to_come' }))).toBeNull();
  });
});

it('ages: a week, a month, two, three, and more', () => {
  expect([0, 7, 8, 30, 31, 60, 61, 90, 91, 4000].map(researchAge)).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
});
