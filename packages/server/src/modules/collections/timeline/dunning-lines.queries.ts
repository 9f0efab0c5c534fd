/**
 * Dunning: which letter or act at which level, for how many items and how much, how the letter fared. What a run held back is told
 * when it differs from what the run before held back: a dispute of a year is one line, not one a day.
 */
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type LineKey, PLAIN_LINE, type TimelineLine, type TimelineSource } from '../../customers/index.ts';

export const DUNNING_LINES: TimelineSource = {
  name: 'dunning',
  lines: (tx, { customerIds, words }) => {
    const whose = sql`company_id = ${tx.company.id} and customer_id = any(${[...customerIds]}::uuid[])`;
    const numbered = sql`and exists (
      select from dunning_step s join item i on i.company_id = s.company_id and i.id = s.item_id
        where s.company_id = d.company_id and s.action_id = d.id and fold_text(i.number) like all(${words.map((word) => `%${word}%`)}::text[]))`;
    return sql`
      select d.decided_at as at, d.id, case d.channel when 'person' then 'dunning_act' else 'dunning_letter' end as kind
        from dunning_action d where ${whose} ${words.length === 0 ? noSql : numbered}
      union all
      select c.at, c.id, 'dunning_held' from (
        select r.started_at as at, r.id, h.said, lag(h.said) over (order by r.started_at, r.id) as before from (
          select run_id, string_agg(item_id::text || reason, ' ' order by item_id) as said from dunning_held
            where ${whose} group by run_id) h
          join dunning_run r on r.company_id = ${tx.company.id} and r.id = h.run_id) c
        where c.said is distinct from c.before ${words.length === 0 ? noSql : sql`and false`}`;
  },
  load: async (tx, keys, customerIds) => [...(await actions(tx, keys)), ...(await held(tx, keys, customerIds))],
};

interface ActionRow extends LineKey {
  readonly what: string;
  readonly level: number | null;
  readonly currencies: number;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly itemCount: number;
  readonly items: readonly { readonly id: string; readonly number: string; readonly kind: string }[];
  readonly person: string | null;
  readonly by: string | null;
  readonly runId: string | null;
  readonly conversationId: string | null;
  readonly taskId: string | null;
  readonly state: string | null;
  readonly withdrawnAt: string | null;
  /** Of a letter on paper, the number of the print it is in; 0: in none. Null: not on paper. */
  readonly print: number | null;
  /** When a letter on paper was printed, or posted. */
  readonly paperAt: string | null;
}

const ITEMS_NAMED_MAX = 12;

async function actions(tx: Tx, keys: readonly LineKey[]): Promise<TimelineLine[]> {
  const own = keys.filter(({ kind }) => kind !== 'dunning_held');
  if (own.length === 0) return [];
  const rows = await tx.all<ActionRow>(sql`
    select d.id, k.at, k.kind, coalesce(d.purpose, d.kind) as what, d.item_count as "itemCount",
        case when d.channel <> 'paper' then coalesce(c.name, d.address, n.name) when y.state = 'sent' then p.ended_by_name else p.made_by_name end
          as person,
        coalesce(r.started_by_name, m.actor_name) as by, d.run_id as "runId", m.conversation_id as "conversationId", d.task_id as "taskId",
        case when d.withdrawn_at is not null then 'withdrawn' when d.returned_at is not null then 'returned'
          when d.channel = 'paper' and y.state = 'sent' then 'posted' when y.state = 'to_print' and p.id is not null then 'printed'
          else coalesce(y.state, t.status) end as state,
        case when d.channel = 'paper' then coalesce(p.number, 0) end as print,
        case when d.channel = 'paper' then coalesce(y.sent_at, p.made_at) end as "paperAt", d.withdrawn_at as "withdrawnAt", named.items, named.currencies,
        case when named.currencies = 1 then named.currency else ${tx.company.functionalCurrency} end as currency,
        case when named.currencies = 1 then named.minor else d.functional_minor end as "amountMinor"
      from json_to_recordset(${JSON.stringify(own)}) as k (id uuid, kind text, at timestamptz)
      join dunning_action d on d.company_id = ${tx.company.id} and d.id = k.id
      left join dunning_run r on r.company_id = d.company_id and r.id = d.run_id
      left join message m on m.company_id = d.company_id and m.id = d.message_id
      left join message_delivery y on y.company_id = d.company_id and y.message_id = d.message_id
      left join contact c on c.company_id = d.company_id and c.id = d.contact_id
      left join task t on t.company_id = d.company_id and t.id = d.task_id
      left join (dunning_print_letter l join dunning_print p on p.company_id = l.company_id and p.id = l.print_id)
        on l.company_id = d.company_id and l.message_id = d.message_id and l.left_at is null
      left join actor n on n.id = t.assignee_id
      cross join lateral (
        select count(distinct s.currency)::int as currencies, min(s.currency) as currency, sum(s.open_minor)::bigint as minor,
            coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'kind', i.kind) order by s.due_on, i.id), '[]') as items
          from dunning_step s join item i on i.company_id = s.company_id and i.id = s.item_id
          where s.company_id = d.company_id and s.action_id = d.id) named`);
  return rows.map(actionLine);
}

