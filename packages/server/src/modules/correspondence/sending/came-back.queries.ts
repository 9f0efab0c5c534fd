/** Letters that did not go out after all, with whoever wrote them, until they have seen it. */
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface CameBack {
  /** Of the message. */
  readonly id: string;
  readonly conversationId: string;
  readonly customerId: string | null;
  readonly customerName: string | null;
  /** Why it did not go. */
  readonly text: string;
  readonly at: string;
  /** The mailbox. */
  readonly byName: string;
}

const SHOWN_MAX = 50;

/** The reader's own, the latest first. */
export async function listCameBack(tx: Tx): Promise<CameBack[]> {
  return tx.all(sql`
    select m.id, m.conversation_id as "conversationId", v.customer_id as "customerId", c.name as "customerName",
        coalesce(d.said, m.subject) as text, coalesce(s.at, d.queued_at) as at, b.name as "byName"
      from message_delivery d
      join message m on m.company_id = d.company_id and m.id = d.message_id
      join conversation v on v.company_id = m.company_id and v.id = m.conversation_id
      join mailbox b on b.company_id = d.company_id and b.id = d.mailbox_id
      left join customer c on c.company_id = v.company_id and c.id = v.customer_id
      left join lateral (
        select max(at) as at from message_delivery_step s where s.company_id = d.company_id and s.message_id = d.message_id) s on true
      where d.company_id = ${tx.company.id} and d.comes_back_to = ${tx.actor.id}
      order by at desc, m.id limit ${SHOWN_MAX}`);
}

/** Does nothing for what comes back to somebody else. */
export async function markCameBackSeen(tx: Tx, messageId: string): Promise<void> {
  await tx.run(sql`
    update message_delivery set comes_back_to = null
      where company_id = ${tx.company.id} and message_id = ${messageId} and comes_back_to = ${tx.actor.id}`);
}
