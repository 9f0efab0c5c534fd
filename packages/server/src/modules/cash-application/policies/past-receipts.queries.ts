/** Receipts of days that have passed: as the bank told them, when each was first decided, and what was done in the end. */
import type { LocalDate } from '@quittance/core/calendar';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { AllocationRow, DeductionRow } from '../deciding/decision-rows.ts';

export interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

/** Receipts of the days that were decided on before an instant and not cancelled. */
const decided = (tx: Tx, { from, until }: Days, before: string): Query => sql`
  from item i
  join receipt_decision first on first.company_id = i.company_id and first.receipt_item_id = i.id and first.number = 1
    and first.decided_at < ${before}::timestamptz
  where i.company_id = ${tx.company.id} and i.kind = 'receipt' and i.issued_on between ${from}::date and ${until}::date
    and exists (select from bank_line l where l.company_id = i.company_id and l.item_id = i.id and l.undone_at is null)`;

export async function countPastReceipts(tx: Tx, days: Days, before: string): Promise<number> {
  return (await tx.one<{ count: number }>(sql`select count(*)::int as count ${decided(tx, days, before)}`)).count;
}

export interface PastPosition {
  readonly itemId: string;
  /** Of the first decision, in microseconds. */
  readonly at: bigint;
}

/** By when they were first decided. */
export async function pastPositions(tx: Tx, days: Days, before: string): Promise<PastPosition[]> {
  const rows = await tx.lists<[string, bigint]>(sql`
    select i.id, (extract(epoch from first.decided_at) * 1000000)::bigint ${decided(tx, days, before)} order by first.decided_at, i.id`);
  return rows.map(([itemId, at]) => ({ itemId, at }));
}

export interface PastReceipt {
  readonly itemId: string;
  readonly number: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly payerName: string;
  readonly payerAccount: string;
  readonly lines: readonly string[];
  readonly endToEndId: string;
  readonly structuredReference: string | null;
  readonly rule: string | null;
  /** To whom it was given in the end. */
  readonly customerId: string | null;
  readonly customerNumber: string | null;
  /** Null while nothing was done that stands. */
  readonly done: readonly AllocationRow[] | null;
  readonly deducted: readonly DeductionRow[];
}

export async function pastReceipts(tx: Tx, itemIds: readonly string[]): Promise<PastReceipt[]> {
  return tx.all(sql`
    select i.id as "itemId", i.number, i.issued_on as "bookedOn", i.currency, -i.amount_minor as "amountMinor",
        coalesce(l.payer_name, l.ultimate_name, '') as "payerName", coalesce(l.payer_account, '') as "payerAccount",
        l.text_lines || array(select e->>'number' from jsonb_array_elements(l.documents) e where e->>'number' is not null) as lines,
        coalesce(l.end_to_end_id, '') as "endToEndId", l.structured_reference as "structuredReference",
        last.rule, c.id as "customerId", c.number as "customerNumber",
        case when last.state in ('posted', 'on_account', 'not_ours') then last.allocations end as done,
        coalesce(last.deductions, '[]'::jsonb) as deducted
      from unnest(${itemIds}::uuid[]) as asked (id)
      join item i on i.company_id = ${tx.company.id} and i.id = asked.id
      join bank_line l on l.company_id = i.company_id and l.item_id = i.id and l.undone_at is null
      left join receipt_decision last on last.company_id = i.company_id and last.receipt_item_id = i.id and last.is_current
      left join customer c on c.company_id = i.company_id and c.id = last.customer_id`);
}

/** The customers on whose own accounts receipts were booked, by the receipt; cash without a known owner stands on none. */
export async function firstOwners(
  tx: Tx,
  itemIds: readonly string[],
): Promise<{ readonly itemId: string; readonly customerId: string; readonly customerNumber: string }[]> {
  return tx.all(sql`
    select i.id as "itemId", c.id as "customerId", c.number as "customerNumber"
      from unnest(${itemIds}::uuid[]) as asked (id)
      join item i on i.company_id = ${tx.company.id} and i.id = asked.id
      cross join lateral (
        select p.customer_id from posting p
          where p.company_id = i.company_id and p.entry_id = i.opening_entry_id and p.item_id = i.id limit 1) opened
      join customer c on c.company_id = i.company_id and c.id = opened.customer_id and c.kind = 'regular'`);
}

/** Everybody who paid in these days, as the bank told it. */
export async function pastPayers(
  tx: Tx,
  days: Days,
  before: string,
): Promise<{ readonly name: string; readonly account: string }[]> {
  return tx.all(sql`
    select distinct coalesce(l.payer_name, l.ultimate_name, '') as name, coalesce(l.payer_account, '') as account
      from (select i.id ${decided(tx, days, before)}) r
      join bank_line l on l.company_id = ${tx.company.id} and l.item_id = r.id and l.undone_at is null`);
}
