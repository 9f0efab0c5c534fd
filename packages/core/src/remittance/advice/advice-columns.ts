/** Which row of a table heads it, and which of its columns mean what: as a person said of this payer's advices, else by their headings. */
import {
  createMarkEvidence,
  createOrderEvidence,
  type DateOrder,
  type DecimalMark,
  type ExtractMapping,
  type MarkFinding,
  nameTheColumns,
  type RemittanceField,
} from '../../extracts/index.ts';
import type { AdviceRow } from './advice-tables.ts';
import { columnOf, isPlainlyItem } from './advice-words.ts';

/** What a person has settled for advices with these columns. */
export type AdviceLayout = Pick<ExtractMapping, 'columns' | 'constants' | 'decimalMark' | 'dateOrder'>;

/** A table as it is read: its columns by name, and what each field is read from. */
export interface AdviceTable {
  readonly header: readonly string[];
  /** Below the header. */
  readonly body: readonly AdviceRow[];
  readonly places: ReadonlyMap<RemittanceField, number>;
  readonly decimalMark: DecimalMark | null;
  readonly dateOrder: DateOrder | null;
  readonly marks: MarkFinding;
}

/** Titles, addresses and greetings stand above a table. */
const HEADER_WITHIN_ROWS = 120;
const AMOUNT_FIELDS = ['gross', 'paid', 'deduction', 'discount'] as const;

/** The table below the first row that heads a number and an amount, or that has the columns of the layout; null when none does. */
export function findTable(
  rows: readonly AdviceRow[],
  layoutOf: (header: readonly string[]) => AdviceLayout | null,
  /** Of cells that are numbers. */
  markOfNumbers: DecimalMark | null = null,
  /** The row that a person has named as the header. */
  headerRow: number | null = null,
): AdviceTable | null {
  const within = Math.min(rows.length, HEADER_WITHIN_ROWS);
  for (let at = 0; at < within; at += 1) {
    const { cells = [] } = rows[at] ?? {};
    if (headerRow !== null && rows[at]?.line !== headerRow) continue;
    if (cells.filter((cell) => cell !== '').length < 2) continue;
    const body = rows.slice(at + 1).filter((row) => !isRepeated(row.cells, cells));
    const header = nameTheColumns(
      cells,
      body.map((row) => row.cells),
    );
    const layout = layoutOf(header);
    const isNamed = layout !== null && Object.keys(layout.columns).length > 0;
    const places = isNamed ? placesByLayout(header, layout) : placesByHeading(header);
    if (places.has('itemNumber') && (places.has('paid') || places.has('gross'))) {
      return { header, body, places, ...notationOf(body, places, layout?.decimalMark ?? markOfNumbers, layout) };
    }
  }
  return null;
}

/** The header once more, on the next page. */
function isRepeated(cells: readonly string[], header: readonly string[]): boolean {
  return cells.length > 1 && cells.length === header.length && cells.every((cell, at) => cell === header[at]);
}

/** The first row that is as wide as a table and has one below it: for a person to say what its columns are. */
export function likelyHeader(rows: readonly AdviceRow[]): readonly string[] {
  const first = rows.slice(0, HEADER_WITHIN_ROWS);
  const widths = first.map(({ cells }) => cells.filter((cell) => cell !== '').length);
  const widest = Math.max(0, ...widths);
  const at = widths.findIndex((width) => width >= 2 && width * 2 > widest);
  if (at < 0) return [];
  return nameTheColumns(
    first[at]?.cells ?? [],
    rows.slice(at + 1).map(({ cells }) => cells),
  );
}

function placesByLayout(header: readonly string[], { columns }: AdviceLayout): Map<RemittanceField, number> {
  const places = new Map<RemittanceField, number>();
  for (const [field, column] of Object.entries(columns)) {
    const at = header.indexOf(column);
    if (at >= 0) places.set(field as RemittanceField, at);
  }
  return places;
}

function placesByHeading(header: readonly string[]): Map<RemittanceField, number> {
  const places = new Map<RemittanceField, number>();
  header.forEach((heading, at) => {
    const column = columnOf(heading);
    if (column === null) return;
    const isBetter =
      column === 'itemNumber' && isPlainlyItem(heading) && !isPlainlyItem(header[places.get(column) ?? -1] ?? '');
    if (!places.has(column) || isBetter) places.set(column, at);
  });
  return places;
}

/** From all values together; what a person has said goes before. */
function notationOf(
  body: readonly AdviceRow[],
  places: ReadonlyMap<RemittanceField, number>,
  stated: DecimalMark | null,
  layout: AdviceLayout | null,
): Pick<AdviceTable, 'decimalMark' | 'dateOrder' | 'marks'> {
  const marks = createMarkEvidence();
  const orders = createOrderEvidence();
  for (const { cells } of body) {
    for (const field of AMOUNT_FIELDS) marks.add(cells[places.get(field) ?? -1] ?? '');
    orders.add(cells[places.get('issuedOn') ?? -1] ?? '');
  }
  const mark = marks.finding();
  const order = orders.finding();
  return {
    decimalMark: stated ?? (mark === 'point' || mark === 'comma' ? mark : null),
    dateOrder: layout?.dateOrder ?? (order === 'dmy' || order === 'mdy' ? order : null),
    marks: mark,
  };
}
