import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { ExampleCustomer } from './examples.usecase.ts';

const exampleSchema = z
  .object({
    customerId: z.string(),
    number: z.string(),
    name: z.string(),
    channel: z.string().nullable(),
    segment: z.string().nullable(),
    tier: z.string().nullable(),
    country: z.string().nullable(),
    tags: z.array(z.string()),
    open: moneyJsonSchema,
    overdue: moneyJsonSchema,
    held: moneyJsonSchema,
    credits: moneyJsonSchema,
    creditLimit: moneyJsonSchema.nullable().describe('In the company’s currency; null: none, or in another'),
    oldestDueOn: z.string().nullable(),
    lastContactOn: z.string().nullable(),
    brokenPromises: z.number().int().describe('In the last year'),
    usualLatenessDays: z
      .number()
      .int()
      .nullable()
      .describe('Weighted by amount, of what was settled in the last year; null: nothing was'),
  })
  .meta({ id: 'ScoringExample' });

export const examplesSchema = z.object({
  usualOverdue: moneyJsonSchema.describe('What a customer with something overdue has overdue on average'),
  customers: z.array(exampleSchema),
});

export function exampleJson(
  { number, name, facts }: ExampleCustomer,
  currency: string,
): z.output<typeof exampleSchema> {
  const { customerId, channel, segment, tier, country, tags, oldestDueOn, lastContactOn } = facts;
  const { brokenPromises, usualLatenessDays, creditLimitMinor } = facts;
  return {
    ...{ customerId, number, name, channel, segment, tier, country, tags: [...tags] },
    open: moneyJson(facts.openMinor, currency),
    overdue: moneyJson(facts.overdueMinor, currency),
    held: moneyJson(facts.heldMinor, currency),
    credits: moneyJson(facts.creditsMinor, currency),
    creditLimit: creditLimitMinor === null ? null : moneyJson(creditLimitMinor, currency),
    ...{ oldestDueOn, lastContactOn, brokenPromises, usualLatenessDays },
  };
}
