import type { LocalDate } from '@quittance/core/calendar';
import type { AdjustmentKind } from '@quittance/core/ledger';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { ledgerActSchema } from './ledger.schemas.ts';
import type { LedgerAct } from './ledger-act.ts';

export interface PendingAct {
  readonly id: string;
  readonly effectiveOn: LocalDate;
  readonly act: LedgerAct;
  readonly createdAt: string;
}

export async function addPendingAct(tx: Tx, pending: { effectiveOn: LocalDate; act: LedgerAct }): Promise<string> {
  const id = newId();
  const body = JSON.stringify(pending.act, (_key, value: unknown) =>
    typeof value === 'bigint' ? value.toString() : value,
  );
  await tx.run(sql`
    insert into pending_act (company_id, id, effective_on, kind, body, actor_id, created_at)
      values (${tx.company.id}, ${id}, ${pending.effectiveOn}, ${pending.act.kind}, ${body}, ${tx.actor.id}, ${tx.recordedAt})`);
  return id;
}

/** Acts that wait for their day, the earliest first. */
export async function waitingActs(tx: Tx): Promise<PendingAct[]> {
  const rows = await tx.all<{ id: string; effectiveOn: LocalDate; body: unknown; createdAt: string }>(sql`
    select id, effective_on as "effectiveOn", body, created_at as "createdAt" from pending_act
      where company_id = ${tx.company.id} and state = 'waiting' order by effective_on, id`);
  return rows.map(({ body, ...row }) => ({ ...row, act: ledgerActSchema.parse(body) }));
}

/**
 * What the actor lets wait to be taken from an item this way, in the item's currency. The item is locked first, so that of two who
 * ask at once the second is told of the first.
 */
export async function waitingAdjustmentsMinor(
  tx: Tx,
  { itemId, adjustment }: { readonly itemId: string; readonly adjustment: AdjustmentKind },
): Promise<bigint> {
  await tx.all(sql`select from item where company_id = ${tx.company.id} and id = ${itemId} for update`);
  const row = await tx.one<{ minor: bigint }>(sql`
    select coalesce(sum((body->>'amountMinor')::bigint), 0)::bigint as minor from pending_act
      where company_id = ${tx.company.id} and state = 'waiting' and kind = 'adjustment' and actor_id = ${tx.actor.id}
        and body->>'itemId' = ${itemId} and body->>'adjustment' = ${adjustment}`);
  return row.minor;
}

/** Whether there is such an act, waiting or settled. */
export async function isPendingAct(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.maybe(sql`select from pending_act where company_id = ${tx.company.id} and id = ${id}`);
  return found !== undefined;
}

/** Marks an act as settled; false when somebody else was faster. */
export async function settlePendingAct(
  tx: Tx,
  settlement: { id: string; state: 'done' | 'refused' | 'withdrawn'; outcome: string | null },
): Promise<boolean> {
  const changed = await tx.run(sql`
    update pending_act set state = ${settlement.state}, outcome = ${settlement.outcome}, settled_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and id = ${settlement.id} and state = 'waiting'`);
  return changed === 1;
}
