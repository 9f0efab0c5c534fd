/** Runs the engine on receipts that wait, and writes down what it says in the ledger's terms. */
import { createHash } from 'node:crypto';
import {
  type Alternative,
  type Change,
  changeSentence,
  DEFAULT_POLICY,
  type Decision,
  evidenceSentence,
  type MatchPolicy,
  matchReceipts,
  questionSentence,
  type Rejected,
  rejectionSentence,
} from '@quittance/core/matching';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { KeptAllocation, KeptAlternative, KeptRejection, NewDecision, WaitingReceipt } from './decision.ts';
import { type Facts, fetchFacts } from './facts.ts';

/** A receipt with what the engine says about it now. */
export interface Decided {
  readonly receipt: WaitingReceipt;
  readonly decision: NewDecision;
  /** What was open of the items it would settle when it was decided. */
  readonly openMinor: ReadonlyMap<string, bigint>;
}

/** Names the rules that decided: equal texts are equal rules. */
export const POLICY_VERSION = versionOf(DEFAULT_POLICY);

const PROPOSE_ONLY: MatchPolicy = { ...DEFAULT_POLICY, rules: [] };

/**
 * One decision a receipt, in the order given. A receipt on which somebody has settled or undone something is only proposed
 * for, however strong the evidence: what a person did is never overruled by itself.
 */
export async function decideReceipts(tx: Tx, waiting: readonly WaitingReceipt[]): Promise<Decided[]> {
  if (waiting.length === 0) return [];
  const facts = await fetchFacts(tx, waiting, DEFAULT_POLICY);
  const { items, knowledge } = facts;
  const decisions = matchReceipts(facts.receipts, { items, knowledge, policy: DEFAULT_POLICY });
  return waiting.flatMap((receipt, index) => {
    let decision = decisions[index];
    const engineReceipt = facts.receipts[index];
    if (decision === undefined || engineReceipt === undefined) return [];
    if (decision.decision === 'auto' && (receipt.isTouched || !isPostable(decision))) {
      decision = matchReceipts([engineReceipt], { items, knowledge, policy: PROPOSE_ONLY })[0] ?? decision;
    }
    const openMinor = new Map(decision.allocations.map(({ item }) => [item, items.item(item)?.openMinor ?? 0n]));
    return [{ receipt, decision: keptDecision(decision, receipt, facts), openMinor }];
  });
}

/** What a run can post: cash on items of one customer, all of it. Deductions, excess and group payments wait for a person. */
function isPostable({ allocations, deductions, evidence, unappliedMinor }: Decision): boolean {
  const isGroup = evidence.some(({ kind }) => kind === 'payer_of_group');
  return allocations.length > 0 && deductions.length === 0 && unappliedMinor === 0n && !isGroup;
}

function keptDecision(decision: Decision, receipt: WaitingReceipt, facts: Facts): NewDecision {
  const { question } = decision;
  const customerId = (number: string | null) => (number === null ? null : (facts.customerIds.get(number) ?? null));
  return {
    receiptItemId: receipt.itemId,
    decision: decision.decision,
    state: decision.decision === 'auto' ? 'posted' : 'waiting',
    rule: decision.rule,
    explanation: decision.explanation,
    customerId: customerId(decision.customer),
    currency: receipt.currency,
    amountMinor: receipt.openMinor,
    unappliedMinor: decision.unappliedMinor,
    allocations: keptAllocations(decision.allocations, facts),
    evidence: decision.evidence.map((finding) => ({
      kind: finding.kind,
      detail: evidenceSentence(finding),
      params: finding.params,
    })),
    sentence: decision.sentence,
    alternatives: decision.alternatives.map((one) => keptAlternative(one, customerId(one.customer), facts)),
    alternativesCount: decision.alternativesCount,
    rejected: decision.rejected.map(keptRejection),
    question: question === null ? null : { ...question, sentence: questionSentence(question) },
    wouldChangeIf: decision.wouldChangeIf.map((change: Change) => ({ ...change, sentence: changeSentence(change) })),
    policyVersion: POLICY_VERSION,
  };
}

function keptAllocations(allocations: Decision['allocations'], { items }: Facts): KeptAllocation[] {
  return allocations.map(({ item, amountMinor }) => ({
    itemId: item,
    number: items.item(item)?.number ?? item,
    amountMinor,
  }));
}

function keptAlternative(alternative: Alternative, customerId: string | null, facts: Facts): KeptAlternative {
  const { explanation, allocations, unappliedMinor } = alternative;
  return { explanation, customerId, allocations: keptAllocations(allocations, facts), unappliedMinor };
}

function keptRejection({ customer, items, reason }: Rejected): KeptRejection {
  const sentence = `${items.join(', ')} of ${customer}`;
  return { sentence, reason: rejectionSentence(reason), code: reason, customer, items };
}

function versionOf(policy: MatchPolicy): string {
  return createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 12);
}

/** Whether a new decision says anything else than the one that stands. */
export function isNews({ receipt: { current }, decision }: Decided): boolean {
  if (current === null) return true;
  if (current.state === 'waiting')
    return substance(current, current.questionCode) !== substance(decision, decision.question?.code ?? null);
  // What a person has settled is not asked about again; only a proposal may follow.
  if (current.state === 'on_account' || current.state === 'posted' || current.state === 'not_ours') {
    return decision.decision !== 'exception';
  }
  return true;
}

type Substance = Pick<NewDecision, 'decision' | 'customerId' | 'unappliedMinor' | 'allocations'>;

function substance(decision: Substance, questionCode: string | null): string {
  const allocations = decision.allocations.map(({ itemId, amountMinor }) => `${itemId} ${amountMinor}`).sort();
  return JSON.stringify([
    decision.decision,
    decision.customerId,
    decision.unappliedMinor.toString(),
    allocations,
    questionCode,
  ]);
}
