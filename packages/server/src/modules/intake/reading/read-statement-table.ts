/** Bank statements as CSV: rows from csv-parse go into core's row reader. */
import {
  createStatementRowReader,
  DETECT_HEAD_CHARS,
  guessStatementDelimiter,
  type StatementHandlers,
  type StatementMapping,
} from '@quittance/core/bank-formats';
import { createStatementRows, type TableReader } from './read-table.ts';

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
  let head = '';
  let table: TableReader | null = null;
  const begin = () => {
    const text = head.replace(/^\ufeff/, '');
    table = createStatementRows(guessStatementDelimiter(text), rows.row);
    head = '';
    return table.write(text);
  };
  return {
    async write(text) {
      if (table !== null) return table.write(text);
      head += text;
      if (head.length >= DETECT_HEAD_CHARS) await begin();
    },
    async end() {
      if (table === null) await begin();
      await (table as TableReader | null)?.end();
      return rows.close();
    },
  };
}
