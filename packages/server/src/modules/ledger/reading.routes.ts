/** Reading the ledger: aging, items, postings, entries. */
import { localDate } from '@quittance/core/calendar';
import { referenceKey } from '@quittance/core/references';
import { z } from 'zod';
import type { Database } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../platform/http/index.ts';
import { recordsOfParty, theCustomer } from '../customers/index.ts';
import { controlTotals } from './aging.queries.ts';
import { aging, USUAL_BUCKETS } from './aging.usecase.ts';
import {
  agingAmountsJson,
  agingRowJson,
  agingRowSchema,
  agingTotalSchema,
  itemJson,
  itemSchema,
  postingJson,
  postingSchema,
} from './ledger.json.ts';
import { documentKindSchema, instantSchema, localDateSchema } from './ledger.schemas.ts';
import { waitingActs } from './pending.queries.ts';
import {
  agingLabels,
  entryPostings,
  findItem,
  itemPostings,
  listItems,
  searchItems,
  undoingEntryIds,
} from './reading.queries.ts';

const AGING_ITEMS_MAX = 20_000; // rows by item that one answer holds; beyond it, ask customer by customer
const SEARCH_MAX = 50;

const bucketsSchema = z
  .string()
  .regex(/^\d{1,4}(,\d{1,4})*$/, 'must be days such as 30,60,90')
  .transform((text) => text.split(',').map(Number))
  .default([...USUAL_BUCKETS]);

const agingAnswerSchema = z.object({
  company: z.string(),
  asOf: z.string(),
  knownAt: z.string().describe('The instant used; asking again with it gives the same answer'),
  buckets: z.array(z.number()),
  rows: z.array(agingRowSchema),
  totals: z.array(agingTotalSchema),
  pending: z.number().int().describe('Acts that wait for their day; they are in no figure'),
});

export function registerReadingRoutes(app: HttpApp, { database }: { database: Database }): void {
  registerAgingRoutes(app, database);
  registerItemRoutes(app, database);
}

function registerAgingRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/aging',
    permission: 'ledger.read',
    tag: 'aging',
    summary: 'Aging as of a day, as known at an instant',
    query: z.object({
      asOf: localDateSchema.optional(),
      knownAt: instantSchema.optional(),
      by: z.enum(['customer', 'item']).default('customer'),
      buckets: bucketsSchema,
      customerId: z.uuid().optional(),
      currency: z.string().length(3).optional(),
    }),
    answer: agingAnswerSchema,
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const answer = await aging(tx, query);
        if (query.by === 'item' && answer.rows.length > AGING_ITEMS_MAX) {
          const message = `These are ${answer.rows.length} items; ask for one customer or one currency at a time.`;
          throw new AppError('too_many_rows', message);
        }
        const labels = await agingLabels(
          tx,
          query.by,
          answer.rows.map((row) => row.key),
        );
        const waiting = await waitingActs(tx);
        return {
          company: scope.company.code,
          asOf: answer.asOf,
          knownAt: answer.knownAt,
          buckets: [...answer.buckets],
          rows: answer.rows.map((row) => agingRowJson(row, labels.get(row.key))),
          totals: answer.totals.map(agingAmountsJson),
          pending: waiting.length,
        };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/aging/control',
    permission: 'ledger.read',
    tag: 'aging',
    summary: 'The control accounts from the postings alone: what an aging adds up to',
    query: z.object({ asOf: localDateSchema, knownAt: instantSchema }),
    answer: z.object({ totals: z.array(z.object({ account: z.string(), total: moneyJsonSchema })) }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const totals = await controlTotals(tx, query);
        return {
          totals: totals.map((one) => ({ account: one.account, total: moneyJson(one.amountMinor, one.currency) })),
        };
      }),
  });
}

function registerItemRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/items',
    permission: 'ledger.read',
    tag: 'items',
    summary: 'A customer’s items by due date',
    params: z.object({ id: z.uuid() }),
    query: pageQuerySchema.extend({
      status: z.enum(['open', 'all']).default('open'),
      kind: documentKindSchema.optional(),
    }),
    answer: pageSchema(itemSchema),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const [dueOn, id] = decodeCursor(query.cursor, 2) ?? [];
        const after = dueOn === undefined || id === undefined ? undefined : { dueOn: localDate(dueOn), id };
        await theCustomer(tx, params.id);
        const customerIds = await recordsOfParty(tx, params.id);
        const { kind } = query;
        const page = { customerIds, kind, isOpenOnly: query.status === 'open', after, limit: query.limit + 1 };
        const items = await listItems(tx, page);
        return pageOf(
          items.map((item) => itemJson(item, tx.today)),
          query.limit,
          (item) => [item.dueOn, item.id],
        );
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/items',
    permission: 'ledger.read',
    tag: 'items',
    summary: 'Items whose number starts with a text, as a payer might write it',
    query: z.object({ search: z.string().min(1).max(100) }),
    answer: z.object({ rows: z.array(itemSchema) }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const items = await searchItems(tx, { key: referenceKey(query.search), limit: SEARCH_MAX });
        return { rows: items.map((item) => itemJson(item, tx.today)) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/items/:id',
    permission: 'ledger.read',
    tag: 'items',
    summary: 'An item',
    params: z.object({ id: z.uuid() }),
    answer: itemSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const item = await findItem(tx, params.id);
        if (!item) throw notFound('item', params.id);
        return itemJson(item, tx.today);
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/items/:id/postings',
    permission: 'ledger.read',
    tag: 'items',
    summary: 'What an item’s open amount is made of, as of a day and as known at an instant',
    params: z.object({ id: z.uuid() }),
    query: z.object({ asOf: localDateSchema.optional(), knownAt: instantSchema.optional() }),
    answer: z.object({ rows: z.array(postingSchema), open: moneyJsonSchema }),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const item = await findItem(tx, params.id);
        if (!item) throw notFound('item', params.id);
        const postings = await itemPostings(tx, { itemId: params.id, ...query });
        const open = postings.reduce((sum, posting) => sum + posting.amountMinor, 0n);
        const rows = postings.map((posting) => postingJson(posting, scope.company.functionalCurrency));
        return { rows, open: moneyJson(open, item.currency) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/entries/:id',
    permission: 'ledger.read',
    tag: 'entries',
    summary: 'A journal entry with all its postings',
    params: z.object({ id: z.uuid() }),
    answer: z.object({
      id: z.string(),
      kind: z.string(),
      effectiveOn: z.string(),
      recordedAt: z.string(),
      recordedBy: z.string(),
      reason: z.string().nullable(),
      reverses: z.string().nullable(),
      reversedBy: z.array(z.string()).describe('Entries that undid it, wholly or in part'),
      amount: moneyJsonSchema,
      undone: moneyJsonSchema,
      postings: z.array(postingSchema),
    }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const postings = await entryPostings(tx, params.id);
        const first = postings[0];
        if (!first) throw notFound('entry', params.id);
        return {
          id: params.id,
          kind: first.kind,
          effectiveOn: first.effectiveOn,
          recordedAt: first.recordedAt,
          recordedBy: first.recordedBy,
          reason: first.reason,
          reverses: first.reversesEntryId,
          reversedBy: await undoingEntryIds(tx, params.id),
          amount: moneyJson(first.entryAmountMinor, first.currency),
          undone: moneyJson(first.undoneMinor, first.currency),
          postings: postings.map((posting) => postingJson(posting, scope.company.functionalCurrency)),
        };
      }),
  });
}
