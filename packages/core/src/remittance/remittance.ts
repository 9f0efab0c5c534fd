/**
 * The normalised remittance advice: what a payer says a payment is for, wherever it says it (EDI 820, a mail, a PDF, a
 * spreadsheet, a bank line's own remittance information). Whoever reads a source fills what it states and leaves the
 * rest null; nothing is guessed here. Amounts are in minor units of the remittance's currency, seen by the one who is
 * paid: an invoice paid is positive, a credit note or deduction taken is negative.
 */
import type { LocalDate } from '../calendar/index.ts';
import { type CurrencyCode, sum } from '../money/index.ts';

export type DocumentKind =
  | 'invoice'
  | 'credit_note'
  | 'debit_note'
  | 'purchase_order'
  | 'contract'
  | 'delivery'
  | 'account'
  | 'customer'
  | 'check'
  | 'other';

/** A number by which one of the two sides knows something, and what it is the number of. */
export interface RemittanceReference {
  readonly kind: DocumentKind;
  readonly number: string;
  /** The source's own name for this kind of number ("PO", "DP", "Department"); null when it has none. */
  readonly label: string | null;
}

export interface RemittanceParty {
  readonly name: string | null;
  /** What identifies the party in the source: DUNS, GLN, a supplier or customer number. */
  readonly id: string | null;
  /** Bank account, without blanks. */
  readonly account: string | null;
}

/** Something taken off or put on: a shortage of −143.76, interest of 4.10. Cash discount stands by itself in the line. */
export interface RemittanceAdjustment {
  readonly amountMinor: bigint;
  /** The payer's reason code as written, and what it means in words where the source's standard says so. */
  readonly code: string | null;
  readonly reason: string | null;
  /** The payer's own document for it, a debit memo number for example. */
  readonly reference: RemittanceReference | null;
  readonly text: readonly string[];
}

/** Where on a page a line stands: pages from 1, the rest in thousandths of the page's width and height. */
export interface LinePlace {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What the payer says of one document. 4650.41 gross less 97.90 discount less 143.76 shortage is 4408.75 paid. */
export interface RemittanceLine {
  /** Where it stands in the source, from 1: a line, a row of a sheet. */
  readonly line: number;
  readonly document: RemittanceReference | null;
  readonly references: readonly RemittanceReference[];
  readonly issuedOn: LocalDate | null;
  readonly grossMinor: bigint | null;
  /** Cash discount taken, positive on an invoice. */
  readonly discountMinor: bigint | null;
  readonly adjustments: readonly RemittanceAdjustment[];
  /** What of the payment is for this document, after discount and adjustments. Null when the source does not say. */
  readonly paidMinor: bigint | null;
  readonly text: readonly string[];
  /** Of sources that have pages. */
  readonly place?: LinePlace;
}

/** `off`: the lines do not add up to the amount paid. `unknown`: an amount is missing or could not be read. */
export type RemittanceFooting = 'ok' | 'off' | 'unknown';

export interface Remittance {
  readonly line: number;
  readonly payer: RemittanceParty;
  readonly payee: RemittanceParty;
  readonly amountMinor: bigint | null;
  readonly currency: CurrencyCode;
  readonly paidOn: LocalDate | null;
  /** The number that also stands on the payment: trace, check or end-to-end reference. */
  readonly traceNumber: string | null;
  /** How it was paid, in the source's code ("ACH", "CHK", "SEPA"). */
  readonly method: string | null;
  readonly references: readonly RemittanceReference[];
  readonly lines: readonly RemittanceLine[];
  /** Adjustments of the whole payment, which belong to no line. */
  readonly adjustments: readonly RemittanceAdjustment[];
  readonly text: readonly string[];
  readonly footing: RemittanceFooting;
}

/** Do the lines and the adjustments of the whole add up to the amount? 4408.75 + 4653.84 against 9062.59 is `ok`. */
export function footRemittance(
  remittance: Pick<Remittance, 'amountMinor' | 'lines' | 'adjustments'>,
): RemittanceFooting {
  const { amountMinor, lines, adjustments } = remittance;
  const paid = lines.map((line) => line.paidMinor);
  if (amountMinor === null || paid.some((amount) => amount === null)) return 'unknown';
  if (lines.length === 0 && adjustments.length === 0) return 'unknown';
  const seen = sum(paid.filter((amount) => amount !== null)) + sum(adjustments.map((one) => one.amountMinor));
  return seen === amountMinor ? 'ok' : 'off';
}
