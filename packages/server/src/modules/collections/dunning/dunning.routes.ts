/** Dunning: what a run would do, runs, what they brought, and when they start by themselves. */
import { HELD_REASONS } from '@quittance/core/dunning';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../../platform/http/index.ts';
import { findCustomer, recordsOfParty } from '../../customers/index.ts';
import { strategiesInForce } from '../strategies/strategies.queries.ts';
import {
  actionJson,
  actionSchema,
  heldJson,
  heldSchema,
  previewJson,
  previewSchema,
  runJson,
  runSchema,
  sumsJson,
  sumsSchema,
} from './dunning.json.ts';
import { recallRun, writeAgain } from './letter-fates.usecase.ts';
import { previewRun } from './preview.usecase.ts';
import { registerPrintRoutes } from './prints.routes.ts';
import {
  actionSums,
  actionsOfCustomers,
  actionsOfRun,
  heldOfCustomers,
  heldOfRun,
  heldSums,
  levelsOfCustomers,
} from './results.queries.ts';
import { cancelRun, carryOutRun, startRun, takeUpRun } from './run-dunning.usecase.ts';
import { type DunningRun, findRun, listRuns } from './runs.queries.ts';
import { findSchedule } from './schedule.queries.ts';
import { setSchedule } from './schedule.usecase.ts';

export interface DunningContext {
  readonly database: Database;
  /** Told of bugs in work that nobody waits for. */
  readonly onCrash: (error: unknown) => void;
}

const TAG = 'dunning';
const SHOWN_MAX = 200; // of one customer
const MINUTES_PER_DAY = 1_440;
const idSchema = z.object({ id: z.uuid() });
const startedSchema = z.object({ id: z.string() });

export function registerDunningRoutes(app: HttpApp, context: DunningContext): void {
  registerRuns(app, context);
  registerResults(app, context);
  registerSchedule(app, context);
  registerPrintRoutes(app, context);
}

/** Nobody waits for it; whoever looks at the run sees how far it has come. */
function letRun({ database, onCrash }: DunningContext, scope: Scope, id: string): void {
  carryOutRun(database, scope, id).catch(onCrash);
}

