/**
 * A selection as tab-separated text, the form in which spreadsheets take a paste. Amounts carry the reader's decimal sign
 * and nothing else, so that they arrive as numbers; dates are ISO, which every locale of Excel reads.
 */
import { neutralText } from '@quittance/core/spreadsheet';
import type { Formats } from '../format/formats.ts';
import { toMoney } from '../money/money-text.ts';
import { isMoneyText } from './cell.ts';
import type { CellValue } from './grid.types.ts';

const NEEDS_QUOTES = /[\t\r\n"]/;

export interface TsvColumn {
  readonly header: string;
  /** A money column with several currencies is copied as two columns: the amount, and its currency. */
  readonly hasManyCurrencies: boolean;
}

/** `rows` are as shown, each with one value for every column; `withHeader` puts the titles on top. */
export function toTsv(
  columns: readonly TsvColumn[],
  rows: Iterable<readonly CellValue[]>,
  options: { readonly formats: Formats; readonly withHeader: boolean },
): string {
  const lines: string[] = [];
  if (options.withHeader) lines.push(columns.flatMap(headerTexts).map(quoted).join('\t'));
  for (const row of rows) {
    const texts = columns.flatMap((column, index) => cellTexts(row[index] ?? null, column, options.formats));
    lines.push(texts.map(quoted).join('\t'));
  }
  return lines.join('\r\n');
}

function headerTexts(column: TsvColumn): string[] {
  return column.hasManyCurrencies ? [column.header, ''] : [column.header];
}

function cellTexts(value: CellValue, column: TsvColumn, formats: Formats): string[] {
  if (value === null) return column.hasManyCurrencies ? ['', ''] : [''];
  if (isMoneyText(value)) {
    const { amountMinor, currency } = toMoney(value);
    const amount = formats.plainAmount(amountMinor, currency);
    return column.hasManyCurrencies ? [amount, currency] : [amount];
  }
  if (typeof value === 'number') return [String(value).replace('.', formats.decimalSign)];
  return [neutralText(value)];
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What a spreadsheet puts on the clipboard, as rows of cells; quoted cells may hold tabs and line breaks. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && cell === '') isQuoted = true;
    else if (sign === '\t') {
      row.push(cell);
      cell = '';
    } else if (sign === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (sign !== '\r') cell += sign;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
