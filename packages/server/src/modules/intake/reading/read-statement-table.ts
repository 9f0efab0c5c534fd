/** Bank statements as CSV: rows from csv-parse go into core's row reader. */
import {
  createStatementRowReader,
  DETECT_HEAD_CHARS,
  guessStatementDelimiter,
  type StatementHandlers,
  type StatementMapping,
} from '@quittance/core/bank-formats';
import { createStatementRows, onceSeen } from './read-table.ts';

export interface StatementTableReader {
  /** Resolves when more may be written. */
  readonly write: (text: string) => Promise<void>;
  /** False when the table was refused: then nothing of it may be posted. Throws TableBroken on a broken quote. */
  readonly end: () => Promise<boolean>;
}

/** `mapping` null guesses which column is which. */
export function createStatementTableReader(
  handlers: StatementHandlers,
  mapping: StatementMapping | null,
): StatementTableReader {
  const rows = createStatementRowReader(handlers, mapping);
  const table = onceSeen(DETECT_HEAD_CHARS, (head) => createStatementRows(guessStatementDelimiter(head), rows.row));
  return {
    write: table.write,
    async end() {
      await table.end();
      return rows.close();
    },
  };
}
