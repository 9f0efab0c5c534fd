/** The list as it was when days ended. */
import type { LocalDate } from '@quittance/core/calendar';
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** Over a long holiday the evening before it is still there. */
const EVENINGS_KEPT_DAYS = 12;

/** With the version of the strategies that ranked it. */
export async function keepEvening(tx: Tx, day: LocalDate, strategyNumber: number): Promise<void> {
  await tx.run(sql`
    delete from worklist_evening where company_id = ${tx.company.id} and (day < ${tx.today}::date - ${EVENINGS_KEPT_DAYS}::int or day >= ${day}::date)`);
  await tx.run(sql`
    insert into worklist_evening (company_id, day, customer_id, score, collectable_minor, strategy_number)
      select company_id, ${day}::date, customer_id, score, collectable_minor, ${strategyNumber}::int from worklist_entry
        where company_id = ${tx.company.id} and collectable_minor > 0 and not is_quiet`);
}

/** The latest first. */
export async function eveningsBefore(tx: Tx, today: LocalDate): Promise<LocalDate[]> {
  const rows = await tx.all<{ day: LocalDate }>(sql`
    select d.day::date::text as day from generate_series(${today}::date - 1, ${today}::date - ${EVENINGS_KEPT_DAYS}::int, '-1 day'::interval) as d (day)
      where exists (select from worklist_evening e where e.company_id = ${tx.company.id} and e.day = d.day::date)`);
  return rows.map((row) => row.day);
}

export interface Changes {
  readonly left: number;
  /** Of those who left: for whom money or a credit came in since. */
  readonly paid: number;
  readonly arrived: number;
  readonly movedUp: number;
}

/** A score that rose by so many points is worth saying. */
export const MOVED_UP_POINTS = 10;

/** What changed since an evening; of some owners, or of everybody. */
export async function changesSince(
  tx: Tx,
  { sinceOn, owners }: { readonly sinceOn: LocalDate; readonly owners: readonly string[] | undefined },
): Promise<Changes> {
  const whose =
    owners === undefined
      ? noSql
      : sql`where customer_id in (select customer_id from portfolio_assignment
          where company_id = ${tx.company.id} and owner_id = any(${owners}::uuid[]))`;
  return tx.one(sql`
    with evening as (
      select customer_id, score from worklist_evening where company_id = ${tx.company.id} and day = ${sinceOn}::date
    ), present as (
      select customer_id, score from worklist_entry where company_id = ${tx.company.id} and collectable_minor > 0 and not is_quiet
    ), pairs as (
      select customer_id, evening.score as was, present.score as stands from evening full join present using (customer_id)
    ), counted as (select * from pairs ${whose})
    select count(*) filter (where stands is null)::int as "left", count(*) filter (where was is null)::int as arrived,
        count(*) filter (where stands >= was + ${MOVED_UP_POINTS}::int)::int as "movedUp",
        count(*) filter (where stands is null and exists (select from item i
          where i.company_id = ${tx.company.id} and i.customer_id = counted.customer_id and (i.amount_minor < 0 or i.settled_minor <> 0)
            and i.last_recorded_at >= ${sinceOn}::timestamp at time zone ${tx.company.timeZone}))::int as paid
      from counted`);
}
