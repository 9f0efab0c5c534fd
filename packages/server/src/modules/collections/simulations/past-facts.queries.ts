/** What was known of customers, each fact with the number of the first day on which it was: see `core/strategy-simulation`. */
import type { LocalDate } from '@quittance/core/calendar';
import type { SentAction } from '@quittance/core/strategy-simulation';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type DayInstants, dayFrom, knownFrom } from './past-days.queries.ts';

interface OfCustomer {
  readonly customerId: string;
}

/** Records with something open on these days, with how many items; what was settled before the first is not gone through again. */
export async function recordsWithPast(
  tx: Tx,
  { knownAt }: DayInstants,
): Promise<{ readonly id: string; readonly items: number }[]> {
  const rows = await tx.lists<[string, number]>(sql`
    select i.customer_id, count(*)::int from item i
      join customer c on c.company_id = i.company_id and c.id = i.customer_id and c.kind = 'regular'
      where i.company_id = ${tx.company.id} and (i.open_minor <> 0 or i.last_recorded_at >= ${knownAt[0]}::timestamptz)
      group by i.customer_id`);
  return rows.map(([id, items]) => ({ id, items }));
}

type ChangeRow = [string, string, LocalDate, string, boolean, number, bigint, bigint];

export async function pastChanges(tx: Tx, records: readonly string[], given: DayInstants) {
  const rows = await tx.lists<ChangeRow>(sql`
    select i.customer_id, p.item_id, p.due_on, p.currency, p.account = 'receivable',
        greatest(${knownFrom(sql`p.recorded_at`, given)}, ${dayFrom(sql`p.effective_on`, given)}) as known,
        sum(p.amount_minor)::bigint, sum(p.functional_minor)::bigint
      from item i join posting p on p.company_id = i.company_id and p.item_id = i.id and p.customer_id = i.customer_id
      where i.company_id = ${tx.company.id} and i.customer_id = any(${records}::uuid[])
        and (i.open_minor <> 0 or i.last_recorded_at >= ${given.knownAt[0]}::timestamptz)
      group by 1, 2, 3, 4, 5, 6`);
  return rows.map(([customerId, itemId, dueOn, currency, isReceivable, from, minor, functionalMinor]) => ({
    ...{ customerId, itemId, dueOn, currency, isReceivable, from, minor, functionalMinor },
  }));
}

export interface HoldRow extends OfCustomer {
  readonly itemId: string | null;
  readonly kind: string;
  readonly amountMinor: bigint | null;
  readonly untilOn: LocalDate | null;
  readonly from: number;
  readonly until: number | null;
}

export async function pastHolds(tx: Tx, records: readonly string[], given: DayInstants): Promise<HoldRow[]> {
  const { days, knownAt } = given;
  return tx.all(sql`
    select customer_id as "customerId", item_id as "itemId", kind, amount_minor as "amountMinor", until_on as "untilOn",
        ${knownFrom(sql`placed_at`, given)} as "from",
        case when released_at is not null then ${knownFrom(sql`released_at`, given)} end as until
      from hold where company_id = ${tx.company.id} and customer_id = any(${records}::uuid[])
        and (released_at is null or released_at > ${knownAt[0]}::timestamptz) and (until_on is null or until_on >= ${days[0]})
        and placed_at <= ${knownAt.at(-1)}::timestamptz`);
}

/** What people say to customers; `dunning` is of data that came from elsewhere. */
const CONTACT_KINDS = ['call', 'mail', 'meeting', 'letter', 'dunning'];

