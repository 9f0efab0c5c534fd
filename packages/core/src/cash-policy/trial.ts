/**
 * A trial: past receipts are decided again, each with what was open and known at the instant it was first decided, once by the
 * policy that holds and once by the proposed one, and both are compared with what was done in the end.
 */

import {
  type ConfirmedApplication,
  type Decision,
  ItemIndex,
  type LinkedAdvices,
  type MatchPolicy,
  matchReceipts,
  type OpenItem,
  type PayerKnowledge,
  type Receipt,
} from '../matching/index.ts';
import { formatAmount } from '../money/index.ts';

/** Something that changed what was open or known, at an instant in microseconds. */
export type TrialEvent =
  | { readonly at: bigint; readonly kind: 'moved'; readonly item: OpenItem; readonly byMinor: bigint }
  | {
      readonly at: bigint;
      readonly kind: 'taught';
      readonly application: ConfirmedApplication;
      readonly byAccount: boolean;
      readonly byName: boolean;
    };

export interface TrialReceipt {
  readonly at: bigint;
  readonly receipt: Receipt;
  /** What was done in the end; null while it still waits or was undone. */
  readonly done: TrialAnswer | null;
}

export interface TrialAnswer {
  readonly posts: boolean;
  readonly rule: string | null;
  readonly customer: string | null;
  /** Cash on items by their numbers, in the receipt's currency. */
  readonly allocations: readonly { readonly number: string; readonly amount: string }[];
}

export interface TrialCount {
  readonly posted: number;
  /** Of these, otherwise than it was done in the end. */
  readonly otherwise: number;
}

export interface TrialDifference {
  /** The receipt's number. */
  readonly receipt: string;
  readonly bookedOn: string;
  readonly amount: string;
  readonly currency: string;
  readonly now: TrialAnswer;
  readonly proposed: TrialAnswer;
  readonly done: TrialAnswer | null;
}

export interface TrialResult {
  readonly receipts: number;
  readonly now: TrialCount;
  readonly proposed: TrialCount;
  /** Posted by the proposed policy and not by the one that holds, and of these otherwise than it was done. */
  readonly more: TrialCount;
  /** Posted by the one that holds and not by the proposed one. */
  readonly fewer: number;
  /** Posted by both, on other items. */
  readonly changed: number;
  /** Those that differ or that the proposed policy posts otherwise than it was done; up to the limit. */
  readonly differences: readonly TrialDifference[];
  readonly differencesCount: number;
}

const DIFFERENCES_KEPT_MAX = 500; // more nobody reads before saying no

export interface TrialGiven {
  readonly receipts: readonly TrialReceipt[];
  readonly events: readonly TrialEvent[];
  /** What was known before the first event. Is added to. */
  readonly knowledge: PayerKnowledge;
  readonly advices: LinkedAdvices;
  readonly policies: { readonly now: MatchPolicy; readonly proposed: MatchPolicy };
}

/** Of 100 receipts, 60 posted now and 63 by the proposed policy, one of the 3 on another item than a person chose: more 3, otherwise 1. */
export function tryPolicies(given: TrialGiven): TrialResult {
  const items = new ItemIndex();
  const events = [...given.events].sort((left, right) => compare(left.at, right.at));
  const found: TrialDifference[] = [];
  let next = 0;
  for (const group of byInstant(given.receipts)) {
    const at = group[0]?.at ?? 0n;
    for (let event = events[next]; event !== undefined && event.at < at; event = events[++next]) {
      happen(event, items, given.knowledge);
    }
    found.push(...answersOf(group, items, given));
  }
  return summary(found);
}

