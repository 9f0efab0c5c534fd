/** What the engine asks for about a batch of receipts, each kind in one set-based query. */
import type { LocalDate } from '@quittance/core/calendar';
import { noSql, type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** An item of the receivable account with its customer's number, by which the engine and its sentences name it. */
export interface ItemFact {
  readonly id: string;
  readonly number: string;
  readonly documentNumber: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly currency: string;
  readonly openMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly references: readonly string[];
  /** As the document says, else the customer's own. */
  readonly terms: string | null;
  readonly lastEffectiveOn: LocalDate;
}

/** An `ItemFact` of `item i`, with `ITEM_JOINS`. */
export const ITEM = sql`
  i.id, i.number, d.number as "documentNumber", i.customer_id as "customerId", c.number as "customerNumber", i.currency,
  i.open_minor as "openMinor", i.issued_on as "issuedOn", i.due_on as "dueOn",
  array_remove(array[d.purchase_order, d.order_number, d.delivery_note, d.reference], null) as "references",
  coalesce(d.terms, c.terms) as terms, i.last_effective_on as "lastEffectiveOn"`;

export const ITEM_JOINS = sql`
  join document d on d.company_id = i.company_id and d.id = i.document_id
  join customer c on c.company_id = i.company_id and c.id = i.customer_id`;

/** Digits that more documents than this share (a year, a framework order) are taken to point at none of them. */
const DOCUMENTS_OF_DIGITS_MAX = 2_000;

/**
 * Items, open and settled, of documents whose number or other reference has these digits (core: referenceDigits): all
 * that carry one of the tokens, and some that only look like it.
 */
export async function itemsByDigits(tx: Tx, digits: readonly string[]): Promise<ItemFact[]> {
  const by = (column: Query) => sql`
    (select d.opening_entry_id from document d where d.company_id = ${tx.company.id} and d.kind <> 'receipt'
        and d.${column} = asked.digits limit ${DOCUMENTS_OF_DIGITS_MAX + 1})`;
  return tx.all(sql`
    with hit as materialized (
      select asked.digits, found.opening_entry_id
        from unnest(${digits}::text[]) as asked (digits)
        cross join lateral (${by(sql`number_digits`)} union all ${by(sql`purchase_order_digits`)}
          union all ${by(sql`order_number_digits`)} union all ${by(sql`delivery_note_digits`)} union all ${by(sql`reference_digits`)}) found
    ), few as materialized (
      select digits from hit group by digits having count(*) <= ${DOCUMENTS_OF_DIGITS_MAX}
    ), wanted as materialized (
      select distinct hit.opening_entry_id from hit join few using (digits)
    )
    select ${ITEM}
      from wanted w
      join item i on i.company_id = ${tx.company.id} and i.opening_entry_id = w.opening_entry_id and i.account = 'receivable'
      ${ITEM_JOINS}
      where d.cancelled_by_entry_id is null`);
}

/** Items by id, open and settled. */
export async function itemsById(tx: Tx, ids: readonly string[]): Promise<ItemFact[]> {
  return tx.all(sql`
    select ${ITEM} from item i ${ITEM_JOINS}
      where i.company_id = ${tx.company.id} and i.id = any(${ids}::uuid[]) and i.account = 'receivable' and d.cancelled_by_entry_id is null`);
}

/** So many documents with one tail are looked at; six digits or more close the numbers of few. */
const DOCUMENTS_OF_TAIL_MAX = 20;

/** Open items of documents whose number closes with these digits: what a payer nobody knows has shortened. */
export async function itemsByTails(tx: Tx, tails: readonly string[]): Promise<ItemFact[]> {
  if (tails.length === 0) return [];
  return tx.all(sql`
    with wanted as materialized (
      select distinct f.opening_entry_id
        from unnest(${tails}::text[]) as asked (tail)
        cross join lateral documents_by_number_tail(asked.tail, ${DOCUMENTS_OF_TAIL_MAX}) f (opening_entry_id))
    select ${ITEM}
      from wanted w
      join item i on i.company_id = ${tx.company.id} and i.opening_entry_id = w.opening_entry_id and i.account = 'receivable'
        and i.open_minor <> 0
      ${ITEM_JOINS}`);
}

/** Beyond this many open items of one amount they are only many; the payer's own are asked for apart. */
export const ITEMS_OF_AMOUNT_MAX = 1_000;

export interface AmountKey {
  readonly currency: string;
  readonly amountMinor: bigint;
}

/** Open items of anyone with exactly these amounts, up to the limit for each. */
export async function itemsByAmount(tx: Tx, amounts: readonly AmountKey[]): Promise<ItemFact[]> {
  return tx.all(sql`
    select ${ITEM}
      from ${amountRows(amounts)}
      cross join lateral (
        select * from item i
          where i.company_id = ${tx.company.id} and i.currency = a.currency and i.open_minor = a."amountMinor" and i.open_minor <> 0
            and i.account = 'receivable'
          order by i.customer_id, i.due_on, i.id limit ${ITEMS_OF_AMOUNT_MAX}) i
      ${ITEM_JOINS}`);
}

/** The same of these customers only, for amounts that too many items have. */
export async function itemsByAmountOf(
  tx: Tx,
  amounts: readonly AmountKey[],
  customerNumbers: readonly string[],
): Promise<ItemFact[]> {
  return tx.all(sql`
    select ${ITEM}
      from ${amountRows(amounts)}
      join item i on i.company_id = ${tx.company.id} and i.currency = a.currency and i.open_minor = a."amountMinor" and i.open_minor <> 0
        and i.account = 'receivable'
      ${ITEM_JOINS}
      where c.number = any(${customerNumbers}::text[])`);
}

/** An open item as far as the engine asks about items that no receipt of the batch cites: nothing looks for their references. */
export type OwnItemFact = Omit<ItemFact, 'documentNumber' | 'references' | 'lastEffectiveOn'>;

type OwnItemRow = [string, string, string, string, string, bigint, LocalDate, LocalDate, string | null];

/**
 * All open items of these customers: what a shortened number may stand for, and what an amount may be the sum of. There are
 * tens of thousands in a batch, so that nothing is read of their documents but terms, from an index of those that have any.
 */
export async function itemsOfCustomers(tx: Tx, customerNumbers: readonly string[]): Promise<OwnItemFact[]> {
  const rows = await tx.lists<OwnItemRow>(sql`
    select i.id, i.number, i.customer_id, c.number, i.currency, i.open_minor, i.issued_on, i.due_on,
        coalesce((select d.terms from document d where d.company_id = ${tx.company.id} and d.id = i.document_id and d.terms is not null), c.terms)
      from customer c
      join item i on i.company_id = ${tx.company.id} and i.customer_id = c.id and i.open_minor <> 0 and i.account = 'receivable'
      where c.company_id = ${tx.company.id} and c.number = any(${customerNumbers}::text[])`);
  return rows.map(([id, number, customerId, customerNumber, currency, openMinor, issuedOn, dueOn, terms]) => ({
    id,
    number,
    customerId,
    customerNumber,
    currency,
    openMinor,
    issuedOn,
    dueOn,
    terms,
  }));
}

function amountRows(amounts: readonly AmountKey[]): Query {
  const rows = amounts.map(({ currency, amountMinor }) => ({ currency, amountMinor: amountMinor.toString() }));
  return sql`json_to_recordset(${JSON.stringify(rows)}) as a (currency text, "amountMinor" bigint)`;
}

const OPEN_ITEMS_COUNTED_MAX = 10_000; // more are told as this many: no decision turns on it

/** How many receivable items these customers have open. Customers without any are left out. */
export async function openItemsCounts(tx: Tx, customerNumbers: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.all<{ number: string; count: number }>(sql`
    select c.number, o.count
      from customer c
      cross join lateral (
        select count(*)::int as count from (
          select from item i where i.company_id = ${tx.company.id} and i.customer_id = c.id and i.open_minor <> 0
            and i.account = 'receivable' limit ${OPEN_ITEMS_COUNTED_MAX}) counted) o
      where c.company_id = ${tx.company.id} and c.number = any(${customerNumbers}::text[])`);
  return new Map(rows.map((row) => [row.number, row.count]));
}

/** How many receivable items are open in all; with more than counted no amount says much by itself. */
export async function openItemsOfAll(tx: Tx): Promise<number> {
  const [row] = await tx.all<{ count: number }>(sql`
    select count(*)::int as count from (
      select from item i where i.company_id = ${tx.company.id} and i.open_minor <> 0 and i.account = 'receivable'
        limit ${OPEN_ITEMS_COUNTED_MAX + 1}) counted`);
  return row?.count ?? 0;
}

export interface LinkFact {
  readonly mark: 'account' | 'name';
  readonly key: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly uses: number;
  readonly lastOn: LocalDate;
}

interface LinkKeys {
  readonly accounts: readonly string[];
  readonly names: readonly string[];
}

/** For whom these accounts and names have paid; an account in a customer's own record counts as one use. */
export async function payerLinks(tx: Tx, keys: LinkKeys): Promise<LinkFact[]> {
  return links(tx, keys, noSql);
}

/** Of these, what does not come from confirmations: imports, and customers' own records. */
export async function toldLinks(tx: Tx, keys: LinkKeys): Promise<LinkFact[]> {
  return links(tx, keys, sql`and l.origin = 'imported'`);
}

async function links(tx: Tx, keys: LinkKeys, which: Query): Promise<LinkFact[]> {
  return tx.all(sql`
    select l.mark, l.key, l.customer_id as "customerId", c.number as "customerNumber", l.uses, l.last_on as "lastOn"
      from payer_link l join customer c on c.company_id = l.company_id and c.id = l.customer_id
      where l.company_id = ${tx.company.id} ${which}
        and (l.mark, l.key) in (
          select 'account', unnest(${keys.accounts}::text[]) union all select 'name', unnest(${keys.names}::text[]))
    union all
    select 'account', b.account_key, b.customer_id, c.number, 1,
        (b.created_at at time zone ${tx.company.timeZone})::date
      from customer_bank_account b join customer c on c.company_id = b.company_id and c.id = b.customer_id
      where b.company_id = ${tx.company.id} and b.account_key = any(${keys.accounts}::text[])`);
}

export interface NameFact {
  readonly key: string;
  readonly customerId: string;
  readonly customerNumber: string;
}

/** Customers whose record carries these names, as payers' names are compared. */
export async function customersNamed(tx: Tx, names: readonly string[]): Promise<NameFact[]> {
  return tx.all(sql`
    select k.key, k.customer_id as "customerId", c.number as "customerNumber"
      from customer_name_key k join customer c on c.company_id = k.company_id and c.id = k.customer_id
      where k.company_id = ${tx.company.id} and k.key = any(${names}::text[])`);
}

/** Customers whose name was not compared yet, or has changed since. */
export async function customersWithNewNames(tx: Tx, limit: number): Promise<{ id: string; name: string }[]> {
  return tx.all(sql`
    select c.id, c.name from customer c
      left join customer_name_key k on k.company_id = c.company_id and k.customer_id = c.id
      where c.company_id = ${tx.company.id} and c.kind <> 'unidentified' and k.name is distinct from c.name
      order by c.id limit ${limit}`);
}

export async function saveNameKeys(
  tx: Tx,
  keys: readonly { readonly id: string; readonly name: string; readonly key: string }[],
): Promise<void> {
  await tx.run(sql`
    insert into customer_name_key (company_id, customer_id, name, key)
      select ${tx.company.id}, id, name, key from json_to_recordset(${JSON.stringify(keys)}) as k (id uuid, name text, key text)
        order by id
      on conflict (company_id, customer_id) do update set name = excluded.name, key = excluded.key`);
  await tx.run(sql`
    insert into customer_name_version (company_id, version) values (${tx.company.id}, 1)
      on conflict (company_id) do update set version = customer_name_version.version + 1`);
}

export interface GroupMember {
  readonly customerId: string;
  readonly customerNumber: string;
  readonly parentId: string;
  readonly parentNumber: string;
}

/** The customers under the same parent as these, or under one of these; a group of more than `membersMax` says nothing and is left out. */
export async function groupMembers(
  tx: Tx,
  customerNumbers: readonly string[],
  membersMax: number,
): Promise<GroupMember[]> {
  return tx.all(sql`
    with head as (
      select distinct coalesce(c.parent_id, c.id) as id from customer c
        where c.company_id = ${tx.company.id} and c.number = any(${customerNumbers}::text[])
    ), member as (
      select head.id as parent_id, m.id, m.number, count(*) over (partition by head.id) as count
        from head cross join lateral (
          select id, number from customer m where m.company_id = ${tx.company.id} and m.parent_id = head.id limit ${membersMax + 1}) m)
    select m.id as "customerId", m.number as "customerNumber", p.id as "parentId", p.number as "parentNumber"
      from member m join customer p on p.company_id = ${tx.company.id} and p.id = m.parent_id
      where m.count <= ${membersMax}`);
}

export interface PaymentKey extends AmountKey {
  readonly account: string;
  readonly name: string;
  readonly bookedOn: LocalDate;
}

export interface AppliedFact extends PaymentKey {
  readonly receiptNumber: string;
  readonly customerId: string | null;
  readonly customerNumber: string | null;
}

/** Receipts given to a customer (or found not to be ours) that look like these payments: same payer, same amount, near in time. */
export async function appliedReceipts(
  tx: Tx,
  payments: readonly PaymentKey[],
  withinDays: number,
): Promise<AppliedFact[]> {
  const rows = payments.map((payment) => ({ ...payment, amountMinor: payment.amountMinor.toString() }));
  // Each payment by its own search: a bulk run adds confirmations faster than statistics follow, and a join would read them all.
  const by = (mark: Query, key: Query) => sql`
    select p.* from asked a cross join lateral (
      select p.receipt_item_id, p.payer_account, p.payer_name, p.currency, p.amount_minor, p.booked_on, p.customer_id
        from payer_confirmation p
        where p.company_id = ${tx.company.id} and p.${mark} = a.${key} and p.${mark} <> ''
          and p.currency = a.currency and p.amount_minor = a."amountMinor" and p.ended_at is null
          and p.booked_on between a."bookedOn" - ${withinDays}::int and a."bookedOn" + ${withinDays}::int
        offset 0) p`;
  return tx.all(sql`
    with asked as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}) as a (account text, name text, currency text, "amountMinor" bigint, "bookedOn" date))
    select i.number as "receiptNumber", f.payer_account as account, f.payer_name as name, f.currency, f.amount_minor as "amountMinor",
        f.booked_on as "bookedOn", f.customer_id as "customerId", c.number as "customerNumber"
      from (${by(sql`payer_account`, sql`account`)} union ${by(sql`payer_name`, sql`name`)}) f
      join item i on i.company_id = ${tx.company.id} and i.id = f.receipt_item_id
      left join customer c on c.company_id = ${tx.company.id} and c.id = f.customer_id`);
}

export interface StandingCustomer {
  readonly receiptItemId: string;
  readonly customerId: string;
  readonly customerNumber: string;
}

/** The customers on whose own accounts these receipts stand; cash without a known owner stands on none. */
export async function standingCustomers(tx: Tx, itemIds: readonly string[]): Promise<StandingCustomer[]> {
  return tx.all(sql`
    select i.id as "receiptItemId", c.id as "customerId", c.number as "customerNumber"
      from item i join customer c on c.company_id = i.company_id and c.id = i.customer_id and c.kind = 'regular'
      where i.company_id = ${tx.company.id} and i.id = any(${itemIds}::uuid[])`);
}
