/** Receipts that are to be decided again because an item that they name was touched: a list that survives a server, worked off by whoever is up. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** Asked for again while somebody is at them, they are decided once more. */
export async function askToDecide(tx: Tx, receiptItemIds: readonly string[]): Promise<void> {
  if (receiptItemIds.length === 0) return;
  await tx.run(sql`
    insert into receipt_to_decide (company_id, receipt_item_id, asked_at)
      select ${tx.company.id}, id, ${tx.recordedAt} from (select distinct id from unnest(${receiptItemIds}::uuid[]) as given (id)) asked
      order by id
      on conflict (company_id, receipt_item_id) do update set asked_at = excluded.asked_at, taken_at = null`);
}

/** Takes the first that nobody is at, or that somebody began with before `silentSince` and never ended. */
export async function takeToDecide(
  tx: Tx,
  given: { readonly silentSince: string; readonly limit: number },
): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    update receipt_to_decide r set taken_at = ${tx.recordedAt}
      from (
        select receipt_item_id from receipt_to_decide
          where company_id = ${tx.company.id} and (taken_at is null or taken_at < ${given.silentSince}::timestamptz)
          order by asked_at, receipt_item_id limit ${given.limit} for update skip locked) free
      where r.company_id = ${tx.company.id} and r.receipt_item_id = free.receipt_item_id
      returning r.receipt_item_id as id`);
  return rows.map(({ id }) => id);
}

/** Takes them off the list, but for those that were asked for again meanwhile. */
export async function endToDecide(tx: Tx, receiptItemIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    delete from receipt_to_decide
      where company_id = ${tx.company.id} and receipt_item_id = any(${receiptItemIds}::uuid[]) and taken_at is not null`);
}

export async function countToDecide(tx: Tx): Promise<number> {
  const { count } = await tx.one<{ count: number }>(
    sql`select count(*)::int as count from receipt_to_decide where company_id = ${tx.company.id}`,
  );
  return count;
}

export async function isToDecide(tx: Tx, receiptItemId: string): Promise<boolean> {
  const rows = await tx.all(
    sql`select from receipt_to_decide where company_id = ${tx.company.id} and receipt_item_id = ${receiptItemId}`,
  );
  return rows.length > 0;
}
