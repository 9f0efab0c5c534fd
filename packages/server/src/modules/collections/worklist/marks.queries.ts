/** What people set aside on the list: who, until when, why. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface WorklistMark {
  readonly id: string;
  readonly customerId: string;
  readonly kind: 'done' | 'snoozed';
  readonly backOn: LocalDate;
  readonly reason: string | null;
}

export async function insertMark(tx: Tx, mark: WorklistMark): Promise<void> {
  await tx.run(sql`
    insert into worklist_mark (company_id, id, customer_id, kind, back_on, reason, marked_on, marked_at, marked_by, marked_by_name)
      values (${tx.company.id}, ${mark.id}, ${mark.customerId}, ${mark.kind}, ${mark.backOn}::date, ${mark.reason}, ${tx.today}::date,
        ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

/** One that stands. */
export async function lockMark(tx: Tx, id: string): Promise<WorklistMark | undefined> {
  return tx.maybe(sql`
    select id, customer_id as "customerId", kind, back_on as "backOn", reason from worklist_mark
      where company_id = ${tx.company.id} and id = ${id} and withdrawn_at is null for update`);
}

/** Whether there ever was such a mark. */
export async function isMark(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.maybe(sql`select from worklist_mark where company_id = ${tx.company.id} and id = ${id}`);
  return found !== undefined;
}

export async function withdrawMark(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update worklist_mark set withdrawn_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}
