import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { ArrivalSource, ArrivalSourceDraft } from './arrival.ts';

const SOURCE = sql`
  select id, kind, name, settings, file_kind as "fileKind", posting, is_full_list as "isFullList", is_enabled as "isEnabled", checked_at as "checkedAt", error
    from arrival_source`;

export async function listSources(tx: Tx): Promise<ArrivalSource[]> {
  return tx.all(sql`${SOURCE} where company_id = ${tx.company.id} and removed_at is null order by lower(name)`);
}

export async function findSource(tx: Tx, id: string): Promise<ArrivalSource | undefined> {
  return tx.maybe(sql`${SOURCE} where company_id = ${tx.company.id} and id = ${id} and removed_at is null`);
}

export async function insertSource(tx: Tx, id: string, draft: ArrivalSourceDraft): Promise<void> {
  await tx.run(sql`
    insert into arrival_source (company_id, id, kind, name, settings, file_kind, posting, is_full_list, is_enabled, made_by, made_at)
      values (${tx.company.id}, ${id}, ${draft.kind}, ${draft.name}, ${JSON.stringify(draft.settings)}, ${draft.fileKind}, ${draft.posting},
        ${draft.isFullList}, ${draft.isEnabled}, ${tx.actor.id}, ${tx.recordedAt})`);
}

/** All but its kind: a folder does not become a mailbox. */
export async function updateSource(tx: Tx, id: string, draft: ArrivalSourceDraft): Promise<void> {
  await tx.run(sql`
    update arrival_source set name = ${draft.name}, settings = ${JSON.stringify(draft.settings)}, file_kind = ${draft.fileKind},
        posting = ${draft.posting}, is_full_list = ${draft.isFullList}, is_enabled = ${draft.isEnabled}, error = null
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function removeSource(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update arrival_source set removed_at = ${tx.recordedAt}, is_enabled = false where company_id = ${tx.company.id} and id = ${id}`);
}

export async function saveCheck(tx: Tx, id: string, error: string | null): Promise<void> {
  await tx.run(sql`
    update arrival_source set checked_at = ${tx.recordedAt}, error = ${error} where company_id = ${tx.company.id} and id = ${id}`);
}
