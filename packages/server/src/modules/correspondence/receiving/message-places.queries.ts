import { instantMicros, instantText } from '../../../platform/clock.ts';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** Of these places of a mailbox, those whose message was taken before. */
export async function findTakenPlaces(
  tx: Tx,
  { mailboxId, places }: { readonly mailboxId: string; readonly places: readonly string[] },
): Promise<Set<string>> {
  const rows = await tx.all<{ place: string }>(sql`
    select place from message_place
      where company_id = ${tx.company.id} and mailbox_id = ${mailboxId} and place = any(${places}::text[])`);
  return new Set(rows.map(({ place }) => place));
}

export async function insertPlace(
  tx: Tx,
  taken: {
    readonly mailboxId: string;
    readonly place: string;
    readonly messageId: string | null;
    readonly refusal: string | null;
  },
): Promise<void> {
  await tx.run(sql`
    insert into message_place (company_id, mailbox_id, place, message_id, refusal, taken_at)
      values (${tx.company.id}, ${taken.mailboxId}, ${taken.place}, ${taken.messageId}, ${taken.refusal}, ${tx.recordedAt})
      on conflict do nothing`);
}

/** The same mail, byte by byte, that came before. */
export async function findSameMail(
  tx: Tx,
  { mailboxId, sha256 }: { readonly mailboxId: string; readonly sha256: string },
): Promise<string | undefined> {
  const row = await tx.maybe<{ id: string }>(sql`
    select id from message where company_id = ${tx.company.id} and mailbox_id = ${mailboxId} and raw_sha256 = ${sha256} and direction = 'in'`);
  return row?.id;
}

const LOOP_MINUTES = 60;

/** How many came into a conversation within the last hour. */
export async function countRecentMail(tx: Tx, conversationId: string): Promise<number> {
  const since = instantText(instantMicros(tx.recordedAt) - BigInt(LOOP_MINUTES) * 60_000_000n);
  const { count } = await tx.one<{ count: number }>(sql`
    select count(*)::int as count from message
      where company_id = ${tx.company.id} and conversation_id = ${conversationId} and direction = 'in' and recorded_at >= ${since}`);
  return count;
}
