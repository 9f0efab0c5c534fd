/**
 * What is learnt from confirmed applications. Every confirmation is written down; payer links are their sum, kept beside
 * them. Undoing a receipt ends its confirmations; revoking a link silences those so far; rebuilding gives the same links.
 */
import { payerKey } from '@quittance/core/matching';
import { type Command, runClosingCommand, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import type { PayerMarks } from '../runs/settling.queries.ts';
import {
  type Confirmation,
  deleteLink,
  endConfirmations,
  findLink,
  type ImportedLink,
  insertConfirmations,
  rebuildLinks,
  recountLinks,
  saveImportedLinks,
  stopTeaching,
} from './knowledge.queries.ts';

export interface Lesson extends Omit<Confirmation, 'account' | 'name'> {
  readonly payer: PayerMarks;
}

/** Remembers that this payer paid for this customer. A payer without account and name teaches nothing but the amount. */
export function teach(tx: Tx, lesson: Lesson): Promise<void> {
  return teachAll(tx, [lesson]);
}

export async function teachAll(tx: Tx, lessons: readonly Lesson[]): Promise<void> {
  await insertConfirmations(
    tx,
    lessons.map(({ payer, ...confirmation }) => ({ ...confirmation, ...payerKey(payer) })),
  );
}

/** Forgets what a receipt taught. */
export async function unteach(tx: Tx, receiptItemId: string): Promise<void> {
  await recountLinks(tx, await endConfirmations(tx, receiptItemId));
}

/** Revokes a payer link: what taught it so far counts no more. A later confirmation makes it anew. Throws `not_found`. */
export async function revokeLink(
  database: Database,
  scope: Scope,
  given: { readonly id: string; readonly reason: string; readonly command: Command },
): Promise<void> {
  await runCommand(database, scope, given.command, async (tx) => {
    const link = await findLink(tx, given.id);
    if (!link) throw notFound('payer link', given.id);
    if (link.origin === 'application') await stopTeaching(tx, link);
    await deleteLink(tx, link.id);
    const { id, reason } = given;
    tx.audit({ action: 'cash.knowledge.revoked', subjectKind: 'payer_link', subjectId: id, before: link, reason });
    return null;
  });
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

/** Makes all payer links anew from the confirmations, while nobody posts. Returns how many were not as they should be. */
export async function rebuildKnowledge(database: Database, scope: Scope): Promise<{ readonly corrected: number }> {
  return runClosingCommand(database, scope, { action: 'cash.knowledge.rebuild', body: null }, async (tx) => {
    const corrected = await rebuildLinks(tx);
    tx.audit({
      action: 'cash.knowledge.rebuilt',
      subjectKind: 'company',
      subjectId: tx.company.id,
      after: { corrected },
    });
    return { corrected };
  });
}
