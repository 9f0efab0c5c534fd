/**
 * Stage 3: every explanation of a receipt, each with all that speaks for and against it: what it shows itself, what the
 * payer says about its customer, and what the case as a whole gives to think about.
 */
import type { LocalDate } from '../calendar/index.ts';
import type { Evidence } from './evidence.ts';
import type { Explanation } from './explanation.ts';
import { isBeginningOf } from './explanations/completed-references.ts';
import { EXPLANATIONS } from './explanations/index.ts';
import { isSlipOf, isTailOf } from './explanations/single-amount.ts';
import type { MatchCase } from './gather.ts';
import { habitEvidence } from './habit-evidence.ts';
import { compareText, type OpenItem } from './item-source.ts';
import { type PayerSupport, payerEvidence, payerSupport } from './payer-evidence.ts';
import type { MatchPolicy } from './policy.ts';

/** A text of a hundred numbers that nobody knows is told by the first of them. */
const REFERENCES_LISTED_MAX = 20;

export interface Explained extends Explanation {
  /** The customer with the largest part; empty for money that is no customer's. */
  readonly customer: string;
  readonly support: PayerSupport;
}

/** All explanations, none twice: of equal sets of items the first in the list of explanations is kept. */
export function explainCase(matchCase: MatchCase, policy: MatchPolicy): Explained[] {
  const found = new Map<string, Explained>();
  for (const explain of EXPLANATIONS) {
    for (const explanation of explain(matchCase, policy)) {
      const key =
        `${explanation.onAccountOf ?? ''}\n` +
        explanation.items
          .map((item) => item.id)
          .sort(compareText)
          .join('\n');
      if (!found.has(key)) found.set(key, withCaseEvidence(explanation, matchCase, policy));
    }
  }
  return [...found.values()];
}

function withCaseEvidence(explanation: Explanation, matchCase: MatchCase, policy: MatchPolicy): Explained {
  const customers = customersBySize(explanation);
  const customer = customers[0] ?? explanation.onAccountOf ?? '';
  const payer = payerEvidence(matchCase.payer, customer, policy);
  const evidence = [...explanation.evidence, ...payer];
  if (customers.length > 1) evidence.push(severalCustomers(customers, matchCase));
  const habits = habitEvidence(explanation, customer, { matchCase, policy });
  return {
    ...explanation,
    customer,
    support: payerSupport(payer),
    evidence: [...evidence, ...habits, ...caseWarnings(explanation.items, matchCase, policy)],
  };
}

/** Several customers are no surprise when the payer pays for all of them, or for one of their group. */
function severalCustomers(customers: readonly string[], { payerScope }: MatchCase): Evidence {
  const isGroup = customers.every((customer) => payerScope.has(customer));
  return { kind: isGroup ? 'payer_of_group' : 'several_customers', params: { customers } };
}

/** What gives to think whatever explains the receipt; digits that close the number of one of the items do not. */
export function caseWarnings(items: readonly OpenItem[], matchCase: MatchCase, policy: MatchPolicy): Evidence[] {
  const warnings: Evidence[] = [];
  const { appliedTo = [] } = matchCase.receipt;
  if (appliedTo.length > 0) warnings.push({ kind: 'reference_paid_by_it', params: { numbers: appliedTo } });
  const unknown = matchCase.unknownRuns
    .filter(({ digits }) => !items.some((item) => isTailOf(item, digits, policy)))
    .filter(({ digits }) => !isPaidToTheCent(items, matchCase) || !items.some((item) => isSlipOf(item, digits)))
    .filter(({ digits, isAtEnd }) => !isAtEnd || !items.some(({ number }) => isBeginningOf(digits, number)))
    .map(({ digits }) => digits);
  if (unknown.length > 0) {
    warnings.push({ kind: 'reference_unknown', params: { references: unknown.slice(0, REFERENCES_LISTED_MAX) } });
  }
  for (const { number, closedOn } of matchCase.closed.slice(0, REFERENCES_LISTED_MAX)) {
    warnings.push({ kind: 'reference_closed', params: { number, closedOn } });
  }
  for (const { number, currency } of matchCase.citedInOtherCurrency.slice(0, REFERENCES_LISTED_MAX)) {
    warnings.push({ kind: 'reference_other_currency', params: { number, currency } });
  }
  const { adviceAwaitedUntil } = matchCase.receipt;
  if (matchCase.advices.length === 0) {
    if (isAnnouncementAwaited(matchCase)) warnings.push({ kind: 'advice_announced', params: {} });
    if (adviceAwaitedUntil !== undefined) {
      warnings.push({ kind: 'advice_awaited', params: { until: adviceAwaitedUntil } });
    }
  }
  const earlier = matchCase.earlier[0];
  if (earlier && !isBilledSince(items, earlier.bookedOn)) {
    warnings.push({
      kind: 'possible_duplicate',
      params: { receipt: earlier.receiptId, bookedOn: earlier.bookedOn },
    });
  }
  return warnings;
}

/** While the company waits; and where only a name tells who pays, what was announced is not guessed afterwards either. */
function isAnnouncementAwaited({ receipt, payer, findings }: MatchCase): boolean {
  if (!findings.announcesAdvice) return false;
  return receipt.adviceAwaitedUntil !== undefined || (payer.standsOn === null && payer.byAccount.length === 0);
}

/** Rents and subscriptions are the same each month: what was issued after the earlier payment is not what that one paid. */
function isBilledSince(items: readonly OpenItem[], paidOn: LocalDate): boolean {
  return items.length > 0 && items.every(({ issuedOn }) => issuedOn > paidOn);
}

/** Then a number that is nearly the item's is meant for it. */
function isPaidToTheCent(items: readonly OpenItem[], { receipt }: MatchCase): boolean {
  return items.length === 1 && items[0]?.openMinor === receipt.amountMinor;
}

function customersBySize({ items }: Explanation): string[] {
  const totals = new Map<string, bigint>();
  for (const item of items) totals.set(item.customer, (totals.get(item.customer) ?? 0n) + item.openMinor);
  return [...totals.entries()]
    .sort(([left, leftTotal], [right, rightTotal]) =>
      leftTotal === rightTotal ? compareText(left, right) : leftTotal < rightTotal ? 1 : -1,
    )
    .map(([customer]) => customer);
}
