/** Where files come from by themselves, every file that came, and what of the bank's statements is missing. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../../platform/http/index.ts';
import {
  arrivalJson,
  arrivalSchema,
  draftFrom,
  sourceDraftSchema,
  sourceJson,
  sourceSchema,
  statementAccountJson,
  statementAccountSchema,
} from './arrival.schemas.ts';
import { listSources } from './arrival-sources.queries.ts';
import { listArrivals } from './arrivals.queries.ts';
import { type ArrivalContext, checkSource } from './check-source.usecase.ts';
import { addSource, changeSource, endSource, theSource } from './sources.usecase.ts';
import { statementAccounts } from './statement-accounts.usecase.ts';

const TAG = 'arrivals';
const idSchema = z.object({ id: z.uuid() });

export function registerArrivalRoutes(app: HttpApp, context: ArrivalContext): void {
  registerReading(app, context);
  registerSources(app, context);
}

function registerReading(app: HttpApp, { database }: ArrivalContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/arrivals',
    permission: 'imports.read',
    tag: TAG,
    summary: 'Every file that came, by hand or by itself, with what came of it; the latest first',
    query: pageQuerySchema,
    answer: pageSchema(arrivalSchema),
    handler: async ({ scope, query }) => {
      const [before] = decodeCursor(query.cursor, 1) ?? [];
      const found = await database.read(scope, (tx) => listArrivals(tx, { before, limit: query.limit + 1 }));
      return pageOf(found.map(arrivalJson), query.limit, (arrival) => [arrival.id]);
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/statement-accounts',
    permission: 'imports.read',
    tag: TAG,
    summary: 'Bank accounts by their statements: the last one, gaps between them, days that are late',
    answer: z.object({ rows: z.array(statementAccountSchema) }),
    handler: async ({ scope }) => ({
      rows: (await database.read(scope, statementAccounts)).map(statementAccountJson),
    }),
  });
}

function registerSources(app: HttpApp, context: ArrivalContext): void {
  const { database, dropDirectory } = context;
  app.companyRoute({
    method: 'GET',
    path: '/arrival-sources',
    permission: 'imports.read',
    tag: TAG,
    summary: 'Folders and mailboxes that are looked at every minute',
    answer: z.object({ dropDirectory: z.string(), rows: z.array(sourceSchema) }),
    handler: async ({ scope }) => ({
      dropDirectory,
      rows: (await database.read(scope, listSources)).map(sourceJson),
    }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/arrival-sources',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Adds a folder or a mailbox to look at',
    body: sourceDraftSchema,
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: async (call) =>
      runCommand(database, call.scope, call.command('arrival.add_source'), async (tx) => ({
        id: await addSource(tx, draftFrom(call.body), dropDirectory),
      })),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/arrival-sources/:id',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Changes a source',
    params: idSchema,
    body: sourceDraftSchema,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('arrival.change_source'), (tx) =>
        changeSource(tx, call.params.id, { draft: draftFrom(call.body), dropDirectory }),
      );
    },
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/arrival-sources/:id',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Looks there no more; what came from it stays',
    params: idSchema,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('arrival.remove_source'), (tx) =>
        endSource(tx, call.params.id),
      );
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/arrival-sources/:id/check',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Looks there now',
    params: idSchema,
    answer: z.object({ taken: z.number().int(), refused: z.number().int() }),
    handler: async ({ scope, params }) => {
      const source = await database.read(scope, (tx) => theSource(tx, params.id));
      return { ...(await checkSource(context, scope, source)) };
    },
  });
}
