/** What the simulation asks the database beside the ledger's own questions. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface WrittenEntry {
  readonly id: string;
  readonly kind: string;
  readonly reversesEntryId: string | null;
}

/** The entries of one instant in the order in which they were made. */
export async function entriesRecordedAt(tx: Tx, recordedAt: string): Promise<WrittenEntry[]> {
  return tx.all(sql`
    select id, kind, reverses_entry_id as "reversesEntryId" from entry
      where company_id = ${tx.company.id} and recorded_at = ${recordedAt} order by id`);
}

export interface OpenedItem {
  readonly id: string;
  readonly worthMinor: bigint;
}

/** Items in the order of their ids, with what they carry in functional currency, as a positive amount. */
export async function openedItems(tx: Tx, ids: readonly string[]): Promise<OpenedItem[]> {
  return tx.all(sql`
    select id, abs(functional_minor) as "worthMinor" from item
      where company_id = ${tx.company.id} and id = any(${ids}::uuid[]) order by id`);
}

/** What is wrong with the entries of an instant: sums by day that are not zero. */
export async function imbalancesAt(tx: Tx, recordedAt: string): Promise<string[]> {
  const rows = await tx.all<{ wrong: string }>(sql`
    select format('%s: %s %s on %s', entry_id, sum(amount_minor), currency, effective_on) as wrong from posting
      where company_id = ${tx.company.id} and recorded_at = ${recordedAt}
      group by entry_id, effective_on, currency having sum(amount_minor) <> 0
    union all
    select format('%s: functional %s on %s', entry_id, sum(functional_minor), effective_on) from posting
      where company_id = ${tx.company.id} and recorded_at = ${recordedAt}
      group by entry_id, effective_on having sum(functional_minor) <> 0`);
  return rows.map((row) => row.wrong);
}

export interface TouchedItem {
  readonly id: string;
  readonly openMinor: bigint;
  readonly carryingMinor: bigint;
  readonly customerId: string;
  readonly dueOn: string;
  readonly postedMinor: bigint;
}

/** The items that the entries of an instant touch, as they stand now, with the sum of their postings. */
export async function itemsTouchedAt(tx: Tx, recordedAt: string): Promise<TouchedItem[]> {
  return tx.all(sql`
    select i.id, i.open_minor as "openMinor", i.functional_minor - i.settled_functional_minor as "carryingMinor",
        i.customer_id as "customerId", i.due_on as "dueOn", p.posted_minor as "postedMinor"
      from item i
      cross join lateral (
        select sum(amount_minor)::bigint as posted_minor from posting
          where company_id = i.company_id and item_id = i.id) p
      where i.company_id = ${tx.company.id} and i.id in (
        select item_id from posting where company_id = ${tx.company.id} and recorded_at = ${recordedAt})`);
}

export async function entryCount(tx: Tx): Promise<number> {
  const row = await tx.one<{ count: number }>(
    sql`select count(*)::int as count from entry where company_id = ${tx.company.id}`,
  );
  return row.count;
}
