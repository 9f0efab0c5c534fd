/** What people do on the list: set a customer aside, bring it back, write down a contact with its next step. */
import { CONTACT_KINDS, CONTACT_OUTCOMES } from '@quittance/core/worklist';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { type HttpApp, localDateSchema } from '../../../platform/http/index.ts';
import { bringBack, recordContact, setAside } from './work-list.usecase.ts';

const TAG = 'worklist';
const REASON_CHARS_MAX = 500;
const TEXT_CHARS_MAX = 10_000;
const DAY_SECONDS = 86_400;
const customerParams = z.object({ customerId: z.uuid() });

export function registerWorkRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/worklist/:customerId/marks',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Sets a customer aside: done for today, or snoozed until a day',
    params: customerParams,
    body: z.object({
      kind: z.enum(['done', 'snoozed']),
      backOn: localDateSchema.nullable().default(null).describe('Of what is snoozed; tomorrow when absent'),
      reason: z.string().trim().min(1).max(REASON_CHARS_MAX).nullable().default(null),
    }),
    answer: z.object({ id: z.uuid() }),
    status: 201,
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('worklist.set_aside'), (tx) => setAside(tx, params.customerId, body)),
  });

  app.companyRoute({
    method: 'POST',
    path: '/worklist-marks/:id/withdraw',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Brings a customer back to the list',
    params: z.object({ id: z.uuid() }),
    answer: 'nothing',
    handler: async ({ scope, params, command }) => {
      await runCommand(database, scope, command('worklist.bring_back'), async (tx) => {
        await bringBack(tx, params.id);
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/worklist/:customerId/contacts',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Writes down a contact with its outcome and next step, in one',
    params: customerParams,
    body: z.object({
      kind: z.enum(CONTACT_KINDS),
      outcome: z.enum(CONTACT_OUTCOMES).nullable().default(null),
      text: z.string().trim().max(TEXT_CHARS_MAX).default(''),
      contactId: z.uuid().nullable().default(null),
      durationSeconds: z.number().int().min(0).max(DAY_SECONDS).nullable().default(null),
      backOn: localDateSchema.nullable().default(null).describe('Back on the list then; null: stays on it'),
    }),
    answer: z.object({ activityId: z.uuid(), markId: z.uuid().nullable() }),
    status: 201,
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('worklist.contact'), (tx) => recordContact(tx, params.customerId, body)),
  });
}
