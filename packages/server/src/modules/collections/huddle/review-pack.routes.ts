import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { WorklistFreshness } from '../worklist/keep-fresh.ts';
import { totalsJson, totalsSchema } from './figures.json.ts';
import { FIGURES } from './figures.queries.ts';
import { portfolioOwners } from './huddle.queries.ts';
import type { ReviewedCustomer } from './review-pack.queries.ts';
import { type AgingOf, type ReviewPack, readReviewPack } from './review-pack.usecase.ts';

const agingSchema = z.object({
  currency: z.string(),
  notDue: moneyJsonSchema,
  buckets: z.array(moneyJsonSchema),
  unapplied: moneyJsonSchema,
  total: moneyJsonSchema,
});

const customerSchema = z
  .object({
    ...{ customerId: z.string(), number: z.string(), name: z.string() },
    ...{ open: moneyJsonSchema, overdue: moneyJsonSchema, held: moneyJsonSchema, collectable: moneyJsonSchema },
    oldestDueOn: z.string().nullable(),
    lastNote: z.object({ at: z.string(), kind: z.string(), text: z.string(), by: z.string() }).nullable(),
    task: z.object({ title: z.string(), dueAt: z.string(), of: z.string() }).nullable().describe('That is due first'),
    promise: z.object({ on: z.string(), amount: moneyJsonSchema }).nullable().describe('That is due first'),
  })
  .meta({ id: 'ReviewedCustomer' });

const packSchema = z
  .object({
    today: z.string(),
    since: z.string().describe('A month ago: what changed is since then'),
    buckets: z.array(z.number()),
    now: z.array(agingSchema),
    before: z.array(agingSchema),
    customers: z.array(customerSchema).describe('The most overdue first'),
    figures: z.record(z.enum(FIGURES), totalsSchema).describe('Of the month'),
    cash: totalsSchema.describe('That came in since'),
    owners: z.array(z.object({ id: z.string(), name: z.string() })).describe('Whose portfolios there are'),
  })
  .meta({ id: 'ReviewPack' });

export function registerReviewRoutes(app: HttpApp, database: Database, freshness: WorklistFreshness): void {
  app.companyRoute({
    method: 'GET',
    path: '/review-pack',
    permission: 'worklist.read',
    tag: 'huddle',
    summary: 'What the owner of a portfolio and the manager look at together; without an owner, of the whole company',
    query: z.object({ owner: z.uuid().optional() }),
    answer: packSchema,
    handler: async ({ scope, query }) => {
      await freshness.ensure(scope);
      return database.read(scope, async (tx) => ({
        ...packJson(await readReviewPack(tx, query.owner), tx.company.functionalCurrency),
        owners: await portfolioOwners(tx),
      }));
    },
  });
}

function packJson(pack: ReviewPack, currency: string): Omit<z.output<typeof packSchema>, 'owners'> {
  const counted = Object.entries(pack.figures).map(([figure, totals]) => [figure, totalsJson(totals)]);
  return {
    today: pack.today,
    since: pack.since,
    buckets: [...pack.buckets],
    now: pack.now.map(agingJson),
    before: pack.before.map(agingJson),
    customers: pack.customers.map((customer) => customerJson(customer, currency)),
    figures: Object.fromEntries(counted) as z.output<typeof packSchema>['figures'], // each figure is in it once
    cash: totalsJson(pack.cash),
  };
}

function agingJson(row: AgingOf): z.output<typeof agingSchema> {
  const money = (amountMinor: bigint) => moneyJson(amountMinor, row.currency);
  return {
    currency: row.currency,
    notDue: money(row.notDueMinor),
    buckets: row.bucketsMinor.map(money),
    unapplied: money(row.unappliedMinor),
    total: money(row.totalMinor),
  };
}

function customerJson(row: ReviewedCustomer, currency: string): z.output<typeof customerSchema> {
  const { customerId, number, name, oldestDueOn, noteAt, noteKind, noteText, noteBy } = row;
  const { taskTitle, taskDueAt, taskOf, promisedOn, promisedMinor, promisedCurrency } = row;
  const isPromised = promisedOn !== null && promisedMinor !== null && promisedCurrency !== null;
  return {
    ...{ customerId, number, name, oldestDueOn },
    open: moneyJson(row.openMinor, currency),
    overdue: moneyJson(row.overdueMinor, currency),
    held: moneyJson(row.heldMinor, currency),
    collectable: moneyJson(row.collectableMinor, currency),
    lastNote: noteAt === null ? null : { at: noteAt, kind: noteKind ?? 'note', text: noteText ?? '', by: noteBy ?? '' },
    task: taskTitle === null || taskDueAt === null ? null : { title: taskTitle, dueAt: taskDueAt, of: taskOf ?? '' },
    promise: isPromised ? { on: promisedOn, amount: moneyJson(promisedMinor, promisedCurrency) } : null,
  };
}
