/**
 * Which few of many amounts add up to a target. Finding a sum is quick; the danger is finding a wrong one, so the searches
 * are limited to where chance finds none, and `sumsByChance` says how many it would find.
 */

/** Indices into the amounts, rising. */
export type Subset = readonly number[];

/** Up to here all subsets are looked at: two halves of 1,024 sums each. */
export const ALL_SUBSETS_OF_MAX = 20;
/** Found sets that are kept; with so many the answer is that nobody knows. */
const FOUND_MAX = 8;

/** All subsets with this sum, of at most 20 amounts. Of 1.00, 2.00, 3.00 the sum 3.00 is {3.00} and {1.00, 2.00}. */
export function subsetsWithSum(amounts: readonly bigint[], target: bigint): Subset[] {
  const middle = amounts.length >>> 1;
  const left = sumsOf(amounts.slice(0, middle));
  const right = sumsOf(amounts.slice(middle));
  const masksBySum = new Map<bigint, number[]>();
  left.forEach((sum, mask) => {
    const masks = masksBySum.get(sum);
    if (masks) masks.push(mask);
    else masksBySum.set(sum, [mask]);
  });
  const found: Subset[] = [];
  for (let mask = 0; mask < right.length && found.length < FOUND_MAX; mask += 1) {
    for (const other of masksBySum.get(target - (right[mask] ?? 0n)) ?? []) {
      const chosen = [...indicesOf(other, 0), ...indicesOf(mask, middle)];
      if (chosen.length > 0 && found.length < FOUND_MAX) found.push(chosen);
    }
  }
  return found;
}

/** The sum of every subset, by its bit mask. */
function sumsOf(amounts: readonly bigint[]): bigint[] {
  const sums: bigint[] = [0n];
  for (const amount of amounts) {
    const before = sums.length;
    for (let mask = 0; mask < before; mask += 1) sums.push((sums[mask] ?? 0n) + amount);
  }
  return sums;
}

function indicesOf(mask: number, offset: number): number[] {
  const indices: number[] = [];
  for (let bit = 0; mask >>> bit > 0; bit += 1) if ((mask >>> bit) & 1) indices.push(bit + offset);
  return indices;
}

export function pairsWithSum(amounts: readonly bigint[], target: bigint): Subset[] {
  return pairsFrom(amounts, target, 0);
}

export function triplesWithSum(amounts: readonly bigint[], target: bigint): Subset[] {
  const found: Subset[] = [];
  for (const [first, amount] of amounts.entries()) {
    for (const pair of pairsFrom(amounts, target - amount, first + 1)) {
      if (found.length >= FOUND_MAX) return found;
      found.push([first, ...pair]);
    }
  }
  return found;
}

function pairsFrom(amounts: readonly bigint[], target: bigint, from: number): Subset[] {
  const seen = new Map<bigint, number[]>();
  const found: Subset[] = [];
  for (let at = from; at < amounts.length && found.length < FOUND_MAX; at += 1) {
    const amount = amounts[at] ?? 0n;
    for (const other of seen.get(target - amount) ?? []) if (found.length < FOUND_MAX) found.push([other, at]);
    const same = seen.get(amount);
    if (same) same.push(at);
    else seen.set(amount, [at]);
  }
  return found;
}

export interface Run {
  readonly first: number;
  readonly last: number;
}

/** Stretches of neighbours with this sum, as first and last index, in one pass. */
export function runsWithSum(amounts: readonly bigint[], target: bigint): Run[] {
  return amounts.every((amount) => amount > 0n) ? runsOfDebits(amounts, target) : runsWithCredits(amounts, target);
}

/** Nothing below zero: what is too much is taken off at the beginning. Nearly all accounts, and nothing is kept for it. */
function runsOfDebits(amounts: readonly bigint[], target: bigint): Run[] {
  const found: Run[] = [];
  let first = 0;
  let sum = 0n;
  for (let last = 0; last < amounts.length && found.length < FOUND_MAX; last += 1) {
    sum += amounts[last] ?? 0n;
    for (; sum > target && first <= last; first += 1) sum -= amounts[first] ?? 0n;
    if (sum === target && first <= last) found.push({ first, last });
  }
  return found;
}

/** The sums from the beginning, and where each was reached: a run lies between two that differ by the target. */
function runsWithCredits(amounts: readonly bigint[], target: bigint): Run[] {
  const startsBySum = new Map<bigint, number[]>([[0n, [0]]]);
  const found: Run[] = [];
  let sum = 0n;
  for (const [last, amount] of amounts.entries()) {
    sum += amount;
    for (const first of startsBySum.get(sum - target) ?? []) if (found.length < FOUND_MAX) found.push({ first, last });
    const starts = startsBySum.get(sum);
    if (starts) starts.push(last + 1);
    else startsBySum.set(sum, [last + 1]);
  }
  return found;
}

/**
 * How many of so many candidate sets would have a given sum by chance: the sums of sets of `membersCount` amounts spread
 * over about five standard deviations, in the steps in which most of the amounts come. 1,140 triples of 20 amounts of some
 * 1,200.00 find 0.001; of whole hundreds they find ten.
 */
export function sumsByChance(
  amounts: readonly bigint[],
  sets: { readonly count: number; readonly membersCount: number; readonly target: bigint },
): number {
  const step = Number(stepOf(amounts, sets.target));
  const values = amounts.map(Number);
  const mean = values.reduce((all, value) => all + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((all, value) => all + (value - mean) ** 2, 0) / Math.max(1, values.length);
  const spread = Math.max(step, 2.5 * Math.sqrt(sets.membersCount * variance));
  return (sets.count * step) / spread;
}

/**
 * How many sets of so many of a customer's open items would have the sum of these by chance, when nothing but these amounts is
 * known of the others: amounts spread about as far as they are large.
 */
export function chosenByChance(
  amounts: readonly bigint[],
  sets: { readonly openItemsCount: number; readonly membersCount: number; readonly target: bigint },
): number {
  const count = subsetsCount(sets.openItemsCount, sets.membersCount);
  const mean = Number(sets.target) / Math.max(1, amounts.length);
  const spread = 2.5 * Math.sqrt(sets.membersCount) * mean;
  return (count * Number(stepOf(amounts, sets.target))) / Math.max(1, spread);
}

const STEPS = [100_000n, 50_000n, 10_000n, 5_000n, 1_000n, 500n, 100n, 50n, 10n, 5n];

/** The step of the sum in which half of the amounts come as well: one odd amount among prices of 50.00 changes nothing. */
function stepOf(amounts: readonly bigint[], target: bigint): bigint {
  const isUsual = (step: bigint): boolean =>
    target % step === 0n && amounts.filter((amount) => amount % step === 0n).length * 2 >= amounts.length;
  return STEPS.find(isUsual) ?? 1n;
}

/** How many subsets of so many members there are. */
export function subsetsCount(of: number, membersCount: number): number {
  let count = 1;
  for (let at = 1; at <= Math.min(membersCount, of - membersCount); at += 1) count = (count * (of - at + 1)) / at;
  return count;
}
