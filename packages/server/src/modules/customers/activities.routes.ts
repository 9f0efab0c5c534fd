/** What people write down about a customer. */
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import { notFound } from '../../platform/errors.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../platform/http/index.ts';
import { activityHistory, listActivities } from './activities.queries.ts';
import { editActivity, withdrawActivity, writeActivity } from './activities.usecase.ts';
import { activityJson, activitySchema } from './activity.json.ts';
import { theCustomer } from './customers.errors.ts';
import type { CustomersOptions } from './customers.routes.ts';
import { idAnswer, idParams, NOTE_CHARS_MAX } from './customers.schemas.ts';
import { recordsOfParty } from './family.queries.ts';

const DAY_SECONDS = 86_400;

export function registerActivityRoutes(app: HttpApp, options: CustomersOptions): void {
  registerReadingRoutes(app, options);
  registerWritingRoutes(app, options);
}

function registerReadingRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/activities',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'What people wrote down about a customer, the latest first',
    params: idParams,
    query: pageQuerySchema.extend({ kind: z.string().max(40).optional() }),
    answer: pageSchema(activitySchema),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        await theCustomer(tx, params.id);
        const [at, id] = decodeCursor(query.cursor, 2) ?? [];
        const before = at === undefined || id === undefined ? undefined : { at, id };
        const customerIds = await recordsOfParty(tx, params.id);
        const kinds = query.kind === undefined ? undefined : [query.kind];
        const found = await listActivities(tx, { customerIds, kinds, before, limit: query.limit + 1 });
        return pageOf(found.map(activityJson), query.limit, (row) => [row.happenedAt, row.id]);
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/activities/:id/history',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'A line and what it replaced, the latest first',
    params: idParams,
    answer: z.object({ rows: z.array(activitySchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const rows = (await activityHistory(tx, params.id)).map(activityJson);
        if (rows.length === 0) throw notFound('activity', params.id);
        return { rows };
      }),
  });
}

function registerWritingRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  const textSchema = z.string().trim().min(1, 'write something').max(NOTE_CHARS_MAX);

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/activities',
    permission: 'activities.write',
    tag: 'customers',
    summary: 'Writes down a note, a call, or another activity',
    params: idParams,
    body: z.object({
      kind: z
        .string()
        .regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be a word such as note or call')
        .default('note'),
      text: textSchema,
      happenedAt: z.iso.datetime().optional().describe('Now when absent'),
      durationSeconds: z.number().int().min(0).max(DAY_SECONDS).optional(),
      itemId: z.uuid().optional(),
      contactId: z.uuid().optional(),
    }),
    answer: idAnswer,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('activity.write'), async (tx) => ({
        id: await writeActivity(tx, { customerId: call.params.id, ...call.body }, ledger),
      })),
  });

  app.companyRoute({
    method: 'PATCH',
    path: '/activities/:id',
    permission: 'activities.write',
    tag: 'customers',
    summary: 'Says one’s own line anew; what it said before stays in its history',
    params: idParams,
    body: z.object({ text: textSchema }),
    answer: idAnswer,
    handler: (call) =>
      runCommand(database, call.scope, call.command('activity.edit'), async (tx) => ({
        id: await editActivity(tx, call.params.id, call.body.text),
      })),
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/activities/:id',
    permission: 'activities.write',
    tag: 'customers',
    summary: 'Takes one’s own line out of the timeline; it stays in the history',
    params: idParams,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('activity.withdraw'), (tx) =>
        withdrawActivity(tx, call.params.id),
      );
    },
  });
}
