/** The quick filter: every word typed must stand somewhere in the row, whatever its case, accents or group signs. */
import type { Formats } from '../format/formats.ts';
import { isMoneyText } from './cell.ts';
import type { GridColumn } from './grid.types.ts';

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

export interface RowFilter<Row> {
  /** Null when the filter is blank. */
  readonly testOf: (filter: string) => ((row: Row) => boolean) | null;
  /** Reads a row ahead of the first key. */
  readonly readAhead: (row: Row) => void;
}

/** Rows remember their searchable text, so that each key typed only compares. */
export function makeRowFilter<Row extends object>(
  columns: readonly GridColumn<Row>[],
  formats: Formats,
): RowFilter<Row> {
  const texts = new WeakMap<Row, string>();
  const dates = new Map<string, string>();
  const dateText = (date: string): string => {
    const known = dates.get(date);
    if (known !== undefined) return known;
    const made = `${date} ${formats.date(date)}`;
    dates.set(date, made);
    return made;
  };
  const textOf = (row: Row): string => {
    const known = texts.get(row);
    if (known !== undefined) return known;
    const made = folded(columns.map((column) => searchText(column, row, formats, dateText)).join(' '));
    texts.set(row, made);
    return made;
  };
  return {
    testOf: (filter) => {
      const words = wordsOf(filter);
      if (words.length === 0) return null;
      return (row) => {
        const text = textOf(row);
        return words.every((word) => text.includes(word));
      };
    },
    readAhead: textOf,
  };
}

/** An amount is found as it travels ("1234.50"), as a spreadsheet has it and as it is shown. */
function searchText<Row>(
  column: GridColumn<Row>,
  row: Row,
  formats: Formats,
  dateText: (date: string) => string,
): string {
  const value = column.value(row);
  if (value === null) return '';
  if (isMoneyText(value)) return amountSearchText(value.amount, value.currency, formats);
  return column.kind === 'date' ? dateText(String(value)) : String(value);
}

function amountSearchText(amount: string, currency: string, formats: Formats): string {
  if (!SOMETHING.test(amount)) return '';
  const point = amount.indexOf('.');
  if (point < 0) return `${amount} ${amount} ${currency}`;
  const shown = `${grouped(amount.slice(0, point), formats)}${formats.decimalSign}${amount.slice(point + 1)}`;
  return `${amount} ${shown} ${currency}`;
}

const SOMETHING = /[1-9]/;
const GROUP = 3;

/** Grouping by hand: a hundred thousand calls of Intl would be felt on the first key. */
function grouped(whole: string, formats: Formats): string {
  const sign = formats.decimalSign === ',' ? '.' : ',';
  let rest = whole;
  let shown = '';
  while (rest.length > GROUP && rest.at(-GROUP - 1) !== '-') {
    shown = `${sign}${rest.slice(-GROUP)}${shown}`;
    rest = rest.slice(0, -GROUP);
  }
  return rest + shown;
}