function actionLine(row: ActionRow): TimelineLine {
  const { at, id, kind, what, currency, amountMinor, itemCount, person, by, state, withdrawnAt } = row;
  const { taskId, conversationId, runId, print, paperAt } = row;
  const read = taskId === null ? conversationId : taskId;
  return {
    ...PLAIN_LINE,
    ...{ at, id, kind, what, currency, amountMinor, itemCount, person, by: by ?? '', state, dueAt: paperAt },
    reasons: print === null ? [] : [{ reason: 'print', items: print }],
    items: row.items.slice(0, ITEMS_NAMED_MAX),
    about:
      read === null
        ? runId === null
          ? null
          : { kind: 'run', id: runId }
        : { kind: taskId === null ? 'conversation' : 'task', id: read },
    takenBack: withdrawnAt === null ? null : { at: withdrawnAt, by: '' },
  };
}

interface HeldRow {
  readonly id: string;
  readonly at: string;
  readonly by: string;
  readonly reason: string;
  readonly items: number;
  readonly functionalMinor: bigint;
}

/** In company currency: items of several may be among them. */
async function held(tx: Tx, keys: readonly LineKey[], customerIds: readonly string[]): Promise<TimelineLine[]> {
  const own = keys.filter(({ kind }) => kind === 'dunning_held');
  if (own.length === 0) return [];
  const rows = await tx.all<HeldRow>(sql`
    select r.id, r.started_at as at, r.started_by_name as by, h.reason, count(*)::int as items,
        sum(h.functional_minor)::bigint as "functionalMinor"
      from dunning_held h join dunning_run r on r.company_id = h.company_id and r.id = h.run_id
      where h.company_id = ${tx.company.id} and h.customer_id = any(${[...customerIds]}::uuid[])
        and h.run_id = any(${own.map(({ id }) => id)}::uuid[])
      group by r.id, r.started_at, r.started_by_name, h.reason order by r.id, count(*) desc, h.reason`);
  return own.flatMap(({ id, at }): TimelineLine[] => {
    const reasons = rows.filter((row) => row.id === id);
    const [first] = reasons;
    if (first === undefined) return [];
    return [
      {
        ...PLAIN_LINE,
        ...{ at, id, kind: 'dunning_held', by: first.by, about: { kind: 'run', id } },
        ...{ currency: tx.company.functionalCurrency, itemCount: reasons.reduce((sum, { items }) => sum + items, 0) },
        amountMinor: reasons.reduce((sum, { functionalMinor }) => sum + functionalMinor, 0n),
        reasons: reasons.map(({ reason, items }) => ({ reason, items })),
      },
    ];
  });
}
