/**
 * A grid as CSV, as the reader's own spreadsheet takes it: UTF-8 with a mark, CRLF, the list sign and the decimal sign of the
 * reader's country, ISO dates. Texts that a spreadsheet would run as formulas are neutralised; numbers stay numbers.
 */
import { neutralText } from '@quittance/core/spreadsheet';
import type { ExportColumn, ExportSheet, ExportValue } from './export-sheet.ts';
import { localInstant } from './instants.ts';

const BYTE_ORDER_MARK = '\u{FEFF}';

/** `toCsv(sheet, ',')` writes 1234.50 as 1234,50 and parts cells by semicolons, as spreadsheets in Italy expect. */
export function toCsv(sheet: ExportSheet, decimalSign: '.' | ','): string {
  const listSign = decimalSign === ',' ? ';' : ',';
  const line = (cells: readonly string[]): string => cells.map((cell) => quoted(cell, listSign)).join(listSign);
  const head = sheet.columns.map(({ header, currency }) => neutralText(currency ? `${header} ${currency}` : header));
  const body = sheet.rows.map((row) =>
    line(
      sheet.columns.map((column, at) => cellText(row[at] ?? null, column, { decimalSign, timeZone: sheet.timeZone })),
    ),
  );
  return `${BYTE_ORDER_MARK}${[line(head), ...body].join('\r\n')}\r\n`;
}

function cellText(
  value: ExportValue,
  column: ExportColumn,
  reader: { decimalSign: '.' | ','; timeZone: string },
): string {
  if (value === null) return '';
  switch (column.kind) {
    case 'money':
    case 'count':
    case 'days':
      return String(value).replace('.', reader.decimalSign);
    case 'date':
      return String(value);
    case 'instant':
      return localInstant(String(value), reader.timeZone);
    case 'text':
      return neutralText(String(value));
  }
}

function quoted(text: string, listSign: string): string {
  return text.includes(listSign) || /["\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
