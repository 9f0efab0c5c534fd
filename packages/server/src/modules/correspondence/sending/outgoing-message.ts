/** A message of ours as it is kept, with the Message-ID that it will have wherever it goes. */
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Message, NewMessage, Recipient } from '../messages/message.ts';
import type { MessageDraft } from './message-draft.ts';

export interface MessagePlace {
  readonly mailbox: Mailbox;
  readonly conversationId: string;
  /** The messages before, the oldest first. */
  readonly before: readonly Message[];
}

/** Of a long thread, the latest: headers have their limit too. */
const REFERENCES_MAX = 20;

export function outgoingMessage(
  tx: Tx,
  draft: MessageDraft,
  { mailbox, conversationId, before }: MessagePlace,
): NewMessage {
  const answered = before.filter(({ direction }) => direction === 'in').at(-1) ?? before.at(-1);
  const recipients: Recipient[] = [
    ...draft.to.map((address) => ({ kind: 'to' as const, ...address })),
    ...(draft.cc ?? []).map((address) => ({ kind: 'cc' as const, ...address })),
  ];
  const id = newId();
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1);
  return {
    id,
    conversationId,
    mailboxId: mailbox.id,
    direction: 'out',
    kind: 'mail',
    messageId: `<${id}@${domain}>`,
    inReplyTo: answered?.messageId ?? null,
    referenceIds: before.map(({ messageId }) => messageId).slice(-REFERENCES_MAX),
    fromAddress: mailbox.address,
    fromName: mailbox.name,
    recipients,
    postalAddress: draft.onPaper?.postalAddress ?? null,
    paper: draft.onPaper?.letter ?? null,
    asWritten: draft.asWritten ?? null,
    subject: draft.subject,
    body: draft.text,
    html: draft.html ?? null,
    language: draft.language ?? null,
    template: draft.template ?? null,
    paymentReference: draft.paymentReference ?? null,
    isAutomatic: draft.isAutomatic ?? false,
    matchedBy: null,
    authentication: null,
    authenticationDetail: null,
    rawSha256: null,
    byteCount: null,
    happenedAt: tx.recordedAt,
  };
}
