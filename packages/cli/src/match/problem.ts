import type { CommandIo } from './io.ts';

/** A row that could not be read, in words a person can act on. The other rows are read all the same. */
export interface RowProblem {
  readonly file: string;
  /** 1 is the first line of a CSV (its header) or the first entry of a JSON list. */
  readonly row: number;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
}

export interface ReadRows<Row> {
  readonly results: Row[];
  readonly problems: RowProblem[];
}

/** What is wrong with a file as a whole: nothing is matched then. */
export const FILE_CODES: ReadonlySet<string> = new Set(['empty_file', 'missing_column', 'not_json']);

/** More lines than this help nobody; the number of the others is told. */
const PRINTED_MAX = 100;

export function printProblems(problems: readonly RowProblem[], io: CommandIo): void {
  for (const problem of problems.slice(0, PRINTED_MAX)) io.stderr(problemLine(problem));
  if (problems.length > PRINTED_MAX) io.stderr(`and ${problems.length - PRINTED_MAX} more problems\n`);
}

/** For programs: all of them, as `[{file, row, field, code, message}]`; nothing when there are none. */
export function printProblemsAsJson(problems: readonly RowProblem[], io: CommandIo): void {
  if (problems.length === 0) return;
  io.stderr(`[${problems.map((problem) => JSON.stringify(problem)).join(',\n')}]\n`);
}

function problemLine({ file, row, field, message }: RowProblem): string {
  const at = field === null ? `row ${row}` : `row ${row}, ${field}`;
  return `${file}: ${at}: ${message}\n`;
}
