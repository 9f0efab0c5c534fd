/** The rules by which what the payer's account itself explains posts by itself, where the text names nothing or only the beginning. */
import {
  ACCOUNTED,
  ADVICE_TO_COME,
  AGAINST_DIFFERENCE,
  AGAINST_SUM,
  type AutoRule,
  CITED,
  KNOWN_OR_LIKE_SEVERAL,
  KNOWN_OR_SHARED,
  KNOWN_PAYER,
  MAYBE_TWICE,
  STRUCTURE,
} from './rule-evidence.ts';

/** What posts by it is no sign that the habit holds. */
export const HABIT_RULE = 'account_as_usual_of_known_payer';

export const ACCOUNT_RULES: readonly AutoRule[] = [
  {
    name: 'only_sum_of_the_account_by_known_payer',
    explanation: 'account_structure',
    all: ['total_exact'],
    oneOf: [STRUCTURE, KNOWN_PAYER],
    none: [...AGAINST_SUM, 'payer_of_group', 'sum_by_chance'],
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
      ...AGAINST_SUM,
      'stated_amount_differs',
      'claim_without_amount',
      'deduction_not_placed',
      'payer_of_group',
      'sum_by_chance',
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
    none: [...AGAINST_SUM, 'payer_of_group', 'sum_by_chance'],
  },
  {
    name: 'only_sum_of_the_group_by_known_payer',
    explanation: 'account_structure',
    all: ['total_exact', 'payer_of_group'],
    oneOf: [STRUCTURE, KNOWN_OR_LIKE_SEVERAL],
    none: [...AGAINST_SUM, 'sum_by_chance'],
  },
  {
    // As the only sum of the account, but for chance: what the customer does each time speaks against it. Off without a figure.
    name: HABIT_RULE,
    explanation: 'account_structure',
    all: ['total_exact', 'habit_confirms'],
    oneOf: [STRUCTURE, KNOWN_PAYER],
    none: [...AGAINST_SUM, 'payer_of_group'],
  },
  {
    name: 'cited_and_completed_by_known_payer',
    explanation: 'account_structure',
    all: ['total_exact', 'references_completed'],
    oneOf: [STRUCTURE, CITED, KNOWN_OR_SHARED],
    none: [
      ...ADVICE_TO_COME,
      ...MAYBE_TWICE,
      'sum_by_chance',
      'equal_item_open',
      'reference_left_out',
      'several_customers',
    ],
  },
  {
    name: 'cited_completed_and_accounted_for',
    explanation: 'account_structure',
    all: ['references_completed'],
    oneOf: [STRUCTURE, CITED, KNOWN_OR_SHARED, [...ACCOUNTED, 'excess_on_account']],
    none: [...AGAINST_DIFFERENCE, 'sum_by_chance', 'equal_item_open', 'deduction_not_placed', 'reference_unconfirmed'],
  },
];
