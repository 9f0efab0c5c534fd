/** Receipts by what the bank or the payer calls them. For the search over everything. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../platform/database/sql.ts';
import type { Tx } from '../../platform/database/transaction.ts';

export interface FoundReceipt {
  readonly itemId: string;
  readonly number: string;
  readonly payerName: string | null;
  readonly bookedOn: LocalDate | null;
  readonly currency: string;
  readonly amountMinor: bigint;
  /** What is not applied yet, positive. */
  readonly unappliedMinor: bigint;
  readonly reference: string | null;
  readonly foundIn: 'end_to_end' | 'reference' | 'payer';
}

/** Whose end-to-end id, bank reference or payer's name begins with the words; each receipt once, references first. */
export async function findReceiptsByWords(tx: Tx, search: { words: string; limit: number }): Promise<FoundReceipt[]> {
  return tx.all(sql`
    select * from (
      select distinct on (l.id) l.item_id as "itemId", d.number, l.payer_name as "payerName", l.booked_on as "bookedOn", l.currency,
          l.amount_minor as "amountMinor", -i.open_minor as "unappliedMinor", coalesce(l.end_to_end_id, l.bank_reference) as reference, f.found_in as "foundIn", l.id
        from bank_lines_beginning(${search.words}, ${search.limit}) f
        join bank_line l on l.company_id = ${tx.company.id} and l.id = f.line_id
        join document d on d.company_id = l.company_id and d.id = l.document_id
        join item i on i.company_id = l.company_id and i.id = l.item_id
        order by l.id, f.found_in) r
      order by r."foundIn" = 'payer', r.id desc limit ${search.limit}`);
}
