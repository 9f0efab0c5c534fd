import type { LocalDate } from '../calendar/index.ts';
import type { CurrencyCode } from '../money/index.ts';

/** Money that arrived at a bank and asks to be applied, as the statement tells it. */
export interface Receipt {
  readonly id: string;
  readonly bookedOn: LocalDate;
  readonly currency: CurrencyCode;
  /** Always above zero: what is still to be applied of it. */
  readonly amountMinor: bigint;
  /** As printed by the bank; empty when it gives none. */
  readonly payerName: string;
  readonly payerAccount: string;
  /** The remittance text, line by line. A number may be cut by the end of a line. */
  readonly lines: readonly string[];
  /** The payer's own reference of the payment; empty or NOTPROVIDED when there is none. */
  readonly endToEndId: string;
  /** A checked creditor reference (RF, QR, OCR), when the statement carries one. */
  readonly structuredReference?: string;
  /** The payer usually sends an advice, and it may still come until this day: an amount alone then waits. */
  readonly adviceAwaitedUntil?: LocalDate;
  /** The customer on whose account it stands already: a person or an import has said whose it is. */
  readonly standsOn?: string;
  /** Numbers of the items that it has paid already, when what is to be applied is only the rest of it. */
  readonly appliedTo?: readonly string[];
}
