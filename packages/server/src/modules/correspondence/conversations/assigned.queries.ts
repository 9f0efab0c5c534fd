/** Open conversations that are somebody's: what goes to others when they leave. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export function conversationsOf(tx: Tx, personId: string): Promise<{ id: string; customerId: string | null }[]> {
  return tx.all(sql`
    select id, customer_id as "customerId" from conversation
      where company_id = ${tx.company.id} and state = 'open' and assigned_to = ${personId} order by id`);
}

/** How many each person has. */
export function conversationsByPerson(tx: Tx): Promise<{ personId: string; count: number }[]> {
  return tx.all(sql`
    select assigned_to as "personId", count(*)::int as count from conversation
      where company_id = ${tx.company.id} and state = 'open' and assigned_to is not null group by assigned_to`);
}

/** The ones of these that are open and this person's, or nobody's for null. */
export async function stillAssigned(tx: Tx, ids: readonly string[], personId: string | null): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select id from conversation
      where company_id = ${tx.company.id} and state = 'open' and id = any(${[...ids]}::uuid[])
        and assigned_to is not distinct from ${personId}::uuid`);
  return rows.map(({ id }) => id);
}
