/** Work that was interrupted (the process was killed, the machine went down) is taken up again or put back. */
import type { Scope } from '../../platform/database/transaction.ts';
import { listInterrupted, moveBatch } from './batches.queries.ts';
import type { ImportPlace } from './promise-imports.ts';
import { readBatch } from './read-batch.usecase.ts';

/** Every pass tells its progress twice a second; after this long without a word nobody is at it any more. */
const SECONDS_STILL = 300;

/**
 * Reads again what was being read. What was being posted or undone was rolled back by the database: it is put back where
 * it was, for a person to ask again. Called when a server starts, for each company.
 */
export async function recoverBatches(place: ImportPlace, scope: Scope, secondsStill = SECONDS_STILL): Promise<void> {
  const interrupted = await place.database.write(scope, async (tx) => {
    const batches = await listInterrupted(tx, secondsStill);
    const reason = { errorCode: 'interrupted', error: 'This was interrupted. Nothing was changed; ask for it again.' };
    for (const { id, status } of batches) {
      if (status === 'posting') await moveBatch(tx, id, { from: ['posting'], to: 'preview', ...reason });
      if (status === 'undoing') await moveBatch(tx, id, { from: ['undoing'], to: 'posted', ...reason });
    }
    return batches;
  });
  for (const { id, status } of interrupted) if (status === 'reading') await readBatch(place, scope, id);
}
