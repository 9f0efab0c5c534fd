/**
 * A scenario as data: what an accountant wrote, before anything is looked up. Names, amounts and days are as written;
 * the runner finds the items and knows the currencies. The reference of the text is docs/features/scenarios.md.
 */
import type { LocalDate } from '../calendar/index.ts';
import type { Account, AdjustmentKind, DocumentKind, EntryKind } from '../ledger/index.ts';
import type { CollectionsAction, CollectionsExpectation } from './collections.ts';

/** A signed decimal such as "-1234.56", and its currency when one was written. */
export interface WrittenAmount {
  readonly decimal: string;
  readonly currency: string | null;
}

/** "4711", or "receipt 4711" where the number alone would name two documents. */
export interface ItemName {
  readonly number: string;
  readonly kind: DocumentKind | null;
}

/** The end of a day, a time of a day in the company's zone, or a moment that a step has named. */
export type Moment =
  | { readonly kind: 'day'; readonly day: LocalDate; readonly time: string | null }
  | { readonly kind: 'named'; readonly name: string };

/** As of which day, as known at which moment; today and now when null. */
export interface Question {
  readonly asOf: LocalDate | null;
  readonly knownAt: Moment | null;
}

export interface WrittenInstalment {
  readonly part: WrittenPart;
  readonly dueOn: LocalDate | null;
}

/** An amount, or so many millionths of the document's total: 30 % is 300,000. */
export type WrittenPart =
  | { readonly kind: 'amount'; readonly amount: WrittenAmount }
  | { readonly kind: 'share'; readonly millionths: bigint };

export interface DocumentAction {
  readonly kind: 'document';
  readonly documentKind: DocumentKind;
  readonly number: string;
  /** Null for a receipt whose payer is not known. */
  readonly customer: string | null;
  /** What the instalments are parts of, when it was written. */
  readonly total: WrittenAmount | null;
  readonly instalments: readonly WrittenInstalment[];
  readonly terms: string | null;
  readonly contra: Account | null;
  readonly purchaseOrder: string | null;
  readonly orderNumber: string | null;
  readonly deliveryNote: string | null;
  readonly reference: string | null;
}

/** An amount that was written, what the terms earn, or all that remains open. */
export type AdjustedAmount =
  | { readonly kind: 'written'; readonly amount: WrittenAmount }
  | { readonly kind: 'by_terms'; readonly graceDays: number }
  | { readonly kind: 'rest' };

export interface WrittenAdjustment {
  readonly adjustment: AdjustmentKind;
  readonly amount: AdjustedAmount;
  readonly reason: string | null;
}

export interface AppliedCredit {
  readonly item: ItemName;
  /** As much as possible when null. */
  readonly amount: WrittenAmount | null;
}

export interface AppliedDebit {
  readonly item: ItemName;
  readonly amount: WrittenAmount | null;
  /** What the credit gives for it, when that is in another currency. */
  readonly paidWith: WrittenAmount | null;
  readonly adjustments: readonly WrittenAdjustment[];
}

/** What a reversal undoes. */
export type ReversalTarget =
  /** A step that was called something, or a document's own entry. */
  | { readonly kind: 'named'; readonly item: ItemName }
  | { readonly kind: 'application'; readonly credit: ItemName; readonly debit: ItemName }
  | { readonly kind: 'act'; readonly entryKind: EntryKind; readonly item: ItemName };

export type Action =
  | {
      readonly kind: 'company';
      readonly code: string;
      readonly currency: string;
      readonly timeZone: string;
      readonly name: string | null;
    }
  | {
      readonly kind: 'customer';
      readonly number: string;
      readonly name: string | null;
      readonly parent: string | null;
      readonly terms: string | null;
      /** An address that takes letters. */
      readonly mail: string | null;
    }
  | CollectionsAction
  | { readonly kind: 'rate'; readonly currency: string; readonly rate: string }
  | DocumentAction
  | {
      readonly kind: 'apply';
      readonly credits: readonly AppliedCredit[];
      /** Empty: to the customer's open debits, the one due first before the others. */
      readonly debits: readonly AppliedDebit[];
    }
  | {
      readonly kind: 'adjust';
      readonly adjustment: AdjustmentKind;
      readonly item: ItemName;
      /** All that is open when null. */
      readonly amount: WrittenAmount | null;
    }
  | { readonly kind: 're_date'; readonly item: ItemName; readonly dueOn: LocalDate }
  | { readonly kind: 'identify'; readonly item: ItemName; readonly customer: string }
  | {
      readonly kind: 'reverse';
      readonly target: ReversalTarget;
      readonly amount: WrittenAmount | null;
      readonly withDependents: boolean;
      /** A bounced payment takes its own day; a correction keeps the original's. */
      readonly onOwnDay: boolean;
    }
  | {
      readonly kind: 'transfer';
      readonly item: ItemName;
      readonly amount: WrittenAmount | null;
      readonly toCompany: string;
    }
  | { readonly kind: 'receive_transfers'; readonly fromCompany: string }
  | { readonly kind: 'revalue'; readonly asOf: LocalDate | null }
  | { readonly kind: 'start_closing' | 'close' | 'snapshot'; readonly endsOn: LocalDate }
  | { readonly kind: 'seal' | 'export_journal' | 'wait' }
  | {
      readonly kind: 'hold';
      readonly subject: ItemName;
      readonly holdKind: string;
      readonly amount: WrittenAmount | null;
      readonly untilOn: LocalDate | null;
    }
  | { readonly kind: 'release_hold'; readonly subject: ItemName; readonly holdKind: string | null }
  | { readonly kind: 'withdraw'; readonly name: string }
  | { readonly kind: 'moment'; readonly name: string };

