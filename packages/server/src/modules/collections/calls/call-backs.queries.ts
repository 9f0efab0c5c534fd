import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface CallBack {
  readonly id: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly country: string | null;
  readonly timeZone: string | null;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly dueAt: string;
  readonly assigneeId: string;
  readonly assigneeName: string;
  readonly note: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly madeByName: string;
}

const CALL_BACK = sql`
  select b.id, b.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName", c.country,
      c.time_zone as "timeZone", b.contact_id as "contactId", k.name as "contactName", b.due_at as "dueAt",
      b.assignee_id as "assigneeId", a.name as "assigneeName", b.note, b.status, b.made_by_name as "madeByName"
    from call_back b
      join customer c on c.company_id = b.company_id and c.id = b.customer_id
      join actor a on a.id = b.assignee_id
      left join contact k on k.company_id = b.company_id and k.id = b.contact_id`;

export interface CallBackFilter {
  readonly assigneeId?: string | undefined;
  readonly customerIds?: readonly string[] | undefined;
  readonly dueBefore?: string | undefined;
  readonly after?: { readonly dueAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** Open ones, the soonest first. */
export function listCallBacks(tx: Tx, filter: CallBackFilter): Promise<CallBack[]> {
  const { assigneeId, customerIds, dueBefore, after } = filter;
  return tx.all(sql`
    ${CALL_BACK} where b.company_id = ${tx.company.id} and b.status = 'open'
      ${assigneeId === undefined ? noSql : sql`and b.assignee_id = ${assigneeId}`}
      ${customerIds === undefined ? noSql : sql`and b.customer_id = any(${[...customerIds]}::uuid[])`}
      ${dueBefore === undefined ? noSql : sql`and b.due_at < ${dueBefore}::timestamptz`}
      ${after === undefined ? noSql : sql`and (b.due_at, b.id) > (${after.dueAt}::timestamptz, ${after.id}::uuid)`}
      order by b.due_at, b.id limit ${filter.limit}`);
}

/** Locked for a change. */
export async function lockCallBack(tx: Tx, id: string): Promise<CallBack | undefined> {
  await tx.run(sql`select from call_back where company_id = ${tx.company.id} and id = ${id} for update`);
  return tx.maybe(sql`${CALL_BACK} where b.company_id = ${tx.company.id} and b.id = ${id}`);
}

export interface NewCallBack {
  readonly id: string;
  readonly customerId: string;
  readonly contactId: string | null;
  readonly dueAt: string;
  readonly assigneeId: string;
  readonly note: string;
  readonly askedInCallId: string | null;
}

export async function insertCallBack(tx: Tx, one: NewCallBack): Promise<void> {
  await tx.run(sql`
    insert into call_back (company_id, id, customer_id, contact_id, due_at, assignee_id, note, asked_in_call_id, made_at, made_by,
        made_by_name)
      values (${tx.company.id}, ${one.id}, ${one.customerId}, ${one.contactId}, ${one.dueAt}::timestamptz, ${one.assigneeId}, ${one.note},
        ${one.askedInCallId}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

export async function moveCallBack(
  tx: Tx,
  id: string,
  { dueAt, assigneeId }: { dueAt: string; assigneeId: string },
): Promise<void> {
  await tx.run(sql`
    update call_back set due_at = ${dueAt}::timestamptz, assignee_id = ${assigneeId}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function cancelCallBack(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update call_back set status = 'cancelled', ended_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}

export interface Answered {
  readonly customerIds: readonly string[];
  readonly dueBefore: string;
  readonly callId: string;
  /** The one that the call was made for, though it was due later. */
  readonly also: string | null;
  /** The one that was set in the call itself. */
  readonly except: string | null;
}

/** Those of the customer that were due are done with the call. */
export async function answerCallBacks(
  tx: Tx,
  { customerIds, dueBefore, callId, also, except }: Answered,
): Promise<void> {
  await tx.run(sql`
    update call_back set status = 'done', ended_at = ${tx.recordedAt}, done_in_call_id = ${callId}
      where company_id = ${tx.company.id} and status = 'open' and customer_id = any(${[...customerIds]}::uuid[])
        and (due_at <= ${dueBefore}::timestamptz or id = ${also}) and id is distinct from ${except}`);
}
