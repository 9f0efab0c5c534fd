import type { LocalDate } from '../calendar/index.ts';
import type { HabitCount } from '../learning/index.ts';
import type { CurrencyCode } from '../money/index.ts';
import type { SimilarName } from './name-index.ts';

/** A payer's mark (account or name) and a customer it has paid for, with how often that was confirmed. */
export interface PayerLink {
  readonly customer: string;
  readonly uses: number;
  readonly lastOn: LocalDate;
}

/** An item that was open once and is settled now. */
export interface ClosedItem {
  readonly number: string;
  readonly customer: string;
  readonly closedOn: LocalDate;
}

/** A receipt that has been applied, kept to notice the same payment coming twice. */
export interface AppliedReceipt {
  readonly receiptId: string;
  readonly bookedOn: LocalDate;
  readonly customer: string | null;
}

/** The marks by which one payer is known; both normalised, empty when the bank gave none. */
export interface PayerKey {
  readonly account: string;
  readonly name: string;
}

/** What is known about payers and about the past. Like `ItemSource`, answered without a scan. Lists are sorted. */
export interface KnowledgeSource {
  /** Customers this account has paid for, learnt from confirmed applications. Most used first. */
  customersByAccount(account: string): readonly PayerLink[];
  /** Customers a payer of this name has paid for, learnt likewise. */
  customersByName(name: string): readonly PayerLink[];
  /** Customers whose master record carries this name (normalised). */
  customersNamed(name: string): readonly string[];
  /** Customers whose name, in the record or learnt, is nearly this one, the likest first. Empty where names are not indexed. */
  customersNamedLike(name: string): readonly SimilarName[];
  closedByToken(token: string): readonly ClosedItem[];
  /** Settled items whose number closes with these digits, at least five of them. */
  closedByClosingDigits(digits: string): readonly ClosedItem[];
  /** Customers of the same group, the given one among them: one head office pays for all of them. */
  groupOf(customer: string): readonly string[];
  /** Applied receipts of this payer with exactly this amount. Latest first. */
  appliedReceipts(payer: PayerKey, currency: CurrencyCode, amountMinor: bigint): readonly AppliedReceipt[];
  /** How many receipts of this payer were found to be no receivables, while none was ever applied. */
  notReceivablesUses(payer: PayerKey): number;
  /** Whether a person has given a receipt of this payer to somebody else than this customer, for whom it never paid. */
  isRejectedPayer(payer: PayerKey, customer: string): boolean;
  /** How the customer paid before, as counted from what stands. */
  habitsOf(customer: string): readonly HabitCount[];
  /** Whether a person has said that this receipt does not pay this item: the pair is never proposed again. */
  isRejected(receiptId: string, itemId: string): boolean;
}
