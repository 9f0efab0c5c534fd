/** The totals pinned at the foot: one line for each currency, added exactly. */
import { formatAmount } from '@quittance/core/money';
import type { FootRow, GridColumn } from './grid.types.ts';
import { sumsByCurrency } from './grouping.ts';

/** Currencies come in the order of their codes; a grid without totalled columns or rows has no foot. */
export function totalsOf<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], label: string): FootRow[] {
  const totals = sumsByCurrency(rows, columns.filter(isTotalled));
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
