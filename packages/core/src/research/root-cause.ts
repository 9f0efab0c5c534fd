/**
 * Why money stayed unapplied, as the decision about it suggests. A person says what it really was; the suggestion saves the
 * typing where the engine's own question tells the cause already.
 */
import type { QuestionCode } from '../matching/index.ts';

export const ROOT_CAUSES = [
  'no_remittance',
  'wrong_reference',
  'closed_invoice',
  'wrong_entity',
  'duplicate',
  'prepayment',
  'over_payment',
  'unknown_payer',
  'other',
] as const;
export type RootCause = (typeof ROOT_CAUSES)[number];

export const NEXT_STEPS = [
  'ask_customer',
  'find_remittance',
  'ask_sales',
  'ask_bank',
  'check_other_company',
  'apply',
  'refund',
  'transfer',
  'other',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

export interface UnappliedFacts {
  /** The code of the question that was asked about it, if any. */
  readonly questionCode: string | null;
  /** The text says that it pays in advance. */
  readonly isAdvance: boolean;
  /** A part of it was applied or has left, and the rest is open. */
  readonly isRest: boolean;
  /** Nobody knows whose it is. */
  readonly isUnidentified: boolean;
}

const BY_QUESTION: Readonly<Partial<Record<string, RootCause>>> = {
  who_is_payer: 'unknown_payer',
  does_payer_pay_for: 'unknown_payer',
  which_items: 'no_remittance',
  which_of_equal_items: 'no_remittance',
  confirm_items: 'no_remittance',
  what_is_reference: 'wrong_reference',
  text_or_amount: 'wrong_reference',
  already_settled: 'closed_invoice',
  is_it_a_duplicate: 'duplicate',
  which_receipt_pays: 'duplicate',
  what_is_rest_for: 'over_payment',
} satisfies Readonly<Partial<Record<QuestionCode, RootCause>>>;

/**
 * The likely cause, or null when nothing tells. A receipt of 500.00 that cites an invoice settled last month asks
 * `already_settled`: closed invoice. One of which 480.00 were applied and 20.00 are left: over-payment.
 */
export function suggestRootCause(facts: UnappliedFacts): RootCause | null {
  if (facts.isAdvance) return 'prepayment';
  const byQuestion = facts.questionCode === null ? undefined : BY_QUESTION[facts.questionCode];
  if (byQuestion !== undefined) return byQuestion;
  if (facts.isRest) return 'over_payment';
  return facts.isUnidentified ? 'unknown_payer' : null;
}

/** From how many days on money is one age older: up to a week, a month, two, three, and more. */
export const RESEARCH_AGES = [8, 31, 61, 91] as const;

/** Which age, from 0: 7 days are 0, 8 are 1, 90 are 3, 91 are 4. */
export function researchAge(days: number): number {
  return RESEARCH_AGES.filter((from) => days >= from).length;
}
