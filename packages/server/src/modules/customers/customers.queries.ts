import { noSql, type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Customer {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly kind: 'regular' | 'unidentified';
  readonly parentId: string | null;
  readonly country: string | null;
  readonly language: string | null;
  readonly taxId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly terms: string | null;
  readonly timeZone: string | null;
  /** How it buys: retail, wholesale, online … the company's own words, by which portfolios are made. */
  readonly channel: string | null;
  readonly segment: string | null;
  readonly tier: string | null;
  readonly tags: readonly string[];
  readonly creditLimitMinor: bigint | null;
  readonly creditLimitCurrency: string | null;
  /** The record that this one was found to be a duplicate of. */
  readonly mergedIntoId: string | null;
  readonly createdAt: string;
}

/** Of `customer c`. */
export const COLUMNS = sql`
  c.id, c.number, c.name, c.kind, c.parent_id as "parentId", c.country, c.language, c.tax_id as "taxId", c.email, c.phone, c.terms,
  c.time_zone as "timeZone", c.channel, c.segment, c.tier, c.tags, c.credit_limit_minor as "creditLimitMinor",
  c.credit_limit_currency as "creditLimitCurrency", c.created_at as "createdAt", (
    select m.survivor_id from customer_merge m where m.company_id = c.company_id and m.duplicate_id = c.id and m.undone_at is null) as "mergedIntoId"`;

export type NewCustomer = Pick<Customer, 'id' | 'number' | 'name'> &
  Partial<
    Pick<Customer, 'kind' | 'parentId' | 'country' | 'language' | 'taxId' | 'email' | 'phone' | 'terms' | 'timeZone'>
  >;

export async function insertCustomers(
  tx: Tx,
  customers: readonly NewCustomer[],
  batchId: string | null,
): Promise<void> {
  await tx.run(sql`
    insert into customer (company_id, id, number, name, kind, parent_id, country, language, tax_id, email, phone, terms, time_zone,
        batch_id, created_at)
      select ${tx.company.id}, id, number, name, coalesce(kind, 'regular'), "parentId", country, language, "taxId", email, phone, terms,
        "timeZone", ${batchId}, ${tx.recordedAt}
      from json_to_recordset(${JSON.stringify(customers)}) as c (id uuid, number text, name text, kind text, "parentId" uuid, country text,
        language text, "taxId" text, email text, phone text, terms text, "timeZone" text)`);
}

export async function findCustomer(tx: Tx, id: string): Promise<Customer | undefined> {
  return tx.maybe(sql`select ${COLUMNS} from customer c where c.company_id = ${tx.company.id} and c.id = ${id}`);
}

/** Customers by id, in the order of their numbers. */
export async function findCustomers(tx: Tx, ids: readonly string[]): Promise<Customer[]> {
  return tx.all(sql`
    select ${COLUMNS} from customer c
      where c.company_id = ${tx.company.id} and c.id = any(${ids}::uuid[]) order by c.number`);
}

/** Locks a customer, so that what is decided on what it says now still holds at the end. Undefined when there is none. */
export async function lockCustomer(tx: Tx, id: string): Promise<Customer | undefined> {
  return tx.maybe(
    sql`select ${COLUMNS} from customer c where c.company_id = ${tx.company.id} and c.id = ${id} for no key update`,
  );
}

export async function findUnidentified(tx: Tx): Promise<Customer | undefined> {
  return tx.maybe(
    sql`select ${COLUMNS} from customer c where c.company_id = ${tx.company.id} and c.kind = 'unidentified'`,
  );
}

export interface CustomerPage {
  readonly after?: string | undefined;
  readonly limit: number;
  /** Any part of number, name, tax id, account, e-mail; several words must all be found. */
  readonly search?: string | undefined;
  /** Merged duplicates are left out unless they are asked for. */
  readonly isWithMerged?: boolean | undefined;
  readonly isBlockedOnly?: boolean | undefined;
  /** With a value in a field of the company's own that begins so, in any case of letters. */
  readonly own?: { readonly fieldId: string; readonly startsWith: string } | undefined;
}

/** A page of customers by number. */
export async function listCustomers(tx: Tx, page: CustomerPage): Promise<Customer[]> {
  const found = searched(page.search);
  if (found === null) {
    return tx.all(sql`
      select ${COLUMNS} from customer c
        where c.company_id = ${tx.company.id} and c.number > ${page.after ?? ''} ${wanted(tx, page, sql`c.id`)}
        order by c.number limit ${page.limit}`);
  }
  return tx.all(sql`
    with hit as materialized (
      select s.customer_id from customer_search s
        where s.company_id = ${tx.company.id} and s.number > ${page.after ?? ''} and ${found} ${wanted(tx, page, sql`s.customer_id`)}
        order by s.number limit ${page.limit})
    select ${COLUMNS} from hit join customer c on c.company_id = ${tx.company.id} and c.id = hit.customer_id order by c.number`);
}

function wanted(tx: Tx, page: CustomerPage, id: Query): Query {
  const merged = page.isWithMerged
    ? noSql
    : sql`and not exists (select from customer_merge m
        where m.company_id = ${tx.company.id} and m.duplicate_id = ${id} and m.undone_at is null)`;
  const own = page.own
    ? sql`${merged} and exists (select from custom_value v where v.company_id = ${tx.company.id} and v.subject_id = ${id}
        and v.field_id = ${page.own.fieldId} and starts_with(lower(v.value), lower(${page.own.startsWith})))`
    : merged;
  if (!page.isBlockedOnly) return own;
  return sql`${own} and exists (select from customer_block b
    where b.company_id = ${tx.company.id} and b.customer_id = ${id} and b.released_at is null)`;
}

/**
 * The customers that fit a search best: the number itself, then numbers and names that start with it, then words that do, then
 * any part. For pickers and the command palette.
 */
export async function searchCustomers(tx: Tx, search: { text: string; limit: number }): Promise<Customer[]> {
  const found = searched(search.text);
  if (found === null) return [];
  const text = search.text.trim();
  return tx.all(sql`
    with found as materialized (
      select s.customer_id, s.number, s.text from customer_search s
        where s.company_id = ${tx.company.id} and ${found} limit ${RANKED_MAX}
    ), called as (
      select c.id as customer_id, c.number, fold_text(c.number) as text from customer c
        where c.company_id = ${tx.company.id} and c.number = ${text} and c.kind = 'regular'
    ), hit as materialized (
      select customer_id, number, min(case when number = ${text} then 0
            -- the text begins with the number, folded already
            when starts_with(text, ${folded(text)}) then 1
            when starts_with(substr(text, length(number) + 2), ${folded(text)}) then 2
            when position(' ' || ${folded(text)} in text) > 0 then 3 else 4 end) as rank
        from (select * from found union all select * from called) s
        group by customer_id, number order by rank, number limit ${search.limit})
    select ${COLUMNS} from hit join customer c on c.company_id = ${tx.company.id} and c.id = hit.customer_id order by hit.rank, hit.number`);
}

/** Of so many that fit, the best are chosen; who types two letters that half of all names hold types a third. */
const RANKED_MAX = 2000;
const WORDS_MAX = 6; // of one search; each is looked for in every customer

/** Of `customer_search s`; null when nothing is searched for. */
function searched(search: string | undefined): Query | null {
  const words = (search ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, WORDS_MAX);
  if (words.length === 0) return null;
  return words.reduce<Query>((all, word) => sql`${all} and position(${folded(word)} in s.text) > 0`, sql`true`);
}

/** As a query of its own, so that it is folded once and not for each row. */
function folded(text: string): Query {
  return sql`(select fold_text(${text}))`;
}