/** What any step may say besides its action. */
export interface StepFacts {
  /** The day it takes effect on, when that is not the day it is recorded. */
  readonly effectiveOn: LocalDate | null;
  readonly reason: string | null;
  readonly note: string | null;
  /** A name for later lines: "reverse A1". */
  readonly called: string | null;
  /** Idempotency key. */
  readonly key: string | null;
  readonly byManager: boolean;
}

export interface AgingColumns {
  readonly notDue: WrittenAmount | null;
  readonly buckets: readonly (WrittenAmount | null)[];
  readonly unapplied: WrittenAmount | null;
  readonly total: WrittenAmount | null;
}

export interface AgingRowExpected extends AgingColumns {
  /** The customer's or item's number; null for the totals. */
  readonly key: string | null;
  readonly currency: string | null;
}

export interface AgingExpectation extends Question {
  readonly kind: 'aging';
  readonly by: 'customer' | 'item';
  readonly buckets: readonly number[];
  readonly customer: string | null;
  readonly currency: string | null;
  /** Rows with a key are all there are; one without a key is the total of its currency. */
  readonly rows: readonly AgingRowExpected[];
}

export interface ItemExpectation extends Question {
  readonly kind: 'item';
  readonly item: ItemName;
  readonly open: WrittenAmount | null;
  readonly amount: WrittenAmount | null;
  readonly carrying: WrittenAmount | null;
  readonly dueOn: LocalDate | null;
  readonly customer: string | null;
  readonly state: ItemStateExpected | null;
}

export type ItemStateExpected = 'open' | 'partly_open' | 'closed' | 'cancelled' | 'absent' | 'pending';

export interface CustomerExpectation extends Question {
  readonly kind: 'customer';
  readonly customer: string;
  readonly balance: WrittenAmount | null;
  readonly receivable: WrittenAmount | null;
  readonly overdue: WrittenAmount | null;
  readonly unapplied: WrittenAmount | null;
}

export interface PostingExpected {
  readonly account: Account;
  /** Signed: debit positive. */
  readonly amount: WrittenAmount;
  readonly functional: WrittenAmount | null;
  readonly effectiveOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly customer: string | null;
  readonly item: string | null;
}

/** One account of a journal: gross debits and credits, or their difference. */
export interface JournalLineExpected {
  readonly account: Account;
  readonly debit: WrittenAmount | null;
  readonly credit: WrittenAmount | null;
  /** Signed: debit positive. */
  readonly net: WrittenAmount | null;
  readonly functional: WrittenAmount | null;
}

export interface HoldExpected {
  readonly holdKind: string;
  readonly amount: WrittenAmount | null;
  readonly untilOn: LocalDate | null;
}

export type PostingsSubject =
  | { readonly kind: 'named'; readonly item: ItemName }
  /** What the step before has written. */
  | { readonly kind: 'last_step' };

export type Expectation =
  | CollectionsExpectation
  | ItemExpectation
  | CustomerExpectation
  | AgingExpectation
  | ({
      readonly kind: 'applications';
      readonly item: ItemName;
      readonly rows: readonly { readonly item: ItemName; readonly amount: WrittenAmount }[];
    } & Question)
  | ({
      readonly kind: 'entries';
      readonly item: ItemName;
      readonly rows: readonly {
        readonly entryKind: EntryKind;
        readonly amount: WrittenAmount | null;
        readonly effectiveOn: LocalDate | null;
      }[];
    } & Question)
  | { readonly kind: 'postings'; readonly subject: PostingsSubject; readonly rows: readonly PostingExpected[] }
  | {
      readonly kind: 'journal';
      readonly source:
        | { readonly kind: 'exported'; readonly number: number }
        | { readonly kind: 'days'; readonly from: LocalDate; readonly to: LocalDate };
      readonly rows: readonly JournalLineExpected[];
    }
  | ({ readonly kind: 'account'; readonly line: JournalLineExpected } & Question)
  | {
      readonly kind: 'refused';
      /** Any refusal when null. */
      readonly code: string | null;
      /** Words that the message or its details hold. */
      readonly words: string | null;
      readonly step: StepStatement;
    }
  | {
      readonly kind: 'pending';
      readonly rows: readonly { readonly name: string; readonly effectiveOn: LocalDate | null }[];
    }
  | { readonly kind: 'refused_pending'; readonly name: string; readonly words: string | null }
  | { readonly kind: 'verify'; readonly fails: readonly string[] }
  | { readonly kind: 'holds'; readonly subject: ItemName; readonly rows: readonly HoldExpected[] }
  | { readonly kind: 'closed_through'; readonly endsOn: LocalDate | null };

interface StatementPlace {
  readonly line: number;
  /** The words of the statement, without comments. */
  readonly text: string;
  /** The day on which it happens: written, or that of the line before. */
  readonly day: LocalDate;
  /** "14:30" in the company's zone. */
  readonly time: string | null;
  readonly company: string | null;
}

export interface StepStatement extends StatementPlace, StepFacts {
  readonly kind: 'step';
  readonly action: Action;
}

export interface ExpectationStatement extends StatementPlace {
  readonly kind: 'expectation';
  readonly byManager: boolean;
  readonly expectation: Expectation;
}

export type Statement = StepStatement | ExpectationStatement;

export interface Scenario {
  readonly title: string;
  readonly line: number;
  readonly statements: readonly Statement[];
}

/** What is wrong with a line: what was read, what would be right. */
export interface ScenarioProblem {
  readonly line: number;
  /** The word that was not understood, or the scenario's title. */
  readonly field: string;
  readonly code: string;
  readonly message: string;
}
