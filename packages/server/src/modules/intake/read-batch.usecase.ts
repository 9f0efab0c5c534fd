/** From an upload to a preview: nothing is posted, everything that would be is shown. */
import type { LocalDate } from '@quittance/core/calendar';
import { type CommandTx, runCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import type { Origin } from './arrival/arrival.ts';
import { insertArrival } from './arrival/arrivals.queries.ts';
import {
  type BatchFailure,
  findBatch,
  findBatchOfFile,
  insertBatch,
  lockBatch,
  moveBatch,
  replaceDetails,
  saveCounts,
  saveMapping,
  touchBatch,
} from './batches.queries.ts';
import { fileContent } from './files.queries.ts';
import type { ImportBatch } from './import-batch.ts';
import { findMappingOf, saveSourceName } from './mappings/mappings.queries.ts';
import { inTurn } from './pass-queue.ts';
import type { ImportPlace } from './promise-imports.ts';
import { type FileKind, type ImportMapping, sourceKey } from './reading/messages.ts';
import { runBatch } from './run-batch.ts';
import { saveSnapshotDay } from './snapshot/snapshot.queries.ts';
import { sniffKind } from './sniff-kind.ts';
import { type StoredFile, storeFile } from './store-file.usecase.ts';

export interface Upload {
  readonly fileName: string;
  readonly content: AsyncIterable<Uint8Array>;
  /** Its size, where it is known before its content. */
  readonly byteCount?: number | undefined;
  /** Found from the file's beginning when absent. */
  readonly kind?: FileKind | undefined;
  /** Repeated with the same file, name and kind it answers the same import; with anything else it is refused. */
  readonly idempotencyKey?: string | undefined;
  /** How it came; by program when nothing is said. */
  readonly origin?: Origin | undefined;
  /** The day of which an item file lists all open items; absent when it only adds. */
  readonly snapshotOn?: LocalDate | 'today' | undefined;
}

const BY_PROGRAM: Origin = { channel: 'api', sourceId: null, sender: null, place: null };

export interface Received {
  readonly batch: ImportBatch;
  /** False when this very file came before and its import still stands: that import is answered. */
  readonly isNew: boolean;
}

/** Stores the file and opens its import; reading it is the next step (`readBatch`). Throws `idempotency_key_reused`. */
export async function receiveFile(database: Database, scope: Scope, upload: Upload): Promise<Received> {
  const file = await storeFile(database, scope, upload);
  const { fileName, kind } = upload;
  const body = { sha256: file.sha256, fileName, kind: kind ?? null };
  const sniffed = kind ?? (await sniffKind(file.head, () => fileContent(database, scope, file.id)));
  const command = { key: upload.idempotencyKey, action: 'intake.upload', body };
  const opened = await runCommand(database, scope, command, (tx) =>
    openBatch(tx, {
      ...file,
      fileName,
      kind: sniffed,
      origin: upload.origin ?? BY_PROGRAM,
      snapshotOn: sniffed === 'items' ? upload.snapshotOn : undefined,
    }),
  );
  const batch = theBatch(await database.read(scope, (tx) => findBatch(tx, opened.id)), opened.id);
  return { batch, isNew: opened.isNew };
}

interface OpenedFile extends Omit<StoredFile, 'head'> {
  readonly fileName: string;
  readonly kind: FileKind;
  readonly origin: Origin;
  readonly snapshotOn: Upload['snapshotOn'];
}

async function openBatch(tx: CommandTx, file: OpenedFile): Promise<{ id: string; isNew: boolean }> {
  const { fileName, sha256, kind, origin, snapshotOn } = file;
  const found = await findBatchOfFile(tx, { fileId: file.id, kind });
  // The ledger has moved since: the same list of open items is compared again.
  const earlier = snapshotOn !== undefined && found?.status === 'posted' ? undefined : found;
  const id = earlier?.id ?? newId();
  // Since its preview, rates or customers may have come: it is read again.
  if (earlier !== undefined) await moveBatch(tx, id, { from: ['preview'], to: 'reading' });
  else await insertBatch(tx, { id, kind, fileName, fileId: file.id });
  if (snapshotOn !== undefined) await saveSnapshotDay(tx, id, snapshotOn === 'today' ? tx.today : snapshotOn);
  await insertArrival(tx, {
    origin,
    fileName,
    sha256,
    byteCount: BigInt(file.byteCount),
    outcome: earlier === undefined ? 'imported' : 'repeated',
    reason: null,
    batchId: id,
  });
  const after = { fileName, sha256, kind, isNew: earlier === undefined };
  tx.audit({ action: 'intake.upload', subjectKind: 'import', subjectId: id, after });
  return { id, isNew: earlier === undefined };
}

/**
 * Opens an import of the same file for the rows that were refused when it was posted: a rate or a customer has come since. One
 * that waits already is answered. Throws `import_has_no_refused_rows`.
 */
export async function bringAgain(tx: CommandTx, id: string): Promise<{ id: string }> {
  const batch = theBatch(await findBatch(tx, id), id);
  if (batch.status !== 'posted' || batch.refused === 0) {
    const message = `${batch.fileName} has no refused rows to bring again.`;
    throw new AppError('import_has_no_refused_rows', message, { status: 409 });
  }
  const waiting = await findBatchOfFile(tx, { fileId: batch.fileId, kind: batch.kind });
  const next = waiting?.id ?? newId();
  if (waiting === undefined) {
    await insertBatch(tx, { id: next, kind: batch.kind, fileName: batch.fileName, fileId: batch.fileId });
    const { mapping, header, sheets, examples } = batch;
    if (mapping !== null) await saveMapping(tx, next, { mapping, questions: [], header, sheets, examples });
  } else await moveBatch(tx, next, { from: ['preview'], to: 'reading' });
  tx.audit({ action: 'intake.bring_again', subjectKind: 'import', subjectId: next, after: { of: id } });
  return { id: next };
}

/** Reads the file when its turn has come, and keeps what would become of it. Never throws for what the file holds: the batch says it. */
export async function readBatch(place: ImportPlace, scope: Scope, id: string): Promise<void> {
  await inTurn(
    () => readNow(place, scope, id),
    () => place.database.write(scope, (tx) => touchBatch(tx, id)),
  );
}

async function readNow(place: ImportPlace, scope: Scope, id: string): Promise<void> {
  const { database } = place;
  const batch = theBatch(await database.read(scope, (tx) => findBatch(tx, id)), id);
  if (batch.status !== 'reading') return;
  try {
    await database.write(scope, async (tx) => {
      await lockBatch(tx, id); // the same file sent twice at once is read by one after the other
      if (theBatch(await findBatch(tx, id), id).status !== 'reading') return;
      const run = await runBatch({ ...place, scope, tx }, batch, { commandId: null });
      if (run.reading !== null) {
        await saveMapping(tx, id, { ...run.reading, questions: run.questions });
        const source = { kind: batch.kind, headerKey: sourceKey(run.reading.mapping, run.reading.header) };
        await saveSourceName(tx, id, (await findMappingOf(tx, source))?.name ?? null);
      } else if (batch.mapping !== null || batch.questions.length > 0 || run.questions.length > 0) {
        // A mapping that was said of a file that is no table is gone.
        await saveMapping(tx, id, { ...NO_COLUMNS, questions: run.questions });
      }
      await saveCounts(tx, id, { ...run.recorder.counts(), rowsKnown: run.rows });
      await replaceDetails(tx, id, run.recorder.details());
      await moveBatch(tx, id, { from: ['reading'], to: 'preview' });
    });
  } catch (error) {
    await database.write(scope, (tx) => moveBatch(tx, id, { from: ['reading'], to: 'failed', ...reasonOf(error) }));
    if (!(error instanceof AppError)) throw error;
  }
}

const NO_COLUMNS = { mapping: null, header: [], sheets: [], examples: [] };

/** Sets how the columns are to be read; the file is then read again. Throws `import_is_not_in_preview`. */
export async function setMapping(database: Database, scope: Scope, id: string, mapping: ImportMapping): Promise<void> {
  await database.write(scope, async (tx) => {
    const batch = theBatch(await findBatch(tx, id), id);
    if (mapping.kind !== batch.kind) {
      throw new AppError(
        'mapping_does_not_fit',
        `This import is of ${batch.kind}; the mapping is for ${mapping.kind}.`,
      );
    }
    const { header } = batch;
    const unknown = unknownColumns(mapping, header);
    if (unknown.length > 0) throw new AppError('mapping_does_not_fit', `The file has no column ${unknown.join(', ')}.`);
    if (!(await moveBatch(tx, id, { from: ['preview', 'failed'], to: 'reading' }))) throw notInPreview(batch);
    await saveMapping(tx, id, { mapping, questions: [], header, sheets: batch.sheets, examples: batch.examples });
  });
}

/** In a bank's table a column may also be named by its number. */
function unknownColumns(mapping: ImportMapping, header: readonly string[]): string[] {
  const named: readonly string[] = Object.values(mapping.columns).flat();
  return named.filter(
    (column) => !header.includes(column) && !(mapping.kind === 'statement' && /^#[1-9]\d{0,2}$/.test(column)),
  );
}

/** Puts an import aside that is not to be posted; its file may come again. Throws `import_is_not_in_preview`. */
export async function discardBatch(tx: CommandTx, id: string): Promise<void> {
  const batch = theBatch(await findBatch(tx, id), id);
  if (!(await moveBatch(tx, id, { from: ['preview', 'failed'], to: 'discarded' }))) throw notInPreview(batch);
  const before = { fileName: batch.fileName, status: batch.status };
  tx.audit({ action: 'intake.discard', subjectKind: 'import', subjectId: id, before });
}

export function theBatch(batch: ImportBatch | undefined, id: string): ImportBatch {
  if (batch === undefined) throw notFound('import', id);
  return batch;
}

export function notInPreview(batch: ImportBatch): AppError {
  const message = `${batch.fileName} is ${batch.status}; only an import in preview can be changed, posted or discarded.`;
  return new AppError('import_is_not_in_preview', message, { status: 409 });
}

/** What a person is told of a failure: a refusal in its own words, a bug without them. */
export function reasonOf(error: unknown): BatchFailure {
  if (error instanceof AppError)
    return { errorCode: error.code, error: error.message, errorDetails: error.details ?? null };
  return {
    errorCode: 'unexpected',
    error: 'Something went wrong on our side. Nothing was changed; try again, and report it if it stays.',
    errorDetails: null,
  };
}
