/**
 * A trial: past receipts are decided again, each with what was open and known at the instant it was first decided, once by the
 * policy that holds and once by the proposed one, and both are compared with what was done in the end.
 */

import type { LocalDate } from '../calendar/index.ts';
import {
  type ConfirmedApplication,
  ItemIndex,
  type LinkedAdvices,
  matchReceipts,
  type OpenItem,
  type PayerKnowledge,
  type Receipt,
} from '../matching/index.ts';
import type { CashPolicy } from './cash-policy.ts';
import { type AnswerGround, answerOf, type CapTally, type TrialAnswer, type TrialItem } from './trial-answer.ts';

/** Something that changed what was open or known, at an instant in microseconds. */
export type TrialEvent =
  | {
      readonly at: bigint;
      readonly kind: 'moved';
      readonly item: OpenItem;
      readonly byMinor: bigint;
      readonly on: LocalDate;
    }
  | { readonly at: bigint; readonly kind: 'claimed' | 'claim_ended'; readonly itemId: string }
  | {
      readonly at: bigint;
      readonly kind: 'taught';
      readonly application: ConfirmedApplication;
      readonly byAccount: boolean;
      readonly byName: boolean;
    };

/** For each of the two policies. */
export interface BothPolicies<Of> {
  readonly now: Of;
  readonly proposed: Of;
}

/** How a company stood before the first receipt, and what happened since. */
export interface TrialGround {
  readonly policies: BothPolicies<CashPolicy>;
  readonly functionalCurrency: string;
  /** What was open before the first event. */
  readonly items: Iterable<OpenItem>;
  readonly events: readonly TrialEvent[];
  /** What was known before the first event. Is added to. */
  readonly knowledge: PayerKnowledge;
  readonly factOf: (itemId: string) => TrialItem | undefined;
  /** What counted under the caps before: of people, and of the part of the trial that is done. Are added to. */
  readonly tallies: BothPolicies<CapTally>;
}

/** Receipts that were first decided at one instant: two that claim an item meet. */
export interface TrialGroup {
  readonly at: bigint;
  /** As each policy is told them: how long it waits for an advice is policy. */
  readonly receipts: BothPolicies<readonly Receipt[]>;
  readonly advices: BothPolicies<LinkedAdvices>;
}

export interface Trial {
  /** Brings the books to an instant, without deciding: where a trial that was interrupted goes on. */
  happenUntil(at: bigint): void;
  /** One policy's answers, in the order of the group. Groups come by their instants; each group is asked of both policies. */
  answers(group: TrialGroup, policy: keyof BothPolicies<unknown>): TrialAnswer[];
}

/** The books before the first receipt; of 60 receipts posted now and 63 by the proposed policy the answers differ in three. */
export function openTrial(ground: TrialGround): Trial {
  const items = new ItemIndex(ground.items);
  const claimed = new Set<string>();
  const events = [...ground.events].sort((left, right) => compare(left.at, right.at));
  const books = { items, claimed, knowledge: ground.knowledge };
  let next = 0;
  const happenUntil = (at: bigint) => {
    for (let event = events[next]; event !== undefined && event.at < at; event = events[++next]) happen(event, books);
  };
  return {
    happenUntil,
    answers({ at, receipts, advices }, policy) {
      happenUntil(at);
      const { matching, settlement } = ground.policies[policy];
      const context = { items, knowledge: ground.knowledge, advices: advices[policy], policy: matching };
      const own = receipts[policy];
      const decisions = matchReceipts(own, context);
      const answer: AnswerGround = {
        settlement,
        functionalCurrency: ground.functionalCurrency,
        tally: ground.tallies[policy],
        itemOf: (id) => items.item(id),
        factOf: ground.factOf,
        claimed,
      };
      return own.flatMap((receipt, index) => {
        const decision = decisions[index];
        return decision === undefined ? [] : answerOf(decision, receipt, answer);
      });
    },
  };
}

interface Books {
  readonly items: ItemIndex;
  readonly claimed: Set<string>;
  readonly knowledge: PayerKnowledge;
}

function happen(event: TrialEvent, { items, claimed, knowledge }: Books): void {
  switch (event.kind) {
    case 'moved': {
      const { item, byMinor, on } = event;
      const openMinor = (items.item(item.id)?.openMinor ?? 0n) + byMinor;
      if (openMinor !== 0n) items.open({ ...item, openMinor });
      else if (items.close(item.id))
        knowledge.closeItem({ number: item.number, customer: item.customer, closedOn: on });
      return;
    }
    case 'claimed':
      claimed.add(event.itemId);
      return;
    case 'claim_ended':
      claimed.delete(event.itemId);
      return;
    case 'taught':
      learn(event, knowledge);
  }
}

function learn(event: Extract<TrialEvent, { kind: 'taught' }>, knowledge: PayerKnowledge): void {
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

function compare(left: bigint, right: bigint): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
