/** A customer's account: what is open, and what happened, latest first. */
import type { LocalDate } from '@quittance/core/calendar';
import type { DocumentKind } from '@quittance/core/ledger';
import { noSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { AccountEventPage, Balance, FirstActs } from '../customers/index.ts';

/** What is open today by customer and currency. */
export async function customerBalances(tx: Tx, customerIds: readonly string[]): Promise<Balance[]> {
  return tx.all(sql`
    select customer_id as "customerId", currency,
        coalesce(sum(open_minor) filter (where account = 'receivable'), 0)::bigint as "receivableMinor",
        coalesce(sum(open_minor) filter (where account = 'receivable' and due_on < ${tx.today}), 0)::bigint as "overdueMinor",
        coalesce(sum(open_minor) filter (where account = 'unapplied'), 0)::bigint as "unappliedMinor"
      from item where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and open_minor <> 0
      group by customer_id, currency order by customer_id, currency`);
}

/** The first invoice and the first receipt on each customer's account. */
export async function firstActs(tx: Tx, customerIds: readonly string[]): Promise<FirstActs[]> {
  return tx.all(sql`
    select asked.id as "customerId", invoice.id as "invoiceItemId", invoice.number as "invoiceNumber", invoice.issued_on as "invoicedOn",
        invoice.due_on as "dueOn", (
          select min(r.issued_on) from item r where r.company_id = ${tx.company.id} and r.customer_id = asked.id and r.kind = 'receipt') as "paidOn"
      from unnest(${customerIds}::uuid[]) as asked (id)
      left join lateral (
        select i.id, i.number, i.issued_on, i.due_on from item i
          join document d on d.company_id = i.company_id and d.id = i.document_id and d.cancelled_by_entry_id is null
          where i.company_id = ${tx.company.id} and i.customer_id = asked.id and i.kind = 'invoice'
          order by i.issued_on, i.id limit 1) invoice on true`);
}

export interface ApplicationView {
  readonly entryId: string;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly undoneMinor: bigint;
  readonly creditItemId: string;
  readonly creditNumber: string;
  readonly creditKind: DocumentKind;
  readonly debitItemId: string;
  readonly debitNumber: string;
}

/** Applications that touch these customers' items, the latest first. */
export async function listApplications(tx: Tx, page: AccountEventPage): Promise<ApplicationView[]> {
  const before = page.before
    ? sql`and (e.recorded_at, e.id) < (${page.before.at}::timestamptz, ${page.before.id}::uuid)`
    : noSql;
  return tx.all(sql`
    with touched as (
      select distinct e.recorded_at, e.id
        from item i
        join posting p on p.company_id = i.company_id and p.item_id = i.id
        join entry e on e.company_id = p.company_id and e.id = p.entry_id and e.kind = 'application'
        where i.company_id = ${tx.company.id} and i.customer_id = any(${page.customerIds}::uuid[]) ${before}
        order by e.recorded_at desc, e.id desc limit ${page.limit})
    select e.id as "entryId", e.effective_on as "effectiveOn", e.recorded_at as "recordedAt", e.currency, e.amount_minor as "amountMinor",
        coalesce(u.undone_minor, 0) as "undoneMinor", credit.id as "creditItemId", credit.number as "creditNumber",
        credit.kind as "creditKind", debit.id as "debitItemId", debit.number as "debitNumber"
      from touched t
      join entry e on e.company_id = ${tx.company.id} and e.id = t.id
      left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      join lateral (select i.id, i.number, i.kind from posting p join item i on i.company_id = p.company_id and i.id = p.item_id and i.amount_minor < 0
        where p.company_id = e.company_id and p.entry_id = e.id limit 1) credit on true
      join lateral (select i.id, i.number from posting p join item i on i.company_id = p.company_id and i.id = p.item_id and i.amount_minor > 0
        where p.company_id = e.company_id and p.entry_id = e.id limit 1) debit on true
      order by e.recorded_at desc, e.id desc`);
}
