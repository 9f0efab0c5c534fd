/** What the engine is told of the advices of a batch of receipts, and which receipts still wait for theirs. */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { announcesAdvice, type LinkedAdvice, LinkedAdvices, normalisePartyName } from '@quittance/core/matching';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findKnownAdvices, findLineDetails } from '../../intake/index.ts';
import type { WaitingReceipt } from '../deciding/decision.ts';
import { codesOfCustomers } from './deduction-codes.queries.ts';
import { habitsOfPayers, linksOfReceipts, type StandingLink } from './links.queries.ts';

type OfReceipt = Pick<WaitingReceipt, 'itemId' | 'number'>;

/** The linked advices by receipt number and what the bank's own line tells of the documents, with what customers' codes mean. Nothing is asked when none is linked. */
export async function fetchAdvices(tx: Tx, waiting: readonly OfReceipt[]): Promise<LinkedAdvices> {
  return fetchAdvicesThat(tx, waiting, () => true);
}

/** The same of those links that count: on a day that has passed some were not made yet. */
export async function fetchAdvicesThat(
  tx: Tx,
  waiting: readonly OfReceipt[],
  counts: (link: StandingLink) => boolean,
): Promise<LinkedAdvices> {
  const ids = waiting.map(({ itemId }) => itemId);
  const links = (await linksOfReceipts(tx, ids)).filter(counts);
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

/** Of these payers, by their normalised names, those who send an advice with at least every second payment. */
export async function sendersOfAdvices(tx: Tx, payers: readonly string[]): Promise<ReadonlySet<string>> {
  if (payers.length === 0) return new Set();
  const habits = await habitsOfPayers(tx, payers);
  const senders = habits.filter(({ advices, payments }) => advices >= ADVICES_MIN && advices * 2 >= payments);
  return new Set(senders.map(({ payer }) => payer));
}

/**
 * Until when each receipt, by number, waits for its advice: those whose text announces one, and those of payers who send one
 * with at least every second payment, for so many days from the booking. With 3 days a receipt of Friday the 20th waits until Monday the 23rd.
 */
export async function awaitedAdvices(
  tx: Tx,
  waiting: readonly Pick<WaitingReceipt, 'number' | 'payerName' | 'bookedOn' | 'lines'>[],
  waitDays: number,
): Promise<ReadonlyMap<string, LocalDate>> {
  const fresh = waiting.flatMap(({ number, payerName, bookedOn, lines }) => {
    const until = addDays(bookedOn, waitDays);
    if (until < tx.today) return [];
    return [{ number, payer: normalisePartyName(payerName), until, isAnnounced: announcesAdvice(lines) }];
  });
  const unannounced = fresh.filter(({ isAnnounced, payer }) => !isAnnounced && payer !== '');
  const senders = await sendersOfAdvices(tx, [...new Set(unannounced.map(({ payer }) => payer))]);
  const awaited = fresh.filter(({ isAnnounced, payer }) => isAnnounced || senders.has(payer));
  return new Map(awaited.map(({ number, until }) => [number, until]));
}
