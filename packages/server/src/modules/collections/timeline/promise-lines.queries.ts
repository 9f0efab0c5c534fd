/** Promises: made, and how they came out by the ledger. A plan is made once, of all its parts; each part comes out by itself. */
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

export const PROMISE_LINES: TimelineSource = {
  name: 'promise',
  lines: (tx, ask) => sql`
    select p.made_at as at, p.id, 'promise_made' as kind from promise p
      where ${of(tx, ask)} and (p.plan_id is null or p.part = 1)
        and not exists (select from call c where c.company_id = p.company_id and c.customer_id = p.customer_id and c.activity_id = p.activity_id)
    union all
    select j.judged_at, j.promise_id, 'promise_' || case j.state when 'open' then 'reopened' else j.state end
      from (
        select g.promise_id, g.judged_at, g.state, g.number, lag(g.state) over (partition by g.promise_id order by g.number) as before
          from promise p join promise_judgement g on g.company_id = p.company_id and g.promise_id = p.id
          where ${of(tx, ask)}) j
      where j.number > 1 and j.state is distinct from j.before`,
  load: async (tx, keys) => (await promises(tx, keys)).map(lineOf),
};

function of(tx: Tx, { customerIds, words }: LinesAsk): Query {
  const said = sql`concat_ws(' ', p.note, p.withdrawn_reason)`;
  return sql`p.company_id = ${tx.company.id} and p.customer_id = any(${[...customerIds]}::uuid[])
    ${words.length === 0 ? noSql : sql`and ${saysAll(said, words)}`}`;
}

interface PromiseRow extends LineKey {
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly planMinor: bigint | null;
  readonly parts: number;
  readonly planId: string | null;
  readonly promisedOn: LocalDate;
  readonly lastOn: LocalDate;
  readonly channel: string;
  readonly person: string | null;
  readonly note: string | null;
  readonly by: string;
  readonly actorId: string;
  readonly state: string;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: string | null;
  readonly reason: string | null;
  readonly items: readonly { readonly id: string; readonly number: string; readonly kind: string }[];
}

function promises(tx: Tx, keys: readonly LineKey[]): Promise<PromiseRow[]> {
  return tx.all(sql`
    select p.id, k.at, k.kind, p.currency, p.amount_minor as "amountMinor", plan.amount_minor + plan.interest_minor as "planMinor",
        coalesce(others.parts, 1) as parts, p.plan_id as "planId", p.promised_on as "promisedOn",
        coalesce(others.last_on, p.promised_on) as "lastOn", p.channel, c.name as person, p.note, p.made_by_name as by,
        p.made_by as "actorId", p.state, p.withdrawn_at as "withdrawnAt", p.withdrawn_by_name as "withdrawnBy",
        p.withdrawn_reason as reason, named.items
      from json_to_recordset(${JSON.stringify(keys)}) as k (id uuid, kind text, at timestamptz)
      join promise p on p.company_id = ${tx.company.id} and p.id = k.id
      left join payment_plan plan on plan.company_id = p.company_id and plan.id = p.plan_id
      left join contact c on c.company_id = p.company_id and c.id = p.contact_id
      left join lateral (
        select count(*)::int as parts, max(o.promised_on) as last_on from promise o
          where o.company_id = p.company_id and o.plan_id = p.plan_id) others on p.plan_id is not null
      cross join lateral (
        select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'number', i.number, 'kind', i.kind) order by i.due_on, i.id), '[]') as items
          from promise_item m join item i on i.company_id = m.company_id and i.id = m.item_id
          where m.company_id = p.company_id and m.promise_id = p.id) named`);
}

const ITEMS_NAMED_MAX = 12;

function lineOf(row: PromiseRow): TimelineLine {
  const { at, id, kind, currency, promisedOn: day, planId, items } = row;
  const isMade = kind === 'promise_made';
  const isPlan = isMade && planId !== null;
  const shared = {
    ...PLAIN_LINE,
    ...{ at, id, kind, currency, day, amountMinor: isPlan ? row.planMinor : row.amountMinor },
    ...{ items: items.slice(0, ITEMS_NAMED_MAX), itemCount: items.length },
    about: planId === null ? { kind: 'promise' as const, id } : { kind: 'plan' as const, id: planId },
  };
  if (kind === 'promise_withdrawn') return { ...shared, by: row.withdrawnBy ?? '', text: row.reason };
  if (!isMade) return { ...shared, by: '' }; // the ledger says it, whoever looked
  const { by, actorId, channel: what, person, note: text, state, withdrawnAt } = row;
  return {
    ...shared,
    ...{ by, actorId, what, person, text, state },
    day: isPlan ? row.lastOn : day,
    reasons: isPlan ? [{ reason: 'parts', items: row.parts }] : [],
    takenBack: withdrawnAt === null ? null : { at: withdrawnAt, by: row.withdrawnBy ?? '' },
    undo: state === 'open' ? { kind: 'promise', id } : null,
  };
}
