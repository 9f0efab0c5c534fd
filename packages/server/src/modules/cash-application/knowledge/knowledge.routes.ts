/** What cash application has learnt: looked at, taken back, given back. */
import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../../platform/http/index.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { countLearnt, listLearnt } from './learnt.queries.ts';
import { LEARNT_KINDS, LEARNT_STATES, type LearntThing } from './learnt.ts';
import { restore, takeBack } from './take-back.usecase.ts';

const SEARCH_CHARS_MAX = 100;
const REASON_CHARS_MAX = 500;
const ID_CHARS_MAX = 200; // two ids, or one with a habit

const receiptSchema = z.object({ id: z.string(), number: z.string() }).nullable();
const thingSchema = z
  .object({
    id: z.string(),
    kind: z
      .enum(LEARNT_KINDS)
      .describe('pair: a receipt does not pay an item; payer: a payer does not pay for a customer'),
    what: z
      .string()
      .describe('The account or name as it is compared, the habit, the receipt’s number, the code, the layout’s name'),
    customer: z.object({ id: z.string(), number: z.string(), name: z.string() }).nullable(),
    item: z.object({ id: z.string(), number: z.string() }).nullable(),
    origin: z.enum(['application', 'imported', 'customer_account', 'person', 'file']),
    times: z.number().int().nullable().describe('How often it was seen'),
    ofTimes: z.number().int().nullable().describe('Of a habit: of how many payments that could have shown it'),
    sharePercent: z.string().nullable().describe('Of a deduction that usually is the same part: 2.00'),
    meaning: z.string().nullable().describe('What a code means, the columns of a layout, why something was ruled out'),
    sinceOn: z.string().nullable(),
    lastOn: z.string(),
    byName: z.string().nullable().describe('Who confirmed, told or ruled it out first'),
    isByItself: z.boolean().describe('The first receipt posted by itself and stands'),
    firstReceipt: receiptSchema,
    lastReceipt: receiptSchema,
    takenBack: z.object({ at: z.string(), byName: z.string(), reason: z.string().nullable() }).nullable(),
    canTakeBack: z.boolean().describe('An account in the customer’s own record is changed there'),
  })
  .meta({ id: 'LearntThing' });

const listSchema = pageSchema(thingSchema).extend({
  counts: z
    .array(z.object({ kind: z.enum(LEARNT_KINDS), count: z.number().int() }))
    .describe('Of the first page: how many there are of each kind'),
});
const actBody = z.object({
  id: z.string().max(ID_CHARS_MAX),
  reason: z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX),
});

export function registerKnowledgeRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/cash/knowledge',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'What cash application has learnt, and from where: the latest used first',
    description:
      'Payers’ accounts and names, habits, what people ruled out, customers’ codes of deductions, layouts of advices. `search` finds parts of what it is, of the customer, the item and the receipt.',
    query: pageQuerySchema.extend({
      state: z.enum(LEARNT_STATES).default('standing'),
      kind: z.enum(LEARNT_KINDS).optional(),
      search: z.string().max(SEARCH_CHARS_MAX).optional(),
      customerId: z.uuid().optional(),
      receiptId: z.uuid().optional().describe('Only what people ruled out about this receipt'),
    }),
    answer: listSchema,
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const { cursor, limit, state, kind, search, customerId, receiptId } = query;
        const [lastOn, id] = decodeCursor(cursor, 2) ?? [];
        const after = lastOn === undefined || id === undefined ? undefined : { lastOn, id };
        const customerIds = customerId === undefined ? undefined : await recordsOfParty(tx, customerId);
        const filter = { state, search, customerIds, receiptId };
        const things = await listLearnt(tx, { ...filter, kind, after, limit: limit + 1 });
        const counts = after === undefined ? await countLearnt(tx, filter) : new Map();
        return {
          ...pageOf(things.map(thingJson), limit, (thing) => [thing.lastOn, thing.id]),
          counts: LEARNT_KINDS.map((one) => ({ kind: one, count: counts.get(one) ?? 0 })),
        };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/cash/knowledge/revocations',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Takes back what was learnt: it counts no more, until it is given back or learnt anew',
    body: actBody,
    answer: 'nothing',
    handler: ({ scope, body, command }) =>
      takeBack(database, scope, { ...body, command: command('cash.knowledge.revoke') }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/cash/knowledge/restorations',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Gives back what was taken back',
    body: actBody,
    answer: 'nothing',
    handler: ({ scope, body, command }) =>
      restore(database, scope, { ...body, command: command('cash.knowledge.restore') }),
  });
}

function thingJson(thing: LearntThing): z.output<typeof thingSchema> {
  const { customerId, customerNumber, customerName, itemId, itemNumber, shareBps, takenBackAt, takenBackByName } =
    thing;
  return {
    id: thing.id,
    kind: thing.kind,
    what: thing.what,
    customer: customerId === null ? null : { id: customerId, number: customerNumber ?? '', name: customerName ?? '' },
    item: itemId === null ? null : { id: itemId, number: itemNumber ?? '' },
    origin: thing.origin,
    times: thing.times,
    ofTimes: thing.ofTimes,
    sharePercent: shareBps === null ? null : `${Math.trunc(shareBps / 100)}.${String(shareBps % 100).padStart(2, '0')}`,
    meaning: thing.meaning,
    sinceOn: thing.sinceOn,
    lastOn: thing.lastOn,
    byName: thing.byName,
    isByItself: thing.isByItself,
    firstReceipt: receiptJson(thing.firstReceiptId, thing.firstReceiptNumber),
    lastReceipt: receiptJson(thing.lastReceiptId, thing.lastReceiptNumber),
    takenBack:
      takenBackAt === null ? null : { at: takenBackAt, byName: takenBackByName ?? '', reason: thing.takenBackReason },
    canTakeBack: thing.origin !== 'customer_account' && takenBackAt === null,
  };
}

function receiptJson(id: string | null, number: string | null): z.output<typeof receiptSchema> {
  return id === null || number === null ? null : { id, number };
}
