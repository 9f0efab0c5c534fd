import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { createFreshness, type WorklistFreshness } from '../worklist/keep-fresh.ts';
import { type Blocker, listBlockers } from './blockers.queries.ts';
import { totalsJson, totalsSchema } from './figures.json.ts';
import { FIGURES, type FigureLine, figureLines } from './figures.queries.ts';
import { type Huddle, readHuddle, sinceLastWorked } from './huddle.usecase.ts';
import {
  changeBlocker,
  endBlocker,
  giveAccolade,
  raiseBlocker,
  raiseBlockerAgain,
  takeAccoladeBack,
} from './praise-and-blockers.usecase.ts';
import { registerReviewRoutes } from './review-pack.routes.ts';

const TAG = 'huddle';
const PRAISE_CHARS_MAX = 300;
const BLOCKER_CHARS_MAX = 1_000;
const idParams = z.object({ id: z.uuid() });
const ownerQuery = z.object({ owner: z.uuid().optional().describe('Only the customers of this person’s portfolio') });

const huddleSchema = z
  .object({
    from: z.string().describe('The last working day before today'),
    until: z.string(),
    today: z.string(),
    figures: z.record(z.enum(FIGURES), totalsSchema),
    people: z.array(
      z.object({
        ...{ personId: z.string(), name: z.string(), contacts: z.number(), promises: z.number() },
        ...{ promisesKept: z.number(), receipts: z.number() },
      }),
    ),
    top: z.array(
      z.object({
        ...{ customerId: z.string(), number: z.string(), name: z.string(), score: z.number() },
        ...{ collectable: moneyJsonSchema, overdue: moneyJsonSchema },
        ...{ oldestDueOn: z.string().nullable(), lastContactOn: z.string().nullable() },
      }),
    ),
    accolades: z.array(
      z.object({
        ...{ id: z.string(), personId: z.string(), personName: z.string(), day: z.string(), text: z.string() },
        ...{ givenBy: z.string(), givenByName: z.string() },
      }),
    ),
    owners: z.array(z.object({ id: z.string(), name: z.string() })).describe('Whose portfolios there are'),
  })
  .meta({ id: 'Huddle' });

const lineSchema = z
  .object({
    id: z.string().describe('Of the item, the activity, the promise, the task'),
    ...{ on: z.string(), customerId: z.string().nullable(), customerNumber: z.string().nullable() },
    ...{ customerName: z.string().nullable(), amount: moneyJsonSchema.nullable(), text: z.string() },
    ...{ kind: z.string().nullable(), byName: z.string().nullable() },
  })
  .meta({ id: 'HuddleLine' });

const blockerSchema = z
  .object({
    ...{ id: z.string(), text: z.string(), ownerId: z.string(), ownerName: z.string() },
    ...{ customerId: z.string().nullable(), customerName: z.string().nullable() },
    ...{ itemId: z.string().nullable(), itemNumber: z.string().nullable() },
    nextOn: z.string().nullable().describe('When to look at it again'),
    ...{ raisedAt: z.string(), raisedByName: z.string() },
    ...{ solvedAt: z.string().nullable(), solvedByName: z.string().nullable(), solution: z.string().nullable() },
  })
  .meta({ id: 'Blocker' });

export function registerHuddleRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  const freshness = createFreshness(database, () => performance.now());
  registerReading(app, database, freshness);
  registerAccolades(app, database);
  registerBlockers(app, database);
  registerBlockerEnds(app, database);
  registerReviewRoutes(app, database, freshness);
}

function registerReading(app: HttpApp, database: Database, freshness: WorklistFreshness): void {
  app.companyRoute({
    method: 'GET',
    path: '/huddle',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What happened since the team last worked, what today is about, who did what',
    query: ownerQuery,
    answer: huddleSchema,
    handler: async ({ scope, query }) => {
      await freshness.ensure(scope);
      return database.read(scope, async (tx) =>
        huddleJson(await readHuddle(tx, query.owner), tx.company.functionalCurrency),
      );
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/huddle/lines',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What a figure of the huddle or of a review counts, by day',
    query: pageQuerySchema.extend({
      ...ownerQuery.shape,
      figure: z.enum(FIGURES),
      from: localDateSchema.optional().describe('The last working day when absent'),
      until: localDateSchema.optional().describe('Yesterday when absent'),
    }),
    answer: pageSchema(lineSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [on, id] = decodeCursor(query.cursor, 2) ?? [];
        const after = on === undefined || id === undefined ? undefined : { on, id };
        const usual = await sinceLastWorked(tx);
        const days = { from: query.from ?? usual.from, until: query.until ?? usual.until };
        const ask = { ...days, ownerId: query.owner, after, limit: query.limit + 1 };
        const rows = (await figureLines(tx, query.figure, ask)).map(lineJson);
        return pageOf(rows, query.limit, (row) => [row.on, row.id]);
      }),
  });
}

