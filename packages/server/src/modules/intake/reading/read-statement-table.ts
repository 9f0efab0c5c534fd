/** Bank statements as CSV: rows from csv-parse go into core's row reader. */
import {
  createStatementRowReader,
  DETECT_HEAD_CHARS,
  guessStatementDelimiter,
  type StatementHandlers,
  type TableOptions,
} from '@quittance/core/bank-formats';
import { createStatementRows, onceSeen } from './read-table.ts';

export interface StatementTableReader {
  /** Resolves when more may be written. */
  readonly write: (text: string) => Promise<void>;
  /** False when the table was refused: then nothing of it may be posted. Throws TableBroken on a broken quote. */
  readonly end: () => Promise<boolean>;
}

/** `onRow` sees each row as it stands in the file. */
export function createStatementTableReader(
  handlers: StatementHandlers,
  options: TableOptions,
  onRow: (cells: readonly string[], line: number) => void = () => undefined,
): StatementTableReader {
  const rows = createStatementRowReader(handlers, options);
  const table = onceSeen(DETECT_HEAD_CHARS, (head) =>
    createStatementRows(guessStatementDelimiter(head), (cells, line) => {
      onRow(cells, line);
      rows.row(cells, line);
    }),
  );
  return {
    write: table.write,
    async end() {
      await table.end();
      return rows.close();
    },
  };
}
