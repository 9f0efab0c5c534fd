/** A customer's bank accounts, which of them two people have looked at, and what stands against paying out to it. */
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface RefundAccount {
  readonly customerId: string;
  readonly account: string;
  readonly holder: string | null;
  readonly createdAt: string;
  /** Asked and approved by two people, or brought by an import and looked at by one. */
  readonly isApproved: boolean;
  /** Who had a hand in it: they asked for it, approved it, or looked at it. */
  readonly handledBy: readonly string[];
}

export async function refundAccounts(tx: Tx, customerIds: readonly string[]): Promise<RefundAccount[]> {
  return tx.all(sql`
    select b.customer_id as "customerId", b.account, b.holder, b.created_at as "createdAt",
        (q.state = 'approved' or b.reviewed_by is not null) is true as "isApproved",
        array_remove(array[q.requested_by, q.decided_by, b.reviewed_by]::text[], null) as "handledBy"
      from customer_bank_account b
      left join customer_request q on q.company_id = b.company_id and q.id = b.request_id
      where b.company_id = ${tx.company.id} and b.customer_id = any(${customerIds}::uuid[])
      order by b.created_at, b.account`);
}

/** What speaks for a second look at a refund of a receipt. */
export interface RefundFacts {
  /** The account that the money came from, when the bank said so. */
  readonly paidFrom: string | null;
  /** What the customer has overdue in the receipt's currency. */
  readonly overdueMinor: bigint;
}

export async function refundFacts(
  tx: Tx,
  of: { readonly itemId: string; readonly customerIds: readonly string[]; readonly currency: string },
): Promise<RefundFacts> {
  return tx.one(sql`
    select (select l.payer_account from bank_line l where l.company_id = ${tx.company.id} and l.item_id = ${of.itemId} and l.undone_at is null
          limit 1) as "paidFrom",
      (select coalesce(sum(i.open_minor), 0)::bigint from item i
        where i.company_id = ${tx.company.id} and i.customer_id = any(${of.customerIds}::uuid[]) and i.currency = ${of.currency}
          and i.open_minor > 0 and i.due_on < ${tx.today}) as "overdueMinor"`);
}

/** Why payments out to a customer are blocked, if they are. */
export async function blockOfPayments(tx: Tx, customerIds: readonly string[]): Promise<string | undefined> {
  const block = await tx.maybe<{ reason: string }>(sql`
    select reason from customer_block
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[]) and what = 'payments' and released_at is null limit 1`);
  return block?.reason;
}
