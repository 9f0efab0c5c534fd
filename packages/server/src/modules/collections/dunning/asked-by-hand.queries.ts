import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface AskedInMessage {
  readonly itemId: string;
  readonly customerId: string;
  readonly number: string;
  /** Null: it is listed and not asked for, or its letter was written before this was kept. */
  readonly askedMinor: bigint | null;
}

/** What a message lists, with what it asks for. */
export async function askedInMessage(tx: Tx, messageId: string): Promise<AskedInMessage[]> {
  return tx.all(sql`
    select i.id as "itemId", i.customer_id as "customerId", i.number, t.asked_minor as "askedMinor" from message_item t
      join item i on i.company_id = t.company_id and i.id = t.item_id
      where t.company_id = ${tx.company.id} and t.message_id = ${messageId} order by i.number`);
}

/** Whether these records have a hold in force, or a credit beside the listed ones. */
export async function mayBeTakenOff(
  tx: Tx,
  customerIds: readonly string[],
  listedIds: readonly string[],
): Promise<boolean> {
  const { found } = await tx.one<{ found: boolean }>(sql`
    select exists (
      select from hold where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and released_at is null
        and (until_on is null or until_on >= ${tx.today})
    ) or exists (
      select from item where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and open_minor < 0
        and not id = any(${listedIds}::uuid[])
    ) as found`);
  return found;
}
