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
    select account, currency, sum(amount_minor)::bigint as "amountMinor", sum(functional_minor)::bigint as "functionalMinor" from posting
      where company_id = ${tx.company.id} and item_id is not null and account in ('receivable', 'unapplied')
        and effective_on <= ${question.asOf} and recorded_at <= ${question.knownAt}
      group by account, currency order by account, currency`);
}

/** What an item's postings left on the customers and dates it stood on before cancels; without it, who holds it is plain. */
function standing(source: Query): Query {
  return sql`
    select account, currency, customer_id, item_id, due_on, sum(amount_minor) as amount_minor from (${source}) posted
      group by account, currency, customer_id, item_id, due_on having sum(amount_minor) <> 0`;
}

interface SqlRow {
  key: string;
  customerId: string;
  currency: string;
  unapplied: bigint;
  total: bigint;
  notDue: bigint;
  [bucket: `b${number}`]: bigint;
}

async function agingRows(tx: Tx, question: AgingQuestion, source: Query): Promise<AgingRow[]> {
  const byItem = question.by === 'item';
  const key = byItem ? rawSql('item_id') : rawSql('customer_id');
  const rows = await tx.all<SqlRow>(sql`
    select ${key} as key, ${byItem ? sql`min(customer_id::text)` : sql`customer_id`} as "customerId", currency,
        ${joinSql(bucketSums(question), ', ')},
        coalesce(sum(amount_minor) filter (where account = 'unapplied'), 0)::bigint as unapplied,
        sum(amount_minor)::bigint as total
      from (${byItem ? standing(source) : source}) aged
      group by ${key}, currency`);
  return rows.filter(isNotZero(question)).map((row) => ({
    key: row.key,
    customerId: row.customerId,
    currency: row.currency,
    notDueMinor: row.notDue,
    bucketsMinor: bucketNames(question).map((name) => row[name] ?? 0n),
    unappliedMinor: row.unapplied,
    totalMinor: row.total,
  }));
}

function isNotZero(question: AgingQuestion): (row: SqlRow) => boolean {
  const names = bucketNames(question);
  return (row) =>
    row.total !== 0n || row.unapplied !== 0n || row.notDue !== 0n || names.some((name) => row[name] !== 0n);
}

function bucketNames(question: AgingQuestion): `b${number}`[] {
  return [...question.buckets, 0].map((_, index) => `b${index}` as const);
}

/** One filtered sum for each bucket. Days late = as-of − due; 0 or less is not due. */
function bucketSums({ asOf, buckets }: AgingQuestion): Query[] {
  const sumWhere = (condition: Query, name: string) =>
    sql`coalesce(sum(amount_minor) filter (where account = 'receivable' and ${condition}), 0)::bigint as ${rawSql(`"${name}"`)}`;
  const ends = buckets.map((days) => addDays(asOf, -days));
  const sums = [sumWhere(sql`due_on >= ${asOf}::date`, 'notDue')];
  [asOf, ...ends].forEach((newer, index) => {
    const older = ends[index];
    const below = sql`due_on < ${newer}::date`;
    sums.push(sumWhere(older === undefined ? below : sql`${below} and due_on >= ${older}::date`, `b${index}`));
  });
  return sums;
}

function filters(question: AgingQuestion, table: '' | 'p.' = ''): Query {
  const { customerIds, currency } = question;
  const column = rawSql(table);
  const byCustomer = customerIds === undefined ? noSql : sql`and ${column}customer_id = any(${customerIds}::uuid[])`;
  return currency === undefined ? byCustomer : sql`${byCustomer} and ${column}currency = ${currency}`;
}
