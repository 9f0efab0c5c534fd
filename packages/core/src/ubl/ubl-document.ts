/**
 * A UBL 2.1 invoice or credit note (Peppol BIS Billing 3, EN 16931) as a receivable: what is to be paid, by whom, when.
 * What counts is PayableAmount: the total with tax, less what was prepaid, rounded (EN 16931, BT-115).
 */
import { daysBetween, type LocalDate, parseLocalDate } from '../calendar/index.ts';
import { type CurrencyCode, formatAmount, isCurrencyCode, parseAmount } from '../money/index.ts';
import { dueOn as dueByTerms, formatTerms, type PaymentTerms, parseTerms } from '../terms/index.ts';
import { nodesAt, textAt, type UblNode } from './ubl-tree.ts';

export interface UblParty {
  readonly name: string | null;
  /** The number the supplier gave it, its identifications and its electronic address, the most telling first. */
  readonly ids: readonly string[];
  /** Without blanks, capitals. */
  readonly vatId: string | null;
  /** ISO 3166 alpha-2. */
  readonly country: string | null;
  readonly email: string | null;
}

export interface UblDocument {
  readonly kind: 'invoice' | 'debit_note' | 'credit_note';
  readonly number: string;
  readonly issuedOn: LocalDate;
  readonly currency: CurrencyCode;
  /** Positive; they add up to what is to be paid. */
  readonly instalments: readonly { readonly dueOn: LocalDate; readonly amountMinor: bigint }[];
  readonly terms: string | null;
  readonly purchaseOrder: string | null;
  readonly orderNumber: string | null;
  readonly deliveryNote: string | null;
  /** What the payer is asked to quote: a structured reference. */
  readonly reference: string | null;
  readonly supplier: UblParty;
  readonly buyer: UblParty;
}

