/** How the books stood at an instant that has passed, and what happened in them since: items, claims, caps, lessons, groups. */
import type { LocalDate } from '@quittance/core/calendar';
import type { SettlementReason } from '@quittance/core/settlement';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { ITEM, ITEM_JOINS, type ItemFact } from '../deciding/facts.queries.ts';

export interface PastItem extends ItemFact {
  readonly amountMinor: bigint;
  readonly functionalMinor: bigint;
  /** What was open of it before the instant. */
  readonly openBeforeMinor: bigint;
  /** Since then, by instant in microseconds. Minor units as text. */
  readonly moves: readonly { readonly at: string; readonly byMinor: string; readonly on: LocalDate }[] | null;
}

/** Receivable items that were open at any time since an instant, by id, at most `limit` after `after`. */
export async function itemsOpenSince(
  tx: Tx,
  since: string,
  page: { readonly after: string | null; readonly limit: number },
): Promise<PastItem[]> {
  return tx.all(sql`
    with own as materialized (
      select * from item i
        where i.company_id = ${tx.company.id} and i.account = 'receivable' and (i.open_minor <> 0 or i.last_recorded_at >= ${since}::timestamptz)
          ${page.after === null ? sql`` : sql`and i.id > ${page.after}::uuid`}
        order by i.id limit ${page.limit})
    select ${ITEM}, i.amount_minor as "amountMinor", i.functional_minor as "functionalMinor", m.before as "openBeforeMinor", m.moves
      from own i ${ITEM_JOINS}
      cross join lateral (
        select coalesce(sum(by_minor) filter (where recorded_at < ${since}::timestamptz), 0)::bigint as before,
            json_agg(json_build_object('at', (extract(epoch from recorded_at) * 1000000)::bigint::text, 'byMinor', by_minor::text, 'on', effective_on)
              order by recorded_at) filter (where recorded_at >= ${since}::timestamptz) as moves
          from (
            select p.recorded_at, max(p.effective_on) as effective_on, sum(p.amount_minor) as by_minor from posting p
              where p.company_id = i.company_id and p.item_id = i.id group by p.recorded_at having sum(p.amount_minor) <> 0) moved) m
      order by i.id`);
}

/** Claims of deductions that stood at any time since an instant. */
export async function claimsSince(
  tx: Tx,
  since: string,
): Promise<{ readonly itemId: string; readonly from: bigint; readonly until: bigint | null }[]> {
  return tx.all(sql`
    select item_id as "itemId", (extract(epoch from recorded_at) * 1000000)::bigint as "from",
        (extract(epoch from ended_at) * 1000000)::bigint as until
      from deduction
      where company_id = ${tx.company.id} and treatment = 'claimed' and (ended_at is null or ended_at >= ${since}::timestamptz)`);
}

/** What people posted under caps on these days, by day and reason, in functional minor units. */
export async function spentByPeople(
  tx: Tx,
  days: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<{ readonly on: LocalDate; readonly reason: SettlementReason; readonly functionalMinor: bigint }[]> {
  return tx.all(sql`
    select effective_on as "on", reason, sum(functional_minor)::bigint as "functionalMinor" from deduction
      where company_id = ${tx.company.id} and state = 'posted' and not is_by_itself
        and effective_on between ${days.from}::date and ${days.until}::date
      group by 1, 2`);
}

interface PayerKeys {
  readonly accounts: readonly string[];
  readonly names: readonly string[];
}

export interface PastLink {
  readonly mark: 'account' | 'name';
  readonly key: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly uses: number;
  readonly lastOn: LocalDate;
}

/** What these payers had taught before an instant and stands. */
export async function linksBefore(tx: Tx, keys: PayerKeys, before: string): Promise<PastLink[]> {
  return tx.all(sql`
    select t.mark, t.key, c.id as "customerId", c.number as "customerNumber", count(*)::int as uses, max(t.booked_on) as "lastOn"
      from (
        select 'account' as mark, payer_account as key, customer_id, booked_on from payer_confirmation
          where company_id = ${tx.company.id} and taught_at < ${before}::timestamptz and ended_at is null and teaches_account
            and payer_account <> '' and payer_account = any(${keys.accounts}::text[])
        union all
        select 'name', payer_name, customer_id, booked_on from payer_confirmation
          where company_id = ${tx.company.id} and taught_at < ${before}::timestamptz and ended_at is null and teaches_name
            and payer_name <> '' and payer_name = any(${keys.names}::text[])) t
      join customer c on c.company_id = ${tx.company.id} and c.id = t.customer_id
      group by 1, 2, 3, 4`);
}

export interface PastConfirmation {
  readonly at: bigint;
  readonly receiptNumber: string;
  readonly payerAccount: string;
  readonly payerName: string;
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly bookedOn: LocalDate;
  readonly byAccount: boolean;
  readonly byName: boolean;
}

/** What these payers taught that stands: since an instant; before it, what was booked lately enough to come twice, or was not ours. */
export async function confirmationsSince(
  tx: Tx,
  keys: PayerKeys,
  { since, bookedFrom, limit }: { readonly since: string; readonly bookedFrom: LocalDate; readonly limit: number },
): Promise<PastConfirmation[]> {
  return tx.all(sql`
    select (extract(epoch from p.taught_at) * 1000000)::bigint as at, i.number as "receiptNumber", p.payer_account as "payerAccount",
        p.payer_name as "payerName", p.customer_id as "customerId", c.number as "customerNumber", p.currency,
        p.amount_minor as "amountMinor", p.booked_on as "bookedOn", p.teaches_account as "byAccount", p.teaches_name as "byName"
      from payer_confirmation p
      join item i on i.company_id = p.company_id and i.id = p.receipt_item_id
      left join customer c on c.company_id = p.company_id and c.id = p.customer_id
      where p.company_id = ${tx.company.id} and p.ended_at is null
        and (p.taught_at >= ${since}::timestamptz or p.booked_on >= ${bookedFrom}::date or p.customer_id is null)
        and (p.payer_account = any(${keys.accounts}::text[]) or p.payer_name = any(${keys.names}::text[]))
      order by p.taught_at desc limit ${limit}`);
}

/** Customers under one parent, in groups of at most `membersMax`. */
export async function groupsOfCustomers(
  tx: Tx,
  membersMax: number,
): Promise<
  {
    readonly customerId: string;
    readonly customerNumber: string;
    readonly parentId: string;
    readonly parentNumber: string;
  }[]
> {
  return tx.all(sql`
    select m.id as "customerId", m.number as "customerNumber", p.id as "parentId", p.number as "parentNumber"
      from (select id, number, parent_id, count(*) over (partition by parent_id) as count from customer
          where company_id = ${tx.company.id} and parent_id is not null) m
      join customer p on p.company_id = ${tx.company.id} and p.id = m.parent_id
      where m.count <= ${membersMax}`);
}
