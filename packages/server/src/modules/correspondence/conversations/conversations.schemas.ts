/** Conversations and messages as they travel. */
import { z } from 'zod';
import { instantMicros } from '../../../platform/clock.ts';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { ShownDelivery } from '../sending/deliveries.queries.ts';
import { asksPerson } from '../sending/next-try.ts';
import type { ConversationView } from './conversation.ts';
import type { ReadMessage } from './read-conversation.usecase.ts';

export const conversationSchema = z
  .object({
    id: z.string(),
    subject: z.string(),
    customerId: z.string().nullable(),
    customerNumber: z.string().nullable(),
    customerName: z.string().nullable(),
    state: z.enum(['open', 'handled']),
    assignedTo: z.string().nullable(),
    assignedToName: z.string().nullable(),
    messageCount: z.number().int(),
    lastMessageAt: z.string(),
    lastDirection: z.enum(['in', 'out']),
    lastFrom: z.string(),
    openingWords: z.string(),
    waitingSince: z.string().nullable().describe('Since when somebody waits for our answer'),
  })
  .meta({ id: 'Conversation' });

export function conversationJson(conversation: ConversationView): z.output<typeof conversationSchema> {
  const { token: _token, mailboxId: _mailbox, caseId: _case, ...shown } = conversation;
  return shown;
}

const addressSchema = z.object({ kind: z.enum(['to', 'cc']), address: z.string(), name: z.string().nullable() });
export const deliverySchema = z
  .object({
    state: z.enum(['queued', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn', 'to_print']),
    attempts: z.number().int(),
    tryAt: z.string().describe('When it is tried next, its server being away or not'),
    sentAt: z.string().nullable(),
    said: z.string().nullable().describe('What the server answered, or what kept it from being sent'),
    missing: z.array(z.string()).describe('Recipients who have not got it though others have'),
    asksPerson: z.boolean().describe('Nothing goes on by itself, or it has waited for more than a day'),
    mailboxState: z.enum(['in_use', 'paused', 'removed']),
    cameBack: z.boolean().describe('It did not go out, and whoever wrote it has not seen that yet'),
    canBeWrittenAgain: z.boolean().describe('A person wrote it, it did not go out, and nothing was written instead'),
  })
  .meta({ id: 'Delivery' });

export const messageSchema = z
  .object({
    id: z.string(),
    direction: z.enum(['in', 'out']),
    kind: z.enum(['mail', 'automatic', 'bounce', 'complaint', 'meeting_answer']),
    fromAddress: z.string(),
    fromName: z.string().nullable(),
    recipients: z.array(addressSchema),
    postalAddress: z.string().nullable().describe('Where a letter on paper goes; null: it is mail'),
    subject: z.string(),
    body: z.string(),
    happenedAt: z.string().describe('As the sender’s clock says'),
    arrivedAt: z.string(),
    actorName: z.string(),
    matchedBy: z.enum(['headers', 'token', 'sender', 'numbers']).nullable(),
    authentication: z.enum(['passed', 'failed', 'unknown']).nullable(),
    authenticationDetail: z.string().nullable(),
    isKnownSender: z.boolean(),
    paymentReference: z.string().nullable(),
    hasWhole: z.boolean().describe('The whole mail can be fetched'),
    delivery: deliverySchema.nullable(),
    attachments: z.array(
      z.object({
        number: z.number().int(),
        name: z.string(),
        mediaType: z.string(),
        bytes: z.number().int(),
        refusal: z.string().nullable().describe('Why it cannot be opened here'),
      }),
    ),
    items: z.array(z.object({ id: z.string(), number: z.string() })),
    promises: z
      .array(z.object({ on: z.string(), amount: moneyJsonSchema.nullable(), sentence: z.string() }))
      .describe('What it seems to promise; a person confirms'),
  })
  .meta({ id: 'Message' });

export function deliveryJson(delivery: ShownDelivery, now: string): z.output<typeof deliverySchema> {
  const { state, attempts, tryAt, sentAt, said, leftTo, mailbox } = delivery;
  const { againAt, error } = mailbox;
  const waits = state === 'queued';
  return {
    ...{ state, attempts, sentAt },
    tryAt: waits && againAt !== null && instantMicros(againAt) > instantMicros(tryAt) ? againAt : tryAt,
    said: waits ? (said ?? error) : said,
    missing: [...(leftTo ?? [])],
    asksPerson: asksPerson(delivery, now) || (waits && (mailbox.isRemoved || !mailbox.isEnabled)),
    mailboxState: mailbox.isRemoved ? 'removed' : mailbox.isEnabled ? 'in_use' : 'paused',
    cameBack: delivery.comesBackTo !== null,
    canBeWrittenAgain: delivery.isLastWord && (state === 'withdrawn' || state === 'failed'),
  };
}

export function messageJson(message: ReadMessage, now: string): z.output<typeof messageSchema> {
  const { id, direction, kind, fromAddress, fromName, subject, body, happenedAt, arrivedAt, actorName, matchedBy } =
    message;
  return {
    ...{ id, direction, kind, fromAddress, fromName, subject, body, happenedAt, arrivedAt, actorName, matchedBy },
    recipients: message.recipients.map(({ kind: role, address, name }) => ({ kind: role, address, name })),
    postalAddress: message.postalAddress,
    authentication: message.authentication,
    authenticationDetail: message.authenticationDetail,
    isKnownSender: message.isKnownSender,
    paymentReference: message.paymentReference,
    hasWhole: message.rawSha256 !== null || message.delivery?.rawSha256 != null,
    delivery: message.delivery === null ? null : deliveryJson(message.delivery, now),
    attachments: message.attachments
      .filter(({ isInline }) => !isInline)
      .map(({ number, name, mediaType, byteCount, refusal }) => ({
        number,
        name,
        mediaType,
        bytes: Number(byteCount),
        refusal,
      })),
    items: message.items.map(({ itemId, number }) => ({ id: itemId, number })),
    promises: message.promises.map(({ on, amountMinor, currency, sentence }) => ({
      on,
      amount: amountMinor === null || currency === null ? null : moneyJson(amountMinor, currency),
      sentence,
    })),
  };
}
