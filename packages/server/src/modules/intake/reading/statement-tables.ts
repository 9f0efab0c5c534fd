/** How the tables of one bank file are read: what was said of the file, what is remembered of its source, and what is told of each. */
import type { SeenTable, StatementMapping, TableOptions } from '@quittance/core/bank-formats';
import { headerKey, type ImportQuestion, type ReadingTask } from './messages.ts';
import type { ReadingOutput } from './reading-output.ts';

export interface StatementTables {
  /** Of the next table; `lookedAt` are its first rows where they are at hand, and tell whether what was said fits it. */
  readonly next: (lookedAt?: readonly (readonly string[])[]) => TableOptions;
}

/** The mapping that is kept is that of the first table; the others of the file are read alike where they have its columns. */
export function createStatementTables(
  { mapping, settled, around }: ReadingTask,
  output: ReadingOutput,
  sheets: readonly string[] = [],
): StatementTables {
  let first: SeenTable | null = null;
  const questions: ImportQuestion[] = [];
  const onTable = (table: SeenTable) => {
    first ??= table;
    const isAsked = (code: string, field: string) =>
      questions.some((question) => question.code === code && question.field === field);
    questions.push(...table.questions.filter(({ code, field }) => !isAsked(code, field)));
    output.send({
      type: 'mapping',
      mapping: first.mapping,
      questions,
      header: first.header,
      sheets,
      examples: first.examples,
    });
  };
  const given = mapping?.kind === 'statement' ? mapping : null;
  const remembered = (header: readonly string[]) => {
    const known = settled[headerKey(header)];
    return known?.kind === 'statement' ? known : undefined;
  };
  return {
    next: (lookedAt) => ({
      mapping: given === null ? null : fitting(given, lookedAt),
      remembered,
      ...(around === undefined ? {} : { around }),
      onTable,
    }),
  };
}

/** Account and currency are said of the whole file; columns only of tables that have them. */
function fitting(given: StatementMapping, lookedAt: readonly (readonly string[])[] | undefined): StatementMapping {
  if (lookedAt === undefined) return given;
  const names = Object.values(given.columns)
    .flat()
    .filter((name) => !/^#\d+$|^column \d+$| \(\d+\)$/.test(name));
  const hasAll = (row: readonly string[]) =>
    names.every((name) => row.some((cell) => cell.replace(/\s+/g, ' ').trim() === name));
  if (lookedAt.some(hasAll)) return given;
  const { headerRow: _, ...rest } = given;
  return { ...rest, columns: {} };
}