/** By other ways than letters of runs; and letters of runs before the first day. */
export async function pastContacts(
  tx: Tx,
  records: readonly string[],
  given: DayInstants,
): Promise<(OfCustomer & { readonly from: number; readonly on: LocalDate })[]> {
  const { days, knownAt } = given;
  return tx.all(sql`
    select a.customer_id as "customerId", ${knownFrom(sql`greatest(a.happened_at, a.recorded_at)`, given)} as "from",
        max((a.happened_at at time zone ${tx.company.timeZone})::date) as "on"
      from activity a
      where a.company_id = ${tx.company.id} and a.customer_id = any(${records}::uuid[]) and a.kind = any(${CONTACT_KINDS}::text[])
        and not a.is_withdrawal and greatest(a.happened_at, a.recorded_at) <= ${knownAt.at(-1)}::timestamptz
        and not exists (select from activity n where n.company_id = a.company_id and n.supersedes_id = a.id)
        and not exists (select from dunning_action d where d.company_id = a.company_id and a.detail ? 'messageId'
          and d.message_id = (a.detail ->> 'messageId')::uuid and d.run_id is not null)
      group by 1, 2
    union all
    select customer_id, 0, max(decided_on) from dunning_action
      where company_id = ${tx.company.id} and customer_id = any(${records}::uuid[]) and message_id is not null and withdrawn_at is null
        and decided_on < ${days[0]}
      group by customer_id`);
}

export async function stepsBefore(
  tx: Tx,
  records: readonly string[],
  { days }: DayInstants,
): Promise<(OfCustomer & { readonly itemId: string; readonly key: string; readonly on: LocalDate })[]> {
  return tx.all(sql`
    select i.customer_id as "customerId", s.item_id as "itemId", s.step_key as key, s.taken_on as "on"
      from item i join dunning_step s on s.company_id = i.company_id and s.item_id = i.id
      where i.company_id = ${tx.company.id} and i.customer_id = any(${records}::uuid[]) and s.withdrawn_at is null
        and s.taken_on < ${days[0]}`);
}

/** What runs sent and gave on these days and was not withdrawn. */
export async function doneBetween(
  tx: Tx,
  records: readonly string[],
  { days }: DayInstants,
): Promise<(OfCustomer & SentAction)[]> {
  return tx.all(sql`
    select customer_id as "customerId", decided_on as "on", channel, coalesce(purpose, kind) as what, item_count as items,
        functional_minor as "functionalMinor"
      from dunning_action where company_id = ${tx.company.id} and customer_id = any(${records}::uuid[]) and withdrawn_at is null
        and run_id is not null and decided_on between ${days[0]} and ${days.at(-1)}`);
}

const YEAR_DAYS = 365;

export async function settledBetween(
  tx: Tx,
  records: readonly string[],
  { days }: DayInstants,
): Promise<(OfCustomer & { readonly on: LocalDate; readonly daysLate: number; readonly functionalMinor: bigint })[]> {
  return tx.all(sql`
    select customer_id as "customerId", last_effective_on as "on", last_effective_on - due_on as "daysLate",
        sum(functional_minor)::bigint as "functionalMinor"
      from item where company_id = ${tx.company.id} and customer_id = any(${records}::uuid[]) and open_minor = 0 and functional_minor > 0
        and last_effective_on > ${days[0]}::date - ${YEAR_DAYS}::int and last_effective_on <= ${days.at(-1)}
      group by 1, 2, 3`);
}

/** Promises judged broken, from when until when that was known. */
export async function brokenBetween(
  tx: Tx,
  records: readonly string[],
  given: DayInstants,
): Promise<(OfCustomer & { readonly on: LocalDate; readonly from: number; readonly until: number | null })[]> {
  return tx.all(sql`
    select "customerId", "on", "from", until from (
      select p.customer_id as "customerId", j.as_of as "on", j.state, ${knownFrom(sql`j.judged_at`, given)} as "from",
          ${knownFrom(sql`lead(j.judged_at) over (partition by p.id order by j.number)`, given)} as until
        from promise p join promise_judgement j on j.company_id = p.company_id and j.promise_id = p.id
        where p.company_id = ${tx.company.id} and p.customer_id = any(${records}::uuid[])
          and j.as_of > ${given.days[0]}::date - ${YEAR_DAYS}::int) judged
      where state = 'broken'`);
}

/** In the company's currency; none where it is in another. */
export async function creditLimits(
  tx: Tx,
  ids: readonly string[],
): Promise<(OfCustomer & { readonly limitMinor: bigint })[]> {
  return tx.all(sql`
    select id as "customerId", credit_limit_minor as "limitMinor" from customer
      where company_id = ${tx.company.id} and id = any(${ids}::uuid[]) and credit_limit_minor is not null
        and credit_limit_currency = ${tx.company.functionalCurrency}`);
}
