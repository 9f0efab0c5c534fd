/**
 * Money of a customer that settles nothing open: paid in advance, as the text says; paid again, citing only what is
 * settled; or the same amount by the same payer a second time. It belongs on the customer's account, and a person decides
 * whether it is kept or sent back.
 */
import type { Evidence } from '../evidence.ts';
import type { Explain, Explanation } from '../explanation.ts';
import type { MatchCase } from '../gather.ts';
import { customersOfPayer, likelyCustomer } from '../payer-evidence.ts';
import type { PayerRecognition } from '../recognise.ts';

const NUMBERS_LISTED_MAX = 20;

export const explainOnAccount: Explain = (matchCase, policy) => {
  const { citations, mentions, findings, closed, earlier, unknownRuns } = matchCase;
  if (citations.length > 0 || mentions.length > 0) return [];
  const evidence: Evidence[] = [];
  if (findings.isAdvance) evidence.push({ kind: 'advance_stated', params: {} });
  // A part of what is settled already: the number is misread, or another item is meant.
  if (closed.length > 0 && unknownRuns.length === 0 && !findings.isPart) {
    const numbers = closed.slice(0, NUMBERS_LISTED_MAX).map(({ number }) => number);
    evidence.push({ kind: 'only_settled_cited', params: { numbers } });
  }
  if (evidence.length === 0 && earlier.length === 0) return [];
  const told = settledCustomer(matchCase) ?? customerOfEarlier(matchCase);
  const customer = told ?? likelyCustomer(matchCase.payer, policy);
  if (customer === null) return [];
  const others = told === null ? othersOfPayer(customer, matchCase.payer) : [];
  if (others.length > 0) evidence.push({ kind: 'payer_of_several', params: { customers: [customer, ...others] } });
  return [onAccount(customer, evidence, matchCase)];
};

/** The same payment was applied before: this one is the same customer's. */
function customerOfEarlier({ earlier }: MatchCase): string | null {
  const customers = new Set(earlier.map(({ customer }) => customer));
  return customers.size === 1 ? ([...customers][0] ?? null) : null;
}

/** An account that paid so often for one customer alone is that customer's, whoever else carries the name. */
const USES_OF_ONE_MIN = 10;

/** Other customers whose money it may be: companies of a group carry one name and pay from one account. */
function othersOfPayer(customer: string, payer: PayerRecognition): string[] {
  const [account, second] = payer.byAccount;
  if (account?.customer === customer && second === undefined && account.uses >= USES_OF_ONE_MIN) return [];
  return customersOfPayer(payer)
    .filter((other) => other !== customer)
    .slice(0, NUMBERS_LISTED_MAX);
}

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
