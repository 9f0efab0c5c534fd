import type { Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import { findReceipt, type ReceiptView } from './queues.queries.ts';

/** The receipt that somebody names. Throws `not_found`. */
export async function theReceipt(tx: Tx, receiptId: string): Promise<ReceiptView> {
  const receipt = await findReceipt(tx, receiptId);
  if (!receipt) throw notFound('receipt', receiptId);
  return receipt;
}
