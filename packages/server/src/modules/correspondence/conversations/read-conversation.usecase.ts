/** A conversation whole, as a person reads it. */

import { localDate } from '@quittance/core/calendar';
import { type PromiseInText, promisesInText } from '@quittance/core/correspondence';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findContacts, recordsOfParty } from '../../customers/index.ts';
import { readContent } from '../messages/mail-content.queries.ts';
import type { Attachment, Message } from '../messages/message.ts';
import { findHtml, listAttachments, listMessageItems, listMessages } from '../messages/messages.queries.ts';
import { type ShownDelivery, shownDeliveries } from '../sending/deliveries.queries.ts';
import type { ConversationView } from './conversation.ts';
import { theConversation } from './conversations.usecase.ts';
import { type ShownHtml, shownHtml } from './shown-html.ts';

export interface ReadMessage extends Message {
  readonly attachments: readonly Attachment[];
  readonly items: readonly { readonly itemId: string; readonly number: string }[];
  readonly delivery: ShownDelivery | null;
  /** What it seems to promise, for a person to confirm. */
  readonly promises: readonly PromiseInText[];
  /** Of an incoming one: its address is a contact's of the customer. */
  readonly isKnownSender: boolean;
}

export interface ReadConversation {
  readonly conversation: ConversationView;
  readonly messages: readonly ReadMessage[];
}

export async function readConversation(tx: Tx, id: string): Promise<ReadConversation> {
  const conversation = await theConversation(tx, id);
  const messages = await listMessages(tx, id);
  const ids = messages.map((message) => message.id);
  const attachments = await listAttachments(tx, ids);
  const items = await listMessageItems(tx, ids);
  const deliveries = new Map((await shownDeliveries(tx, ids)).map((delivery) => [delivery.messageId, delivery]));
  const known = await addressesOf(tx, conversation.customerId);
  return {
    conversation,
    messages: messages.map((message) => ({
      ...message,
      attachments: attachments.filter(({ messageId }) => messageId === message.id),
      items: items.filter(({ messageId }) => messageId === message.id),
      delivery: deliveries.get(message.id) ?? null,
      promises: promisesOf(tx, message),
      isKnownSender: message.direction === 'in' && known.has(message.fromAddress),
    })),
  };
}

/** Nothing is promised by somebody who is not who they say. */
function promisesOf(tx: Tx, { direction, kind, body, happenedAt, authentication }: Message): PromiseInText[] {
  if (direction === 'out' || kind !== 'mail' || authentication === 'failed') return [];
  return promisesInText(body, { sentOn: localDate(happenedAt.slice(0, 10)), currency: tx.company.functionalCurrency });
}

async function addressesOf(tx: Tx, customerId: string | null): Promise<ReadonlySet<string>> {
  if (customerId === null) return new Set();
  const contacts = await findContacts(tx, await recordsOfParty(tx, customerId));
  return new Set(
    contacts.flatMap(({ email, endedAt }) => (email === null || endedAt !== null ? [] : [email.toLowerCase()])),
  );
}

const PICTURE_BYTES_MAX = 1024 * 1024;
const PICTURES_MAX = 20;

/** The HTML of a message; null when it has none. */
export async function readHtml(tx: Tx, messageId: string): Promise<ShownHtml | null> {
  const html = await findHtml(tx, messageId);
  if (html === null) return null;
  const pictures = new Map<string, string>();
  for (const file of (await listAttachments(tx, [messageId])).slice(0, PICTURES_MAX)) {
    if (!file.isInline || file.sha256 === null || file.byteCount > PICTURE_BYTES_MAX) continue;
    const content = await readContent(tx, file.sha256);
    if (content === undefined || !/^image\/(?:png|jpeg|gif)$/.test(file.mediaType)) continue;
    pictures.set(file.name, `data:${file.mediaType};base64,${Buffer.from(content).toString('base64')}`);
  }
  return shownHtml(html, pictures);
}
