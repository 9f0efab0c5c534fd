/**
 * Brings advices and receipts together, whichever came first. The engine's own rule says which belong together; what a person
 * has linked or put apart stands before it.
 */
import { AdviceIndex, type AdviceLink, type Receipt } from '@quittance/core/matching';
import { groupedBy } from '@quittance/core/measures';
import { currencyCode } from '@quittance/core/money';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { findKnownAdvices } from '../../intake/index.ts';
import {
  type CandidateReceipt,
  candidateReceipts,
  endLinksOfWithdrawn,
  endWeakerLinks,
  insertLinks,
  type NewLink,
} from './links.queries.ts';

/** Links what belongs together, and ends the links of advices that were withdrawn. */
export async function linkAdvices(database: Database, scope: Scope): Promise<void> {
  const found = await database.read(scope, linksToMake);
  if (found.length > 0) {
    await runCommand(database, scope, { action: 'cash.link_advices', body: { links: found.length } }, async (tx) => {
      await endWeakerLinks(tx, found);
      for (const link of await insertLinks(tx, found)) auditLink(tx, link);
      return null;
    });
  }
  await database.write(scope, endLinksOfWithdrawn);
}

export function auditLink(tx: CommandTx, { receiptItemId, adviceId, linkedBy }: NewLink): void {
  tx.audit({
    action: 'cash.link_advice',
    subjectKind: 'receipt',
    subjectId: receiptItemId,
    after: { adviceId, linkedBy },
  });
}

interface FoundLink extends NewLink {
  readonly linkedBy: AdviceLink;
}

/** The engine's rule on each receipt and the advices that may be of it. */
async function linksToMake(tx: Tx): Promise<FoundLink[]> {
  const candidates = await candidateReceipts(tx);
  if (candidates.length === 0) return [];
  const byAdvice = groupedBy(candidates, ({ adviceId }) => adviceId);
  const advices = await findKnownAdvices(tx, [...byAdvice.keys()]);
  const found = [...groupedBy(candidates, ({ receiptItemId }) => receiptItemId).values()].flatMap((ofReceipt) => {
    const index = new AdviceIndex(ofReceipt.flatMap(({ adviceId }) => advices.get(adviceId) ?? []));
    return ofReceipt.flatMap((candidate): FoundLink[] => {
      const { receiptItemId, adviceId } = candidate;
      const linkedBy = index.linkOf(adviceId, engineReceipt(candidate));
      if (linkedBy === null) return [];
      const isAlone = byAdvice.get(adviceId)?.length === 1;
      return linkedBy === 'amount' && !isAlone ? [] : [{ receiptItemId, adviceId, linkedBy }];
    });
  });
  return surestOfEachAdvice(found);
}

const RANK: Readonly<Record<AdviceLink, number>> = { person: 0, trace: 1, payer_and_amount: 2, amount: 3 };

/** An advice that has its own receipt is linked to no other that only looks like it. */
function surestOfEachAdvice(found: readonly FoundLink[]): FoundLink[] {
  return [...groupedBy(found, ({ adviceId }) => adviceId).values()].flatMap((links) => {
    const surest = Math.min(...links.map(({ linkedBy }) => RANK[linkedBy]));
    return links.filter(({ linkedBy }) => RANK[linkedBy] === surest);
  });
}

function engineReceipt(candidate: CandidateReceipt): Receipt {
  const { number, bookedOn, amountMinor, payerName, payerAccount, lines, paymentNumber } = candidate;
  const currency = currencyCode(candidate.currency);
  return { id: number, bookedOn, currency, amountMinor, payerName, payerAccount, lines, endToEndId: paymentNumber };
}
