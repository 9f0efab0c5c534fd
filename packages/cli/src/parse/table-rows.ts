/** A bank's table (CSV) as rows for core's reader: the library divides the text, core knows what the cells mean. */
import {
  createStatementRowReader,
  type FileProblem,
  guessStatementDelimiter,
  type StatementHandlers,
  type StatementMapping,
} from '@quittance/core/bank-formats';
import { CsvError, parse } from 'csv-parse';
import type { TextReader } from './open-reader.ts';

/** A longer row is a quote that was never closed. */
const RECORD_CHARS_MAX = 100_000;
/** What the sign between cells is guessed from. */
const HEAD_CHARS = 4_096;

/** Quotes inside a cell that is not quoted are text, as banks write them; a quote that is never closed ends the file. */
export function createTableTextReader(handlers: StatementHandlers, mapping: StatementMapping | null): TextReader {
  let head: string | null = '';
  let failure: Error | null = null;
  // What a broken table lacks is not told beside that it is broken.
  const onProblem = (problem: FileProblem) => {
    if (failure === null) handlers.onProblem(problem);
  };
  const rows = createStatementRowReader({ ...handlers, onProblem }, { mapping });
  let parser: ReturnType<typeof parse> | null = null;
  let done: Promise<void> = Promise.resolve();
  const begin = async (text: string) => {
    head = null;
    parser = parse({
      bom: true,
      delimiter: guessStatementDelimiter(text),
      info: true,
      max_record_size: RECORD_CHARS_MAX,
      relax_column_count: true,
      relax_quotes: true,
    });
    done = new Promise<void>((resolve) => parser?.once('close', resolve));
    parser.on('data', ({ record, info }: { record: string[]; info: { lines: number } }) =>
      rows.row(record, info.lines),
    );
    parser.on('error', (error) => {
      failure ??= error;
    });
    await push(text);
  };
  const push = async (text: string) => {
    if (failure !== null || parser === null || parser.write(text)) return;
    await Promise.race([new Promise<void>((resolve) => parser?.once('drain', resolve)), done]);
  };
  return {
    async write(text) {
      if (head === null) return push(text);
      head += text;
      if (head.length >= HEAD_CHARS) await begin(head);
    },
    async end() {
      if (head !== null) await begin(head);
      if (failure === null) parser?.end();
      await done;
      if (failure !== null) handlers.onProblem(brokenTable(failure));
      return rows.close() && failure === null;
    },
  };
}

function brokenTable(error: Error) {
  const line = error instanceof CsvError && 'lines' in error ? Number(error.lines) : 1;
  const message = `The table cannot be divided into cells (${error.message}). A quote was probably never closed: correct the line and read the file again.`;
  return { line, field: 'file', code: 'table_broken', message };
}
