/** The quick filter: every word typed must stand somewhere in the row, whatever its case, accents or group signs. */
import type { Formats } from '../format/formats.ts';
import { isMoneyText } from './cell.ts';
import type { CellValue, GridColumn } from './grid.types.ts';

const ACCENTS = /\p{Diacritic}/gu;
const NOT_ASCII = /[^ -~]/;

/** Case and accents gone: "Società" is "societa". Plain ASCII, which most rows are, has no accents to take away. */
export function folded(text: string): string {
  if (!NOT_ASCII.test(text)) return text.toLowerCase();
  return text.normalize('NFD').replace(ACCENTS, '').toLowerCase();
}

/** The words of a filter; none when it is blank. */
export function wordsOf(filter: string): string[] {
  return folded(filter).split(/\s+/).filter(Boolean);
}

/** Rows remember their searchable text, so that each key typed only compares. */
export function makeRowFilter<Row extends object>(
  columns: readonly GridColumn<Row>[],
  formats: Formats,
): (rows: readonly Row[], filter: string) => readonly Row[] {
  const texts = new WeakMap<Row, string>();
  const textOf = (row: Row): string => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const made = folded(columns.map((column) => searchText(column.value(row), column.kind, formats)).join(' '));
    texts.set(row, made);
    return made;
  };
  return (rows, filter) => {
    const words = wordsOf(filter);
    if (words.length === 0) return rows;
    return rows.filter((row) => {
      const text = textOf(row);
      return words.every((word) => text.includes(word));
    });
  };
}

/** An amount is found as it travels ("1234.50"), as a spreadsheet has it and as it is shown. */
function searchText(value: CellValue, kind: GridColumn<object>['kind'], formats: Formats): string {
  if (value === null) return '';
  if (isMoneyText(value)) return amountSearchText(value.amount, value.currency, formats);
  if (kind === 'date') return `${value} ${formats.date(String(value))}`;
  return String(value);
}

function amountSearchText(amount: string, currency: string, formats: Formats): string {
  if (!/[1-9]/.test(amount)) return '';
  const [whole = '', decimals] = amount.split('.');
  const shown = decimals === undefined ? whole : `${grouped(whole, formats)}${formats.decimalSign}${decimals}`;
  return `${amount} ${shown} ${currency}`;
}

/** Grouping by hand: a hundred thousand calls of Intl would be felt on the first key. */
function grouped(whole: string, formats: Formats): string {
  const sign = formats.decimalSign === ',' ? '.' : ',';
  return whole.replace(/\B(?=(\d{3})+$)/g, sign);
}
