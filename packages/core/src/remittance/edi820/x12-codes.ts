/** What X12 calls the numbers and reasons of an 820. Codes that are not listed are kept as written. */
import type { DocumentKind } from '../remittance.ts';

/** Reference identification qualifiers (element 128), as far as they say what a number is. */
const REFERENCE_KINDS: ReadonlyMap<string, DocumentKind> = new Map([
  ['IV', 'invoice'],
  ['OI', 'invoice'],
  ['R7', 'invoice'],
  ['SI', 'delivery'],
  ['CM', 'credit_note'],
  ['CD', 'credit_note'],
  ['DB', 'debit_note'],
  ['DL', 'debit_note'],
  ['PO', 'purchase_order'],
  ['VN', 'purchase_order'],
  ['CO', 'purchase_order'],
  ['CT', 'contract'],
  ['BM', 'delivery'],
  ['PK', 'delivery'],
  ['11', 'account'],
  ['12', 'account'],
  ['14', 'account'],
  ['AP', 'account'],
  ['CR', 'customer'],
  ['IA', 'customer'],
  ['VR', 'customer'],
  ['CK', 'check'],
]);

export function referenceKind(qualifier: string): DocumentKind {
  return REFERENCE_KINDS.get(qualifier.toUpperCase()) ?? 'other';
}

/** Adjustment reason codes (element 426) in the words of the trade. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['01', 'pricing error'],
  ['02', 'allowance or charge error'],
  ['03', 'extension error'],
  ['04', 'item not accepted: damaged'],
  ['05', 'item not accepted: quality'],
  ['06', 'quantity contested'],
  ['07', 'incorrect product'],
  ['08', 'substitute product'],
  ['09', 'terms of sale error'],
  ['10', 'pallet or container charge error'],
  ['11', 'returns: damage'],
  ['12', 'returns: quality'],
  ['13', 'returns: dating'],
  ['14', 'returns: promotion'],
  ['15', 'returns: recall'],
  ['16', 'allowance or charge outside the invoice'],
  ['17', 'required data missing'],
  ['18', 'not our bill'],
  ['19', 'duplicate billing'],
  ['20', 'balance due declined'],
  ['21', 'shipment method of payment incorrect'],
  ['22', 'weight error'],
  ['23', 'special charge not authorized'],
  ['24', 'incorrect discount'],
  ['25', 'item not accepted'],
  ['26', 'invoice cancelled'],
  ['30', 'delivery charge incorrect'],
  ['33', 'currency exchange incorrect'],
  ['41', 'item not accepted: delay'],
  ['42', 'item not accepted: loss'],
  ['43', 'missing discount'],
  ['44', 'required documents missing'],
  ['48', 'service charge'],
  ['50', 'late charge'],
  ['51', 'interest penalty'],
  ['52', 'credit for an earlier overpayment'],
  ['53', 'payment of an earlier underpayment'],
  ['54', 'freight deducted'],
  ['55', 'tax deducted'],
  ['59', 'item not received'],
]);

export function adjustmentReason(code: string): string | null {
  return REASONS.get(code.toUpperCase()) ?? null;
}

/** Dates (element 374) of the payment itself, the best first. */
export const PAYMENT_DATES = ['007', '009', '097', '016'];
/** Dates of a document: invoice date, else shipped, issued or created. */
export const DOCUMENT_DATES = ['003', '097', '102', '011', '050'];
