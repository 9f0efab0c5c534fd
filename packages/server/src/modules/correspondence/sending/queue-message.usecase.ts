/**
 * Puts a message on its way, in the transaction of whoever decided it: with it, the message stands; without it, there is none.
 * Sending it is another's work (`send-waiting.usecase.ts`).
 */
import { plainSubject } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { refusals } from '../../customers/index.ts';
import { keptLine, openingWordsOf, SUBJECT_CHARS_MAX } from '../conversations/conversation.ts';
import {
  findConversation,
  insertConversation,
  lockConversation,
  noteMessage,
} from '../conversations/conversations.queries.ts';
import { newToken } from '../conversations/new-token.ts';
import { theMailbox, theSendingMailbox } from '../mailboxes/mailboxes.usecase.ts';
import { keepContent } from '../messages/mail-content.queries.ts';
import type { Message } from '../messages/message.ts';
import { findTakenKeys, takeKeys } from '../messages/message-keys.queries.ts';
import {
  findMessage,
  insertAttachments,
  insertMessageItems,
  insertMessages,
  listMessages,
} from '../messages/messages.queries.ts';
import { insertDeliveries } from './deliveries.queries.ts';
import {
  BODY_CHARS_MAX,
  FILES_BYTES_MAX,
  FILES_MAX,
  type MessageDraft,
  type QueuedMessage,
  RECIPIENTS_MAX,
} from './message-draft.ts';
import { type MessagePlace, outgoingMessage } from './outgoing-message.ts';
import { findSuppressed } from './suppressed-addresses.queries.ts';

/**
 * Returns the message, or the earlier one that was queued for the same keys. Throws `already_sent` when only some of the keys are
 * taken, `conversation_moved_on`, `no_recipient`, `address_suppressed`, `recipient_refuses_mail`, `no_mailbox`, `message_too_large`.
 */
export async function queueMessage(tx: CommandTx, draft: MessageDraft): Promise<QueuedMessage> {
  const earlier = await earlierMessage(tx, draft.keys ?? []);
  if (earlier !== undefined) return earlier;
  refuseUnsendable(draft);
  await refuseSuppressed(tx, draft);
  const place = await placeOf(tx, draft);
  if (draft.isCancellation !== true) await refuseUnwilling(tx, draft, place);
  const message = outgoingMessage(tx, draft, place);
  const { id } = message;
  await insertMessages(tx, [message]);
  await takeKeys(tx, [{ messageId: id, keys: draft.keys ?? [] }]);
  await insertMessageItems(tx, [{ messageId: id, itemIds: draft.itemIds ?? [], askedMinor: draft.askedMinor }]);
  await keepFiles(tx, id, draft);
  const state = draft.onPaper === undefined ? 'queued' : 'to_print';
  await insertDeliveries(tx, [{ messageId: id, mailboxId: place.mailbox.id, state }]);
  await noteMessage(tx, {
    conversationId: place.conversationId,
    at: tx.recordedAt,
    direction: 'out',
    from: tx.actor.name,
    openingWords: openingWordsOf(draft.text),
    asksForAnswer: false,
  });
  const after = {
    subject: draft.subject,
    to: message.recipients.map(({ address }) => address),
    template: draft.template,
  };
  tx.audit({ action: 'correspondence.message_queued', subjectKind: 'message', subjectId: id, after });
  return { id, conversationId: place.conversationId, isNew: true };
}

async function earlierMessage(tx: Tx, keys: readonly string[]): Promise<QueuedMessage | undefined> {
  const taken = await findTakenKeys(tx, keys);
  if (taken.size === 0) return undefined;
  const [messageId = '', ...others] = new Set(taken.values());
  if (taken.size === keys.length && others.length === 0) {
    const message = await findMessage(tx, messageId);
    return { id: messageId, conversationId: message?.conversationId ?? '', isNew: false };
  }
  const message = `${taken.size} of ${keys.length} of what this message is for was sent before. Leave it out: nothing is sent twice.`;
  throw new AppError('already_sent', message, { status: 409, details: { keys: [...taken.keys()] } });
}

