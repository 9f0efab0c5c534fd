import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export async function beginRehearsal(tx: Tx): Promise<void> {
  await tx.run(sql`savepoint rehearsal`);
}

/** As if nothing had been written since the rehearsal began; its locks are free again. */
export async function endRehearsal(tx: Tx): Promise<void> {
  await tx.run(sql`rollback to savepoint rehearsal`);
  await tx.run(sql`release savepoint rehearsal`);
}
