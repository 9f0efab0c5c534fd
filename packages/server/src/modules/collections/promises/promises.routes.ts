/** Promises to pay: writing them down, taking them back, and the lists that My day shows. */
import { DAY_COUNTS } from '@quittance/core/interest';
import { PLAN_BASIS_POINTS_MAX, PLAN_PARTS_MAX } from '@quittance/core/promises';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  moneyInputSchema,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { findCustomer, recordsOfParty, survivorOf } from '../../customers/index.ts';
import { type Collectable, collectableOf } from '../worklist/collectable.queries.ts';
import { promisesOf } from './customer-promises.usecase.ts';
import { judgeAll } from './judge-promises.usecase.ts';
import { makePromises } from './make-promises.usecase.ts';
import { registerPromisePolicyRoutes } from './promise-policy.routes.ts';
import { lastBusinessDay } from './promise-terms.usecase.ts';
import { judgementJson, judgementSchema, promiseJson, promiseSchema } from './promises.json.ts';
import {
  countPromises,
  findPromise,
  judgementsOf,
  listPromises,
  PROMISE_CHANNELS,
  PROMISE_LISTS,
} from './promises.queries.ts';
import { withdrawPromise } from './withdraw-promise.usecase.ts';

const TAG = 'promises';
const ITEMS_MAX = 500; // ticked by hand in a grid
const NOTE_CHARS_MAX = 2_000;
const REASON_CHARS_MAX = 500;

const idParams = z.object({ id: z.uuid() });
const instantSchema = z.iso.datetime({ precision: 6 }).or(z.iso.datetime());

const bodySchema = z.object({
  itemIds: z.array(z.uuid()).min(1).max(ITEMS_MAX).nullable().default(null).describe('Null: on the account'),
  parts: z
    .array(z.object({ promisedOn: localDateSchema, amount: moneyInputSchema }))
    .min(1)
    .max(PLAN_PARTS_MAX),
  isPlan: z.boolean().default(false).describe('The parts stand and fall together'),
  interest: z
    .object({
      basisPoints: z.number().int().min(1).max(PLAN_BASIS_POINTS_MAX).describe('A year; 600 is six per cent'),
      dayCount: z.enum(DAY_COUNTS),
    })
    .nullable()
    .default(null)
    .describe('Agreed with a plan on items; proposed when a part is due or paid, never posted by itself'),
  channel: z.enum(PROMISE_CHANNELS).default('call'),
  contactId: z.uuid().nullable().default(null),
  activityId: z.uuid().nullable().default(null).describe('The call or mail it was made in, when it is written down'),
  messageId: z.uuid().nullable().default(null).describe('The mail of the customer in which it was read'),
  note: z.string().trim().min(1).max(NOTE_CHARS_MAX).nullable().default(null),
});

const collectableSchema = z.object({
  overdue: moneyJsonSchema,
  held: moneyJsonSchema,
  credits: moneyJsonSchema,
  collectable: moneyJsonSchema,
});

function collectableJson(one: Collectable): z.output<typeof collectableSchema> {
  const money = (amountMinor: bigint) => moneyJson(amountMinor, one.currency);
  const { overdueMinor, heldMinor, creditsMinor, collectableMinor } = one;
  return {
    overdue: money(overdueMinor),
    held: money(heldMinor),
    credits: money(creditsMinor),
    collectable: money(collectableMinor),
  };
}

const countSchema = z.object({ promises: z.number().int(), customers: z.number().int(), amount: moneyJsonSchema });

export function registerPromiseRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  registerCustomerRoutes(app, database);
  registerPromiseActs(app, database);
  registerCountsRoute(app, database);
  registerListRoute(app, database);
  registerPromisePolicyRoutes(app, database);
}

