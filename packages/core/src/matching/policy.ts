/**
 * What may post by itself, as data that an administrator can read. A rule names evidence: all of `all`, at least one of
 * `any` (when it lists any), none of `none`. An explanation posts when it is the only one standing and one rule holds.
 */
import type { EvidenceKind } from './evidence.ts';
import type { ExplanationKind } from './explanation.ts';

export interface AutoRule {
  readonly name: string;
  readonly explanation: ExplanationKind;
  readonly all: readonly EvidenceKind[];
  readonly any: readonly EvidenceKind[];
  readonly none: readonly EvidenceKind[];
}

export interface MatchPolicy {
  readonly rules: readonly AutoRule[];
  /** A reference with fewer letters and digits than this may stand in a text by chance: it needs a known payer as well. */
  readonly referenceLengthMin: number;
  /** Closing digits of a number that count as a truncated reference to it. */
  readonly referenceTailDigitsMin: number;
  /** The same payer and amount within so many days may be the same payment twice. */
  readonly duplicateWithinDays: number;
  /** Percentage of a payer's confirmed payments that must be one customer's to take it for that customer's payer. */
  readonly payerSharePercentMin: number;
  /** A customer with more open items than this may have one of any amount by chance, so that the amount says little. */
  readonly amountOpenItemsMax: number;
  /** The same for amounts in whole units of the currency, which coincide far more often. */
  readonly roundAmountOpenItemsMax: number;
  /** With more explanations of equal standing than this beside the first, nothing is proposed. */
  readonly suggestAlternativesMax: number;
}

const KNOWN_PAYER: readonly EvidenceKind[] = ['payer_account', 'payer_name_learnt', 'payer_name'];

export const DEFAULT_POLICY: MatchPolicy = {
  rules: [
    {
      name: 'cited_and_exact',
      explanation: 'cited_references',
      all: ['references_exact', 'total_exact'],
      any: [],
      none: ['reference_short', 'reference_shared', 'reference_left_out', 'several_customers', 'item_claimed_twice'],
    },
    {
      name: 'cited_and_exact_by_known_payer',
      explanation: 'cited_references',
      all: ['references_exact', 'total_exact'],
      any: KNOWN_PAYER,
      none: ['reference_left_out', 'several_customers', 'item_claimed_twice'],
    },
    {
      name: 'unique_amount_by_known_payer',
      explanation: 'single_amount',
      all: ['amount_unique'],
      any: KNOWN_PAYER,
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
      name: 'unique_amount_and_closing_digits',
      explanation: 'single_amount',
      all: ['amount_unique', 'reference_tail'],
      any: [],
      none: ['reference_left_out', 'reference_closed', 'payer_of_others', 'possible_duplicate', 'item_claimed_twice'],
    },
  ],
  referenceLengthMin: 6,
  referenceTailDigitsMin: 5,
  duplicateWithinDays: 45,
  payerSharePercentMin: 80,
  amountOpenItemsMax: 500,
  roundAmountOpenItemsMax: 50,
  suggestAlternativesMax: 5,
};
