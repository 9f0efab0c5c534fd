/** The rows of a delimited file, strictly: a broken quote ends the file with its line, it never swallows rows. */
import { CsvError, parse } from 'csv-parse';
import { FileRefused } from './file-refused.ts';

/** A longer record is a quote that was never closed, not a row. */
const RECORD_CHARS_MAX = 100_000;
/** Enough to see how the first lines are divided. */
const HEAD_CHARS = 16_384;
const DELIMITERS = [',', ';', '\t', '|'] as const;

export interface TableReader {
  /** Resolves when more may be written. */
  readonly write: (text: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

export class TableBroken extends FileRefused {
  constructor(message: string) {
    super('table_broken', message);
  }
}

/** `onRow` gets each row with its number in the file, the header being row 1. */
export function createTableReader(onRow: (row: readonly string[], rowNumber: number) => void): TableReader {
  return onceSeen(HEAD_CHARS + 1, (head) =>
    readRows(parse({ ...ROW_OPTIONS, delimiter: guessDelimiter(head) }), onRow),
  );
}

/** A table that can only be begun when so much of the text has been seen, or all of it: its separator is found from it. */
export function onceSeen(chars: number, begin: (head: string) => TableReader): TableReader {
  let head = '';
  let table: TableReader | null = null;
  const start = () => {
    table = begin(head);
    const text = head;
    head = '';
    return table.write(text);
  };
  return {
    async write(text) {
      if (table !== null) return table.write(text);
      head += text;
      if (head.length >= chars) await start();
    },
    async end() {
      if (table === null) await start();
      await (table as TableReader | null)?.end();
    },
  };
}

/**
 * The same with a delimiter that is known, and with quotes inside cells taken as text: banks write them unmarked. `onRow`
 * gets the line of the file on which the row ends, which is what an editor shows.
 */
export function createStatementRows(
  delimiter: string,
  onRow: (row: readonly string[], line: number) => void,
): TableReader {
  const parser = parse({ ...ROW_OPTIONS, delimiter, relax_quotes: true, info: true });
  return readRows(parser, (found) => {
    const { record, info } = found as unknown as { record: string[]; info: { lines: number } };
    onRow(record, info.lines);
  });
}

const ROW_OPTIONS = { relax_column_count: true, max_record_size: RECORD_CHARS_MAX } as const;

function readRows(
  parser: ReturnType<typeof parse>,
  onRow: (row: readonly string[], rowNumber: number) => void,
): TableReader {
  let rowNumber = 0;
  let failure: Error | null = null;
  const done = new Promise<void>((resolve) => parser.once('close', resolve));
  parser.on('data', (row: string[]) => {
    rowNumber += 1;
    try {
      onRow(row, rowNumber);
    } catch (error) {
      parser.destroy(error as Error);
    }
  });
  parser.on('error', (error) => {
    failure ??= tableError(error);
  });
  const check = () => {
    if (failure !== null) throw failure;
  };
  return {
    async write(text) {
      check();
      if (!parser.write(text)) {
        await Promise.race([new Promise<void>((resolve) => parser.once('drain', resolve)), done]);
      }
      check();
    },
    async end() {
      parser.end();
      await done;
      check();
    },
  };
}

/**
 * The sign that divides the first lines alike, outside quotes: titles above a table and decimal commas within it stand in
 * some lines, or in changing numbers.
 */
export function guessDelimiter(head: string): string {
  const bare = head.slice(0, RECORD_CHARS_MAX).replace(/"(?:[^"]|"")*"/g, '');
  const lines = bare.split(/\r?\n/, DELIMITER_LINES).filter((line) => line.trim() !== '');
  const scores = DELIMITERS.map((delimiter) => ({ delimiter, score: evenness(lines, delimiter) }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

const DELIMITER_LINES = 20;

/** How often the sign stands in a line, where most lines agree, times how many do. */
function evenness(lines: readonly string[], delimiter: string): number {
  const agreeing = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    agreeing.set(count, (agreeing.get(count) ?? 0) + 1);
  }
  return Math.max(...[...agreeing].map(([count, agree]) => count * agree), 0);
}

const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'a quote stands inside a quoted cell',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that is not quoted',
  CSV_MAX_RECORD_SIZE: 'a row is longer than any row can be, so a quote was probably never closed',
};

function tableError(error: Error): Error {
  if (!(error instanceof CsvError)) return error;
  const lines = (error as CsvError & { readonly lines?: number }).lines ?? 1;
  const reason = REASONS[error.code] ?? error.message;
  return new TableBroken(
    `Line ${lines}: ${reason}. Nothing of the file was taken; correct that line and upload it again.`,
  );
}
