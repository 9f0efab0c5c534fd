/** Counts what becomes of each row, and keeps the first of each outcome and the problems for people to look at. */
import type { BatchCounts, ImportedRow, ImportProblem, RowOutcome } from './import-batch.ts';
import { createProblemGrouping, type ProblemGroup } from './problem-groups.ts';
import type { Refusal, RowFault } from './reading/messages.ts';
import type { StatementReview } from './statement-review.ts';

/** Rows shown of each outcome; the file itself keeps all. */
export const ROWS_SHOWN_MAX = 2_000;
export const PROBLEMS_SHOWN_MAX = 10_000;
/** Statements shown of a bank's file; a year of days fits. Those that do not foot are shown beyond it: they keep the file out. */
const STATEMENTS_SHOWN_MAX = 400;

export interface BatchRecorder {
  readonly count: (outcome: RowOutcome, row: () => Omit<ImportedRow, 'outcome'>) => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly note: (note: RowFault) => void;
  readonly leaveOut: (count: number) => void;
  readonly addCustomer: () => void;
  readonly review: (statement: StatementReview) => void;
  readonly counts: () => BatchCounts;
  readonly details: () => BatchDetails;
}

/** What people look at. */
export interface BatchDetails {
  readonly rows: readonly ImportedRow[];
  readonly problems: readonly ImportProblem[];
  readonly problemGroups: readonly ProblemGroup[];
  readonly statements: readonly StatementReview[];
}

export function createBatchRecorder(): BatchRecorder {
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0, leftOut: 0, problemCount: 0, newCustomers: 0 };
  const rows: ImportedRow[] = [];
  const problems: ImportProblem[] = [];
  const statements: StatementReview[] = [];
  const grouping = createProblemGrouping();
  const tell = (problem: ImportProblem) => {
    counts.problemCount += 1;
    grouping.add(problem);
    if (problems.length < PROBLEMS_SHOWN_MAX) problems.push(problem);
  };
  const count: BatchRecorder['count'] = (outcome, row) => {
    counts[outcome] += 1;
    if (counts[outcome] <= ROWS_SHOWN_MAX) rows.push({ ...row(), outcome });
  };
  return {
    count,
    refuse({ row, label, faults }) {
      count('refused', () => ({ row, label, fields: {} }));
      for (const fault of faults) tell({ ...fault, isNote: false });
    },
    note: (note) => tell({ ...note, isNote: true }),
    leaveOut(left) {
      counts.leftOut += left;
    },
    addCustomer() {
      counts.newCustomers += 1;
    },
    review(statement) {
      const shown = statement.footing === 'off' ? 2 * STATEMENTS_SHOWN_MAX : STATEMENTS_SHOWN_MAX;
      if (statements.length < shown) statements.push(statement);
    },
    counts: () => ({ ...counts }),
    details: () => ({
      rows,
      problems: [...problems].sort((left, right) => left.row - right.row),
      problemGroups: grouping.groups(),
      statements,
    }),
  };
}
