import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { ContactChange } from '../customers/index.ts';

export interface RecordedContactChange {
  readonly customerId: string;
  readonly before: ContactChange;
  readonly after: ContactChange;
}

/** A contact that two rows of a file change keeps what it was before the first, and what it is after the last. */
export async function insertContactChanges(
  tx: Tx,
  batchId: string,
  changes: readonly RecordedContactChange[],
): Promise<void> {
  const first = new Map<string, RecordedContactChange>();
  for (const change of changes) {
    first.set(change.before.id, { ...change, before: first.get(change.before.id)?.before ?? change.before });
  }
  if (first.size === 0) return;
  await tx.run(sql`
    insert into import_contact_change (company_id, batch_id, contact_id, customer_id, before, after)
      select ${tx.company.id}, ${batchId}, (before ->> 'id')::uuid, "customerId", before, after
        from json_to_recordset(${JSON.stringify([...first.values()])}) as c ("customerId" uuid, before jsonb, after jsonb)
      on conflict (company_id, batch_id, contact_id) do nothing`);
}

export async function findContactChanges(tx: Tx, batchId: string): Promise<RecordedContactChange[]> {
  return tx.all(sql`
    select customer_id as "customerId", before, after from import_contact_change
      where company_id = ${tx.company.id} and batch_id = ${batchId} order by contact_id`);
}
