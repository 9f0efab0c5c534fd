/** When runs were, what the bank had told, and what was usual to have overdue: of the days of a simulation. */
import type { LocalDate } from '@quittance/core/calendar';
import type { BankTold } from '@quittance/core/strategy-simulation';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** The days of a simulation, with the instant of each at which everybody was looked at. */
export interface DayInstants {
  readonly days: readonly LocalDate[];
  /** What was recorded later was not known on that day. */
  readonly knownAt: readonly string[];
}

/** The number of the first day on which something recorded at an instant was known; the number of days for what came later. */
export function knownFrom(at: Query, { knownAt }: DayInstants): Query {
  return sql`width_bucket(${at}, (select array_agg(k + interval '1 microsecond' order by k) from unnest(${knownAt}::timestamptz[]) k))`;
}

/** The number of the first day that is not before a day. */
export function dayFrom(on: Query, { days }: DayInstants): Query {
  return sql`width_bucket(${on} - 1, ${days}::date[])`;
}

/** The day on which the first thing was recorded: before it nothing was known. */
export async function firstRecordedOn(tx: Tx): Promise<LocalDate | null> {
  const row = await tx.one<{ day: LocalDate | null }>(sql`
    select (min(recorded_at) at time zone ${tx.company.timeZone})::date as day from entry where company_id = ${tx.company.id}`);
  return row.day;
}

/** Of each day with a run, when the first began. */
export async function runsBetween(
  tx: Tx,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<{ readonly day: LocalDate; readonly startedAt: string }[]> {
  return tx.all(sql`
    select run_on as day, min(started_at) as "startedAt" from dunning_run
      where company_id = ${tx.company.id} and run_on between ${from} and ${until} group by run_on order by run_on`);
}

/** An account without a word for so long is no longer used. */
const ACCOUNT_IN_USE_DAYS = 90;

export async function bankTold(tx: Tx, given: DayInstants): Promise<BankTold[]> {
  const [first] = given.days;
  const company = tx.company.id;
  return tx.all(sql`
    select s.account, s.closing_on as day, true as "isStatement",
        ${knownFrom(sql`coalesce(b.posted_at, s.closing_on::timestamp at time zone ${tx.company.timeZone})`, given)} as "from"
      from bank_statement s left join import_batch b on b.company_id = s.company_id and b.id = s.batch_id
      where s.company_id = ${company} and s.closing_on is not null
    union all
    select l.account, l.booked_on, false,
        min(${knownFrom(sql`coalesce(b.posted_at, l.booked_on::timestamp at time zone ${tx.company.timeZone})`, given)})
      from bank_line l left join import_batch b on b.company_id = l.company_id and b.id = l.batch_id
      where l.company_id = ${company} and l.undone_at is null and l.booked_on >= ${first}::date - ${ACCOUNT_IN_USE_DAYS}::int
      group by l.account, l.booked_on`);
}

/** What a customer with something overdue had overdue on average; merged records count with whom stands for them. */
export async function usualOverdueOn(
  tx: Tx,
  given: { readonly on: LocalDate; readonly knownAt: string; readonly links: readonly (readonly [string, string])[] },
): Promise<bigint> {
  const { on, knownAt, links } = given;
  const row = await tx.one<{ usual: bigint }>(sql`
    with merged as (select * from unnest(${links.map(([from]) => from)}::uuid[], ${links.map(([, to]) => to)}::uuid[]) as m (duplicate, survivor)),
    sums as (
      select coalesce(m.survivor, p.customer_id) as customer_id, sum(p.functional_minor) as overdue
        from item i join posting p on p.company_id = i.company_id and p.item_id = i.id
          join customer c on c.company_id = i.company_id and c.id = i.customer_id and c.kind = 'regular'
          left join merged m on m.duplicate = p.customer_id
        where i.company_id = ${tx.company.id} and i.amount_minor > 0 and (i.open_minor <> 0 or i.last_recorded_at >= ${knownAt}::timestamptz)
          and p.due_on < ${on} and p.effective_on <= ${on} and p.recorded_at <= ${knownAt}::timestamptz
        group by 1 having sum(p.functional_minor) > 0)
    select coalesce(trunc(avg(overdue)), 1)::bigint as usual from sums`);
  return row.usual > 0n ? row.usual : 1n;
}
