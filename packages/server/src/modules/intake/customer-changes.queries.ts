import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { CustomerChange } from '../customers/index.ts';

interface RecordedChange {
  readonly id: string;
  readonly before: Omit<CustomerChange, 'id'>;
  readonly after: Omit<CustomerChange, 'id'>;
}

export async function insertCustomerChanges(
  tx: Tx,
  batchId: string,
  changes: readonly RecordedChange[],
): Promise<void> {
  if (changes.length === 0) return;
  await tx.run(sql`
    insert into import_customer_change (company_id, batch_id, customer_id, before, after)
      select ${tx.company.id}, ${batchId}, id, before, after
        from json_to_recordset(${JSON.stringify(changes)}) as c (id uuid, before jsonb, after jsonb)
      on conflict (company_id, batch_id, customer_id) do nothing`);
}

export async function findCustomerChanges(tx: Tx, batchId: string): Promise<RecordedChange[]> {
  return tx.all(sql`
    select customer_id as id, before, after from import_customer_change
      where company_id = ${tx.company.id} and batch_id = ${batchId} order by customer_id`);
}
