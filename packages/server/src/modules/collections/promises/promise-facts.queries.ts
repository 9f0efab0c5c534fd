/**
 * What the judge reads of one party: its promises, what settled the promised items, and receipts on its account. What was accepted
 * together with a payment (a discount, a bank fee) counts with it; a write-off or a deduction accepted later is no payment.
 */
import type { AccountReceived, ItemSettled, PaymentPromise, PromiseState } from '@quittance/core/promises';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** A promise as it is kept, with how it was last judged. */
export interface StoredPromise extends PaymentPromise {
  readonly customerId: string;
  readonly planId: string | null;
  readonly state: PromiseState;
  readonly inTimeMinor: bigint;
  readonly lateMinor: bigint;
  readonly judgedAt: string;
  readonly judgements: number;
}

/** By the days promised. */
export async function promisesOfParty(tx: Tx, customerIds: readonly string[]): Promise<StoredPromise[]> {
  return tx.all(sql`
    select p.id, p.customer_id as "customerId", p.plan_id as "planId", p.currency, p.amount_minor as "amountMinor",
        p.promised_on as "promisedOn", p.deadline_on as "deadlineOn", p.tolerance_minor as "toleranceMinor",
        case when p.is_of_items then (select array_agg(i.item_id) from promise_item i
          where i.company_id = p.company_id and i.promise_id = p.id) end as "itemIds",
        p.made_at as "madeAt", p.withdrawn_at as "withdrawnAt", p.state, p.in_time_minor as "inTimeMinor", p.late_minor as "lateMinor",
        p.judged_at as "judgedAt",
        (select count(*)::int from promise_judgement j where j.company_id = p.company_id and j.promise_id = p.id) as judgements
      from promise p where p.company_id = ${tx.company.id} and p.customer_id = any(${customerIds}::uuid[])
      order by p.promised_on, p.id`);
}

/** What settles an item with a payment, apart from the application itself. */
const WITH_PAYMENT = ['cash_discount', 'small_difference', 'bank_fee', 'withholding_tax', 'deduction'];

export async function settledOfItems(tx: Tx, itemIds: readonly string[]): Promise<ItemSettled[]> {
  if (itemIds.length === 0) return [];
  return tx.all(sql`
    with line as (
      select e.id, e.effective_on, e.recorded_at, o.id as original_id, o.kind, coalesce(o.depends_on_entry_id, o.id) as paid_by_id,
          p.item_id, p.currency, -sum(p.amount_minor)::bigint as amount_minor
        from posting p
          join entry e on e.company_id = p.company_id and e.id = p.entry_id
          join entry o on o.company_id = e.company_id and o.id = coalesce(e.reverses_entry_id, e.id)
        where p.company_id = ${tx.company.id} and p.item_id = any(${itemIds}::uuid[])
          and (o.kind = 'application' or (o.kind = any(${WITH_PAYMENT}::text[]) and o.depends_on_entry_id is not null))
        group by e.id, e.effective_on, e.recorded_at, o.id, o.kind, o.depends_on_entry_id, p.item_id, p.currency
    )
    select line.id as "entryId", line.original_id as "originalEntryId", line.item_id as "itemId", line.currency,
        line.amount_minor as "amountMinor", line.effective_on as "effectiveOn", line.recorded_at as "recordedAt",
        coalesce(credit.issued_on, line.effective_on) as "moneyOn",
        case when line.kind = 'application' then credit.id end as "creditItemId",
        case when line.kind = 'application' then coalesce((
            select sum(c.amount_minor) from posting c
              where c.company_id = ${tx.company.id} and c.entry_id = line.id and c.item_id = credit.id), 0)::bigint
          else line.amount_minor end as "creditMinor"
      from line left join lateral (
        select i.id, i.issued_on from posting c join item i on i.company_id = c.company_id and i.id = c.item_id
          where c.company_id = ${tx.company.id} and c.entry_id = line.paid_by_id and c.item_id <> line.item_id limit 1) credit on true
      where line.amount_minor <> 0
      order by line.recorded_at, line.id`);
}

/** How money comes to an account or leaves it; applying it is neither. */
const COMING_AND_GOING = ['receipt', 'identification', 'refund', 'suspense', 'intercompany'];

/** Receipts that are or were on the party's account, with what came and went, of those touched since an instant. */
export async function receivedByParty(
  tx: Tx,
  customerIds: readonly string[],
  since: string,
): Promise<AccountReceived[]> {
  const { id: company } = tx.company;
  return tx.all(sql`
    with receipt as (
      select i.id, i.issued_on from document d join item i on i.company_id = d.company_id and i.opening_entry_id = d.opening_entry_id
        where d.company_id = ${company} and d.customer_id = any(${customerIds}::uuid[]) and d.kind = 'receipt'
          and i.last_recorded_at > ${since}::timestamptz
      union
      select i.id, i.issued_on from item_position m join item i on i.company_id = m.company_id and i.id = m.item_id
        where m.company_id = ${company} and m.customer_id = any(${customerIds}::uuid[]) and i.kind = 'receipt'
          and i.last_recorded_at > ${since}::timestamptz
    )
    select e.id as "entryId", p.item_id as "receiptItemId", p.currency, -sum(p.amount_minor)::bigint as "amountMinor",
        receipt.issued_on as "moneyOn", e.effective_on as "effectiveOn", e.recorded_at as "recordedAt"
      from receipt
        join posting p on p.company_id = ${company} and p.item_id = receipt.id and p.customer_id = any(${customerIds}::uuid[])
        join entry e on e.company_id = p.company_id and e.id = p.entry_id
        join entry o on o.company_id = e.company_id and o.id = coalesce(e.reverses_entry_id, e.id)
      where o.kind = any(${COMING_AND_GOING}::text[])
      group by e.id, p.item_id, p.currency, receipt.issued_on, e.effective_on, e.recorded_at
      having sum(p.amount_minor) <> 0
      order by e.recorded_at, e.id`);
}

export interface OpenItem {
  readonly id: string;
  readonly currency: string;
  readonly dueOn: string;
  readonly openMinor: bigint;
}

/** Debits of a party that are open; those named, or all. */
export async function openDebits(
  tx: Tx,
  of: { readonly customerIds: readonly string[]; readonly currency: string },
): Promise<OpenItem[]> {
  return tx.all(sql`
    select id, currency, due_on as "dueOn", open_minor as "openMinor" from item
      where company_id = ${tx.company.id} and customer_id = any(${of.customerIds}::uuid[]) and currency = ${of.currency} and open_minor > 0
      order by due_on, id`);
}
