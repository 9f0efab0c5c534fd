/** Rows of a table, or lines of a mail, as what the payer says of each document. */
import {
  createMarkEvidence,
  createOrderEvidence,
  type DateOrder,
  type DecimalMark,
  readDate,
  readDecimal,
} from '../../extracts/index.ts';
import type { CurrencyCode } from '../../money/index.ts';
import type { RemittanceAdjustment, RemittanceLine } from '../remittance.ts';
import type { AdviceRow } from './advice-tables.ts';
import { type AdviceColumn, columnOf, isTotal } from './advice-words.ts';

export interface AdviceLines {
  readonly lines: readonly RemittanceLine[];
  /** As printed under the lines; null when there is none. */
  readonly totalMinor: bigint | null;
}

const HEADER_WITHIN_ROWS = 30;
const AMOUNT = /[-(]?\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d{1,2})?\)?-?|[-(]?\d+[.,]\d{2}\)?-?/g;

interface Notation {
  readonly currency: CurrencyCode;
  readonly mark: DecimalMark | null;
  readonly order: DateOrder | null;
}

/** The lines below the first row that heads a document and an amount; null when no row does. */
export function linesOfTable(rows: readonly AdviceRow[], currency: CurrencyCode): AdviceLines | null {
  const header = rows.slice(0, HEADER_WITHIN_ROWS).findIndex(({ cells }) => isHeader(placesOf(cells)));
  const places = placesOf(rows[header]?.cells ?? []);
  if (header < 0) return null;
  const body = rows.slice(header + 1);
  const notation = notationOf(body, places, currency);
  const lines: RemittanceLine[] = [];
  let totalMinor: bigint | null = null;
  for (const row of body) {
    if (row.cells.some(isTotal)) totalMinor = lastAmount(row.cells, notation) ?? totalMinor;
    else lines.push(...lineOf(row, places, notation));
  }
  return { lines, totalMinor };
}

type Places = ReadonlyMap<AdviceColumn, number>;

function placesOf(cells: readonly string[]): Places {
  const places = new Map<AdviceColumn, number>();
  cells.forEach((cell, at) => {
    const column = columnOf(cell);
    if (column !== null && !places.has(column)) places.set(column, at);
  });
  return places;
}

function isHeader(places: Places): boolean {
  return places.has('document') && (places.has('paid') || places.has('gross'));
}

function notationOf(rows: readonly AdviceRow[], places: Places, currency: CurrencyCode): Notation {
  const marks = createMarkEvidence();
  const orders = createOrderEvidence();
  for (const { cells } of rows) {
    for (const column of ['gross', 'paid', 'deduction', 'discount'] as const)
      marks.add(cells[places.get(column) ?? -1] ?? '');
    orders.add(cells[places.get('issuedOn') ?? -1] ?? '');
  }
  const mark = marks.finding();
  const order = orders.finding();
  return {
    currency,
    mark: mark === 'point' || mark === 'comma' ? mark : null,
    order: order === 'dmy' || order === 'mdy' ? order : null,
  };
}

function lineOf({ line, cells }: AdviceRow, places: Places, notation: Notation): RemittanceLine[] {
  const cell = (column: AdviceColumn): string => cells[places.get(column) ?? -1] ?? '';
  const amount = (column: AdviceColumn): bigint | null => readDecimal(cell(column), notation.mark, notation.currency);
  const number = cell('document');
  if (!/\d/.test(number)) return [];
  const gross = amount('gross');
  const discountMinor = amount('discount');
  const deducted = amount('deduction');
  const adjustments = deducted === null || deducted === 0n ? [] : [adjustment(deducted, cell('reason'))];
  const net =
    gross === null ? null : gross - (discountMinor ?? 0n) + adjustments.reduce((all, one) => all + one.amountMinor, 0n);
  const paid = amount('paid') ?? net;
  if (gross === null && paid === null) return [];
  const order = cell('order');
  return [
    {
      line,
      document: { kind: (paid ?? 0n) < 0n ? 'credit_note' : 'invoice', number, label: null },
      references: order === '' ? [] : [{ kind: 'purchase_order', number: order, label: null }],
      issuedOn: readDate(cell('issuedOn'), notation.order),
      grossMinor: gross,
      discountMinor,
      adjustments,
      paidMinor: paid,
      text: [],
    },
  ];
}