function answersOf(group: readonly TrialReceipt[], items: ItemIndex, given: TrialGiven): TrialDifference[] {
  const { knowledge, advices, policies } = given;
  const receipts = group.map(({ receipt }) => receipt);
  const now = matchReceipts(receipts, { items, knowledge, advices, policy: policies.now });
  const proposed = matchReceipts(receipts, { items, knowledge, advices, policy: policies.proposed });
  return group.flatMap(({ receipt, done }, index) => {
    const [nowDecision, proposedDecision] = [now[index], proposed[index]];
    if (nowDecision === undefined || proposedDecision === undefined) return [];
    return {
      receipt: receipt.id,
      bookedOn: receipt.bookedOn,
      amount: formatAmount(receipt.amountMinor, receipt.currency),
      currency: receipt.currency,
      now: answerOf(nowDecision, items, receipt),
      proposed: answerOf(proposedDecision, items, receipt),
      done,
    };
  });
}

function answerOf(decision: Decision, items: ItemIndex, { currency }: Receipt): TrialAnswer {
  const { rule, customer, allocations } = decision;
  return {
    posts: decision.decision === 'auto',
    rule,
    customer,
    allocations: allocations.map(({ item, amountMinor }) => ({
      number: items.item(item)?.number ?? item,
      amount: formatAmount(amountMinor, currency),
    })),
  };
}

function happen(event: TrialEvent, items: ItemIndex, knowledge: PayerKnowledge): void {
  if (event.kind === 'moved') {
    const { item, byMinor } = event;
    const openMinor = (items.item(item.id)?.openMinor ?? 0n) + byMinor;
    if (openMinor !== 0n) items.open({ ...item, openMinor });
    else if (items.close(item.id))
      knowledge.closeItem({ number: item.number, customer: item.customer, closedOn: item.dueOn });
    return;
  }
  const { application, byAccount, byName } = event;
  const { customer, payerAccount, payerName, bookedOn } = application;
  if (customer === null) {
    knowledge.learn(application);
    return;
  }
  knowledge.addApplied(application);
  const link = { customer, uses: 1, lastOn: bookedOn };
  if (byAccount && payerAccount !== '') knowledge.addLink('account', payerAccount, link);
  if (byName && payerName !== '') knowledge.addLink('name', payerName, link);
}

function summary(all: readonly TrialDifference[]): TrialResult {
  const count = (rows: readonly TrialDifference[], side: 'now' | 'proposed'): TrialCount => {
    const posted = rows.filter((row) => row[side].posts);
    return { posted: posted.length, otherwise: posted.filter((row) => isOtherwise(row[side], row.done)).length };
  };
  const more = all.filter(({ now, proposed }) => proposed.posts && !now.posts);
  const fewer = all.filter(({ now, proposed }) => now.posts && !proposed.posts);
  const changed = all.filter(({ now, proposed }) => now.posts && proposed.posts && !isSame(now, proposed));
  const wrong = all.filter(({ proposed, done }) => proposed.posts && isOtherwise(proposed, done));
  const differences = [...new Set([...wrong, ...changed, ...more, ...fewer])];
  return {
    receipts: all.length,
    now: count(all, 'now'),
    proposed: count(all, 'proposed'),
    more: count(more, 'proposed'),
    fewer: fewer.length,
    changed: changed.length,
    differences: differences.slice(0, DIFFERENCES_KEPT_MAX),
    differencesCount: differences.length,
  };
}

function isOtherwise(answer: TrialAnswer, done: TrialAnswer | null): boolean {
  return done !== null && !isSame(answer, done);
}

/** The same cash on the same items; without items, on the same customer's account. */
function isSame(left: TrialAnswer, right: TrialAnswer): boolean {
  const text = ({ customer, allocations }: TrialAnswer) =>
    allocations.length === 0
      ? `account ${customer}`
      : allocations
          .map((one) => `${one.number} ${one.amount}`)
          .sort()
          .join('; ');
  return text(left) === text(right);
}

/** Those decided at one instant were decided together: two that claim an item meet. */
function byInstant(receipts: readonly TrialReceipt[]): TrialReceipt[][] {
  const groups = new Map<bigint, TrialReceipt[]>();
  for (const one of [...receipts].sort((left, right) => compare(left.at, right.at))) {
    const group = groups.get(one.at);
    if (group === undefined) groups.set(one.at, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}

function compare(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
