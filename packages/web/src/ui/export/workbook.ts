/**
 * A grid as an Excel workbook: a table with real dates, amounts with their currency's decimals and numbers that keep their
 * zeros as text, a frozen heading, totals that follow the filter, and a sheet that says what it is. Texts are written as text
 * cells, which no spreadsheet runs as formulas. Loaded only when somebody exports: the library is larger than the frame.
 */

import { Workbook } from '@cj-tech-master/excelts';
import { parseLocalDate, toEpochDay } from '@quittance/core/calendar';
import { formatAmount, minorDigits, parseAmount } from '@quittance/core/money';
import type { ExportColumn, ExportSheet, ExportValue } from './export-sheet.ts';
import { localInstant } from './instants.ts';

type Sheet = ReturnType<Workbook['addWorksheet']>;

/** Excel keeps 15 digits of a number; an amount with more stands as text, whole, rather than rounded. */
const DIGITS_MAX = 15;
const EXCEL_DAY_ZERO = 25_569; // 1970-01-01 in Excel's count of days
const SECONDS_PER_DAY = 86_400;
const PIXELS_PER_CHARACTER = 7;
const SHEET_NAME_MAX = 31;
const AUTHOR = 'Quittance';

/** Formats of the reader's own country where Excel has one of that meaning: 14 is the short date. */
const FORMATS: Readonly<Record<Exclude<ExportColumn['kind'], 'money'>, string>> = {
  text: '@',
  count: '#,##0',
  days: '0',
  date: 'mm-dd-yy',
  instant: 'yyyy-mm-dd hh:mm',
};

