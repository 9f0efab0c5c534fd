/**
 * Stage 4: one decision a receipt. The explanations are put in an order of preference; the first leads, each other is
 * rejected with a reason or still stands beside it. Only a leader that stands alone and satisfies a rule of the policy
 * posts by itself; few standing ones make a suggestion; many, or none, an exception with the question to ask.
 */
import { daysBetween, type LocalDate } from '../calendar/index.ts';
import type { Alternative, Decision, Rejected, RejectionReason } from './decision.ts';
import type { Evidence, EvidenceKind } from './evidence.ts';
import { caseWarnings, type Explained } from './explain.ts';
import type { Fit } from './explanation.ts';
import { EQUAL_ITEMS_MAX } from './explanations/single-amount.ts';
import type { MatchCase, MatchContext } from './gather.ts';
import { compareText, type ItemSource } from './item-source.ts';
import { likelyCustomer, payerEvidence, payerWithoutCustomer } from './payer-evidence.ts';
import type { AutoRule, MatchPolicy } from './policy.ts';
import { exceptionQuestion, paramsOf, suggestionQuestion } from './question.ts';
import { decisionSentence } from './sentence.ts';
import { ALL_SUBSETS_OF_MAX } from './subset-sums.ts';
import { changesFor, changesForException } from './would-change.ts';

const ALTERNATIVES_MAX = 3;
const REJECTED_MAX = 5;

export interface Undecided {
  readonly matchCase: MatchCase;
  readonly explained: readonly Explained[];
  /** Found by comparing the receipts of a batch; counts against the leader. */
  readonly conflicts: readonly Evidence[];
}

interface ExceptionInput {
  readonly matchCase: MatchCase;
  /** Explanations of equal standing, too many to propose one; `explainedCount` counts those not looked at as well. */
  readonly explained: readonly Explained[];
  readonly explainedCount: number;
  readonly policy: MatchPolicy;
  readonly items: ItemSource;
}

export function decide({ matchCase, explained, conflicts }: Undecided, context: MatchContext): Decision {
  const { policy, items } = context;
  const [leader, ...others] = inOrderOfPreference(explained, matchCase.receipt.bookedOn);
  if (leader === undefined) return exception({ matchCase, explained, explainedCount: 0, policy, items });
  const standing: Explained[] = [];
  const rejected: Rejected[] = [];
  for (const other of others) {
    const reason = rejectionOf(other, leader);
    if (reason === null) standing.push(other);
    else rejected.push(asRejected(other, reason));
  }
  const alternativesCount = standing.length + uncountedTwins(leader, matchCase);
  const evidence = [...leader.evidence, ...conflicts];
  const rule = alternativesCount === 0 && leader.fit !== 'differs' ? ruleFor(leader, evidence, policy) : null;
  if (rule === null && alternativesCount > policy.suggestAlternativesMax) {
    const explainedCount = alternativesCount + 1;
    return exception({ matchCase, explained: [leader, ...standing], explainedCount, policy, items });
  }
  if (rule === null && leader.kind === 'not_receivables') {
    // Nobody's money: without a rule it is no proposal, and what else there is leads.
    const settling = explained.filter(({ items: settled }) => settled.length > 0);
    return decide({ matchCase, explained: settling, conflicts }, context);
  }
  const isAuto = rule !== null;
  const question = isAuto ? null : suggestionQuestion({ matchCase, leader, standing, evidence });
  const decision: Omit<Decision, 'sentence'> = {
    receiptId: matchCase.receipt.id,
    decision: isAuto ? 'auto' : 'suggest',
    rule,
    explanation: leader.kind,
    customer: leader.customer === '' ? null : leader.customer,
    allocations: leader.allocations,
    deductions: leader.deductions,
    unappliedMinor: leader.unappliedMinor,
    evidence,
    alternatives: standing.slice(0, ALTERNATIVES_MAX).map(asAlternative),
    alternativesCount,
    rejected: rejected.slice(0, REJECTED_MAX),
    question,
    wouldChangeIf: changesFor({ leader, evidence, isAuto, alternativesCount, receipt: matchCase.receipt }),
  };
  return { ...decision, sentence: decisionSentence(decision) };
}

/** The rule of the policy that lets this evidence post by itself, or null. */
function ruleFor(leader: Explained, evidence: readonly Evidence[], policy: MatchPolicy): string | null {
  const kinds = new Set<string>(evidence.map(({ kind }) => kind));
  const holds = (rule: AutoRule): boolean =>
    rule.explanation === leader.kind &&
    rule.all.every((kind) => kinds.has(kind)) &&
    rule.oneOf.every((some) => some.some((kind) => kinds.has(kind))) &&
    !rule.none.some((kind) => kinds.has(kind));
  return policy.rules.find(holds)?.name ?? null;
}

