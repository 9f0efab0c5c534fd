/** My day: customers with something collectable, ranked, each with the reasons of its rank. */
import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { createFreshness } from './keep-fresh.ts';
import { findEntry, findState, listEntries, type WorklistEntry } from './worklist.queries.ts';

const TAG = 'worklist';

const partSchema = z.object({
  code: z.enum(['overdue', 'age', 'contact', 'limit', 'held', 'small']),
  points: z.number().int(),
  pointsMax: z.number().int(),
  figure: z
    .number()
    .nullable()
    .describe(
      'overdue: per cent of what is usual; age, contact: days; limit: per cent used; held: per cent held; small: per cent of what is usual',
    ),
});

const entrySchema = z
  .object({
    customerId: z.string(),
    number: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    score: z.number().int(),
    parts: z.array(partSchema),
    collectable: moneyJsonSchema.describe('Overdue, not held, and not covered by credits that only need applying'),
    open: moneyJsonSchema,
    overdue: moneyJsonSchema,
    held: moneyJsonSchema,
    credits: moneyJsonSchema,
    oldestDueOn: z.string().nullable(),
    lastContactOn: z.string().nullable(),
    lastContactKind: z.string().nullable(),
    isQuiet: z.boolean().describe('Nobody is to be spoken with for now: a hold on the customer'),
    quietUntil: z.string().nullable(),
    quietReason: z.string().nullable(),
  })
  .meta({ id: 'WorklistEntry' });

const summarySchema = z
  .object({
    on: z.string(),
    customers: z.number().int().describe('With something collectable'),
    customersInAll: z.number().int().describe('With something open'),
    quietCustomers: z.number().int(),
    collectable: moneyJsonSchema,
    usualOverdue: moneyJsonSchema.describe('What a customer with something overdue has overdue on average'),
  })
  .meta({ id: 'WorklistSummary' });

export interface WorklistContext {
  readonly database: Database;
  readonly clock: Clock;
}

export function registerWorklistRoutes(app: HttpApp, { database, clock }: WorklistContext): void {
  const freshness = createFreshness(database, () => Number(clock.now() / 1000n));
  app.companyRoute({
    method: 'GET',
    path: '/worklist',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Customers with something collectable, the most worthwhile first',
    query: pageQuerySchema,
    answer: pageSchema(entrySchema),
    handler: async ({ scope, query }) => {
      const [score, customerId] = decodeCursor(query.cursor, 2) ?? [];
      const after = score === undefined || customerId === undefined ? undefined : { score: Number(score), customerId };
      if (after === undefined) await freshness.ensure(scope);
      const found = await database.read(scope, (tx) => listEntries(tx, { after, limit: query.limit + 1 }));
      const currency = scope.company.functionalCurrency;
      return pageOf(
        found.map((entry) => entryJson(entry, currency)),
        query.limit,
        (entry) => [String(entry.score), entry.customerId],
      );
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/worklist/summary',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'How many customers need somebody today, and how much is collectable',
    answer: summarySchema,
    handler: async ({ scope }) => {
      await freshness.ensure(scope);
      const state = await database.read(scope, findState);
      const money = (amountMinor: bigint) => moneyJson(amountMinor, scope.company.functionalCurrency);
      return {
        on: state?.refreshedOn ?? '',
        customers: state?.customers ?? 0,
        customersInAll: state?.customersInAll ?? 0,
        quietCustomers: state?.quietCustomers ?? 0,
        collectable: money(state?.collectableMinor ?? 0n),
        usualOverdue: money(state?.usualOverdueMinor ?? 0n),
      };
    },
  });

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
      const entry = await database.read(scope, (tx) => findEntry(tx, params.customerId));
      if (entry === undefined) throw notFound('customer with something open', params.customerId);
      return entryJson(entry, scope.company.functionalCurrency);
    },
  });
}

function entryJson(entry: WorklistEntry, currency: string): z.output<typeof entrySchema> {
  const { collectableMinor, openMinor, overdueMinor, heldMinor, creditsMinor, parts, ...rest } = entry;
  return {
    ...rest,
    parts: parts.map((part) => ({ ...part })),
    collectable: moneyJson(collectableMinor, currency),
    open: moneyJson(openMinor, currency),
    overdue: moneyJson(overdueMinor, currency),
    held: moneyJson(heldMinor, currency),
    credits: moneyJson(creditsMinor, currency),
  };
}
