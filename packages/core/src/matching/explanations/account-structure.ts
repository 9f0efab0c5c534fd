/**
 * Nothing is cited, and the payer's account itself explains the sum: all that is open; all that falls due from one day to
 * another; a run in the order of due days with at most two left out; or the only few items with this sum. Every set that
 * fits is an explanation of its own, so that two of them ask instead of guessing (`subset-sums.ts` says when chance would
 * find one).
 */
import { sum } from '../../money/index.ts';
import { type Evidence, moneyText } from '../evidence.ts';
import type { Explain, Explanation } from '../explanation.ts';
import type { MatchCase } from '../gather.ts';
import type { OpenItem } from '../item-source.ts';
import { payerEvidence, payerSupport } from '../payer-evidence.ts';
import type { MatchPolicy } from '../policy.ts';
import {
  ALL_SUBSETS_OF_MAX,
  pairsWithSum,
  runsWithSum,
  type Subset,
  subsetsCount,
  subsetsWithSum,
  sumsByChance,
  triplesWithSum,
} from '../subset-sums.ts';

/** Customers of one payer that are looked at; a payer for more must say for whom it pays. */
const CUSTOMERS_MAX = 6;
const PAIRS_OF_MAX = 500;
const TRIPLES_OF_MAX = 50;
const HOLES_OF_MAX = 60;

interface Found {
  readonly indices: Subset;
  readonly evidence: Evidence;
  /** Sets of this make that there are to find one among. */
  readonly triedCount: number;
}

export const explainByAccountStructure: Explain = (matchCase, policy) => {
  if (matchCase.citations.length > 0 || matchCase.mentions.length > 0 || matchCase.findings.isAdvance) return [];
  return likelyCustomers(matchCase, policy).flatMap((customer) => explanationsOf(customer, matchCase, policy));
};

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

function explanationsOf(customer: string, matchCase: MatchCase, policy: MatchPolicy): Explanation[] {
  const items = matchCase.itemsOfCustomer(customer).filter((item) => !matchCase.isRejected(item));
  const amounts = items.map(({ openMinor }) => openMinor);
  const found = new Map<string, Found>();
  for (const one of setsOf(items, amounts, matchCase.receipt.amountMinor)) {
    const key = one.indices.join();
    if (one.indices.length > 1 && !found.has(key)) found.set(key, one);
  }
  return [...found.values()].map((one) => explanation(one, items, { matchCase, policy }));
}

/** The strongest structure first: of equal sets it is the one that is told. */
function setsOf(items: readonly OpenItem[], amounts: readonly bigint[], target: bigint): Found[] {
  const count = items.length;
  if (count < 2 || sum(amounts.filter((amount) => amount > 0n)) < target) return [];
  const all: Found[] =
    sum(amounts) === target
      ? [
          {
            indices: [...amounts.keys()],
            evidence: { kind: 'whole_account', params: { itemsCount: count } },
            triedCount: 1,
          },
        ]
      : [];
  const found = [...all, ...dueTogether(items, amounts, target), ...runsOf(amounts, target)];
  if (count <= ALL_SUBSETS_OF_MAX) return [...found, ...onlySums(subsetsWithSum(amounts, target), count)];
  const pairs = count <= PAIRS_OF_MAX ? pairsWithSum(amounts, target) : [];
  const triples = count <= TRIPLES_OF_MAX ? triplesWithSum(amounts, target) : [];
  return [...found, ...onlySums([...pairs, ...triples], count)];
}

function onlySums(subsets: readonly Subset[], openItemsCount: number): Found[] {
  return subsets.map((indices) => ({
    indices,
    evidence: { kind: 'only_sum', params: { itemsCount: indices.length, openItemsCount } },
    triedCount: subsetsCount(openItemsCount, indices.length),
  }));
}

