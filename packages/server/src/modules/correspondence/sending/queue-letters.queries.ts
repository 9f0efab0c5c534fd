/** What many letters at once write, each table in one statement. */
import { createHash } from 'node:crypto';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { insertAttachments } from '../messages/messages.queries.ts';
import type { AskedItem } from '../payment/payment-references.queries.ts';
import { QR_CONTENT_ID } from '../templates/write-letter.usecase.ts';

/** New ones with one message of ours each. */
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
    insert into conversation (company_id, id, token, mailbox_id, subject, customer_id, message_count, last_message_at, last_direction,
        last_from, opening_words)
      select ${tx.company.id}, id, token, "mailboxId", subject, "customerId", 1, ${tx.recordedAt}, 'out', ${tx.actor.name}, "openingWords"
        from json_to_recordset(${JSON.stringify(conversations)}) as v (id uuid, token text, "mailboxId" uuid, subject text,
          "customerId" uuid, "openingWords" text)`);
}

interface OfMessage {
  readonly message: { readonly id: string };
}

/** Throws `message_key_pkey` when one is taken. */
export async function insertKeys(
  tx: Tx,
  letters: readonly (OfMessage & { readonly keys: readonly string[] })[],
): Promise<void> {
  const rows = letters.flatMap(({ message, keys }) => keys.map((key) => ({ key, id: message.id })));
  await tx.run(sql`
    insert into message_key (company_id, key, message_id)
      select ${tx.company.id}, * from unnest(${rows.map(({ key }) => key)}::text[], ${rows.map(({ id }) => id)}::uuid[])`);
}

export async function insertItems(
  tx: Tx,
  letters: readonly (OfMessage & { readonly itemIds: readonly string[] })[],
): Promise<void> {
  const rows = letters.flatMap(({ message, itemIds }) => itemIds.map((itemId) => ({ itemId, id: message.id })));
  await tx.run(sql`
    insert into message_item (company_id, message_id, item_id)
      select ${tx.company.id}, * from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ itemId }) => itemId)}::uuid[])`);
}

export interface KeptReference {
  readonly reference: string;
  readonly number: bigint;
  readonly customerId: string;
  readonly items: readonly AskedItem[];
}

export async function insertReferences(tx: Tx, references: readonly KeptReference[]): Promise<void> {
  if (references.length === 0) return;
  const rows = references.map(({ reference, number, customerId }) => ({
    reference,
    number: number.toString(),
    customerId,
  }));
  await tx.run(sql`
    insert into payment_reference (company_id, reference, number, customer_id, made_at)
      select ${tx.company.id}, reference, number, "customerId", ${tx.recordedAt}
        from json_to_recordset(${JSON.stringify(rows)}) as r (reference text, number bigint, "customerId" uuid)`);
  const items = references.flatMap(({ reference, items: asked }) =>
    asked.map((item) => ({ ...item, reference, askedMinor: item.askedMinor.toString() })),
  );
  await tx.run(sql`
    insert into payment_reference_item (company_id, reference, item_id, asked_minor, currency)
      select ${tx.company.id}, reference, "itemId", "askedMinor", currency
        from json_to_recordset(${JSON.stringify(items)}) as i (reference text, "itemId" uuid, "askedMinor" bigint, currency text)`);
}

export interface LetterPicture {
  readonly messageId: string;
  readonly content: Uint8Array;
}

/** Small ones, of a kilobyte or two: each is one part. */
export async function insertPictures(tx: Tx, pictures: readonly LetterPicture[]): Promise<void> {
  if (pictures.length === 0) return;
  const files = pictures.map(({ messageId, content }) => {
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { messageId, sha256, content: Buffer.from(content) };
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
    files.map(({ messageId, sha256, content }) => ({
      ...{ messageId, number: 1, name: QR_CONTENT_ID, mediaType: 'image/png', sha256 },
      ...{ byteCount: BigInt(content.length), isInline: true, refusal: null },
    })),
  );
}
