/** Holds on items and customers: what stops sending and posting, who placed it, until when. */
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Database } from '../../platform/database/transaction.ts';
import { notFound } from '../../platform/errors.ts';
import { type HttpApp, moneyInputSchema, moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import { theCustomer } from '../customers/index.ts';
import { type HoldView, listHolds } from './holds.queries.ts';
import { endHold, HAND_KINDS, holdCustomer, holdItem } from './holds.usecase.ts';
import { idSchema, localDateSchema } from './ledger.schemas.ts';
import { findItem } from './reading.queries.ts';

const REASON_CHARS_MAX = 500;
const TAG = 'holds';

const paramsSchema = z.object({ id: idSchema });
const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);
const requestFields = { kind: z.enum(HAND_KINDS), untilOn: localDateSchema.optional(), reason: reasonSchema };
const placedSchema = z.object({ id: z.string() });

const holdSchema = z
  .object({
    id: z.string(),
    itemId: z.string().nullable().describe('Null when the customer as a whole is held'),
    itemNumber: z.string().nullable(),
    customerId: z.string(),
    kind: z.string(),
    amount: moneyJsonSchema.nullable().describe('Held of the item; all of it when null'),
    untilOn: z.string().nullable().describe('The last day it is in force'),
    reason: z.string(),
    placedBy: z.string().nullable(),
    placedAt: z.string(),
    releasedBy: z.string().nullable(),
    releasedAt: z.string().nullable(),
    releaseReason: z.string().nullable(),
    isInForce: z.boolean(),
    isPlacedByHand: z.boolean().describe('Others end with what they stand for, and not by hand'),
  })
  .meta({ id: 'Hold' });

export function registerHoldRoutes(app: HttpApp, { database }: { database: Database }): void {
  registerListing(app, database);
  registerPlacing(app, database);

  app.companyRoute({
    method: 'POST',
    path: '/holds/:id/release',
    permission: 'holds.manage',
    tag: TAG,
    summary: 'Ends a hold that was placed by hand',
    params: paramsSchema,
    body: z.object({ reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('hold.release'), async (tx) => {
        await endHold(tx, call.params.id, call.body.reason);
        return null;
      });
    },
  });
}

function registerListing(app: HttpApp, database: Database): void {
  const list = (subject: 'item' | 'customer', summary: string) =>
    app.companyRoute({
      method: 'GET',
      path: `/${subject}s/:id/holds`,
      permission: 'ledger.read',
      tag: TAG,
      summary,
      params: paramsSchema,
      query: z.object({ ended: z.stringbool().default(false).describe('Those that are over, too') }),
      answer: z.object({ rows: z.array(holdSchema) }),
      handler: async ({ scope, params, query }) => {
        const found = await database.read(scope, async (tx) => {
          if (subject === 'customer') await theCustomer(tx, params.id);
          else if (!(await findItem(tx, params.id))) throw notFound('item', params.id);
          return listHolds(tx, { subject, id: params.id, ...query });
        });
        return { rows: found.map(holdJson) };
      },
    });
  list('item', 'Holds on an item and on its customer as a whole, the latest first');
  list('customer', 'Holds on a customer and on its items, the latest first');
}

function registerPlacing(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'POST',
    path: '/items/:id/holds',
    permission: 'holds.manage',
    tag: TAG,
    summary: 'Holds an item, or an amount of it',
    params: paramsSchema,
    body: z.object({ ...requestFields, amount: moneyInputSchema.optional() }),
    answer: placedSchema,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('hold.place'), async (tx) => ({
        id: await holdItem(tx, call.params.id, call.body),
      })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/holds',
    permission: 'holds.manage',
    tag: TAG,
    summary: 'Holds a customer as a whole',
    params: paramsSchema,
    body: z.object(requestFields),
    answer: placedSchema,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('hold.place'), async (tx) => ({
        id: await holdCustomer(tx, call.params.id, call.body),
      })),
  });
}

function holdJson(hold: HoldView): z.output<typeof holdSchema> {
  const { amountMinor, currency, ...shown } = hold;
  return {
    ...shown,
    amount: amountMinor === null || currency === null ? null : moneyJson(amountMinor, currency),
    isPlacedByHand: (HAND_KINDS as readonly string[]).includes(hold.kind),
  };
}
