/** Receipts whose payer usually sends an advice, and did not in time, are decided on without it. */
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { receiptsDoneWaiting } from './links.queries.ts';

export async function endAdviceWaits(database: Database, scope: Scope): Promise<void> {
  const receiptIds = await database.read(scope, receiptsDoneWaiting);
  if (receiptIds.length > 0) await applyUnapplied(database, scope, { receiptIds });
}
