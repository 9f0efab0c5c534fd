/** Keeping judgements, and the holds that stand for promises. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Judgement } from '@quittance/core/promises';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export type JudgementCause = 'made' | 'posting' | 'day' | 'withdrawal';

export interface NewJudgement extends Judgement {
  readonly number: number;
  readonly asOf: LocalDate;
  readonly cause: JudgementCause;
  readonly entryId: string | null;
  /** Else only more or less money came. */
  readonly isNewState: boolean;
}

export async function insertJudgements(tx: Tx, judgements: readonly NewJudgement[]): Promise<void> {
  if (judgements.length === 0) return;
  const rows = judgements.map((one) => ({
    ...one,
    inTimeMinor: one.inTimeMinor.toString(),
    lateMinor: one.lateMinor.toString(),
  }));
  await tx.run(sql`
    with judged as (
      select * from json_to_recordset(${JSON.stringify(rows)}) as j ("promiseId" uuid, number int, state text, "inTimeMinor" bigint,
        "lateMinor" bigint, "lastMoneyOn" date, "asOf" date, cause text, "entryId" uuid, "isNewState" boolean)
    ), lines as (
      insert into promise_judgement (company_id, promise_id, number, state, in_time_minor, late_minor, last_money_on, as_of, cause, entry_id,
          judged_at, actor_id, actor_name)
        select ${tx.company.id}, "promiseId", number, state, "inTimeMinor", "lateMinor", "lastMoneyOn", "asOf", cause, "entryId",
          ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name} from judged)
    update promise p set state = j.state, state_on = case when j."isNewState" then j."asOf" else p.state_on end,
        in_time_minor = j."inTimeMinor", late_minor = j."lateMinor", last_money_on = j."lastMoneyOn", judged_at = ${tx.recordedAt}
      from judged j where p.company_id = ${tx.company.id} and p.id = j."promiseId" and j.state <> 'withdrawn'`);
}

export interface StandingHold {
  readonly ownerId: string;
  readonly holdId: string;
  readonly itemId: string;
  readonly amountMinor: bigint;
  readonly untilOn: LocalDate;
}

/** Holds of a party's promises and plans that nobody has released, with what they hold. */
export async function standingHolds(tx: Tx, customerIds: readonly string[]): Promise<StandingHold[]> {
  return tx.all(sql`
    select o.owner_id as "ownerId", h.id as "holdId", h.item_id as "itemId", h.amount_minor as "amountMinor", h.until_on as "untilOn"
      from hold h join promise_hold o on o.company_id = h.company_id and o.hold_id = h.id
      where h.company_id = ${tx.company.id} and h.customer_id = any(${customerIds}::uuid[]) and h.released_at is null`);
}

export async function ownHolds(tx: Tx, holds: readonly { ownerId: string; holdId: string }[]): Promise<void> {
  if (holds.length === 0) return;
  await tx.run(sql`
    insert into promise_hold (company_id, owner_id, hold_id)
      select ${tx.company.id}, "ownerId", "holdId" from json_to_recordset(${JSON.stringify(holds)}) as h ("ownerId" uuid, "holdId" uuid)`);
}

export interface Progress {
  readonly judgedThrough: string;
  readonly judgedOn: LocalDate;
}

export async function findProgress(tx: Tx): Promise<Progress | undefined> {
  return tx.maybe(sql`
    select judged_through as "judgedThrough", judged_on as "judgedOn" from promise_progress where company_id = ${tx.company.id}`);
}

export async function saveProgress(tx: Tx, judgedThrough: string): Promise<void> {
  await tx.run(sql`
    insert into promise_progress (company_id, judged_through, judged_on) values (${tx.company.id}, ${judgedThrough}, ${tx.today})
      on conflict (company_id) do update set judged_through = excluded.judged_through, judged_on = excluded.judged_on`);
}

const JUDGING = 7305; // the advisory lock of whoever judges a company's promises

/** False when somebody else is at it. */
export async function lockJudging(tx: Tx): Promise<boolean> {
  const row = await tx.one<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(${JUDGING}, hashtext(${tx.company.id})) as locked`,
  );
  return row.locked;
}

/** One at a time changes the promises of a customer. */
export async function lockCustomerPromises(tx: Tx, customerId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${JUDGING}, hashtext(${customerId}))`);
}

/** Promises are written without the posting lock: so much later they may still appear. */
const LATE_SECONDS = 30;

/** Each record that has promises, or is one party with one that has, under the record that stands for it in the end. */
const PARTIES_WITH_PROMISES = sql`
  with recursive up as (
    select distinct p.customer_id as origin, p.customer_id as id, 0 as step from promise p where p.company_id = current_company()
    union all
    select up.origin, m.survivor_id, up.step + 1 from up join customer_merge m
      on m.company_id = current_company() and m.duplicate_id = up.id and m.undone_at is null where up.step < 100
  ), head as (
    select distinct on (origin) origin, id from up order by origin, step desc
  ), record as (
    select head.id as head, head.id from head
    union
    select record.head, m.duplicate_id from record join customer_merge m
      on m.company_id = current_company() and m.survivor_id = record.id and m.undone_at is null
  )`;

/**
 * Customers with promises for whom something was posted, promised or merged since, and those whose promise has passed its
 * deadline; all of them when nothing was judged yet.
 */
export async function customersToJudge(tx: Tx, progress: Progress | undefined): Promise<string[]> {
  const touched =
    progress === undefined ? noSql : sql`where record.id in (${touchedSince(tx, progress.judgedThrough)})`;
  const rows = await tx.all<{ id: string }>(sql`
    ${PARTIES_WITH_PROMISES} select distinct record.head as id from record ${touched}`);
  return rows.map((row) => row.id);
}

function touchedSince(tx: Tx, since: string): Query {
  const late = sql`${since}::timestamptz - make_interval(secs => ${LATE_SECONDS})`;
  return sql`
    select p.customer_id from entry e join posting p on p.company_id = e.company_id and p.entry_id = e.id
      where e.company_id = ${tx.company.id} and e.recorded_at > ${since}::timestamptz and p.customer_id is not null
    union all
    select customer_id from promise where company_id = ${tx.company.id} and recorded_at > ${late}
    union all
    select customer_id from promise where company_id = ${tx.company.id} and state = 'open' and deadline_on < ${tx.today}
    union all
    -- what is disputed since is promised last: what the promise stands for may be another item now
    select h.customer_id from promise p join hold h on h.company_id = p.company_id and h.customer_id = p.customer_id
      where p.company_id = ${tx.company.id} and p.state = 'open' and h.released_at is null and h.placed_at > ${late}
        and h.kind not in ('promise', 'plan', 'waiting_proposal')
    union all
    select unnest(array[duplicate_id, survivor_id]) from customer_merge
      where company_id = ${tx.company.id} and (merged_at > ${late} or undone_at > ${late})`;
}
