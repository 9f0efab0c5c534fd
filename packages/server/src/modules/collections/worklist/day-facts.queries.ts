/** What is new or due today for customers of a page of the list, and how many of each there are. */
import type { LocalDate } from '@quittance/core/calendar';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface DayFacts {
  readonly customerId: string;
  /** Of the evening compared with; null: it was not on the list. */
  readonly scoreBefore: number | null;
  readonly brokenMinor: bigint | null;
  readonly brokenCurrency: string | null;
  readonly brokenOn: LocalDate | null;
  /** The earliest promise that is still open. */
  readonly promisedMinor: bigint | null;
  readonly promisedCurrency: string | null;
  readonly promisedOn: LocalDate | null;
  /** Since when a mail of theirs waits for our answer. */
  readonly replyWaitingSince: string | null;
  /** Of the one who asks, due by tonight. */
  readonly tasksDue: number;
}

/** A promise that broke longer ago than this is history, unless nobody has looked since the evening. */
const BROKEN_DAYS_TOLD = 7;

export async function dayFacts(
  tx: Tx,
  { customerIds, sinceOn }: { readonly customerIds: readonly string[]; readonly sinceOn: LocalDate | null },
): Promise<DayFacts[]> {
  const company = sql`${tx.company.id}`;
  return tx.all(sql`
    select c.id as "customerId", e.score as "scoreBefore", broken.amount_minor as "brokenMinor", broken.currency as "brokenCurrency",
        broken.state_on as "brokenOn", open.amount_minor as "promisedMinor", open.currency as "promisedCurrency",
        open.promised_on as "promisedOn", reply.waiting_since as "replyWaitingSince", coalesce(tasks.count, 0)::int as "tasksDue"
      from unnest(${customerIds}::uuid[]) as c (id)
        left join worklist_evening e on e.company_id = ${company} and e.day = ${sinceOn}::date and e.customer_id = c.id
        left join lateral (select p.amount_minor, p.currency, p.state_on from promise p
          where p.company_id = ${company} and p.customer_id = c.id and p.state = 'broken'
            and p.state_on >= least(${sinceOn}::date, ${tx.today}::date - ${BROKEN_DAYS_TOLD}::int) order by p.state_on desc limit 1) broken on true
        left join lateral (select p.amount_minor, p.currency, p.promised_on from promise p
          where p.company_id = ${company} and p.customer_id = c.id and p.state = 'open' order by p.promised_on limit 1) open on true
        left join lateral (select min(v.waiting_since) as waiting_since from conversation v
          where v.company_id = ${company} and v.customer_id = c.id and v.state = 'open') reply on true
        left join lateral (select count(*) from task t
          where t.company_id = ${company} and t.customer_id = c.id and t.status = 'open' and t.assignee_id = ${tx.actor.id}
            and t.due_at < ${endOfToday(tx)}) tasks on true`);
}

export interface Agenda {
  readonly tasksDue: number;
  readonly callBacksDue: number;
  readonly promisesDue: number;
  readonly promisesBroken: number;
  readonly repliesWaiting: number;
}

/** Tasks and call-backs are those of the one who asks; the rest is of some owners' customers, or of everybody's. */
export async function agendaOf(
  tx: Tx,
  { owners, sinceOn }: { readonly owners: readonly string[] | undefined; readonly sinceOn: LocalDate | null },
): Promise<Agenda> {
  const company = sql`${tx.company.id}`;
  const whose: Query =
    owners === undefined
      ? noSql
      : sql`and customer_id in (select customer_id from portfolio_assignment where company_id = ${company} and owner_id = any(${owners}::uuid[]))`;
  return tx.one(sql`
    select
      (select count(*)::int from task where company_id = ${company} and status = 'open' and (assignee_id = ${tx.actor.id} or escalated_to = ${tx.actor.id})
        and due_at < ${endOfToday(tx)}) as "tasksDue",
      (select count(*)::int from call_back where company_id = ${company} and status = 'open' and assignee_id = ${tx.actor.id}
        and due_at < ${endOfToday(tx)}) as "callBacksDue",
      (select count(*)::int from promise where company_id = ${company} and state = 'open' and promised_on <= ${tx.today}::date ${whose}) as "promisesDue",
      (select count(*)::int from promise where company_id = ${company} and state = 'broken'
        and state_on >= coalesce(${sinceOn}::date, ${tx.today}::date) ${whose}) as "promisesBroken",
      (select count(*)::int from conversation where company_id = ${company} and state = 'open' and waiting_since is not null ${whose}) as "repliesWaiting"`);
}

function endOfToday(tx: Tx): Query {
  return sql`((${tx.today}::date + 1)::timestamp at time zone ${tx.company.timeZone})`;
}
