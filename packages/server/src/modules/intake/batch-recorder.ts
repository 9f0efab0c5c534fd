/** Counts what becomes of each row, and keeps the first of each outcome and the problems for people to look at. */
import type { BatchCounts, ImportedRow, ImportProblem, RowOutcome } from './import-batch.ts';
import type { Refusal, RowFault } from './reading/messages.ts';

/** Rows shown of each outcome; the file itself keeps all. */
export const ROWS_SHOWN_MAX = 2_000;
export const PROBLEMS_SHOWN_MAX = 10_000;

export interface BatchRecorder {
  readonly count: (outcome: RowOutcome, row: () => Omit<ImportedRow, 'outcome'>) => void;
  readonly refuse: (refusal: Refusal) => void;
  readonly note: (note: RowFault) => void;
  readonly leaveOut: (count: number) => void;
  readonly addCustomer: () => void;
  readonly counts: () => BatchCounts;
  readonly details: () => { rows: readonly ImportedRow[]; problems: readonly ImportProblem[] };
}

export function createBatchRecorder(): BatchRecorder {
  const counts = { added: 0, changed: 0, unchanged: 0, refused: 0, leftOut: 0, problemCount: 0, newCustomers: 0 };
  const rows: ImportedRow[] = [];
  const problems: ImportProblem[] = [];
  const tell = (problem: ImportProblem) => {
    counts.problemCount += 1;
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
    counts: () => ({ ...counts }),
    details: () => ({ rows, problems: [...problems].sort((left, right) => left.row - right.row) }),
  };
}
