/**
 * What can still be promised: nobody promises more than is open, and no unit of it twice. A promise on items counts against those
 * items; one on the account counts against all that is open in its currency.
 */
import { least } from './judge.ts';

export interface OpenAmount {
  readonly id: string;
  /** Positive. */
  readonly openMinor: bigint;
}

export interface StandingPromise {
  /** Null: of the account. */
  readonly itemIds: readonly string[] | null;
  /** What is still to come. */
  readonly leftMinor: bigint;
}

/**
 * Of all that is open in one currency, what may be promised on these items (null: on the account) beside the promises that stand. What
 * fits is never refused: the items are asked alone, then with those that promises share with them, then with everything.
 *
 * A is open with 300.00 and B with 400.00, and 500.00 are promised on both: 200.00 more can be promised on A, on B, or on the account.
 */
export function promisableMinor(
  open: readonly OpenAmount[],
  standing: readonly StandingPromise[],
  itemIds: readonly string[] | null,
): bigint {
  const openMinor = new Map(open.map((item) => [item.id, item.openMinor]));
  const sumOf = (ids: Iterable<string>) => [...ids].reduce((sum, id) => sum + (openMinor.get(id) ?? 0n), 0n);
  const onItems = standing.flatMap((one) => {
    const ids = one.itemIds?.filter((id) => openMinor.has(id)) ?? [];
    return ids.length === 0 ? [] : [{ ids, leftMinor: least(one.leftMinor, sumOf(ids)) }];
  });
  const onAccountMinor = standing.reduce((sum, one) => sum + (one.itemIds === null ? one.leftMinor : 0n), 0n);
  let freeMinor = sumOf(openMinor.keys()) - onItems.reduce((sum, one) => sum + one.leftMinor, onAccountMinor);
  if (itemIds !== null) {
    const asked = new Set(itemIds.filter((id) => openMinor.has(id)));
    for (let size = -1; size < asked.size; ) {
      size = asked.size;
      const within = onItems.filter(({ ids }) => ids.every((id) => asked.has(id)));
      freeMinor = least(freeMinor, sumOf(asked) - within.reduce((sum, one) => sum + one.leftMinor, 0n));
      for (const id of onItems.filter(({ ids }) => ids.some((one) => asked.has(one))).flatMap(({ ids }) => ids))
        asked.add(id);
    }
  }
  return freeMinor > 0n ? freeMinor : 0n;
}
