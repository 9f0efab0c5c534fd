/** A decision as it is kept: of the engine or of a person, with ids of the ledger and every sentence ready to read. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Limit, SettlementReason } from '@quittance/core/settlement';

export type DecisionKind = 'auto' | 'suggest' | 'exception' | 'manual';
export type DecisionState = 'waiting' | 'posted' | 'on_account' | 'not_ours' | 'undone' | 'replaced' | 'withdrawn';

/** Cash on an item, in the receipt's currency; below zero on a credit that the payer netted. */
export interface KeptAllocation {
  readonly itemId: string;
  readonly number: string;
  readonly amountMinor: bigint;
  /** What it settles of an item in another currency. */
  readonly inItemCurrency?: { readonly amountMinor: bigint; readonly currency: string };
}

/** What the customer took off an item, in the item's currency. */
export interface KeptDeduction {
  readonly itemId: string;
  readonly number: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reason: SettlementReason;
  /** Posted to its account, or claimed: the item stays open by it. */
  readonly treatment: 'posted' | 'claimed';
  /** Why it is claimed although its reason is usually posted. */
  readonly limitedBy: Limit | null;
  /** The customer's own code and words. */
  readonly stated: string | null;
  readonly note: string | null;
}

export interface KeptEvidence {
  readonly kind: string;
  readonly detail: string;
  readonly params: object;
}

export interface KeptAlternative {
  readonly explanation: string;
  readonly customerId: string | null;
  readonly allocations: readonly KeptAllocation[];
  readonly unappliedMinor: bigint;
}

/** The sentence for people, and beside it what it is made of; those kept first have the sentence alone. */
export interface KeptRejection {
  readonly sentence: string;
  readonly reason: string;
  readonly code?: string;
  /** Its number. */
  readonly customer?: string;
  /** Numbers of its items. */
  readonly items?: readonly string[];
}

/** A question or a fact that would turn the decision: the code for programs, the sentence for people. */
export interface KeptSentence {
  readonly code: string;
  readonly params: object;
  readonly sentence: string;
}

export interface NewDecision {
  readonly receiptItemId: string;
  readonly decision: DecisionKind;
  readonly state: Extract<DecisionState, 'waiting' | 'posted' | 'on_account' | 'not_ours'>;
  readonly rule: string | null;
  readonly explanation: string | null;
  readonly customerId: string | null;
  readonly currency: string;
  /** Of the receipt, what was open when this was decided. */
  readonly amountMinor: bigint;
  readonly unappliedMinor: bigint;
  readonly allocations: readonly KeptAllocation[];
  readonly deductions: readonly KeptDeduction[];
  readonly evidence: readonly KeptEvidence[];
  readonly sentence: string;
  readonly alternatives: readonly KeptAlternative[];
  readonly alternativesCount: number;
  readonly rejected: readonly KeptRejection[];
  readonly question: KeptSentence | null;
  readonly wouldChangeIf: readonly KeptSentence[];
  readonly policyVersion: string;
}

export interface KeptDecision extends Omit<NewDecision, 'state'> {
  /** Counts the decisions about one receipt, from 1. */
  readonly number: number;
  readonly state: DecisionState;
  readonly holdIds: readonly string[];
  readonly entryIds: readonly string[];
  readonly decidedAt: string;
  readonly decidedByName: string;
  readonly settledAt: string | null;
  readonly settledByName: string | null;
  readonly endedReason: string | null;
}

/** A receipt that has something open, with what the bank said of it and what was decided before. */
export interface WaitingReceipt {
  readonly itemId: string;
  readonly number: string;
  readonly customerId: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  /** Positive: the receipt as it came, and what is still open of it. */
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly lines: readonly string[];
  readonly endToEndId: string;
  readonly structuredReference: string | null;
  /** Numbers of the items that it pays already, when only a rest is open. */
  readonly appliedTo: readonly string[];
  /**
   * True once anything was settled on it or undone: from then on the engine only proposes. What it left on account by itself
   * it may still apply by itself, when the invoice comes.
   */
  readonly isTouched: boolean;
  readonly rejectedItemIds: readonly string[];
  readonly current: CurrentDecision | null;
}

/** What of the current decision tells whether a new one says anything else. */
export interface CurrentDecision {
  readonly number: number;
  readonly decision: DecisionKind;
  readonly state: DecisionState;
  readonly customerId: string | null;
  readonly unappliedMinor: bigint;
  readonly allocations: readonly KeptAllocation[];
  readonly deductions: readonly KeptDeduction[];
  /** Items that a person may choose from: one that is paid meanwhile is not offered any longer. */
  readonly alternatives: readonly KeptAlternative[];
  readonly alternativesCount: number;
  readonly questionCode: string | null;
}