/**
 * Exact citations lead, then those whose difference is accounted for; then an exact amount of a payer's own customer or
 * with closing digits; then a part of a cited item; then citations whose total differs; then an exact amount alone.
 */
const CITED: { readonly [In in Fit]: number } = { exact: 300, accounted: 280, partial: 150, differs: 100 };

const ADVISED: { readonly [In in Fit]: number } = { exact: 320, accounted: 310, partial: 160, differs: 110 };

function preference(explained: Explained): number {
  return rank(explained) + (has(explained.evidence, 'usual_structure') ? USUAL_AHEAD : 0);
}

/** Only among those that are equal otherwise. */
const USUAL_AHEAD = 0.5;

function rank({ kind, fit, support, evidence }: Explained): number {
  if (kind === 'advice') return ADVISED[fit] + support - (has(evidence, 'advice_was_scanned') ? SCANNED_BEHIND : 0);
  if (kind === 'cited_references') return CITED[fit] + support;
  if (kind === 'on_account') return 170 + support;
  if (kind === 'not_receivables') return 190;
  if (kind === 'account_structure') return 180 + support - (has(evidence, 'sum_by_chance') ? 5 : 0);
  const hasTail = has(evidence, 'reference_tail') || has(evidence, 'reference_slip');
  // The text names a settled item, and another has its amount: more likely it was paid again.
  const isSettledCited = has(evidence, 'reference_closed');
  if (isSettledCited && !hasTail) return 160 + support;
  const isOnly = support === 1 && has(evidence, 'amount_unique');
  if (isOnly && !hasTail) return 195;
  if (hasTail || support >= 2) return 200 + (hasTail ? 10 : 0) + support;
  return support;
}

/** Behind what the bank's text cites, before an amount. */
const SCANNED_BEHIND = 60;

function has(evidence: readonly Evidence[], kind: EvidenceKind): boolean {
  return evidence.some((finding) => finding.kind === kind);
}

/** Of equal ones what falls due nearest to the payment comes first: an older one would have been paid before. */
function inOrderOfPreference(explained: readonly Explained[], bookedOn: LocalDate): Explained[] {
  const distance = ({ items }: Explained): number => Math.abs(daysBetween(items[0]?.dueOn ?? bookedOn, bookedOn));
  return [...explained].sort(
    (left, right) =>
      preference(right) - preference(left) ||
      right.items.length - left.items.length ||
      distance(left) - distance(right) ||
      compareText(sortKey(left), sortKey(right)),
  );
}

function sortKey({ items }: Explained): string {
  return items.map((item) => `${item.customer} ${item.id}`).join('\n');
}

/** How well an explanation fits the money; a better fit rejects a worse one. */
const FIT_RANK: { readonly [In in Fit]: number } = { exact: 3, accounted: 2, partial: 1, differs: 0 };

/** Why an explanation gives way to the leader, or null when it stands beside it. */
function rejectionOf(other: Explained, leader: Explained): RejectionReason | null {
  if (isOfPayerBesideOthers(other, leader)) return null;
  if (leader.kind === 'advice' && leader.fit !== 'differs' && !isCitedWhole(other)) return 'less_evidence';
  if (FIT_RANK[leader.fit] > FIT_RANK[other.fit]) return 'total_differs';
  if (leader.kind === 'not_receivables') return other.support < 2 ? 'less_evidence' : null;
  if (other.kind === 'account_structure' && leader.kind !== 'account_structure' && leader.fit !== 'differs') {
    return leader.kind === 'single_amount' && leader.support < 2 ? null : 'less_evidence';
  }
  if (leader.kind === 'account_structure' && other.kind === 'cited_references' && other.fit === 'partial') {
    return 'less_evidence';
  }
  if (isPartOfReading(other, leader)) return 'less_evidence';
  if (other.kind === 'account_structure' && leader.kind === 'account_structure') {
    // Of an account with many items chance finds sums enough; that it finds one more says nothing against a set that it would not.
    if (isOfMany(other) && !has(leader.evidence, 'sum_by_chance')) return 'less_evidence';
  }
  if (other.kind === 'on_account') return isPaidAgain(other, leader) ? null : 'less_evidence';
  if (leader.kind === 'on_account' && other.support < 2) return 'payer_evidence_weaker';
  if (other.kind === 'single_amount' && leader.kind === 'cited_references') {
    if (leader.fit === 'differs') return null;
    const isPayersOwn = other.support >= 2 && leader.support < 0;
    return isPayersOwn ? null : 'not_cited';
  }
  const isOther = other.kind === 'single_amount' && leader.kind === 'account_structure';
  const isWeaker = (isOther || other.kind === leader.kind) && other.support <= 0 && leader.support >= 2;
  if (!isWeaker) return null;
  return other.support < 0 ? 'payer_of_others' : 'payer_evidence_weaker';
}

