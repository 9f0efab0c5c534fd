/** Resolution sessions: planned for when, and what became of them. Their minutes are told here, and not once more as a meeting. */
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import {
  type LineKey,
  type LinesAsk,
  PLAIN_LINE,
  saysAll,
  type TimelineLine,
  type TimelineSource,
} from '../../customers/index.ts';

export const SESSION_LINES: TimelineSource = {
  name: 'session',
  lines: (tx, ask) => sql`
    select s.made_at as at, s.id, 'session_planned' as kind from resolution_session s where ${of(tx, ask)}
    union all
    select s.ended_at, s.id, 'session_' || s.state from resolution_session s where ${of(tx, ask)} and s.ended_at is not null`,
  load,
};

function of(tx: Tx, { customerIds, words }: LinesAsk): Query {
  const said = sql`concat_ws(' ', s.title, s.reason, (
    select string_agg(concat_ws(' ', p.title, p.minutes), ' ') from session_point p where p.company_id = s.company_id and p.session_id = s.id))`;
  return sql`s.company_id = ${tx.company.id} and s.customer_id = any(${[...customerIds]}::uuid[])
    ${words.length === 0 ? noSql : sql`and ${saysAll(said, words)}`}`;
}

interface SessionRow extends LineKey {
  readonly title: string;
  readonly dueAt: string;
  readonly madeBy: string;
  readonly endedBy: string | null;
  readonly reason: string | null;
  readonly state: string;
  readonly person: string | null;
  readonly minutes: string | null;
  readonly tasks: number;
  readonly promises: number;
}

async function load(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const rows = await tx.all<SessionRow>(sql`
    select s.id, k.at, k.kind, s.title, s.starts_at as "dueAt", s.made_by_name as "madeBy", s.ended_by_name as "endedBy", s.reason, s.state,
        (select string_agg(p.name, ', ' order by p.name) from session_person p
          where p.company_id = s.company_id and p.session_id = s.id and p.contact_id is not null) as person,
        (select string_agg(concat_ws(': ', p.title, p.minutes), E'\n' order by p.position) from session_point p
          where p.company_id = s.company_id and p.session_id = s.id and p.minutes <> '') as minutes,
        coalesce(o.tasks, 0) as tasks, coalesce(o.promises, 0) as promises
      from json_to_recordset(${JSON.stringify(keys)}) as k (id uuid, kind text, at timestamptz)
      join resolution_session s on s.company_id = ${tx.company.id} and s.id = k.id
      left join lateral (
        select (count(*) filter (where x.kind = 'task'))::int as tasks, (count(*) filter (where x.kind = 'promise'))::int as promises
          from session_outcome x where x.company_id = s.company_id and x.session_id = s.id) o on true`);
  return rows.map(lineOf);
}

function lineOf(row: SessionRow): TimelineLine {
  const { at, id, kind, title: what, dueAt, person, state, tasks, promises } = row;
  const shared = { ...PLAIN_LINE, at, id, kind, what, dueAt, person, state, about: { kind: 'session' as const, id } };
  if (kind === 'session_planned') return { ...shared, by: row.madeBy };
  const outcomes = [
    { reason: 'task', items: tasks },
    { reason: 'promise', items: promises },
  ];
  return {
    ...shared,
    by: row.endedBy ?? '',
    text: kind === 'session_cancelled' ? row.reason : row.minutes,
    reasons: outcomes.filter(({ items }) => items > 0),
  };
}
