/**
 * Brings advices and receipts together, whichever came first. The engine's own rule says which belong together; what a person
 * has linked or put apart stands before it.
 */
import { type Advice, AdviceIndex, type AdviceLink, type Receipt } from '@quittance/core/matching';
import { currencyCode } from '@quittance/core/money';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { findKnownAdvices } from '../../intake/index.ts';
import {
  type CandidateReceipt,
  candidateReceipts,
  endLinksOfWithdrawn,
  endWeakerLinks,
  insertLinks,
  type NewLink,
} from './links.queries.ts';

/** Links what belongs together and ends what was withdrawn. Returns the receipts that should be decided on again. */
export async function linkAdvices(database: Database, scope: Scope): Promise<string[]> {
  const { found, hasEnded } = await database.read(scope, async (tx) => ({
    found: await linksToMake(tx),
    hasEnded: false,
  }));
  if (found.length === 0 && !hasEnded) return endWithdrawn(database, scope);
  const command = { key: `link-advices:${newId()}`, action: 'cash.link_advices', body: { links: found.length } };
  const linked = await runCommand(database, scope, command, async (tx) => {
    const ended = await endWeakerLinks(tx, found);
    const inserted = await insertLinks(tx, found);
    for (const link of found) auditLink(tx, link);
    return [...ended, ...inserted];
  });
  return [...new Set([...linked, ...(await endWithdrawn(database, scope))])];
}

async function endWithdrawn(database: Database, scope: Scope): Promise<string[]> {
  return database.write(scope, endLinksOfWithdrawn);
}

export function auditLink(tx: CommandTx, { receiptItemId, adviceId, linkedBy }: NewLink): void {
  tx.audit({
    action: 'cash.link_advice',
    subjectKind: 'receipt',
    subjectId: receiptItemId,
    after: { adviceId, linkedBy },
  });
}

async function linksToMake(tx: Tx): Promise<NewLink[]> {
  const candidates = await candidateReceipts(tx);
  if (candidates.length === 0) return [];
  const advices = await findKnownAdvices(tx, [...new Set(candidates.map(({ adviceId }) => adviceId))]);
  const found = candidates.flatMap((candidate) => linkOf(candidate, advices, candidates));
  return found.filter((link) => link.linkedBy === 'trace' || !found.some((other) => isBetter(other, link)));
}

/** The engine's rule on this pair and the other advices of the receipt's candidates. */
function linkOf(
  candidate: CandidateReceipt,
  advices: ReadonlyMap<string, Advice>,
  candidates: readonly CandidateReceipt[],
): NewLink[] {
  const { receiptItemId, adviceId } = candidate;
  const ofReceipt = candidates.filter((other) => other.receiptItemId === receiptItemId);
  const index = new AdviceIndex(ofReceipt.flatMap((other) => advices.get(other.adviceId) ?? []));
  const linkedBy = index.linkOf(adviceId, engineReceipt(candidate));
  if (linkedBy === null) return [];
  const isAlone = candidates.filter((other) => other.adviceId === adviceId).length === 1;
  return linkedBy === 'amount' && !isAlone ? [] : [{ receiptItemId, adviceId, linkedBy }];
}

const RANK: Readonly<Record<AdviceLink, number>> = { person: 0, trace: 1, payer_and_amount: 2, amount: 3 };

/** The same advice has its own receipt. */
function isBetter(other: NewLink, link: NewLink): boolean {
  if (other.adviceId !== link.adviceId || other.linkedBy === 'apart' || link.linkedBy === 'apart') return false;
  return RANK[other.linkedBy] < RANK[link.linkedBy];
}

function engineReceipt(candidate: CandidateReceipt): Receipt {
  const { number, bookedOn, amountMinor, payerName, payerAccount, lines, paymentNumber } = candidate;
  const currency = currencyCode(candidate.currency);
  return { id: number, bookedOn, currency, amountMinor, payerName, payerAccount, lines, endToEndId: paymentNumber };
}
