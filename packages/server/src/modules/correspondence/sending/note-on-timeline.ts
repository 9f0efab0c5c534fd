/** A mail that went out or came in, as a line of the customer's timeline. */
import type { Tx } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { findContacts, insertActivities } from '../../customers/index.ts';
import { findConversation } from '../conversations/conversations.queries.ts';
import type { Message } from '../messages/message.ts';

const TEXT_CHARS_MAX = 500;

/** Written once: when a mail was sent, or came in, or its conversation was found to be this customer's. */
export async function noteOnTimeline(tx: Tx, message: Message): Promise<void> {
  const customerId = (await findConversation(tx, message.conversationId))?.customerId;
  if (customerId === undefined || customerId === null) return;
  const theirs = message.direction === 'in' ? [message.fromAddress] : message.recipients.map(({ address }) => address);
  const contacts = await findContacts(tx, [customerId]);
  const contact = contacts.find(({ email }) => email !== null && theirs.includes(email.toLowerCase()));
  await insertActivities(
    tx,
    [
      {
        id: newId(),
        customerId,
        contactId: contact?.id ?? null,
        kind: kindOf(message),
        text: message.subject.slice(0, TEXT_CHARS_MAX),
        detail: { messageId: message.id, conversationId: message.conversationId },
        happenedAt: message.happenedAt,
        // Whoever wrote it, not whoever or whatever carried it out.
        actorId: message.direction === 'in' ? undefined : message.actorId,
        actorName: message.direction === 'in' ? (message.fromName ?? message.fromAddress) : message.actorName,
      },
    ],
    null,
  );
}

function kindOf({ direction, postalAddress }: Message): 'mail_received' | 'mail' | 'letter' {
  if (direction === 'in') return 'mail_received';
  return postalAddress === null ? 'mail' : 'letter';
}
