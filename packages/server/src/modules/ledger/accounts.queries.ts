/** A customer's account: what is open, and what happened, latest first. */
import type { LocalDate } from '@quittance/core/calendar';
import type { EntryKind } from '@quittance/core/ledger';
import { noSql, sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface Balance {
  readonly customerId: string;
  readonly currency: string;
  /** Invoices and credit notes. */
  readonly receivableMinor: bigint;
  readonly overdueMinor: bigint;
  /** Receipts and on-account credits, negative. */
  readonly unappliedMinor: bigint;
}

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

/** One act on a customer's account, with the items it touched there. */
export interface AccountEvent {
  readonly entryId: string;
  readonly kind: EntryKind;
  readonly effectiveOn: LocalDate;
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly undoneMinor: bigint;
  readonly reason: string | null;
  readonly reversesEntryId: string | null;
  readonly items: readonly { readonly id: string; readonly number: string; readonly kind: string }[];
}

export interface AccountEventPage {
  readonly customerId: string;
  readonly before?: { readonly recordedAt: string; readonly entryId: string } | undefined;
  readonly limit: number;
}

export async function accountEvents(tx: Tx, page: AccountEventPage): Promise<AccountEvent[]> {
  const before = page.before
    ? sql`and (p.recorded_at, p.entry_id) < (${page.before.recordedAt}::timestamptz, ${page.before.entryId}::uuid)`
    : noSql;
  return tx.all(sql`
    with touched as (
      select p.recorded_at, p.entry_id, jsonb_agg(distinct jsonb_build_object('id', i.id, 'number', i.number, 'kind', i.kind)) as items
        from item i join posting p on p.company_id = i.company_id and p.item_id = i.id
        where i.company_id = ${tx.company.id} and i.customer_id = ${page.customerId} ${before}
        group by p.recorded_at, p.entry_id
        order by p.recorded_at desc, p.entry_id desc limit ${page.limit})
    select e.id as "entryId", e.kind, e.effective_on as "effectiveOn", e.recorded_at as "recordedAt", e.currency, e.amount_minor as "amountMinor",
        coalesce(u.undone_minor, 0) as "undoneMinor", e.reason, e.reverses_entry_id as "reversesEntryId", t.items,
        coalesce((select a.actor_name from audit_event a where a.company_id = e.company_id and a.actor_id = e.actor_id limit 1), '') as "recordedBy"
      from touched t
      join entry e on e.company_id = ${tx.company.id} and e.id = t.entry_id
      left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      order by t.recorded_at desc, t.entry_id desc`);
}
