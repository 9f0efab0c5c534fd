/** From a preview to the ledger: all that is good in one transaction, or nothing. */
import { inCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { AppError, assert } from '../../platform/errors.ts';
import { findBatch, lockBatch, moveBatch, replaceDetails, saveCounts } from './batches.queries.ts';
import type { ImportBatch } from './import-batch.ts';
import { rememberMapping } from './mappings.queries.ts';
import { notInPreview, reasonOf, theBatch } from './read-batch.usecase.ts';
import { headerKey } from './reading/messages.ts';
import { runBatch } from './run-batch.ts';

/** `all`: any refused row keeps the whole file out. `good_rows`: refused rows are left behind. */
export type PostingChoice = 'all' | 'good_rows';

/**
 * Asks for the posting: the batch is then `posting`, and `postBatch` does it. Throws `import_is_not_in_preview`,
 * `import_has_questions`, `import_has_refused_rows`.
 */
export async function startPosting(
  database: Database,
  scope: Scope,
  id: string,
  choice: PostingChoice,
): Promise<ImportBatch> {
  return database.write(scope, async (tx) => {
    const batch = theBatch(await findBatch(tx, id), id);
    if (batch.status === 'posted' || batch.status === 'posting') return batch;
    if (batch.questions.some((question) => question.isBlocking)) {
      throw new AppError('import_has_questions', 'Answer what is asked about the columns first.', { status: 409 });
    }
    if (choice === 'all' && batch.refused > 0) throw hasRefusedRows(batch.refused);
    if (!(await moveBatch(tx, id, { from: ['preview'], to: 'posting' }))) throw notInPreview(batch);
    return { ...batch, status: 'posting' };
  });
}

/** Posts. When it fails, nothing was posted and the batch is back in preview with the reason. */
export async function postBatch(database: Database, scope: Scope, id: string, choice: PostingChoice): Promise<void> {
  try {
    await database.post(scope, async (tx) => {
      await lockBatch(tx, id);
      const batch = theBatch(await findBatch(tx, id), id);
      if (batch.status !== 'posting') return;
      await inCommand(tx, { action: 'intake.post', body: { id, choice } }, async (command) => {
        const run = await runBatch({ database, scope, tx: command }, batch, { commandId: command.commandId });
        const counts = run.recorder.counts();
        if (choice === 'all' && counts.refused > 0) throw hasRefusedRows(counts.refused);
        await saveCounts(command, id, { ...counts, rowsKnown: run.rows });
        await replaceDetails(command, id, run.recorder.details());
        if (batch.mapping !== null) {
          await rememberMapping(command, { headerKey: headerKey(batch.header), mapping: batch.mapping });
        }
        assert(await moveBatch(command, id, { from: ['posting'], to: 'posted' }), 'the batch is locked for posting');
        command.audit({ action: 'intake.post', subjectKind: 'import', subjectId: id, after: { ...counts, choice } });
        return counts;
      });
    });
  } catch (error) {
    await database.write(scope, (tx) => moveBatch(tx, id, { from: ['posting'], to: 'preview', ...reasonOf(error) }));
    if (!(error instanceof AppError)) throw error;
  }
}

function hasRefusedRows(refused: number): AppError {
  const rows = refused === 1 ? '1 row is' : `${refused} rows are`;
  const message = `${rows} refused. Correct the file and upload it again, or choose to post the good rows only.`;
  return new AppError('import_has_refused_rows', message, { status: 409, details: { refused } });
}
