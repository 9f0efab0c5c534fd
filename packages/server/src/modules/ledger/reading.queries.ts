/** What people read of the ledger: items, their postings, an entry whole. */
import type { LocalDate } from '@quittance/core/calendar';
import type { ControlAccount, DocumentKind, EntryKind } from '@quittance/core/ledger';
import { noSql, type Query, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface ItemView {
  readonly id: string;
  readonly number: string;
  readonly documentId: string;
  readonly documentNumber: string;
  readonly kind: DocumentKind;
  readonly account: ControlAccount;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly functionalMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly terms: string | null;
  readonly purchaseOrder: string | null;
  readonly orderNumber: string | null;
  readonly deliveryNote: string | null;
  readonly reference: string | null;
  readonly note: string | null;
  readonly openingEntryId: string;
  readonly isCancelled: boolean;
}

const ITEM = sql`
  select i.id, i.number, i.document_id as "documentId", d.number as "documentNumber", i.kind, i.account, i.customer_id as "customerId",
      c.number as "customerNumber", c.name as "customerName", i.currency, i.amount_minor as "amountMinor", i.open_minor as "openMinor",
      i.functional_minor as "functionalMinor", i.issued_on as "issuedOn", i.due_on as "dueOn", d.terms, d.purchase_order as "purchaseOrder",
      d.order_number as "orderNumber", d.delivery_note as "deliveryNote", d.reference, d.note, i.opening_entry_id as "openingEntryId",
      d.cancelled_by_entry_id is not null as "isCancelled"
    from item i
    join document d on d.company_id = i.company_id and d.id = i.document_id
    join customer c on c.company_id = i.company_id and c.id = i.customer_id`;

export async function findItem(tx: Tx, id: string): Promise<ItemView | undefined> {
  return tx.maybe(sql`${ITEM} where i.company_id = ${tx.company.id} and i.id = ${id}`);
}

/** Whose account it is on; undefined: there is no such item. */
export async function customerOfItem(tx: Tx, id: string): Promise<string | undefined> {
  const item = await tx.maybe<{ customerId: string }>(
    sql`select customer_id as "customerId" from item where company_id = ${tx.company.id} and id = ${id}`,
  );
  return item?.customerId;
}

/** Items by id, by due date. */
export async function findItems(tx: Tx, ids: readonly string[]): Promise<ItemView[]> {
  return tx.all(sql`${ITEM}
    where i.company_id = ${tx.company.id} and i.id = any(${ids}::uuid[]) order by i.due_on, i.number, i.id`);
}

export interface ItemPage {
  /** A party's records: a customer, and what was merged into it. */
  readonly customerIds: readonly string[];
  readonly isOpenOnly: boolean;
  readonly kind?: DocumentKind | undefined;
  readonly after?: { readonly dueOn: LocalDate; readonly id: string } | undefined;
  readonly limit: number;
}

/** A party's items by due date. */
export async function listItems(tx: Tx, page: ItemPage): Promise<ItemView[]> {
  return tx.all(sql`${ITEM}
    where i.company_id = ${tx.company.id} and i.customer_id = any(${page.customerIds}::uuid[]) ${page.isOpenOnly ? sql`and i.open_minor <> 0` : noSql}
      ${page.kind ? sql`and i.kind = ${page.kind}` : noSql}
      ${page.after ? sql`and (i.due_on, i.id) > (${page.after.dueOn}::date, ${page.after.id}::uuid)` : noSql}
    order by i.due_on, i.id limit ${page.limit}`);
}

const AFTER_ALL_CHARACTERS = '\u{10FFFF}';

/**
 * Items whose document number starts with the key, written as a payer might. Comparisons, not `like`: under row-level security
 * only leakproof operators reach the index.
 */
export async function searchItems(tx: Tx, search: { key: string; limit: number }): Promise<ItemView[]> {
  return tx.all(sql`${ITEM}
    where i.company_id = ${tx.company.id} and d.number_key >= ${search.key} and d.number_key < ${search.key + AFTER_ALL_CHARACTERS}
    order by d.number_key, i.instalment limit ${search.limit}`);
}

export async function findItemsByKey(tx: Tx, keys: readonly string[]): Promise<ItemView[]> {
  return tx.all(
    sql`${ITEM} where i.company_id = ${tx.company.id} and d.number_key = any(${keys}::text[]) and d.cancelled_by_entry_id is null`,
  );
}

export interface PostingView {
  readonly entryId: string;
  readonly line: number;
  readonly kind: EntryKind;
  readonly account: string;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly functionalMinor: bigint;
  readonly customerId: string | null;
  readonly customerName: string | null;
  readonly itemId: string | null;
  readonly itemNumber: string | null;
  readonly dueOn: LocalDate | null;
  readonly recordedBy: string;
  readonly reason: string | null;
  readonly reversesEntryId: string | null;
  readonly undoneMinor: bigint;
  readonly entryAmountMinor: bigint;
}

const POSTING = sql`
  select p.entry_id as "entryId", p.line, e.kind, p.account, p.effective_on as "effectiveOn", p.recorded_at as "recordedAt", p.currency,
      p.amount_minor as "amountMinor", p.functional_minor as "functionalMinor", p.customer_id as "customerId", p.item_id as "itemId",
      i.number as "itemNumber", c.name as "customerName", p.due_on as "dueOn", coalesce((
        select a.actor_name from audit_event a where a.company_id = e.company_id and a.actor_id = e.actor_id limit 1), '') as "recordedBy", e.reason, e.reverses_entry_id as "reversesEntryId",
      coalesce(u.undone_minor, 0) as "undoneMinor", e.amount_minor as "entryAmountMinor"
    from posting p
    join entry e on e.company_id = p.company_id and e.id = p.entry_id
    left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
    left join item i on i.company_id = p.company_id and i.id = p.item_id
    left join customer c on c.company_id = p.company_id and c.id = p.customer_id`;

const POSTINGS_MAX = 5_000; // of one item or entry: more is a report, not a page

/** An item's postings as of a day and as known at an instant, in the order they took effect. */
export async function itemPostings(
  tx: Tx,
  question: { itemId: string; asOf?: LocalDate | undefined; knownAt?: string | undefined },
): Promise<PostingView[]> {
  const asOf: Query = question.asOf === undefined ? noSql : sql`and p.effective_on <= ${question.asOf}`;
  const knownAt: Query = question.knownAt === undefined ? noSql : sql`and p.recorded_at <= ${question.knownAt}`;
  return tx.all(sql`${POSTING}
    where p.company_id = ${tx.company.id} and p.item_id = ${question.itemId} ${asOf} ${knownAt}
    order by p.effective_on, p.recorded_at, p.entry_id, p.line limit ${POSTINGS_MAX}`);
}

export async function entryPostings(tx: Tx, entryId: string): Promise<PostingView[]> {
  return tx.all(sql`${POSTING}
    where p.company_id = ${tx.company.id} and p.entry_id = ${entryId} order by p.line limit ${POSTINGS_MAX}`);
}

/** What to call the rows of an aging: numbers and names by id. */
export async function agingLabels(
  tx: Tx,
  by: 'customer' | 'item',
  keys: readonly string[],
): Promise<Map<string, { label: string; customerName: string; dueOn: LocalDate | null }>> {
  const rows = await tx.all<{ id: string; label: string; customerName: string; dueOn: LocalDate | null }>(
    by === 'customer'
      ? sql`select id, number as label, name as "customerName", null::date as "dueOn" from customer
          where company_id = ${tx.company.id} and id = any(${keys}::uuid[])`
      : sql`select i.id, i.number as label, c.name as "customerName", i.due_on as "dueOn"
          from item i join customer c on c.company_id = i.company_id and c.id = i.customer_id
          where i.company_id = ${tx.company.id} and i.id = any(${keys}::uuid[])`,
  );
  return new Map(rows.map(({ id, ...label }) => [id, label]));
}

/** The entries that undid this one, wholly or in part. */
export async function undoingEntryIds(tx: Tx, entryId: string): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(
    sql`select id from entry where company_id = ${tx.company.id} and reverses_entry_id = ${entryId} order by recorded_at, id`,
  );
  return rows.map((row) => row.id);
}
