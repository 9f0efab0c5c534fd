import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Paper } from '../paper/paper.ts';
import type { AsWritten, Attachment, Message, NewMessage } from './message.ts';

const MESSAGE = sql`
  select id, conversation_id as "conversationId", mailbox_id as "mailboxId", direction, kind, message_id as "messageId",
      in_reply_to as "inReplyTo", reference_ids as "referenceIds", from_address as "fromAddress", from_name as "fromName", recipients,
      postal_address as "postalAddress", subject, body, language, template, payment_reference as "paymentReference", is_automatic as "isAutomatic",
      matched_by as "matchedBy", authentication, authentication_detail as "authenticationDetail", raw_sha256 as "rawSha256",
      byte_count as "byteCount", happened_at as "happenedAt", recorded_at as "arrivedAt", actor_id as "actorId", actor_name as "actorName"
    from message`;

export async function insertMessages(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const rows = messages.map((message) => ({ ...message, byteCount: message.byteCount?.toString() ?? null }));
  await tx.run(sql`
    insert into message (company_id, id, conversation_id, mailbox_id, direction, kind, message_id, in_reply_to, reference_ids, from_address,
        from_name, recipients, postal_address, paper, as_written, subject, body, html, language, template, payment_reference, is_automatic, matched_by, authentication,
        authentication_detail, raw_sha256, byte_count, happened_at, recorded_at, actor_id, actor_name)
      select ${tx.company.id}, id, "conversationId", "mailboxId", direction, kind, "messageId", "inReplyTo", "referenceIds", "fromAddress",
          "fromName", recipients, "postalAddress", paper, "asWritten", subject, body, html, language, template, "paymentReference", "isAutomatic", "matchedBy", authentication,
          "authenticationDetail", "rawSha256", "byteCount", "happenedAt", ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}
        from json_to_recordset(${JSON.stringify(rows)}) as m (id uuid, "conversationId" uuid, "mailboxId" uuid, direction text, kind text,
          "messageId" text, "inReplyTo" text, "referenceIds" text[], "fromAddress" text, "fromName" text, recipients jsonb, "postalAddress" text, paper jsonb, "asWritten" jsonb, subject text,
          body text, html text, language text, template jsonb, "paymentReference" text, "isAutomatic" boolean, "matchedBy" text,
          authentication text, "authenticationDetail" text, "rawSha256" text, "byteCount" bigint, "happenedAt" timestamptz)`);
}

/** Of its conversation; null where that is nobody's yet, undefined where there is no such message. */
export async function customerOfMessage(tx: Tx, id: string): Promise<string | null | undefined> {
  const row = await tx.maybe<{ customerId: string | null }>(sql`
    select c.customer_id as "customerId" from message m
      join conversation c on c.company_id = m.company_id and c.id = m.conversation_id
      where m.company_id = ${tx.company.id} and m.id = ${id}`);
  return row?.customerId;
}

export async function findMessage(tx: Tx, id: string): Promise<Message | undefined> {
  return tx.maybe(sql`${MESSAGE} where company_id = ${tx.company.id} and id = ${id}`);
}

const MESSAGES_SHOWN_MAX = 500; // of one conversation; more is a loop

/** Of a conversation, in the order of arrival: a sender's wrong clock puts no answer above its question. */
export async function listMessages(tx: Tx, conversationId: string): Promise<Message[]> {
  return tx.all(sql`${MESSAGE}
    where company_id = ${tx.company.id} and conversation_id = ${conversationId} order by recorded_at, id limit ${MESSAGES_SHOWN_MAX}`);
}

export async function findHtml(tx: Tx, id: string): Promise<string | null> {
  const row = await tx.maybe<{ html: string | null }>(
    sql`select html from message where company_id = ${tx.company.id} and id = ${id}`,
  );
  return row?.html ?? null;
}

