/**
 * Sets of an account's items that one would pay together and that have a given sum: all of them; all that falls due from one
 * day to another; a run in the order of due days with at most two left out; some of the oldest; the only few with that sum.
 * Each says how many such sets chance would find.
 */
import { sum } from '../money/index.ts';
import type { Evidence } from './evidence.ts';
import { compareItems, type OpenItem } from './item-source.ts';
import {
  ALL_SUBSETS_OF_MAX,
  pairsWithSum,
  runsWithSum,
  type Subset,
  subsetsCount,
  subsetsWithSum,
  sumsByChance,
  triplesWithSum,
} from './subset-sums.ts';

const PAIRS_OF_MAX = 500;
const TRIPLES_OF_MAX = 50;
/** Runs with something left out are looked for among the items that fall due first: those are what a payment run takes. */
const HOLES_OF_MAX = 40;
/** Of a large account the oldest, of which every subset is looked at: 65,536 of them. */
const OLDEST_MAX = 16;

export interface Structure {
  readonly items: readonly OpenItem[];
  readonly evidence: Evidence;
  readonly byChance: number;
}

interface Found {
  readonly indices: Subset;
  readonly evidence: Evidence;
  /** Sets of this make that there are to find one among. */
  readonly triedCount: number;
}

/** Each set once, under the strongest structure that it has. Items of 10.00 and 20.00 and a sum of 30.00: the whole account. */
export function structuresOf(items: readonly OpenItem[], target: bigint): Structure[] {
  return asStructures(
    setsOf(
      items,
      items.map(({ openMinor }) => openMinor),
      target,
    ),
    items,
    target,
  );
}

function asStructures(sets: readonly Found[], items: readonly OpenItem[], target: bigint): Structure[] {
  const amounts = items.map(({ openMinor }) => openMinor);
  const found = new Map<string, Found>();
  for (const one of sets) {
    const key = one.indices.join();
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()].map(({ indices, evidence, triedCount }) => ({
    items: indices.flatMap((at) => items[at] ?? []),
    evidence,
    byChance: sumsByChance(amounts, { count: triedCount, membersCount: indices.length, target }),
  }));
}

/** Only those that leave nothing out: the whole, whole due days, runs without a gap. For sums that are not to the cent. */
export function plainStructuresOf(items: readonly OpenItem[], target: bigint): Structure[] {
  const amounts = items.map(({ openMinor }) => openMinor);
  return asStructures(
    [...wholeOf(amounts, target), ...dueTogether(items, target), ...wholeRuns(amounts, target)],
    items,
    target,
  );
}

/** From the first item on, what falls due until the end of each day, of the days whose sum is wanted. */
export function daysFromFirst(items: readonly OpenItem[], isWanted: (totalMinor: bigint) => boolean): Structure[] {
  const byDay = totalsByDay(items);
  const amounts = items.map(({ openMinor }) => openMinor);
  const [from = ''] = byDay.keys();
  let totalMinor = 0n;
  const untils = [...byDay].flatMap(([until, dayMinor]) => {
    totalMinor += dayMinor;
    return isWanted(totalMinor) ? [until] : [];
  });
  return untils.map((until) => {
    const chosen = items.filter((item) => isBetween(item, from, until));
    const evidence: Evidence = { kind: 'due_together', params: { from, until, itemsCount: chosen.length } };
    const byChance = sumsByChance(amounts, { count: byDay.size, membersCount: chosen.length, target: 1n });
    return { items: chosen, evidence, byChance };
  });
}

