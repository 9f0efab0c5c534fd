/** Reads a bank statement file of any known format. */
import {
  type BankEntry,
  DETECT_HEAD_CHARS,
  detectFormat,
  type FileProblem,
  isLineLost,
  looksLikeStatementTable,
  looksLikeTable,
  type StatementHandlers,
} from '@quittance/core/bank-formats';
import { blankFile } from './file-refused.ts';
import type { ReadingTask } from './messages.ts';
import { createStatementTableReader, type StatementTableReader } from './read-statement-table.ts';
import type { TableReader } from './read-table.ts';
import type { ReadingOutput } from './reading-output.ts';
import { createStatementTables } from './statement-tables.ts';

const TABLE_FORMAT = 'csv';

export interface StatementOutput {
  readonly handlers: StatementHandlers;
  readonly isOf: (format: string) => void;
  /** The last message: the end, or that nothing of the file may be taken. */
  readonly end: (isComplete: boolean) => void;
}

/** What a reader of statements tells, as messages in blocks. */
export function createStatementOutput(output: ReadingOutput): StatementOutput {
  let rows = 0;
  let format = TABLE_FORMAT;
  let lines: BankEntry[] = [];
  let broken: FileProblem | null = null;
  const flush = () => {
    if (lines.length > 0) output.send({ type: 'lines', rows, format, lines });
    lines = [];
    output.flushFaults(rows);
  };
  const onProblem = (problem: FileProblem) => {
    const { line, field, code, message } = problem;
    const fault = { row: line, field, code, message };
    if (field === 'file') broken = problem;
    if (!isLineLost(code)) return output.note(fault);
    rows += 1;
    output.refuse({ row: line, label: `line ${line}`, faults: [fault] });
  };
  return {
    handlers: {
      onEntry(entry) {
        rows += 1;
        const lost = output.damage.line(entry);
        if (lost !== null) output.note(lost);
        lines.push(entry);
        if (output.isBlockFull(lines.length)) flush();
      },
      onStatement(statement) {
        flush();
        output.send({ type: 'statement', format, statement });
      },
      onProblem,
    },
    isOf(name) {
      format = name;
    },
    end(isComplete) {
      flush();
      if (isComplete) output.send({ type: 'end', rows, leftOut: 0 });
      else output.send({ type: 'failed', code: 'file_broken', message: brokenMessage(broken) });
    },
  };
}

export function createStatementFileReader(task: ReadingTask, output: ReadingOutput): TableReader {
  const statements = createStatementOutput(output);
  let head = '';
  let reader: StatementTableReader | null = null;
  const begin = async () => {
    if (head.trim() === '') throw blankFile();
    statements.isOf(detectFormat(head)?.name ?? TABLE_FORMAT);
    reader = readerFor(head, statements.handlers, { task, output });
    if (reader === null) throw new UnknownFormat();
    const text = head;
    head = '';
    await reader.write(text);
  };
  return {
    async write(text) {
      if (reader !== null) return reader.write(text);
      head += text;
      if (head.length >= DETECT_HEAD_CHARS) await begin();
    },
    async end() {
      if (reader === null) await begin();
      const isComplete = await (reader as StatementTableReader | null)?.end();
      statements.end(isComplete === true);
    },
  };
}

/** The reader of the format a file's beginning shows; a table of dates and amounts is a statement as CSV. */
function readerFor(
  head: string,
  handlers: StatementHandlers,
  { task, output }: { readonly task: ReadingTask; readonly output: ReadingOutput },
): StatementTableReader | null {
  const format = detectFormat(head);
  if (format === null) {
    const isTable = looksLikeStatementTable(head) || (task.around !== undefined && looksLikeTable(head));
    if (!isTable && task.mapping === null) return null;
    const wanted = new Set(task.wantedRows);
    const handOut = (cells: readonly string[], row: number) => {
      if (wanted.has(row)) output.send({ type: 'cells', found: [{ row, cells }] });
    };
    return createStatementTableReader(handlers, createStatementTables(task, output).next(), handOut);
  }
  const reader = format.createReader(handlers);
  return { write: async (text) => reader.write(text), end: async () => reader.close() };
}

export class UnknownFormat extends Error {
  constructor() {
    super('The file is no bank statement of a known format. Check that the right file was chosen.');
  }
}

function brokenMessage(problem: FileProblem | null): string {
  return problem === null
    ? 'The file is broken.'
    : `Line ${problem.line}: ${problem.message} Nothing of the file was taken.`;
}
