/** One pass over a batch's file: reads it in its own process, takes what was read, tells how far it is. */
import { isCurrencyCode } from '@quittance/core/money';
import type { Database, Scope, Tx } from '../../platform/database/transaction.ts';
import { AppError, assert } from '../../platform/errors.ts';
import { type BatchRecorder, createBatchRecorder } from './batch-recorder.ts';
import { saveProgress } from './batches.queries.ts';
import type { FileTaker, TakingContext } from './file-taker.ts';
import { fileContent } from './files.queries.ts';
import type { ImportBatch } from './import-batch.ts';
import { loadMappings } from './mappings/mappings.queries.ts';
import { listOwnAccounts } from './own-accounts/own-accounts.queries.ts';
import { type ImportPlace, promiseImports } from './promise-imports.ts';
import type { ImportQuestion, ReadingMessage, ReadingTask } from './reading/messages.ts';
import { readAhead } from './reading/read-ahead.ts';
import { readInProcess } from './reading/reading-process.ts';
import { takeRemittances } from './remittances/take-remittances.ts';
import { takeSnapshot } from './snapshot/take-snapshot.ts';
import { takeContacts } from './take-contacts.ts';
import { takeCustomers } from './take-customers.ts';
import { takeItems } from './take-items.ts';
import { takeNotes } from './take-notes.ts';
import { takeReceipts } from './take-receipts.ts';
import { takeStatement } from './take-statement.ts';

const PROGRESS_MS = 500;
/** Blocks of 500 rows read while the database is busy: it takes longer over them than the reading. */
const MESSAGES_AHEAD = 3;

type Taker = (context: TakingContext, place: Pick<ImportPlace, 'promises'>) => Promise<FileTaker>;

const TAKERS: Readonly<Record<ImportBatch['kind'], Taker>> = {
  customers: takeCustomers,
  contacts: takeContacts,
  items: takeItems,
  receipts: takeReceipts,
  notes: takeNotes,
  promises: (context, place) => promiseImports(place).take(context),
  statement: takeStatement,
  remittance: takeRemittances,
};

export interface BatchRun {
  readonly recorder: BatchRecorder;
  readonly rows: number;
  /** How the columns were read; null for files that are no table. */
  readonly reading: Extract<ReadingMessage, { type: 'mapping' }> | null;
  /** What the reading and the taking ask. */
  readonly questions: readonly ImportQuestion[];
}

/**
 * Runs the file through `tx`. With a command id it posts, without one it only looks. The mapping is the batch's when it
 * has one. Throws the refusal of a file that cannot be taken as a whole. Until it returns, `tx` must not have touched the
 * batch's row, for progress is written to it from another connection.
 */
export async function runBatch(
  place: ImportPlace & { readonly scope: Scope; readonly tx: Tx },
  batch: ImportBatch,
  options: { readonly commandId: string | null },
): Promise<BatchRun> {
  const { database, scope, tx } = place;
  const recorder = createBatchRecorder();
  const context = { tx, batchId: batch.id, commandId: options.commandId, recorder };
  const { snapshotOn } = batch;
  const taker = await (snapshotOn === null ? TAKERS[batch.kind](context, place) : takeSnapshot(context, snapshotOn));
  const progress = createProgress(database, scope, batch.id);
  const task = await readingTask(tx, batch);
  let rows = 0;
  let reading: BatchRun['reading'] = null;
  const messages = readInProcess(task, fileContent(database, scope, batch.fileId));
  for await (const message of readAhead(messages, MESSAGES_AHEAD)) {
    rows = rowsSeen(message) ?? rows;
    if (message.type === 'failed') throw new AppError(message.code, message.message);
    if (message.type === 'mapping') reading = message;
    if (message.type === 'refused') for (const refusal of message.refusals) recorder.refuse(refusal);
    if (message.type === 'notes') for (const note of message.notes) recorder.note(note);
    if (message.type === 'end') recorder.leaveOut(message.leftOut);
    await taker.take(message);
    progress.tell(rows);
  }
  await taker.finish();
  await progress.end();
  const questions = [...(reading?.questions ?? []), ...(taker.questions?.() ?? [])];
  return { recorder, rows, reading, questions };
}

async function readingTask(tx: Tx, { kind, mapping, fileName }: ImportBatch): Promise<ReadingTask> {
  if (kind === 'statement') {
    const accounts = (await listOwnAccounts(tx)).map(({ account }) => account);
    const { functionalCurrency } = tx.company;
    assert(isCurrencyCode(functionalCurrency), 'a company has a currency');
    const around = { currency: functionalCurrency, accounts };
    return { kind, mapping, settled: await loadMappings(tx, kind), companyCode: null, around };
  }
  if (kind === 'remittance') {
    const settled = await loadMappings(tx, kind);
    return { kind, mapping, settled, companyCode: null, fileName, currency: tx.company.functionalCurrency };
  }
  if (mapping !== null) return { kind, mapping, settled: {}, companyCode: null };
  return { kind, mapping, settled: await loadMappings(tx, kind), companyCode: tx.company.code };
}

function rowsSeen(message: ReadingMessage): number | null {
  return 'rows' in message ? message.rows : null;
}

/** Progress goes out on a connection of its own: what the pass writes is not seen before it commits. */
function createProgress(database: Database, scope: Scope, batchId: string) {
  let toldAt = Date.now();
  let telling: Promise<void> = Promise.resolve();
  return {
    tell(rows: number) {
      const now = Date.now();
      if (now - toldAt < PROGRESS_MS) return;
      toldAt = now;
      telling = telling.then(() => database.write(scope, (tx) => saveProgress(tx, batchId, rows)));
      telling.catch(() => undefined); // seen by `end`
    },
    end: () => telling,
  };
}
