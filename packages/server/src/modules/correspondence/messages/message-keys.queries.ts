import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** Of these keys, those for which a message was put on its way, with that message. */
export async function findTakenKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const taken = await tx.all<{ key: string; messageId: string }>(sql`
    select key, message_id as "messageId" from message_key where company_id = ${tx.company.id} and key = any(${keys}::text[])`);
  return new Map(taken.map(({ key, messageId }) => [key, messageId]));
}

/** Throws `message_key_pkey` when somebody took one of them meanwhile. */
export async function takeKeys(
  tx: Tx,
  messages: readonly { readonly messageId: string; readonly keys: readonly string[] }[],
): Promise<void> {
  const rows = messages.flatMap(({ messageId, keys }) => keys.map((key) => ({ messageId, key })));
  if (rows.length === 0) return;
  await tx.run(sql`
    insert into message_key (company_id, key, message_id)
      select ${tx.company.id}, * from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ messageId }) => messageId)}::uuid[])`);
}
