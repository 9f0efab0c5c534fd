/** What an import is, from its upload to its undoing. */
import type { LocalDate } from '@quittance/core/calendar';
import type { ProblemGroup } from './problem-groups.ts';
import type { FileKind, ImportMapping, ImportQuestion } from './reading/messages.ts';
import type { StatementReview } from './statement-review.ts';

/** `reading`, `posting` and `undoing` are at work; a batch at work that stands still was interrupted. `discarded`: never posted. */
export type BatchStatus = 'reading' | 'preview' | 'posting' | 'posted' | 'failed' | 'undoing' | 'undone' | 'discarded';

export type RowOutcome = 'added' | 'changed' | 'unchanged' | 'refused';

export interface BatchCounts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Rows that were not asked for: another company's, already cleared, blank; bank lines that are no receipts. */
  readonly leftOut: number;
  readonly problemCount: number;
  /** Customers that the items of the file name and that are not known yet. */
  readonly newCustomers: number;
}

export interface ImportBatch extends BatchCounts {
  readonly id: string;
  readonly kind: FileKind;
  readonly fileName: string;
  readonly fileId: string;
  readonly sha256: string;
  readonly byteCount: bigint;
  readonly status: BatchStatus;
  readonly mapping: ImportMapping | null;
  readonly questions: readonly ImportQuestion[];
  readonly header: readonly string[];
  /** Of a workbook. */
  readonly sheets: readonly string[];
  /** The first values of each column. */
  readonly examples: readonly (readonly string[])[];
  /** The source whose saved mapping was used, when it has a name. */
  readonly sourceName: string | null;
  readonly rowsDone: number;
  readonly rowsKnown: number | null;
  readonly errorCode: string | null;
  readonly error: string | null;
  /** What the refusal names: entries, another file. */
  readonly errorDetails: Readonly<Record<string, unknown>> | null;
  /** Equal problems as one. */
  readonly problemGroups: readonly ProblemGroup[];
  /** Of a bank's file: its first statements. */
  readonly statements: readonly StatementReview[];
  /** The day of which the file lists all open items; null when it only adds. */
  readonly snapshotOn: LocalDate | null;
  readonly uploadedByName: string;
  readonly uploadedAt: string;
  readonly touchedAt: string;
  readonly postedAt: string | null;
  readonly undoneAt: string | null;
}

export interface ImportedRow {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface ImportProblem {
  readonly row: number;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
  readonly isNote: boolean;
  /** What the message is filled with: a day, a currency, an amount. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
}
