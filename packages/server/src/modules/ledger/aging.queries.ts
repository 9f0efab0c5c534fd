/**
 * Aging is one scan of the postings: as of a day, as known at an instant. Today's is read from the open items, less what
 * was recorded after the instant used; a month-end snapshot shortens the scan of a later day. All three give the same
 * figures, and a test holds them together.
 */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { joinSql, noSql, type Query, rawSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export type AgingKey = 'customer' | 'item';

export interface AgingQuestion {
  readonly asOf: LocalDate;
  readonly knownAt: string;
  readonly by: AgingKey;
  /** Upper ends of the buckets in days late, ascending: [30, 60, 90] makes 1–30, 31–60, 61–90, 90+. */
  readonly buckets: readonly number[];
  /** The records of one party. */
  readonly customerIds?: readonly string[] | undefined;
  readonly currency?: string | undefined;
}

export interface AgingAmounts {
  readonly currency: string;
  readonly notDueMinor: bigint;
  readonly bucketsMinor: readonly bigint[];
  readonly unappliedMinor: bigint;
  readonly totalMinor: bigint;
}

export interface AgingRow extends AgingAmounts {
  /** The customer's or the item's id. */
  readonly key: string;
  readonly customerId: string;
}

/** Rows that are not all zero, by key and currency, in the order of their ids. */
export async function agingFromPostings(tx: Tx, question: AgingQuestion): Promise<AgingRow[]> {
  return agingRows(
    tx,
    question,
    sql`
    select account, currency, customer_id, item_id, due_on, amount_minor from posting
      where company_id = ${tx.company.id} and item_id is not null and account in ('receivable', 'unapplied')
        and effective_on <= ${question.asOf} and recorded_at <= ${question.knownAt} ${filters(question)}`,
  );
}

/** Today's aging: what is open, less what was recorded after the instant used. */
export async function agingFromOpenItems(tx: Tx, question: AgingQuestion): Promise<AgingRow[]> {
  return agingRows(
    tx,
    question,
    sql`
    select account, currency, customer_id, ${question.by === 'item' ? sql`id` : sql`null::uuid`} as item_id, due_on, open_minor as amount_minor
      from item where company_id = ${tx.company.id} and open_minor <> 0 ${filters(question)}
    union all
    select p.account, p.currency, p.customer_id, p.item_id, p.due_on, -p.amount_minor
      from entry e join posting p on p.company_id = e.company_id and p.entry_id = e.id
      where e.company_id = ${tx.company.id} and e.recorded_at > ${question.knownAt} and p.item_id is not null ${filters(question, 'p.')}`,
  );
}

/** A later day's aging by customer: the snapshot, what took effect since, and what was recorded late for before. */
export async function agingFromSnapshot(
  tx: Tx,
  question: AgingQuestion,
  snapshot: { endsOn: LocalDate; knownAt: string },
): Promise<AgingRow[]> {
  return agingRows(
    tx,
    question,
    sql`
    select account, currency, customer_id, null::uuid as item_id, due_on, amount_minor from month_end_balance
      where company_id = ${tx.company.id} and ends_on = ${snapshot.endsOn} ${filters(question)}
    union all
    select account, currency, customer_id, null::uuid, due_on, amount_minor from posting
      where company_id = ${tx.company.id} and item_id is not null and account in ('receivable', 'unapplied')
        and effective_on > ${snapshot.endsOn} and effective_on <= ${question.asOf} and recorded_at <= ${question.knownAt} ${filters(question)}
    union all
    select p.account, p.currency, p.customer_id, null::uuid, p.due_on, p.amount_minor
      from entry e join posting p on p.company_id = e.company_id and p.entry_id = e.id
      where e.company_id = ${tx.company.id} and e.recorded_at > ${snapshot.knownAt} and e.recorded_at <= ${question.knownAt}
        and p.item_id is not null and p.effective_on <= ${snapshot.endsOn} ${filters(question, 'p.')}`,
  );
}

export async function findSnapshot(
  tx: Tx,
  question: { asOf: LocalDate; knownAt: string },
): Promise<{ endsOn: LocalDate; knownAt: string } | undefined> {
  return tx.maybe(sql`
    select ends_on as "endsOn", known_at as "knownAt" from month_end_snapshot
      where company_id = ${tx.company.id} and ends_on <= ${question.asOf} and known_at <= ${question.knownAt}
      order by ends_on desc limit 1`);
}

/** Both control accounts by currency, from the postings alone: what an aging must add up to. */
export async function controlTotals(
  tx: Tx,
  question: { asOf: LocalDate; knownAt: string },
): Promise<{ account: string; currency: string; amountMinor: bigint; functionalMinor: bigint }[]> {
  return tx.all(sql`
    select account, currency, sum_minor(amount_minor) as "amountMinor", sum_minor(functional_minor) as "functionalMinor" from posting
      where company_id = ${tx.company.id} and item_id is not null and account in ('receivable', 'unapplied')
        and effective_on <= ${question.asOf} and recorded_at <= ${question.knownAt}
      group by account, currency order by account, currency`);
}

/** What an item's postings left on the customers and dates it stood on before cancels; without it, who holds it is plain. */
function standing(source: Query): Query {
  return sql`
    select account, currency, customer_id, item_id, due_on, sum_minor(amount_minor) as amount_minor from (${source}) posted
      group by account, currency, customer_id, item_id, due_on having sum_minor(amount_minor) <> 0`;
}

/** Key, customer, currency, total, unapplied, not due, then the buckets from the youngest. */
type SqlRow = [key: string, customerId: string, currency: string, ...amounts: bigint[]];

/**
 * Each row gets the number of its bucket once; the sums are then told apart by that number alone. `offset 0` keeps the planner
 * from working the number out again for each sum.
 */
async function agingRows(tx: Tx, question: AgingQuestion, source: Query): Promise<AgingRow[]> {
  const byItem = question.by === 'item';
  const key = byItem ? rawSql('item_id') : rawSql('customer_id');
  const numbers = [UNAPPLIED, NOT_DUE, ...question.buckets.map((_, index) => index + 1), question.buckets.length + 1];
  const sums = numbers.map((number) => sql`sum_minor(amount_minor) filter (where bucket = ${rawSql(String(number))})`);
  const total = sql`sum_minor(amount_minor)`;
  const rows = await tx.lists<SqlRow>(sql`
    select ${key}, ${byItem ? sql`min(customer_id::text)` : sql`customer_id`}, currency, ${total}, ${joinSql(sums, ', ')}
      from (
        select ${byItem ? sql`item_id, ` : noSql}customer_id, currency, amount_minor, ${bucketNumber(question)} as bucket
          from (${byItem ? standing(source) : source}) aged offset 0) numbered
      group by ${key}, currency
      having ${joinSql(
        sums.map((sum) => sql`${sum} <> 0`),
        ' or ',
      )}
      order by currency collate "C", ${total} desc, ${key}`);
  return rows.map(
    ([rowKey, customerId, currency, totalMinor = 0n, unappliedMinor = 0n, notDueMinor = 0n, ...bucketsMinor]) => ({
      key: rowKey,
      customerId,
      currency,
      notDueMinor,
      bucketsMinor,
      unappliedMinor,
      totalMinor,
    }),
  );
}

const UNAPPLIED = -1;
const NOT_DUE = 0;

/** Days late = as-of − due; 0 or less is not due (0), then 1 for the first bucket, and so on. Credits not applied are −1. */
function bucketNumber({ asOf, buckets }: AgingQuestion): Query {
  const starts = [asOf, ...buckets.map((days) => addDays(asOf, -days))];
  const cases = starts.map((from, number) => sql`when due_on >= ${from}::date then ${rawSql(String(number))}`);
  return sql`case when account = 'unapplied' then ${rawSql(String(UNAPPLIED))} ${joinSql(cases, ' ')} else ${rawSql(String(starts.length))} end`;
}

function filters(question: AgingQuestion, table: '' | 'p.' = ''): Query {
  const { customerIds, currency } = question;
  const column = rawSql(table);
  const byCustomer = customerIds === undefined ? noSql : sql`and ${column}customer_id = any(${customerIds}::uuid[])`;
  return currency === undefined ? byCustomer : sql`${byCustomer} and ${column}currency = ${currency}`;
}
