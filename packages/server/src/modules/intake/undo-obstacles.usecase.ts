/** What stands in the way of undoing an import, so that a person sees what to undo first and where. */
import type { Tx } from '../../platform/database/transaction.ts';
import { type Dependent, findDependents } from '../ledger/index.ts';
import { findBatch } from './batches.queries.ts';
import { findSettlersOf } from './known-money/known-money.queries.ts';
import { theBatch } from './read-batch.usecase.ts';
import { type AcceptedCorrection, findAcceptedCorrections } from './snapshot/snapshot.queries.ts';
import { findOpeningEntries } from './standing.queries.ts';

/** More are not read one by one; they are undone together. */
const OBSTACLES_MAX = 200;

export interface UndoObstacles {
  /** Entries on what the import posted, or on its accepted corrections; those to undo first come first. */
  readonly dependents: readonly Dependent[];
  /** Corrections of a full list that somebody accepted: they are undone with it, or first. */
  readonly corrections: readonly AcceptedCorrection[];
  /** Imports whose posting made receipts of lines of this one. */
  readonly imports: readonly { readonly id: string; readonly fileName: string }[];
  readonly isMore: boolean;
}

export async function undoObstacles(tx: Tx, id: string): Promise<UndoObstacles> {
  const batch = theBatch(await findBatch(tx, id), id);
  const corrections = batch.snapshotOn === null ? [] : await findAcceptedCorrections(tx, id);
  const entries = [...(await findOpeningEntries(tx, id)), ...corrections.flatMap(({ entryIds }) => entryIds)];
  const { dependents, isMore } = await findDependents(tx, entries, OBSTACLES_MAX);
  return {
    dependents,
    corrections: corrections.slice(0, OBSTACLES_MAX),
    imports: await findSettlersOf(tx, id),
    isMore: isMore || corrections.length > OBSTACLES_MAX,
  };
}
