/** What many letters at once write, each table in one statement. */
import { createHash } from 'node:crypto';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { insertAttachments } from '../messages/messages.queries.ts';

/** New ones with one message of ours each. They are no work for anybody until an answer comes, which opens them. */
export async function insertConversations(
  tx: Tx,
  conversations: readonly {
    readonly id: string;
    readonly token: string;
    readonly mailboxId: string;
    readonly subject: string;
    readonly customerId: string;
    readonly openingWords: string;
  }[],
): Promise<void> {
  await tx.run(sql`
    insert into conversation (company_id, id, token, mailbox_id, subject, customer_id, state, message_count, last_message_at, last_direction,
        last_from, opening_words)
      select ${tx.company.id}, id, token, "mailboxId", subject, "customerId", 'handled', 1, ${tx.recordedAt}, 'out', ${tx.actor.name}, "openingWords"
        from json_to_recordset(${JSON.stringify(conversations)}) as v (id uuid, token text, "mailboxId" uuid, subject text,
          "customerId" uuid, "openingWords" text)`);
}

export interface LetterPicture {
  readonly messageId: string;
  readonly contentId: string;
  readonly content: Uint8Array;
}

/** Small ones, of a kilobyte or two: each is one part. */
export async function insertPictures(tx: Tx, pictures: readonly LetterPicture[]): Promise<void> {
  if (pictures.length === 0) return;
  const files = pictures.map(({ messageId, contentId, content }) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { messageId, contentId, sha256, content: Buffer.from(content) };
  });
  const [hashes, contents] = [files.map(({ sha256 }) => sha256), files.map(({ content }) => content)];
  await tx.run(sql`
    with given as (select distinct on (sha256) * from unnest(${hashes}::text[], ${contents}::bytea[]) as g (sha256, content)),
      added as (
        insert into mail_content (company_id, sha256, byte_count, stored_at)
          select ${tx.company.id}, sha256, octet_length(content), ${tx.recordedAt} from given on conflict do nothing returning sha256)
    insert into mail_content_part (company_id, sha256, part, content)
      select ${tx.company.id}, g.sha256, 0, g.content from given g join added a on a.sha256 = g.sha256`);
  await insertAttachments(
    tx,
    files.map(({ messageId, contentId, sha256, content }) => ({
      ...{ messageId, number: 1, name: contentId, mediaType: 'image/png', sha256 },
      ...{ byteCount: BigInt(content.length), isInline: true, refusal: null },
    })),
  );
}
