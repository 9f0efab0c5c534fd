/**
 * The shapes that travel between the browser and the server, prefix `/api/v1`. Money is a decimal text and a currency,
 * a calendar date `YYYY-MM-DD`, an instant ISO 8601 in UTC with microseconds.
 */
import type { Account, DocumentKind, EntryKind } from '@quittance/core/ledger';
import type { MoneyText } from '../ui/money/money-text.ts';

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly next: string | null;
}

export interface Company {
  readonly code: string;
  readonly name: string;
  readonly functionalCurrency: string;
  readonly timeZone: string;
  readonly today: string;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

export interface Session {
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly locale: string };
  readonly csrfToken: string;
  readonly companies: readonly Company[];
}

export interface CustomerRow {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly country: string | null;
  readonly open: readonly MoneyText[];
}

export interface CustomerDetail extends CustomerRow {
  readonly email: string | null;
  readonly terms: string | null;
}

export interface ItemRow {
  readonly id: string;
  readonly number: string;
  readonly kind: DocumentKind;
  readonly customerId: string;
  readonly customerName: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly daysLate: number;
  readonly amount: MoneyText;
  readonly open: MoneyText;
}

export interface TimelineRow {
  readonly id: string;
  readonly at: string;
  readonly who: string;
  readonly kind: string;
  readonly sentence: string;
  readonly itemId: string | null;
  readonly entryId: string | null;
}

export interface Posting {
  readonly id: string;
  readonly entryId: string;
  readonly entryKind: EntryKind;
  readonly account: Account;
  readonly amount: MoneyText;
  readonly functionalAmount: MoneyText;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly dueOn: string | null;
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  readonly customerName: string | null;
}

export interface ItemPostings {
  readonly rows: readonly Posting[];
  readonly asOf: string;
  readonly knownAt: string;
  readonly open: MoneyText;
}

export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly sentence: string;
  readonly effectiveOn: string;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly reverses: string | null;
  readonly reversedBy: string | null;
  readonly postings: readonly Posting[];
}

export interface AgingRow {
  readonly key: string;
  readonly label: string;
  readonly customerId: string;
  readonly currency: string;
  /** Of an item, when the rows are items. */
  readonly dueOn?: string | null;
  readonly customerName?: string;
  readonly notDue: MoneyText;
  readonly buckets: readonly MoneyText[];
  readonly unapplied: MoneyText;
  readonly total: MoneyText;
}

export interface AgingTotal {
  readonly currency: string;
  readonly notDue: MoneyText;
  readonly buckets: readonly MoneyText[];
  readonly unapplied: MoneyText;
  readonly total: MoneyText;
  readonly control: MoneyText;
}

export interface PendingAct {
  readonly id: string;
  readonly sentence: string;
  readonly effectiveOn: string;
  readonly amount: MoneyText;
}

export interface Aging {
  readonly company: string;
  readonly asOf: string;
  readonly knownAt: string;
  readonly buckets: readonly number[];
  readonly rows: readonly AgingRow[];
  readonly totals: readonly AgingTotal[];
  readonly pending: readonly PendingAct[];
}

export type ImportKind = 'customers' | 'items' | 'statement';
export type ImportStatus = 'reading' | 'preview' | 'posting' | 'posted' | 'failed' | 'undone';
export type ImportOutcome = 'added' | 'changed' | 'unchanged' | 'refused';

export interface ImportBatch {
  readonly id: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly status: ImportStatus;
  readonly rowsDone: number;
  readonly rowsKnown: number | null;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly problemCount: number;
  readonly uploadedBy: string;
  readonly uploadedAt: string;
  readonly postedAt: string | null;
  readonly error: string | null;
}

export interface ImportRow {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface ImportProblem {
  readonly row: number;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}

export type ReceiptQueue = 'to_confirm' | 'exceptions' | 'unidentified' | 'unapplied' | 'posted';
export const RECEIPT_QUEUES: readonly ReceiptQueue[] = [
  'to_confirm',
  'exceptions',
  'unidentified',
  'unapplied',
  'posted',
];

export interface ReceiptRow {
  readonly id: string;
  readonly bookedOn: string;
  readonly valueOn: string | null;
  readonly amount: MoneyText;
  readonly unapplied: MoneyText;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly text: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly status: string;
  readonly since: string;
}

export interface ReceiptPage extends Page<ReceiptRow> {
  readonly counts: Readonly<Record<ReceiptQueue, number>>;
}

export interface BankLine {
  readonly account: string;
  readonly bookedOn: string | null;
  readonly valueOn: string | null;
  readonly amount: MoneyText;
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
  readonly bankReference: string | null;
  readonly endToEndId: string | null;
  readonly structuredReference: string | null;
  readonly text: string;
}

export interface Allocation {
  readonly itemId: string;
  readonly number: string;
  readonly amount: MoneyText;
}

export interface Explanation {
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly allocations: readonly Allocation[];
}

export interface Decision {
  readonly decision: 'auto' | 'suggest' | 'exception';
  readonly sentence: string;
  readonly evidence: readonly { readonly kind: string; readonly detail: string }[];
  readonly allocations: readonly Allocation[];
  readonly alternatives: readonly Explanation[];
  readonly rejected: readonly { readonly sentence: string; readonly reason: string }[];
  readonly question: string | null;
}

export interface ReceiptDetail extends ReceiptRow {
  readonly bankLine: BankLine | null;
  readonly decision: Decision | null;
  readonly candidates: readonly ItemRow[];
  readonly applied: readonly Allocation[];
  readonly canUndo: boolean;
}

export interface Period {
  readonly month: string;
  readonly status: 'open' | 'closing' | 'closed';
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly blockers: readonly string[];
}

export interface JournalLine {
  readonly date: string;
  readonly account: Account;
  readonly glCode: string;
  readonly currency: string;
  readonly debit: MoneyText;
  readonly credit: MoneyText;
  readonly functionalDebit: MoneyText;
  readonly functionalCredit: MoneyText;
}

export interface Invariant {
  readonly invariant: string;
  readonly ok: boolean;
  readonly checked: number;
  readonly failures: readonly string[];
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly disabledAt: string | null;
  readonly lastSeenAt: string | null;
}

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly createdBy: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
  readonly expiresAt: string | null;
}
