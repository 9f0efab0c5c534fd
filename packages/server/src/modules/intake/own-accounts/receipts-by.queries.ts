import type { BankReport } from '@quittance/core/bank-formats';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** By which kind of file the receipts of accounts come, for those that are known. */
export async function findReceiptsBy(tx: Tx, keys: readonly string[]): Promise<Map<string, BankReport>> {
  const rows = await tx.all<{ key: string; receiptsBy: BankReport }>(sql`
    select account_key as key, receipts_by as "receiptsBy" from own_bank_account
      where company_id = ${tx.company.id} and account_key = any(${keys}::text[])`);
  return new Map(rows.map(({ key, receiptsBy }) => [key, receiptsBy]));
}

export interface ReceiptsByWord {
  readonly key: string;
  readonly receiptsBy: BankReport;
  readonly reason: string;
}

/** An expert's word on an account. */
export async function saveReceiptsBy(tx: Tx, { key, receiptsBy, reason }: ReceiptsByWord): Promise<void> {
  await tx.run(sql`
    update own_bank_account set receipts_by = ${receiptsBy}, receipts_by_set_by_name = ${tx.actor.name},
        receipts_by_set_at = ${tx.recordedAt}, receipts_by_reason = ${reason}
      where company_id = ${tx.company.id} and account_key = ${key}`);
}
