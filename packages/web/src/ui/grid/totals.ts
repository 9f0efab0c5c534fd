/** The totals pinned at the foot: one line for each currency, added exactly. */
import { formatAmount } from '@quittance/core/money';
import { isZero, type MoneyText, toMoney } from '../money/money-text.ts';
import type { FootRow, GridColumn } from './grid.types.ts';

/** Currencies come in the order of their codes; a grid without totalled columns or rows has no foot. */
export function totalsOf<Row>(rows: readonly Row[], columns: readonly GridColumn<Row>[], label: string): FootRow[] {
  const totals = new Map<string, Map<string, bigint>>();
  for (const column of columns) {
    if (column.kind !== 'money' || !column.isTotalled) continue;
    for (const row of rows) {
      const value = column.value(row);
      if (value !== null) add(totals, column.id, value);
    }
  }
  return [...totals.keys()].sort().map((currency) => ({
    id: currency,
    label: `${label} ${currency}`,
    amounts: Object.fromEntries(
      [...(totals.get(currency) ?? [])].map(([id, minor]) => [id, { amount: formatAmount(minor, currency), currency }]),
    ),
  }));
}

function add(totals: Map<string, Map<string, bigint>>, columnId: string, value: MoneyText): void {
  const byColumn = totals.get(value.currency) ?? new Map<string, bigint>();
  const before = byColumn.get(columnId) ?? 0n;
  byColumn.set(columnId, isZero(value) ? before : before + toMoney(value).amountMinor);
  totals.set(value.currency, byColumn);
}
