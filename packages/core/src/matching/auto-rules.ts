/**
 * The rules by which a receipt posts by itself, in the order in which they are tried. Each names the evidence that is enough,
 * and what must not stand beside it.
 */
import type { EvidenceKind } from './evidence.ts';
import type { ExplanationKind } from './explanation-kind.ts';

export interface AutoRule {
  readonly name: string;
  readonly explanation: ExplanationKind;
  readonly all: readonly EvidenceKind[];
  readonly oneOf: readonly (readonly EvidenceKind[])[];
  readonly none: readonly EvidenceKind[];
}

const KNOWN_PAYER: readonly EvidenceKind[] = ['payer_stated', 'payer_account', 'payer_name_learnt', 'payer_name'];

/** Together with a cited number or an amount that nothing else has, a name that is nearly the customer's is enough. */
const KNOWN_OR_ALIKE: readonly EvidenceKind[] = [...KNOWN_PAYER, 'payer_name_alike'];

/** A whole or shortened number of the payer's own customer tells which of those that carry the name is meant. */
const KNOWN_OR_SHARED: readonly EvidenceKind[] = [...KNOWN_OR_ALIKE, 'payer_name_shared'];
const KNOWN_OR_LIKE_SEVERAL: readonly EvidenceKind[] = [...KNOWN_OR_SHARED, 'payer_name_alike_several'];

/** Where no item confirms whose money it is, a name is not enough: companies of a group carry nearly the same. */
const BY_ACCOUNT: readonly EvidenceKind[] = ['payer_account'];

const CITED: readonly EvidenceKind[] = ['references_exact', 'references_read'];
const ACCOUNTED: readonly EvidenceKind[] = [
  'deduction_stated',
  'credit_netted',
  'discount_earned',
  'discount_unearned',
  'difference_of_bank_fee',
  'difference_small',
];

const STRUCTURE: readonly EvidenceKind[] = [
  'whole_account',
  'due_together',
  'issued_in_month',
  'of_one_order',
  'run_of_items',
  'run_and_more',
  'sum_of_oldest',
  'only_sum',
];

/** What posts by it is no sign that the habit holds. */
export const HABIT_RULE = 'account_as_usual_of_known_payer';

