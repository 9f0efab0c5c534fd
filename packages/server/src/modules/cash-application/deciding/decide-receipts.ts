/** Runs the engine on receipts that wait, and writes down what it says in the ledger's terms. */
import {
  type Alternative,
  type Change,
  changeSentence,
  type Decision,
  evidenceSentence,
  type MatchPolicy,
  matchReceipts,
  questionSentence,
  type Receipt,
  type Rejected,
  rejectionSentence,
} from '@quittance/core/matching';
import type { Tx } from '../../../platform/database/transaction.ts';
import { waitingApprovals } from '../../ledger/index.ts';
import { type DeductionSession, keptDeduction, proposalSession } from '../deductions/deduction-session.ts';
import { itemsWithClaims } from '../deductions/deductions.queries.ts';
import { matchPolicy } from '../policies/policies.ts';
import type {
  KeptAllocation,
  KeptAlternative,
  KeptDeduction,
  KeptRejection,
  NewDecision,
  WaitingReceipt,
} from './decision.ts';
import { type Facts, fetchFacts } from './facts.ts';
import { matchFetched } from './match-fetched.ts';
import { statedWords } from './stated-words.ts';

/** A receipt with what the engine says about it now. */
export interface Decided {
  readonly receipt: WaitingReceipt;
  readonly decision: NewDecision;
  /** What was open of the items it would settle when it was decided. */
  readonly openMinor: ReadonlyMap<string, bigint>;
}

/**
 * One decision a receipt, in the order given. A receipt on which somebody has settled or undone something is only proposed
 * for, however strong the evidence: what a person did is never overruled by itself.
 */
export async function decideReceipts(tx: Tx, waiting: readonly WaitingReceipt[]): Promise<Decided[]> {
  return decide(tx, waiting, isPostable);
}

/** The same where nothing is to post, however certain: for receipts apart from those of their day. */
export async function proposeForReceipts(tx: Tx, waiting: readonly WaitingReceipt[]): Promise<Decided[]> {
  return decide(tx, waiting, () => false);
}

async function decide(tx: Tx, waiting: readonly WaitingReceipt[], mayPost: typeof isPostable): Promise<Decided[]> {
  if (waiting.length === 0) return [];
  const { policy, version } = await matchPolicy(tx);
  const facts = await fetchFacts(tx, waiting, policy);
  const { items, knowledge, advices } = facts;
  const proposeOnly: MatchPolicy = { ...policy, rules: [] };
  const found = await matchFetched(tx, facts, policy);
  const claimed = await itemsWithClaims(tx, deductedItems(found));
  const asked = await itemsAskedAbout(tx, found);
  const decisions = found.map((decision, index) => {
    const [receipt, engineReceipt] = [waiting[index], facts.receipts[index]];
    if (decision.decision !== 'auto' || receipt === undefined || engineReceipt === undefined) return decision;
    const isFree =
      !decision.deductions.some(({ item }) => claimed.has(item)) &&
      !namedItems(decision).some((item) => asked.has(item));
    if (mayPost(decision, receipt) && isFree) return decision;
    return matchReceipts([engineReceipt], { items, knowledge, advices, policy: proposeOnly })[0] ?? decision;
  });
  const session = await proposalSession(tx, deductedItems(decisions));
  return waiting.flatMap((receipt, index) => {
    const [decision, engineReceipt] = [decisions[index], facts.receipts[index]];
    if (decision === undefined || engineReceipt === undefined) return [];
    const named = [...decision.allocations, ...decision.deductions];
    const openMinor = new Map(named.map(({ item }) => [item, items.item(item)?.openMinor ?? 0n]));
    const kept = keptDecision(decision, receipt, { facts, session, engineReceipt, policyVersion: version });
    return [{ receipt, decision: kept, openMinor }];
  });
}

/** Whether money goes to an item about which a request waits is for a person: they withdraw the request, or let it be decided. */
async function itemsAskedAbout(tx: Tx, decisions: readonly Decision[]): Promise<ReadonlySet<string>> {
  const certain = decisions.filter(({ decision }) => decision === 'auto');
  return new Set((await waitingApprovals(tx, certain.flatMap(namedItems))).map(({ itemId }) => itemId));
}

