/** The totals pinned at the foot: one line for each currency, added exactly. */
import { formatAmount } from '@quittance/core/money';
import type { FootRow, GridColumn } from './grid.types.ts';
import { sumsByCurrency } from './grouping.ts';
import { atOnce } from './slices.ts';

/** Minor units by currency, then by column. */
export type Sums = ReadonlyMap<string, ReadonlyMap<string, bigint>>;

/** Currencies come in the order of their codes; a grid without totalled columns or rows has no foot. */
export function totalsOf<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], label: string): FootRow[] {
  return footOf(atOnce(sumsByCurrency(rows, columns.filter(isTotalled))), label);
}

/** What was added, as lines. */
export function footOf(totals: Sums, label: string): FootRow[] {
  return [...totals.keys()].sort().map((currency) => ({
    id: currency,
    label: `${label} ${currency}`,
    amounts: Object.fromEntries(
      [...(totals.get(currency) ?? [])].map(([id, minor]) => [id, { amount: formatAmount(minor, currency), currency }]),
    ),
  }));
}

export function isTotalled<Row>(column: GridColumn<Row>): boolean {
  return column.kind === 'money' && column.isTotalled === true;
}