/** Payers write what they take off with or without a minus; taken off it is either way. */
function adjustment(amountMinor: bigint, reason: string): RemittanceAdjustment {
  const taken = amountMinor > 0n ? -amountMinor : amountMinor;
  return { amountMinor: taken, code: null, reason: reason === '' ? null : reason, reference: null, text: [] };
}

function lastAmount(cells: readonly string[], { mark, currency }: Notation): bigint | null {
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    const amount = readDecimal((cells[at] ?? '').replace(/^[A-Z]{3}\s*/i, ''), mark, currency);
    if (amount !== null) return amount;
  }
  return null;
}

const NUMBER_FIRST = /^[^\dA-Za-z]{0,20}((?:[A-Za-z]{1,8}[-/.# ]{0,2})?\d[\dA-Za-z./-]{3,})\s+(.*)$/;
const TAKEN_OFF = /(?:less|minus|abzgl\.?|abzuglich|meno|moins|menos|-)\s*$/i;
const IN_BRACKETS = /\(([^()\d]{3,60})\)/;

/**
 * Lines that begin with a number and hold an amount: `1930295818  14575.02 less 915.31 (Damaged goods) = 13659.71` is
 * 13659.71 paid of 14575.02, with an adjustment of −915.31. A line of two amounts and no more is gross and paid.
 */
export function linesOfText(text: string, currency: CurrencyCode): AdviceLines {
  const marks = createMarkEvidence();
  for (const [amount] of text.matchAll(AMOUNT)) marks.add(amount);
  const finding = marks.finding();
  const notation: Notation = { currency, mark: finding === 'comma' ? 'comma' : 'point', order: null };
  const lines: RemittanceLine[] = [];
  let totalMinor: bigint | null = null;
  text.split(/\r?\n/).forEach((line, index) => {
    if (isTotal(line))
      totalMinor =
        lastAmount(
          [...line.matchAll(AMOUNT)].map(([amount]) => amount),
          notation,
        ) ?? totalMinor;
    else lines.push(...lineOfText(line, index + 1, notation));
  });
  return { lines, totalMinor };
}

function lineOfText(text: string, line: number, { mark, currency }: Notation): RemittanceLine[] {
  const [, number = '', rest = ''] = NUMBER_FIRST.exec(text) ?? [];
  if (number === '') return [];
  const amounts = [...rest.matchAll(AMOUNT)].flatMap((match) => {
    const value = readDecimal(match[0], mark, currency);
    return value === null ? [] : [{ value, isTakenOff: TAKEN_OFF.test(rest.slice(0, match.index)) }];
  });
  const gross = amounts[0]?.value;
  if (gross === undefined) return [];
  const off = amounts.slice(1).filter(({ isTakenOff }) => isTakenOff);
  const last = amounts.length > 1 ? amounts[amounts.length - 1] : undefined;
  const adjustments = off.map(({ value }) => adjustment(value, IN_BRACKETS.exec(rest)?.[1] ?? ''));
  const net = gross + adjustments.reduce((all, one) => all + one.amountMinor, 0n);
  const paid = last === undefined || last.isTakenOff ? net : last.value;
  return [
    {
      line,
      document: { kind: paid < 0n ? 'credit_note' : 'invoice', number: number.trim(), label: null },
      references: [],
      issuedOn: null,
      grossMinor: gross,
      discountMinor: null,
      adjustments,
      paidMinor: paid,
      text: [text.trim()],
    },
  ];
}
