/**
 * Money of a customer that settles nothing open: paid in advance, as the text says; paid again, citing only what is
 * settled; or the same amount by the same payer a second time. It belongs on the customer's account, and a person decides
 * whether it is kept or sent back.
 */
import type { Evidence } from '../evidence.ts';
import type { Explain, Explanation } from '../explanation.ts';
import type { MatchCase } from '../gather.ts';
import { likelyCustomer } from '../payer-evidence.ts';

const NUMBERS_LISTED_MAX = 20;

export const explainOnAccount: Explain = (matchCase, policy) => {
  const { citations, mentions, findings, closed, earlier, unknownRuns } = matchCase;
  if (citations.length > 0 || mentions.length > 0) return [];
  const evidence: Evidence[] = [];
  if (findings.isAdvance) evidence.push({ kind: 'advance_stated', params: {} });
  if (closed.length > 0 && unknownRuns.length === 0) {
    const numbers = closed.slice(0, NUMBERS_LISTED_MAX).map(({ number }) => number);
    evidence.push({ kind: 'only_settled_cited', params: { numbers } });
  }
  if (evidence.length === 0 && (earlier.length === 0 || closed.length > 0 || unknownRuns.length > 0)) return [];
  const customer = settledCustomer(matchCase) ?? likelyCustomer(matchCase.payer, policy);
  return customer === null ? [] : [onAccount(customer, evidence, matchCase)];
};

/** All that is cited was settled by one customer that this payer pays for. */
function settledCustomer({ closed, payerScope }: MatchCase): string | null {
  const customers = new Set(closed.map(({ customer }) => customer).filter((customer) => payerScope.has(customer)));
  return customers.size === 1 ? ([...customers][0] ?? null) : null;
}

function onAccount(customer: string, evidence: readonly Evidence[], { receipt }: MatchCase): Explanation {
  return {
    kind: 'on_account',
    items: [],
    allocations: [],
    deductions: [],
    unappliedMinor: receipt.amountMinor,
    fit: 'exact',
    onAccountOf: customer,
    evidence,
  };
}
