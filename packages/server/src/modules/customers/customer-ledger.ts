/**
 * What customers ask of the ledger, which stands above them and is handed in by the composition root: what is owed, and holds
 * that stop whoever sends.
 */
import type { LocalDate } from '@quittance/core/calendar';
import type { PaidShare } from '@quittance/core/pay-rhythm';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Balance {
  readonly customerId: string;
  readonly currency: string;
  /** Invoices and credit notes. */
  readonly receivableMinor: bigint;
  readonly overdueMinor: bigint;
  /** Receipts and on-account credits, negative. */
  readonly unappliedMinor: bigint;
}

export interface AccountEventPage {
  readonly customerIds: readonly string[];
  /** Events before this one, which is the last of the page before. */
  readonly before?: { readonly at: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The first things that happened on a customer's account. */
export interface FirstActs {
  readonly customerId: string;
  readonly invoiceItemId: string | null;
  readonly invoiceNumber: string | null;
  readonly invoicedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly paidOn: LocalDate | null;
}

/** What customers paid since a day. */
export interface PaymentHistory {
  /** In company currency, by the day of the receipt and the due day of what it paid. */
  readonly shares: readonly PaidShare[];
  /** The days on which money came, each once. */
  readonly receiptDays: readonly LocalDate[];
}

export interface CustomerLedger {
  /** What is open today by customer and currency. */
  customerBalances(tx: Tx, customerIds: readonly string[]): Promise<Balance[]>;
  firstActs(tx: Tx, customerIds: readonly string[]): Promise<FirstActs[]>;
  paymentHistory(tx: Tx, asked: { customerIds: readonly string[]; since: LocalDate }): Promise<PaymentHistory>;
  /** Whose account an item is on; undefined: there is no such item. */
  customerOfItem(tx: Tx, itemId: string): Promise<string | undefined>;
  /** Returns the hold's id. */
  placeHold(tx: Tx, hold: { customerId: string; kind: string; reason: string }): Promise<string>;
  releaseHold(tx: Tx, id: string): Promise<boolean>;
}
