/** Research of unapplied cash: age, owner, next step, root cause. */

import { addDays, daysBetween } from '@quittance/core/calendar';
import { NEXT_STEPS, RESEARCH_AGES, ROOT_CAUSES, researchAge, suggestRootCause } from '@quittance/core/research';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Tx } from '../../../platform/database/transaction.ts';
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
import { listResearch, notesOf, RESEARCH_QUEUES, type ResearchFilter, type ResearchRow } from './research.queries.ts';
import {
  assignResearch,
  causeFilter,
  changeResearch,
  foundElsewhere,
  groupsWithCause,
  researchOwners,
  theReceipt,
} from './research.usecase.ts';

const TAG = 'research of unapplied cash';
const SEARCH_CHARS_MAX = 100;
const WORDS_CHARS_MAX = 200;
const NOTE_CHARS_MAX = 2_000;
const ASSIGNED_MAX = 1_000; // as many as a page has rows
const idParams = z.object({ id: z.uuid() });

const rowFields = {
  id: z.string().describe('The receipt’s item in the ledger'),
  number: z.string(),
  bookedOn: z.string(),
  ageDays: z.number().int(),
  age: z.number().int().describe('0: up to a week; 1: a month; 2: two; 3: three; 4: more'),
  amount: moneyJsonSchema,
  unapplied: moneyJsonSchema,
  payerName: z.string().nullable(),
  payerAccount: z.string().nullable(),
  text: z.string(),
  customerId: z.string().nullable(),
  customerNumber: z.string().nullable(),
  customerName: z.string().nullable(),
  isIdentified: z.boolean().describe('It stands on that customer’s account, and is not only thought to be theirs'),
  queue: z.string().describe('Where the receipt stands'),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  nextStep: z.enum(NEXT_STEPS).nullable(),
  nextStepWords: z.string().nullable(),
  nextDueOn: z.string().nullable(),
  isLate: z.boolean().describe('The next step’s day has passed'),
  rootCause: z.enum(ROOT_CAUSES).nullable(),
  rootCauseWords: z.string().nullable(),
  suggestedCause: z.enum(ROOT_CAUSES).nullable().describe('What the decision about it suggests, while nobody has said'),
  waitsForCustomerSince: z.string().nullable(),
  changedByName: z.string().nullable(),
  changedAt: z.string().nullable(),
  requestId: z.string().nullable().describe('An open request about it, under four eyes'),
  requestKind: z.string().nullable(),
};
const rowSchema = z.object(rowFields).meta({ id: 'ResearchRow' });

const detailSchema = z
  .object({
    ...rowFields,
    elsewhere: z
      .array(
        z.object({
          company: z.string(),
          itemId: z.string(),
          number: z.string(),
          customerName: z.string(),
          open: moneyJsonSchema,
        }),
      )
      .describe('Items of other companies that the payer’s text cites'),
    notes: z.array(
      z.object({ id: z.string(), kind: z.string(), text: z.string(), byName: z.string(), at: z.string() }),
    ),
    owners: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'ResearchDetail' });

const totalSchema = z.object({
  cause: z.enum(ROOT_CAUSES).nullable(),
  age: z.number().int(),
  count: z.number().int(),
  lateCount: z.number().int(),
  unownedCount: z.number().int(),
  unapplied: moneyJsonSchema,
});

const filterFields = {
  queue: z.enum(RESEARCH_QUEUES).optional(),
  owner: z.union([z.enum(['me', 'nobody']), z.uuid()]).optional(),
  cause: z
    .enum([...ROOT_CAUSES, 'none'])
    .optional()
    .describe('As it was said or, where it was not, as it is suggested'),
  age: z.coerce.number().int().min(0).max(4).optional(),
  late: z.enum(['true']).optional().describe('Only where the next step’s day has passed'),
  waiting: z.enum(['true']).optional().describe('Only where the customer was asked and has not answered'),
  customerId: z.uuid().optional(),
  search: z.string().max(SEARCH_CHARS_MAX).optional(),
};
type FilterQuery = z.output<z.ZodObject<typeof filterFields>>;