/** Whole due days, from one to another: what a payment run takes. */
function dueTogether(items: readonly OpenItem[], amounts: readonly bigint[], target: bigint): Found[] {
  const days = [...new Set(items.map(({ dueOn }) => dueOn))].sort();
  const totals = days.map((day) => sum(amounts.filter((_, at) => items[at]?.dueOn === day)));
  return runsWithSum(totals, target).map(({ first, last }) => {
    const [from = '', until = ''] = [days[first], days[last]];
    const indices = [...items.keys()].filter((at) => isBetween(items[at], from, until));
    return {
      indices,
      evidence: { kind: 'due_together', params: { from, until, itemsCount: indices.length } },
      triedCount: (days.length * (days.length + 1)) / 2,
    };
  });
}

function isBetween(item: OpenItem | undefined, from: string, until: string): boolean {
  return item !== undefined && item.dueOn >= from && item.dueOn <= until;
}

/** In the order of due days: without a gap, and for accounts of usual size with one or two left out. */
function runsOf(amounts: readonly bigint[], target: bigint): Found[] {
  const runsCount = (amounts.length * (amounts.length + 1)) / 2;
  const whole = runsWithSum(amounts, target).map(({ first, last }) => {
    const indices = between(first, last);
    return { indices, evidence: runEvidence(indices, 0), triedCount: runsCount };
  });
  return amounts.length > HOLES_OF_MAX ? whole : [...whole, ...runsWithHoles(amounts, target)];
}

function runsWithHoles(amounts: readonly bigint[], target: bigint): Found[] {
  const found: Found[] = [];
  const count = amounts.length;
  for (let first = 0; first < count; first += 1) {
    let total = amounts[first] ?? 0n;
    // The holes lie inside: a run that begins or ends with one is a shorter run.
    for (let last = first + 2; last < count; last += 1) {
      total +=
        (amounts[last - 1] ?? 0n) +
        (last === first + 2 ? (amounts[last] ?? 0n) : (amounts[last] ?? 0n) - (amounts[last - 1] ?? 0n));
      const excess = total - target;
      if (excess <= 0n) continue;
      const inside = amounts.slice(first + 1, last);
      for (const holes of [
        ...inside.flatMap((amount, at) => (amount === excess ? [[at]] : [])),
        ...pairsWithSum(inside, excess),
      ]) {
        const left = new Set(holes.map((at) => at + first + 1));
        const indices = between(first, last).filter((at) => !left.has(at));
        const triedCount = ((count * count) / 2) * subsetsCount(inside.length, holes.length);
        found.push({ indices, evidence: runEvidence(indices, holes.length), triedCount });
      }
    }
  }
  return found;
}

function between(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function runEvidence(indices: Subset, holes: number): Evidence {
  return { kind: 'run_of_items', params: { itemsCount: indices.length, holes } };
}

interface Given {
  readonly matchCase: MatchCase;
  readonly policy: MatchPolicy;
}

function explanation(
  { indices, evidence, triedCount }: Found,
  all: readonly OpenItem[],
  { matchCase, policy }: Given,
): Explanation {
  const { receipt } = matchCase;
  const items = indices.flatMap((at) => all[at] ?? []);
  const total = moneyText(receipt.amountMinor, receipt.currency);
  const findings: Evidence[] = [evidence, { kind: 'total_exact', params: { total, itemsCount: items.length } }];
  const amounts = all.map(({ openMinor }) => openMinor);
  const byChance = sumsByChance(amounts, { count: triedCount, membersCount: items.length });
  if (byChance * 1000 > policy.chancePerMilleMax) {
    findings.push({ kind: 'sum_by_chance', params: { itemsCount: items.length, openItemsCount: all.length } });
  }
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

/** Another open item with the amount of one of these could be meant in its place. */
function twinOf(items: readonly OpenItem[], all: readonly OpenItem[]): Evidence[] {
  const chosen = new Set(items);
  const others = new Map(all.filter((item) => !chosen.has(item)).map((item) => [item.openMinor, item]));
  for (const item of items) {
    const other = others.get(item.openMinor);
    if (other) return [{ kind: 'equal_item_open', params: { number: item.number, other: other.number } }];
  }
  return [];
}
