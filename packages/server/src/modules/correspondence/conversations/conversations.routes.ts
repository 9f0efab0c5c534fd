/** The inbox that a company's people share, and a conversation in it. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../../platform/http/index.ts';
import { recordsOfParty } from '../../customers/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { readContent } from '../messages/mail-content.queries.ts';
import { findAttachment, findMessage } from '../messages/messages.queries.ts';
import { countAsked, findDelivery, openDeliveries } from '../sending/deliveries.queries.ts';
import { answerForDelivery } from '../sending/resolve-uncertain.usecase.ts';
import { countInbox, listInbox } from './conversations.queries.ts';
import {
  conversationJson,
  conversationSchema,
  deliveryJson,
  deliverySchema,
  messageJson,
  messageSchema,
} from './conversations.schemas.ts';
import { assignConversation, linkCustomer, setHandled } from './conversations.usecase.ts';
import { giveToOwner } from './give-to-owner.usecase.ts';
import { readConversation, readHtml } from './read-conversation.usecase.ts';
import { searchConversations } from './search-conversations.queries.ts';

const TAG = 'correspondence';
const idSchema = z.object({ id: z.uuid() });
const WORDS_CHARS_MAX = 200;
const FOUND_MAX = 50;
const DELIVERIES_MAX = 200;

export function registerConversationRoutes(app: HttpApp, context: CorrespondenceContext): void {
  registerInbox(app, context);
  registerReading(app, context);
  registerActs(app, context);
  registerDeliveries(app, context);
}

function registerInbox(app: HttpApp, { database, portfoliosOf }: CorrespondenceContext): void {
  const ownersIn = async (tx: Tx, portfolio: string | undefined): Promise<readonly string[] | undefined> => {
    if (portfolio !== 'mine') return portfolio === undefined ? undefined : [portfolio];
    return portfoliosOf?.(tx, tx.actor.id) ?? [tx.actor.id];
  };
  app.companyRoute({
    method: 'GET',
    path: '/conversations',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'Conversations with customers, the latest first; by words, the latest fifty that have them',
    query: pageQuerySchema.extend({
      part: z.enum(['unassigned', 'mine', 'waiting', 'all', 'handled']).default('all'),
      customer: z.uuid().optional(),
      portfolio: z
        .union([z.literal('mine'), z.uuid()])
        .optional()
        .describe('Of the customers whom this person looks after; mine: and of whom one covers today'),
      words: z.string().trim().max(WORDS_CHARS_MAX).optional(),
    }),
    answer: pageSchema(conversationSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const ownerIds = await ownersIn(tx, query.portfolio);
        if (query.words) {
          const found = await searchConversations(tx, { words: query.words, limit: FOUND_MAX, ownerIds });
          return { rows: found.map(conversationJson), next: null };
        }
        const [at, id] = decodeCursor(query.cursor, 2) ?? [];
        const rows = await listInbox(tx, {
          part: query.part,
          personId: scope.actor.id,
          customerIds: query.customer === undefined ? undefined : await recordsOfParty(tx, query.customer),
          ownerIds,
          before: at === undefined || id === undefined ? undefined : { at, id },
          limit: query.limit + 1,
        });
        return pageOf(rows.map(conversationJson), query.limit, (row) => [row.lastMessageAt, row.id]);
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/conversations/counts',
    permission: 'correspondence.read',
    tag: TAG,
    summary:
      'How many conversations are open: nobody’s that wait, one’s own, all that wait, all; and messages not sent that somebody has to see to',
    answer: z.object({
      ...{ unassigned: z.number().int(), mine: z.number().int(), waiting: z.number().int(), all: z.number().int() },
      unsent: z.number().int(),
    }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({
        ...(await countInbox(tx, scope.actor.id)),
        unsent: await countAsked(tx),
      })),
  });
}

function registerReading(app: HttpApp, { database }: CorrespondenceContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/conversations/:id',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'A conversation with its messages, the oldest first',
    params: idSchema,
    answer: z.object({ conversation: conversationSchema, messages: z.array(messageSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const { conversation, messages } = await readConversation(tx, params.id);
        return {
          conversation: conversationJson(conversation),
          messages: messages.map((one) => messageJson(one, tx.recordedAt)),
        };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/messages/:id/html',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'The HTML of a message as it may be shown: without scripts and pictures from outside',
    params: idSchema,
    answer: z.object({ html: z.string().nullable(), blockedPictures: z.number().int() }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        if ((await findMessage(tx, params.id)) === undefined) throw notFound('message', params.id);
        return (await readHtml(tx, params.id)) ?? { html: null, blockedPictures: 0 };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/messages/:id/attachments/:number',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'A file of a message',
    params: z.object({ id: z.uuid(), number: z.coerce.number().int().min(1).max(1_000) }),
    answer: 'file',
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const file = await findAttachment(tx, params.id, params.number);
        if (file === undefined) throw notFound('attachment', `${params.id}/${params.number}`);
        const content = file.sha256 === null ? undefined : await readContent(tx, file.sha256);
        if (content === undefined) {
          const message = `${file.name} cannot be opened here: ${file.refusal ?? 'it is not kept'}. The whole mail has it.`;
          throw new AppError('attachment_not_opened', message);
        }
        return { name: file.name, type: file.mediaType, content };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/messages/:id/whole',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'The whole mail as it came or went',
    params: idSchema,
    answer: 'file',
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const message = await findMessage(tx, params.id);
        const sha256 = message?.rawSha256 ?? (await findDelivery(tx, params.id))?.rawSha256 ?? null;
        const content = sha256 === null ? undefined : await readContent(tx, sha256);
        if (content === undefined) throw notFound('whole mail of message', params.id);
        return { name: 'message.eml', type: 'message/rfc822', content };
      }),
  });
}

function registerActs(app: HttpApp, { database, personOf }: CorrespondenceContext): void {
  app.companyRoute({
    method: 'POST',
    path: '/conversations/:id/assignment',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Says whose a conversation is',
    params: idSchema,
    body: z.object({ personId: z.uuid().nullable() }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('correspondence.assign'), (tx) =>
        assignConversation(tx, call.params.id, call.body.personId),
      );
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/conversations/:id/customer',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Says whose customer’s a conversation is; what is nobody’s then goes to whoever looks after that customer',
    params: idSchema,
    body: z.object({ customerId: z.uuid().nullable() }),
    answer: 'nothing',
    handler: async (call) => {
      const { id: conversationId } = call.params;
      const { customerId } = call.body;
      await runCommand(database, call.scope, call.command('correspondence.link_customer'), async (tx) => {
        await linkCustomer(tx, conversationId, customerId);
        await giveToOwner(tx, { conversationId, customerId, personOf });
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/conversations/:id/handled',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Is done with a conversation, or opens it again',
    params: idSchema,
    body: z.object({ isHandled: z.boolean() }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('correspondence.handle'), (tx) =>
        setHandled(tx, call.params.id, call.body.isHandled),
      );
    },
  });
}

function registerDeliveries(app: HttpApp, context: CorrespondenceContext): void {
  const { database } = context;
  const openSchema = deliverySchema.extend({
    messageId: z.string(),
    conversationId: z.string(),
    subject: z.string(),
    customerName: z.string().nullable(),
    to: z.array(z.string()),
    queuedAt: z.string(),
    mailboxName: z.string(),
  });
  app.companyRoute({
    method: 'GET',
    path: '/deliveries',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'Messages that did not go out: failed and uncertain ones first, then what waits',
    answer: z.object({ rows: z.array(openSchema) }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({
        rows: (await openDeliveries(tx, DELIVERIES_MAX)).map((open) => {
          const { messageId, conversationId, subject, customerName, recipients, queuedAt, postalAddress } = open;
          return {
            ...deliveryJson(open, tx.recordedAt),
            ...{ messageId, conversationId, subject, customerName, queuedAt, mailboxName: open.mailbox.name },
            to: postalAddress === null ? recipients.map(({ address }) => address) : postalAddress.split('\n'),
          };
        }),
      })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/messages/:id/delivery',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Says whether a message went out, sends it again, or gives it up',
    params: idSchema,
    body: z.object({ answer: z.enum(['was_sent', 'send_again', 'give_up']) }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('correspondence.answer_delivery'), (tx) =>
        answerForDelivery(tx, { messageId: call.params.id, answer: call.body.answer }, context),
      );
    },
  });
}