export const AUTO_RULES: readonly AutoRule[] = [
  {
    name: 'advice_lists_the_items',
    explanation: 'advice',
    all: ['advice', 'total_exact'],
    oneOf: [],
    none: ['advice_was_scanned', 'advice_by_amount_alone', 'advice_for_others', 'item_claimed_twice'],
  },
  {
    name: 'advice_lists_the_items_of_known_payer',
    explanation: 'advice',
    all: ['advice', 'total_exact'],
    oneOf: [KNOWN_PAYER],
    none: ['advice_was_scanned', 'several_customers', 'item_claimed_twice'],
  },
  {
    name: 'cited_and_exact',
    explanation: 'cited_references',
    all: ['references_exact', 'total_exact'],
    oneOf: [],
    none: ['reference_short', 'reference_shared', 'reference_left_out', 'several_customers', 'item_claimed_twice'],
  },
  {
    name: 'cited_and_exact_by_known_payer',
    explanation: 'cited_references',
    all: ['total_exact'],
    oneOf: [CITED, KNOWN_OR_LIKE_SEVERAL],
    none: ['reference_left_out', 'several_customers', 'item_claimed_twice'],
  },
  {
    name: 'number_and_amount_confirm_each_other',
    explanation: 'cited_references',
    all: ['amount_confirms'],
    oneOf: [CITED],
    none: [
      'stated_amount_differs',
      'reference_short',
      'reference_shared',
      'reference_left_out',
      'deduction_not_placed',
      'reference_unknown',
      'reference_other_currency',
      'several_customers',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'several_numbers_agree_with_the_amount',
    explanation: 'cited_references',
    all: ['references_agree', 'total_exact'],
    oneOf: [CITED],
    none: ['reference_left_out', 'several_customers', 'item_claimed_twice'],
  },
  {
    name: 'number_read_and_unique_amount',
    explanation: 'cited_references',
    all: ['references_read', 'total_exact', 'amount_unique'],
    oneOf: [],
    none: ['reference_left_out', 'payer_of_others', 'possible_duplicate', 'item_claimed_twice'],
  },
  {
    name: 'cited_and_difference_accounted_for',
    explanation: 'cited_references',
    all: [],
    oneOf: [CITED, KNOWN_OR_LIKE_SEVERAL, ACCOUNTED],
    none: [
      'stated_amount_differs',
      'reference_unconfirmed',
      'deduction_not_placed',
      'reference_left_out',
      'reference_unknown',
      'reference_other_currency',
      'several_customers',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'part_of_the_cited_item',
    explanation: 'cited_references',
    all: ['part_payment'],
    oneOf: [CITED, KNOWN_OR_LIKE_SEVERAL],
    none: [
      'stated_amount_differs',
      'reference_unconfirmed',
      'reference_left_out',
      'reference_unknown',
      'reference_other_currency',
      'reference_closed',
      'several_customers',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'cited_and_excess_on_account',
    explanation: 'cited_references',
    all: ['excess_on_account'],
    oneOf: [CITED, KNOWN_OR_LIKE_SEVERAL],
    none: [
      'stated_amount_differs',
      'reference_unconfirmed',
      'reference_left_out',
      'reference_unknown',
      'reference_other_currency',
      'reference_closed',
      'text_cut',
      'several_customers',
      'payer_of_group',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'unique_amount_by_payer_for_many',
    explanation: 'single_amount',
    all: ['amount_unique', 'payer_for_many'],
    oneOf: [],
    none: [
      'advice_awaited',
      'amount_by_chance',
      'amount_by_chance_of_all',
      'reference_left_out',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'unique_amount_by_known_payer',
    explanation: 'single_amount',
    all: ['amount_unique'],
    oneOf: [KNOWN_OR_LIKE_SEVERAL],
    none: [
      'advice_awaited',
      'amount_by_chance',
      'reference_left_out',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'unique_amount_of_known_payer',
    explanation: 'single_amount',
    all: ['amount_unique_of_payer'],
    oneOf: [KNOWN_PAYER],
    none: [
      'amount_by_chance',
      'reference_left_out',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'only_sum_of_the_account_by_known_payer',
    explanation: 'account_structure',
    all: ['total_exact'],
    oneOf: [STRUCTURE, KNOWN_PAYER],
    none: [
      'advice_awaited',
      'references_completed',
      'several_customers',
      'payer_of_group',
      'sum_by_chance',
      'equal_item_open',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'whole_days_accounted_for_by_known_payer',
    explanation: 'account_structure',
    all: [],
    oneOf: [
      ['whole_account', 'due_together'],
      KNOWN_PAYER,
      ['difference_of_bank_fee', 'discount_earned', 'discount_unearned'],
    ],
    none: [
      'advice_awaited',
      'stated_amount_differs',
      'references_completed',
      'deduction_not_placed',
      'several_customers',
      'payer_of_group',
      'sum_by_chance',
      'equal_item_open',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'whole_days_of_the_account_by_name',
    explanation: 'account_structure',
    all: ['total_exact'],
    oneOf: [
      ['whole_account', 'due_together'],
      ['payer_name_shared', 'payer_name_alike'],
    ],
    none: [
      'references_completed',
      'several_customers',
      'payer_of_group',
      'sum_by_chance',
      'equal_item_open',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'only_sum_of_the_group_by_known_payer',
    explanation: 'account_structure',
    all: ['total_exact', 'payer_of_group'],
    oneOf: [STRUCTURE, KNOWN_OR_LIKE_SEVERAL],
    none: [
      'references_completed',
      'several_customers',
      'sum_by_chance',
      'equal_item_open',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    // As the only sum of the account, but for chance: what the customer does each time speaks against it. Off without a figure.
    name: HABIT_RULE,
    explanation: 'account_structure',
    all: ['total_exact', 'habit_confirms'],
    oneOf: [STRUCTURE, KNOWN_PAYER],
    none: [
      'advice_awaited',
      'references_completed',
      'several_customers',
      'payer_of_group',
      'equal_item_open',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'cited_and_completed_by_known_payer',
    explanation: 'account_structure',
    all: ['total_exact', 'references_completed'],
    oneOf: [STRUCTURE, CITED, KNOWN_OR_SHARED],
    none: [
      'advice_awaited',
      'sum_by_chance',
      'equal_item_open',
      'reference_left_out',
      'several_customers',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'cited_completed_and_accounted_for',
    explanation: 'account_structure',
    all: ['references_completed'],
    oneOf: [STRUCTURE, CITED, KNOWN_OR_SHARED, [...ACCOUNTED, 'excess_on_account']],
    none: [
      'stated_amount_differs',
      'sum_by_chance',
      'equal_item_open',
      'deduction_not_placed',
      'reference_unconfirmed',
      'reference_left_out',
      'several_customers',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'advance_on_account_of_known_payer',
    explanation: 'on_account',
    all: ['advance_stated'],
    oneOf: [BY_ACCOUNT],
    none: ['payer_of_several', 'advice_awaited', 'possible_duplicate'],
  },
  {
    name: 'settled_before_on_account_of_known_payer',
    explanation: 'on_account',
    all: ['only_settled_cited'],
    oneOf: [BY_ACCOUNT],
    none: ['payer_of_several', 'advice_awaited'],
  },
  {
    name: 'paid_again_on_account_of_known_payer',
    explanation: 'on_account',
    all: ['possible_duplicate'],
    oneOf: [BY_ACCOUNT],
    none: ['payer_of_several', 'advice_awaited', 'reference_unknown', 'reference_other_currency', 'payer_of_others'],
  },
  {
    name: 'no_receivable_by_its_words',
    explanation: 'not_receivables',
    all: ['not_receivables'],
    oneOf: [],
    none: [],
  },
  {
    name: 'no_receivable_of_this_payer',
    explanation: 'not_receivables',
    all: ['payer_not_of_receivables'],
    oneOf: [],
    none: [],
  },
  {
    name: 'unique_amount_and_mistyped_number',
    explanation: 'single_amount',
    all: ['amount_unique', 'reference_slip'],
    oneOf: [],
    none: [
      'advice_awaited',
      'amount_by_chance',
      'reference_left_out',
      'reference_closed',
      'reference_unknown',
      'reference_other_currency',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'unique_amount_and_closing_digits',
    explanation: 'single_amount',
    all: ['amount_unique', 'reference_tail'],
    oneOf: [],
    none: [
      'advice_awaited',
      'reference_left_out',
      'reference_closed',
      'payer_of_others',
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
];
