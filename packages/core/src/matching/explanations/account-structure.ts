/**
 * Nothing is cited, and the payer's account itself explains the sum: all that is open; all that falls due from one day to
 * another; a run in the order of due days with at most two left out; or the only few items with this sum. Every set that
 * fits is an explanation of its own, so that two of them ask instead of guessing (`subset-sums.ts` says when chance would
 * find one).
 */
import { type Evidence, type EvidenceKind, moneyText } from '../evidence.ts';
import type { Explain, Explanation } from '../explanation.ts';
import type { MatchCase } from '../gather.ts';
import type { OpenItem } from '../item-source.ts';
import { payerEvidence, payerSupport } from '../payer-evidence.ts';
import type { MatchPolicy } from '../policy.ts';
import { bankCharges, byTermsOf, netBy, reconcile } from '../reconcile.ts';
import { byDueDay, plainStructuresOf, type Structure, structuresOf, twinOf } from '../structures.ts';

/** Customers of one payer whose accounts are looked at one by one; a payer for more must say for whom it pays. */
const CUSTOMERS_MAX = 6;
/** A head office pays for its group in one sum: so many customers, and so many items of theirs, are looked at together. */
const GROUP_CUSTOMERS_MAX = 30;
const GROUP_ITEMS_MAX = 200;

export const explainByAccountStructure: Explain = (matchCase, policy) => {
  if (matchCase.citations.length > 0 || matchCase.mentions.length > 0 || matchCase.findings.isAdvance) return [];
  const customers = likelyCustomers(matchCase, policy);
  const own = customers.map((customer) => openItemsOf([customer], matchCase));
  const accounts = [...own, ...groupAccount(matchCase)];
  const found = accounts.flatMap((items) =>
    structuresOf(items, matchCase.receipt.amountMinor)
      .filter((structure) => structure.items.length > 1)
      .map((structure) => explanation(structure, items, { matchCase, policy })),
  );
  const isExact = found.length > 0 || matchCase.byAmount.length > 0;
  return isExact ? found : own.flatMap((items) => accountedFor(items, { matchCase, policy }));
};

/** Of a larger account every sum is that of some days less something. */
const ACCOUNTED_ITEMS_MAX = 200;
const WHOLE_DAYS: ReadonlySet<EvidenceKind> = new Set(['whole_account', 'due_together']);

/** All that is open, or all that falls due in some days, less the discount of the terms or what a bank on the way kept. */
function accountedFor(items: readonly OpenItem[], { matchCase, policy }: Given): Explanation[] {
  if (items.length > ACCOUNTED_ITEMS_MAX) return [];
  const { amountMinor } = matchCase.receipt;
  const byTerms = byTermsOf(matchCase);
  const nets = items.map((item) => ({ ...item, openMinor: netBy(byTerms, item) }));
  const charges = bankCharges(matchCase);
  const wholes = [
    ...plainStructuresOf(nets, amountMinor),
    ...charges.flatMap((chargeMinor) => plainStructuresOf(items, amountMinor + chargeMinor)),
  ].filter(({ evidence }) => WHOLE_DAYS.has(evidence.kind));
  const byId = new Map(items.map((item) => [item.id, item]));
  return wholes.flatMap((whole) => {
    const structure = {
      ...whole,
      items: whole.items.flatMap(({ id }) => byId.get(id) ?? []),
      byChance: whole.byChance * (1 + charges.length),
    };
    return lessWhat(structure, items, { matchCase, policy });
  });
}

function lessWhat(structure: Structure, all: readonly OpenItem[], { matchCase, policy }: Given): Explanation[] {
  const ways = reconcile(structure.items, { matchCase, policy }).filter(({ evidence }) => evidence.some(isCertain));
  const isByChance = structure.byChance * 1000 > policy.completionChancePerMilleMax;
  return ways.map(({ items, allocations, deductions, unappliedMinor, fit, evidence }) => ({
    kind: 'account_structure',
    items,
    allocations,
    deductions,
    unappliedMinor,
    fit,
    evidence: [
      structure.evidence,
      ...evidence,
      ...(isByChance ? [sumByChance(structure, all)] : []),
      ...twinOf(structure.items, all),
    ],
  }));
}

function isCertain({ kind, params }: Evidence): boolean {
  if (kind === 'difference_of_bank_fee') return true;
  return (kind === 'discount_earned' || kind === 'discount_unearned') && params.source === 'terms';
}

function sumByChance({ items }: Structure, all: readonly OpenItem[]): Evidence {
  return { kind: 'sum_by_chance', params: { itemsCount: items.length, openItemsCount: all.length } };
}

/** The open items of all customers that the payer stands for or that are of one group with these; none when too many. */
function groupAccount(matchCase: MatchCase): OpenItem[][] {
  const group = [...matchCase.payerScope].filter((customer) => matchCase.scope.has(customer));
  if (group.length < 2 || group.length > GROUP_CUSTOMERS_MAX || group.length < matchCase.payerScope.size) return [];
  const items = openItemsOf(group, matchCase);
  return items.length <= GROUP_ITEMS_MAX ? [items] : [];
}

function openItemsOf(customers: readonly string[], matchCase: MatchCase): OpenItem[] {
  const items = customers.flatMap((customer) => matchCase.payableItemsOf(customer));
  const open = items.filter((item) => !matchCase.isRejected(item));
  return customers.length === 1 ? open : open.sort(byDueDay);
}

function likelyCustomers(matchCase: MatchCase, policy: MatchPolicy): string[] {
  const { payer, payerScope, scope } = matchCase;
  return [...payerScope]
    .filter((customer) => scope.has(customer))
    .map((customer) => ({ customer, support: payerSupport(payerEvidence(payer, customer, policy)) }))
    .filter(({ support }) => support >= 1)
    .sort((left, right) => right.support - left.support || (left.customer < right.customer ? -1 : 1))
    .slice(0, CUSTOMERS_MAX)
    .map(({ customer }) => customer);
}

interface Given {
  readonly matchCase: MatchCase;
  readonly policy: MatchPolicy;
}

function explanation(structure: Structure, all: readonly OpenItem[], { matchCase, policy }: Given): Explanation {
  const { items, evidence, byChance } = structure;
  const { receipt } = matchCase;
  const total = moneyText(receipt.amountMinor, receipt.currency);
  const findings: Evidence[] = [evidence, { kind: 'total_exact', params: { total, itemsCount: items.length } }];
  if (byChance * 1000 > policy.chancePerMilleMax) findings.push(sumByChance(structure, all));
  return {
    kind: 'account_structure',
    items,
    allocations: items.map((item) => ({ item: item.id, amountMinor: item.openMinor })),
    deductions: [],
    unappliedMinor: 0n,
    fit: 'exact',
    evidence: [...findings, ...twinOf(items, all)],
  };
}
