/**
 * Who is at which receipt. Opening one to work on it claims it for some minutes, work renews the claim, leaving releases it. A
 * claim tells the others and stops nobody: what two people settle at once the ledger refuses to the second.
 */
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { assert } from '../../../platform/errors.ts';
import { theReceipt } from '../queues/the-receipt.usecase.ts';
import { type Claim, claimOf, deleteClaim, replaceClaim, takeOrRenew } from './claims.queries.ts';

/** Long enough for a telephone call between two keys, short enough that a closed lid holds nothing up. */
const CLAIM_MINUTES = 5;

export interface ClaimAnswer {
  /** Who is at it now: the caller, or whoever came first. */
  readonly claim: Claim;
  readonly isMine: boolean;
}

/**
 * Claims a receipt or renews the claim: `{ claim: { byName: 'Anna', since: '10:42' }, isMine: false }` when Anna came first and
 * was at it in the last minutes. Presence, not business: it may be repeated, and leaves no audit line. Throws `not_found`.
 */
export function claimReceipt(database: Database, scope: Scope, receiptId: string): Promise<ClaimAnswer> {
  return database.write(scope, async (tx) => {
    await theReceipt(tx, receiptId);
    await takeOrRenew(tx, receiptId, CLAIM_MINUTES);
    return answer(tx, receiptId);
  });
}

/** Takes a receipt over from whoever is at it, with a word that the audit trail keeps. Throws `not_found`. */
export function takeReceiptOver(
  database: Database,
  scope: Scope,
  given: { readonly receiptId: string; readonly reason: string; readonly command: Command },
): Promise<ClaimAnswer> {
  return runCommand(database, scope, given.command, async (tx) => {
    const { receiptId, reason } = given;
    await theReceipt(tx, receiptId);
    const before = (await claimOf(tx, receiptId)) ?? null;
    await replaceClaim(tx, receiptId, CLAIM_MINUTES);
    const subject = { subjectKind: 'receipt', subjectId: receiptId };
    tx.audit({
      action: 'cash.taken_over',
      ...subject,
      before: before && { by: before.by, byName: before.byName },
      reason,
    });
    return answer(tx, receiptId);
  });
}

/** Lets go of what one had claimed; of another’s claim nothing changes. Throws `not_found`. */
export async function releaseReceipt(database: Database, scope: Scope, receiptId: string): Promise<void> {
  await database.write(scope, async (tx) => {
    await theReceipt(tx, receiptId);
    await deleteClaim(tx, receiptId);
  });
}

async function answer(tx: Tx, receiptId: string): Promise<ClaimAnswer> {
  const claim = await claimOf(tx, receiptId);
  assert(claim, 'somebody is at a receipt that was just claimed');
  return { claim, isMine: claim.by === tx.actor.id };
}