export interface UblFault {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

export type UblResult =
  | { readonly outcome: 'read'; readonly value: UblDocument; readonly notes: readonly UblFault[] }
  | { readonly outcome: 'refused'; readonly number: string | null; readonly problems: readonly UblFault[] };

/** UNTDID 1001: 381 and 396 credit, 383 debits; all other codes of invoices are invoices. */
const CREDIT_TYPES = new Set(['381', '396', '308', '420', '458']);
const DEBIT_TYPES = new Set(['383']);
const NUMBER_CHARS_MAX = 60;

/** 1,000.00 to pay by 14 February of 1,200.00 with 200.00 prepaid gives one instalment of 100000n due on 2026-02-14. */
export function readUblDocument(root: UblNode): UblResult {
  const problems: UblFault[] = [];
  const notes: UblFault[] = [];
  const problem = (field: string, code: string, message: string) => problems.push({ field, code, message });
  const number = textAt(root, 'ID');
  if (number === null) problem('number', 'missing', 'The document has no number (cbc:ID).');
  else if (number.length > NUMBER_CHARS_MAX)
    problem('number', 'too_long', `The number is over ${NUMBER_CHARS_MAX} characters.`);
  const issuedOn = readDay(problem, 'issuedOn', textAt(root, 'IssueDate'));
  if (textAt(root, 'IssueDate') === null)
    problem('issuedOn', 'missing', 'The document has no date of issue (cbc:IssueDate).');
  const currency = readCurrency(root, problem);
  const payable = currency === null ? null : readPayable(root, currency, { problem, notes });
  const buyer = partyOf(root, 'AccountingCustomerParty');
  if (buyer.ids.length === 0 && buyer.vatId === null && buyer.name === null) {
    problem('customerNumber', 'missing', 'The document does not say who buys (cac:AccountingCustomerParty).');
  }
  const statedDue = readDay(
    problem,
    'dueOn',
    textAt(root, 'DueDate') ?? textAt(root, 'PaymentMeans', 'PaymentDueDate'),
  );
  if (problems.length > 0 || number === null || issuedOn === null || currency === null || payable === null) {
    return { outcome: 'refused', number, problems };
  }
  const kind = kindOf(root, payable);
  const terms = termsOf(root, issuedOn, statedDue);
  const dueOn = statedDue ?? (terms.read === null ? null : dueByTerms(issuedOn, terms.read));
  if (dueOn === null && kind !== 'credit_note') {
    notes.push({
      field: 'dueOn',
      code: 'due_at_once',
      message: 'There is neither a due date nor terms that give one: taken as due when it was issued.',
    });
  }
  const amountMinor = payable < 0n ? -payable : payable;
  const value: UblDocument = {
    ...{ kind, number, issuedOn, currency },
    instalments: instalmentsOf(root, currency, amountMinor) ?? [{ dueOn: dueOn ?? issuedOn, amountMinor }],
    terms: terms.text,
    purchaseOrder: textAt(root, 'OrderReference', 'ID') ?? textAt(root, 'BuyerReference'),
    orderNumber: textAt(root, 'OrderReference', 'SalesOrderID'),
    deliveryNote: textAt(root, 'DespatchDocumentReference', 'ID'),
    reference: textAt(root, 'PaymentMeans', 'PaymentID'),
    supplier: partyOf(root, 'AccountingSupplierParty'),
    buyer,
  };
  return { outcome: 'read', value, notes };
}

type TellProblem = (field: string, code: string, message: string) => void;

function readDay(problem: TellProblem, field: string, text: string | null): LocalDate | null {
  if (text === null) return null;
  const date = parseLocalDate(text.slice(0, 10));
  if (date === null) problem(field, 'bad_date', `${JSON.stringify(text.slice(0, 40))} is not a date (2026-12-31).`);
  return date;
}

function readCurrency(root: UblNode, problem: TellProblem): CurrencyCode | null {
  const code =
    textAt(root, 'DocumentCurrencyCode') ??
    nodesAt(root, 'LegalMonetaryTotal', 'PayableAmount')[0]?.attributes.currencyID ??
    '';
  if (isCurrencyCode(code)) return code;
  const message =
    code === ''
      ? 'The currency is missing (cbc:DocumentCurrencyCode).'
      : `${JSON.stringify(code.slice(0, 20))} is not a currency code such as EUR.`;
  problem('currency', code === '' ? 'missing' : 'unknown_currency', message);
  return null;
}

function readPayable(
  root: UblNode,
  currency: CurrencyCode,
  tell: { readonly problem: TellProblem; readonly notes: UblFault[] },
): bigint | null {
  const { problem, notes } = tell;
  const [node] = nodesAt(root, 'LegalMonetaryTotal', 'PayableAmount');
  const payable = node === undefined ? null : parseAmount(node.text.trim(), currency);
  if (node === undefined)
    problem('amount', 'missing', 'The document does not say what is to be paid (cbc:PayableAmount).');
  else if (node.attributes.currencyID !== undefined && node.attributes.currencyID !== currency) {
    problem(
      'currency',
      'currencies_differ',
      `The document is in ${currency}, its amount in ${node.attributes.currencyID}. Ask for a correct one.`,
    );
  } else if (payable === null)
    problem(
      'amount',
      'bad_amount',
      `${JSON.stringify(node.text.trim().slice(0, 40))} is not an amount in ${currency}.`,
    );
  else if (payable === 0n)
    problem('amount', 'amount_is_zero', 'Nothing is to be paid: there is nothing open. Leave the document out.');
  const total = (name: string) => {
    const text = textAt(root, 'LegalMonetaryTotal', name);
    return text === null ? null : parseAmount(text, currency);
  };
  const [inclusive, prepaid, rounding] = [
    total('TaxInclusiveAmount'),
    total('PrepaidAmount') ?? 0n,
    total('PayableRoundingAmount') ?? 0n,
  ];
  if (payable === null || inclusive === null) return payable;
  if (prepaid !== 0n) {
    const message = `${formatAmount(prepaid, currency)} of ${formatAmount(inclusive, currency)} ${currency} was prepaid: the rest is taken.`;
    notes.push({ field: 'amount', code: 'partly_prepaid', message });
  }
  if (inclusive - prepaid + rounding !== payable) {
    const message = `Total ${formatAmount(inclusive, currency)}, prepaid and rounding do not give the ${formatAmount(payable, currency)} to be paid: that was taken.`;
    notes.push({ field: 'amount', code: 'totals_do_not_add_up', message });
  }
  return payable;
}

function kindOf(root: UblNode, payable: bigint): UblDocument['kind'] {
  const code = textAt(root, 'InvoiceTypeCode') ?? textAt(root, 'CreditNoteTypeCode') ?? '';
  const isCredit = root.name === 'CreditNote' || CREDIT_TYPES.has(code);
  if (isCredit !== payable < 0n) return 'credit_note';
  if (isCredit) return 'debit_note'; // a credit note below zero charges
  return DEBIT_TYPES.has(code) ? 'debit_note' : 'invoice';
}

/** German invoices write discounts as "#SKONTO#TAGE=14#PROZENT=2.00#" (XRechnung); others in words. */
const SKONTO = /#SKONTO#TAGE=(\d{1,3})#PROZENT=(\d{1,2})[.,](\d{2})#/g;

function termsOf(
  root: UblNode,
  issuedOn: LocalDate,
  statedDue: LocalDate | null,
): { readonly read: PaymentTerms | null; readonly text: string | null } {
  const text = textAt(root, 'PaymentTerms', 'Note');
  if (text === null) return { read: null, text: null };
  const discounts = [...text.matchAll(SKONTO)].map(([, days, whole, hundredths]) => ({
    days: Number(days),
    rateMillionths: Number(`${whole}${hundredths}`) * 100,
  }));
  if (discounts.length > 0 && statedDue !== null && statedDue >= issuedOn) {
    discounts.sort((left, right) => left.days - right.days);
    const read: PaymentTerms = { discounts, netDays: daysBetween(issuedOn, statedDue), monthEnd: 'none', extraDays: 0 };
    return { read, text: formatTerms(read) };
  }
  const read = parseTerms(text);
  return { read, text: read === null ? text : formatTerms(read) };
}

/** Instalments as payment terms with amounts and days of their own, when they add up to what is to be paid. */
function instalmentsOf(root: UblNode, currency: CurrencyCode, amountMinor: bigint): UblDocument['instalments'] | null {
  const found = nodesAt(root, 'PaymentTerms').flatMap((node) => {
    const day = parseLocalDate(
      (textAt(node, 'InstallmentDueDate') ?? textAt(node, 'PaymentDueDate') ?? '').slice(0, 10),
    );
    const amount = parseAmount(textAt(node, 'Amount') ?? '', currency);
    return day === null || amount === null || amount <= 0n ? [] : [{ dueOn: day, amountMinor: amount }];
  });
  const total = found.reduce((sum, one) => sum + one.amountMinor, 0n);
  return found.length > 1 && total === amountMinor
    ? found.sort((left, right) => (left.dueOn < right.dueOn ? -1 : 1))
    : null;
}

function partyOf(root: UblNode, role: 'AccountingCustomerParty' | 'AccountingSupplierParty'): UblParty {
  const [outer] = nodesAt(root, role);
  const [party] = nodesAt(root, role, 'Party');
  if (outer === undefined || party === undefined)
    return { name: null, ids: [], vatId: null, country: null, email: null };
  const texts = (...path: readonly string[]) => nodesAt(party, ...path).flatMap((node) => node.text.trim() || []);
  const vat = nodesAt(party, 'PartyTaxScheme').find(
    (node) => (textAt(node, 'TaxScheme', 'ID') ?? 'VAT').toUpperCase() === 'VAT',
  );
  const assigned =
    role === 'AccountingCustomerParty'
      ? textAt(outer, 'SupplierAssignedAccountID')
      : textAt(outer, 'CustomerAssignedAccountID');
  const ids = [
    assigned ?? [],
    texts('PartyIdentification', 'ID'),
    texts('PartyLegalEntity', 'CompanyID'),
    texts('EndpointID'),
  ].flat();
  return {
    name: textAt(party, 'PartyName', 'Name') ?? textAt(party, 'PartyLegalEntity', 'RegistrationName'),
    ids: [...new Set(ids.filter((id) => id.length <= NUMBER_CHARS_MAX))],
    vatId: (vat === undefined ? null : textAt(vat, 'CompanyID'))?.replace(/[\s.]/g, '').toUpperCase() ?? null,
    country: textAt(party, 'PostalAddress', 'Country', 'IdentificationCode')?.toUpperCase().slice(0, 2) ?? null,
    email: textAt(party, 'Contact', 'ElectronicMail'),
  };
}
