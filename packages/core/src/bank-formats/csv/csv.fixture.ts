/** For tests: a table without quotes, divided at its delimiter and read as a statement. */
import type { BankEntry, FileProblem, ParsedFile, ParsedStatement } from '../statement.ts';
import type { StatementMapping } from './given-mapping.ts';
import { createStatementRowReader } from './statement-rows.ts';
import { guessStatementDelimiter } from './table-head.ts';

export function parseTableText(text: string, mapping: StatementMapping | null = null): ParsedFile {
  const statements: ParsedStatement[] = [];
  const problems: FileProblem[] = [];
  let entries: BankEntry[] = [];
  const reader = createStatementRowReader(
    {
      onEntry: (entry) => entries.push(entry),
      onStatement: (statement) => {
        statements.push({ ...statement, entries });
        entries = [];
      },
      onProblem: (problem) => problems.push(problem),
    },
    { mapping },
  );
  const delimiter = guessStatementDelimiter(text);
  const lines = text.replace(/^\ufeff/, '').split(/\r?\n/);
  lines.forEach((line, index) => {
    reader.row(
      line.split(delimiter).map((cell) => cell.replace(/^"|"$/g, '')),
      index + 1,
    );
  });
  const isComplete = reader.close();
  return { format: 'csv', statements, problems, isComplete };
}
