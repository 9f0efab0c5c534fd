/**
 * Which items a promised amount stands for, so that they are not dunned meanwhile: what nothing else keeps from being asked for, the items
 * due first before the others, each up to what is open; only what is left over stands for what is disputed or on hold otherwise.
 */
import type { LocalDate } from '../calendar/index.ts';
import { least } from './judge.ts';

export interface CoverableItem {
  readonly id: string;
  readonly dueOn: LocalDate;
  /** Positive. */
  readonly openMinor: bigint;
  /** What other promises hold of it already. */
  readonly heldMinor: bigint;
  /** What is disputed, or on hold otherwise: nobody promises to pay what they dispute. */
  readonly disputedMinor: bigint;
}

/**
 * 500.00 over A (300.00, due first) and B (400.00) is 300.00 of A and 200.00 of B. With 250.00 of A disputed it is 50.00 of A and 400.00
 * of B, and the last 50.00 are of what is disputed.
 */
export function coverItems(
  items: readonly CoverableItem[],
  amountMinor: bigint,
): { id: string; amountMinor: bigint }[] {
  const order = [...items].sort((left, right) => (`${left.dueOn} ${left.id}` < `${right.dueOn} ${right.id}` ? -1 : 1));
  let left = amountMinor;
  const take = (freeMinor: bigint): bigint => {
    const part = least(freeMinor, left);
    if (part <= 0n) return 0n;
    left -= part;
    return part;
  };
  const undisputed = order.map(({ openMinor, heldMinor, disputedMinor }) =>
    take(openMinor - heldMinor - disputedMinor),
  );
  return order.flatMap(({ id, openMinor, heldMinor }, index) => {
    const first = undisputed[index] ?? 0n;
    const part = first + take(openMinor - heldMinor - first);
    return part > 0n ? [{ id, amountMinor: part }] : [];
  });
}
