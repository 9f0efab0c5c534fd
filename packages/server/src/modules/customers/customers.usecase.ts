import type { Tx } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { findUnidentified, insertCustomers } from './customers.queries.ts';

/** The customer on which cash without a known owner sits; made with the company's first use. */
export async function ensureUnidentifiedCustomer(tx: Tx): Promise<string> {
  const found = await findUnidentified(tx);
  if (found) return found.id;
  const id = newId();
  await insertCustomers(
    tx,
    [{ id, number: 'UNIDENTIFIED', name: 'Unidentified receipts', kind: 'unidentified' }],
    null,
  );
  return id;
}
