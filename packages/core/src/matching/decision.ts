import type { Evidence, MoneyText } from './evidence.ts';
import type { ExplanationKind } from './explanation.ts';
import type { DeductionReason } from './text-findings.ts';

/** Cash placed on an item, by its id. Below zero on a credit that the payer netted. */
export interface Allocation {
  readonly item: string;
  readonly amountMinor: bigint;
}

/** A part of an item that was not paid and the reason for it: stated by the payer, or told by terms and bank habit. */
export interface Deduction {
  readonly reason: DeductionReason;
  readonly item: string;
  readonly amountMinor: bigint;
}

export interface Alternative {
  readonly explanation: ExplanationKind;
  readonly customer: string;
  readonly allocations: readonly Allocation[];
  readonly unappliedMinor: bigint;
}

/** Why an explanation did not win. */
export type RejectionReason =
  | 'total_differs'
  | 'not_cited'
  | 'payer_of_others'
  | 'payer_evidence_weaker'
  | 'less_evidence';

export interface Rejected {
  readonly explanation: ExplanationKind;
  readonly customer: string;
  /** Numbers of its items. */
  readonly items: readonly string[];
  readonly reason: RejectionReason;
}

export interface QuestionParams {
  who_is_payer: { readonly payer: string };
  which_items: { readonly customer: string; readonly openItemsCount: number };
  which_of_equal_items: { readonly numbers: readonly string[]; readonly itemsCount: number };
  what_is_reference: { readonly references: readonly string[] };
  why_short: { readonly difference: MoneyText; readonly numbers: readonly string[] };
  what_is_rest_for: { readonly difference: MoneyText };
  is_it_a_duplicate: { readonly receipt: string; readonly bookedOn: string };
  which_receipt_pays: { readonly number: string; readonly receipt: string };
  already_settled: { readonly number: string; readonly closedOn: string };
  does_payer_pay_for: { readonly customer: string; readonly payer: string };
  confirm_items: { readonly numbers: readonly string[] };
  /** The text names one item, the amount another. */
  text_or_amount: { readonly cited: readonly string[]; readonly byAmount: readonly string[] };
}
export type QuestionCode = keyof QuestionParams;
/** The one thing to find out, as a code with parameters. */
export type Question = {
  readonly [Code in QuestionCode]: { readonly code: Code; readonly params: QuestionParams[Code] };
}[QuestionCode];

/** A fact that would turn the decision. */
export type Change =
  | { readonly code: 'reference_given'; readonly params: { readonly numbers: readonly string[] } }
  | { readonly code: 'payer_confirmed'; readonly params: { readonly customer: string } }
  | { readonly code: 'item_closed'; readonly params: { readonly numbers: readonly string[] } }
  | { readonly code: 'equal_item_opened'; readonly params: { readonly total: MoneyText } }
  | { readonly code: 'difference_explained'; readonly params: { readonly difference: MoneyText } }
  | { readonly code: 'duplicate_ruled_out'; readonly params: { readonly receipt: string } }
  | { readonly code: 'advice_received'; readonly params: Record<string, never> };

/**
 * What the engine says about one receipt. Allocations and `unappliedMinor` always add up to the receipt. `auto` may be
 * posted without a person; `suggest` is a proposal to confirm; `exception` proposes nothing but the customer, if known.
 */
export interface Decision {
  readonly receiptId: string;
  readonly decision: 'auto' | 'suggest' | 'exception';
  /** The policy's rule that lets it post by itself. */
  readonly rule: string | null;
  readonly explanation: ExplanationKind | null;
  readonly customer: string | null;
  readonly allocations: readonly Allocation[];
  readonly deductions: readonly Deduction[];
  readonly unappliedMinor: bigint;
  readonly evidence: readonly Evidence[];
  /** The evidence as one English sentence that a person can check. */
  readonly sentence: string;
  /** At most three; `alternativesCount` says how many there are. */
  readonly alternatives: readonly Alternative[];
  readonly alternativesCount: number;
  readonly rejected: readonly Rejected[];
  /** What to ask, for a suggestion or an exception. */
  readonly question: Question | null;
  readonly wouldChangeIf: readonly Change[];
}
