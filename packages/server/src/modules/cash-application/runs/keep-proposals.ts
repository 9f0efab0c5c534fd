/** Keeping what waits for a person: proposals with a hold on each item they name, and exceptions with their question. */
import { abs } from '@quittance/core/money';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { type NewHold, placeHolds, releaseHolds } from '../../ledger/index.ts';
import type { Decided } from '../deciding/decide-receipts.ts';
import {
  currentDecisions,
  type DecisionToInsert,
  endDecisions,
  type GroundlessReceipt,
  groundlessReceipts,
  insertDecisions,
  retireDecisions,
} from '../deciding/decisions.queries.ts';
import { liftHolds } from '../deductions/deduction-session.ts';
import {
  receiptsWithGroundlessDeductions,
  withdrawDeductions,
  withdrawGroundlessDeductions,
} from '../deductions/deductions.queries.ts';
import { unteach } from '../knowledge/knowledge.usecase.ts';
import { customersOfItems, lockItems } from './settling.queries.ts';

/** Dunning asks for it: what a receipt may have paid already is not asked for again. */
export const PROPOSAL_HOLD = 'waiting_proposal';

/**
 * Keeps decisions that wait as the current ones of their receipts. Returns the receipts they were kept for: those that are
 * as they were when they were decided on.
 */
export async function keepProposals(
  database: Database,
  scope: Scope,
  proposals: readonly Decided[],
): Promise<readonly string[]> {
  if (proposals.length === 0) return [];
  return runCommand(database, scope, { action: 'cash.propose', body: null }, (tx) => keepInCommand(tx, proposals));
}

async function keepInCommand(tx: CommandTx, proposals: readonly Decided[]): Promise<string[]> {
  const receiptIds = proposals.map(({ receipt }) => receipt.itemId);
  const locked = await lockItems(tx, receiptIds);
  const current = new Map((await currentDecisions(tx, receiptIds)).map((one) => [one.receiptItemId, one]));
  const standing = proposals.filter(
    ({ receipt }) =>
      locked.get(receipt.itemId)?.openMinor === -receipt.openMinor &&
      current.get(receipt.itemId)?.number === receipt.current?.number &&
      current.get(receipt.itemId)?.state === receipt.current?.state,
  );
  const kept = standing.map(({ receipt }) => receipt.itemId);
  await releaseHolds(
    tx,
    kept.flatMap((id) => current.get(id)?.holdIds ?? []),
  );
  await retireDecisions(tx, kept, 'decided anew');
  const holds = await holdsFor(tx, standing);
  const holdIds = await placeHolds(tx, holds);
  const decisions: DecisionToInsert[] = standing.map(({ receipt, decision }) => {
    const own = holdIds.filter((_, index) => holds[index]?.receiptItemId === receipt.itemId);
    return { ...decision, number: (receipt.current?.number ?? 0) + 1, holdIds: own, entryIds: [] };
  });
  await insertDecisions(tx, decisions);
  for (const { receiptItemId, decision, number, customerId, sentence } of decisions) {
    const action = decision === 'suggest' ? 'cash.proposed' : 'cash.asked';
    const after = { number, customerId, sentence };
    tx.audit({ action, subjectKind: 'receipt', subjectId: receiptItemId, after });
  }
  return kept;
}

/** A hold on each item that a proposal names, for its cash and its deductions, as long as the item is there. */
async function holdsFor(tx: Tx, proposals: readonly Decided[]): Promise<(NewHold & { receiptItemId: string })[]> {
  const named = proposals.flatMap(({ receipt, decision }) =>
    [...settledBy(decision)].map(([itemId, amountMinor]) => ({ receipt, itemId, amountMinor })),
  );
  const customers = await customersOfItems(
    tx,
    named.map(({ itemId }) => itemId),
  );
  return named.flatMap(({ receipt, itemId, amountMinor }) => {
    const customerId = customers.get(itemId);
    if (customerId === undefined) return [];
    const reason = `Receipt ${receipt.number} may settle it; somebody is to confirm.`;
    const hold = { itemId, customerId, kind: PROPOSAL_HOLD, amountMinor: abs(amountMinor), reason };
    return [{ ...hold, receiptItemId: receipt.itemId }];
  });
}

function settledBy({ allocations, deductions }: Decided['decision']): Map<string, bigint> {
  const settled = new Map<string, bigint>();
  for (const { itemId, amountMinor } of [...allocations, ...deductions]) {
    settled.set(itemId, (settled.get(itemId) ?? 0n) + amountMinor);
  }
  return settled;
}

const ENDED_PER_COMMAND = 200;

/**
 * Ends what was decided about receipts that were settled elsewhere or cancelled, and forgets what the cancelled taught; and
 * withdraws deductions whose applications were all undone in the ledger itself.
 */
export async function endGroundless(database: Database, scope: Scope): Promise<void> {
  await endGroundlessDecisions(database, scope);
  await endGroundlessDeductions(database, scope);
}

async function endGroundlessDeductions(database: Database, scope: Scope): Promise<void> {
  for (;;) {
    const found = await database.read(scope, (tx) => receiptsWithGroundlessDeductions(tx, ENDED_PER_COMMAND));
    if (found.length === 0) return;
    await runCommand(database, scope, { action: 'cash.withdraw', body: null }, async (tx) => {
      await lockItems(tx, found);
      const withdrawn = await withdrawGroundlessDeductions(tx, found, UNDONE_IN_LEDGER);
      await liftHolds(tx, withdrawn, UNDONE_IN_LEDGER);
      for (const subjectId of new Set(withdrawn.map(({ receiptItemId }) => receiptItemId))) {
        tx.audit({ action: 'cash.deduction_withdrawn', subjectKind: 'receipt', subjectId });
      }
      return null;
    });
  }
}

const UNDONE_IN_LEDGER = 'its application was undone in the ledger';

async function endGroundlessDecisions(database: Database, scope: Scope): Promise<void> {
  for (;;) {
    const found = await database.read(scope, (tx) => groundlessReceipts(tx, ENDED_PER_COMMAND));
    if (found.length === 0) return;
    const receiptIds = found.map((receipt) => receipt.receiptItemId);
    await runCommand(database, scope, { action: 'cash.withdraw', body: null }, async (tx) => {
      await lockItems(tx, receiptIds);
      const standing = await groundlessReceipts(tx, ENDED_PER_COMMAND);
      await endInCommand(
        tx,
        standing.filter(({ receiptItemId }) => receiptIds.includes(receiptItemId)),
      );
      return null;
    });
  }
}

const CANCELLED = 'the receipt was cancelled';

async function endInCommand(tx: CommandTx, groundless: readonly GroundlessReceipt[]): Promise<void> {
  const cancelled: string[] = [];
  for (const receipt of groundless) {
    await releaseHolds(tx, receipt.holdIds);
    if (receipt.isCancelled) {
      await unteach(tx, receipt.receiptItemId);
      cancelled.push(receipt.receiptItemId);
    }
    tx.audit({ action: 'cash.withdrawn', subjectKind: 'receipt', subjectId: receipt.receiptItemId });
  }
  await liftHolds(tx, await withdrawDeductions(tx, cancelled, CANCELLED), CANCELLED);
  const all = groundless.map((receipt) => receipt.receiptItemId);
  await endDecisions(tx, all, { state: 'withdrawn', reason: 'nothing of the receipt is open any more' });
  await endDecisions(tx, cancelled, { state: 'undone', reason: CANCELLED });
}
