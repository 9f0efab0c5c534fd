/** Causes, steps and ages in the reader's words. */
import type { TextKey } from '../../../app/i18n.ts';
import type { ResearchRow } from './research.queries.ts';

export type Cause = NonNullable<ResearchRow['rootCause']>;
export type Step = NonNullable<ResearchRow['nextStep']>;

export const CAUSE_WORDS: Readonly<Record<Cause, TextKey>> = {
  no_remittance: 'research.no_remittance',
  wrong_reference: 'research.wrong_reference',
  closed_invoice: 'research.closed_invoice',
  wrong_entity: 'research.wrong_entity',
  duplicate: 'research.duplicate',
  prepayment: 'research.prepayment',
  over_payment: 'research.over_payment',
  unknown_payer: 'research.unknown_payer',
  other: 'research.otherCause',
};

export const STEP_WORDS: Readonly<Record<Step, TextKey>> = {
  ask_customer: 'research.ask_customer',
  find_remittance: 'research.find_remittance',
  ask_sales: 'research.ask_sales',
  ask_bank: 'research.ask_bank',
  check_other_company: 'research.check_other_company',
  apply: 'research.apply',
  refund: 'research.refundIt',
  transfer: 'research.transferIt',
  other: 'research.otherStep',
};

export const AGE_WORDS: readonly TextKey[] = [
  'research.age0',
  'research.age1',
  'research.age2',
  'research.age3',
  'research.age4',
];

export const CAUSES = Object.keys(CAUSE_WORDS) as readonly Cause[];
export const STEPS = Object.keys(STEP_WORDS) as readonly Step[];
