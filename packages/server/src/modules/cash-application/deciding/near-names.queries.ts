/** The names of all customers, as names are compared. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface KeyedName {
  readonly customerId: string;
  readonly customerNumber: string;
  readonly key: string;
}

/** Goes up with each name that is written, in the transaction that writes it; zero when none ever was. */
export async function nameKeysVersion(tx: Tx): Promise<bigint> {
  const row = await tx.maybe<{ version: bigint }>(sql`
    select version from customer_name_version where company_id = ${tx.company.id}`);
  return row?.version ?? 0n;
}

export async function countNameKeys(tx: Tx): Promise<number> {
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from customer_name_key where company_id = ${tx.company.id}`);
  return count;
}

export async function nameKeys(tx: Tx): Promise<KeyedName[]> {
  return tx.all(sql`
    select k.customer_id as "customerId", c.number as "customerNumber", k.key
      from customer_name_key k join customer c on c.company_id = k.company_id and c.id = k.customer_id
      where k.company_id = ${tx.company.id}`);
}
