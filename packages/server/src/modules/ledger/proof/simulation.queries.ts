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

/** What an entry and those that undid it leave on each account: nothing, when it is wholly undone. */
export async function leftOfEntry(
  tx: Tx,
  entryId: string,
): Promise<{ account: string; amountMinor: bigint; functionalMinor: bigint }[]> {
  return tx.all(sql`
    select p.account, sum(p.amount_minor)::bigint as "amountMinor", sum(p.functional_minor)::bigint as "functionalMinor"
      from entry e join posting p on p.company_id = e.company_id and p.entry_id = e.id
      where e.company_id = ${tx.company.id} and (e.id = ${entryId} or e.reverses_entry_id = ${entryId})
      group by p.account having sum(p.amount_minor) <> 0 or sum(p.functional_minor) <> 0`);
}

export interface Posted {
  readonly keys: readonly string[];
  readonly documents: number;
  /** Sizes of all items but those of bulk commands, and of what is open of them. */
  readonly openedMinor: bigint;
  readonly openMinor: bigint;
  /** How many documents of each bulk command are there. */
  readonly bulkDocuments: ReadonlyMap<number, number>;
}

/** The keys of the commands that are there, and what they posted. */
export async function postedByCommands(tx: Tx): Promise<Posted> {
  const commands = await tx.all<{ key: string }>(
    sql`select key from command where company_id = ${tx.company.id} order by key`,
  );
  const items = await tx.one<{ documents: number; openedMinor: bigint; openMinor: bigint }>(sql`
    select count(*)::int as documents, coalesce(sum(abs(amount_minor)), 0)::bigint as "openedMinor",
        coalesce(sum(abs(open_minor)), 0)::bigint as "openMinor"
      from item where company_id = ${tx.company.id} and number not like 'B%'`);
  const bulk = await tx.all<{ number: number; count: number }>(sql`
    select substring(number from '^B([0-9]+)-')::int as number, count(*)::int as count from item
      where company_id = ${tx.company.id} and number like 'B%' group by 1 order by 1`);
  return {
    keys: commands.map((command) => command.key),
    ...items,
    bulkDocuments: new Map(bulk.map((one) => [one.number, one.count])),
  };
}

/** An account's functional balance at the end of a day. */
export async function accountBalance(tx: Tx, question: { account: string; asOf: string }): Promise<bigint> {
  const row = await tx.one<{ balance: bigint }>(sql`
    select coalesce(sum(functional_minor), 0)::bigint as balance from posting
      where company_id = ${tx.company.id} and account = ${question.account} and effective_on <= ${question.asOf}`);
  return row.balance;
}

export async function postingCount(tx: Tx): Promise<bigint> {
  const row = await tx.one<{ count: bigint }>(
    sql`select count(*) as count from posting where company_id = ${tx.company.id}`,
  );
  return row.count;
}