export async function toWorkbook(sheet: ExportSheet): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = AUTHOR;
  const page = workbook.addWorksheet(sheetName(sheet.title), { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] });
  if (sheet.columns.some(({ currencyAt }) => currencyAt !== null)) addMixedTable(page, sheet);
  else addTable(page, sheet);
  addAbout(workbook, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** One currency in each column: the totals row of the table itself, which follows its filter. */
function addTable(page: Sheet, sheet: ExportSheet): void {
  const hasTotals = sheet.rows.length > 0 && sheet.columns.some(({ isTotalled }) => isTotalled);
  const name = tableName(sheet.title);
  page.addTable({
    name,
    ref: 'A1',
    headerRow: true,
    totalsRow: hasTotals,
    style: TABLE_STYLE,
    columns: sheet.columns.map((column, at) => {
      const base = { name: headerOf(column), filterButton: true };
      if (column.isTotalled) {
        return {
          ...base,
          totalsRowFunction: 'custom' as const,
          totalsRowFormula: `SUBTOTAL(109,${name}[${headerOf(column)}])`,
          totalsRowResult: Number(totalOf(sheet, at, () => true)),
        };
      }
      return at === 0 ? { ...base, totalsRowLabel: sheet.totalWord } : base;
    }),
    rows: tableRows(sheet),
  });
  formatColumns(page, sheet);
  if (hasTotals) page.getRow(sheet.rows.length + 2).font = { bold: true };
}

/**
 * Several currencies: under the table a total for each, of the rows that the filter shows. A hidden last column holds 1 for a row
 * that is seen and 0 for one that is filtered out.
 */
function addMixedTable(page: Sheet, sheet: ExportSheet): void {
  const { columns, rows } = sheet;
  page.addTable({
    name: tableName(sheet.title),
    ref: 'A1',
    headerRow: true,
    totalsRow: false,
    style: TABLE_STYLE,
    columns: [...columns.map(headerOf), sheet.shownWord].map((name) => ({ name, filterButton: true })),
    rows: tableRows(sheet).map((row) => [...row, 1]),
  });
  const seen = columnLetters(columns.length);
  const told = columns.find(({ currencyAt }) => currencyAt !== null)?.currencyAt ?? 0;
  for (let line = 2; line <= rows.length + 1; line += 1) {
    page.getCell(`${seen}${line}`).value = { formula: `SUBTOTAL(103,${columnLetters(told)}${line})`, result: 1 };
  }
  page.getColumn(columns.length + 1).hidden = true;
  // Before the totals: what is said of a column is said of every cell it has by then.
  formatColumns(page, sheet);
  const currencies = new Set(
    columns.flatMap(({ currencyAt }) => (currencyAt === null ? [] : rows.map((row) => row[currencyAt]))),
  );
  const codes = [...currencies].filter((code): code is string => typeof code === 'string').sort();
  for (const [index, code] of codes.entries()) {
    const line = rows.length + 2 + index;
    page.getCell(`A${line}`).value = `${sheet.totalWord} ${code}`;
    page.getRow(line).font = { bold: true };
    for (const [at, column] of columns.entries()) {
      if (column.isTotalled) setMixedTotal(page, sheet, { at, line, code, seen });
    }
  }
}

function setMixedTotal(
  page: Sheet,
  sheet: ExportSheet,
  place: { at: number; line: number; code: string; seen: string },
): void {
  const { at, line, code, seen } = place;
  const column = sheet.columns[at];
  const told = column?.currencyAt ?? null;
  const isOnly = told === null;
  if (isOnly && column?.currency !== code) return;
  const range = (letters: string): string => `${letters}$2:${letters}$${sheet.rows.length + 1}`;
  const amounts = range(columnLetters(at));
  const formula = isOnly
    ? `SUBTOTAL(109,${amounts})`
    : `SUMIFS(${amounts},${range(columnLetters(told))},"${code}",${range(seen)},1)`;
  const result = Number(totalOf(sheet, at, (row) => isOnly || row[told] === code, code));
  const cell = page.getCell(`${columnLetters(at)}${line}`);
  cell.value = { formula, result };
  cell.numFmt = moneyFormat(code);
}

const TABLE_STYLE = { theme: 'TableStyleLight1', showRowStripes: false } as const;

/** Added exactly; only the sum becomes a number of the spreadsheet. */
function totalOf(
  { columns, rows }: ExportSheet,
  at: number,
  isCounted: (row: readonly ExportValue[]) => boolean,
  code?: string,
): string {
  const currency = code ?? columns[at]?.currency ?? 'EUR';
  let sum = 0n;
  for (const row of rows) {
    const value = row[at] ?? null;
    if (value !== null && isCounted(row)) sum += parseAmount(String(value), currency) ?? 0n;
  }
  return formatAmount(sum, currency);
}

function headerOf({ header, currency }: ExportColumn): string {
  return currency === null ? header : `${header} ${currency}`;
}

function tableRows(sheet: ExportSheet): (string | number | null)[][] {
  return sheet.rows.map((row) => sheet.columns.map((column, at) => cellOf(row[at] ?? null, column, sheet.timeZone)));
}

function cellOf(value: ExportValue, { kind }: ExportColumn, timeZone: string): string | number | null {
  if (value === null || value === '') return null;
  switch (kind) {
    case 'text':
      return String(value);
    case 'count':
    case 'days':
      return Number(value);
    case 'money':
      return String(value).replace(/\D/g, '').length > DIGITS_MAX ? String(value) : Number(value);
    case 'date':
      return dayNumber(String(value)) ?? String(value);
    case 'instant': {
      const [day = '', time = ''] = localInstant(String(value), timeZone).split(' ');
      const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
      const whole = dayNumber(day);
      return whole === null ? String(value) : whole + (hours * 3600 + minutes * 60 + seconds) / SECONDS_PER_DAY;
    }
  }
}

function dayNumber(day: string): number | null {
  const date = parseLocalDate(day);
  return date === null ? null : toEpochDay(date) + EXCEL_DAY_ZERO;
}

function formatColumns(page: Sheet, sheet: ExportSheet): void {
  for (const [at, column] of sheet.columns.entries()) {
    const own = page.getColumn(at + 1);
    own.width = Math.max(8, Math.round(column.width / PIXELS_PER_CHARACTER));
    own.numFmt = column.kind === 'money' ? moneyFormat(column.currency ?? 'EUR') : FORMATS[column.kind];
    if (column.kind !== 'text') own.alignment = { horizontal: 'right' };
    if (column.currencyAt !== null) formatByRow(page, sheet, at, column.currencyAt);
  }
  page.getRow(1).font = { bold: true };
}

/** A yen has no cents, a dinar has three: each row by its own currency. */
function formatByRow(page: Sheet, { rows }: ExportSheet, at: number, currencyAt: number): void {
  for (const [index, row] of rows.entries()) {
    const code = row[currencyAt];
    if (typeof code === 'string') page.getCell(index + 2, at + 1).numFmt = moneyFormat(code);
  }
}

function moneyFormat(currency: string): string {
  const digits = minorDigits(currency);
  return digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(digits)}`;
}

function addAbout(workbook: Workbook, sheet: ExportSheet): void {
  const about = workbook.addWorksheet(sheetName(sheet.aboutTitle));
  about.getColumn(1).width = 22;
  about.getColumn(2).width = 80;
  for (const [index, [label, text]] of sheet.about.entries()) {
    about.getCell(index + 1, 1).value = label;
    about.getCell(index + 1, 1).font = { bold: true };
    about.getCell(index + 1, 2).value = text;
    about.getCell(index + 1, 2).numFmt = '@';
    about.getCell(index + 1, 2).alignment = { wrapText: true, vertical: 'top' };
  }
}

/** 0 is A, 25 is Z, 26 is AA. */
function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}

function sheetName(title: string): string {
  return (
    title
      .replace(/[\\/?*[\]:']/g, ' ')
      .trim()
      .slice(0, SHEET_NAME_MAX) || AUTHOR
  );
}

/** Letters, digits and underscores, not like a cell's address: "Aging" is "Aging_table". */
function tableName(title: string): string {
  const name = title
    .normalize('NFD')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return `${/^[A-Za-z]/.test(name) ? name : 'List'}_table`;
}