function namedItems({ allocations, deductions }: Decision): string[] {
  return [...allocations, ...deductions].map(({ item }) => item);
}

function deductedItems(decisions: readonly Decision[]): string[] {
  return decisions.flatMap(({ deductions }) => deductions.map(({ item }) => item));
}

/** What a person did is never overruled; and money that stands on its customer's account is not put there again. */
function isPostable({ allocations }: Decision, { isTouched, current }: WaitingReceipt): boolean {
  const isSettled = current !== null && current.state !== 'waiting';
  return !isTouched && (allocations.length > 0 || !isSettled);
}

interface Keeping {
  readonly facts: Facts;
  readonly session: DeductionSession;
  readonly engineReceipt: Receipt;
  readonly policyVersion: string;
}

function keptDecision(decision: Decision, receipt: WaitingReceipt, keeping: Keeping): NewDecision {
  const { facts, policyVersion } = keeping;
  const { question } = decision;
  const state = decision.decision === 'auto' ? stateOf(decision) : 'waiting';
  const customerId = (number: string | null) => (number === null ? null : (facts.customerIds.get(number) ?? null));
  return {
    receiptItemId: receipt.itemId,
    decision: isToConfirm(decision) ? decision.decision : 'exception',
    state,
    rule: decision.rule,
    explanation: decision.explanation,
    customerId: customerId(decision.customer),
    currency: receipt.currency,
    amountMinor: receipt.openMinor,
    unappliedMinor: state === 'not_ours' ? 0n : decision.unappliedMinor,
    allocations: keptAllocations(decision.allocations, facts),
    deductions: keptDeductions(decision, receipt, keeping),
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
    policyVersion,
  };
}

/** Money that would settle nothing is put on account by its own act, with the question beside it, and not by confirming. */
function isToConfirm({ decision, allocations }: Decision): boolean {
  return decision !== 'suggest' || allocations.length > 0;
}

/** Cash on items is posted; without any it stays on its customer's account, or is nobody's and goes to suspense. */
function stateOf({ allocations, customer }: Decision): 'posted' | 'on_account' | 'not_ours' {
  if (allocations.length > 0) return 'posted';
  return customer === null ? 'not_ours' : 'on_account';
}

function keptDeductions(
  decision: Decision,
  { bookedOn }: WaitingReceipt,
  { facts: { items, advices }, session, engineReceipt }: Keeping,
): KeptDeduction[] {
  const { allocations, deductions } = decision;
  const drafts = deductions.map(({ item, amountMinor, reason }) => ({
    itemId: item,
    amountMinor,
    reason,
    stated: statedWords(decision, engineReceipt, { number: items.item(item)?.number ?? item, advices }),
    note: null,
  }));
  const cash = new Map(allocations.map(({ item, amountMinor }) => [item, amountMinor]));
  const payment = { cash, paidOn: bookedOn, effectiveOn: bookedOn, mayExceed: false };
  return session.treat(drafts, payment).map(keptDeduction);
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

type Substance = Pick<
  NewDecision,
  'decision' | 'customerId' | 'unappliedMinor' | 'allocations' | 'deductions' | 'alternatives' | 'alternativesCount'
>;

function substance(decision: Substance, questionCode: string | null): string {
  const allocations = allocationTexts(decision.allocations);
  const alternatives = decision.alternatives.map((one) => allocationTexts(one.allocations).join('; '));
  const deductions = decision.deductions.map(
    ({ itemId, amountMinor, reason, treatment }) => `${itemId} ${amountMinor} ${reason} ${treatment}`,
  );
  return JSON.stringify([
    decision.decision,
    decision.customerId,
    decision.unappliedMinor.toString(),
    allocations,
    deductions.sort(),
    alternatives.sort(),
    decision.alternativesCount,
    questionCode,
  ]);
}

function allocationTexts(allocations: readonly KeptAllocation[]): string[] {
  return allocations.map(({ itemId, amountMinor }) => `${itemId} ${amountMinor}`).sort();
}
