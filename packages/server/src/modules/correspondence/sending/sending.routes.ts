/** Letters put on their way: by mail, with files, or on paper. */
import { z } from 'zod';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { takeUp } from '../conversations/conversations.usecase.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { printLetter } from '../paper/print-letter.usecase.ts';
import {
  ADDRESSES_MAX,
  addressSchema,
  letterSchema,
  postalAddressSchema,
  subjectSchema,
  templateUseSchema,
} from '../templates/letters.schemas.ts';
import { finishLetter } from '../templates/write-letter.usecase.ts';
import { keepLetterFile, letterFiles, wholeLetterFile } from './letter-files.usecase.ts';
import { FILES_MAX } from './message-draft.ts';
import { queueMessage } from './queue-message.usecase.ts';
import { noteWrittenAgain } from './write-again.usecase.ts';

const TAG = 'correspondence';
const fileNameSchema = z.string().trim().min(1).max(200);

const outgoingSchema = letterSchema.extend({
  conversationId: z.uuid().optional(),
  seenMessages: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe('So many messages of the conversation were read; refused when more have come or gone since'),
  mailboxId: z.uuid().optional(),
  to: z.array(addressSchema).max(ADDRESSES_MAX).default([]),
  cc: z.array(addressSchema).max(ADDRESSES_MAX).default([]),
  postalAddress: postalAddressSchema
    .optional()
    .describe('On paper, to be printed and posted by a person: the address, line by line'),
  subject: subjectSchema,
  template: templateUseSchema.nullable().default(null),
  files: z
    .array(z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/), name: fileNameSchema }))
    .max(FILES_MAX)
    .default([])
    .describe('Kept before under letter-files'),
  hasOwnWords: z.boolean().default(true).describe('False: the words are the template’s as they were filled in'),
  insteadOf: z.uuid().optional().describe('A letter that did not go out, which this one is written instead of'),
});

export function registerSendingRoutes(app: HttpApp, context: CorrespondenceContext): void {
  const { database } = context;
  app.companyRoute({
    method: 'POST',
    path: '/letters',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Puts a letter on its way, in a conversation or a new one; on paper, it waits to be printed',
    body: outgoingSchema,
    answer: z.object({ id: z.string(), conversationId: z.string() }),
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('correspondence.send'), (tx) => sendLetter(tx, call.body, context)),
  });

  app.companyRoute({
    method: 'POST',
    path: '/letter-files',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Keeps a file that goes with a letter; its type and size are checked',
    body: 'file',
    answer: z.object({
      ...{ sha256: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number().int() },
    }),
    status: 201,
    handler: async (call) => {
      const file = await call.file();
      const content = await wholeLetterFile(file.content);
      return runCommand(database, call.scope, call.command('correspondence.letter_file'), (tx) =>
        keepLetterFile(tx, { name: file.name, content }),
      );
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/messages/:id/paper',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'A letter on paper as PDF, with the statement that goes with it',
    params: z.object({ id: z.uuid() }),
    answer: 'file',
    handler: ({ scope, params }) => printLetter(context, scope, params.id),
  });
}

async function sendLetter(
  tx: CommandTx,
  asked: z.output<typeof outgoingSchema>,
  { asking }: Pick<CorrespondenceContext, 'asking'>,
) {
  const { itemIds, body, files, postalAddress, hasOwnWords, insteadOf, ...letter } = asked;
  const {
    paper,
    files: pictures,
    ...finished
  } = await finishLetter(tx, {
    ...{ ...letter, body, itemIds, takeOff: asking?.takeOff },
  });
  const chosen = await letterFiles(tx, files);
  const asWritten = { body, hasOwnWords, files };
  const draft = { ...letter, ...finished, itemIds, files: [...pictures, ...chosen], asWritten };
  const onPaper = postalAddress === undefined ? {} : { onPaper: { postalAddress, letter: paper }, to: [], cc: [] };
  const { id, conversationId } = await queueMessage(tx, { ...draft, ...onPaper });
  if (letter.conversationId !== undefined) await takeUp(tx, conversationId);
  if (insteadOf !== undefined) await noteWrittenAgain(tx, insteadOf);
  const { customerId, template } = letter;
  if (customerId !== null && template !== null) {
    const address = letter.to[0]?.address ?? null;
    await asking?.noteWritten(tx, { messageId: id, customerId, purpose: template.purpose, itemIds, address });
  }
  return { id, conversationId };
}
