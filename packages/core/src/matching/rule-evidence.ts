/** What a rule names: the shape of a rule, and the kinds of evidence that count as one. */
import type { EvidenceKind } from './evidence.ts';
import type { ExplanationKind } from './explanation-kind.ts';

export interface AutoRule {
  readonly name: string;
  readonly explanation: ExplanationKind;
  readonly all: readonly EvidenceKind[];
  readonly oneOf: readonly (readonly EvidenceKind[])[];
  readonly none: readonly EvidenceKind[];
}

export const KNOWN_PAYER: readonly EvidenceKind[] = [
  'payer_stated',
  'payer_account',
  'payer_name_learnt',
  'payer_name',
];

/** Together with a cited number or an amount that nothing else has, a name that is nearly the customer's is enough. */
export const KNOWN_OR_ALIKE: readonly EvidenceKind[] = [...KNOWN_PAYER, 'payer_name_alike'];

/** A whole or shortened number of the payer's own customer tells which of those that carry the name is meant. */
export const KNOWN_OR_SHARED: readonly EvidenceKind[] = [...KNOWN_OR_ALIKE, 'payer_name_shared'];
export const KNOWN_OR_LIKE_SEVERAL: readonly EvidenceKind[] = [...KNOWN_OR_SHARED, 'payer_name_alike_several'];

/** Where no item confirms whose money it is, a name is not enough: companies of a group carry nearly the same. */
export const BY_ACCOUNT: readonly EvidenceKind[] = ['payer_account'];

export const CITED: readonly EvidenceKind[] = ['references_exact', 'references_read'];
export const ACCOUNTED: readonly EvidenceKind[] = [
  'deduction_stated',
  'credit_netted',
  'discount_earned',
  'discount_unearned',
  'difference_of_bank_fee',
  'difference_small',
];

export const STRUCTURE: readonly EvidenceKind[] = [
  'whole_account',
  'due_together',
  'issued_in_month',
  'of_one_order',
  'run_of_items',
  'run_and_more',
  'sum_of_oldest',
  'only_sum',
];
