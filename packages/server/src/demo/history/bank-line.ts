/** A payment as the bank reports it: the payer's name and account, and whatever the payer wrote. */
import type { LocalDate } from '@quittance/core/calendar';
import type { CitingHabit, DemoCustomer } from '../customers/customers.ts';
import { type Random, randomOf } from '../random.ts';
import { creditorReference, type DemoCredit } from './documents.ts';
import type { OpenLine } from './lines.ts';
import type { Payment } from './payments.ts';

export interface DemoBankLine {
  /** The bank's own reference, which becomes the receipt's number. */
  readonly reference: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  /** Signed: money in is positive. */
  readonly amountMinor: bigint;
  readonly isReversal: boolean;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly textLines: readonly string[];
  readonly endToEndId: string | null;
  readonly structuredReference: string | null;
  readonly typeCode: { readonly family: string; readonly subFamily: string };
}

/** What payers of a language write before a number, between numbers, and when they write no number at all. */
const PHRASES: Readonly<
  Record<string, { readonly cites: readonly string[]; readonly bare: readonly string[]; readonly less: string }>
> = {
  it: {
    cites: ['SALDO FATT. ', 'PAG. FT ', 'Fatture ', 'SALDO FT N. '],
    bare: ['A SALDO', 'BONIFICO', 'SALDO SCADENZE', ''],
    less: ' MENO NC ',
  },
  de: { cites: ['RG ', 'RE-NR. ', 'Rechnung ', ''], bare: ['ZAHLUNG', 'SAMMELZAHLUNG', ''], less: ' ABZGL GS ' },
  fr: { cites: ['FACTURE ', 'REGLEMENT FACT ', 'FA '], bare: ['REGLEMENT', 'VIREMENT', ''], less: ' MOINS AVOIR ' },
  es: { cites: ['FRA. ', 'PAGO FACTURAS ', 'Factura '], bare: ['PAGO', 'TRANSFERENCIA', ''], less: ' MENOS ABONO ' },
};
const ENGLISH = {
  cites: ['INV ', 'INVOICE ', 'PAYMENT OF ', ''],
  bare: ['PAYMENT', 'ACH PAYMENT', 'THANK YOU', ''],
  less: ' LESS CREDIT ',
};

const LINE_CHARS = 35;
const TEXT_CHARS_MAX = 140; // four lines of 35; what is longer went by e-mail
const ADVICE_SENT: Readonly<Record<string, string>> = {
  it: 'COME DA DISTINTA',
  de: 'LT. AVIS',
  fr: 'SELON AVIS',
  es: 'SEGUN RELACION',
};

/** The bank line of a payment. Its reference names the company's bank day and counts: IT260311-0042. */
export function bankLine(payment: Payment, place: { readonly reference: string; readonly seed: string }): DemoBankLine {
  const random = randomOf(`${place.seed} bank ${place.reference}`);
  const { customer } = payment;
  const lines = payment.lines.map((paid) => paid.line);
  const text = remittanceText(customer, { lines, credits: payment.credits }, random);
  const isStructured =
    lines.length === 1 &&
    customer.payer.citing === 'exact' &&
    lines[0]?.document.reference !== null &&
    random.chance(0.5);
  return {
    reference: place.reference,
    bookedOn: payment.bookedOn,
    currency: customer.currency,
    amountMinor: payment.amountMinor,
    isReversal: false,
    payerName: customer.payer.payerName,
    payerAccount: customer.payer.account,
    textLines: isStructured ? [] : wrapped(text, random.chance(0.5)),
    endToEndId: random.chance(0.4) ? `E2E${random.int(10_000_000, 99_999_999)}` : null,
    structuredReference: isStructured ? creditorReference(lines[0]?.document.number ?? '') : null,
    typeCode: customer.payer.byDirectDebit
      ? { family: 'RDDT', subFamily: 'ESDD' }
      : { family: 'RCDT', subFamily: 'ESCT' },
  };
}

export function remittanceText(
  customer: DemoCustomer,
  paid: { readonly lines: readonly OpenLine[]; readonly credits: readonly DemoCredit[] },
  random: Random,
): string {
  const phrases = PHRASES[customer.language] ?? ENGLISH;
  const cited = paid.lines.map((line) => citation(line, customer.payer.citing)).filter((text) => text !== '');
  if (cited.length === 0) return random.pick(phrases.bare);
  if (customer.payer.citing === 'customer_number') return `${random.pick(phrases.bare)} ${customer.number}`.trim();
  const less = paid.credits.map((credit) => credit.document.number).join(' ');
  const text = `${random.pick(phrases.cites)}${[...new Set(cited)].join(random.pick([' ', ', ', ' + ', '/']))}${less === '' ? '' : phrases.less + less}`;
  return text.length <= TEXT_CHARS_MAX ? text : (ADVICE_SENT[customer.language] ?? 'SEE REMITTANCE ADVICE');
}

/** A line as a payer of that habit names it: FV26-104711 whole, without its dash, by its closing digits, by the order. */
function citation(line: OpenLine, habit: CitingHabit): string {
  const { number, purchaseOrder } = line.document;
  switch (habit) {
    case 'exact':
      return number;
    case 'compact':
      return number.replace('-', '');
    case 'closing_digits':
      return number.slice(-5);
    case 'purchase_order':
      return purchaseOrder === null ? '' : `PO ${purchaseOrder}`;
    case 'customer_number':
      return line.customer.number;
    case 'nothing':
      return '';
  }
}

/** Text in lines of 35: some banks cut in the middle of a number, others at a blank. */
export function wrapped(text: string, cutsNumbers: boolean): string[] {
  const lines: string[] = [];
  for (let rest = text.trim(); rest !== ''; ) {
    const blank = cutsNumbers || rest.length <= LINE_CHARS ? -1 : rest.lastIndexOf(' ', LINE_CHARS);
    const end = blank > 0 ? blank : LINE_CHARS;
    lines.push(rest.slice(0, end));
    rest = cutsNumbers ? rest.slice(end) : rest.slice(end).trimStart();
  }
  return lines;
}
