/** Promises as they are written down and shown. */
import type { LocalDate } from '@quittance/core/calendar';
import type { PlanInterest, PromiseState } from '@quittance/core/promises';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export const PROMISE_CHANNELS = ['call', 'mail', 'meeting', 'letter', 'portal', 'other'] as const;
export type PromiseChannel = (typeof PROMISE_CHANNELS)[number];

export interface NewPromise {
  readonly id: string;
  readonly customerId: string;
  readonly planId: string | null;
  readonly part: number;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** What the schedule of its plan says on top of the amount. */
  readonly interestMinor: bigint;
  readonly promisedOn: LocalDate;
  readonly deadlineOn: LocalDate;
  readonly toleranceMinor: bigint;
  readonly itemIds: readonly string[] | null;
  readonly channel: PromiseChannel;
  readonly contactId: string | null;
  readonly activityId: string | null;
  /** The mail in which a person found it. */
  readonly messageId: string | null;
  readonly note: string | null;
  /** The import it came with. */
  readonly batchId: string | null;
  /** When and by whom it was made, when that was not here and now. */
  readonly madeAt: string | null;
  readonly madeByName: string | null;
}

/** They are open; the first judgement follows in the same transaction. */
export async function insertPromises(tx: Tx, promises: readonly NewPromise[]): Promise<void> {
  const rows = promises.map((one) => ({
    ...one,
    isOfItems: one.itemIds !== null,
    amountMinor: one.amountMinor.toString(),
    interestMinor: one.interestMinor.toString(),
    toleranceMinor: one.toleranceMinor.toString(),
  }));
  await tx.run(sql`
    insert into promise (company_id, id, customer_id, plan_id, part, currency, amount_minor, interest_minor, promised_on, deadline_on,
        tolerance_minor, is_of_items, channel, contact_id, activity_id, message_id, note, made_at, recorded_at, made_by, made_by_name, batch_id, state, state_on,
        judged_at)
      select ${tx.company.id}, id, "customerId", "planId", part, currency, "amountMinor", "interestMinor", "promisedOn", "deadlineOn",
          "toleranceMinor", "isOfItems", channel, "contactId", "activityId", "messageId", note, coalesce("madeAt", ${tx.recordedAt}), ${tx.recordedAt}, ${tx.actor.id},
          coalesce("madeByName", ${tx.actor.name}), "batchId", 'open', ${tx.today}, ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(rows)}) as p (id uuid, "customerId" uuid, "planId" uuid, part smallint, currency text,
          "amountMinor" bigint, "interestMinor" bigint, "promisedOn" date, "deadlineOn" date, "toleranceMinor" bigint, "isOfItems" boolean,
          channel text, "contactId" uuid, "activityId" uuid, "messageId" uuid, note text, "batchId" uuid, "madeAt" timestamptz, "madeByName" text)`);
  const items = promises.flatMap(({ id, itemIds }) => (itemIds ?? []).map((itemId) => ({ id, itemId })));
  if (items.length === 0) return;
  await tx.run(sql`
    insert into promise_item (company_id, promise_id, item_id)
      select ${tx.company.id}, id, "itemId" from json_to_recordset(${JSON.stringify(items)}) as i (id uuid, "itemId" uuid)`);
}

export interface NewPlan {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  /** The principal. */
  readonly amountMinor: bigint;
  /** What the schedule says on top of it. */
  readonly interestMinor: bigint;
  readonly interest: PlanInterest | null;
  readonly note: string | null;
}

