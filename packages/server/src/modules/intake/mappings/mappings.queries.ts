import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { FileKind, ImportMapping } from '../reading/messages.ts';

/** Sources of one company stay far below it; the latest are kept in mind. */
const MAPPINGS_MAX = 100;

/** How files with these columns are read, as somebody confirmed it by posting one; with a name once it was given one. */
export interface SavedMapping {
  readonly id: string;
  readonly kind: FileKind;
  readonly name: string | null;
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
  readonly fileName: string | null;
  readonly savedByName: string | null;
  readonly savedAt: string;
  readonly usedAt: string | null;
}

const COLUMNS = sql`
  id, kind, name, header, mapping, file_name as "fileName", saved_by_name as "savedByName", saved_at as "savedAt", used_at as "usedAt"`;

/** What was confirmed for earlier files, by the key of their header. */
export async function loadMappings(tx: Tx, kind: string): Promise<Record<string, ImportMapping>> {
  const rows = await tx.all<{ headerKey: string; mapping: ImportMapping }>(sql`
    select header_key as "headerKey", mapping from import_mapping where company_id = ${tx.company.id} and kind = ${kind}
      order by saved_at desc limit ${MAPPINGS_MAX}`);
  return Object.fromEntries(rows.map((row) => [row.headerKey, row.mapping]));
}

export interface KnownMapping {
  readonly headerKey: string;
  readonly header: readonly string[];
  readonly mapping: ImportMapping;
  readonly fileName: string;
}

/** Keeps it for the next file with the same columns; what stood for them is replaced, their name stays. */
export async function rememberMapping(tx: Tx, known: KnownMapping): Promise<void> {
  await tx.run(sql`
    insert into import_mapping (company_id, kind, header_key, mapping, header, file_name, saved_by, saved_by_name, saved_at, used_at)
      values (${tx.company.id}, ${known.mapping.kind}, ${known.headerKey}, ${JSON.stringify(known.mapping)}, ${JSON.stringify(known.header)},
        ${known.fileName}, ${tx.actor.id}, ${tx.actor.name}, ${tx.recordedAt}, ${tx.recordedAt})
      on conflict (company_id, kind, header_key) do update
        set mapping = excluded.mapping, header = excluded.header, file_name = excluded.file_name, saved_by = excluded.saved_by,
          saved_by_name = excluded.saved_by_name, saved_at = excluded.saved_at, used_at = excluded.used_at`);
}

export async function listMappings(tx: Tx): Promise<SavedMapping[]> {
  return tx.all(sql`
    select ${COLUMNS} from import_mapping where company_id = ${tx.company.id}
      order by name is null, lower(name), saved_at desc limit ${MAPPINGS_MAX}`);
}

export async function findMapping(tx: Tx, id: string): Promise<SavedMapping | undefined> {
  return tx.maybe(sql`select ${COLUMNS} from import_mapping where company_id = ${tx.company.id} and id = ${id}`);
}

export async function findMappingOf(
  tx: Tx,
  of: { readonly kind: string; readonly headerKey: string },
): Promise<SavedMapping | undefined> {
  return tx.maybe(sql`
    select ${COLUMNS} from import_mapping
      where company_id = ${tx.company.id} and kind = ${of.kind} and header_key = ${of.headerKey}`);
}

/** Throws `import_mapping_name_is_its_own`. */
export async function renameMapping(tx: Tx, id: string, name: string | null): Promise<void> {
  await tx.run(sql`update import_mapping set name = ${name} where company_id = ${tx.company.id} and id = ${id}`);
}

export async function deleteMapping(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from import_mapping where company_id = ${tx.company.id} and id = ${id}`);
}

export async function saveSourceName(tx: Tx, batchId: string, name: string | null): Promise<void> {
  await tx.run(
    sql`update import_batch set source_name = ${name} where company_id = ${tx.company.id} and id = ${batchId}`,
  );
}
