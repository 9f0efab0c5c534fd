/**
 * Seals: a chain of hashes over batches of committed entries, in the order they were recorded. Posting never waits for
 * the sealer; what it has not reached yet counts as unsealed. A changed, added or missing posting breaks the chain.
 */
import { completeInstant, type Tx } from '../../platform/database/transaction.ts';
import {
  batchHash,
  insertSeal,
  lastSeal,
  listSeals,
  lockSealer,
  nextBatch,
  type Seal,
  unsealedCount,
} from './seals.queries.ts';

const ENTRIES_PER_SEAL_MAX = 20_000; // one hash over some ten megabytes of text

/** Seals what is complete. Returns how many entries were sealed. Run in `database.write`. */
export async function sealEntries(tx: Tx): Promise<number> {
  await lockSealer(tx);
  const complete = await completeInstant(tx);
  let sealed = 0;
  for (let previous = await lastSeal(tx); ; ) {
    const batch = await nextBatch(tx, previous, { complete, limit: ENTRIES_PER_SEAL_MAX });
    if (!batch) return sealed;
    const seal: Seal = {
      number: (previous?.number ?? 0n) + 1n,
      throughRecordedAt: batch.throughRecordedAt,
      throughEntryId: batch.throughEntryId,
      entryCount: batch.entryCount,
      previousHash: previous?.hash ?? '',
      hash: await batchHash(tx, previous, batch),
    };
    await insertSeal(tx, seal);
    sealed += batch.entryCount;
    previous = seal;
  }
}

export interface SealCheck {
  readonly seals: number;
  readonly unsealed: number;
  /** Numbers of the seals that no longer fit their entries or their predecessor. */
  readonly broken: readonly bigint[];
}

export async function checkSeals(tx: Tx): Promise<SealCheck> {
  const seals = await listSeals(tx);
  const broken: bigint[] = [];
  let previous: Seal | undefined;
  for (const seal of seals) {
    const hash = await batchHash(tx, previous, seal);
    if (
      hash !== seal.hash ||
      seal.previousHash !== (previous?.hash ?? '') ||
      seal.number !== (previous?.number ?? 0n) + 1n
    ) {
      broken.push(seal.number);
    }
    previous = seal;
  }
  return { seals: seals.length, unsealed: await unsealedCount(tx, previous), broken };
}
