/** Sources: mappings that were given a name, so that people know which files they are for. */
import type { ExtractMapping } from '@quittance/core/extracts';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { findBatch } from '../batches.queries.ts';
import { accountKey } from '../own-accounts/account-key.ts';
import { theBatch } from '../read-batch.usecase.ts';
import { type ImportMapping, sourceKey } from '../reading/messages.ts';
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
  await keepMapping(tx, { header, mapping, fileName });
  const saved = await findMappingOf(tx, { kind, headerKey: sourceKey(mapping, header) });
  if (saved === undefined) throw notFound('mapping', batchId);
  await renameMapping(tx, saved.id, name);
  await saveSourceName(tx, batchId, name);
  tx.audit({ action: 'intake.save_source', subjectKind: 'import_mapping', subjectId: saved.id, after: { name, kind } });
  return { ...saved, name };
}

interface MappingOfFile {
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
  readonly fileName: string;
}

/** Keeps how a file was read for the next one with the same columns, together with what earlier files of this source taught. */
export async function keepMapping(tx: Tx, { header, mapping, fileName }: MappingOfFile): Promise<void> {
  const key = sourceKey(mapping, header);
  const earlier = (await findMappingOf(tx, { kind: mapping.kind, headerKey: key }))?.mapping;
  await rememberMapping(tx, { headerKey: key, header, mapping: withEarlier(mapping, earlier), fileName });
}

/** A bank exports all its accounts with the same columns: once two accounts came, or two currencies, nothing is taken unasked. */
function withEarlier(mapping: ImportMapping, earlier: ImportMapping | undefined): ImportMapping {
  if (mapping.kind === 'remittance') return { ...mapping, constants: lastingOnly(mapping.constants) };
  if (mapping.kind !== 'statement' || earlier?.kind !== 'statement') return mapping;
  const differ = (left: string | null, right: string | null) => left !== null && right !== null && left !== right;
  const asked = new Set(earlier.asksEachTime);
  if (differ(accountOf(mapping.account), accountOf(earlier.account))) asked.add('account');
  if (differ(mapping.currency, earlier.currency)) asked.add('currency');
  const account = mapping.account ?? earlier.account;
  const currency = mapping.currency ?? earlier.currency;
  return { ...mapping, account, currency, ...(asked.size > 0 ? { asksEachTime: [...asked] } : {}) };
}

/** Who pays is said of one advice; in which currency an advice without one is, of all with its columns. */
function lastingOnly({ currency }: ExtractMapping['constants']): ExtractMapping['constants'] {
  return currency === undefined ? {} : { currency };
}

function accountOf(account: string | null): string | null {
  return account === null ? null : accountKey(account);
}

export async function renameSource(tx: CommandTx, id: string, name: string): Promise<SavedMapping> {
  const saved = await theMapping(tx, id);
  await renameMapping(tx, id, name);
  const before = { name: saved.name };
  tx.audit({ action: 'intake.rename_source', subjectKind: 'import_mapping', subjectId: id, before, after: { name } });
  return { ...saved, name };
}

/** The next file with these columns is guessed anew. Returns what was forgotten. */
export async function forgetSource(tx: CommandTx, id: string): Promise<SavedMapping> {
  const saved = await theMapping(tx, id);
  const { name, kind, mapping } = saved;
  await deleteMapping(tx, id);
  tx.audit({
    action: 'intake.forget_source',
    subjectKind: 'import_mapping',
    subjectId: id,
    before: { name, kind, mapping },
  });
  return saved;
}

/** What was forgotten is known again; false when files with these columns are read another way by now. */
export async function restoreSource(tx: CommandTx, forgotten: SavedMapping): Promise<boolean> {
  const { header, mapping, kind, name } = forgotten;
  const headerKey = sourceKey(mapping, header);
  if ((await findMappingOf(tx, { kind, headerKey })) !== undefined) return false;
  await rememberMapping(tx, { headerKey, header, mapping, fileName: forgotten.fileName ?? '' });
  const saved = await findMappingOf(tx, { kind, headerKey });
  if (saved === undefined) throw notFound('mapping', forgotten.id);
  if (name !== null) await renameMapping(tx, saved.id, name);
  tx.audit({
    action: 'intake.restore_source',
    subjectKind: 'import_mapping',
    subjectId: saved.id,
    after: { name, kind },
  });
  return true;
}

async function theMapping(tx: CommandTx, id: string): Promise<SavedMapping> {
  const saved = await findMapping(tx, id);
  if (saved === undefined) throw notFound('mapping', id);
  return saved;
}
