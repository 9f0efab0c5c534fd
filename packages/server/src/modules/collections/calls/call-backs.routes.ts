import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../../platform/http/index.ts';
import { addCallBack, callBacksInHours, changeCallBack, dropCallBack } from './call-backs.usecase.ts';
import { callBackJson, callBackSchema } from './calls.json.ts';

const TAG = 'calls';
const NOTE_CHARS_MAX = 2_000;
const REASON_CHARS_MAX = 500;
const idParams = z.object({ id: z.uuid() });
const whenSchema = z.object({ at: z.iso.datetime(), assigneeId: z.uuid() });

export function registerCallBackRoutes(app: HttpApp, database: Database): void {
  registerList(app, database);
  registerActs(app, database);
}

function registerList(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/call-backs',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Calls to be made again, the soonest first, with when both sides work',
    query: pageQuerySchema.extend({
      whose: z.enum(['mine', 'all']).default('mine'),
      dueBefore: z.iso.datetime().optional(),
    }),
    answer: pageSchema(callBackSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [dueAt, id] = decodeCursor(query.cursor, 2) ?? [];
        const after = dueAt === undefined || id === undefined ? undefined : { dueAt, id };
        const assigneeId = query.whose === 'mine' ? tx.actor.id : undefined;
        const filter = { assigneeId, dueBefore: query.dueBefore, after, limit: query.limit + 1 };
        const rows = await callBacksInHours(tx, filter);
        return pageOf(rows.map(callBackJson), query.limit, (row) => [row.dueAt, row.id]);
      }),
  });
}

function registerActs(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/call-backs',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Sets when a customer is to be called again, and by whom',
    params: idParams,
    body: whenSchema.extend({
      contactId: z.uuid().nullable().default(null),
      note: z.string().trim().max(NOTE_CHARS_MAX).default(''),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('call_back.add'), async (tx) => ({
        id: await addCallBack(tx, { ...body, customerId: params.id, askedInCallId: null }),
      })),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/call-backs/:id',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Moves a call-back to another instant or person',
    params: idParams,
    body: whenSchema,
    answer: 'nothing',
    handler: async ({ scope, params, body, command }) => {
      await runCommand(database, scope, command('call_back.move'), async (tx) => {
        await changeCallBack(tx, params.id, body);
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/call-backs/:id/cancel',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Says that a call-back is not needed any more, and why',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX) }),
    answer: 'nothing',
    handler: async ({ scope, params, body, command }) => {
      await runCommand(database, scope, command('call_back.cancel'), async (tx) => {
        await dropCallBack(tx, params.id, body.reason);
        return null;
      });
    },
  });
}
