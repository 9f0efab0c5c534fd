/**
 * The filter of one column, by what the column holds. Written short, for an address that people read and send:
 * text `rossi` (contains), `47*` (begins), `*Open*Disputed` (one of); amounts and numbers `100..500`, `..0`, `250`, with
 * `EUR` behind when only that currency counts; days as in day-words; `-` is blank, `*` is anything but blank.
 */
import type { LocalDate } from '@quittance/core/calendar';
import { dayIn } from '../format/zone.ts';
import { isMoneyText } from './cell.ts';
import { readDays } from './day-words.ts';
import { folded } from './filter.ts';
import type { CellValue, GridColumn } from './grid.types.ts';
import { digitsOf, minorOf } from './minor.ts';

export type ColumnFilter =
  | { readonly kind: 'contains'; readonly text: string }
  | { readonly kind: 'begins'; readonly text: string }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | {
      readonly kind: 'range';
      /** As written: a decimal, or a day; '' where there is no bound. */
      readonly from: string;
      readonly to: string;
      readonly currency: string | null;
    }
  | { readonly kind: 'blank' }
  | { readonly kind: 'filled' };

/** Decimals that any currency has at most (CLF, UYW). */
const DECIMALS_MAX = 4;
/** Ten to the power of the place. */
const SCALES = [1n, 10n, 100n, 1_000n, 10_000n];
const DECIMAL = /^-?\d{1,15}(?:\.\d{1,4})?$/;
/** Values of a one-of filter; a longer choice says little in an address. */
export const CHOICES_MAX = 50;

/** Null for what does not read as a filter of such a column. `readColumnFilter('money', '100..500EUR')` is a range in EUR. */
export function readColumnFilter(kind: GridColumn<object>['kind'], text: string): ColumnFilter | null {
  if (text === '') return null;
  if (text === '-') return { kind: 'blank' };
  if (text === '*') return { kind: 'filled' };
  if (kind === 'text') return readTextFilter(text);
  const [, bounds = '', currency] = (kind === 'money' ? /^(.*?)([A-Z]{3})?$/ : /^(.*)$/).exec(text) ?? [];
  const [from = '', to = from, ...more] = bounds.split('..');
  if (more.length > 0 || (from === '' && to === '' && currency === undefined)) return null;
  const isBound = (bound: string): boolean =>
    bound === '' || (kind === 'date' || kind === 'instant' ? /^[\w-]{4,16}$/.test(bound) : DECIMAL.test(bound));
  if (!isBound(from) || !isBound(to)) return null;
  return { kind: 'range', from, to, currency: currency ?? null };
}

function readTextFilter(text: string): ColumnFilter {
  if (text.startsWith('*')) {
    return { kind: 'oneOf', values: text.slice(1).split('*').slice(0, CHOICES_MAX).map(plainOf) };
  }
  if (text.endsWith('*')) return { kind: 'begins', text: plainOf(text.slice(0, -1)) };
  return { kind: 'contains', text: plainOf(text) };
}

export function writeColumnFilter(filter: ColumnFilter | null): string {
  if (filter === null) return '';
  switch (filter.kind) {
    case 'blank':
      return '-';
    case 'filled':
      return '*';
    case 'oneOf':
      return filter.values.length === 0 ? '' : `*${filter.values.map(writtenOf).join('*')}`;
    case 'begins':
      return filter.text === '' ? '' : `${writtenOf(filter.text)}*`;
    case 'contains':
      return filter.text === '-' ? '%2D' : writtenOf(filter.text);
    case 'range': {
      const { from, to } = filter;
      const bounds = from === to ? from : `${from}..${to}`;
      return `${bounds}${filter.currency ?? ''}`;
    }
  }
}

function writtenOf(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('*', '%2A');
}

function plainOf(text: string): string {
  return text.replaceAll('%2D', '-').replaceAll('%2A', '*').replaceAll('%25', '%');
}

export interface FilterReader {
  readonly today: LocalDate;
  readonly timeZone: string;
}

/** Whether a row passes; null when the text is no filter of this column, which then hides nothing. */
export function rowTest<Row>(
  column: GridColumn<Row>,
  text: string,
  reader: FilterReader,
): ((row: Row) => boolean) | null {
  const filter = readColumnFilter(column.kind, text);
  if (filter === null) return null;
  if (filter.kind === 'blank' || filter.kind === 'filled') {
    const wanted = filter.kind === 'blank';
    return (row) => isBlank(column.value(row)) === wanted;
  }
  if (filter.kind === 'range') return rangeTest(column, filter, reader);
  if (filter.kind === 'oneOf') {
    const values = new Set(filter.values);
    return (row) => values.has(choiceOf(column, row));
  }
  const wanted = folded(filter.text);
  const passes = filter.kind === 'begins' ? startsWith(wanted) : includes(wanted);
  return (row) => passes(String(column.value(row) ?? ''));
}

