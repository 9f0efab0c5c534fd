import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { MENTION_KINDS, readMentions, SEEN_KINDS, seeMention } from './mentions.usecase.ts';

const TAG = 'mentions';

const mentionSchema = z
  .object({
    kind: z.enum(MENTION_KINDS),
    id: z.string().describe('Of the note’s first version, the task, the accolade, the blocker or the message'),
    conversationId: z.string().nullable().describe('Where a letter that came back stands'),
    text: z.string(),
    customerId: z.string().nullable(),
    customerName: z.string().nullable(),
    at: z.string(),
    byName: z.string(),
  })
  .meta({ id: 'Mention' });

export function registerMentionRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/mentions',
    permission: 'worklist.read',
    tag: TAG,
    summary:
      'Notes and tasks in which you were named, tasks and accolades that you were given, letters of yours that did not go out, until you have seen them',
    description: 'Blockers that you see to stand among them on their day, until they are solved or have another.',
    answer: z.object({ rows: z.array(mentionSchema) }),
    handler: async ({ scope }) => ({ rows: await database.read(scope, readMentions) }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/mentions/seen',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Says that you have seen one of them',
    body: z.object({ kind: z.enum(SEEN_KINDS), id: z.uuid() }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('mention.see'), async (tx) => {
        await seeMention(tx, call.body);
        return null;
      });
    },
  });
}
