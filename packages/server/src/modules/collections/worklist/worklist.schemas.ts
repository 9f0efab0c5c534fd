import { SCORE_PARTS } from '@quittance/core/worklist';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { DayFacts } from './day-facts.queries.ts';
import type { WorklistEntry } from './entries.queries.ts';

const partSchema = z.object({
  code: z.enum(SCORE_PARTS),
  points: z.number().int(),
  pointsMax: z.number().int(),
  figure: z
    .number()
    .nullable()
    .describe(
      'overdue, risk, small: per cent of what is usual; age, contact, lateness: days; limit: per cent used; broken: promises; held: per cent held',
    ),
  word: z.string().optional().describe('tier: which'),
});

const promiseSchema = z.object({ amount: moneyJsonSchema, on: z.string() });

export const entrySchema = z
  .object({
    customerId: z.string(),
    number: z.string(),
    name: z.string(),
    country: z.string().nullable(),
    score: z.number().int(),
    parts: z.array(partSchema),
    strategyName: z
      .string()
      .nullable()
      .describe('By whose points it is ranked; null: no strategy holds for the customer, the usual ones'),
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
    owner: z.object({ id: z.string(), name: z.string() }).nullable().describe('Who looks after the customer'),
    aside: z
      .object({
        markId: z.string(),
        kind: z.enum(['done', 'snoozed']),
        backOn: z.string(),
        reason: z.string().nullable(),
        byName: z.string(),
      })
      .nullable()
      .describe('Set aside until a day; ends by itself when a promise breaks or a mail comes in'),
    news: z.object({
      isNew: z.boolean().describe('Was not on the list on the evening compared with'),
      pointsUp: z.number().int().nullable().describe('Of the score since then'),
      broken: promiseSchema.nullable(),
      promised: promiseSchema.nullable().describe('The earliest open promise'),
      replyWaitingSince: z.string().nullable(),
      tasksDue: z.number().int().describe('Of the one who asks, due by tonight'),
    }),
  })
  .meta({ id: 'WorklistEntry' });

export const summarySchema = z
  .object({
    on: z.string(),
    customers: z.number().int().describe('On the list now: with something collectable, and not set aside'),
    customersInAll: z.number().int().describe('With something open'),
    quietCustomers: z.number().int(),
    collectable: moneyJsonSchema.describe('Of those on the list now'),
    asideCustomers: z.number().int().describe('Done with today or snoozed'),
    doneCustomers: z.number().int().describe('Of them, those done with today'),
    doneCollectable: moneyJsonSchema.describe('What was collectable of those done with today'),
    usualOverdue: moneyJsonSchema.describe('What a customer with something overdue has overdue on average'),
    strategyNumber: z
      .number()
      .int()
      .describe('The version of the strategies that ranked the list; 0: none holds, the usual points'),
    ownCustomers: z
      .number()
      .int()
      .describe('With something open, of the one who asks and whom they cover; 0: no portfolio'),
    coversFor: z.array(z.object({ id: z.string(), name: z.string() })).describe('Whose customers they see today'),
  })
  .meta({ id: 'WorklistSummary' });

export const changesSchema = z
  .object({
    sinceOn: z.string().nullable().describe('The evening compared with; null on the first day'),
    paid: z.number().int().describe('Left the list, and money or a credit came in'),
    left: z.number().int().describe('Left the list otherwise: held, promised'),
    arrived: z.number().int(),
    movedUp: z.number().int(),
    promisesBroken: z.number().int(),
    promisesDue: z.number().int().describe('Open promises of today and before'),
    repliesWaiting: z.number().int(),
    tasksDue: z.number().int().describe('Of the one who asks, due by tonight'),
    callBacksDue: z.number().int().describe('Of the one who asks, due by tonight'),
  })
  .meta({ id: 'WorklistChanges' });

/** `facts` is absent for what is not on the list. */
export function entryJson(
  entry: WorklistEntry,
  given: { readonly facts: DayFacts | undefined; readonly currency: string; readonly isCompared: boolean },
): z.output<typeof entrySchema> {
  const { currency } = given;
  const { collectableMinor, openMinor, overdueMinor, heldMinor, creditsMinor, parts, ...rest } = entry;
  const { ownerId, ownerName, markId, markKind, markBackOn, markReason, markedByName, ...shown } = rest;
  return {
    ...shown,
    parts: parts.map((part) => ({ ...part })),
    collectable: moneyJson(collectableMinor, currency),
    open: moneyJson(openMinor, currency),
    overdue: moneyJson(overdueMinor, currency),
    held: moneyJson(heldMinor, currency),
    credits: moneyJson(creditsMinor, currency),
    owner: ownerId === null || ownerName === null ? null : { id: ownerId, name: ownerName },
    aside:
      markId === null || markKind === null || markBackOn === null
        ? null
        : { markId, kind: markKind, backOn: markBackOn, reason: markReason, byName: markedByName ?? '' },
    news: newsJson(entry, given),
  };
}

function newsJson(
  entry: WorklistEntry,
  { facts, isCompared }: { readonly facts: DayFacts | undefined; readonly isCompared: boolean },
): z.output<typeof entrySchema>['news'] {
  const promise = (amountMinor?: bigint | null, currency?: string | null, on?: string | null) =>
    amountMinor == null || currency == null || on == null ? null : { amount: moneyJson(amountMinor, currency), on };
  const before = facts?.scoreBefore ?? null;
  return {
    isNew: isCompared && before === null && entry.collectableMinor > 0n && !entry.isQuiet,
    pointsUp: before === null || entry.score <= before ? null : entry.score - before,
    broken: promise(facts?.brokenMinor, facts?.brokenCurrency, facts?.brokenOn),
    promised: promise(facts?.promisedMinor, facts?.promisedCurrency, facts?.promisedOn),
    replyWaitingSince: facts?.replyWaitingSince ?? null,
    tasksDue: facts?.tasksDue ?? 0,
  };
}
