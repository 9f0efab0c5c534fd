/** What a cell holds, as an order for sorting and as the currency of a column. */
import type { Money } from '@quittance/core/money';
import { type MoneyText, toMoney } from '../money/money-text.ts';
import type { CellValue, GridColumn } from './grid.types.ts';

export type SortKey = string | number | Money | null;

export function isMoneyText(value: CellValue): value is MoneyText {
  return typeof value === 'object' && value !== null;
}

/** The value as it is compared: amounts are read once for each row, not once for each comparison. */
export function sortKeyOf(value: CellValue): SortKey {
  return isMoneyText(value) ? toMoney(value) : value;
}

/** Ascending: blanks first, money by currency and then by amount, text by the reader's alphabet with numbers in order. */
export function compareKeys(left: SortKey, right: SortKey, collator: Intl.Collator): number {
  if (left === null) return right === null ? 0 : -1;
  if (right === null) return 1;
  if (typeof left === 'object' && typeof right === 'object') return compareMoney(left, right);
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return collator.compare(String(left), String(right));
}

function compareMoney(left: Money, right: Money): number {
  if (left.currency !== right.currency) return left.currency < right.currency ? -1 : 1;
  if (left.amountMinor === right.amountMinor) return 0;
  return left.amountMinor < right.amountMinor ? -1 : 1;
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

const NO_CURRENCY = '';

/**
 * Rows sorted by amount, with the currency of most rows first, the others after it, each in the order it had, blanks last. Amounts
 * of two currencies have no order between them, and nobody looks for the rare one first.
 */
export function commonCurrencyFirst<Row>(rows: readonly Row[], column: GridColumn<Row>): readonly Row[] {
  if (column.kind !== 'money') return rows;
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const currency = column.value(row)?.currency ?? NO_CURRENCY;
    const group = groups.get(currency);
    if (group) group.push(row);
    else groups.set(currency, [row]);
  }
  if (groups.size < 2) return rows;
  const blanks = groups.get(NO_CURRENCY) ?? [];
  groups.delete(NO_CURRENCY);
  return [...[...groups.values()].sort((left, right) => right.length - left.length).flat(), ...blanks];
}
