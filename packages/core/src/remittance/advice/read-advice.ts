/**
 * A remittance advice as payers mail it: an HTML table, CSV, or lines of text. Columns are found by their headings in five
 * languages; amounts by the notation the advice itself shows. The printed total is compared with the lines, never believed
 * before them: one advice in ten prints another than it pays.
 */
import type { LocalDate } from '../../calendar/index.ts';
import { readDate } from '../../extracts/index.ts';
import { type CurrencyCode, sum } from '../../money/index.ts';
import { footRemittance, type Remittance, type RemittanceParty } from '../remittance.ts';
import { type AdviceLines, linesOfTable, linesOfText } from './advice-lines.ts';
import { isHtml, rowsOfCsv, rowsOfHtml, separatorOf, textOfHtml } from './advice-tables.ts';

/** Longer mails are cut: no advice of a payment run comes near. */
export const ADVICE_LENGTH_MAX = 4_000_000;

export interface AdviceMail {
  readonly text: string;
  readonly subject: string;
  /** Used unless the advice names the currency. */
  readonly currency: CurrencyCode;
  readonly payerName?: string;
  readonly paidOn?: LocalDate;
}

/** `{ text: 'invoice,net\n4711001,98.00\nTOTAL,98.00', … }` is one line of 98.00 on 4711001, amount 98.00, footing `ok`. */
export function readAdvice(mail: AdviceMail): Remittance {
  const text = mail.text.slice(0, ADVICE_LENGTH_MAX);
  const prose = isHtml(text) ? textOfHtml(text) : text;
  const { lines, totalMinor } = linesOf(text, prose, mail.currency);
  const paid = lines.flatMap(({ paidMinor }) => (paidMinor === null ? [] : [paidMinor]));
  const amountMinor = totalMinor ?? (paid.length === lines.length && lines.length > 0 ? sum(paid) : null);
  const head = { amountMinor, lines, adjustments: [] };
  return {
    ...head,
    line: 1,
    payer: party(mail.payerName ?? namedPayer(prose)),
    payee: party(null),
    currency: mail.currency,
    paidOn: mail.paidOn ?? paidOnIn(prose),
    traceNumber: traceIn(`${mail.subject}\n${prose.slice(0, 500)}`, lines),
    method: null,
    references: [],
    text: mail.subject === '' ? [] : [mail.subject],
    footing: footRemittance(head),
  };
}

function linesOf(text: string, prose: string, currency: CurrencyCode): AdviceLines {
  if (isHtml(text)) return linesOfTable(rowsOfHtml(text), currency) ?? linesOfText(prose, currency);
  const separator = separatorOf(text);
  const table = separator === null ? null : linesOfTable(rowsOfCsv(text, separator), currency);
  return table ?? linesOfText(text, currency);
}

function party(name: string | null): RemittanceParty {
  return { name, id: null, account: null };
}

const PAYER =
  /^\s*(?:payer|pagatore|zahler|auftraggeber|payeur|pagador|ordenante)\s*:?\s+(.{2,70}?)(?:\s+pays\b.*)?\s*$/im;

function namedPayer(prose: string): string | null {
  return PAYER.exec(prose)?.[1]?.trim() ?? null;
}

const PAID_ON =
  /(?:payment date|paid on|pays on|value date|data (?:di )?pagamento|valuta|zahlungsdatum|zahltag|date (?:de|du) (?:paiement|reglement|règlement)|fecha de pago)\s*:?\s*(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})/i;

function paidOnIn(prose: string): LocalDate | null {
  const [, date] = PAID_ON.exec(prose) ?? [];
  return date === undefined ? null : readDate(date, null);
}

const TRACE = /\b(?=[A-Z0-9-]*\d{4})[A-Z0-9][A-Z0-9-]{5,34}\b/g;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** A number in the subject or above the lines that is none of the documents: the payer's number of the payment. */
function traceIn(head: string, lines: AdviceLines['lines']): string | null {
  const documents = new Set(lines.flatMap(({ document }) => (document === null ? [] : [document.number])));
  const found = [...head.toUpperCase().matchAll(TRACE)].map(([number]) => number);
  return found.find((number) => !DATE.test(number) && !documents.has(number)) ?? null;
}
