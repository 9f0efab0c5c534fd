import type { LocalDate } from '@quittance/core/calendar';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import { findBatch, moveBatch } from '../batches.queries.ts';
import { notInPreview, theBatch } from '../read-batch.usecase.ts';
import { saveSnapshotDay } from './snapshot.queries.ts';

/**
 * Says that a file lists all items open on a day, or (null) that it only adds; it is then read again. Throws
 * `import_is_not_in_preview`, `only_items_are_listed`, `listed_day_in_future`.
 */
export async function setSnapshot(tx: CommandTx, id: string, listedOn: LocalDate | null): Promise<void> {
  const batch = theBatch(await findBatch(tx, id), id);
  if (batch.kind !== 'items') {
    throw new AppError('only_items_are_listed', `A file of ${batch.kind} is no list of open items.`);
  }
  if (listedOn !== null && listedOn > tx.today) {
    throw new AppError(
      'listed_day_in_future',
      `${listedOn} is after today. Give the day on which these items were open.`,
    );
  }
  if (!(await moveBatch(tx, id, { from: ['preview', 'failed'], to: 'reading' }))) throw notInPreview(batch);
  await saveSnapshotDay(tx, id, listedOn);
  tx.audit({ action: 'intake.set_snapshot', subjectKind: 'import', subjectId: id, after: { listedOn } });
}
