/**
 * A remittance advice in whatever a payer writes it: an HTML table, CSV, a sheet, a page, or lines of text. Columns are found
 * by their headings in five languages or as a person has settled them for this payer; amounts by the notation the advice
 * itself shows. The printed total is compared with the lines, never believed before them: one advice in ten prints another
 * than it pays.
 */
import type { LocalDate } from '../../calendar/index.ts';
import type { DecimalMark, ExtractMapping } from '../../extracts/index.ts';
import { type CurrencyCode, isCurrencyCode, sum } from '../../money/index.ts';
import { footRemittance, type Remittance, type RemittanceParty } from '../remittance.ts';
import { type AdviceLayout, type AdviceTable, findTable, likelyHeader } from './advice-columns.ts';
import { currencyIn, currencyOfHeading, namedPayer, paidOnIn, traceIn } from './advice-head.ts';
import { type AdviceLines, type AdviceProblem, linesOfTable } from './advice-lines.ts';
import { type AdviceRow, isHtml, rowsOfHtml, tablesOfText, textOfHtml } from './advice-tables.ts';
import { linesOfSentences } from './sentence-lines.ts';
import { linesOfText } from './text-lines.ts';

/** Longer mails are cut: no advice of a payment run comes near. */
const ADVICE_LENGTH_MAX = 4_000_000;

/** An advice taken apart, whatever form it came in. */
export interface AdviceContent {
  /** Each way to see rows and cells in it: the first in which a header is found is taken. */
  readonly tables: readonly (readonly AdviceRow[])[];
  /** All its text by lines, as a person reads it. */
  readonly prose: string;
  /** Of cells that are numbers, not texts. */
  readonly decimalMark?: DecimalMark;
}

export interface AdviceContext {
  readonly subject: string;
  /** Used unless the advice names the currency. */
  readonly currency: CurrencyCode;
  readonly payerName?: string | undefined;
  readonly paidOn?: LocalDate | undefined;
  /** The row that a person has named as the one with the columns' names. */
  readonly headerRow?: number | undefined;
  /** What is settled for advices of this payer with these columns; null when nothing is. */
  readonly layoutOf?: (payer: string | null, header: readonly string[]) => AdviceLayout | null;
}

export interface ReadAdvice {
  readonly remittance: Remittance;
  /** Otherwise its amount is the sum of its lines. */
  readonly isTotalPrinted: boolean;
  /** How its table was read; null for lines of text. */
  readonly mapping: Omit<ExtractMapping, 'kind' | 'filters'> | null;
  /** The columns there are, also where none could be read. */
  readonly header: readonly string[];
  /** The first rows below it. */
  readonly examples: readonly (readonly string[])[];
  /** Rows that could not be read. */
  readonly unread: readonly AdviceProblem[];
  /** What a person should know of the whole. */
  readonly notes: readonly AdviceProblem[];
}

export interface AdviceMail extends Omit<AdviceContext, 'layoutOf' | 'headerRow' | 'payerName' | 'paidOn'> {
  readonly text: string;
  readonly payerName?: string;
  readonly paidOn?: LocalDate;
}

/** `{ text: 'invoice,net\n4711001,98.00\nTOTAL,98.00', … }` is one line of 98.00 on 4711001, amount 98.00, footing `ok`. */
export function readAdvice({ text, ...context }: AdviceMail): Remittance {
  return readAdviceContent(contentOfText(text), context).remittance;
}

/** HTML, CSV or prose, by what it looks like. */
export function contentOfText(whole: string): AdviceContent {
  const text = whole.slice(0, ADVICE_LENGTH_MAX);
  if (isHtml(text)) return { tables: [rowsOfHtml(text)], prose: textOfHtml(text) };
  return { tables: tablesOfText(text), prose: text };
}

const EXAMPLES_MAX = 3;

