import type { LocalDate } from '@quittance/core/calendar';
import type { CustomerTraits } from '@quittance/core/strategies';
import type { CustomerFacts, ScorePart } from '@quittance/core/worklist';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { heldParts } from './held-parts.queries.ts';

export interface WorklistState {
  readonly refreshedOn: LocalDate;
  readonly refreshedThrough: string;
  readonly usualOverdueMinor: bigint;
  readonly customers: number;
  readonly customersInAll: number;
  readonly quietCustomers: number;
  readonly collectableMinor: bigint;
  /** The evening with which the list is compared; null on the first day. */
  readonly sinceOn: LocalDate | null;
  /** The version of the strategies by which it was ranked; 0: none. */
  readonly strategyNumber: number;
}

export async function findState(tx: Tx): Promise<WorklistState | undefined> {
  return tx.maybe(sql`
    select refreshed_on as "refreshedOn", refreshed_through as "refreshedThrough", usual_overdue_minor as "usualOverdueMinor", customers,
        customers_in_all as "customersInAll", quiet_customers as "quietCustomers", collectable_minor as "collectableMinor",
        since_on as "sinceOn", strategy_number as "strategyNumber"
      from worklist_state where company_id = ${tx.company.id}`);
}

const REFRESHING = 7304; // the advisory lock of whoever refreshes a company's worklist

