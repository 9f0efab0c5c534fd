/** What the status line says of a selection. Amounts are added as whole minor units, one total for each currency. */
import { divideHalfUp, type Money, money } from '@quittance/core/money';
import { toMoney } from '../money/money-text.ts';
import { isMoneyText } from './cell.ts';
import type { CellValue } from './grid.types.ts';

export interface Tally {
  /** Cells that hold something. */
  readonly filled: number;
  readonly sums: readonly (Money & { readonly count: number; readonly averageMinor: bigint })[];
  /** Sum of plain counts, only when the selection holds no money. */
  readonly plainSum: number | null;
}

/**
 * Counts and adds the cells of a selection: 10.00 EUR, 5.01 EUR and 7 JPY give EUR 15.01 (average 7.51, half away from
 * zero) and JPY 7; blanks are not counted.
 */
export function tallyOf(cells: Iterable<CellValue>): Tally {
  const sums = new Map<string, Money & { count: number }>();
  let filled = 0;
  let plainSum = 0;
  let plainCount = 0;
  for (const cell of cells) {
    if (cell === null || cell === '') continue;
    filled += 1;
    if (typeof cell === 'number') {
      plainSum += cell;
      plainCount += 1;
    }
    if (!isMoneyText(cell)) continue;
    const { amountMinor, currency } = toMoney(cell);
    const known = sums.get(currency);
    sums.set(currency, {
      ...money((known?.amountMinor ?? 0n) + amountMinor, currency),
      count: (known?.count ?? 0) + 1,
    });
  }
  return {
    filled,
    sums: [...sums.values()].map((sum) => ({ ...sum, averageMinor: divideHalfUp(sum.amountMinor, BigInt(sum.count)) })),
    plainSum: sums.size === 0 && plainCount > 0 ? plainSum : null,
  };
}
