/** Rows of a table as what the payer says of each document. A row that names a document and no amount is told, not dropped. */
import { type RemittanceField, readDate, readDecimal } from '../../extracts/index.ts';
import { type CurrencyCode, sum } from '../../money/index.ts';
import type { RemittanceAdjustment, RemittanceLine } from '../remittance.ts';
import type { AdviceTable } from './advice-columns.ts';
import type { AdviceRow } from './advice-tables.ts';
import { isCarried, isCreditWord, isDocumentWord, isTotal } from './advice-words.ts';

export interface AdviceProblem {
  readonly row: number;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}

export interface AdviceLines {
  readonly lines: readonly RemittanceLine[];
  /** As printed under the lines; null when there is none. */
  readonly totalMinor: bigint | null;
  /** Rows that name a document and could not be read. */
  readonly unread: readonly AdviceProblem[];
}

/** Every line of the table and the total below them; credits that are printed without a minus get theirs when only so the total is met. */
export function linesOfTable(table: AdviceTable, currency: CurrencyCode): AdviceLines {
  const lines: RemittanceLine[] = [];
  const credits = new Set<number>();
  const unread: AdviceProblem[] = [];
  let totalMinor: bigint | null = null;
  for (const row of table.body) {
    if (row.cells.some(isCarried)) continue;
    if (row.cells.some(isTotal)) {
      totalMinor = totalOf(row, table, currency) ?? totalMinor;
      continue;
    }
    const read = lineOf(row, table, currency);
    if (read === null) continue;
    if ('code' in read) unread.push(read);
    else {
      if (row.cells.some(isCreditWord)) credits.add(lines.length);
      lines.push(read);
    }
  }
  return { lines: withCredits(lines, credits, totalMinor), totalMinor, unread };
}

function lineOf(row: AdviceRow, table: AdviceTable, currency: CurrencyCode): RemittanceLine | AdviceProblem | null {
  const { places, decimalMark, dateOrder } = table;
  const cell = (field: RemittanceField): string => row.cells[places.get(field) ?? -1] ?? '';
  const amount = (field: RemittanceField): bigint | null => readDecimal(cell(field), decimalMark, currency);
  const number = cell('itemNumber');
  if (!/\d/.test(number) || number.length > NUMBER_CHARS_MAX) return null;
  const gross = amount('gross');
  const discountMinor = amount('discount');
  const deducted = amount('deduction');
  const adjustments =
    deducted === null || deducted === 0n ? [] : [adjustment(deducted, reasonIn(cell('reason')), cell('reasonCode'))];
  const net =
    gross === null ? null : gross - (discountMinor ?? 0n) + adjustments.reduce((all, one) => all + one.amountMinor, 0n);
  const paid = amount('paid') ?? net;
  if (gross === null && paid === null) return unreadRow(row, cell('paid') || cell('gross'), { number, currency });
  const order = cell('purchaseOrder');
  return {
    line: row.line,
    document: { kind: (paid ?? 0n) < 0n ? 'credit_note' : 'invoice', number, label: null },
    references: order === '' ? [] : [{ kind: 'purchase_order', number: order, label: null }],
    issuedOn: readDate(cell('issuedOn'), dateOrder),
    grossMinor: gross,
    discountMinor,
    adjustments,
    paidMinor: paid,
    text: [],
    ...(row.place === undefined ? {} : { place: row.place }),
  };
}

/** A column of texts may say what the document is (`Text: Rechnung`), which is no reason for taking something off. */
function reasonIn(cell: string): string {
  return isDocumentWord(cell) ? '' : cell;
}

/** A cell longer than any number is a sentence. */
const NUMBER_CHARS_MAX = 60;
const QUOTED_MAX = 40;

function unreadRow(
  { line }: AdviceRow,
  seen: string,
  { number, currency }: { readonly number: string; readonly currency: string },
): AdviceProblem | null {
  if (!/\d/.test(seen)) return null; // a heading or an address, not an amount
  const message = `${number}: ${JSON.stringify(seen.slice(0, QUOTED_MAX))} is not read as an amount in ${currency}. Choose the decimal mark or the column under Columns, or apply the line by hand.`;
  return { row: line, field: 'paid', code: 'amount_unread', message };
}

/** Payers write what they take off with or without a minus; taken off it is either way. */
export function adjustment(amountMinor: bigint, reason: string, code = ''): RemittanceAdjustment {
  const taken = amountMinor > 0n ? -amountMinor : amountMinor;
  return { amountMinor: taken, code: code || null, reason: reason || null, reference: null, text: [] };
}

function totalOf({ cells }: AdviceRow, { places, decimalMark }: AdviceTable, currency: CurrencyCode): bigint | null {
  const own = cells[places.get('paid') ?? places.get('gross') ?? -1] ?? '';
  return readDecimal(own, decimalMark, currency) ?? lastAmount(cells, decimalMark, currency);
}

export function lastAmount(
  cells: readonly string[],
  mark: AdviceTable['decimalMark'],
  currency: CurrencyCode,
): bigint | null {
  for (let at = cells.length - 1; at >= 0; at -= 1) {
    const bare = (cells[at] ?? '').replace(/^[^\d(-]*[:\s]\s*(?=[\d(-])/, '').replace(/^[A-Z]{3}\s*/i, '');
    const amount = readDecimal(bare, mark, currency);
    if (amount !== null) return amount;
  }
  return null;
}

function withCredits(
  lines: readonly RemittanceLine[],
  credits: ReadonlySet<number>,
  totalMinor: bigint | null,
): readonly RemittanceLine[] {
  const paid = (of: readonly RemittanceLine[]) => sum(of.map(({ paidMinor }) => paidMinor ?? 0n));
  if (totalMinor === null || credits.size === 0 || paid(lines) === totalMinor) return lines;
  const turned = lines.map((line, at) => (credits.has(at) ? asCredit(line) : line));
  return paid(turned) === totalMinor ? turned : lines;
}

function asCredit(line: RemittanceLine): RemittanceLine {
  const turn = (minor: bigint | null) => (minor !== null && minor > 0n ? -minor : minor);
  const document = line.document === null ? null : ({ ...line.document, kind: 'credit_note' } as const);
  return { ...line, document, grossMinor: turn(line.grossMinor), paidMinor: turn(line.paidMinor) };
}
