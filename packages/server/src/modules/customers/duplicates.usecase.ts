/**
 * Duplicates: listed with their evidence, said to be two, or merged. A merge is a link from the duplicate to the survivor that
 * is known from an instant on and may be undone; no item moves (docs/decisions/0007). So totals never change by it.
 */
import { type DuplicatePair, findDuplicates } from '@quittance/core/parties';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { theCustomer, theLivingCustomer } from './customers.errors.ts';
import { findDistinctions, findParties, insertDistinction } from './duplicates.queries.ts';
import { endMerge, findMerge, insertMerge, type Merge } from './family.queries.ts';

/** More are shown when these are done. */
const PAIRS_MAX = 500;

/** Pairs that may be one party, the surest first; `count` says how many there are in all. */
export async function listDuplicates(tx: Tx): Promise<{ pairs: DuplicatePair[]; count: number }> {
  const said = new Set((await findDistinctions(tx)).map((pair) => `${pair.firstId} ${pair.secondId}`));
  const pairs = findDuplicates(await findParties(tx)).filter((pair) => !said.has(`${pair.firstId} ${pair.secondId}`));
  return { pairs: pairs.slice(0, PAIRS_MAX), count: pairs.length };
}

interface Pair {
  readonly firstId: string;
  readonly secondId: string;
  readonly reason: string | null;
}

/** That these two are two parties, whatever they share. */
export async function sayDistinct(tx: CommandTx, { reason, ...pair }: Pair): Promise<void> {
  const [firstId = '', secondId = ''] = [pair.firstId, pair.secondId].sort();
  if (firstId === secondId) throw new AppError('distinction_is_of_two', 'Name two different customers.');
  await theCustomer(tx, firstId);
  await theCustomer(tx, secondId);
  await insertDistinction(tx, { firstId, secondId, reason });
  const line = { action: 'customers.distinct', subjectKind: 'customer', after: { firstId, secondId } };
  tx.audit({ ...line, subjectId: firstId, reason: reason ?? undefined });
  tx.audit({ ...line, subjectId: secondId, reason: reason ?? undefined });
}

/** Merges a duplicate into the survivor. Returns the merge's id. Throws `customer_is_merged`, `merge_is_of_two`. */
export async function mergeCustomers(
  tx: CommandTx,
  merge: { readonly duplicateId: string; readonly survivorId: string; readonly reason: string | null },
): Promise<string> {
  const { duplicateId, survivorId, reason } = merge;
  if (duplicateId === survivorId) throw new AppError('merge_is_of_two', 'A customer cannot be merged into itself.');
  // In the order of their ids, as the database locks them: two merges of one pair meet and never wait for each other.
  for (const id of [duplicateId, survivorId].sort()) await theLivingCustomer(tx, id);
  const id = newId();
  await insertMerge(tx, { id, duplicateId, survivorId, reason });
  const line = { action: 'customers.merged', subjectKind: 'customer', after: { mergeId: id, duplicateId, survivorId } };
  tx.audit({ ...line, subjectId: duplicateId, reason: reason ?? undefined });
  tx.audit({ ...line, subjectId: survivorId, reason: reason ?? undefined });
  return id;
}

/** Undoes a merge: both customers are as if it had not been. Throws `merge_is_undone`. */
export async function unmergeCustomers(tx: CommandTx, id: string, reason: string): Promise<Merge> {
  const merge = await findMerge(tx, id);
  if (!merge) throw notFound('merge', id);
  if (!(await endMerge(tx, id, reason))) {
    const message = `${merge.undoneByName ?? 'Somebody'} has undone this merge already.`;
    throw new AppError('merge_is_undone', message, { status: 409 });
  }
  const { duplicateId, survivorId } = merge;
  const line = {
    action: 'customers.unmerged',
    subjectKind: 'customer',
    before: { mergeId: id, duplicateId, survivorId },
    reason,
  };
  tx.audit({ ...line, subjectId: duplicateId });
  tx.audit({ ...line, subjectId: survivorId });
  return merge;
}
