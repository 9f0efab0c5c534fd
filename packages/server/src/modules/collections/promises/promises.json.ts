/** Promises as the API tells them. */
import { PROMISE_STATES } from '@quittance/core/promises';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import { type JudgementView, PROMISE_CHANNELS, type PromiseView } from './promises.queries.ts';

export const promiseSchema = z
  .object({
    id: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    planId: z.string().nullable(),
    part: z.number().int(),
    parts: z.number().int().describe('Of its plan; 1 of a promise alone'),
    amount: moneyJsonSchema,
    interest: moneyJsonSchema.describe('What the schedule of its plan says on top of the amount; asked apart'),
    promisedOn: z.string(),
    deadlineOn: z.string().describe('The last day that counts as in time'),
    tolerance: moneyJsonSchema.describe('A shortfall up to this is no shortfall'),
    itemNumbers: z.array(z.string()).nullable().describe('Null: of the account as a whole'),
    state: z.enum(PROMISE_STATES),
    stateOn: z.string().describe('The day it came to stand so'),
    inTime: moneyJsonSchema.describe('What came by the deadline and counts for it'),
    late: moneyJsonSchema.describe('What came after the deadline'),
    lastMoneyOn: z.string().nullable(),
    channel: z.enum(PROMISE_CHANNELS),
    contactId: z.string().nullable(),
    contactName: z.string().nullable(),
    activityId: z.string().nullable(),
    messageId: z.string().nullable().describe('The mail in which it was read'),
    note: z.string().nullable(),
    madeAt: z.string(),
    madeBy: z.string(),
    madeByName: z.string().describe('Who wrote it down'),
    withdrawnByName: z.string().nullable(),
    withdrawnReason: z.string().nullable(),
  })
  .meta({ id: 'Promise' });

export function promiseJson(promise: PromiseView): z.output<typeof promiseSchema> {
  const { currency, amountMinor, interestMinor, toleranceMinor, inTimeMinor, lateMinor, itemNumbers, ...rest } =
    promise;
  return {
    ...rest,
    itemNumbers: itemNumbers === null ? null : [...itemNumbers],
    amount: moneyJson(amountMinor, currency),
    interest: moneyJson(interestMinor, currency),
    tolerance: moneyJson(toleranceMinor, currency),
    inTime: moneyJson(inTimeMinor, currency),
    late: moneyJson(lateMinor, currency),
  };
}

export const judgementSchema = z.object({
  number: z.number().int(),
  state: z.enum(PROMISE_STATES),
  inTime: moneyJsonSchema,
  late: moneyJsonSchema,
  asOf: z.string(),
  cause: z.string().describe('made, posting, day or withdrawal'),
  entryId: z.string().nullable().describe('Of a posting: the entry that the change followed'),
  judgedAt: z.string(),
  actorName: z.string(),
});

export function judgementJson(judgement: JudgementView, currency: string): z.output<typeof judgementSchema> {
  const { number, state, asOf, cause, entryId, judgedAt, actorName, inTimeMinor, lateMinor } = judgement;
  const money = { inTime: moneyJson(inTimeMinor, currency), late: moneyJson(lateMinor, currency) };
  return { number, state, asOf, cause, entryId, judgedAt, actorName, ...money };
}
