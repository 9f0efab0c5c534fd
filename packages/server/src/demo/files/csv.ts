/** Tables as a country's programs write them: Italian ones with semicolons, decimal commas and the day first. */
import type { LocalDate } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';

export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly decimalMark: '.' | ',';
  readonly dateOrder: 'dmy' | 'mdy';
}

export const DIALECTS = {
  IT01: { separator: ';', decimalMark: ',', dateOrder: 'dmy' },
  US01: { separator: ',', decimalMark: '.', dateOrder: 'mdy' },
  UK01: { separator: ',', decimalMark: '.', dateOrder: 'dmy' },
} as const satisfies Record<string, CsvDialect>;

export function csvText(rows: readonly (readonly string[])[], { separator }: CsvDialect): string {
  const cell = (text: string) =>
    /["\r\n]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
  return rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
}

/** 123456n EUR is "1234,56" where the comma divides. */
export function csvAmount(amountMinor: bigint, currency: string, dialect: CsvDialect): string {
  return formatAmount(amountMinor, currency).replace('.', dialect.decimalMark);
}

/** "22/11/2026" or "11/22/2026". */
export function csvDate(date: LocalDate, { dateOrder }: CsvDialect): string {
  const [year, month, day] = date.split('-');
  return dateOrder === 'dmy' ? `${day}/${month}/${year}` : `${month}/${day}/${year}`;
}
