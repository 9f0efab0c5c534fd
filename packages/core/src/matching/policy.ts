/**
 * What may post by itself, as data that an administrator can read. A rule names evidence: all of `all`, at least one of
 * each list of `oneOf`, none of `none`. An explanation posts when it is the only one standing and one rule holds.
 */
import type { EvidenceKind } from './evidence.ts';
import type { ExplanationKind } from './explanation.ts';

export interface AutoRule {
  readonly name: string;
  readonly explanation: ExplanationKind;
  readonly all: readonly EvidenceKind[];
  readonly oneOf: readonly (readonly EvidenceKind[])[];
  readonly none: readonly EvidenceKind[];
}

export interface MatchPolicy {
  readonly rules: readonly AutoRule[];
  /** A reference with fewer letters and digits than this may stand in a text by chance: it needs a known payer as well. */
  readonly referenceLengthMin: number;
  /** Closing digits of a number that count as a truncated reference to it. */
  readonly referenceTailDigitsMin: number;
  /** Rates of cash discount that payers take without being asked to: millionths of the amount. */
  readonly usualDiscountsMillionths: readonly number[];
  /** Short by at most this many whole units of the currency, in fives: charges of a bank on the way. */
  readonly bankFeeUnitsMax: number;
  /** Short by less than this many units: a small difference. */
  readonly smallDifferenceUnitsMax: number;
  /** A fee or small difference above this part of what is paid is none; in percent. */
  readonly differencePercentMax: number;
  /** A fee or small difference that is larger than this part of the smallest item may be a claim on one of them. */
  readonly tolerancePerMilleMax: number;
  /** Days from the booking for which an amount alone waits for the advice of a payer who usually sends one. */
  readonly adviceWaitDays: number;
  /** The same payer and amount within so many days may be the same payment twice. */
  readonly duplicateWithinDays: number;
  /** Percentage of a payer's confirmed payments that must be one customer's to take it for that customer's payer. */
  readonly payerSharePercentMin: number;
  /** A customer with more open items than this may have one of any amount by chance, so that the amount says little. */
  readonly amountOpenItemsMax: number;
  /** The same for amounts in whole units of the currency, which coincide far more often. */
  readonly roundAmountOpenItemsMax: number;
  /** Sets of items that chance would find with the receipt's sum, in thousandths, above which a sum says too little. */
  readonly chancePerMilleMax: number;
  /** The same for what completes a list that was cut: there the payer often took something off, and no set is the right one. */
  readonly completionChancePerMilleMax: number;
  /** Percent by which a payer's name must be a customer's, and by how many points more than the next customer's. */
  readonly nameLikenessMin: number;
  readonly nameLikenessAheadMin: number;
  /** A payer for this many customers pays for others too. */
  readonly payerForManyMin: number;
  /** With more open items than this in all, one of any amount may be there by chance. */
  readonly amountOpenItemsOfAllMax: number;
  /** With more than this in all, one may have any amount in whole units of the currency. */
  readonly roundAmountOpenItemsOfAllMax: number;
  /** More than this part of the cited items, in percent, is no slip of the payer but something that it did not name. */
  readonly excessPercentMax: number;
  /** So many whole units more are a slip even when that is more than the part; never more than a quarter of the items. */
  readonly excessUnitsMax: number;
  /** With more explanations of equal standing than this beside the first, nothing is proposed. */
  readonly suggestAlternativesMax: number;
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
  'run_of_items',
  'run_and_more',
  'sum_of_oldest',
  'only_sum',
];

const RULES: readonly AutoRule[] = [
  {
    name: 'advice_lists_the_items',
    explanation: 'advice',
    all: ['advice', 'total_exact'],
    oneOf: [],
    none: ['advice_was_scanned', 'advice_by_amount_alone', 'item_claimed_twice'],
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
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'unique_amount_by_known_payer',
    explanation: 'single_amount',
    all: ['amount_unique'],
    oneOf: [KNOWN_OR_SHARED],
    none: [
      'advice_awaited',
      'amount_by_chance',
      'reference_left_out',
      'reference_closed',
      'reference_unknown',
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
      'possible_duplicate',
      'item_claimed_twice',
    ],
  },
  {
    name: 'only_sum_of_the_group_by_known_payer',
    explanation: 'account_structure',
    all: ['total_exact', 'payer_of_group'],
    oneOf: [STRUCTURE, KNOWN_OR_SHARED],
    none: [
      'references_completed',
      'several_customers',
      'sum_by_chance',
      'equal_item_open',
      'reference_closed',
      'reference_unknown',
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
    none: ['payer_of_several', 'advice_awaited', 'reference_unknown', 'payer_of_others'],
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

export const DEFAULT_POLICY: MatchPolicy = {
  rules: RULES,
  referenceLengthMin: 6,
  referenceTailDigitsMin: 5,
  usualDiscountsMillionths: [20_000, 10_000, 30_000, 15_000, 25_000, 40_000, 50_000],
  bankFeeUnitsMax: 50,
  smallDifferenceUnitsMax: 10,
  differencePercentMax: 5,
  tolerancePerMilleMax: 10,
  adviceWaitDays: 3,
  duplicateWithinDays: 45,
  payerSharePercentMin: 80,
  amountOpenItemsMax: 500,
  roundAmountOpenItemsMax: 50,
  chancePerMilleMax: 10,
  completionChancePerMilleMax: 2,
  nameLikenessMin: 55,
  nameLikenessAheadMin: 15,
  payerForManyMin: 2,
  amountOpenItemsOfAllMax: 10_000,
  roundAmountOpenItemsOfAllMax: 1_000,
  excessPercentMax: 1,
  excessUnitsMax: 200,
  suggestAlternativesMax: 5,
};