function registerRuns(app: HttpApp, context: DunningContext): void {
  const { database } = context;
  app.companyRoute({
    method: 'GET',
    path: '/dunning/preview',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What a run would send and hold back now, by reason and by customer; nothing is sent',
    answer: previewSchema,
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const version = await strategiesInForce(tx);
        const preview = await previewRun(tx, version?.strategies ?? []);
        return previewJson(preview, version?.number ?? 0, tx.company.functionalCurrency);
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/dunning/runs',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Starts a run: letters go on their way, people get their tasks',
    answer: startedSchema,
    handler: async ({ scope, command }) => {
      const started = await startRun(database, scope, { origin: 'hand', command: command('dunning.start') });
      letRun(context, scope, started.id);
      return started;
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/dunning/runs/:id/cancel',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Ends a run where it stands; what was decided stays',
    params: idSchema,
    answer: startedSchema,
    handler: ({ scope, params, command }) =>
      cancelRun(database, scope, { ...params, command: command('dunning.cancel') }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/dunning/runs/:id/recall',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Takes back all letters of a run that have not gone out yet, and ends it; their items take the step again',
    params: idSchema,
    answer: z.object({ letters: z.number().int() }),
    handler: ({ scope, params, command }) =>
      runCommand(database, scope, command('dunning.recall'), (tx) => recallRun(tx, params.id)),
  });

  app.companyRoute({
    method: 'POST',
    path: '/dunning/letters/:id/again',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Has a letter that came back written again by the next run, to whoever can be reached then',
    params: idSchema,
    answer: 'nothing',
    handler: async ({ scope, params, command }) => {
      await runCommand(database, scope, command('dunning.write_again'), (tx) => writeAgain(tx, params.id));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/dunning/runs/:id/resume',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Takes up a run of today that was cancelled or broke off, where it stood',
    params: idSchema,
    answer: startedSchema,
    handler: async ({ scope, params, command }) => {
      const taken = await takeUpRun(database, scope, { ...params, command: command('dunning.resume') });
      letRun(context, scope, taken.id);
      return taken;
    },
  });
}

function registerResults(app: HttpApp, { database }: DunningContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/dunning/runs',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Runs, the latest first',
    query: pageQuerySchema,
    answer: pageSchema(runSchema),
    handler: async ({ scope, query }) => {
      const [startedAt = '', id = ''] = decodeCursor(query.cursor, 2) ?? [];
      const after = query.cursor === undefined ? undefined : { startedAt, id };
      const rows = await database.read(scope, (tx) => listRuns(tx, { after, limit: query.limit + 1 }));
      const page = pageOf(rows, query.limit, (run) => [run.startedAt, run.id]);
      return { ...page, rows: page.rows.map((run) => runJson(run, scope.company.functionalCurrency)) };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/dunning/runs/:id',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'A run with its sums by what was sent and why something was held back',
    params: idSchema,
    answer: z.object({ run: runSchema, sums: sumsSchema }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const run = await theRun(tx, params.id);
        const sums = { actions: await actionSums(tx, run.id), held: await heldSums(tx, run.id) };
        const { functionalCurrency } = tx.company;
        return { run: runJson(run, functionalCurrency), sums: sumsJson(sums, functionalCurrency) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/dunning/runs/:id/actions',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What customers got of a run, and how each letter fared',
    params: idSchema,
    query: pageQuerySchema,
    answer: pageSchema(actionSchema),
    handler: async ({ scope, params, query }) => {
      const after = afterCustomer(query.cursor);
      const asked = { runId: params.id, after, limit: query.limit + 1 };
      const rows = await database.read(scope, async (tx) => {
        await theRun(tx, params.id);
        return actionsOfRun(tx, asked);
      });
      const page = pageOf(rows, query.limit, (action) => [action.customerId, action.id]);
      return { ...page, rows: page.rows.map((action) => actionJson(action, scope.company.functionalCurrency)) };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/dunning/runs/:id/held',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Items that were held back in a run, each with its reason',
    params: idSchema,
    query: pageQuerySchema.extend({ reason: z.enum(HELD_REASONS).optional() }),
    answer: pageSchema(heldSchema),
    handler: async ({ scope, params, query }) => {
      const after = afterCustomer(query.cursor);
      const asked = { runId: params.id, reason: query.reason, after, limit: query.limit + 1 };
      const rows = await database.read(scope, async (tx) => {
        await theRun(tx, params.id);
        return heldOfRun(tx, asked);
      });
      const page = pageOf(rows, query.limit, (held) => [held.customerId, held.itemId]);
      return { ...page, rows: page.rows.map(heldJson) };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/dunning',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What was sent to a customer, what the latest run held back and why, and where its items stand',
    params: idSchema,
    answer: z.object({
      actions: z.array(actionSchema),
      held: z.array(heldSchema),
      levels: z.array(
        z.object({ itemId: z.string(), stepKey: z.string(), level: z.number().int(), takenOn: z.string() }),
      ),
    }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        if (!(await findCustomer(tx, params.id))) throw notFound('customer', params.id);
        const ids = await recordsOfParty(tx, params.id);
        return {
          actions: (await actionsOfCustomers(tx, ids, SHOWN_MAX)).map((action) =>
            actionJson(action, tx.company.functionalCurrency),
          ),
          held: (await heldOfCustomers(tx, ids, SHOWN_MAX)).map(heldJson),
          levels: await levelsOfCustomers(tx, ids),
        };
      }),
  });
}

async function theRun(tx: Tx, id: string): Promise<DunningRun> {
  const run = await findRun(tx, id);
  if (run === undefined) throw notFound('dunning run', id);
  return run;
}

function afterCustomer(cursor: string | undefined): { customerId: string; id: string } | undefined {
  const [customerId = '', id = ''] = decodeCursor(cursor, 2) ?? [];
  return cursor === undefined ? undefined : { customerId, id };
}

const scheduleSchema = z.object({
  isOn: z.boolean(),
  atMinute: z
    .number()
    .int()
    .min(0)
    .max(MINUTES_PER_DAY - 1)
    .describe('Of the day in the company’s time zone: 540 is nine o’clock'),
  weekdays: z.array(z.number().int().min(1).max(7)).max(7).describe('1 is Monday'),
  actsTo: z
    .uuid()
    .nullable()
    .describe('Who gets calls and escalations of customers whom nobody looks after; without one they wait'),
});

function registerSchedule(app: HttpApp, { database }: DunningContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/dunning/schedule',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'When runs start by themselves',
    answer: scheduleSchema,
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const kept = await findSchedule(tx);
        return kept === undefined ? { ...NO_SCHEDULE } : { ...kept, weekdays: [...kept.weekdays] };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/dunning/schedule',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Says when runs start by themselves, and who gets what a person is to do',
    body: scheduleSchema,
    answer: z.null(),
    handler: ({ scope, body, command }) =>
      setSchedule(database, scope, { schedule: body, command: command('dunning.schedule') }),
  });
}

/** Working days at nine, once somebody switches it on. */
const NO_SCHEDULE = { isOn: false, atMinute: 540, weekdays: [1, 2, 3, 4, 5], actsTo: null };
