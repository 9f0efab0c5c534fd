import type { ExtractMapping } from '@quittance/core/extracts';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** Sources of one company stay far below it; the latest are kept in mind. */
const MAPPINGS_MAX = 100;

/** What was confirmed for earlier files, by the key of their header. */
export async function loadMappings(tx: Tx, kind: string): Promise<Record<string, ExtractMapping>> {
  const rows = await tx.all<{ headerKey: string; mapping: ExtractMapping }>(sql`
    select header_key as "headerKey", mapping from import_mapping where company_id = ${tx.company.id} and kind = ${kind}
      order by saved_at desc limit ${MAPPINGS_MAX}`);
  return Object.fromEntries(rows.map((row) => [row.headerKey, row.mapping]));
}

export async function rememberMapping(tx: Tx, known: { headerKey: string; mapping: ExtractMapping }): Promise<void> {
  await tx.run(sql`
    insert into import_mapping (company_id, kind, header_key, mapping, saved_by, saved_at)
      values (${tx.company.id}, ${known.mapping.kind}, ${known.headerKey}, ${JSON.stringify(known.mapping)}, ${tx.actor.id}, ${tx.recordedAt})
      on conflict (company_id, kind, header_key) do update
        set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = excluded.saved_at`);
}
