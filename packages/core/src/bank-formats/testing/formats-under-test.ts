/** Every format as one function from chunks to what a reader told, so that one harness can try them all. */
import { edi820, type RemittanceHandlers, remittanceToJson } from '../../remittance/index.ts';
import {
  BANK_FORMATS,
  createStatementRowReader,
  entryToJson,
  type FileProblem,
  guessStatementDelimiter,
  type StatementHandlers,
  statementToJson,
} from '../index.ts';

export interface Outcome {
  /** Printed entries, statements, remittances and problems, in the order they were told. */
  readonly told: readonly unknown[];
  readonly problems: readonly FileProblem[];
  readonly isComplete: boolean;
}

export interface FormatUnderTest {
  readonly name: string;
  readonly read: (chunks: readonly string[]) => Outcome;
}

interface AnyReader {
  readonly write: (chunk: string) => void;
  readonly close: () => boolean;
}

function collect(create: (handlers: StatementHandlers & RemittanceHandlers) => AnyReader) {
  return (chunks: readonly string[]): Outcome => {
    const told: unknown[] = [];
    const problems: FileProblem[] = [];
    let entryCount = 0;
    const reader = create({
      onEntry(entry) {
        entryCount += 1;
        told.push({ line: entry.line, status: entry.status, ...entryToJson(entry) });
      },
      onStatement(statement) {
        if (statement.entryCount !== entryCount) throw new Error('the statement miscounts its entries');
        entryCount = 0;
        told.push(statementToJson(statement));
      },
      onRemittance: (remittance) => told.push(remittanceToJson(remittance)),
      onProblem: (problem) => problems.push(problem),
    });
    for (const chunk of chunks) reader.write(chunk);
    const isComplete = reader.close();
    if (entryCount > 0) throw new Error('entries without their statement');
    return { told, problems, isComplete };
  };
}

/** Tables without the library: core only sees cells, however they were divided. */
function createPlainTable(handlers: StatementHandlers): AnyReader {
  let text = '';
  return {
    write(chunk) {
      text += chunk;
    },
    close() {
      const rows = createStatementRowReader(handlers);
      const delimiter = guessStatementDelimiter(text.slice(0, 4096));
      text.split(/\r\n|\n|\r/).forEach((line, index) => {
        if (line.trim() !== '') rows.row(line.split(delimiter), index + 1);
      });
      return rows.close();
    },
  };
}

export const FORMATS_UNDER_TEST: readonly FormatUnderTest[] = [
  ...BANK_FORMATS.map((format) => ({ name: format.name, read: collect(format.createReader) })),
  { name: edi820.name, read: collect(edi820.createReader) },
  { name: 'csv', read: collect(createPlainTable) },
];
