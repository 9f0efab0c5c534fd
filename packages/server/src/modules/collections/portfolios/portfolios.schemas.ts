import { MEASURES, type PortfolioRule, type RuleCondition, TEXT_ATTRIBUTES } from '@quittance/core/portfolios';
import { z } from 'zod';
import { AppError } from '../../../platform/errors.ts';
import { moneyInputSchema, moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';

export const RULES_MAX = 200;
const CONDITIONS_MAX = 20;
const VALUES_MAX = 300; // all countries of the world
const NAME_CHARS_MAX = 80;
const VALUE_CHARS_MAX = 100;
const REASON_CHARS_MAX = 500;
export const CUSTOMERS_PER_MOVE_MAX = 500; // as many as a list shows with all ticked; more is what rules are for
const PEOPLE_MAX = 200;

export const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);
export const fingerprintSchema = z.string().max(64).describe('Of the preview: what is applied is what was seen');
const valuesSchema = z.array(z.string().trim().max(VALUE_CHARS_MAX)).min(1).max(VALUES_MAX);
const textSchema = z.object({
  kind: z.literal('text'),
  attribute: z.enum(TEXT_ATTRIBUTES),
  anyOf: valuesSchema.describe('In any case; the empty text stands for customers without one'),
});
const tagsSchema = z.object({ kind: z.literal('tags'), anyOf: valuesSchema });
const nameSchema = z.object({
  kind: z.literal('name'),
  from: z.string().trim().min(1).max(NAME_CHARS_MAX),
  to: z.string().trim().min(1).max(NAME_CHARS_MAX).describe('Takes in all names that begin with it'),
});
const balanceSchema = z.object({
  kind: z.literal('balance'),
  from: moneyJsonSchema.nullable().describe('Open amount as the day began; inclusive'),
  below: moneyJsonSchema.nullable(),
});
const balanceInputSchema = z.object({
  kind: z.literal('balance'),
  from: moneyInputSchema.nullable(),
  below: moneyInputSchema.nullable(),
});

const ruleHead = { name: z.string().trim().min(1).max(NAME_CHARS_MAX), ownerId: z.uuid() };
const ruleInputSchema = z.object({
  ...ruleHead,
  conditions: z
    .array(z.discriminatedUnion('kind', [textSchema, tagsSchema, nameSchema, balanceInputSchema]))
    .max(CONDITIONS_MAX),
});
export const rulesInputSchema = z.object({
  rules: z.array(ruleInputSchema).max(RULES_MAX).describe('In order: the first that fits counts'),
  defaultOwnerId: z.uuid().describe('Who has those for whom no rule fits'),
});

export const rulesSchema = z
  .object({
    number: z.number().int(),
    rules: z.array(
      z.object({
        ...ruleHead,
        conditions: z.array(z.discriminatedUnion('kind', [textSchema, tagsSchema, nameSchema, balanceSchema])),
      }),
    ),
    defaultOwnerId: z.uuid().nullable().describe('Null: the version holds nothing'),
    reason: z.string(),
    restores: z.number().int().nullable().describe('The version whose rules it brings back'),
    madeAt: z.string(),
    madeByName: z.string(),
  })
  .meta({ id: 'PortfolioRules' });

export const levelSchema = z.object({
  measure: z.enum(MEASURES).describe('customers with something open, their open amount, contacts needed'),
  people: z.array(z.uuid()).min(2).max(PEOPLE_MAX),
});

const loadSchema = z.object({
  personId: z.uuid(),
  customers: z.number().int(),
  amount: moneyJsonSchema,
  contacts: z.number().int().describe('Customers with something collectable'),
});
export const previewSchema = z
  .object({
    moves: z.array(
      z.object({
        fromId: z.uuid().nullable(),
        toId: z.uuid(),
        customers: z.number().int(),
        amount: moneyJsonSchema,
        contacts: z.number().int(),
      }),
    ),
    before: z.array(loadSchema),
    after: z.array(loadSchema),
    people: z
      .array(z.object({ id: z.uuid(), name: z.string() }))
      .describe('Everybody named above, by name; also who has left'),
    fingerprint: z.string(),
  })
  .meta({ id: 'PortfolioPreview' });

/** Throws `currencies_differ`. */
export function rulesOf(rules: z.output<typeof rulesInputSchema>['rules'], currency: string): PortfolioRule[] {
  const bound = (money: z.output<typeof moneyInputSchema> | null): bigint | null => {
    if (money === null) return null;
    if (money.currency === currency) return money.amountMinor;
    throw new AppError('currencies_differ', `A balance in the rules is in the company's currency, ${currency}.`);
  };
  return rules.map(({ conditions, ...head }) => ({
    ...head,
    conditions: conditions.map((condition): RuleCondition => {
      if (condition.kind !== 'balance') return condition;
      return { kind: 'balance', fromMinor: bound(condition.from), belowMinor: bound(condition.below) };
    }),
  }));
}

export function ruleJson(rule: PortfolioRule, currency: string): z.output<typeof rulesSchema>['rules'][number] {
  const bound = (amountMinor: bigint | null) => (amountMinor === null ? null : moneyJson(amountMinor, currency));
  return {
    ...{ name: rule.name, ownerId: rule.ownerId },
    conditions: rule.conditions.map((condition) => {
      if (condition.kind === 'name') return { ...condition };
      if (condition.kind !== 'balance') return { ...condition, anyOf: [...condition.anyOf] };
      return { kind: 'balance' as const, from: bound(condition.fromMinor), below: bound(condition.belowMinor) };
    }),
  };
}
