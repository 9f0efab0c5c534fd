/** What the engine is told of the advices of a batch of receipts, and which receipts still wait for theirs. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { type LinkedAdvice, LinkedAdvices, normalisePartyName } from '@quittance/core/matching';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findKnownAdvices, findLineDetails } from '../../intake/index.ts';
import type { WaitingReceipt } from '../deciding/decision.ts';
import { codesOfCustomers } from './deduction-codes.queries.ts';
import { habitsOfPayers, linksOfReceipts } from './links.queries.ts';

/** The linked advices by receipt number and what the bank's own line tells of the documents, with what customers' codes mean. Nothing is asked when none is linked. */
export async function fetchAdvices(tx: Tx, waiting: readonly WaitingReceipt[]): Promise<LinkedAdvices> {
  const ids = waiting.map(({ itemId }) => itemId);
  const links = await linksOfReceipts(tx, ids);
  const details = await findLineDetails(tx, ids);
  if (links.length === 0 && details.size === 0) return new LinkedAdvices();
  const advices = await findKnownAdvices(tx, [...new Set(links.map(({ adviceId }) => adviceId))]);
  const byReceipt = new Map<string, LinkedAdvice[]>();
  for (const { receiptNumber, adviceId, linkedBy } of links) {
    const advice = advices.get(adviceId);
    if (advice === undefined) continue;
    byReceipt.set(receiptNumber, [...(byReceipt.get(receiptNumber) ?? []), { ...advice, linkedBy }]);
  }
  for (const { itemId, number } of waiting) {
    const detail = details.get(itemId);
    if (detail !== undefined)
      byReceipt.set(number, [...(byReceipt.get(number) ?? []), { ...detail, linkedBy: 'trace' }]);
  }
  const found = new LinkedAdvices(byReceipt);
  for (const { customerNumber, code, reason } of await codesOfCustomers(tx))
    found.setReason(customerNumber, code, reason);
  return found;
}

/** One advice is no habit. */
const ADVICES_MIN = 2;

/**
 * Until when each receipt, by number, waits for its advice: those of payers who send one with at least every second payment,
 * for so many days from the booking. With 3 days a receipt of Friday the 20th waits until Monday the 23rd.
 */
export async function awaitedAdvices(
  tx: Tx,
  waiting: readonly WaitingReceipt[],
  waitDays: number,
): Promise<ReadonlyMap<string, LocalDate>> {
  const fresh = waiting.flatMap(({ number, payerName, bookedOn }) => {
    const until = addDays(bookedOn, waitDays);
    const payer = normalisePartyName(payerName);
    return until < tx.today || payer === '' ? [] : [{ number, payer, until }];
  });
  if (fresh.length === 0) return new Map();
  const habits = await habitsOfPayers(tx, [...new Set(fresh.map(({ payer }) => payer))]);
  const senders = new Set(
    habits
      .filter(({ advices, payments }) => advices >= ADVICES_MIN && advices * 2 >= payments)
      .map(({ payer }) => payer),
  );
  return new Map(fresh.filter(({ payer }) => senders.has(payer)).map(({ number, until }) => [number, until]));
}
