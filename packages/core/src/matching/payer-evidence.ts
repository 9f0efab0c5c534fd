/**
 * Who pays, and what that says about a customer: the account that paid for it before, a payer's name learnt from what
 * people confirmed, the name in the customer's record. A mark that pays for many customers says less about each.
 */
import type { Evidence, EvidenceKind } from './evidence.ts';
import { compareText } from './item-source.ts';
import type { PayerLink } from './knowledge-source.ts';
import type { MatchPolicy } from './policy.ts';
import type { PayerRecognition } from './recognise.ts';

/** Customers listed in a finding; a shared service centre may pay for hundreds. */
const CUSTOMERS_LISTED_MAX = 5;

/** How far the payer supports a customer: 3 by account, 2 by a name of its own, 1 by a name that is shared or nearly the same, 0 unknown, -1 another's. */
export type PayerSupport = 3 | 2 | 1 | 0 | -1;

/** Findings about one customer, the strongest first. */
export function payerEvidence(payer: PayerRecognition, customer: string, policy: MatchPolicy): Evidence[] {
  if (payer.standsOn === customer) return [{ kind: 'payer_stated', params: { customer } }];
  if (payer.standsOn !== null) return [{ kind: 'payer_of_others', params: { customers: [payer.standsOn] } }];
  const evidence: Evidence[] = [];
  const account = payer.byAccount.find((link) => link.customer === customer);
  if (account) evidence.push({ kind: 'payer_account', params: useOf(account) });
  const learnt = payer.byName.find((link) => link.customer === customer);
  const isNamed = payer.named.includes(customer);
  if (learnt && holdsShare(learnt, payer.byName, policy)) {
    evidence.push({ kind: 'payer_name_learnt', params: useOf(learnt) });
  }
  if (isNamed && payer.named.length === 1) evidence.push({ kind: 'payer_name', params: { customer } });
  if (evidence.length === 0 && (learnt || isNamed)) {
    evidence.push({ kind: 'payer_name_shared', params: { customer, customersCount: nameSharers(payer).length } });
  }
  if (payer.alike?.customer === customer) {
    return [{ kind: 'payer_name_alike', params: { customer, likeness: payer.alike.likeness } }];
  }
  const similar = payer.alikeSeveral.find((one) => one.customer === customer);
  if (similar) {
    const customersCount = payer.alikeSeveral.length;
    return [{ kind: 'payer_name_alike_several', params: { customer, likeness: similar.likeness, customersCount } }];
  }
  if (evidence.length > 0 && (account || payer.byAccount.length === 0)) return evidence;
  const others = customersOfPayer(payer).filter((other) => other !== customer);
  if (others.length > 0) {
    const named: Evidence = { kind: 'payer_of_others', params: { customers: others.slice(0, CUSTOMERS_LISTED_MAX) } };
    const isForMany = others.length >= policy.payerForManyMin && evidence.length === 0;
    return isForMany
      ? [...evidence, named, { kind: 'payer_for_many', params: { customersCount: others.length } }]
      : [...evidence, named];
  }
  return evidence.length > 0 ? evidence : [{ kind: 'payer_unknown', params: {} }];
}

/** The payer of a receipt that no customer is proposed for. */
export function payerWithoutCustomer(payer: PayerRecognition): Evidence {
  if (payer.standsOn !== null) return { kind: 'payer_stated', params: { customer: payer.standsOn } };
  const customers = customersOfPayer(payer).slice(0, CUSTOMERS_LISTED_MAX);
  return customers.length > 0
    ? { kind: 'payer_of_several', params: { customers } }
    : { kind: 'payer_unknown', params: {} };
}

export function payerSupport(evidence: readonly Evidence[]): PayerSupport {
  const kinds = new Set(evidence.map(({ kind }) => kind));
  if (kinds.has('payer_stated') || kinds.has('payer_account')) return 3;
  if (kinds.has('payer_of_others')) return -1;
  if (kinds.has('payer_name_learnt') || kinds.has('payer_name')) return 2;
  const weak: readonly EvidenceKind[] = ['payer_name_shared', 'payer_name_alike', 'payer_name_alike_several'];
  return weak.some((kind) => kinds.has(kind)) ? 1 : 0;
}

/** Every customer the payer may stand for, each once: by account, then by name, then by record; most used first. */
export function customersOfPayer(payer: PayerRecognition): string[] {
  if (payer.standsOn !== null) return [payer.standsOn];
  return [
    ...new Set([
      ...payer.byAccount.map((link) => link.customer),
      ...payer.byName.map((link) => link.customer),
      ...payer.named,
      ...(payer.alike === null ? [] : [payer.alike.customer]),
      ...payer.alikeSeveral.map(({ customer }) => customer),
    ]),
  ];
}

/** The customer to hold money for when nothing else tells: only when the payer's marks point to one. */
export function likelyCustomer(payer: PayerRecognition, policy: MatchPolicy): string | null {
  if (payer.standsOn !== null) return payer.standsOn;
  for (const links of [payer.byAccount, payer.byName]) {
    const first = links[0];
    if (first) return holdsShare(first, links, policy) ? first.customer : null;
  }
  return payer.named.length === 1 ? (payer.named[0] ?? null) : null;
}

function holdsShare(link: PayerLink, links: readonly PayerLink[], policy: MatchPolicy): boolean {
  const uses = links.reduce((total, { uses }) => total + uses, 0);
  return link.uses * 100 >= uses * policy.payerSharePercentMin;
}

function nameSharers(payer: PayerRecognition): string[] {
  return [...new Set([...payer.byName.map((link) => link.customer), ...payer.named])].sort(compareText);
}

function useOf({ customer, uses, lastOn }: PayerLink): { customer: string; uses: number; lastOn: string } {
  return { customer, uses, lastOn };
}
