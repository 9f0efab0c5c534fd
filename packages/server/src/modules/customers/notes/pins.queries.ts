import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** A line is pinned by its first version, so that it stays pinned when it is said anew. */
export async function insertPin(tx: Tx, pin: { readonly firstId: string; readonly customerId: string }): Promise<void> {
  await tx.run(sql`
    insert into activity_pin (company_id, activity_id, customer_id, pinned_at, pinned_by, pinned_by_name)
      values (${tx.company.id}, ${pin.firstId}, ${pin.customerId}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})
      on conflict do nothing`);
}

export async function deletePin(tx: Tx, firstId: string): Promise<void> {
  await tx.run(sql`delete from activity_pin where company_id = ${tx.company.id} and activity_id = ${firstId}`);
}

/** One at a time pins to a customer: how many there are is counted first. */
export async function lockPins(tx: Tx, customerId: string): Promise<number> {
  await tx.run(sql`select pg_advisory_xact_lock(${PIN_LOCK}, hashtext(${customerId}))`);
  const row = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from activity_pin where company_id = ${tx.company.id} and customer_id = ${customerId}`);
  return row.count;
}

const PIN_LOCK = 7312; // the advisory lock of whoever pins
