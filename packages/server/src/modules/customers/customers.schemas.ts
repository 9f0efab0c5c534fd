/** Customers as JSON: what the API takes and gives. */

import { isTimeZone } from '@quittance/core/calendar';
import { formatAmount } from '@quittance/core/money';
import { BLOCKS, type GuardedChange } from '@quittance/core/parties';
import { z } from 'zod';
import { moneyInputSchema, moneyJson, moneyJsonSchema } from '../../platform/http/index.ts';
import type { Balance } from './customer-ledger.ts';
import type { CustomerView } from './customer-view.usecase.ts';

export const NAME_CHARS_MAX = 200;
export const NUMBER_CHARS_MAX = 60; // as imports take them
const WORD_CHARS_MAX = 60;
export const REASON_CHARS_MAX = 500;
export const NOTE_CHARS_MAX = 10_000; // as the database keeps them
const TAGS_MAX = 30;
const ACCOUNTS_MAX = 50; // of one customer; more is somebody else's list
const TAX_IDS_MAX = 50;

const blankIsNull = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.union([z.literal('').transform(() => null), schema, z.null()]);
const word = z.string().trim().max(WORD_CHARS_MAX);

export const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);
export const nameSchema = z.string().trim().min(1).max(NAME_CHARS_MAX);
export const countrySchema = z.string().regex(/^[A-Z]{2}$/, 'must be a country of two letters such as IT');
export const languageSchema = z.string().regex(/^[a-z]{2}$/, 'must be a language of two letters such as it');
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@]+@[^\s@]+$/, 'must be an address such as ap@example.com');
export const phoneSchema = z.string().trim().min(3).max(60);
const timeZoneSchema = z.string().max(60).refine(isTimeZone, 'must be a time zone such as Europe/Rome');

const nullableText = <Schema extends z.ZodType<string>>(schema: Schema) => blankIsNull(schema).optional();

export const detailsSchema = z.strictObject({
  country: nullableText(countrySchema),
  language: nullableText(languageSchema),
  email: nullableText(emailSchema),
  phone: nullableText(phoneSchema),
  timeZone: nullableText(timeZoneSchema),
  channel: nullableText(word),
  segment: nullableText(word),
  tier: nullableText(word),
  tags: z.array(word.min(1)).max(TAGS_MAX).optional(),
});

export const taxIdSchema = z.object({
  country: countrySchema,
  kind: z.string().trim().min(1).max(WORD_CHARS_MAX),
  number: z.string().trim().min(2).max(WORD_CHARS_MAX),
});

/** Without spaces, in capitals, as imports keep them. */
const accountSchema = z
  .string()
  .max(80)
  .transform((text) => text.replace(/\s/g, '').toUpperCase())
  .refine((text) => /^[A-Z0-9./-]{4,40}$/.test(text), 'must be an account number: letters and digits');

const bankAccountSchema = z.object({ account: accountSchema, holder: blankIsNull(nameSchema).default(null) });

/** What a request may ask for; fields that are absent stay as they are. */
export const guardedSchema = z.strictObject({
  name: nameSchema.optional(),
  parentId: z.uuid().nullable().optional(),
  terms: nullableText(z.string().trim().max(200)),
  creditLimit: moneyInputSchema
    .refine((limit) => limit.amountMinor >= 0n, 'must not be below zero')
    .transform((limit) => ({ amount: formatAmount(limit.amountMinor, limit.currency), currency: limit.currency }))
    .nullable()
    .optional(),
  taxId: nullableText(z.string().trim().max(WORD_CHARS_MAX)),
  taxIds: z.array(taxIdSchema).max(TAX_IDS_MAX).optional(),
  bankAccounts: z.array(bankAccountSchema).max(ACCOUNTS_MAX).optional(),
  blocks: z.array(z.enum(BLOCKS)).max(BLOCKS.length).optional(),
});

/** Of a new customer. It is not blocked before it is there. */
export const newCustomerSchema = guardedSchema.omit({ blocks: true }).extend({
  number: z.string().trim().min(1).max(NUMBER_CHARS_MAX),
  name: nameSchema,
  country: blankIsNull(countrySchema).default(null),
  language: blankIsNull(languageSchema).default(null),
  timeZone: blankIsNull(timeZoneSchema).default(null),
  email: blankIsNull(emailSchema).default(null),
  phone: blankIsNull(phoneSchema).default(null),
});

/** Fields that were not given fall away, so that they stay as they are. */
export function given<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

export function wishOf(fields: z.output<typeof guardedSchema>): GuardedChange {
  return given(fields);
}

export const customerNameSchema = z.object({ id: z.string(), number: z.string(), name: z.string() });

const balanceSchema = z.object({
  receivable: moneyJsonSchema.describe('Invoices less credit notes'),
  overdue: moneyJsonSchema,
  unapplied: moneyJsonSchema.describe('Receipts and on-account credits, negative'),
  total: moneyJsonSchema,
});

const blockInForceSchema = z.object({
  id: z.string(),
  what: z.enum(BLOCKS),
  reason: z.string(),
  blockedBy: z.string(),
  blockedByName: z.string(),
  blockedAt: z.string(),
});

export const customerSchema = z
  .object({
    id: z.string(),
    number: z.string(),
    name: z.string(),
    kind: z.enum(['regular', 'unidentified']),
    parentId: z.string().nullable(),
    parent: customerNameSchema.nullable(),
    country: z.string().nullable(),
    language: z.string().nullable(),
    taxId: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable(),
    terms: z.string().nullable(),
    timeZone: z.string().nullable(),
    channel: z.string().nullable(),
    segment: z.string().nullable(),
    tier: z.string().nullable(),
    tags: z.array(z.string()),
    creditLimit: moneyJsonSchema.nullable(),
    createdAt: z.string(),
    mergedInto: customerNameSchema.nullable().describe('The customer that this record was found to be a duplicate of'),
    blocks: z.array(blockInForceSchema).describe('Blocks in force'),
    balances: z
      .array(balanceSchema)
      .describe('One for each currency in which something is open, merged duplicates included'),
  })
  .meta({ id: 'Customer' });

export function customerJson(view: CustomerView): z.output<typeof customerSchema> {
  const { creditLimitMinor, creditLimitCurrency, mergedIntoId: _, blocks, balances, tags, ...fields } = view;
  return {
    ...fields,
    tags: [...tags],
    creditLimit:
      creditLimitMinor === null || creditLimitCurrency === null
        ? null
        : moneyJson(creditLimitMinor, creditLimitCurrency),
    blocks: blocks.map(({ id, what, reason, blockedBy, blockedByName, blockedAt }) => ({
      ...{ id, what, reason, blockedBy, blockedByName, blockedAt },
    })),
    balances: balances.map(balanceJson),
  };
}

export function balanceJson(balance: Balance): z.output<typeof balanceSchema> {
  const { currency, receivableMinor, overdueMinor, unappliedMinor } = balance;
  return {
    receivable: moneyJson(receivableMinor, currency),
    overdue: moneyJson(overdueMinor, currency),
    unapplied: moneyJson(unappliedMinor, currency),
    total: moneyJson(receivableMinor + unappliedMinor, currency),
  };
}

export const balancesSchema = z.array(balanceSchema);
export const idParams = z.object({ id: z.uuid() });
export const idAnswer = z.object({ id: z.string() });