/** Both read the text, neither fits the amount, and one reads less of it. */
function isPartOfReading(other: Explained, leader: Explained): boolean {
  const isBoth = other.kind === 'cited_references' && leader.kind === 'cited_references';
  if (!isBoth || leader.fit !== 'differs' || other.items.length >= leader.items.length) return false;
  const read = new Set(leader.items);
  return other.items.every((item) => read.has(item));
}

function isOfMany({ evidence }: Explained): boolean {
  const chance = paramsOf(evidence, 'sum_by_chance');
  return chance !== undefined && chance.openItemsCount > ALL_SUBSETS_OF_MAX;
}

/** Whether the money may settle nothing though items explain it; not when it only repeats an earlier sum for a newer bill. */
function isPaidAgain({ evidence }: Explained, leader: Explained): boolean {
  if (leader.items.length === 0 || leader.support < 2) return false;
  const isRepeat = has(evidence, 'possible_duplicate') && !has(evidence, 'only_settled_cited');
  return !isRepeat || has(evidence, 'advance_stated') || has(leader.evidence, 'possible_duplicate');
}

/** An advice for others, which anyone may mail, does not set aside what the payer's own items or the text explain. */
function isOfPayerBesideOthers(other: Explained, leader: Explained): boolean {
  if (!has(leader.evidence, 'advice_for_others_confirmed')) return false;
  if (other.kind === 'cited_references') return !other.items.every((item) => leader.items.includes(item));
  return other.fit !== 'differs' && other.support >= 1;
}

function isCitedWhole({ kind, fit, evidence }: Explained): boolean {
  return kind === 'cited_references' && fit === 'exact' && has(evidence, 'references_exact');
}

/** Items of equal amount beyond those that were looked at one by one; they are not the payer's, or these would lead. */
function uncountedTwins(leader: Explained, { byAmount }: MatchCase): number {
  if (leader.kind !== 'single_amount' || leader.support >= 2) return 0;
  return Math.max(0, byAmount.length - EQUAL_ITEMS_MAX);
}

/** Nothing is proposed; the money waits with the customer, when the payer's marks point to one. */
function exception({ matchCase, explained, explainedCount, policy, items }: ExceptionInput): Decision {
  const { receipt } = matchCase;
  const customer = likelyCustomer(matchCase.payer, policy) ?? citedCustomer(matchCase);
  const decision: Omit<Decision, 'sentence'> = {
    receiptId: receipt.id,
    decision: 'exception',
    rule: null,
    explanation: null,
    customer,
    allocations: [],
    deductions: [],
    unappliedMinor: receipt.amountMinor,
    evidence: exceptionEvidence(matchCase, customer, policy),
    alternatives: explained.slice(0, ALTERNATIVES_MAX).map(asAlternative),
    alternativesCount: explainedCount,
    rejected: [],
    question: exceptionQuestion({
      matchCase,
      customer,
      items,
      equalItems: explained.flatMap((one) => one.items),
      equalItemsCount: explainedCount,
    }),
    wouldChangeIf: changesForException(explained),
  };
  return { ...decision, sentence: decisionSentence(decision) };
}

/** What is known without an explanation: the payer, and what the text cites that is settled, unknown or paid before. */
function exceptionEvidence(matchCase: MatchCase, customer: string | null, policy: MatchPolicy): Evidence[] {
  const payer: Evidence[] =
    customer === null ? [payerWithoutCustomer(matchCase.payer)] : payerEvidence(matchCase.payer, customer, policy);
  return [...payer, ...caseWarnings([], matchCase, policy)];
}

/** When the payer is unknown but all it cites was settled by one customer, or is its in another currency, it is that customer's money. */
function citedCustomer({ closed, citedInOtherCurrency }: MatchCase): string | null {
  const [customer, ...others] = new Set([...closed, ...citedInOtherCurrency].map((item) => item.customer));
  return customer === undefined || others.length > 0 ? null : customer;
}

function asAlternative({ kind, customer, allocations, unappliedMinor }: Explained): Alternative {
  return { explanation: kind, customer, allocations, unappliedMinor };
}

function asRejected({ kind, customer, items }: Explained, reason: RejectionReason): Rejected {
  return { explanation: kind, customer, items: items.map((item) => item.number), reason };
}
