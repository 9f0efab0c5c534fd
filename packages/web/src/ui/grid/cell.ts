/** What a cell holds, and the currency of a column. */
import type { MoneyText } from '../money/money-text.ts';
import type { CellValue, GridColumn } from './grid.types.ts';

export function isMoneyText(value: CellValue): value is MoneyText {
  return typeof value === 'object' && value !== null;
}

/** The one currency of a money column, or null when its rows have several or none. */
export function onlyCurrency<Row>(rows: readonly Row[], column: GridColumn<Row>): string | null {
  if (column.kind !== 'money') return null;
  let found: string | null = null;
  for (const row of rows) {
    const currency = column.value(row)?.currency;
    if (currency === undefined) continue;
    if (found !== null && found !== currency) return null;
    found = currency;
  }
  return found;
}
