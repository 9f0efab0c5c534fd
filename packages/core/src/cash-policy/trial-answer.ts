/**
 * What one policy would have said of a past receipt: whether it posts, the cash on each item, and what becomes of what is taken off
 * under the policy's own treatments and caps.
 */
import { type Decision, evidenceSentence, type OpenItem, type Receipt } from '../matching/index.ts';
import { divideHalfUp, formatAmount } from '../money/index.ts';
import { type SettlementPolicy, type SettlementReason, treatDeductions } from '../settlement/index.ts';
import type { PaymentTerms } from '../terms/index.ts';

export interface TrialDeduction {
  readonly number: string;
  readonly amount: string;
  readonly reason: SettlementReason;
  readonly treatment: 'posted' | 'claimed';
}

export interface TrialAnswer {
  readonly posts: boolean;
  readonly rule: string | null;
  readonly customer: string | null;
  /** Cash on items by their numbers, in the receipt's currency. */
  readonly allocations: readonly { readonly number: string; readonly amount: string }[];
  readonly deductions: readonly TrialDeduction[];
  readonly decision: Decision['decision'];
  /** How the decision reads, and what speaks for it and against it. */
  readonly sentence: string;
  readonly evidence: readonly { readonly kind: string; readonly params: object; readonly detail: string }[];
  readonly alternativesCount: number;
}

/** Of an item, what tells which deductions it may bear. */
export interface TrialItem {
  readonly terms: PaymentTerms | null;
  /** The whole item in its own and in functional currency. */
  readonly amountMinor: bigint;
  readonly functionalMinor: bigint;
}

/** What was posted under caps on each day, by reason, in functional minor units. Counts on as receipts are decided. */
export type CapTally = Map<string, Map<SettlementReason, bigint>>;

export interface AnswerGround {
  readonly settlement: SettlementPolicy;
  readonly functionalCurrency: string;
  readonly tally: CapTally;
  readonly itemOf: (id: string) => OpenItem | undefined;
  readonly factOf: (id: string) => TrialItem | undefined;
  /** Items on which a claim stands: the engine does not deduct from them by itself again. */
  readonly claimed: ReadonlySet<string>;
}

export function answerOf(decision: Decision, receipt: Receipt, ground: AnswerGround): TrialAnswer {
  const { rule, customer, allocations, deductions, sentence, evidence, alternativesCount } = decision;
  const posts = decision.decision === 'auto' && !deductions.some(({ item }) => ground.claimed.has(item));
  const numberOf = (id: string) => ground.itemOf(id)?.number ?? id;
  return {
    posts,
    rule: posts ? rule : null,
    customer,
    allocations: allocations.map(({ item, amountMinor }) => ({
      number: numberOf(item),
      amount: formatAmount(amountMinor, receipt.currency),
    })),
    deductions: treated(decision, receipt, { ...ground, counts: posts }).map(({ item, ...one }) => ({
      number: numberOf(item),
      ...one,
    })),
    decision: decision.decision,
    sentence,
    evidence: evidence.map((one) => ({ kind: one.kind, params: one.params, detail: evidenceSentence(one) })),
    alternativesCount,
  };
}

function treated(
  { allocations, deductions }: Decision,
  { bookedOn, currency }: Receipt,
  ground: AnswerGround & { readonly counts: boolean },
) {
  if (deductions.length === 0) return [];
  const { settlement, functionalCurrency, tally, itemOf, factOf, counts } = ground;
  const worth = deductions.map(({ item, amountMinor, reason }) => {
    const fact = factOf(item);
    const isSame = fact === undefined || fact.amountMinor === 0n;
    const functionalMinor = isSame ? amountMinor : divideHalfUp(amountMinor * fact.functionalMinor, fact.amountMinor);
    return { itemId: item, amountMinor, functionalMinor, reason };
  });
  const cash = new Map(allocations.map(({ item, amountMinor }) => [item, amountMinor]));
  const items = new Map(
    worth.map(({ itemId }) => {
      const own = worth.filter((one) => one.itemId === itemId).reduce((sum, one) => sum + one.amountMinor, 0n);
      const issuedOn = itemOf(itemId)?.issuedOn ?? bookedOn;
      return [itemId, { grossMinor: (cash.get(itemId) ?? 0n) + own, issuedOn, terms: factOf(itemId)?.terms ?? null }];
    }),
  );
  const onDay = tally.get(bookedOn) ?? new Map<SettlementReason, bigint>();
  const circumstances = {
    policy: settlement,
    functionalCurrency,
    items,
    paidOn: bookedOn,
    spent: { onDay, byAnalyst: null },
    mayExceed: false,
  };
  return treatDeductions(worth, circumstances).map(({ treatment }, at) => {
    const { itemId: item, amountMinor, functionalMinor, reason } = worth[at] as (typeof worth)[number]; // one for each
    if (treatment === 'posted' && counts) {
      onDay.set(reason, (onDay.get(reason) ?? 0n) + functionalMinor);
      tally.set(bookedOn, onDay);
    }
    return { item, amount: formatAmount(amountMinor, currency), reason, treatment };
  });
}