/** What a letter on paper prints; null of mail. */
export async function findPaper(tx: Tx, id: string): Promise<Paper | null> {
  const row = await tx.maybe<{ paper: Paper | null }>(
    sql`select paper from message where company_id = ${tx.company.id} and id = ${id}`,
  );
  return row?.paper ?? null;
}

/** Null of what nobody wrote by hand, or came in. */
export async function findAsWritten(tx: Tx, id: string): Promise<AsWritten | null> {
  const row = await tx.maybe<{ asWritten: AsWritten | null }>(
    sql`select as_written as "asWritten" from message where company_id = ${tx.company.id} and id = ${id}`,
  );
  return row?.asWritten ?? null;
}

/** Messages that these Message-IDs name. A sender may name any: what we sent counts first. */
export async function findByMessageIds(tx: Tx, messageIds: readonly string[]): Promise<Message[]> {
  return tx.all(sql`${MESSAGE}
    where company_id = ${tx.company.id} and message_id = any(${messageIds}::text[])
    order by direction = 'in', happened_at desc limit 100`);
}

export async function insertAttachments(tx: Tx, attachments: readonly Attachment[]): Promise<void> {
  if (attachments.length === 0) return;
  const rows = attachments.map((attachment) => ({ ...attachment, byteCount: attachment.byteCount.toString() }));
  await tx.run(sql`
    insert into message_attachment (company_id, message_id, number, name, media_type, byte_count, sha256, is_inline, refusal)
      select ${tx.company.id}, "messageId", number, name, "mediaType", "byteCount", sha256, "isInline", refusal
        from json_to_recordset(${JSON.stringify(rows)}) as a ("messageId" uuid, number int, name text, "mediaType" text, "byteCount" bigint,
          sha256 text, "isInline" boolean, refusal text)`);
}

const ATTACHMENT = sql`
  select message_id as "messageId", number, name, media_type as "mediaType", byte_count as "byteCount", sha256, is_inline as "isInline", refusal
    from message_attachment`;

export async function listAttachments(tx: Tx, messageIds: readonly string[]): Promise<Attachment[]> {
  return attachments(tx, sql`message_id = any(${messageIds}::uuid[])`);
}

export async function findAttachment(tx: Tx, messageId: string, number: number): Promise<Attachment | undefined> {
  const [found] = await attachments(tx, sql`message_id = ${messageId} and number = ${number}`);
  return found;
}

function attachments(tx: Tx, condition: Query): Promise<Attachment[]> {
  return tx.all(sql`${ATTACHMENT} where company_id = ${tx.company.id} and ${condition} order by message_id, number`);
}

export async function insertMessageItems(
  tx: Tx,
  messages: readonly {
    readonly messageId: string;
    readonly itemIds: readonly string[];
    /** By item; kept where it is known. */
    readonly askedMinor?: ReadonlyMap<string, bigint> | undefined;
  }[],
): Promise<void> {
  const rows = messages.flatMap(({ messageId, itemIds, askedMinor }) =>
    itemIds.map((itemId) => ({ messageId, itemId, asked: askedMinor?.get(itemId) ?? null })),
  );
  if (rows.length === 0) return;
  const [messageIds, itemIds] = [rows.map(({ messageId }) => messageId), rows.map(({ itemId }) => itemId)];
  const asked = rows.map((row) => row.asked);
  await tx.run(sql`
    insert into message_item (company_id, message_id, item_id, asked_minor)
      select ${tx.company.id}, * from unnest(${messageIds}::uuid[], ${itemIds}::uuid[], ${asked}::bigint[]) on conflict do nothing`);
}

export async function listMessageItems(
  tx: Tx,
  messageIds: readonly string[],
): Promise<{ messageId: string; itemId: string; number: string }[]> {
  return tx.all(sql`
    select m.message_id as "messageId", m.item_id as "itemId", i.number from message_item m
      join item i on i.company_id = m.company_id and i.id = m.item_id
      where m.company_id = ${tx.company.id} and m.message_id = any(${messageIds}::uuid[]) order by m.message_id, i.number`);
}
