/** Acts dated after today wait, are shown beside the figures, and are carried out on their day. */
import { type CommandTx, inCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { type ActResult, effectiveDay, type LedgerAct, performAct } from './ledger-act.ts';
import { addPendingAct, isPendingAct, settlePendingAct, waitingActs } from './pending.queries.ts';

export type PerformedOrPending =
  | ({ readonly state: 'done' } & ActResult)
  | { readonly state: 'pending'; readonly pendingId: string };

/** Carries an act out now, or lets it wait when it is dated after today. */
export async function performOrWait(tx: CommandTx, act: LedgerAct): Promise<PerformedOrPending> {
  const day = effectiveDay(act);
  if (day === undefined || day <= tx.today) return { state: 'done', ...(await performAct(tx, act)) };
  const pendingId = await addPendingAct(tx, { effectiveOn: day, act });
  tx.audit({ action: 'ledger.pending', subjectKind: 'pending_act', subjectId: pendingId, after: act });
  return { state: 'pending', pendingId };
}

/** Withdraws a waiting act. Throws `not_found`, and `pending_act_settled` when it no longer waits. */
export async function withdrawPending(tx: CommandTx, id: string, reason: string): Promise<void> {
  if (!(await isPendingAct(tx, id))) throw notFound('act that waits', id);
  if (!(await settlePendingAct(tx, { id, state: 'withdrawn', outcome: reason }))) {
    throw new AppError('pending_act_settled', 'This act no longer waits: it was carried out or withdrawn.', {
      status: 409,
    });
  }
  tx.audit({ action: 'ledger.pending.withdraw', subjectKind: 'pending_act', subjectId: id, reason });
}

/**
 * Carries out what has come due, each act in a transaction of its own; one that is refused says why and hides no other.
 * An act is done once, however often this runs.
 */
export async function releasePending(database: Database, scope: Scope): Promise<{ done: number; refused: number }> {
  const due = await database.read(scope, async (tx) =>
    (await waitingActs(tx)).filter((act) => act.effectiveOn <= tx.today),
  );
  const counts = { done: 0, refused: 0 };
  for (const pending of due) {
    const command = { key: `pending:${pending.id}`, action: 'ledger.pending.release', body: { id: pending.id } };
    try {
      const isOurs = await database.post(scope, async (tx) => {
        const settled = await settlePendingAct(tx, { id: pending.id, state: 'done', outcome: null });
        if (settled) await inCommand(tx, command, (commandTx) => performAct(commandTx, pending.act));
        return settled;
      });
      if (isOurs) counts.done += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const isOurs = await database.write(scope, (tx) =>
        settlePendingAct(tx, { id: pending.id, state: 'refused', outcome: error.message }),
      );
      if (isOurs) counts.refused += 1;
    }
  }
  return counts;
}