export function readAdviceContent(content: AdviceContent, context: AdviceContext): ReadAdvice {
  const { tables, prose } = content;
  const payer = context.payerName ?? namedPayer(prose);
  const layoutOf = (header: readonly string[]) => context.layoutOf?.(payer, header) ?? null;
  const table = firstOf(tables, (rows) =>
    findTable(rows, layoutOf, content.decimalMark ?? null, context.headerRow ?? null),
  );
  const layout = table === null ? null : layoutOf(table.header);
  const named = statedCurrency(layout) ?? currencyOf(table, prose);
  const currency = named ?? context.currency;
  const found = table === null ? linesOfProse(prose, currency) : linesOfTable(table, currency);
  const head = { amountMinor: amountOf(found), lines: found.lines, adjustments: [] };
  const remittance: Remittance = {
    ...head,
    line: 1,
    payer: party(layout?.constants.payerName ?? payer),
    payee: party(null),
    currency,
    paidOn: context.paidOn ?? paidOnIn(prose, table?.dateOrder ?? null),
    traceNumber: traceIn(context.subject, prose, found.lines),
    method: null,
    references: [],
    text: context.subject === '' ? [] : [context.subject],
    footing: footRemittance(head),
  };
  return {
    remittance,
    isTotalPrinted: found.totalMinor !== null,
    mapping: table === null ? null : mappingOf(table, layout),
    header: table?.header ?? firstOf(tables, (rows) => nullIfEmpty(likelyHeader(rows))) ?? [],
    examples: (table?.body ?? []).slice(0, EXAMPLES_MAX).map(({ cells }) => cells),
    unread: found.unread,
    notes: notesOf(remittance, { hasTotal: found.totalMinor !== null, isCurrencyNamed: named !== null }),
  };
}

function linesOfProse(prose: string, currency: CurrencyCode): AdviceLines {
  const found = linesOfText(prose, currency);
  return found.lines.length > 0 ? found : linesOfSentences(prose, currency);
}

function firstOf<From, To>(list: readonly From[], pick: (one: From) => To | null): To | null {
  for (const one of list) {
    const found = pick(one);
    if (found !== null) return found;
  }
  return null;
}

function nullIfEmpty(header: readonly string[]): readonly string[] | null {
  return header.length === 0 ? null : header;
}

function statedCurrency(layout: AdviceLayout | null): CurrencyCode | null {
  const stated = layout?.constants.currency?.toUpperCase() ?? '';
  return isCurrencyCode(stated) ? stated : null;
}

/** A column of currencies, the headings, then what stands around. */
function currencyOf(table: AdviceTable | null, prose: string): CurrencyCode | null {
  const at = table?.places.get('currency') ?? -1;
  const cell = table?.body.map(({ cells }) => (cells[at] ?? '').toUpperCase()).find(isCurrencyCode);
  const headings = (['paid', 'gross', 'deduction', 'discount'] as const).map(
    (field) => table?.header[table.places.get(field) ?? -1] ?? '',
  );
  return cell ?? firstOf(headings, currencyOfHeading) ?? currencyIn(`${table?.header.join(' ') ?? ''}\n${prose}`);
}

function amountOf({ lines, totalMinor }: AdviceLines): bigint | null {
  const paid = lines.flatMap(({ paidMinor }) => (paidMinor === null ? [] : [paidMinor]));
  return totalMinor ?? (paid.length === lines.length && lines.length > 0 ? sum(paid) : null);
}

function party(name: string | null): RemittanceParty {
  return { name, id: null, account: null };
}

function mappingOf(table: AdviceTable, layout: AdviceLayout | null): ReadAdvice['mapping'] {
  const columns = Object.fromEntries([...table.places].map(([field, at]) => [field, table.header[at] ?? '']));
  return {
    columns,
    constants: layout?.constants ?? {},
    decimalMark: table.decimalMark,
    dateOrder: table.dateOrder,
  };
}

function notesOf(
  { lines, footing, currency }: Remittance,
  known: { readonly hasTotal: boolean; readonly isCurrencyNamed: boolean },
): AdviceProblem[] {
  if (lines.length === 0) return [];
  const note = (code: string, message: string): AdviceProblem => ({ row: 1, field: null, code, message });
  return [
    ...(known.hasTotal
      ? []
      : [note('total_missing', 'The advice prints no total: its lines are taken for all of it.')]),
    ...(known.isCurrencyNamed
      ? []
      : [
          note('currency_assumed', `The advice names no currency; ${currency} was taken. Say otherwise under Columns.`),
        ]),
    ...(footing === 'off'
      ? [note('total_differs', 'The total printed is not the sum of the lines: the lines count, the total is shown.')]
      : []),
  ];
}
