/** Calls as they came out: whom, how long, what was promised, what follows. The line that people wrote is this one. */
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type LineKey, PLAIN_LINE, type TimelineLine, type TimelineSource } from '../../customers/index.ts';

const FOUND_MAX = 1_000; // of one customer

export const CALL_LINES: TimelineSource = {
  name: 'call',
  lines: (tx, { customerIds, words }) => sql`
    select c.started_at as at, c.id, case when c.promise_count > 0 then 'call_promised' else 'call' end as kind
      from call c where c.company_id = ${tx.company.id} and c.customer_id = any(${[...customerIds]}::uuid[])
      ${
        words.length === 0
          ? noSql
          : sql`and c.activity_id in (
              select coalesce(a.first_id, a.id) from search_written_of(${[...words]}::text[], array['activity'], ${[...customerIds]}::uuid[],
                  ${FOUND_MAX}) f
                join activity a on a.company_id = ${tx.company.id} and a.id = f.id)`
      }`,
  load,
};

interface CallRow extends LineKey {
  readonly outcome: string;
  readonly person: string | null;
  readonly durationSeconds: number;
  readonly by: string;
  readonly actorId: string;
  readonly text: string;
  readonly activityId: string;
  readonly isEdited: boolean;
  readonly takenBackAt: string | null;
  readonly takenBackBy: string | null;
  readonly currency: string | null;
  readonly promisedMinor: bigint | null;
  /** The last of them. */
  readonly promisedOn: TimelineLine['day'];
  readonly parts: number | null;
  readonly nextKind: string | null;
  readonly backAt: string | null;
}

async function load(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const rows = await tx.all<CallRow>(sql`
    select c.id, k.at, k.kind, c.outcome, p.name as person, c.duration_seconds as "durationSeconds", c.made_by_name as by,
        c.made_by as "actorId", c.next_kind as "nextKind", b.due_at as "backAt", line.id as "activityId", line.text,
        line.supersedes_id is not null as "isEdited", gone.recorded_at as "takenBackAt", gone.actor_name as "takenBackBy",
        promised.currency, promised.minor as "promisedMinor", promised.on_day as "promisedOn", promised.parts
      from json_to_recordset(${JSON.stringify(keys)}) as k (id uuid, kind text, at timestamptz)
      join call c on c.company_id = ${tx.company.id} and c.id = k.id
      left join contact p on p.company_id = c.company_id and p.id = c.contact_id
      left join call_back b on b.company_id = c.company_id and b.id = c.next_id and c.next_kind = 'call_back'
      cross join lateral (
        select a.id, a.text, a.supersedes_id from activity a
          where a.company_id = c.company_id and (a.id = c.activity_id or a.first_id = c.activity_id) and not a.is_withdrawal
            and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id and not s.is_withdrawal)
          limit 1) line
      left join activity gone on gone.company_id = c.company_id and gone.supersedes_id = line.id and gone.is_withdrawal
      left join lateral (
        select min(m.currency) as currency, sum(m.amount_minor)::bigint as minor, max(m.promised_on) as on_day,
            count(*)::int as parts from promise m
          where m.company_id = c.company_id and m.customer_id = c.customer_id and m.activity_id = c.activity_id
          having count(*) > 0) promised on true`);
  return rows.map(lineOf);
}

function lineOf(row: CallRow): TimelineLine {
  const { at, id, kind, outcome, person, durationSeconds, by, actorId, text, activityId, isEdited } = row;
  const { currency, promisedMinor: amountMinor, promisedOn: day, backAt: dueAt, nextKind, takenBackAt } = row;
  return {
    ...PLAIN_LINE,
    ...{
      at,
      id,
      kind,
      what: outcome,
      person,
      durationSeconds,
      by,
      actorId,
      text,
      isEdited,
      currency,
      amountMinor,
      day,
      dueAt,
    },
    state: nextKind,
    reasons: row.parts === null ? [] : [{ reason: 'parts', items: row.parts }],
    about: { kind: 'activity', id: activityId },
    takenBack: takenBackAt === null ? null : { at: takenBackAt, by: row.takenBackBy ?? '' },
    undo: takenBackAt === null ? { kind: 'activity', id: activityId } : null,
  };
}