/** What falls due on each day, the earliest first. */
export function totalsByDay(items: readonly OpenItem[]): Map<string, bigint> {
  const byDay = new Map<string, bigint>();
  for (const { dueOn, openMinor } of items) byDay.set(dueOn, (byDay.get(dueOn) ?? 0n) + openMinor);
  return new Map([...byDay].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The strongest structure first: of equal sets it is the one that is told. */
function setsOf(items: readonly OpenItem[], amounts: readonly bigint[], target: bigint): Found[] {
  const count = items.length;
  if (count === 0 || sum(amounts.filter((amount) => amount > 0n)) < target) return [];
  const found = [
    ...wholeOf(amounts, target),
    ...dueTogether(items, target),
    ...groupsOf(items, target),
    ...runsOf(amounts, target),
    ...runsAndMore(amounts, target),
  ];
  if (count <= ALL_SUBSETS_OF_MAX) return [...found, ...onlySums(subsetsWithSum(amounts, target), count)];
  const ones = [...amounts.keys()].filter((at) => amounts[at] === target).map((at) => [at]);
  const pairs = count <= PAIRS_OF_MAX ? pairsWithSum(amounts, target) : [];
  const triples = count <= TRIPLES_OF_MAX ? triplesWithSum(amounts, target) : [];
  return [...found, ...oldestSums(amounts, target), ...onlySums([...ones, ...pairs, ...triples], count)];
}

/** All that was issued in one month, as a statement of account lists it; and all of one order. */
function groupsOf(items: readonly OpenItem[], target: bigint): Found[] {
  const groups = new Map<string, { readonly evidence: (itemsCount: number) => Evidence; readonly indices: number[] }>();
  const put = (key: string, at: number, evidence: (itemsCount: number) => Evidence): void => {
    const group = groups.get(key);
    if (group) group.indices.push(at);
    else groups.set(key, { evidence, indices: [at] });
  };
  for (const [at, { issuedOn, references }] of items.entries()) {
    const month = issuedOn.slice(0, MONTH_LENGTH);
    put(`month ${month}`, at, (itemsCount) => ({ kind: 'issued_in_month', params: { month, itemsCount } }));
    for (const reference of references) {
      put(`order ${reference}`, at, (itemsCount) => ({ kind: 'of_one_order', params: { reference, itemsCount } }));
    }
  }
  return [...groups.values()]
    .filter(({ indices }) => indices.length > 1 && sum(indices.map((at) => items[at]?.openMinor ?? 0n)) === target)
    .map(({ indices, evidence }) => ({ indices, evidence: evidence(indices.length), triedCount: groups.size }));
}

const MONTH_LENGTH = 'yyyy-mm'.length;

/** From the oldest on without a gap, and one or two of the next besides. */
function runsAndMore(amounts: readonly bigint[], target: bigint): Found[] {
  const near = amounts.slice(0, HOLES_OF_MAX);
  const found: Found[] = [];
  let total = 0n;
  for (let last = 0; last < near.length - 2; last += 1) {
    total += near[last] ?? 0n;
    const rest = target - total;
    const after = near.slice(last + 2); // the next one would make the run longer
    for (const more of [
      ...after.flatMap((amount, at) => (amount === rest ? [[at]] : [])),
      ...pairsWithSum(after, rest),
    ]) {
      const indices = [...between(0, last), ...more.map((at) => at + last + 2)];
      const evidence: Evidence = { kind: 'run_and_more', params: { runCount: last + 1, moreCount: more.length } };
      found.push({ indices, evidence, triedCount: near.length * subsetsCount(near.length, more.length) });
    }
  }
  return found;
}

/** A payer that holds some items back still pays from the oldest on: any of the first, with a given sum. */
function oldestSums(amounts: readonly bigint[], target: bigint): Found[] {
  return subsetsWithSum(amounts.slice(0, OLDEST_MAX), target)
    .filter(({ length }) => length > 1)
    .map((indices) => ({
      indices,
      evidence: { kind: 'sum_of_oldest', params: { itemsCount: indices.length, oldestCount: OLDEST_MAX } },
      triedCount: 2 ** OLDEST_MAX,
    }));
}

function wholeOf(amounts: readonly bigint[], target: bigint): Found[] {
  if (amounts.length === 0 || sum(amounts) !== target) return [];
  const evidence: Evidence = { kind: 'whole_account', params: { itemsCount: amounts.length } };
  return [{ indices: [...amounts.keys()], evidence, triedCount: 1 }];
}

function onlySums(subsets: readonly Subset[], openItemsCount: number): Found[] {
  return subsets.map((indices) => ({
    indices,
    evidence: { kind: 'only_sum', params: { itemsCount: indices.length, openItemsCount } },
    triedCount: subsetsCount(openItemsCount, indices.length),
  }));
}

/** Whole due days, from one to another: what a payment run takes. */
function dueTogether(items: readonly OpenItem[], target: bigint): Found[] {
  const byDay = totalsByDay(items);
  const days = [...byDay.keys()];
  return runsWithSum([...byDay.values()], target).map(({ first, last }) => {
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

/** In the order of due days: without a gap, and among those that fall due first with one or two left out. */
function runsOf(amounts: readonly bigint[], target: bigint): Found[] {
  return [...wholeRuns(amounts, target), ...runsWithHoles(amounts.slice(0, HOLES_OF_MAX), target)];
}

/** Runs that are looked at until one is found that begins there: from the oldest on, as payers pay, or where a list goes on. */
function runsCount(first: number, count: number): number {
  return (first + 1) * count - (first * (first + 1)) / 2;
}

function wholeRuns(amounts: readonly bigint[], target: bigint): Found[] {
  return runsWithSum(amounts, target).map(({ first, last }) => {
    const indices = between(first, last);
    return { indices, evidence: runEvidence(indices, 0), triedCount: runsCount(first, amounts.length) };
  });
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
        const triedCount = runsCount(first, count) * subsetsCount(inside.length, holes.length);
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

export function byDueDay(left: OpenItem, right: OpenItem): number {
  return left.dueOn < right.dueOn ? -1 : left.dueOn > right.dueOn ? 1 : compareItems(left, right);
}

/** Another open item with the amount of one of these could be meant in its place. */
export function twinOf(items: readonly OpenItem[], all: readonly OpenItem[]): Evidence[] {
  const chosen = new Set(items);
  const others = new Map(all.filter((item) => !chosen.has(item)).map((item) => [item.openMinor, item]));
  for (const item of items) {
    const other = others.get(item.openMinor);
    if (other) return [{ kind: 'equal_item_open', params: { number: item.number, other: other.number } }];
  }
  return [];
}
