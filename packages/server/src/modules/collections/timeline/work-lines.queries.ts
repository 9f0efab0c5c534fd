/**
 * What stood in the way of a customer's money, and until when it was set aside in somebody's day; a contact after which it was set
 * aside says so itself.
 */
import type { LocalDate } from '@quittance/core/calendar';
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

export const WORK_LINES: TimelineSource = {
  name: 'work',
  lines: (tx, ask) => {
    const whose = sql`company_id = ${tx.company.id} and customer_id = any(${[...ask.customerIds]}::uuid[])`;
    return sql`
      select raised_at as at, id, 'blocker_raised' as kind from huddle_blocker where ${whose} ${saying(ask, sql`text`)}
      union all
      select solved_at, id, 'blocker_solved' from huddle_blocker
        where ${whose} and solved_at is not null ${saying(ask, sql`concat_ws(' ', text, solution)`)}
      union all
      select marked_at, id, 'set_aside' from worklist_mark m
        where ${whose} and kind = 'snoozed' and withdrawn_at is null ${saying(ask, sql`coalesce(reason, '')`)}
          and not exists (
            select from activity a where a.company_id = m.company_id and a.customer_id = m.customer_id and a.happened_at = m.marked_at)`;
  },
  load: async (tx, keys) => [...(await blockers(tx, keys)), ...(await marks(tx, keys))],
};

function saying({ words }: LinesAsk, text: Query): Query {
  return words.length === 0 ? noSql : sql`and ${saysAll(text, words)}`;
}

interface BlockerRow extends LineKey {
  readonly text: string;
  readonly person: string;
  readonly raisedBy: string;
  readonly solvedBy: string | null;
  readonly solution: string | null;
  readonly day: LocalDate | null;
}

async function blockers(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const own = keys.filter(({ kind }) => kind !== 'set_aside');
  if (own.length === 0) return [];
  const rows = await tx.all<BlockerRow>(sql`
    select b.id, k.at, k.kind, b.text, n.name as person, b.raised_by_name as "raisedBy", b.solved_by_name as "solvedBy", b.solution,
        b.next_on as day
      from json_to_recordset(${JSON.stringify(own)}) as k (id uuid, kind text, at timestamptz)
      join huddle_blocker b on b.company_id = ${tx.company.id} and b.id = k.id
      join actor n on n.id = b.owner_id`);
  return rows.map(({ at, id, kind, text, person, raisedBy, solvedBy, solution, day }) => {
    if (kind === 'blocker_raised') return { ...PLAIN_LINE, at, id, kind, text, person, day, by: raisedBy };
    return { ...PLAIN_LINE, at, id, kind, what: text, text: solution, by: solvedBy ?? '' };
  });
}

interface MarkRow extends LineKey {
  readonly day: LocalDate;
  readonly text: string | null;
  readonly by: string;
  readonly actorId: string;
}

async function marks(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const own = keys.filter(({ kind }) => kind === 'set_aside');
  if (own.length === 0) return [];
  return (
    await tx.all<MarkRow>(sql`
      select m.id, k.at, k.kind, m.back_on as day, m.reason as text, m.marked_by_name as by, m.marked_by as "actorId"
        from json_to_recordset(${JSON.stringify(own)}) as k (id uuid, kind text, at timestamptz)
        join worklist_mark m on m.company_id = ${tx.company.id} and m.id = k.id`)
  ).map((row) => ({ ...PLAIN_LINE, ...row }));
}
