/** What the desk shows of one receipt beside its decision: items in reach, and what was applied. */
import type { LocalDate } from '@quittance/core/calendar';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Candidate {
  readonly id: string;
  readonly number: string;
  readonly kind: string;
  readonly customerId: string;
  readonly customerNumber: string;
  readonly customerName: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly openMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: LocalDate;
}

export interface Reach {
  readonly currency: string;
  /** What is open of the receipt: items of exactly this amount are in reach. */
  readonly openMinor: bigint;
  /** The records of the customer it is of; empty while nobody knows. */
  readonly customerIds: readonly string[];
  /** What the decision and its alternatives name. */
  readonly itemIds: readonly string[];
  readonly limit: number;
}

const CANDIDATE = sql`
  i.id, i.number, i.kind, i.customer_id as "customerId", c.number as "customerNumber", c.name as "customerName", i.currency,
        i.amount_minor as "amountMinor", i.open_minor as "openMinor", i.issued_on as "issuedOn", i.due_on as "dueOn"`;

/** Open invoices and credit notes in the receipt's currency: all that were named first, then some of the customer's, or of the amount. */
export async function candidates(tx: Tx, reach: Reach): Promise<Candidate[]> {
  const ids = sql`${reach.itemIds}::uuid[]`;
  const open = sql`i.company_id = ${tx.company.id} and i.currency = ${reach.currency} and i.open_minor <> 0 and i.account = 'receivable'`;
  const some = (condition: Query) =>
    sql`(select i.id from item i where ${open} and ${condition} order by i.due_on, i.id limit ${reach.limit})`;
  return tx.all(sql`
    select ${CANDIDATE}
      from item i join customer c on c.company_id = i.company_id and c.id = i.customer_id
      where ${open} and i.id in (
        select i.id from item i where ${open} and i.id = any(${ids})
        union ${some(reach.customerIds.length === 0 ? sql`i.open_minor = ${reach.openMinor}` : sql`i.customer_id = any(${reach.customerIds}::uuid[])`)})
      order by i.id = any(${ids}) desc, i.due_on, i.id limit ${reach.limit + reach.itemIds.length}`);
}

/** Items of the receivable account in a currency, or in every other one, open or settled, in due order. */
export async function itemsOfIds(
  tx: Tx,
  ids: readonly string[],
  currency: string,
  isInOther = false,
): Promise<Candidate[]> {
  return tx.all(sql`
    select ${CANDIDATE}
      from item i join customer c on c.company_id = i.company_id and c.id = i.customer_id
      where i.company_id = ${tx.company.id} and i.id = any(${ids}::uuid[]) and (i.currency <> ${currency}) = ${isInOther} and i.account = 'receivable'
      order by i.due_on, i.id`);
}

export interface AppliedPart {
  readonly itemId: string;
  readonly number: string;
  readonly currency: string;
  /** Below zero on a credit that was netted. */
  readonly amountMinor: bigint;
  readonly entryIds: readonly string[];
}

/** What stands applied: by item, of the receipt and of the credits that were netted with it. */
export async function appliedParts(tx: Tx, receiptItemId: string, entryIds: readonly string[]): Promise<AppliedPart[]> {
  return tx.all(sql`
    select i.id as "itemId", i.number, i.currency, -sum(p.amount_minor)::bigint as "amountMinor",
        array_agg(distinct e.id::text) filter (where e.id = any(${entryIds}::uuid[])) as "entryIds"
      from entry e
      join posting p on p.company_id = e.company_id
        and (p.entry_id = e.id or p.entry_id in (
          select r.id from entry r where r.company_id = e.company_id and r.reverses_entry_id = e.id))
      join item i on i.company_id = p.company_id and i.id = p.item_id
      where e.company_id = ${tx.company.id} and e.id = any(${entryIds}::uuid[]) and p.item_id <> ${receiptItemId}
      group by i.id, i.number, i.currency, i.due_on having sum(p.amount_minor) <> 0
      order by i.due_on, i.id`);
}

/** Numbers and names of customers. */
export async function customerLabels(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { number: string; name: string }>> {
  const rows = await tx.all<{ id: string; number: string; name: string }>(
    sql`select id, number, name from customer where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`,
  );
  return new Map(rows.map(({ id, ...label }) => [id, label]));
}
