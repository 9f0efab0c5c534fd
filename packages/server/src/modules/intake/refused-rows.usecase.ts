/** The refused rows of an import as a table, with the reason beside each: to be corrected and uploaded again. */
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { findBatch, listProblems, listRows } from './batches.queries.ts';
import { fileContent } from './files.queries.ts';
import type { ImportBatch, ImportProblem } from './import-batch.ts';
import { theBatch } from './read-batch.usecase.ts';
import { REFUSED_COLUMNS, type ReadingTask } from './reading/messages.ts';
import { readInProcess } from './reading/reading-process.ts';

/** As many as problems are kept; who has corrected these uploads the file and sees the next. */
const PROBLEMS_MAX = 10_000;
const ROWS_MAX = 2_000;

export interface RefusedRows {
  readonly name: string;
  readonly content: AsyncIterable<string>;
}

/** `name` is that of the file with "refused" in it. Reads the file again for what its rows hold. */
export async function refusedRows(database: Database, scope: Scope, id: string): Promise<RefusedRows> {
  const { batch, problems, labels } = await database.read(scope, async (tx) => {
    const page = { batchId: id, outcome: 'refused', after: undefined, limit: ROWS_MAX } as const;
    return {
      batch: theBatch(await findBatch(tx, id), id),
      problems: await listProblems(tx, { batchId: id, after: undefined, limit: PROBLEMS_MAX }),
      labels: await listRows(tx, page),
    };
  });
  const reasons = reasonsByRow(problems.filter((problem) => !problem.isNote));
  const name = `${batch.fileName.replace(/\.[^.]*$/, '')} refused.csv`;
  if (batch.mapping === null) {
    const lines = labels.map((row) => [row.label, String(row.row), reasons.get(row.row) ?? '']);
    return { name, content: csv(['number', ...REFUSED_COLUMNS], asyncOf(lines), ',') };
  }
  const delimiter = batch.mapping.decimalMark === 'comma' ? ';' : ',';
  return {
    name,
    content: csv([...batch.header, ...REFUSED_COLUMNS], rowsAgain({ database, scope }, batch, reasons), delimiter),
  };
}

function reasonsByRow(problems: readonly ImportProblem[]): Map<number, string> {
  const reasons = new Map<number, string>();
  for (const { row, message } of problems) {
    const earlier = reasons.get(row);
    reasons.set(row, earlier === undefined ? message : `${earlier} ${message}`);
  }
  return reasons;
}

async function* rowsAgain(
  { database, scope }: { readonly database: Database; readonly scope: Scope },
  batch: ImportBatch,
  reasons: ReadonlyMap<number, string>,
): AsyncGenerator<readonly string[]> {
  const wantedRows = [...reasons.keys()];
  const task: ReadingTask = { kind: batch.kind, mapping: batch.mapping, settled: {}, companyCode: null, wantedRows };
  for await (const message of readInProcess(task, fileContent(database, scope, batch.fileId))) {
    if (message.type !== 'cells') continue;
    for (const { row, cells } of message.found) {
      const whole = batch.header.map((_, index) => cells[index] ?? '');
      yield [...whole, String(row), reasons.get(row) ?? ''];
    }
  }
}

async function* asyncOf<Value>(values: readonly Value[]): AsyncGenerator<Value> {
  yield* values;
}

const BYTE_ORDER_MARK = '\ufeff'; // Excel reads accents only with it

async function* csv(
  header: readonly string[],
  rows: AsyncIterable<readonly string[]>,
  delimiter: string,
): AsyncGenerator<string> {
  const line = (cells: readonly string[]) =>
    `${cells.map((cell) => quoted(inert(cell), delimiter)).join(delimiter)}\r\n`;
  yield BYTE_ORDER_MARK + line(header);
  for await (const row of rows) yield line(row);
}

/** A text that a spreadsheet would run as a formula gets an apostrophe, which is taken off again when it comes back. */
function inert(cell: string): string {
  return /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-][\d\s.,'()/-]*$/.test(cell)) ? `'${cell}` : cell;
}

function quoted(cell: string, delimiter: string): string {
  return /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
