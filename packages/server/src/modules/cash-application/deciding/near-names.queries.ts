/** The names of all customers, as names are compared. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface KeyedName {
  readonly customerId: string;
  readonly customerNumber: string;
  readonly key: string;
}

/**
 * Another one whenever a customer has come, gone or changed its name: each row tells which transaction wrote it. A customer's
 * number never changes.
 */
export async function nameKeysVersion(tx: Tx): Promise<{ readonly version: string; readonly count: number }> {
  return tx.one(sql`
    select count(*)::int as count, count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) as version
      from customer_name_key where company_id = ${tx.company.id}`);
}

export async function nameKeys(tx: Tx): Promise<KeyedName[]> {
  return tx.all(sql`
    select k.customer_id as "customerId", c.number as "customerNumber", k.key
      from customer_name_key k join customer c on c.company_id = k.company_id and c.id = k.customer_id
      where k.company_id = ${tx.company.id}`);
}
