import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** Named again, the line is to be seen again. */
export async function insertNoteMentions(
  tx: Tx,
  { firstId, personIds }: { readonly firstId: string; readonly personIds: readonly string[] },
): Promise<void> {
  await tx.run(sql`
    insert into activity_mention (company_id, activity_id, person_id, mentioned_at, mentioned_by_name)
      select ${tx.company.id}, ${firstId}, id, ${tx.recordedAt}, ${tx.actor.name} from unnest(${[...personIds]}::uuid[]) as p (id)
      on conflict (company_id, activity_id, person_id) do update
        set seen_at = null, mentioned_at = excluded.mentioned_at, mentioned_by_name = excluded.mentioned_by_name`);
}

export interface NoteMention {
  /** Of the line's first version. */
  readonly id: string;
  readonly kind: string;
  readonly text: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly at: string;
  readonly byName: string;
}

const MENTIONS_MAX = 200; // unseen; whoever has more reads the latest

/** Lines that name the actor and that they have not seen, as they read now; one that was taken back names nobody. */
export function listNoteMentions(tx: Tx): Promise<NoteMention[]> {
  return tx.all(sql`
    select m.activity_id as id, a.kind, a.text, a.customer_id as "customerId", c.name as "customerName", m.mentioned_at as at,
        m.mentioned_by_name as "byName"
      from activity_mention m
      join activity a on a.company_id = m.company_id and (a.id = m.activity_id or a.first_id = m.activity_id)
      join customer c on c.company_id = a.company_id and c.id = a.customer_id
      where m.company_id = ${tx.company.id} and m.person_id = ${tx.actor.id} and m.seen_at is null and not a.is_withdrawal
        and not exists (select from activity s where s.company_id = a.company_id and s.supersedes_id = a.id)
      order by m.mentioned_at desc limit ${MENTIONS_MAX}`);
}

export async function markNoteSeen(tx: Tx, firstId: string): Promise<void> {
  await tx.run(sql`
    update activity_mention set seen_at = ${tx.recordedAt}
      where company_id = ${tx.company.id} and activity_id = ${firstId} and person_id = ${tx.actor.id} and seen_at is null`);
}
