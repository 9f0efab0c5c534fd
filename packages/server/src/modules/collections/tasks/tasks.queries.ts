import type { Recurrence } from '@quittance/core/tasks';
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { TaskAct } from './task-act.ts';

export const SUBJECT_KINDS = ['customer', 'item', 'promise', 'case'] as const;

export interface Task {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  readonly subjectKind: (typeof SUBJECT_KINDS)[number] | null;
  readonly subjectId: string | null;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly assigneeId: string;
  readonly assigneeName: string;
  readonly dueAt: string;
  readonly status: 'open' | 'done' | 'cancelled';
  readonly recurrence: Recurrence | null;
  readonly isPinned: boolean;
  readonly escalatedAt: string | null;
  readonly escalatedTo: string | null;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly endedAt: string | null;
  /** Why it was called off, or what was decided. */
  readonly endReason: string | null;
  /** Of a task of the ladder, until somebody words it otherwise. */
  readonly act: TaskAct | null;
}

const TASK = sql`
  select t.id, t.title, t.note, t.subject_kind as "subjectKind", t.subject_id as "subjectId", t.customer_id as "customerId",
      c.name as "customerName", t.assignee_id as "assigneeId", a.name as "assigneeName", t.due_at as "dueAt", t.status, t.recurrence,
      t.is_pinned as "isPinned", t.escalated_at as "escalatedAt", t.escalated_to as "escalatedTo", t.made_at as "madeAt",
      t.made_by as "madeBy", t.made_by_name as "madeByName", t.ended_at as "endedAt",
      t.end_reason as "endReason", t.act
    from task t join actor a on a.id = t.assignee_id
    left join customer c on c.company_id = t.company_id and c.id = t.customer_id`;

export interface TaskFilter {
  /** Their own, and what was escalated to them. */
  readonly personId?: string | undefined;
  readonly customerId?: string | undefined;
  readonly status: Task['status'];
  readonly dueBefore?: string | undefined;
  /** Each must begin a word of title or note. */
  readonly words?: readonly string[] | undefined;
  readonly after?: { readonly isPinned: boolean; readonly dueAt: string; readonly id: string } | undefined;
  readonly limit: number;
}

const FOUND_MAX = 500; // of what is searched: more is not read but asked anew

/** Pinned ones, then the soonest due first. */
export function listTasks(tx: Tx, filter: TaskFilter): Promise<Task[]> {
  const { personId, customerId, dueBefore, words, after } = filter;
  const found = words && sql`select id from search_written(${[...words]}::text[], array['task'], ${FOUND_MAX})`;
  return tx.all(sql`
    ${TASK} where t.company_id = ${tx.company.id} and t.status = ${filter.status}
      ${personId === undefined ? noSql : sql`and (t.assignee_id = ${personId} or t.escalated_to = ${personId})`}
      ${customerId === undefined ? noSql : sql`and t.customer_id = ${customerId}`}
      ${dueBefore === undefined ? noSql : sql`and t.due_at < ${dueBefore}::timestamptz`}
      ${found === undefined ? noSql : sql`and t.id in (${found})`}
      ${after === undefined ? noSql : sql`and (not t.is_pinned, t.due_at, t.id) > (${!after.isPinned}::boolean, ${after.dueAt}::timestamptz, ${after.id}::uuid)`}
      order by not t.is_pinned, t.due_at, t.id limit ${filter.limit}`);
}

export function findTask(tx: Tx, id: string): Promise<Task | undefined> {
  return tx.maybe(sql`${TASK} where t.company_id = ${tx.company.id} and t.id = ${id}`);
}

/** Locked for a change. */
export async function lockTask(tx: Tx, id: string): Promise<Task | undefined> {
  await tx.run(sql`select from task where company_id = ${tx.company.id} and id = ${id} for update`);
  return findTask(tx, id);
}

export type TaskFields = Pick<Task, 'title' | 'note' | 'assigneeId' | 'dueAt' | 'recurrence' | 'isPinned'>;
export type NewTask = TaskFields & Pick<Task, 'id' | 'subjectKind' | 'subjectId' | 'customerId' | 'act'>;

export async function insertTask(tx: Tx, task: NewTask): Promise<void> {
  const recurrence = task.recurrence === null ? null : JSON.stringify(task.recurrence);
  await tx.run(sql`
    insert into task (company_id, id, title, note, subject_kind, subject_id, customer_id, assignee_id, due_at, recurrence, is_pinned,
        act, made_at, made_by, made_by_name)
      values (${tx.company.id}, ${task.id}, ${task.title}, ${task.note}, ${task.subjectKind}, ${task.subjectId}, ${task.customerId},
        ${task.assigneeId}, ${task.dueAt}::timestamptz, ${recurrence}::jsonb, ${task.isPinned},
        ${task.act === null ? null : JSON.stringify(task.act)}::jsonb, ${tx.recordedAt}, ${tx.actor.id},
        ${tx.actor.name})`);
}

