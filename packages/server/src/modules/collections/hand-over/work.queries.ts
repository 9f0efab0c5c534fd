/** What of the tables of collections names a person, and how it goes to others. */
import type { LocalDate } from '@quittance/core/calendar';
import type { WorkKind } from '@quittance/core/hand-over';
import { joinSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** Kinds of which there is a table here with one row for each piece. */
export type RowKind = 'task' | 'escalated_task' | 'call_back' | 'session' | 'blocker' | 'cover';

interface Rows {
  /** Of the alias w. */
  readonly from: Query;
  readonly id: Query;
  readonly customerId: Query;
  readonly personId: Query;
}

const ROWS: Readonly<Record<RowKind, Rows>> = {
  task: {
    from: sql`task w where w.status = 'open' and`,
    ...{ id: sql`w.id`, customerId: sql`w.customer_id`, personId: sql`w.assignee_id` },
  },
  escalated_task: {
    from: sql`task w where w.status = 'open' and w.escalated_to is not null and`,
    ...{ id: sql`w.id`, customerId: sql`w.customer_id`, personId: sql`w.escalated_to` },
  },
  call_back: {
    from: sql`call_back w where w.status = 'open' and`,
    ...{ id: sql`w.id`, customerId: sql`w.customer_id`, personId: sql`w.assignee_id` },
  },
  session: {
    from: sql`resolution_session w join session_person p on p.company_id = w.company_id and p.session_id = w.id where w.state = 'planned' and`,
    ...{ id: sql`w.id`, customerId: sql`w.customer_id`, personId: sql`p.person_id` },
  },
  blocker: {
    from: sql`huddle_blocker w where w.solved_at is null and`,
    ...{ id: sql`w.id`, customerId: sql`w.customer_id`, personId: sql`w.owner_id` },
  },
  cover: {
    from: sql`portfolio_cover w where`,
    ...{ id: sql`w.person_id`, customerId: sql`null::uuid`, personId: sql`w.cover_id` },
  },
};
export const ROW_KINDS: readonly RowKind[] = ['task', 'escalated_task', 'call_back', 'session', 'blocker', 'cover'];

/** All that is open and theirs. */
export function rowsOf(tx: Tx, kind: RowKind, personId: string): Promise<{ id: string; customerId: string | null }[]> {
  const { from, id, customerId, personId: whose } = ROWS[kind];
  return tx.all(sql`
    select ${id} as id, ${customerId} as "customerId" from ${from} w.company_id = ${tx.company.id} and ${whose} = ${personId} order by 1`);
}

export interface CountOfPerson {
  readonly personId: string;
  readonly kind: WorkKind;
  readonly count: number;
}

/** How many of each kind everybody has, in one statement. */
export function countsByPerson(tx: Tx): Promise<CountOfPerson[]> {
  const parts = ROW_KINDS.map((kind) => {
    const { from, personId } = ROWS[kind];
    return sql`select ${personId} as "personId", ${kind}::text as kind, count(*)::int as count from ${from} w.company_id = ${tx.company.id}
        and ${personId} is not null group by 1`;
  });
  return tx.all(joinSql(parts, ' union all '));
}

/** Of the people named: how many customers each looks after. */
export function customerCounts(tx: Tx, personIds: readonly string[]): Promise<CountOfPerson[]> {
  return tx.all(sql`
    select owner_id as "personId", 'customer' as kind, count(*)::int as count from portfolio_assignment
      where company_id = ${tx.company.id} and owner_id = any(${[...personIds]}::uuid[]) group by owner_id`);
}

export interface OwnedCustomer {
  readonly id: string;
  readonly cause: 'hand' | 'rule' | 'rest';
  readonly untilOn: LocalDate | null;
}

export function customersOf(tx: Tx, personId: string): Promise<OwnedCustomer[]> {
  return tx.all(sql`
    select customer_id as id, cause, until_on as "untilOn" from portfolio_assignment
      where company_id = ${tx.company.id} and owner_id = ${personId} order by customer_id`);
}

export interface Handed {
  readonly id: string;
  readonly toId: string | null;
}

const asRows = (handed: readonly Handed[]): Query =>
  sql`json_to_recordset(${JSON.stringify(handed)}) as h (id uuid, "toId" uuid)`;

/** Another has it; its day stays, and what was overdue is no longer escalated. */
export async function giveTasks(tx: Tx, handed: readonly Handed[]): Promise<void> {
  await tx.run(sql`
    update task t set assignee_id = h."toId", escalated_at = null, escalated_to = null
      from ${asRows(handed)} where t.company_id = ${tx.company.id} and t.id = h.id`);
}

export async function giveEscalated(tx: Tx, handed: readonly Handed[]): Promise<void> {
  await tx.run(sql`
    update task t set escalated_to = h."toId" from ${asRows(handed)}
      where t.company_id = ${tx.company.id} and t.id = h.id and t.escalated_to is not null`);
}

export async function giveCallBacks(tx: Tx, handed: readonly Handed[]): Promise<void> {
  await tx.run(sql`
    update call_back b set assignee_id = h."toId" from ${asRows(handed)} where b.company_id = ${tx.company.id} and b.id = h.id`);
}

export async function giveBlockers(tx: Tx, handed: readonly Handed[]): Promise<void> {
  await tx.run(sql`
    update huddle_blocker b set owner_id = h."toId" from ${asRows(handed)} where b.company_id = ${tx.company.id} and b.id = h.id`);
}

/** The ones of these that are still open and this person's. */
export async function stillTheirs(
  tx: Tx,
  kind: Exclude<RowKind, 'cover'>,
  given: { readonly ids: readonly string[]; readonly personId: string },
): Promise<string[]> {
  const { from, id, personId } = ROWS[kind];
  const rows = await tx.all<{ id: string }>(sql`
    select ${id} as id from ${from} w.company_id = ${tx.company.id} and ${id} = any(${[...given.ids]}::uuid[])
      and ${personId} = ${given.personId}`);
  return rows.map((row) => row.id);
}

/** The tasks among these that somebody changed after the instant. */
export async function tasksChangedSince(tx: Tx, ids: readonly string[], at: string): Promise<Set<string>> {
  const rows = await tx.all<{ id: string }>(sql`
    select distinct task_id as id from task_change
      where company_id = ${tx.company.id} and task_id = any(${[...ids]}::uuid[]) and changed_at > ${at}::timestamptz`);
  return new Set(rows.map(({ id }) => id));
}

/** A line of each task's history. */
export async function insertTaskChanges(
  tx: Tx,
  change: {
    readonly action: string;
    readonly fromId: string;
    readonly handed: readonly (Handed & { newId: string })[];
  },
): Promise<void> {
  await tx.run(sql`
    insert into task_change (company_id, id, task_id, action, before, after, changed_at, changed_by, changed_by_name)
      select ${tx.company.id}, "newId", id, ${change.action}, jsonb_build_object('assigneeId', ${change.fromId}::text),
          jsonb_build_object('assigneeId', "toId"), ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}
        from json_to_recordset(${JSON.stringify(change.handed)}) as h (id uuid, "toId" uuid, "newId" uuid)`);
}
