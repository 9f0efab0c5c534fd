/**
 * What is learnt from confirmed applications. Every confirmation is written down; payer links are their sum, kept beside
 * them, and habits the count of what the payments showed. Undoing a receipt ends what it taught; taking a link or a habit back
 * silences what taught it so far (`take-back.usecase.ts`); rebuilding gives the same.
 */
import { payerKey } from '@quittance/core/matching';
import { type Command, runClosingCommand, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { recordsOfParty, survivorOf } from '../../customers/index.ts';
import type { PayerMarks } from '../runs/settling.queries.ts';
import {
  type Confirmation,
  endConfirmations,
  type ImportedLink,
  insertConfirmations,
  rebuildLinks,
  recountLinks,
  saveImportedLinks,
} from './knowledge.queries.ts';
import { forgetPattern, habitsThatDiffer, keepPatterns, recountHabits } from './patterns.usecase.ts';
import { customerNamedBefore, endPayerRejections, rejectPayer } from './rejected-payers.queries.ts';

export interface Lesson extends Omit<Confirmation, 'account' | 'name'> {
  readonly payer: PayerMarks;
}

/**
 * Remembers that this payer paid for this customer, how it paid, and whom a person found it not to pay for. A payer without
 * account and name teaches nothing but the amount. To be called when the decision is kept.
 */
export async function teach(tx: Tx, lesson: Lesson): Promise<void> {
  await teachAll(tx, [lesson]);
  await learnWhomItWasNot(tx, lesson);
}

export async function teachAll(tx: Tx, lessons: readonly Lesson[]): Promise<void> {
  await insertConfirmations(
    tx,
    lessons.map(({ payer, ...confirmation }) => ({ ...confirmation, ...payerKey(payer) })),
  );
  await keepPatterns(tx, lessons);
}

/** A person gave it to somebody else than the engine had named: the payer is not proposed for that customer again. */
async function learnWhomItWasNot(tx: Tx, lesson: Lesson): Promise<void> {
  const named = await customerNamedBefore(tx, lesson);
  if (named === undefined) return;
  const customerId = await survivorOf(tx, named.customerId);
  const records = await recordsOfParty(tx, customerId);
  if (lesson.customerId !== null && records.includes(lesson.customerId)) return;
  const { account, name } = payerKey(lesson.payer);
  const [mark, key] = account === '' ? (['name', name] as const) : (['account', account] as const);
  if (key === '') return;
  const { receiptItemId, decisionNumber } = lesson;
  await rejectPayer(tx, { mark, key, customerId, records, receiptItemId, decisionNumber });
}

/** Forgets what a receipt taught. */
export async function unteach(tx: Tx, receiptItemId: string): Promise<void> {
  await recountLinks(tx, await endConfirmations(tx, receiptItemId));
  await forgetPattern(tx, receiptItemId);
  await endPayerRejections(tx, receiptItemId);
}

/** Takes payer links over from another system. Keys are normalised here. */
export async function importLinks(
  database: Database,
  scope: Scope,
  given: { readonly links: readonly ImportedLink[]; readonly command: Command },
): Promise<{ readonly links: number }> {
  return runCommand(database, scope, given.command, async (tx) => {
    const links = given.links.flatMap((link) => {
      const marks =
        link.mark === 'account' ? { payerAccount: link.key, payerName: '' } : { payerAccount: '', payerName: link.key };
      const key = payerKey(marks)[link.mark];
      return key === '' ? [] : [{ ...link, key }];
    });
    await saveImportedLinks(tx, links);
    tx.audit({
      action: 'cash.knowledge.imported',
      subjectKind: 'company',
      subjectId: tx.company.id,
      after: { links: links.length },
    });
    return { links: links.length };
  });
}

/** Makes all payer links and habits anew from what was confirmed, while nobody posts. Returns how many were not as they should be. */
export async function rebuildKnowledge(database: Database, scope: Scope): Promise<{ readonly corrected: number }> {
  return runClosingCommand(database, scope, { action: 'cash.knowledge.rebuild', body: null }, async (tx) => {
    const links = await rebuildLinks(tx);
    const { wrong } = await habitsThatDiffer(tx);
    await recountHabits(tx, wrong);
    const corrected = links + wrong.length;
    tx.audit({
      action: 'cash.knowledge.rebuilt',
      subjectKind: 'company',
      subjectId: tx.company.id,
      after: { corrected },
    });
    return { corrected };
  });
}