/** A task that gets another day or person is no longer escalated; one that is worded otherwise says it in those words. */
export async function updateTask(tx: Tx, id: string, task: TaskFields): Promise<void> {
  const recurrence = task.recurrence === null ? null : JSON.stringify(task.recurrence);
  await tx.run(sql`
    update task set title = ${task.title}, note = ${task.note}, assignee_id = ${task.assigneeId}, due_at = ${task.dueAt}::timestamptz,
        recurrence = ${recurrence}::jsonb, is_pinned = ${task.isPinned},
        act = case when title = ${task.title} and note = ${task.note} then act end,
        escalated_at = case when (assignee_id, due_at) = (${task.assigneeId}::uuid, ${task.dueAt}::timestamptz) then escalated_at end,
        escalated_to = case when (assignee_id, due_at) = (${task.assigneeId}::uuid, ${task.dueAt}::timestamptz) then escalated_to end
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function setStatus(
  tx: Tx,
  id: string,
  { status, reason }: { readonly status: Task['status']; readonly reason: string | null },
): Promise<void> {
  const endedAt = status === 'open' ? null : tx.recordedAt;
  await tx.run(sql`
    update task set status = ${status}, ended_at = ${endedAt}::timestamptz, end_reason = ${reason}
      where company_id = ${tx.company.id} and id = ${id}`);
}

export interface TaskChange {
  readonly id: string;
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly changedAt: string;
  readonly changedByName: string;
}

export async function insertChange(
  tx: Tx,
  change: { taskId: string; action: string; before?: unknown; after?: unknown },
): Promise<void> {
  await tx.run(sql`
    insert into task_change (company_id, id, task_id, action, before, after, changed_at, changed_by, changed_by_name)
      values (${tx.company.id}, ${newId()}, ${change.taskId}, ${change.action}, ${JSON.stringify(change.before ?? null)}::jsonb,
        ${JSON.stringify(change.after ?? null)}::jsonb, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

const CHANGES_MAX = 500; // nobody reads further back

export function listChanges(tx: Tx, taskId: string): Promise<TaskChange[]> {
  return tx.all(sql`
    select id, action, before, after, changed_at as "changedAt", changed_by_name as "changedByName" from task_change
      where company_id = ${tx.company.id} and task_id = ${taskId} order by changed_at desc, id desc limit ${CHANGES_MAX}`);
}

export interface NextTask {
  readonly id: string;
  readonly status: Task['status'];
  /** Nobody has changed it since it was made. */
  readonly isUntouched: boolean;
}

/** The task that followed a recurring one when it was last done. */
export function nextOfTask(tx: Tx, taskId: string): Promise<NextTask | undefined> {
  return tx.maybe(sql`
    select t.id, t.status,
        not exists (select from task_change o where o.company_id = c.company_id and o.task_id = t.id and o.id <> c.id) as "isUntouched"
      from task_change c join task t on t.company_id = c.company_id and t.id = c.task_id
      where c.company_id = ${tx.company.id} and c.action = 'task.repeat' and c.after ->> 'of' = ${taskId}
      order by c.changed_at desc, c.id desc limit 1`);
}

/** Mentioned again, it is to be seen again. */
export async function insertMentions(tx: Tx, taskId: string, personIds: readonly string[]): Promise<void> {
  await tx.run(sql`
    insert into task_mention (company_id, task_id, person_id, mentioned_at, mentioned_by_name)
      select ${tx.company.id}, ${taskId}, id, ${tx.recordedAt}, ${tx.actor.name} from unnest(${[...personIds]}::uuid[]) as p (id)
      on conflict (company_id, task_id, person_id) do update
        set seen_at = null, mentioned_at = excluded.mentioned_at, mentioned_by_name = excluded.mentioned_by_name`);
}

export interface TaskMention {
  readonly id: string;
  readonly text: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly at: string;
  readonly byName: string;
  /** Why somebody else called it off; null of what stands. */
  readonly cancelReason: string | null;
}

const MENTIONS_MAX = 200;

/** Tasks that name the actor or were given to them, and that they have not seen, the latest first. */
export function listTaskMentions(tx: Tx): Promise<TaskMention[]> {
  return tx.all(sql`
    select m.task_id as id, t.title as text, t.customer_id as "customerId", c.name as "customerName", m.mentioned_at as at,
        m.mentioned_by_name as "byName",
        case when t.status = 'cancelled' then t.end_reason end as "cancelReason"
      from task_mention m join task t on t.company_id = m.company_id and t.id = m.task_id
      left join customer c on c.company_id = t.company_id and c.id = t.customer_id
      where m.company_id = ${tx.company.id} and m.person_id = ${tx.actor.id} and m.seen_at is null
      order by m.mentioned_at desc limit ${MENTIONS_MAX}`);
}

export async function markSeen(tx: Tx, taskId: string): Promise<void> {
  await tx.run(sql`
    update task_mention set seen_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and task_id = ${taskId} and person_id = ${tx.actor.id}`);
}

export interface Escalation {
  readonly afterMinutes: number;
  readonly toPersonId: string;
}

export function findEscalation(tx: Tx): Promise<Escalation | undefined> {
  return tx.maybe(sql`
    select after_minutes as "afterMinutes", to_person as "toPersonId" from task_escalation where company_id = ${tx.company.id}`);
}

export async function saveEscalation(tx: Tx, rule: Escalation): Promise<void> {
  await tx.run(sql`
    insert into task_escalation (company_id, after_minutes, to_person)
      values (${tx.company.id}, ${rule.afterMinutes}, ${rule.toPersonId})
      on conflict (company_id) do update set after_minutes = excluded.after_minutes, to_person = excluded.to_person`);
}

const OVERDUE = (border: string, toPersonId: string) => sql`
  status = 'open' and due_at < ${border}::timestamptz and escalated_at is null and assignee_id <> ${toPersonId}`;

export async function isOverdue(
  tx: Tx,
  { border, toPersonId }: { border: string; toPersonId: string },
): Promise<boolean> {
  const row = await tx.one<{ is: boolean }>(sql`
    select exists (select from task where company_id = ${tx.company.id} and ${OVERDUE(border, toPersonId)}) as is`);
  return row.is;
}

/** The tasks that went; each goes once, and none to who has it already. */
export function escalateBefore(tx: Tx, { border, toPersonId }: { border: string; toPersonId: string }) {
  return tx.all<{ id: string }>(sql`
    update task set escalated_at = ${tx.recordedAt}, escalated_to = ${toPersonId}
      where company_id = ${tx.company.id} and ${OVERDUE(border, toPersonId)}
      returning id`);
}
