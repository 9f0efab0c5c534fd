/** What customers paid and when, as the ledger has it now: what was undone is left out. */
import type { LocalDate } from '@quittance/core/calendar';
import type { PaidShare } from '@quittance/core/pay-rhythm';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import type { PaymentHistory } from '../customers/index.ts';

/**
 * A receipt of 6 March applied with 500.00 to items due on 1 March: one share of 500.00, five days late. Credit notes that were
 * applied are no payment.
 */
export async function paymentHistory(
  tx: Tx,
  { customerIds, since }: { readonly customerIds: readonly string[]; readonly since: LocalDate },
): Promise<PaymentHistory> {
  const shares = await tx.all<PaidShare>(sql`
    select r.issued_on as "paidOn", i.due_on as "dueOn",
        sum(round(-p.functional_minor::numeric * (e.amount_minor - coalesce(u.undone_minor, 0)) / e.amount_minor))::bigint as "amountMinor"
      from item i
      join posting p on p.company_id = i.company_id and p.item_id = i.id and p.account = 'receivable' and p.amount_minor < 0
      join entry e on e.company_id = p.company_id and e.id = p.entry_id and e.kind = 'application' and e.amount_minor > 0
      join posting q on q.company_id = e.company_id and q.entry_id = e.id and q.account = 'unapplied'
      join item r on r.company_id = q.company_id and r.id = q.item_id and r.kind = 'receipt'
      left join entry_undo u on u.company_id = e.company_id and u.entry_id = e.id
      where i.company_id = ${tx.company.id} and i.customer_id = any(${customerIds}::uuid[]) and i.account = 'receivable'
        and i.amount_minor > 0 and r.issued_on >= ${since} and coalesce(u.undone_minor, 0) < e.amount_minor
      group by r.issued_on, i.due_on order by r.issued_on, i.due_on`);
  const days = await tx.all<{ day: LocalDate }>(sql`
    select distinct r.issued_on as day from item r
      join document d on d.company_id = r.company_id and d.id = r.document_id and d.cancelled_by_entry_id is null
      where r.company_id = ${tx.company.id} and r.customer_id = any(${customerIds}::uuid[]) and r.kind = 'receipt' and r.issued_on >= ${since}
      order by r.issued_on`);
  return { shares, receiptDays: days.map(({ day }) => day) };
}
