import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

/** Of these numbers, those that a receipt has. */
export async function partNumbersTaken(tx: Tx, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.all<{ number: string }>(sql`
    select number from document
      where company_id = ${tx.company.id} and kind = 'receipt' and number = any(${numbers}::text[]) and cancelled_by_entry_id is null`);
  return new Set(rows.map(({ number }) => number));
}
