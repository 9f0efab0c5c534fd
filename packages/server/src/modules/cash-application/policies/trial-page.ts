/** A page of past receipts as both policies are told them: with the advices that each would have waited for. */
import { addDays, dateInZone, type LocalDate } from '@quittance/core/calendar';
import type { BothPolicies, CashPolicy, DoneAnswer, TrialGroup } from '@quittance/core/cash-policy';
import { type LinkedAdvices, lookupsFor, normalisePartyName, type Receipt } from '@quittance/core/matching';
import { formatAmount } from '@quittance/core/money';
import { referenceDigits } from '@quittance/core/references';
import { instantMicros } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { awaitedAdvices, fetchAdvicesThat, sendersOfAdvices } from '../advices/receipt-advices.ts';
import { itemsByDigits } from '../deciding/facts.queries.ts';
import { engineReceipt } from '../deciding/facts.ts';
import { firstOwners, type PastPosition, type PastReceipt, pastReceipts } from './past-receipts.queries.ts';
import type { TrialBooks } from './trial-ground.ts';

export interface PageGroup extends TrialGroup {
  readonly past: readonly PastReceipt[];
}

/** Groups of one instant each, in their order. Tells the books which cited items had been settled before these days. */
export async function pageGroups(
  tx: Tx,
  positions: readonly PastPosition[],
  given: { readonly books: TrialBooks; readonly policies: BothPolicies<CashPolicy> },
): Promise<PageGroup[]> {
  const { books, policies } = given;
  const ids = positions.map(({ itemId }) => itemId);
  const found = books.parties.asOne(await pastReceipts(tx, ids));
  const owners = books.parties.asOne(await firstOwners(tx, ids));
  const standsOn = new Map(owners.map(({ itemId, customerNumber }) => [itemId, customerNumber]));
  const atOf = new Map(positions.map(({ itemId, at }) => [itemId, at]));
  const told = async ({ matching }: CashPolicy): Promise<Told> => {
    const advices = await advicesInTime(tx, found, { atOf, waitDays: matching.adviceWaitDays });
    const awaited = await awaitedAdvices(tx, found, matching.adviceWaitDays);
    const receipts = found.map((past) =>
      engineReceipt({ ...past, openMinor: past.amountMinor }, standsOn.get(past.itemId), awaited.get(past.number)),
    );
    return { advices, receipts: new Map(receipts.map((receipt) => [receipt.id, receipt])) };
  };
  const now = await told(policies.now);
  const isSameWait = policies.now.matching.adviceWaitDays === policies.proposed.matching.adviceWaitDays;
  const proposed = isSameWait ? now : await told(policies.proposed);
  await tellSettled(tx, [...now.receipts.values()], { books, advices: now.advices });
  return byInstant(positions, found).map(({ at, past }) => ({
    at,
    past,
    advices: { now: now.advices, proposed: proposed.advices },
    receipts: { now: receiptsOf(past, now), proposed: receiptsOf(past, proposed) },
  }));
}

interface Told {
  readonly advices: LinkedAdvices;
  /** By number. */
  readonly receipts: ReadonlyMap<string, Receipt>;
}

function receiptsOf(past: readonly PastReceipt[], { receipts }: Told): Receipt[] {
  return past.flatMap(({ number }) => receipts.get(number) ?? []);
}

/** Links made by the first decision count, and of payers who usually send an advice those made within the wait. */
async function advicesInTime(
  tx: Tx,
  past: readonly PastReceipt[],
  { atOf, waitDays }: { readonly atOf: ReadonlyMap<string, bigint>; readonly waitDays: number },
): Promise<LinkedAdvices> {
  const payers = past.map(({ payerName }) => normalisePartyName(payerName)).filter((payer) => payer !== '');
  const senders = await sendersOfAdvices(tx, [...new Set(payers)]);
  const until = new Map<string, LocalDate>();
  for (const { itemId, payerName, bookedOn } of past) {
    if (senders.has(normalisePartyName(payerName))) until.set(itemId, addDays(bookedOn, waitDays));
  }
  return fetchAdvicesThat(tx, past, ({ receiptItemId, linkedAt }) => {
    const at = instantMicros(linkedAt);
    if (at <= (atOf.get(receiptItemId) ?? 0n)) return true;
    const waits = until.get(receiptItemId);
    return waits !== undefined && dateInZone(at, tx.company.timeZone) <= waits;
  });
}

/** Items that the receipts cite and that were settled before these days are not in the books: they are told of one by one. */
async function tellSettled(
  tx: Tx,
  receipts: readonly Receipt[],
  { books, advices }: { readonly books: TrialBooks; readonly advices: LinkedAdvices },
): Promise<void> {
  const digits = new Set(lookupsFor(receipts, advices).tokens.map(referenceDigits));
  digits.delete('');
  if (digits.size === 0) return;
  for (const fact of books.parties.asOne(await itemsByDigits(tx, [...digits]))) {
    if (fact.openMinor !== 0n || books.isHeld(fact.id)) continue;
    books.knowledge.closeItem({ number: fact.number, customer: fact.customerNumber, closedOn: fact.lastEffectiveOn });
  }
}

function byInstant(
  positions: readonly PastPosition[],
  found: readonly PastReceipt[],
): { readonly at: bigint; readonly past: PastReceipt[] }[] {
  const byId = new Map(found.map((past) => [past.itemId, past]));
  const groups: { readonly at: bigint; readonly past: PastReceipt[] }[] = [];
  for (const { itemId, at } of positions) {
    const past = byId.get(itemId);
    const last = groups.at(-1);
    if (past === undefined) continue;
    if (last?.at === at) last.past.push(past);
    else groups.push({ at, past: [past] });
  }
  return groups;
}

/** What was done in the end, as answers are compared. Null while nothing stands. */
export function doneAnswer({ rule, customerNumber, currency, done, deducted }: PastReceipt): DoneAnswer | null {
  if (done === null) return null;
  const amount = (minor: string, inCurrency: string) => formatAmount(BigInt(minor), inCurrency);
  return {
    posts: true,
    rule,
    customer: customerNumber,
    allocations: done.map((one) => ({ number: one.number, amount: amount(one.amountMinor, currency) })),
    deductions: deducted.map(({ number, amountMinor, currency: own, reason, treatment }) => ({
      number,
      amount: amount(amountMinor, own),
      reason,
      treatment,
    })),
  };
}
