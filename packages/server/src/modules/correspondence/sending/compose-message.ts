/** The mail of a message: the same bytes at every try. */
import { addressWithToken, LOOP_HEADER, subjectWithToken } from '@quittance/core/correspondence';
import type { Tx } from '../../../platform/database/transaction.ts';
import { assert } from '../../../platform/errors.ts';
import { type ComposedFile, composeMail } from '../../../platform/mail/index.ts';
import { findConversation } from '../conversations/conversations.queries.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { keepContent, readContent } from '../messages/mail-content.queries.ts';
import type { Delivery, Message } from '../messages/message.ts';
import { findHtml, listAttachments } from '../messages/messages.queries.ts';
import { attachStatement } from '../statements/attach-statement.usecase.ts';
import { saveRaw } from './deliveries.queries.ts';

/** Composes it at the first try and keeps it; at a later try gives what was kept. */
export async function rawOf(
  tx: Tx,
  { delivery, message, mailbox }: { delivery: Delivery; message: Message; mailbox: Mailbox },
): Promise<Uint8Array> {
  const kept = delivery.rawSha256 === null ? undefined : await readContent(tx, delivery.rawSha256);
  if (kept !== undefined) return kept;
  const raw = await compose(tx, message, mailbox);
  await saveRaw(tx, message.id, await keepContent(tx, raw));
  return raw;
}

async function compose(tx: Tx, message: Message, mailbox: Mailbox): Promise<Uint8Array> {
  const conversation = await findConversation(tx, message.conversationId);
  assert(conversation !== undefined, 'a message has its conversation');
  const { token } = conversation;
  await attachStatement(tx, message, conversation.customerId);
  const { hasAddressTokens, address } = mailbox;
  return composeMail({
    from: { address, name: mailbox.name },
    replyTo: hasAddressTokens ? addressWithToken(address, token) : null,
    to: message.recipients.filter(({ kind }) => kind === 'to'),
    cc: message.recipients.filter(({ kind }) => kind === 'cc'),
    subject: hasAddressTokens ? message.subject : subjectWithToken(message.subject, token),
    text: message.body,
    html: await findHtml(tx, message.id),
    messageId: message.messageId,
    inReplyTo: message.inReplyTo,
    references: message.referenceIds,
    date: message.happenedAt,
    headers: {
      [LOOP_HEADER]: address,
      ...(message.isAutomatic ? { 'Auto-Submitted': 'auto-generated' } : {}),
    },
    files: await filesOf(tx, message.id),
  });
}

async function filesOf(tx: Tx, messageId: string): Promise<ComposedFile[]> {
  const files: ComposedFile[] = [];
  for (const { name, mediaType: type, sha256, isInline } of await listAttachments(tx, [messageId])) {
    const content = sha256 === null ? undefined : await readContent(tx, sha256);
    assert(content !== undefined, 'what is attached is kept');
    files.push({ name, type, content, ...(isInline ? { contentId: name } : {}) });
  }
  return files;
}
