/** Ledger acts as JSON, inside (pending acts keep minor units as text). The API's own shapes are in the routes. */
import {
  ACCOUNT_NAMES,
  ADJUSTMENT_ACCOUNTS,
  type AdjustmentKind,
  type DocumentKind,
  isControlAccount,
  OPENINGS,
  type PlainAccount,
} from '@quittance/core/ledger';
import { z } from 'zod';
import { localDateSchema } from '../../platform/http/index.ts';
import type { LedgerAct } from './ledger-act.ts';

export { localDateSchema };

export const instantSchema = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?Z$/,
    'must be an instant in UTC such as 2026-11-22T09:30:00Z',
  )
  .refine((text) => !Number.isNaN(Date.parse(text)), 'must be an instant in UTC such as 2026-11-22T09:30:00Z');

const TEXT_MAX = 500; // longer notes belong into a case or an attachment
const minorSchema = z
  .string()
  .regex(/^-?\d{1,18}$/)
  .transform((text) => BigInt(text));
export const idSchema = z.uuid();
export const textSchema = z.string().max(TEXT_MAX).optional();
const datedFields = { effectiveOn: localDateSchema.optional(), reason: textSchema, note: textSchema };

export const adjustmentKindSchema = z.enum(Object.keys(ADJUSTMENT_ACCOUNTS) as [AdjustmentKind, ...AdjustmentKind[]]);
export const documentKindSchema = z.enum(Object.keys(OPENINGS) as [DocumentKind, ...DocumentKind[]]);

const plainAccounts = ACCOUNT_NAMES.filter((account): account is PlainAccount => !isControlAccount(account));
const plainAccountSchema = z.enum(plainAccounts as [PlainAccount, ...PlainAccount[]]);

const documentSchema = z.object({
  kind: documentKindSchema,
  number: z.string(),
  customerId: idSchema,
  currency: z.string(),
  issuedOn: localDateSchema,
  instalments: z.array(z.object({ dueOn: localDateSchema, amountMinor: minorSchema })),
  terms: textSchema,
  purchaseOrder: textSchema,
  orderNumber: textSchema,
  deliveryNote: textSchema,
  reference: textSchema,
  note: textSchema,
  contra: plainAccountSchema.optional(),
});

const allocationSchema = z.object({
  creditItemId: idSchema,
  debitItemId: idSchema,
  amountMinor: minorSchema,
  creditAmountMinor: minorSchema.optional(),
  adjustments: z
    .array(z.object({ kind: adjustmentKindSchema, amountMinor: minorSchema, reason: textSchema }))
    .default([]),
});

export const ledgerActSchema: z.ZodType<LedgerAct, unknown> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('document'), document: documentSchema }),
  z.object({ kind: z.literal('application'), allocations: z.array(allocationSchema), ...datedFields }),
  z.object({
    kind: z.literal('adjustment'),
    itemId: idSchema,
    adjustment: adjustmentKindSchema,
    amountMinor: minorSchema,
    ...datedFields,
  }),
  z.object({ kind: z.literal('due_date_change'), itemId: idSchema, dueOn: localDateSchema, ...datedFields }),
  z.object({ kind: z.literal('identification'), itemId: idSchema, customerId: idSchema, ...datedFields }),
  z.object({
    kind: z.literal('reversal'),
    entryId: idSchema,
    amountMinor: minorSchema.optional(),
    effectiveOn: localDateSchema.optional(),
    withDependents: z.boolean(),
    reason: z.string().max(TEXT_MAX),
  }),
]);
