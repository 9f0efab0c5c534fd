/** The engine on facts of the ledger: a receipt is prepared again once all is fetched that it asked for. */
import {
  type Decision,
  decidePrepared,
  type MatchPolicy,
  type PreparedReceipt,
  prepareReceipt,
} from '@quittance/core/matching';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type Facts, fetchItemsAskedFor } from './facts.ts';

/** One decision a receipt, in their order: as `matchReceipts` on the whole ledger decides. */
export async function matchFetched(tx: Tx, facts: Facts, policy: MatchPolicy): Promise<Decision[]> {
  const { receipts, items, knowledge, advices } = facts;
  const context = { items, knowledge, advices, policy };
  const prepared: PreparedReceipt[] = [];
  let waiting = [...receipts.entries()];
  while (waiting.length > 0) {
    const asked = new Set<string>();
    const again: typeof waiting = [];
    for (const one of waiting) {
      const [index, receipt] = one;
      prepared[index] = prepareReceipt(receipt, context);
      const customers = items.takeAsked();
      for (const customer of customers) asked.add(customer);
      if (customers.size > 0) again.push(one);
    }
    if (asked.size > 0) await fetchItemsAskedFor(tx, facts, asked);
    waiting = again;
  }
  const decisions = decidePrepared(prepared, context);
  const late = items.takeAsked();
  if (late.size === 0) return decisions;
  await fetchItemsAskedFor(tx, facts, late);
  return matchFetched(tx, facts, policy);
}