const startsWith = (wanted: string) => onceForEachText((text) => folded(text).startsWith(wanted));
const includes = (wanted: string) => onceForEachText((text) => folded(text).includes(wanted));

/** Texts of a column repeat: each is folded and looked through once. */
function onceForEachText(test: (text: string) => boolean): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const passes = test(text);
    known.set(text, passes);
    return passes;
  };
}

/** By what a one-of filter tells values apart: the code where there is one, so that it holds in every language. */
export function choiceOf<Row>(column: GridColumn<Row>, row: Row): string {
  return (column.code ? column.code(row) : String(column.value(row) ?? '')) ?? '';
}

function isBlank(value: CellValue): boolean {
  return value === null || value === '';
}

type RangeFilter = Extract<ColumnFilter, { kind: 'range' }>;

function rangeTest<Row>(
  column: GridColumn<Row>,
  filter: RangeFilter,
  reader: FilterReader,
): ((row: Row) => boolean) | null {
  if (column.kind === 'date' || column.kind === 'instant') {
    const days = readDays(filter.from === filter.to ? filter.from : `${filter.from}..${filter.to}`, reader.today);
    if (days === null) return null;
    const dayOf = column.kind === 'date' ? String : dayInZone(reader.timeZone);
    return (row) => {
      const value = column.value(row);
      if (isBlank(value)) return false;
      const day = dayOf(String(value));
      return (days.from === null || day >= days.from) && (days.to === null || day <= days.to);
    };
  }
  const from = filter.from === '' ? null : scaled(filter.from);
  const to = filter.to === '' ? null : scaled(filter.to);
  return (row) => {
    const value = column.value(row);
    if (value === null) return false;
    if (isMoneyText(value) && filter.currency !== null && value.currency !== filter.currency) return false;
    const size = isMoneyText(value) ? scaledMoney(value) : BigInt(Math.round(Number(value) * 10 ** DECIMALS_MAX));
    return (from === null || size >= from) && (to === null || size <= to);
  };
}

/** "12.5" as 125000n: every currency and number on one scale, compared exactly. */
function scaled(decimal: string): bigint {
  const [whole = '0', decimals = ''] = decimal.split('.');
  return BigInt(whole + decimals.padEnd(DECIMALS_MAX, '0'));
}

function scaledMoney(value: { amount: string; currency: string }): bigint {
  return minorOf(value) * (SCALES[DECIMALS_MAX - digitsOf(value.currency)] ?? 1n);
}

/** Midnight falls on a quarter of an hour of UTC wherever people work: all instants of a quarter share their day. */
const QUARTER_MS = 900_000;
/** Most quarters of a day lie in six hours that have no midnight in them, and are not asked for one by one. */
const WATCH_MS = 24 * QUARTER_MS;
const QUARTERS_KNOWN_MAX = 50_000;

/** The calendar day of an instant where the company is. Instants of a list lie close together: a quarter is read once. */
export function dayInZone(timeZone: string): (instant: string) => string {
  const dayAt = (instantMs: number): string => dayIn(instantMs, timeZone);
  const quarterDay = rememberedBy(QUARTER_MS, dayAt);
  const watchDay = rememberedBy(WATCH_MS, (startMs) => {
    const day = dayAt(startMs);
    return day === dayAt(startMs + WATCH_MS - 1) ? day : null;
  });
  return (instant) => {
    const instantMs = Date.parse(instant);
    return watchDay(instantMs) ?? quarterDay(instantMs) ?? dayAt(instantMs);
  };
}

/** Reads what holds for a whole span once, at its start. */
function rememberedBy(spanMs: number, read: (startMs: number) => string | null): (instantMs: number) => string | null {
  const known = new Map<number, string | null>();
  return (instantMs) => {
    const span = Math.floor(instantMs / spanMs);
    const found = known.get(span);
    if (found !== undefined) return found;
    const made = read(span * spanMs);
    if (known.size < QUARTERS_KNOWN_MAX) known.set(span, made);
    return made;
  };
}
