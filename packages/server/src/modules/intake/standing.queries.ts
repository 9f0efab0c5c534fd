/** What stands in the ledger and among the customers already: what rows of a file are compared with. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface StandingDocument {
  readonly kind: string;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly issuedOn: LocalDate;
  readonly dueOn: readonly LocalDate[];
}

export async function hasDocuments(tx: Tx): Promise<boolean> {
  const found = await tx.one<{ exists: boolean }>(
    sql`select exists (select from document where company_id = ${tx.company.id} and kind <> 'receipt')`,
  );
  return found.exists;
}

/**
 * Documents with one of the numbers that were not cancelled. Their items are reached by the entry that opened both: that is
 * an index, and right after a large import the planner has no figures yet to choose well without it.
 */
export async function findStandingDocuments(tx: Tx, numbers: readonly string[]): Promise<StandingDocument[]> {
  return tx.all(sql`
    select d.kind, d.number, min(i.customer_id::text)::uuid as "customerId", d.currency, d.amount_minor as "amountMinor",
        d.issued_on as "issuedOn", array_agg(i.due_on order by i.instalment) as "dueOn"
      from document d join item i on i.company_id = d.company_id and i.opening_entry_id = d.opening_entry_id and i.document_id = d.id
      where d.company_id = ${tx.company.id} and d.kind in ('invoice', 'debit_note', 'credit_note') and d.number = any(${numbers}::text[])
        and d.cancelled_by_entry_id is null
      group by d.kind, d.number, d.currency, d.amount_minor, d.issued_on`);
}

/** Entries that opened the documents of a batch and stand, the latest first. */
export async function findOpeningEntries(tx: Tx, batchId: string): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select opening_entry_id as id from document
      where company_id = ${tx.company.id} and batch_id = ${batchId} and cancelled_by_entry_id is null order by opening_entry_id desc`);
  return rows.map((row) => row.id);
}

/** Of these customers, those on whose account something was ever posted. */
export async function findCustomersWithDocuments(tx: Tx, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx.all<{ id: string }>(sql`
    select distinct customer_id as id from item where company_id = ${tx.company.id} and customer_id = any(${ids}::uuid[])`);
  return new Set(rows.map((row) => row.id));
}

export interface StandingReceipt {
  readonly number: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly issuedOn: LocalDate;
}

/** Receipts with one of the numbers that were not cancelled. */
export async function findStandingReceipts(tx: Tx, numbers: readonly string[]): Promise<StandingReceipt[]> {
  return tx.all(sql`
    select number, currency, amount_minor as "amountMinor", issued_on as "issuedOn" from document
      where company_id = ${tx.company.id} and kind = 'receipt' and number = any(${numbers}::text[]) and cancelled_by_entry_id is null`);
}

/** The numbers of customers that have one of these tax ids, where only one has it. */
export async function findNumbersByTaxId(
  tx: Tx,
  taxIds: readonly string[],
): Promise<{ taxId: string; number: string }[]> {
  return tx.all(sql`
    with holder as (
      select c.tax_id, c.number from customer c where c.company_id = ${tx.company.id} and c.tax_id = any(${taxIds}::text[])
      union
      select t.number, c.number from customer_tax_id t join customer c on c.company_id = t.company_id and c.id = t.customer_id
        where t.company_id = ${tx.company.id} and t.number = any(${taxIds}::text[]))
    select tax_id as "taxId", min(number) as number from holder group by tax_id having count(*) = 1`);
}
