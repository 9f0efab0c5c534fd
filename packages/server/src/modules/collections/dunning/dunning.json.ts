/** How runs and what they brought are told over the API. */
import { HELD_REASONS } from '@quittance/core/dunning';
import { STEP_CHANNELS } from '@quittance/core/strategies';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { Preview, PreviewedCustomer } from './preview.usecase.ts';
import type { ActionSum, ActionView, HeldSum, HeldView } from './results.queries.ts';
import type { DunningRun } from './runs.queries.ts';

const count = z.number().int();
const channelSchema = z.enum(STEP_CHANNELS);
const reasonSchema = z.enum(HELD_REASONS);

export const runSchema = z
  .object({
    id: z.string(),
    strategyNumber: count,
    runOn: z.string(),
    origin: z.enum(['hand', 'schedule']),
    state: z.enum(['running', 'done', 'cancelled', 'failed']),
    customersKnown: count,
    customersDone: count,
    letters: count,
    acts: count.describe('Tasks for people'),
    items: count,
    asked: moneyJsonSchema,
    heldItems: count,
    held: moneyJsonSchema,
    startedAt: z.string(),
    startedByName: z.string(),
    endedAt: z.string().nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'DunningRun' });

export function runJson(run: DunningRun, currency: string): z.output<typeof runSchema> {
  const { afterCustomerId: _, askedFunctionalMinor, heldFunctionalMinor, ...rest } = run;
  return { ...rest, asked: moneyJson(askedFunctionalMinor, currency), held: moneyJson(heldFunctionalMinor, currency) };
}

const actionSumSchema = z.object({
  what: z.string().describe('The text of a letter, or what a person is to do'),
  channel: channelSchema,
  count,
  items: count,
  amount: moneyJsonSchema,
});
const heldSumSchema = z.object({ reason: reasonSchema, items: count, amount: moneyJsonSchema });

export const sumsSchema = z.object({ actions: z.array(actionSumSchema), held: z.array(heldSumSchema) });

export function sumsJson(
  sums: { readonly actions: readonly ActionSum[]; readonly held: readonly HeldSum[] },
  currency: string,
): z.output<typeof sumsSchema> {
  return {
    actions: sums.actions.map(({ functionalMinor, ...rest }) => ({
      ...rest,
      amount: moneyJson(functionalMinor, currency),
    })),
    held: sums.held.map((sum) => heldSumJson(sum, currency)),
  };
}

function heldSumJson({ reason, items, functionalMinor }: HeldSum, currency: string): z.output<typeof heldSumSchema> {
  return { reason: reasonSchema.parse(reason), items, amount: moneyJson(functionalMinor, currency) };
}

const previewedCustomerSchema = z
  .object({
    customerId: z.string(),
    number: z.string(),
    name: z.string(),
    strategyName: z.string(),
    asked: moneyJsonSchema,
    held: moneyJsonSchema,
    actions: z.array(actionSumSchema.omit({ count: true })),
    heldBack: z.array(heldSumSchema),
  })
  .meta({ id: 'DunningPreviewCustomer' });

export const previewSchema = z.object({
  strategyNumber: count.describe('0: no strategy holds, nothing would be sent'),
  bankDataOn: z.string().nullable().describe('The day through which the bank tells who has paid'),
  hasAccount: z.boolean().describe('False: letters ask to pay and do not say to which account'),
  customersKnown: count,
  letters: count,
  acts: count,
  items: count,
  asked: moneyJsonSchema,
  heldItems: count,
  held: moneyJsonSchema,
  sums: sumsSchema,
  customers: z.array(previewedCustomerSchema).describe('Those with the most at stake first'),
  customersLeftOff: count,
});

export function previewJson(
  preview: Preview,
  strategyNumber: number,
  currency: string,
): z.output<typeof previewSchema> {
  const { figures, customers, actions, held, ...rest } = preview;
  const { askedFunctionalMinor, heldFunctionalMinor, ...counts } = figures;
  return {
    ...rest,
    ...counts,
    strategyNumber,
    asked: moneyJson(askedFunctionalMinor, currency),
    held: moneyJson(heldFunctionalMinor, currency),
    sums: sumsJson({ actions, held }, currency),
    customers: customers.map((customer) => previewedJson(customer, currency)),
  };
}

function previewedJson(customer: PreviewedCustomer, currency: string): z.output<typeof previewedCustomerSchema> {
  const { actions, held, ...rest } = customer;
  const sum = (parts: readonly { functionalMinor: bigint }[]) =>
    moneyJson(
      parts.reduce((total, { functionalMinor }) => total + functionalMinor, 0n),
      currency,
    );
  return {
    ...rest,
    asked: sum(actions),
    held: sum(held),
    actions: actions.map(({ functionalMinor, ...action }) => ({
      ...action,
      amount: moneyJson(functionalMinor, currency),
    })),
    heldBack: held.map((one) => heldSumJson(one, currency)),
  };
}

export const actionSchema = z
  .object({
    id: z.string(),
    runId: z.string().nullable().describe('Null: a person wrote it'),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    channel: channelSchema,
    what: z.string(),
    strategyName: z.string(),
    address: z.string().nullable(),
    items: count,
    amount: moneyJsonSchema,
    decidedAt: z.string(),
    conversationId: z.string().nullable(),
    taskId: z.string().nullable(),
    state: z
      .string()
      .nullable()
      .describe('Of a letter: queued, to_print, sending, sent (or posted), failed, uncertain, withdrawn'),
    said: z.string().nullable().describe('What the server answered, or why the letter was withdrawn'),
    cameBack: z.boolean().describe('It did not arrive; somebody may have it written again'),
  })
  .meta({ id: 'DunningAction' });

export function actionJson(
  { functionalMinor, ...action }: ActionView,
  currency: string,
): z.output<typeof actionSchema> {
  return { ...action, amount: moneyJson(functionalMinor, currency) };
}

export const heldSchema = z
  .object({
    itemId: z.string(),
    itemNumber: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    stepKey: z.string(),
    level: count,
    reason: reasonSchema,
    detail: z.string().nullable().describe('The kind of the hold, or the day of the bank’s data'),
    open: moneyJsonSchema,
    runOn: z.string(),
  })
  .meta({ id: 'DunningHeld' });

export function heldJson({ currency, openMinor, reason, ...held }: HeldView): z.output<typeof heldSchema> {
  return { ...held, reason: reasonSchema.parse(reason), open: moneyJson(openMinor, currency) };
}