/** False when somebody else is at it. */
export async function lockWorklist(tx: Tx): Promise<boolean> {
  const row = await tx.one<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(${REFRESHING}, hashtext(${tx.company.id})) as locked`,
  );
  return row.locked;
}

/** Activities and holds are written without the posting lock: so much later they may still appear. */
const LATE_SECONDS = 30;

/** Customers for whom something was posted, held, released or noted since; merged ones by the record that stands for them. */
export async function customersTouchedSince(tx: Tx, since: string): Promise<string[]> {
  const late = sql`${since}::timestamptz - make_interval(secs => ${LATE_SECONDS})`;
  const rows = await tx.all<{ id: string }>(sql`
    ${PARTY_CTE}
    select distinct coalesce(party.survivor_id, t.customer_id) as id from (
      select p.customer_id from entry e join posting p on p.company_id = e.company_id and p.entry_id = e.id
        where e.company_id = ${tx.company.id} and e.recorded_at > ${since}::timestamptz and p.customer_id is not null
      union all
      select customer_id from activity where company_id = ${tx.company.id} and recorded_at > ${late}
      union all
      select customer_id from hold where company_id = ${tx.company.id} and (placed_at > ${late} or released_at > ${late})
      union all
      select unnest(array[duplicate_id, survivor_id]) from customer_merge
        where company_id = ${tx.company.id} and (merged_at > ${late} or undone_at > ${late})
    ) t left join party on party.duplicate_id = t.customer_id`);
  return rows.map((row) => row.id);
}

/** Each merged record with the one that stands for it in the end. */
const PARTY_CTE = sql`
  with recursive chain as (
    select company_id, duplicate_id, survivor_id, 1 as step from customer_merge where company_id = current_company() and undone_at is null
    union all
    select c.company_id, c.duplicate_id, m.survivor_id, c.step + 1 from chain c
      join customer_merge m on m.company_id = c.company_id and m.duplicate_id = c.survivor_id and m.undone_at is null where c.step < 100
  ), party as (
    select distinct on (duplicate_id) duplicate_id, survivor_id from chain order by duplicate_id, step desc
  )`;

export interface FactsOfCustomer extends CustomerFacts, CustomerTraits {
  readonly customerId: string;
  readonly lastContactKind: string | null;
  readonly quietUntil: LocalDate | null;
  readonly quietReason: string | null;
  readonly isQuiet: boolean;
}

/** What people say to customers, as opposed to what they write down for themselves. */
const CONTACT_KINDS = ['call', 'mail', 'meeting', 'letter', 'dunning'];

export interface FactsAsked {
  /** Null: of all with something open. */
  readonly ids: readonly string[] | null;
  /** It takes a reading of all that was settled in a year. */
  readonly isLatenessWanted: boolean;
}

/** Facts of customers with something open, in the company's currency. */
export async function factsOfCustomers(tx: Tx, { ids, isLatenessWanted }: FactsAsked): Promise<FactsOfCustomer[]> {
  const { id: company, functionalCurrency } = tx.company;
  const { today } = tx;
  return tx.all(sql`
    ${PARTY_CTE}, items as (
      select coalesce(party.survivor_id, i.customer_id) as customer_id, i.id, i.due_on, i.open_minor,
          i.functional_minor - i.settled_functional_minor as open
        from item i left join party on party.duplicate_id = i.customer_id
        where i.company_id = ${company} and i.open_minor <> 0 ${ofParties(ids)}
    ), held as (${heldParts(tx)}
    ), sums as (
      select i.customer_id,
          coalesce(sum(i.open) filter (where i.open_minor > 0), 0)::bigint as open_minor,
          coalesce(sum(i.open) filter (where i.open_minor > 0 and i.due_on < ${today}), 0)::bigint as overdue_minor,
          coalesce(sum(round(i.open * held.kept)) filter (where i.open_minor > 0 and i.due_on < ${today}), 0)::bigint as held_minor,
          greatest(coalesce(-sum(i.open) filter (where i.open_minor < 0), 0)
            - coalesce(sum(round(i.open * held.proposed)) filter (where i.open_minor > 0), 0), 0)::bigint as credits_minor,
          min(i.due_on) filter (where i.open_minor > 0 and i.due_on < ${today}) as oldest_due_on
        from items i left join held on held.item_id = i.id
        group by i.customer_id
    ), broken as (
      select coalesce(party.survivor_id, p.customer_id) as customer_id, count(*)::int as promises
        from promise p left join party on party.duplicate_id = p.customer_id
        where p.company_id = ${company} and p.state = 'broken' and p.state_on > ${today}::date - ${YEAR_DAYS}::int
        group by 1
    )${isLatenessWanted ? lateness(tx, ids) : noSql}
    select s.customer_id as "customerId", s.open_minor as "openMinor", s.overdue_minor as "overdueMinor", s.held_minor as "heldMinor",
        s.credits_minor as "creditsMinor", s.oldest_due_on as "oldestDueOn",
        (contact.happened_at at time zone ${tx.company.timeZone})::date as "lastContactOn", contact.kind as "lastContactKind",
        case when c.credit_limit_currency = ${functionalCurrency} then c.credit_limit_minor end as "creditLimitMinor",
        coalesce(broken.promises, 0) as "brokenPromises", ${isLatenessWanted ? sql`lateness.days` : sql`null::int`} as "usualLatenessDays",
        c.channel, c.segment, c.tier, c.country, c.tags,
        quiet.until_on as "quietUntil", quiet.reason as "quietReason", quiet.found is not null as "isQuiet"
      from sums s
        join customer c on c.company_id = ${company} and c.id = s.customer_id and c.kind = 'regular'
        left join broken on broken.customer_id = s.customer_id
        ${isLatenessWanted ? sql`left join lateness on lateness.customer_id = s.customer_id` : noSql}
        left join lateral (
          select a.happened_at, a.kind from activity a
            where a.company_id = ${company} and a.customer_id = s.customer_id and a.kind = any(${CONTACT_KINDS}::text[])
              and a.happened_at <= ${tx.recordedAt}::timestamptz and not a.is_withdrawal
              and not exists (select from activity n where n.company_id = a.company_id and n.supersedes_id = a.id)
            order by a.happened_at desc, a.id desc limit 1) contact on true
        left join lateral (
          select true as found, h.until_on, h.reason from hold h
            where h.company_id = ${company} and h.customer_id = s.customer_id and h.item_id is null and h.released_at is null
              and (h.until_on is null or h.until_on >= ${today})
            order by h.until_on desc nulls first limit 1) quiet on true`);
}

const YEAR_DAYS = 365;

/** By how many days late, weighted by amount, items were settled that were settled in the last year. */
function lateness(tx: Tx, ids: readonly string[] | null): Query {
  return sql`, lateness as (
      select coalesce(party.survivor_id, i.customer_id) as customer_id,
          round(sum((i.last_effective_on - i.due_on) * i.functional_minor::numeric) / sum(i.functional_minor))::int as days
        from item i left join party on party.duplicate_id = i.customer_id
        where i.company_id = ${tx.company.id} and i.open_minor = 0 and i.functional_minor > 0
          and i.last_effective_on > ${tx.today}::date - ${YEAR_DAYS}::int ${ofParties(ids)}
        group by 1
    )`;
}

function ofParties(ids: readonly string[] | null): Query {
  if (ids === null) return noSql;
  return sql`and i.customer_id in (
    select id from unnest(${ids}::uuid[]) as id union select duplicate_id from party where survivor_id = any(${ids}::uuid[]))`;
}

export interface NewWorklistEntry {
  readonly facts: FactsOfCustomer;
  /** The strategy that holds for the customer; null: none. */
  readonly strategyName: string | null;
  readonly collectableMinor: bigint;
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/** Null forgets everybody: all are about to be entered again. */
export async function forgetEntries(tx: Tx, ids: readonly string[] | null): Promise<void> {
  const whose = ids === null ? noSql : sql`and customer_id = any(${ids}::uuid[])`;
  await tx.run(sql`delete from worklist_entry where company_id = ${tx.company.id} ${whose}`);
}

export async function insertEntries(tx: Tx, entries: readonly NewWorklistEntry[]): Promise<void> {
  if (entries.length === 0) return;
  const rows = entries.map(({ facts, collectableMinor, score, parts, strategyName }) => {
    const { customerId, oldestDueOn, lastContactOn, lastContactKind, quietUntil, quietReason, isQuiet } = facts;
    return {
      ...{ customerId, oldestDueOn, lastContactOn, lastContactKind, quietUntil, quietReason, isQuiet },
      openMinor: facts.openMinor.toString(),
      overdueMinor: facts.overdueMinor.toString(),
      heldMinor: facts.heldMinor.toString(),
      creditsMinor: facts.creditsMinor.toString(),
      collectableMinor: collectableMinor.toString(),
      ...{ score, parts, strategyName },
    };
  });
  await tx.run(sql`
    insert into worklist_entry (company_id, customer_id, score, parts, collectable_minor, open_minor, overdue_minor, held_minor,
        credits_minor, oldest_due_on, last_contact_on, last_contact_kind, quiet_until, quiet_reason, is_quiet, strategy_name)
      select ${tx.company.id}, "customerId", score, parts, "collectableMinor", "openMinor", "overdueMinor", "heldMinor",
          "creditsMinor", "oldestDueOn", "lastContactOn", "lastContactKind", "quietUntil", "quietReason", "isQuiet", "strategyName"
        from json_to_recordset(${JSON.stringify(rows)}) as w ("customerId" uuid, score smallint, parts jsonb, "collectableMinor" bigint,
          "openMinor" bigint, "overdueMinor" bigint, "heldMinor" bigint, "creditsMinor" bigint, "oldestDueOn" date, "lastContactOn" date,
          "lastContactKind" text, "quietUntil" date, "quietReason" text, "isQuiet" boolean, "strategyName" text)`);
}

/** Counts the list anew and remembers through which instant it holds. */
export async function saveState(
  tx: Tx,
  state: Pick<WorklistState, 'refreshedThrough' | 'usualOverdueMinor' | 'sinceOn' | 'strategyNumber'>,
): Promise<void> {
  await tx.run(sql`
    insert into worklist_state (company_id, refreshed_on, refreshed_through, usual_overdue_minor, customers, customers_in_all,
        quiet_customers, collectable_minor, since_on, strategy_number)
      select ${tx.company.id}, ${tx.today}, ${state.refreshedThrough}, ${state.usualOverdueMinor},
          count(*) filter (where collectable_minor > 0 and not is_quiet), count(*), count(*) filter (where is_quiet),
          coalesce(sum(collectable_minor) filter (where not is_quiet), 0), ${state.sinceOn}::date, ${state.strategyNumber}::int
        from worklist_entry where company_id = ${tx.company.id}
      on conflict (company_id) do update set refreshed_on = excluded.refreshed_on, refreshed_through = excluded.refreshed_through,
        usual_overdue_minor = excluded.usual_overdue_minor, customers = excluded.customers, customers_in_all = excluded.customers_in_all,
        quiet_customers = excluded.quiet_customers, collectable_minor = excluded.collectable_minor,
        since_on = excluded.since_on, strategy_number = excluded.strategy_number`);
}
