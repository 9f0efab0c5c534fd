/** The rules themselves, each as products and modules document it (`docs/features/cash-application.md` names the sources). */
import type { Allocation } from '@quittance/core/matching';
import { sum } from '@quittance/core/money';
import { type Choose, debitsOf, inFull } from './peer.ts';

/** First in, first out: the oldest items until the money is used up; the last one in part. */
export const firstInFirstOut: Choose = (receipt, context) => {
  let restMinor = receipt.amountMinor;
  const allocations: Allocation[] = [];
  for (const { id, openMinor } of debitsOf(receipt, context)) {
    if (restMinor <= 0n) break;
    const isPart = openMinor > restMinor;
    const amountMinor = isPart ? restMinor : openMinor;
    allocations.push({ item: id, amountMinor });
    restMinor -= amountMinor;
  }
  return allocations.length === 0 ? null : allocations;
};

/** The one open item of anyone that has the amount. */
export const exactAmountOnly: Choose = (receipt, { items }) => {
  const found = items.itemsByAmount(receipt.currency, receipt.amountMinor);
  return found.length === 1 ? inFull(found) : null;
};

const BLOCK_ITEMS = 10;

/** Blocks of ten items in the order of due days; in each all combinations, those of the most items first. */
export const largestFirstInBlocks: Choose = (receipt, context) => {
  const debits = debitsOf(receipt, context);
  for (let start = 0; start < debits.length; start += BLOCK_ITEMS) {
    const block = debits.slice(start, start + BLOCK_ITEMS);
    const combinations = Array.from({ length: 2 ** block.length - 1 }, (_, at) =>
      block.filter((_item, bit) => ((at + 1) >>> bit) & 1),
    ).sort((left, right) => right.length - left.length);
    const found = combinations.find((items) => sum(items.map(({ openMinor }) => openMinor)) === receipt.amountMinor);
    if (found !== undefined) return inFull(found);
  }
  return null;
};

const STEPS_MAX = 50_000;

/** In the order of due days, the first set of items that has the sum, whatever others have it too. */
export const firstSubsetFound: Choose = (receipt, context) => {
  const debits = debitsOf(receipt, context);
  const chosen: typeof debits = [];
  let steps = 0;
  const search = (from: number, restMinor: bigint): boolean => {
    if (restMinor === 0n) return chosen.length > 0;
    for (let at = from; at < debits.length; at += 1) {
      const item = debits[at];
      steps += 1;
      if (item === undefined || steps > STEPS_MAX) return false;
      if (item.openMinor > restMinor) continue;
      chosen.push(item);
      if (search(at + 1, restMinor - item.openMinor)) return true;
      chosen.pop();
    }
    return false;
  };
  return search(0, receipt.amountMinor) ? inFull(chosen) : null;
};
