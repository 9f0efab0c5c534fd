/** One row of an open-item extract: an invoice, debit note or credit note, or one instalment of it. */
import type { LocalDate } from '../calendar/index.ts';
import type { CurrencyCode } from '../money/index.ts';
import { dueOn, formatTerms, type PaymentTerms, parseTerms } from '../terms/index.ts';
import { readDate } from './date-text.ts';
import type { ExtractMapping } from './mapping.ts';
import { createRowCells, type Row, type RowNote, type RowResult, remember } from './row-cells.ts';
import { RowFaults, readAmount, readCurrency, readDay, readNumber } from './row-values.ts';

export type ItemRowKind = 'invoice' | 'debit_note' | 'credit_note';

export interface ItemRow {
  readonly row: number;
  readonly kind: ItemRowKind;
  readonly number: string;
  /** From 1; null when the document is one item. */
  readonly instalment: number | null;
  readonly customerNumber: string;
  readonly customerName: string | null;
  readonly currency: CurrencyCode;
  /** Always positive: the kind says which way it counts. */
  readonly amountMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  /** As understood ("2% 10 net 30"), else as written. */
  readonly terms: string | null;
  readonly purchaseOrder: string | null;
  readonly deliveryNote: string | null;
  readonly orderNumber: string | null;
}

const LEFT_OUT = { outcome: 'left_out' } as const;
const NO_NOTES: readonly RowNote[] = [];
const INSTALMENTS_MAX = 999;

/** Document types by the words and codes in use; SAP: RV and DR are invoices, DG is a credit note. */
const KIND_WORDS: ReadonlyMap<string, ItemRowKind> = new Map([
  ...'invoice inv in fattura fatt ft td01 rechnung re facture fa factura fac fc rv dr i'
    .split(' ')
    .map((word) => [word, 'invoice'] as const),
  ...'debitnote debitmemo dn dm notadebito notadidebito nd td05 lastschriftanzeige belastung notededebit notadedebito'
    .split(' ')
    .map((word) => [word, 'debit_note'] as const),
  ...'creditnote creditmemo credit cn cm notacredito notadicredito notaaccredito nc td04 gutschrift gs avoir av notedecredit abono notadecredito rg dg c'
    .split(' ')
    .map((word) => [word, 'credit_note'] as const),
]);

/**
 * A reader for the rows of one file. Rows come one at a time with their number in the file (the header is row 1):
 * `read(['70012', '4711', 'EUR', '1.234,56', '31/12/2026'], 2)` gives an invoice of 123456n due as its terms say.
 */
export function createItemReader(
  mapping: ExtractMapping,
  header: Row,
): (row: Row, rowNumber: number) => RowResult<ItemRow> {
  const cells = createRowCells(mapping, header);
  const toDate = remember((text) => ({ date: readDate(text, mapping.dateOrder) }));
  const toTerms = remember((text) => ({ terms: parseTerms(text) }));

  return (row, rowNumber) => {
    if (!cells.isAskedFor(row)) return LEFT_OUT;
    const faults = new RowFaults(rowNumber);
    const number = readNumber(cells.get(row, 'number'), 'number', faults);
    const customerNumber = readNumber(cells.get(row, 'customerNumber'), 'customerNumber', faults);
    const currency = readCurrency(cells.get(row, 'currency'), faults);
    const amount = currency === null ? null : readAmount(cells.get(row, 'amount'), mapping, currency, faults);
    const issuedOn = readDay(cells.get(row, 'issuedOn'), 'issuedOn', mapping, toDate, faults);
    if (issuedOn === null && cells.get(row, 'issuedOn') === '')
      faults.problem('issuedOn', 'missing', 'The date of issue is missing.');
    const termsText = cells.get(row, 'terms');
    const terms = termsText === '' ? null : toTerms(termsText).terms;
    const stated = readDay(cells.get(row, 'dueOn'), 'dueOn', mapping, toDate, faults);
    const kind = readKind(cells.get(row, 'kind'), amount, faults);
    const isDueUnread = stated === null && cells.get(row, 'dueOn') !== ''; // told already
    const due = stated ?? (issuedOn === null || isDueUnread ? null : dueWithoutDate(issuedOn, terms, kind, faults));
    const instalment = readInstalment(cells.get(row, 'instalment'), faults);
    if (issuedOn !== null && stated !== null && stated < issuedOn) {
      faults.note('dueOn', 'due_before_issue', `Due ${stated} before its issue on ${issuedOn}: taken as it is.`);
    }
    if (faults.problems !== null) return { outcome: 'refused', problems: faults.problems };
    if (number === null || customerNumber === null || currency === null || amount === null) return LEFT_OUT;
    if (issuedOn === null || due === null || kind === null) return LEFT_OUT;
    const value: ItemRow = {
      row: rowNumber,
      kind,
      number,
      instalment,
      customerNumber,
      customerName: cells.get(row, 'customerName') || null,
      currency,
      amountMinor: amount < 0n ? -amount : amount,
      issuedOn,
      dueOn: due,
      terms: terms === null ? termsText || null : formatTerms(terms),
      purchaseOrder: cells.get(row, 'purchaseOrder') || null,
      deliveryNote: cells.get(row, 'deliveryNote') || null,
      orderNumber: cells.get(row, 'orderNumber') || null,
    };
    return { outcome: 'read', value, notes: faults.notes ?? NO_NOTES };
  };
}

/** A credit note is due when it is issued; an invoice needs a due date or terms that give one. */
function dueWithoutDate(
  issuedOn: LocalDate,
  terms: PaymentTerms | null,
  kind: ItemRowKind | null,
  faults: RowFaults,
): LocalDate | null {
  if (terms !== null) return dueOn(issuedOn, terms);
  if (kind === 'credit_note') return issuedOn;
  faults.problem('dueOn', 'missing', 'There is neither a due date nor terms that give one. Add one of them.');
  return null;
}

function readKind(text: string, amount: bigint | null, faults: RowFaults): ItemRowKind | null {
  const stated = text === '' ? 'invoice' : KIND_WORDS.get(text.toLowerCase().replace(/[^a-z0-9]/g, ''));
  if (stated === undefined) {
    const message = `${JSON.stringify(text)} is neither invoice, debit note nor credit note. Payments come with bank statements.`;
    faults.problem('kind', 'unknown_kind', message);
    return null;
  }
  if (stated === 'credit_note' || amount === null || amount >= 0n) return stated;
  if (text !== '') faults.note('kind', 'negative_is_credit', 'The amount is negative: taken as a credit note.');
  else faults.note('amount', 'negative_is_credit', 'The amount is negative: taken as a credit note.');
  return 'credit_note';
}

function readInstalment(text: string, faults: RowFaults): number | null {
  if (text === '') return null;
  const number = /^\d{1,4}$/.test(text) ? Number(text) : /^(\d{1,3})\s*(?:\/|di|of|von|de)\s*\d{1,3}$/i.exec(text)?.[1];
  const instalment = Number(number);
  if (Number.isInteger(instalment) && instalment >= 1 && instalment <= INSTALMENTS_MAX) return instalment;
  faults.problem(
    'instalment',
    'bad_instalment',
    `${JSON.stringify(text)} is not an instalment number such as 2 or 2/3.`,
  );
  return null;
}
