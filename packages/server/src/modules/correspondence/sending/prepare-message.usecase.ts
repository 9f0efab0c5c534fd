/**
 * The mail of a message, made before anybody claims it: a statement is drawn while no transaction is open and nothing is locked. It is
 * kept with the claim; from then on each try hands over the same bytes.
 */
import { addressWithToken, LOOP_HEADER, subjectWithToken } from '@quittance/core/correspondence';
import type { Scope, Tx } from '../../../platform/database/transaction.ts';
import { assert } from '../../../platform/errors.ts';
import { type ComposedFile, type ComposedMail, composeMail } from '../../../platform/mail/index.ts';
import { findConversation } from '../conversations/conversations.queries.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { keepContent, readContent } from '../messages/mail-content.queries.ts';
import type { Message } from '../messages/message.ts';
import { findHtml, findMessage, insertAttachments, listAttachments } from '../messages/messages.queries.ts';
import { type StatementFile, statementFile } from '../statements/statement-file.ts';
import { statementsOf } from '../statements/statements-of-letter.ts';
import { saveRaw } from './deliveries.queries.ts';
import { enclosedFile } from './enclosures.ts';

export interface PreparedMail {
  readonly raw: Uint8Array;
  /** Drawn for this letter, to be kept beside what was attached to it before. */
  readonly statements: readonly StatementFile[];
}

/** Throws `pdf_not_drawn`, `statement_too_long`. */
export async function prepareMail(
  { database, enclosures }: Pick<CorrespondenceContext, 'database' | 'enclosures'>,
  scope: Scope,
  { messageId, mailbox }: { readonly messageId: string; readonly mailbox: Mailbox },
): Promise<PreparedMail> {
  const { mail, orders, enclosed } = await database.read(scope, async (tx) => {
    const message = await findMessage(tx, messageId);
    assert(message !== undefined, 'a delivery has its message');
    const { customerId, token } = await theConversation(tx, message);
    const orders = await statementsOf(tx, message, customerId);
    const enclosed = (await enclosures?.(tx, messageId)) ?? [];
    return { mail: await mailOf(tx, { message, mailbox, token }), orders, enclosed };
  });
  const statements: StatementFile[] = [];
  for (const { statement, format } of orders) statements.push(await statementFile(statement, format));
  for (const one of enclosed) statements.push(await enclosedFile(one));
  const raw = await composeMail({ ...mail, files: [...mail.files, ...statements] });
  return { raw, statements };
}

/** In the transaction of the claim. */
export async function keepPrepared(tx: Tx, messageId: string, { raw, statements }: PreparedMail): Promise<void> {
  let number = (await listAttachments(tx, [messageId])).length;
  for (const { name, type: mediaType, content } of statements) {
    number += 1;
    const file = { messageId, number, name, mediaType, byteCount: BigInt(content.length) };
    await insertAttachments(tx, [{ ...file, sha256: await keepContent(tx, content), isInline: false, refusal: null }]);
  }
  await saveRaw(tx, messageId, await keepContent(tx, raw));
}

async function theConversation(tx: Tx, { conversationId }: Message) {
  const conversation = await findConversation(tx, conversationId);
  assert(conversation !== undefined, 'a message has its conversation');
  return conversation;
}

async function mailOf(
  tx: Tx,
  { message, mailbox, token }: { readonly message: Message; readonly mailbox: Mailbox; readonly token: string },
): Promise<ComposedMail> {
  const { hasAddressTokens, address } = mailbox;
  return {
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
  };
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
