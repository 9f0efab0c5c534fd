/** My day: customers with something collectable, ranked, each with the reasons of its rank; whose they are, and what is new. */
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  moneyJson,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { callWindowsOf } from './call-windows.usecase.ts';
import { createFreshness, type WorklistFreshness } from './keep-fresh.ts';
import { readChanges, readEntry, readSums, readWorklist } from './read-worklist.usecase.ts';
import { registerWorkRoutes } from './work-list.routes.ts';
import { changesSchema, entryJson, entrySchema, summarySchema } from './worklist.schemas.ts';

const TAG = 'worklist';
const WINDOWS_MAX = 200; // customers of a page
const UUID_CHARS = 36;

const whoseSchema = z.object({
  whose: z
    .enum(['mine', 'team'])
    .default('team')
    .describe('mine: of one’s own portfolio and of those whom one covers for today'),
  owner: z.uuid().optional().describe('Of one person’s portfolio'),
});

export interface WorklistContext {
  readonly database: Database;
  readonly clock: Clock;
}

export function registerWorklistRoutes(app: HttpApp, { database, clock }: WorklistContext): void {
  const freshness = createFreshness(database, () => Number(clock.now() / 1000n));
  registerList(app, database, freshness);
  registerFigures(app, database, freshness);
  registerCustomer(app, database, freshness);
  registerWorkRoutes(app, database);
}

function registerList(app: HttpApp, database: Database, freshness: WorklistFreshness): void {
  app.companyRoute({
    method: 'GET',
    path: '/worklist',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Customers with something collectable, the most worthwhile first',
    query: pageQuerySchema.extend(whoseSchema.shape).extend({
      show: z.enum(['open', 'aside']).default('open').describe('aside: what somebody set aside until a day'),
    }),
    answer: pageSchema(entrySchema),
    handler: async ({ scope, query }) => {
      const [score, customerId] = decodeCursor(query.cursor, 2) ?? [];
      const after = score === undefined || customerId === undefined ? undefined : { score: Number(score), customerId };
      if (after === undefined) await freshness.ensure(scope);
      const { whose, owner, limit } = query;
      const page = { isAside: query.show === 'aside', after, limit: limit + 1 };
      const read = await database.read(scope, (tx) => readWorklist(tx, { whose, owner }, page));
      const { facts, isCompared } = read;
      const currency = scope.company.functionalCurrency;
      const rows = read.entries.map((entry) =>
        entryJson(entry, { facts: facts.get(entry.customerId), currency, isCompared }),
      );
      return pageOf(rows, limit, (entry) => [String(entry.score), entry.customerId]);
    },
  });
}

function registerFigures(app: HttpApp, database: Database, freshness: WorklistFreshness): void {
  app.companyRoute({
    method: 'GET',
    path: '/worklist/summary',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'How many customers need somebody today, and how much is collectable',
    query: whoseSchema,
    answer: summarySchema,
    handler: async ({ scope, query: { whose, owner } }) => {
      await freshness.ensure(scope);
      const sums = await database.read(scope, (tx) => readSums(tx, { whose, owner }));
      const { on, collectableMinor, doneMinor, usualOverdueMinor, coversFor, ...counts } = sums;
      const money = (amountMinor: bigint) => moneyJson(amountMinor, scope.company.functionalCurrency);
      const amounts = {
        collectable: money(collectableMinor),
        doneCollectable: money(doneMinor),
        usualOverdue: money(usualOverdueMinor),
      };
      return { on: on ?? '', ...counts, ...amounts, coversFor: [...coversFor] };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/worklist/changes',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What changed since the last working evening, and what is due today',
    query: whoseSchema,
    answer: changesSchema,
    handler: async ({ scope, query: { whose, owner } }) => {
      await freshness.ensure(scope);
      return database.read(scope, (tx) => readChanges(tx, { whose, owner }));
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/worklist/call-windows',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'When to call: while customers work, and you do',
    query: z.object({
      customers: z
        .string()
        .max(WINDOWS_MAX * (UUID_CHARS + 1))
        .transform((text) => text.split(',').filter(Boolean))
        .pipe(z.array(z.uuid()).max(WINDOWS_MAX))
        .describe('Their ids, with commas between'),
    }),
    answer: z.object({
      rows: z.array(
        z.object({
          customerId: z.string(),
          window: z
            .object({ from: z.string(), until: z.string(), isNow: z.boolean() })
            .nullable()
            .describe('The one open now or the next; null: none within a week'),
          timeZone: z.string(),
        }),
      ),
    }),
    handler: async ({ scope, query }) => ({
      rows: await database.read(scope, (tx) => callWindowsOf(tx, query.customers)),
    }),
  });
}

function registerCustomer(app: HttpApp, database: Database, freshness: WorklistFreshness): void {
  app.companyRoute({
    method: 'GET',
    path: '/worklist/:customerId',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Why a customer is on the list, or what keeps it off',
    params: z.object({ customerId: z.uuid() }),
    answer: entrySchema,
    handler: async ({ scope, params }) => {
      await freshness.ensure(scope);
      const read = await database.read(scope, (tx) => readEntry(tx, params.customerId));
      const [entry] = read?.entries ?? [];
      if (read === undefined || entry === undefined) {
        throw notFound('customer with something open', params.customerId);
      }
      const { facts, isCompared } = read;
      const currency = scope.company.functionalCurrency;
      return entryJson(entry, { facts: facts.get(entry.customerId), currency, isCompared });
    },
  });
}
