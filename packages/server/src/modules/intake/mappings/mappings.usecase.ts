/** Sources: mappings that were given a name, so that people know which files they are for. */
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { findBatch } from '../batches.queries.ts';
import { theBatch } from '../read-batch.usecase.ts';
import { headerKey } from '../reading/messages.ts';
import {
  deleteMapping,
  findMapping,
  findMappingOf,
  rememberMapping,
  renameMapping,
  type SavedMapping,
  saveSourceName,
} from './mappings.queries.ts';

/** Keeps how an import is read as a source of that name. Throws `import_has_no_mapping`, `import_mapping_name_is_its_own`. */
export async function saveSource(tx: CommandTx, batchId: string, name: string): Promise<SavedMapping> {
  const batch = theBatch(await findBatch(tx, batchId), batchId);
  const { mapping, header, fileName, kind } = batch;
  if (mapping === null || header.length === 0) {
    const message = `${batch.fileName} has no columns that a mapping could be kept for.`;
    throw new AppError('import_has_no_mapping', message, { status: 409 });
  }
  const key = headerKey(header);
  await rememberMapping(tx, { headerKey: key, header, mapping, fileName });
  const saved = await findMappingOf(tx, { kind, headerKey: key });
  if (saved === undefined) throw notFound('mapping', batchId);
  await renameMapping(tx, saved.id, name);
  await saveSourceName(tx, batchId, name);
  tx.audit({ action: 'intake.save_source', subjectKind: 'import_mapping', subjectId: saved.id, after: { name, kind } });
  return { ...saved, name };
}

export async function renameSource(tx: CommandTx, id: string, name: string): Promise<SavedMapping> {
  const saved = await theMapping(tx, id);
  await renameMapping(tx, id, name);
  const before = { name: saved.name };
  tx.audit({ action: 'intake.rename_source', subjectKind: 'import_mapping', subjectId: id, before, after: { name } });
  return { ...saved, name };
}

/** The next file with these columns is guessed anew. */
export async function forgetSource(tx: CommandTx, id: string): Promise<null> {
  const { name, kind, mapping } = await theMapping(tx, id);
  await deleteMapping(tx, id);
  tx.audit({
    action: 'intake.forget_source',
    subjectKind: 'import_mapping',
    subjectId: id,
    before: { name, kind, mapping },
  });
  return null;
}

async function theMapping(tx: CommandTx, id: string): Promise<SavedMapping> {
  const saved = await findMapping(tx, id);
  if (saved === undefined) throw notFound('mapping', id);
  return saved;
}