export function registerResearchRoutes(app: HttpApp, { database }: { database: Database }): void {
  registerReading(app, database);
  registerChanging(app, database);
}

function registerReading(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'GET',
    path: '/cash/research',
    permission: 'cash.read',
    tag: TAG,
    summary: 'Money that is not applied, the oldest first, with what was found out, and totals by cause and age',
    query: pageQuerySchema.extend(filterFields),
    answer: pageSchema(rowSchema).extend({
      totals: z.array(totalSchema).describe('Of all that the filter lets through, apart from cause and age'),
      owners: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    handler: ({ scope, query }) =>
      database.read(scope, async (tx) => {
        const [bookedOn, itemId] = decodeCursor(query.cursor, 2) ?? [];
        const after = bookedOn === undefined || itemId === undefined ? undefined : { bookedOn, itemId };
        const filter = await filterOf(tx, query);
        const found = await listResearch(tx, { ...filter, after, limit: query.limit + 1 });
        const rows = found.map((row) => rowJson(tx, row));
        const page = pageOf(rows, query.limit, (row) => [row.bookedOn, row.id]);
        const { cause: _, bookedFrom: __, bookedTo: ___, ...wide } = filter;
        return { ...page, totals: await totalsJson(tx, wide), owners: await researchOwners(tx) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/cash/research/:id',
    permission: 'cash.read',
    tag: TAG,
    summary: 'One receipt: what was found out, notes, and items of other companies that its text cites',
    params: idParams,
    answer: detailSchema,
    handler: async ({ scope, params, principal }) => {
      const { receipt, notes, owners, row } = await database.read(scope, async (tx) => {
        const found = await theReceipt(tx, params.id);
        return {
          receipt: found,
          row: rowJson(tx, found),
          notes: await notesOf(tx, params.id),
          owners: await researchOwners(tx),
        };
      });
      const elsewhere = await foundElsewhere(database, scope, { receipt, companies: principal.companies });
      const isOfAnother = elsewhere.length > 0 && row.rootCause === null;
      return {
        ...row,
        suggestedCause: isOfAnother ? ('wrong_entity' as const) : row.suggestedCause,
        elsewhere: elsewhere.map(({ openMinor, currency, ...one }) => ({
          ...one,
          open: moneyJson(openMinor, currency),
        })),
        notes,
        owners: [...owners],
      };
    },
  });
}

async function filterOf(tx: Tx, query: FilterQuery): Promise<ResearchFilter> {
  const { queue, cause, customerId, search } = query;
  return {
    ...{ queue, customerId, search },
    ...daysOf(tx, query.age),
    owner: query.owner === 'me' ? tx.actor.id : query.owner,
    cause: cause === undefined ? undefined : await causeFilter(tx, cause),
    isLate: query.late !== undefined,
    waitsForCustomer: query.waiting !== undefined,
  };
}

function daysOf(tx: Tx, age: number | undefined): Pick<ResearchFilter, 'bookedFrom' | 'bookedTo'> {
  if (age === undefined) return {};
  const [from, next] = [RESEARCH_AGES[age - 1], RESEARCH_AGES[age]]; // the first day of it, and of the next
  return {
    ...(next === undefined ? {} : { bookedFrom: addDays(tx.today, 1 - next) }),
    ...(from === undefined ? {} : { bookedTo: addDays(tx.today, -from) }),
  };
}

function rowJson(tx: Tx, row: ResearchRow): z.output<typeof rowSchema> {
  const ageDays = Math.max(0, daysBetween(row.bookedOn, tx.today));
  const { nextDueOn, rootCause } = row;
  return {
    id: row.itemId,
    number: row.number,
    bookedOn: row.bookedOn,
    ageDays,
    age: researchAge(ageDays),
    amount: moneyJson(row.amountMinor, row.currency),
    unapplied: moneyJson(row.openMinor, row.currency),
    payerName: row.payerName,
    payerAccount: row.payerAccount,
    text: row.text.replace(/\s+/g, ' ').trim(),
    customerId: row.customerId,
    customerNumber: row.customerNumber,
    customerName: row.customerName,
    isIdentified: !row.isUnidentified,
    queue: row.queue,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    nextStep: row.nextStep,
    nextStepWords: row.nextStepWords,
    nextDueOn,
    isLate: nextDueOn !== null && nextDueOn < tx.today,
    rootCause,
    rootCauseWords: row.rootCauseWords,
    suggestedCause: rootCause === null ? suggestRootCause(row) : null,
    waitsForCustomerSince: row.waitsForCustomerSince,
    changedByName: row.changedByName,
    changedAt: row.changedAt,
    requestId: row.requestId,
    requestKind: row.requestKind,
  };
}

async function totalsJson(tx: Tx, filter: ResearchFilter): Promise<z.output<typeof totalSchema>[]> {
  const groups = await groupsWithCause(tx, filter);
  const totals = new Map<string, z.output<typeof totalSchema> & { minor: bigint; currency: string }>();
  for (const { cause, age, currency, count, lateCount, unownedCount, openMinor } of groups) {
    const key = `${cause} ${age} ${currency}`;
    const sum = totals.get(key);
    totals.set(key, {
      ...{ cause, age, currency },
      count: (sum?.count ?? 0) + count,
      lateCount: (sum?.lateCount ?? 0) + lateCount,
      unownedCount: (sum?.unownedCount ?? 0) + unownedCount,
      minor: (sum?.minor ?? 0n) + openMinor,
      unapplied: moneyJson((sum?.minor ?? 0n) + openMinor, currency),
    });
  }
  return [...totals.values()].map(({ minor: _, currency: __, ...total }) => total);
}

function registerChanging(app: HttpApp, database: Database): void {
  const words = z.string().trim().max(WORDS_CHARS_MAX).nullable().default(null);

  app.companyRoute({
    method: 'PUT',
    path: '/cash/research/:id',
    permission: 'cash.apply',
    tag: TAG,
    summary: 'Writes down owner, next step with its day, root cause, and a note',
    params: idParams,
    body: z
      .object({
        ownerId: z.uuid().nullable(),
        nextStep: z.enum(NEXT_STEPS).nullable(),
        nextStepWords: words,
        nextDueOn: localDateSchema.nullable(),
        rootCause: z.enum(ROOT_CAUSES).nullable(),
        rootCauseWords: words,
        note: z.string().trim().max(NOTE_CHARS_MAX).nullable().default(null),
      })
      .refine((body) => (body.nextStep === null) === (body.nextDueOn === null), {
        message: 'a next step and its day go together',
        path: ['nextDueOn'],
      })
      .refine((body) => body.rootCause !== 'other' || Boolean(body.rootCauseWords), {
        message: 'say which other cause',
        path: ['rootCauseWords'],
      })
      .refine((body) => body.nextStep !== 'other' || Boolean(body.nextStepWords), {
        message: 'say which other step',
        path: ['nextStepWords'],
      }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('cash.research'), async (tx) => {
        await changeResearch(tx, { itemId: call.params.id, ...call.body });
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/cash/research/assignment',
    permission: 'cash.apply',
    tag: TAG,
    summary: 'Gives many receipts to one owner, or to nobody',
    body: z.object({ ids: z.array(z.uuid()).min(1).max(ASSIGNED_MAX), ownerId: z.uuid().nullable() }),
    answer: z.object({ count: z.number().int() }),
    handler: (call) =>
      runCommand(database, call.scope, call.command('cash.research_assign'), async (tx) => ({
        count: await assignResearch(tx, { itemIds: call.body.ids, ownerId: call.body.ownerId }),
      })),
  });
}
