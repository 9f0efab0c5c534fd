/** Which items a promised amount stands for, so that they are not dunned meanwhile: those due first, each up to what is open. */
import type { LocalDate } from '../calendar/index.ts';
import { least } from './judge.ts';

export interface CoverableItem {
  readonly id: string;
  readonly dueOn: LocalDate;
  /** Positive. */
  readonly openMinor: bigint;
  /** What other promises hold of it already. */
  readonly heldMinor: bigint;
}

/** 500.00 over A (300.00, due first) and B (400.00) is 300.00 of A and 200.00 of B. */
export function coverItems(
  items: readonly CoverableItem[],
  amountMinor: bigint,
): { id: string; amountMinor: bigint }[] {
  const order = [...items].sort((left, right) => (`${left.dueOn} ${left.id}` < `${right.dueOn} ${right.id}` ? -1 : 1));
  let left = amountMinor;
  return order.flatMap(({ id, openMinor, heldMinor }) => {
    const free = openMinor - heldMinor;
    const part = least(free, left);
    if (part <= 0n) return [];
    left -= part;
    return [{ id, amountMinor: part }];
  });
}
