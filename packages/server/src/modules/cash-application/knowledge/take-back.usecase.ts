/**
 * Taking back what was learnt, and giving it back. Nothing is deleted from history: what taught a link or a habit is silenced
 * by the revocation that it names, and speaks again when that is restored. What is confirmed afterwards teaches anew.
 */
import { type Command, type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, assert, notFound } from '../../../platform/errors.ts';
import { forgetSource, restoreSource } from '../../intake/index.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import {
  deleteLink,
  findLink,
  type LinkKey,
  recountLinks,
  restoreImportedLink,
  stopTeaching,
  teachAgain,
} from './knowledge.queries.ts';
import { findLearnt } from './learnt.queries.ts';
import { type LearntKey, type LearntState, type LearntThing, learntKey } from './learnt.ts';
import { silencePatterns } from './patterns.queries.ts';
import { recountHabits } from './patterns.usecase.ts';
import {
  endCodeById,
  endPair,
  endPayer,
  endRevocation,
  findRevocation,
  insertRevocation,
  type Revocation,
  restoreCode,
  restorePair,
  restorePayer,
  type Told,
} from './revocations.queries.ts';

export interface LearntCommand {
  readonly id: string;
  readonly reason: string;
  readonly command: Command;
}

/**
 * Takes one thing back. A receipt whose pair was taken back is decided on again at once. Throws `not_found`, and
 * `knowledge_is_in_the_record` for an account that stands in the customer's own record and is changed there.
 */
export async function takeBack(database: Database, scope: Scope, given: LearntCommand): Promise<void> {
  await runCommand(database, scope, given.command, async (tx) => {
    const thing = await theThing(tx, 'standing', given.id);
    await end(tx, keyOf(given.id), { thing, reason: given.reason });
    const { id: subjectId, reason } = given;
    tx.audit({ action: 'cash.knowledge.revoked', subjectKind: 'knowledge', subjectId, before: thing, reason });
    return null;
  });
  await decideAgain(database, scope, given.id);
}

/** Gives one thing back. Throws `not_found`, `knowledge_was_told_anew`. */
export async function restore(database: Database, scope: Scope, given: LearntCommand): Promise<void> {
  await runCommand(database, scope, given.command, async (tx) => {
    const thing = await theThing(tx, 'taken_back', given.id);
    const isRestored = await giveBack(tx, keyOf(given.id), given.reason);
    if (!isRestored) {
      const message = `${thing.what} was told anew since it was taken back. What stands now counts.`;
      throw new AppError('knowledge_was_told_anew', message, { status: 409 });
    }
    const { id: subjectId, reason } = given;
    tx.audit({ action: 'cash.knowledge.restored', subjectKind: 'knowledge', subjectId, after: thing, reason });
    return null;
  });
  await decideAgain(database, scope, given.id);
}

function keyOf(id: string): LearntKey {
  const key = learntKey(id);
  if (key === null) throw notFound('learnt thing', id);
  return key;
}

async function theThing(tx: Tx, state: LearntState, id: string): Promise<LearntThing> {
  keyOf(id);
  const thing = await findLearnt(tx, state, id);
  if (thing === undefined) throw notFound('learnt thing', id);
  return thing;
}

async function end(
  tx: CommandTx,
  { record, parts }: LearntKey,
  { thing, reason }: { readonly thing: LearntThing; readonly reason: string },
): Promise<void> {
  const [id = '', rest = ''] = [parts[0], parts.slice(1).join(':')];
  switch (record) {
    case 'link':
      return endLink(tx, { id, thing, reason });
    case 'record': {
      const message = `${thing.what} stands in the customer's own record. Change it there.`;
      throw new AppError('knowledge_is_in_the_record', message, { status: 409 });
    }
    case 'habit': {
      const revocationId = await insertRevocation(tx, {
        kind: 'habit',
        key: rest,
        customerId: id,
        told: told(thing),
        reason,
      });
      await silencePatterns(tx, id, revocationId);
      return recountHabits(tx, [id]);
    }
    case 'pair':
      await endPair(tx, { receiptItemId: id, itemId: rest }, reason);
      return;
    case 'payer':
      await endPayer(tx, id, reason);
      return;
    case 'code':
      await endCodeById(tx, id, reason);
      return;
    case 'layout': {
      const layout = await forgetSource(tx, id);
      await insertRevocation(tx, {
        kind: 'layout',
        key: id,
        customerId: null,
        told: { ...told(thing), layout },
        reason,
      });
      return;
    }
    case 'revocation':
      throw notFound('learnt thing', id);
  }
}

async function endLink(
  tx: CommandTx,
  { id, thing, reason }: { readonly id: string; readonly thing: LearntThing; readonly reason: string },
): Promise<void> {
  const link = await findLink(tx, id);
  if (link === undefined) throw notFound('learnt thing', id);
  const { mark, key, customerId, origin } = link;
  const revocationId = await insertRevocation(tx, { kind: mark, key, customerId, told: told(thing), reason });
  if (origin === 'application') await stopTeaching(tx, link, revocationId);
  await deleteLink(tx, id);
}

function told({ what, origin, times, ofTimes, shareBps, meaning, sinceOn, lastOn }: LearntThing): Told {
  return { what, origin, times, ofTimes, shareBps, meaning, sinceOn, lastOn };
}

/** Whether it stands again. */
async function giveBack(tx: CommandTx, { record, parts }: LearntKey, reason: string): Promise<boolean> {
  const [id = '', rest = ''] = [parts[0], parts[1]];
  switch (record) {
    case 'pair':
      return restorePair(tx, { receiptItemId: id, itemId: rest });
    case 'payer':
      return restorePayer(tx, id);
    case 'code':
      return restoreCode(tx, id);
    case 'revocation': {
      const revocation = await findRevocation(tx, id);
      if (revocation === undefined) throw notFound('learnt thing', id);
      await endRevocation(tx, id, reason);
      return speakAgain(tx, revocation);
    }
    case 'link':
    case 'record':
    case 'habit':
    case 'layout':
      throw notFound('learnt thing', id);
  }
}

async function speakAgain(tx: CommandTx, { id, kind, key, customerId, told: was }: Revocation): Promise<boolean> {
  if (kind === 'layout') return was.layout !== undefined && restoreSource(tx, was.layout);
  assert(customerId !== null, 'all but layouts are of a customer');
  if (kind === 'habit') {
    await recountHabits(tx, [customerId]);
    return true;
  }
  const link: LinkKey = { mark: kind, key, customerId };
  if (was.origin === 'imported') {
    await restoreImportedLink(tx, { ...link, uses: was.times ?? 1, lastOn: was.lastOn });
    return true;
  }
  await teachAgain(tx, kind, id);
  await recountLinks(tx, [link]);
  return true;
}

/** What was ruled out about a receipt, or no longer is, changes what is proposed for it. */
async function decideAgain(database: Database, scope: Scope, id: string): Promise<void> {
  const { record, parts } = keyOf(id);
  if (record === 'pair') await applyUnapplied(database, scope, { receiptIds: parts.slice(0, 1) });
}