function registerCustomerRoutes(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/promises',
    permission: 'customers.read',
    tag: TAG,
    summary: 'What a customer promised to pay, and how it stands by the ledger',
    description: 'With `asOf`, judged anew as of that day, and as known at the instant `knownAt`.',
    params: idParams,
    query: z.object({ asOf: localDateSchema.optional(), knownAt: instantSchema.optional() }),
    answer: z.object({
      rows: z.array(promiseSchema),
      kept: z.number().int(),
      partlyKept: z.number().int(),
      broken: z.number().int(),
    }),
    handler: async ({ scope, params, query }) => {
      const { asOf, knownAt } = query;
      if (asOf === undefined) await judgeAll(database, scope);
      return database.read(scope, async (tx) => {
        const day = asOf ?? tx.today;
        const viewpoint =
          asOf === undefined && knownAt === undefined ? undefined : { asOf: day, knownAt: knownAt ?? null };
        const { promises, ...counts } = await promisesOf(tx, params.id, viewpoint);
        return { rows: promises.map(promiseJson), ...counts };
      });
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/collectable',
    permission: 'customers.read',
    tag: TAG,
    summary: 'What can be asked of a customer now, by currency: overdue, less what is held, less credits to be applied',
    params: idParams,
    answer: z.object({ rows: z.array(collectableSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        if (!(await findCustomer(tx, params.id))) throw notFound('customer', params.id);
        const customerIds = await recordsOfParty(tx, await survivorOf(tx, params.id));
        return { rows: (await collectableOf(tx, customerIds)).map(collectableJson) };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/promises',
    permission: 'holds.manage',
    tag: TAG,
    summary: 'Writes down a promise to pay: one part, several, or an instalment plan',
    description: 'Its items are not dunned until its deadline. A call, mail, meeting or letter goes to the timeline.',
    params: idParams,
    body: bodySchema,
    answer: z.object({ promiseIds: z.array(z.string()), planId: z.string().nullable() }),
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('promise.make'), (tx) =>
        makePromises(tx, { ...body, customerId: params.id }),
      ),
  });
}

function registerPromiseActs(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/promises/:id/withdrawal',
    permission: 'holds.manage',
    tag: TAG,
    summary: 'Withdraws a promise that is open, or what is open of its plan',
    params: idParams,
    body: z.object({ reason: z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX) }),
    answer: z.object({ withdrawn: z.number().int() }),
    handler: ({ scope, params, body, command }) =>
      runCommand(database, scope, command('promise.withdraw'), (tx) => withdrawPromise(tx, params.id, body.reason)),
  });

  app.companyRoute({
    method: 'GET',
    path: '/promises/:id',
    permission: 'customers.read',
    tag: TAG,
    summary: 'A promise with each change of its judgement and what caused it',
    params: idParams,
    answer: promiseSchema.extend({ judgements: z.array(judgementSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const promise = await findPromise(tx, params.id);
        if (!promise) throw notFound('promise', params.id);
        const judgements = await judgementsOf(tx, params.id);
        return { ...promiseJson(promise), judgements: judgements.map((one) => judgementJson(one, promise.currency)) };
      }),
  });
}

function registerCountsRoute(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/promises/counts',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'How many promises are due by today, and how many came out short since the last business day',
    answer: z.object({
      due: z.array(countSchema).describe('Open and promised by today, by currency'),
      broken: z.array(countSchema).describe('Broken or partly kept since `brokenSince`, by currency'),
      brokenSince: z.string(),
    }),
    handler: async ({ scope }) => {
      await judgeAll(database, scope);
      return database.read(scope, async (tx) => {
        const brokenSince = await lastBusinessDay(tx);
        const counts = await countPromises(tx, { due: tx.today, broken: brokenSince });
        const of = (name: 'due' | 'broken') =>
          counts
            .filter(({ list }) => list === name)
            .map(({ promises, customers, amountMinor, currency }) => ({
              promises,
              customers,
              amount: moneyJson(amountMinor, currency),
            }));
        return { due: of('due'), broken: of('broken'), brokenSince };
      });
    },
  });
}

function registerListRoute(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/promises',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'Promises due, open or newly broken, across customers',
    query: pageQuerySchema.extend({
      list: z.enum(PROMISE_LISTS).default('open'),
      day: localDateSchema
        .optional()
        .describe(
          'due: promised by this day, today when absent; broken: since this day, the last business day when absent',
        ),
    }),
    answer: pageSchema(promiseSchema),
    handler: async ({ scope, query }) => {
      const [promisedOn, id] = decodeCursor(query.cursor, 2) ?? [];
      const after = promisedOn === undefined || id === undefined ? undefined : { promisedOn, id };
      if (after === undefined) await judgeAll(database, scope);
      const { list, limit } = query;
      const rows = await database.read(scope, async (tx) => {
        const day = query.day ?? (list === 'broken' ? await lastBusinessDay(tx) : tx.today);
        return listPromises(tx, { list, day, after, limit: limit + 1 });
      });
      return pageOf(rows.map(promiseJson), limit, (row) => [row.promisedOn, row.id]);
    },
  });
}
