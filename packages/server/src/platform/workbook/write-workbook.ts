/**
 * A workbook of values (ECMA-376): texts as texts, which no spreadsheet runs as formulas, real dates, amounts with the decimals of
 * their currency. Without formulas, so that it shows the same figures everywhere.
 */
import { type LocalDate, toEpochDay } from '@quittance/core/calendar';
import { formatAmount, minorDigits } from '@quittance/core/money';
import { zipOf } from './zip.ts';

export type WorkbookCell =
  | { readonly text: string }
  | { readonly date: LocalDate }
  | { readonly count: number }
  | { readonly minor: bigint; readonly currency: string }
  | null;

export interface WorkbookSheet {
  readonly name: string;
  /** In characters, by column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly WorkbookCell[])[];
  /** Numbers of rows in bold, from 0. */
  readonly boldRows: readonly number[];
  /** So many rows stay at the top. */
  readonly frozenRows: number;
}

/** Excel keeps 15 digits of a number; an amount with more stands as text, whole. */
const DIGITS_MAX = 15;
const DAY_ZERO = 25_569; // 1970-01-01 in Excel's count of days
const TEXT_CHARS_MAX = 32_767;
const SHEET_NAME_MAX = 31;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const FORMATS = ['General', 'mm-dd-yy', '#,##0', '#,##0.00', '#,##0.000', '@'] as const;
type Format = (typeof FORMATS)[number];

export function writeWorkbook(sheets: readonly WorkbookSheet[]): Uint8Array {
  const numbers = sheets.map((_, index) => index + 1);
  const parts = numbers.map(
    (number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${TYPES}.worksheet+xml"/>`,
  );
  const links = numbers.map(
    (number) => `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
  );
  const list = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(sheetName(name))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>${parts.join('')}<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${list.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${HEAD}<Relationships xmlns="${RELATIONS}">${links.join('')}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: STYLES },
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: sheetXml(sheet) })),
  ]);
}

/** The numbers of Excel's own formats; 14 is the short date of the reader's country. */
const FORMAT_IDS: Readonly<Record<Format, number>> = {
  General: 0,
  'mm-dd-yy': 14,
  '#,##0': 3,
  '#,##0.00': 4,
  '#,##0.000': 164,
  '@': 49,
};
const FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>';
/** Each format plainly, then each in bold. */
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.000"/></numFmts><fonts count="2"><font>${FONT}</font><font><b/>${FONT}</font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${FORMATS.length * 2}">${[0, 1].flatMap((font) => FORMATS.map((format) => `<xf numFmtId="${FORMAT_IDS[format]}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`)).join('')}</cellXfs></styleSheet>`;

function sheetXml({ widths, rows, boldRows, frozenRows }: WorkbookSheet): string {
  const bold = new Set(boldRows);
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  const frozen =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`;
  const lines = rows.map((row, at) => {
    const cells = row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`, bold.has(at)));
    return `<row r="${at + 1}">${cells.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: WorkbookCell, place: string, isBold: boolean): string {
  if (cell === null) return '';
  if ('text' in cell) return textXml(cell.text, place, isBold);
  if ('date' in cell) return numberXml(String(toEpochDay(cell.date) + DAY_ZERO), place, style('mm-dd-yy', isBold));
  if ('count' in cell) return numberXml(String(cell.count), place, style('#,##0', isBold));
  const amount = formatAmount(cell.minor, cell.currency);
  if (amount.replace(/\D/g, '').length > DIGITS_MAX) return textXml(amount, place, isBold);
  return numberXml(amount, place, style(moneyFormat(cell.currency), isBold));
}

function moneyFormat(currency: string): Format {
  const digits = minorDigits(currency);
  if (digits === 0) return '#,##0';
  return digits === 3 ? '#,##0.000' : '#,##0.00';
}

function numberXml(value: string, place: string, styleId: number): string {
  return `<c r="${place}" s="${styleId}"><v>${value}</v></c>`;
}

function textXml(text: string, place: string, isBold: boolean): string {
  const shown = escaped(text.slice(0, TEXT_CHARS_MAX));
  return `<c r="${place}" s="${style('@', isBold)}" t="inlineStr"><is><t xml:space="preserve">${shown}</t></is></c>`;
}

function style(format: Format, isBold: boolean): number {
  return FORMATS.indexOf(format) + (isBold ? FORMATS.length : 0);
}

/** 0 is A, 25 is Z, 26 is AA. */
function letters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : letters(Math.floor(at / 26) - 1) + letter;
}

function sheetName(name: string): string {
  const plain = name.replace(/[\\/?*[\]:']/g, ' ').trim();
  return plain.slice(0, SHEET_NAME_MAX) || 'Sheet';
}

/** XML has no place for most control characters, nor for half a character: they are left out. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
