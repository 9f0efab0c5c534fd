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

/** The payer tells by an advice what is paid, and it has not come: whatever fits without it may not be what was meant. */
export const ADVICE_TO_COME: readonly EvidenceKind[] = ['advice_awaited', 'advice_announced'];

/** Numbers that no open item of the currency carries: the amount may be meant for something else. */
export const NUMBERS_UNKNOWN: readonly EvidenceKind[] = ['reference_unknown', 'reference_other_currency'];
export const NUMBERS_NOT_OPEN: readonly EvidenceKind[] = ['reference_closed', ...NUMBERS_UNKNOWN];

export const MAYBE_TWICE: readonly EvidenceKind[] = ['possible_duplicate', 'item_claimed_twice'];

/** Against an item that only its amount names. */
export const AGAINST_AMOUNT: readonly EvidenceKind[] = [
  ...ADVICE_TO_COME,
  ...NUMBERS_NOT_OPEN,
  ...MAYBE_TWICE,
  'reference_left_out',
];

/** Against items that only their sum names. */
export const AGAINST_SUM: readonly EvidenceKind[] = [
  ...ADVICE_TO_COME,
  ...NUMBERS_NOT_OPEN,
  ...MAYBE_TWICE,
  'references_completed',
  'several_customers',
  'equal_item_open',
];

/** Against a total that differs from the items cited, whatever accounts for the difference. */
export const AGAINST_DIFFERENCE: readonly EvidenceKind[] = [
  ...MAYBE_TWICE,
  'stated_amount_differs',
  'claim_without_amount',
  'reference_left_out',
  'several_customers',
];