function registerAccolades(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/accolades',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Says before the team that somebody did well on the last working day',
    body: z.object({ personId: z.uuid(), text: z.string().trim().min(1).max(PRAISE_CHARS_MAX) }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('accolade.give'), async (tx) => ({
        id: await giveAccolade(tx, call.body),
      })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/accolades/:id/withdraw',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Takes back what you gave',
    params: idParams,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('accolade.withdraw'), async (tx) => {
        await takeAccoladeBack(tx, call.params.id);
        return null;
      });
    },
  });
}

const blockerFields = {
  text: z.string().trim().min(1).max(BLOCKER_CHARS_MAX),
  ownerId: z.uuid().describe('Who sees to it'),
  nextOn: localDateSchema.nullable().default(null).describe('When to look at it again'),
};

function registerBlockers(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/blockers',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What stands in the way, the oldest first; or what was solved, the latest first',
    query: pageQuerySchema.extend({
      state: z.enum(['open', 'solved']).default('open'),
      customer: z.uuid().optional().describe('Only those of this customer and its items'),
    }),
    answer: pageSchema(blockerSchema),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [at, id] = decodeCursor(query.cursor, 2) ?? [];
        const after = at === undefined || id === undefined ? undefined : { at, id };
        const isSolved = query.state === 'solved';
        const customerIds = query.customer === undefined ? undefined : await recordsOfParty(tx, query.customer);
        const rows = await listBlockers(tx, { isSolved, customerIds, after, limit: query.limit + 1 });
        return pageOf(rows, query.limit, (row: Blocker) => [row.solvedAt ?? row.raisedAt, row.id]);
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/blockers',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Notes what stands in the way, and who sees to it',
    body: z.object({
      ...blockerFields,
      customerId: z.uuid().nullable().default(null),
      itemId: z.uuid().nullable().default(null).describe('The item that it holds up; its customer is taken'),
    }),
    answer: z.object({ id: z.string() }),
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('blocker.raise'), async (tx) => ({
        id: await raiseBlocker(tx, call.body),
      })),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/blockers/:id',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Says a blocker anew, or gives it to somebody else',
    params: idParams,
    body: z.object(blockerFields),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('blocker.change'), async (tx) => {
        await changeBlocker(tx, call.params.id, call.body);
        return null;
      });
    },
  });
}

function registerBlockerEnds(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/blockers/:id/solve',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Says that a blocker is solved, and by what',
    params: idParams,
    body: z.object({ solution: z.string().trim().max(BLOCKER_CHARS_MAX).nullable().default(null) }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('blocker.solve'), async (tx) => {
        await endBlocker(tx, call.params.id, call.body.solution || null);
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/blockers/:id/reopen',
    permission: 'activities.write',
    tag: TAG,
    summary: 'Says that a solved blocker stands in the way again',
    params: idParams,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('blocker.reopen'), async (tx) => {
        await raiseBlockerAgain(tx, call.params.id);
        return null;
      });
    },
  });
}

function huddleJson(huddle: Huddle, currency: string): z.output<typeof huddleSchema> {
  const { figures, people, top, accolades, owners, ...days } = huddle;
  const counted = Object.entries(figures).map(([figure, totals]) => [figure, totalsJson(totals)]);
  return {
    ...days,
    figures: Object.fromEntries(counted) as z.output<typeof huddleSchema>['figures'], // each figure is in it once
    people: [...people],
    top: top.map(({ collectableMinor, overdueMinor, ...customer }) => ({
      ...customer,
      collectable: moneyJson(collectableMinor, currency),
      overdue: moneyJson(overdueMinor, currency),
    })),
    accolades: [...accolades],
    owners: [...owners],
  };
}

function lineJson({ currency, amountMinor, ...line }: FigureLine): z.output<typeof lineSchema> {
  const amount = currency === null || amountMinor === null ? null : moneyJson(amountMinor, currency);
  return { ...line, amount };
}
