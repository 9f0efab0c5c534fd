/** Tasks: given, done, not needed any more, taken up again, passed up. Those that a dunning step gave are told by the step. */
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type LineKey, PLAIN_LINE, saysAll, type TimelineLine, type TimelineSource } from '../../customers/index.ts';

export const TASK_LINES: TimelineSource = {
  name: 'task',
  lines: (tx, { customerIds, words }) => sql`
    select g.changed_at as at, g.id, case g.action
        when 'task.done' then 'task_done' when 'task.cancel' then 'task_cancelled' when 'task.reopen' then 'task_reopened'
        when 'task.escalate' then 'task_escalated' else 'task_made' end as kind
      from task t join task_change g on g.company_id = t.company_id and g.task_id = t.id
      where t.company_id = ${tx.company.id} and t.customer_id = any(${[...customerIds]}::uuid[]) and g.action <> 'task.change'
        and (g.action <> 'task.add' or not exists (
          select from dunning_action d where d.company_id = t.company_id and d.customer_id = any(${[...customerIds]}::uuid[]) and d.task_id = t.id))
        ${words.length === 0 ? noSql : sql`and ${saysAll(sql`concat_ws(' ', t.title, t.note)`, words)}`}`,
  load,
};

interface TaskRow extends LineKey {
  readonly taskId: string;
  readonly text: string;
  readonly dueAt: string;
  readonly by: string;
  readonly actorId: string;
  readonly person: string;
  readonly state: string;
}

async function load(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const rows = await tx.all<TaskRow>(sql`
    select g.id, k.at, k.kind, t.id as "taskId", t.title as text, t.due_at as "dueAt", g.changed_by_name as by, g.changed_by as "actorId",
        n.name as person, t.status as state
      from json_to_recordset(${JSON.stringify(keys)}) as k (id uuid, kind text, at timestamptz)
      join task_change g on g.company_id = ${tx.company.id} and g.id = k.id
      join task t on t.company_id = g.company_id and t.id = g.task_id
      join actor n on n.id = t.assignee_id`);
  return rows.map(({ taskId: id, ...row }) => {
    const isEnd = row.kind === 'task_done' || row.kind === 'task_cancelled';
    const undo = isEnd && row.state !== 'open' ? { kind: 'task' as const, id } : null;
    return { ...PLAIN_LINE, ...row, about: { kind: 'task', id }, undo };
  });
}
