/** What the peers share: who pays, as far as is known, and a decision without more words than the figures need. */
import type { Allocation, Decision, KnowledgeSource, MatchContext, OpenItem, Receipt } from '@quittance/core/matching';
import { payerKey } from '@quittance/core/matching';
import { sum } from '@quittance/core/money';
import type { Decide } from '../replay.ts';

/** The items that one rule takes for a receipt; null when it finds none. */
export type Choose = (receipt: Receipt, context: MatchContext) => readonly Allocation[] | null;

export function deciding(choose: Choose): Decide {
  return (receipts, context) => receipts.map((receipt) => decisionOf(receipt, choose(receipt, context), context));
}

/** The payer's customer: by the account, else by the name that paid for it before, else by its record. */
export function customerOf(receipt: Receipt, knowledge: KnowledgeSource): string | null {
  const { account, name } = payerKey(receipt);
  const [byAccount] = knowledge.customersByAccount(account);
  const [byName] = knowledge.customersByName(name);
  return byAccount?.customer ?? byName?.customer ?? knowledge.customersNamed(name)[0] ?? null;
}

/** What the payer's customer owes in the receipt's currency, the first due first. */
export function debitsOf(receipt: Receipt, { items, knowledge }: MatchContext): OpenItem[] {
  const customer = customerOf(receipt, knowledge);
  if (customer === null) return [];
  return items
    .itemsOfCustomer(customer)
    .filter(({ currency, openMinor }) => currency === receipt.currency && openMinor > 0n);
}

export function inFull(items: readonly OpenItem[]): Allocation[] {
  return items.map(({ id, openMinor }) => ({ item: id, amountMinor: openMinor }));
}

function decisionOf(receipt: Receipt, chosen: readonly Allocation[] | null, { knowledge }: MatchContext): Decision {
  const allocations = chosen ?? [];
  return {
    receiptId: receipt.id,
    decision: chosen === null ? 'exception' : 'auto',
    rule: null,
    explanation: null,
    customer: customerOf(receipt, knowledge),
    allocations,
    deductions: [],
    unappliedMinor: receipt.amountMinor - sum(allocations.map(({ amountMinor }) => amountMinor)),
    evidence: [],
    sentence: '',
    alternatives: [],
    alternativesCount: 0,
    rejected: [],
    question: null,
    wouldChangeIf: [],
  };
}
