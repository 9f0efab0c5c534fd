/** From a preview to the ledger: all that is good in one transaction, or nothing. */
import { type CommandTx, inCommand } from '../../platform/command/index.ts';
import type { Scope, Tx } from '../../platform/database/transaction.ts';
import { AppError, assert } from '../../platform/errors.ts';
import { findBatch, lockBatch, moveBatch, replaceDetails, saveCounts, touchBatch } from './batches.queries.ts';
import type { BatchCounts, ImportBatch } from './import-batch.ts';
import { keepMapping } from './mappings/mappings.usecase.ts';
import { inTurn } from './pass-queue.ts';
import type { ImportPlace } from './promise-imports.ts';
import { notInPreview, readBatch, reasonOf, theBatch } from './read-batch.usecase.ts';
import { requireFooting } from './releases/releases.usecase.ts';
import { runBatch } from './run-batch.ts';

/** `all`: any refused row keeps the whole file out. `good_rows`: refused rows are left behind. */
export type PostingChoice = 'all' | 'good_rows';

/**
 * Asks for the posting: the batch is then `posting`, and `postBatch` does it. One that is posted already stays so. Throws
 * `import_is_not_in_preview`, `import_has_questions`, `import_has_refused_rows`, `statement_does_not_foot`.
 */
export async function startPosting(tx: Tx, id: string, choice: PostingChoice): Promise<void> {
  const batch = theBatch(await findBatch(tx, id), id);
  if (batch.status === 'posted' || batch.status === 'posting') return;
  if (batch.status !== 'preview') throw notInPreview(batch);
  if (batch.questions.some((question) => question.isBlocking)) {
    throw new AppError('import_has_questions', 'Answer what is asked about the columns first.', { status: 409 });
  }
  if (choice === 'all' && batch.refused > 0) throw hasRefusedRows(batch.refused);
  await requireFooting(tx, batch);
  if (!(await moveBatch(tx, id, { from: ['preview'], to: 'posting' }))) throw notInPreview(batch);
}

/** Posts what the preview showed. Throws `import_changed_meanwhile` when there is more by now. When it fails, nothing was posted; the batch is back in preview with the reason, which is thrown as well. */
export async function postBatch(place: ImportPlace, scope: Scope, id: string, choice: PostingChoice): Promise<void> {
  const isWaiting = () => place.database.write(scope, (tx) => touchBatch(tx, id));
  try {
    await inTurn(() => postNow(place, scope, { id, choice }), isWaiting);
  } catch (error) {
    await lookAgain(place, scope, { id, error });
    throw error;
  }
}

async function postNow(
  place: ImportPlace,
  scope: Scope,
  { id, choice }: { readonly id: string; readonly choice: PostingChoice },
): Promise<void> {
  await place.database.post(scope, async (tx) => {
    await lockBatch(tx, id);
    const batch = theBatch(await findBatch(tx, id), id);
    if (batch.status !== 'posting') return;
    await inCommand(tx, { action: 'intake.post', body: { id, choice } }, (command) =>
      postWhole({ ...place, scope, tx: command }, batch, choice),
    );
  });
}

/** Back to the preview with the reason; one that is out of date is made anew first. */
async function lookAgain(
  place: ImportPlace,
  scope: Scope,
  { id, error }: { readonly id: string; readonly error: unknown },
): Promise<void> {
  const { database } = place;
  if (error instanceof AppError && error.code === OUTDATED) {
    await database.write(scope, (tx) => moveBatch(tx, id, { from: ['posting'], to: 'reading' }));
    await readBatch(place, scope, id);
  }
  const from = ['posting', 'preview'] as const;
  await database.write(scope, (tx) => moveBatch(tx, id, { from, to: 'preview', ...reasonOf(error) }));
}

const OUTDATED = 'import_changed_meanwhile';

function questionsMeanwhile(): AppError {
  const message =
    'Since you looked, another account of the company has come, so that the file has to be asked about. It was read again; answer, and post once more.';
  return new AppError(OUTDATED, message, { status: 409 });
}

/** Nobody posts what nobody has seen: since the preview a rate or a customer may have come. */
function refuseUnseen(seen: BatchCounts, now: BatchCounts): void {
  if (now.added <= seen.added && now.changed <= seen.changed) return;
  const more = now.added + now.changed - seen.added - seen.changed;
  const message = `Since you looked, ${more} more rows can be posted: a rate or a customer has come, or an import was undone. The file was read again; look at it, and post once more.`;
  throw new AppError(OUTDATED, message, { status: 409, details: { more } });
}

async function postWhole(
  place: ImportPlace & { readonly scope: Scope; readonly tx: CommandTx },
  batch: ImportBatch,
  choice: PostingChoice,
): Promise<BatchCounts> {
  const { tx } = place;
  const run = await runBatch(place, batch, { commandId: tx.commandId });
  const counts = run.recorder.counts();
  if (run.questions.some(({ isBlocking }) => isBlocking)) throw questionsMeanwhile();
  if (choice === 'all' && counts.refused > 0) throw hasRefusedRows(counts.refused);
  refuseUnseen(batch, counts);
  await saveCounts(tx, batch.id, { ...counts, rowsKnown: run.rows });
  const details = run.recorder.details();
  await requireFooting(tx, { id: batch.id, statements: details.statements });
  await replaceDetails(tx, batch.id, details);
  if (batch.mapping !== null) {
    const { header, mapping, fileName } = batch;
    await keepMapping(tx, { header, mapping, fileName });
  }
  assert(await moveBatch(tx, batch.id, { from: ['posting'], to: 'posted' }), 'the batch is locked for posting');
  const after = { ...counts, choice, fileName: batch.fileName };
  tx.audit({ action: 'intake.post', subjectKind: 'import', subjectId: batch.id, after });
  return counts;
}

function hasRefusedRows(refused: number): AppError {
  const rows = refused === 1 ? '1 row is' : `${refused} rows are`;
  const message = `${rows} refused. Correct the file and upload it again, or choose to post the good rows only.`;
  return new AppError('import_has_refused_rows', message, { status: 409, details: { refused } });
}
