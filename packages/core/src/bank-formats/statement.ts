/**
 * The normalised bank statement: what every bank format is read into, whatever its dialect.
 * Amounts are signed from the account owner's view (money in is positive), in minor units of their currency.
 */
import type { LocalDate } from '../calendar/index.ts';
import type { CurrencyCode } from '../money/index.ts';

/** A booked line counts; a pending or merely announced one is shown, never posted and never in the footing. */
export type EntryStatus = 'booked' | 'pending' | 'information';

/**
 * What told of a line: a statement lists all that moved; a notification (camt.054, camt.052, MT942) tells some of it sooner or
 * in more detail; a lockbox file tells the checks of a deposit. The same money may come in each of them.
 */
export type BankReport = 'statement' | 'notification' | 'lockbox';

/** `off`: opening plus booked entries is not closing. `unknown`: a balance is missing or an entry could not be read. */
export type Footing = 'ok' | 'off' | 'unknown';

export interface BankBalance {
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly on: LocalDate | null;
}

/** The other side: who paid us, or whom we paid. `account` is an IBAN or the bank's own number, without spaces. */
export interface Counterparty {
  readonly name: string | null;
  readonly account: string | null;
  /** The party on whose behalf it was paid, when the bank names one. */
  readonly ultimateName: string | null;
}

/** A document that the payer names in structured remittance information. */
export interface RemittanceDocument {
  readonly number: string;
  readonly amountMinor: bigint | null;
  readonly currency: CurrencyCode | null;
}

export interface BankEntry {
  /** Line of the file on which the entry begins, from 1. */
  readonly line: number;
  /** Our account, as the statement names it. */
  readonly account: string | null;
  readonly status: EntryStatus;
  readonly bookedOn: LocalDate | null;
  readonly valueOn: LocalDate | null;
  readonly amountMinor: bigint;
  readonly currency: CurrencyCode;
  readonly isReversal: boolean;
  readonly bankReference: string | null;
  readonly customerReference: string | null;
  readonly endToEndId: string | null;
  readonly typeCode: string | null;
  readonly counterparty: Counterparty;
  readonly structuredReference: string | null;
  readonly documents: readonly RemittanceDocument[];
  /** Remittance text line by line, inner and leading blanks kept: a reference may be cut at a line's end. */
  readonly textLines: readonly string[];
  /** What the bank itself adds about the line, including the reason of a return. */
  readonly bankInformation: string | null;
  /** Charges and exchange in words ("charges 5.20 CHF"), where the format states them apart from its text. */
  readonly moneyInformation?: string | null;
  /** A statement when absent. */
  readonly report?: BankReport;
  /** Lines that the bank booked as one sum have the same: a lockbox's batch, the entry whose transactions they are. */
  readonly sumKey?: string;
}

export interface BankStatement {
  readonly account: string | null;
  readonly currency: CurrencyCode | null;
  /** The bank's running number of the statement, else its identification. */
  readonly number: string | null;
  readonly openingBalance: BankBalance | null;
  readonly closingBalance: BankBalance | null;
  readonly footing: Footing;
  readonly entryCount: number;
  /** A statement when absent. */
  readonly report?: BankReport;
}

/** Something in a file that a person must know about: where, what, and what to do. */
export interface FileProblem {
  readonly line: number;
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/**
 * What a reader tells while the file goes through it. Calls come in file order: `onEntry` for each entry, then
 * `onStatement` once when its statement is complete (balances and footing are only known then).
 */
export interface StatementHandlers {
  readonly onEntry: (entry: BankEntry) => void;
  readonly onStatement: (statement: BankStatement) => void;
  readonly onProblem: (problem: FileProblem) => void;
}

/** A push parser: text in by chunks of any size, facts out through the handlers, memory bounded by one entry. */
export interface StatementReader {
  readonly write: (chunk: string) => void;
  /** Ends the file. Returns false when the file broke off or was refused: then nothing of it may be posted. */
  readonly close: () => boolean;
}

export interface ParsedStatement extends BankStatement {
  readonly entries: readonly BankEntry[];
}

export interface ParsedFile {
  readonly format: string;
  readonly statements: readonly ParsedStatement[];
  readonly problems: readonly FileProblem[];
  /** False when the file broke off or was refused. */
  readonly isComplete: boolean;
}