export async function insertPlan(tx: Tx, plan: NewPlan): Promise<void> {
  const { basisPoints = 0, dayCount = null, fromOn = null } = plan.interest ?? {};
  await tx.run(sql`
    insert into payment_plan (company_id, id, customer_id, currency, amount_minor, interest_minor, interest_basis_points, interest_day_count,
        interest_from_on, note, made_at, made_by, made_by_name)
      values (${tx.company.id}, ${plan.id}, ${plan.customerId}, ${plan.currency}, ${plan.amountMinor}, ${plan.interestMinor},
        ${basisPoints}, ${dayCount}, ${fromOn}, ${plan.note}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

export interface PromiseView {
  readonly id: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly planId: string | null;
  readonly part: number;
  /** Of its plan; 1 of a promise alone. */
  readonly parts: number;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly interestMinor: bigint;
  readonly promisedOn: LocalDate;
  readonly deadlineOn: LocalDate;
  readonly toleranceMinor: bigint;
  /** Null: of the account. */
  readonly itemNumbers: readonly string[] | null;
  readonly channel: PromiseChannel;
  readonly contactId: string | null;
  readonly contactName: string | null;
  readonly activityId: string | null;
  readonly messageId: string | null;
  readonly note: string | null;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly madeByName: string;
  readonly state: PromiseState;
  readonly stateOn: LocalDate;
  readonly inTimeMinor: bigint;
  readonly lateMinor: bigint;
  readonly lastMoneyOn: LocalDate | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnReason: string | null;
}

const PROMISE = sql`
  select p.id, p.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName", p.plan_id as "planId", p.part,
      case when p.plan_id is null then 1 else (
        select count(*)::int from promise o where o.company_id = p.company_id and o.plan_id = p.plan_id) end as parts,
      p.currency, p.amount_minor as "amountMinor", p.interest_minor as "interestMinor", p.promised_on as "promisedOn",
      p.deadline_on as "deadlineOn", p.tolerance_minor as "toleranceMinor",
      case when p.is_of_items then (select array_agg(i.number order by i.due_on, i.number) from promise_item pi
        join item i on i.company_id = pi.company_id and i.id = pi.item_id
        where pi.company_id = p.company_id and pi.promise_id = p.id) end as "itemNumbers",
      p.channel, p.contact_id as "contactId", k.name as "contactName", p.activity_id as "activityId", p.message_id as "messageId", p.note, p.made_at as "madeAt",
      p.made_by as "madeBy", p.made_by_name as "madeByName", p.state, p.state_on as "stateOn", p.in_time_minor as "inTimeMinor",
      p.late_minor as "lateMinor", p.last_money_on as "lastMoneyOn", p.withdrawn_by_name as "withdrawnByName",
      p.withdrawn_reason as "withdrawnReason"
    from promise p
      join customer c on c.company_id = p.company_id and c.id = p.customer_id
      left join contact k on k.company_id = p.company_id and k.id = p.contact_id`;

const PROMISES_SHOWN_MAX = 1_000; // of one customer: years of weekly parts

/** The latest days first. */
export async function promisesOfCustomer(tx: Tx, customerIds: readonly string[]): Promise<PromiseView[]> {
  return tx.all(sql`${PROMISE}
    where p.company_id = ${tx.company.id} and p.customer_id = any(${customerIds}::uuid[])
    order by p.promised_on desc, p.id desc limit ${PROMISES_SHOWN_MAX}`);
}

export async function findPromise(tx: Tx, id: string): Promise<PromiseView | undefined> {
  return tx.maybe(sql`${PROMISE} where p.company_id = ${tx.company.id} and p.id = ${id}`);
}

export async function partsOfPlan(tx: Tx, planId: string): Promise<PromiseView[]> {
  return tx.all(sql`${PROMISE} where p.company_id = ${tx.company.id} and p.plan_id = ${planId} order by p.part`);
}

export const PROMISE_LISTS = ['due', 'open', 'broken'] as const;
export type PromiseList = (typeof PROMISE_LISTS)[number];

export interface PromisePage {
  readonly list: PromiseList;
  /** `due`: promised for this day or before and still open; `broken`: came to stand so on this day or later. */
  readonly day: LocalDate;
  readonly after: { readonly promisedOn: string; readonly id: string } | undefined;
  readonly limit: number;
}

/** The promises of a list across customers, by the days promised. */
export async function listPromises(tx: Tx, page: PromisePage): Promise<PromiseView[]> {
  const rest = page.after
    ? sql`and (p.promised_on, p.id) > (${page.after.promisedOn}::date, ${page.after.id}::uuid)`
    : noSql;
  return tx.all(sql`${PROMISE}
    where p.company_id = ${tx.company.id} and ${listed(page)} ${rest} order by p.promised_on, p.id limit ${page.limit}`);
}

export interface PromiseCount {
  readonly list: 'due' | 'broken';
  readonly currency: string;
  readonly promises: number;
  readonly customers: number;
  readonly amountMinor: bigint;
}

/** How many promises stand in the lists of today, without reading them: one look at two indexes. */
export async function countPromises(
  tx: Tx,
  days: { readonly due: LocalDate; readonly broken: LocalDate },
): Promise<PromiseCount[]> {
  const counts = (list: PromiseCount['list']): Query => sql`
    select ${list}::text as list, p.currency, count(*)::int as promises, count(distinct p.customer_id)::int as customers,
        sum(p.amount_minor)::bigint as "amountMinor"
      from promise p where p.company_id = ${tx.company.id} and ${listed({ list, day: days[list] })} group by p.currency`;
  return tx.all(sql`${counts('due')} union all ${counts('broken')} order by list, currency`);
}

function listed({ list, day }: Pick<PromisePage, 'list' | 'day'>): Query {
  if (list === 'due') return sql`p.state = 'open' and p.promised_on <= ${day}`;
  if (list === 'broken') return sql`p.state in ('broken', 'partly_kept') and p.state_on >= ${day}`;
  return sql`p.state = 'open'`;
}

/** Those that came with an import and stand, whatever became of them. */
export async function promisesOfBatch(tx: Tx, batchId: string): Promise<PromiseView[]> {
  return tx.all(sql`${PROMISE}
    where p.company_id = ${tx.company.id} and p.batch_id = ${batchId} and p.state <> 'withdrawn' order by p.customer_id, p.id`);
}

/** Marks promises of an import as withdrawn, also those that were judged. */
export async function withdrawImported(tx: Tx, ids: readonly string[], reason: string): Promise<number> {
  return tx.run(
    sql`${asWithdrawn(tx, reason)} where company_id = ${tx.company.id} and id = any(${ids}::uuid[]) and state <> 'withdrawn'`,
  );
}

/**
 * Contacts that were written down with these promises alone, on this day of the company: what is left of a slip. A call
 * with its own record is none of them, nor a contact in which another promise was made that stands.
 */
export async function contactsOfSlips(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select distinct p.activity_id as id
      from promise p join activity a on a.company_id = p.company_id and a.id = p.activity_id and a.detail ? 'promised'
      where p.company_id = ${tx.company.id} and p.id = any(${[...ids]}::uuid[])
        and (p.recorded_at at time zone ${tx.company.timeZone})::date = ${tx.today}::date
        and not exists (select from promise o where o.company_id = p.company_id and o.customer_id = p.customer_id
          and o.activity_id = p.activity_id and o.withdrawn_at is null)`);
  return rows.map(({ id }) => id);
}

