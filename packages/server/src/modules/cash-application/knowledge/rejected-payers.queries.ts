/**
 * Payers that were thought to pay for a customer and do not: a person gave such a receipt to somebody else. It holds while no
 * payment of that payer was ever confirmed for that customer; a link says otherwise.
 */
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { LinkKey } from './knowledge.queries.ts';

/** A confirmation, an import or the customer's own record says that this payer does pay for it, on any record of the party. */
const HAS_LINK = (customerIds: Query) => sql`
  exists (select from payer_link l where l.company_id = r.company_id and l.mark = r.mark and l.key = r.key and l.customer_id = any(${customerIds}))
  or (r.mark = 'account' and exists (
    select from customer_bank_account b where b.company_id = r.company_id and b.account_key = r.key and b.customer_id = any(${customerIds})))`;

interface TaughtBy {
  readonly receiptItemId: string;
  readonly decisionNumber: number;
}

interface PassedBy {
  readonly customerId: string;
}

/** Whom the engine last named for the receipt before a person decided otherwise; undefined when it was nobody. */
export async function customerNamedBefore(
  tx: Tx,
  { receiptItemId, decisionNumber }: TaughtBy,
): Promise<PassedBy | undefined> {
  return tx.maybe(sql`
    select d.customer_id as "customerId" from receipt_decision own
      join lateral (
        select customer_id, state from receipt_decision d
          where d.company_id = own.company_id and d.receipt_item_id = own.receipt_item_id and d.number < own.number and d.decision <> 'manual'
          order by d.number desc limit 1) d on true
      where own.company_id = ${tx.company.id} and own.receipt_item_id = ${receiptItemId} and own.number = ${decisionNumber}
        and own.decision = 'manual' and d.customer_id is not null and d.state in ('replaced', 'undone', 'withdrawn')`);
}

export interface PayerRejection extends LinkKey, TaughtBy {
  /** All records of the party that the customer is of. */
  readonly records: readonly string[];
}

/** Says that the payer does not pay for the customer, unless it is known to, or pays for several already. */
export async function rejectPayer(tx: Tx, rejection: PayerRejection): Promise<void> {
  const { mark, key, customerId, receiptItemId, decisionNumber, records } = rejection;
  await tx.run(sql`
    insert into rejected_payer (company_id, id, mark, key, customer_id, receipt_item_id, with_decision, rejected_at, rejected_by,
        rejected_by_name, reason)
      select r.company_id, ${newId()}, r.mark, r.key, ${customerId}, ${receiptItemId}, ${decisionNumber}, ${tx.recordedAt}, ${tx.actor.id},
          ${tx.actor.name}, (select sentence from receipt_decision d
            where d.company_id = r.company_id and d.receipt_item_id = ${receiptItemId} and d.number = ${decisionNumber})
        from (select ${tx.company.id}::uuid as company_id, ${mark}::text as mark, ${key}::text as key) r
        where not (${HAS_LINK(sql`${records}::uuid[]`)})
          and (select count(distinct l.customer_id) from payer_link l
            where l.company_id = r.company_id and l.mark = r.mark and l.key = r.key) < ${PAYS_FOR_SEVERAL_MIN}
      on conflict do nothing`);
}

/** Of a payer for several it says little that it does not pay for one more. */
const PAYS_FOR_SEVERAL_MIN = 2;

/** Takes back what was said by the way when the receipt was given to somebody else. */
export async function endPayerRejections(tx: Tx, receiptItemId: string): Promise<void> {
  await tx.run(sql`
    update rejected_payer set ended_at = ${tx.recordedAt}, ended_reason = 'undone'
      where company_id = ${tx.company.id} and receipt_item_id = ${receiptItemId} and ended_at is null`);
}

export interface RejectedPayerFact {
  readonly mark: 'account' | 'name';
  readonly key: string;
  readonly customerId: string;
  readonly customerNumber: string;
}

/** For whom these accounts and names do not pay. */
export async function rejectedPayers(
  tx: Tx,
  keys: { readonly accounts: readonly string[]; readonly names: readonly string[] },
): Promise<RejectedPayerFact[]> {
  return tx.all(sql`
    select r.mark, r.key, r.customer_id as "customerId", c.number as "customerNumber"
      from rejected_payer r join customer c on c.company_id = r.company_id and c.id = r.customer_id
      where r.company_id = ${tx.company.id} and r.ended_at is null
        and (r.mark, r.key) in (select 'account', unnest(${keys.accounts}::text[]) union all select 'name', unnest(${keys.names}::text[]))`);
}
