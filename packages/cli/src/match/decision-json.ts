/** A decision as the command line prints it: amounts as decimals, findings and questions in English. */

import {
  type Allocation,
  changeSentence,
  type Decision,
  evidenceSentence,
  questionSentence,
  type Receipt,
  rejectionSentence,
} from '@quittance/core/matching';
import { formatAmount } from '@quittance/core/money';

export interface DecisionJson {
  readonly receiptId: string;
  readonly decision: Decision['decision'];
  readonly customer: string | null;
  readonly allocations: readonly AllocationJson[];
  readonly deductions: readonly { readonly reason: string; readonly item: string; readonly amount: string }[];
  readonly unapplied: string;
  readonly rule: string | null;
  readonly evidence: readonly { readonly kind: string; readonly detail: string }[];
  readonly sentence: string;
  readonly alternatives: readonly { readonly customer: string; readonly allocations: readonly AllocationJson[] }[];
  readonly alternativesCount: number;
  readonly rejected: readonly { readonly items: readonly string[]; readonly reason: string; readonly detail: string }[];
  readonly question: string | null;
  readonly wouldChangeIf: readonly string[];
}

interface AllocationJson {
  readonly item: string;
  readonly amount: string;
}

export function decisionJson(decision: Decision, receipt: Receipt): DecisionJson {
  const amount = (minor: bigint): string => formatAmount(minor, receipt.currency);
  const allocationsJson = (allocations: readonly Allocation[]): AllocationJson[] =>
    allocations.map(({ item, amountMinor }) => ({ item, amount: amount(amountMinor) }));
  return {
    receiptId: decision.receiptId,
    decision: decision.decision,
    customer: decision.customer,
    allocations: allocationsJson(decision.allocations),
    deductions: decision.deductions.map(({ reason, item, amountMinor }) => ({
      reason,
      item,
      amount: amount(amountMinor),
    })),
    unapplied: amount(decision.unappliedMinor),
    rule: decision.rule,
    evidence: decision.evidence.map((finding) => ({ kind: finding.kind, detail: evidenceSentence(finding) })),
    sentence: decision.sentence,
    alternatives: decision.alternatives.map(({ customer, allocations }) => ({
      customer,
      allocations: allocationsJson(allocations),
    })),
    alternativesCount: decision.alternativesCount,
    rejected: decision.rejected.map(({ items, reason }) => ({ items, reason, detail: rejectionSentence(reason) })),
    question: decision.question === null ? null : questionSentence(decision.question),
    wouldChangeIf: decision.wouldChangeIf.map(changeSentence),
  };
}