/** Marks open promises as withdrawn; how many were open. */
export async function withdrawPromises(tx: Tx, ids: readonly string[], reason: string): Promise<number> {
  return tx.run(
    sql`${asWithdrawn(tx, reason)} where company_id = ${tx.company.id} and id = any(${ids}::uuid[]) and state = 'open'`,
  );
}

function asWithdrawn(tx: Tx, reason: string): Query {
  return sql`
    update promise set state = 'withdrawn', state_on = ${tx.today}, withdrawn_at = ${tx.recordedAt}, withdrawn_by = ${tx.actor.id},
        withdrawn_by_name = ${tx.actor.name}, withdrawn_reason = ${reason}, judged_at = ${tx.recordedAt}`;
}

export interface JudgementView {
  readonly promiseId: string;
  readonly number: number;
  readonly state: PromiseState;
  readonly inTimeMinor: bigint;
  readonly lateMinor: bigint;
  readonly asOf: LocalDate;
  readonly cause: string;
  readonly entryId: string | null;
  readonly judgedAt: string;
  readonly actorName: string;
}

export async function judgementsOf(tx: Tx, promiseId: string): Promise<JudgementView[]> {
  return tx.all(sql`
    select promise_id as "promiseId", number, state, in_time_minor as "inTimeMinor", late_minor as "lateMinor", as_of as "asOf", cause,
        entry_id as "entryId", judged_at as "judgedAt", actor_name as "actorName"
      from promise_judgement where company_id = ${tx.company.id} and promise_id = ${promiseId} order by number`);
}