function refuseUnsendable({ to, cc = [], text, files = [], subject, onPaper }: MessageDraft): void {
  if (to.length === 0 && onPaper === undefined)
    throw new AppError('no_recipient', 'The message goes to nobody. Choose a contact with an address.');
  if (to.length + cc.length > RECIPIENTS_MAX) {
    throw new AppError('too_many_recipients', `A message goes to at most ${RECIPIENTS_MAX} addresses.`);
  }
  const byteCount = files.reduce((sum, file) => sum + file.content.length, 0);
  const isTooLarge = text.length > BODY_CHARS_MAX || byteCount > FILES_BYTES_MAX || files.length > FILES_MAX;
  if (isTooLarge || subject.length > SUBJECT_CHARS_MAX) {
    const message = `A message has at most ${BODY_CHARS_MAX} characters, ${SUBJECT_CHARS_MAX} in its subject, and ${FILES_MAX} files of 17 MB together. Leave something out.`;
    throw new AppError('message_too_large', message);
  }
}

async function refuseSuppressed(tx: Tx, { to, cc = [] }: MessageDraft): Promise<void> {
  const [first] = await findSuppressed(
    tx,
    [...to, ...cc].map(({ address }) => address),
  );
  if (first === undefined) return;
  const message = `${first.address} gets no mail any more (${first.reason} since ${first.since.slice(0, 10)}). Use another address, or lift it under Company → Mail.`;
  throw new AppError('address_suppressed', message, { details: { address: first.address, reason: first.reason } });
}

/** Whoever wrote to us gets an answer, whatever they said of letters. */
async function refuseUnwilling(tx: Tx, { to, cc = [] }: MessageDraft, { before }: MessagePlace): Promise<void> {
  const asked = new Set(
    before.filter(({ direction }) => direction === 'in').map((message) => lower(message.fromAddress)),
  );
  const addresses = [...to, ...cc].map(({ address }) => lower(address)).filter((address) => !asked.has(address));
  const first = (await refusals(tx, { addresses })).find(({ mayMail }) => !mayMail);
  if (first === undefined) return;
  const { name, address, since } = first;
  const message = `${name} (${address}) does not want to be written to (said on ${since}). Write to somebody else, or note on the customer’s page what they say now.`;
  throw new AppError('recipient_refuses_mail', message, { details: { name, address, since } });
}

const lower = (address: string): string => address.toLowerCase();

async function placeOf(tx: CommandTx, draft: MessageDraft): Promise<MessagePlace> {
  if (draft.conversationId !== undefined) {
    const conversation = await findConversation(tx, draft.conversationId);
    if (conversation === undefined) throw notFound('conversation', draft.conversationId);
    const mailbox = await theMailbox(tx, conversation.mailboxId);
    if (draft.seenMessages !== undefined) await lockConversation(tx, conversation.id);
    const before = await listMessages(tx, conversation.id);
    refuseUnseen(before, draft.seenMessages ?? before.length);
    return { mailbox, conversationId: conversation.id, before };
  }
  const mailbox = await theSendingMailbox(tx, draft.mailboxId);
  const conversationId = newId();
  await insertConversation(tx, {
    id: conversationId,
    token: newToken(),
    mailboxId: mailbox.id,
    subject: keptLine(plainSubject(draft.subject), SUBJECT_CHARS_MAX),
    customerId: draft.customerId,
    at: tx.recordedAt,
    direction: 'out',
    from: tx.actor.name,
  });
  return { mailbox, conversationId, before: [] };
}

/** Two people do not answer one mail: who comes second reads first what the other wrote. */
function refuseUnseen(messages: readonly Message[], seen: number): void {
  const latest = messages.at(-1);
  if (messages.length <= seen || latest === undefined) return;
  const name = latest.direction === 'out' ? latest.actorName : (latest.fromName ?? latest.fromAddress);
  const message = `${name} has written in this conversation meanwhile. Read it, then send yours or leave it.`;
  throw new AppError('conversation_moved_on', message, { status: 409, details: { name } });
}

async function keepFiles(tx: Tx, messageId: string, { files = [] }: MessageDraft): Promise<void> {
  const attachments = [];
  for (const [index, file] of files.entries()) {
    const { name, type: mediaType, content } = file;
    const sha256 = await keepContent(tx, content);
    const isInline = file.contentId !== undefined;
    attachments.push({
      messageId,
      number: index + 1,
      name: isInline ? (file.contentId ?? name) : name,
      mediaType,
      byteCount: BigInt(content.length),
      sha256,
      isInline,
      refusal: null,
    });
  }
  await insertAttachments(tx, attachments);
}
