/** Money that somebody finds out about: what goes to others when they leave. Of receipts of which something is open. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

const OPEN = sql`
  from receipt_research s join item i on i.company_id = s.company_id and i.id = s.item_id and i.open_minor <> 0`;

export async function researchOf(tx: Tx, personId: string): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select s.item_id as id ${OPEN} where s.company_id = ${tx.company.id} and s.owner_id = ${personId} order by s.item_id`);
  return rows.map(({ id }) => id);
}

/** How many each person has. */
export function researchByPerson(tx: Tx): Promise<{ personId: string; count: number }[]> {
  return tx.all(sql`
    select s.owner_id as "personId", count(*)::int as count ${OPEN}
      where s.company_id = ${tx.company.id} and s.owner_id is not null group by s.owner_id`);
}

/** The ones of these that are still this person's, or nobody's for null, and on which nobody wrote since. */
export async function researchUntouched(
  tx: Tx,
  ids: readonly string[],
  since: { readonly ownerId: string | null; readonly at: string },
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select s.item_id as id ${OPEN}
      where s.company_id = ${tx.company.id} and s.item_id = any(${[...ids]}::uuid[]) and s.changed_at <= ${since.at}::timestamptz
        and s.owner_id is not distinct from ${since.ownerId}::uuid`);
  return rows.map(({ id }) => id);
}
