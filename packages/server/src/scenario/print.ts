/** Amounts and lines as the report shows them: 1,234.56 EUR. */
import { formatAmount } from '@quittance/core/money';

/** `printAmount(-123456n, 'EUR')` is "-1,234.56 EUR". */
export function printAmount(amountMinor: bigint, currency: string): string {
  const [whole = '', decimals] = formatAmount(amountMinor, currency).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${decimals === undefined ? grouped : `${grouped}.${decimals}`} ${currency}`;
}

/** Words of a code or kind: "write_off" is "write off". */
export function printWords(code: string): string {
  return code.replaceAll('_', ' ');
}

export function printList(rows: readonly string[]): string {
  return rows.length === 0 ? 'none' : rows.join('; ');
}
