/** Letters as they travel. */
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { z } from 'zod';
import { PURPOSES } from './purposes.ts';

const SUBJECT_CHARS_MAX = 300;
const BODY_CHARS_MAX = 50_000;
export const ITEMS_MAX = 5_000; // as many as a statement lists
export const ADDRESSES_MAX = 20;

export const purposeSchema = z.enum(PURPOSES);
export const languageSchema = z.enum(LETTER_LANGUAGES);
const emailSchema = z
  .string()
  .trim()
  .max(254)
  .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'must be an address such as ap@example.com');
export const addressSchema = z.object({
  address: emailSchema,
  name: z.string().trim().max(200).nullable().default(null),
});
export const templateUseSchema = z.object({
  purpose: purposeSchema,
  language: languageSchema,
  number: z.number().int().min(0),
  attached: z
    .array(z.enum(['pdf', 'xlsx']))
    .max(2)
    .optional()
    .describe('The statement that goes with it; absent: as usual for its purpose'),
});
export const leftOutSchema = z.object({
  itemId: z.string(),
  number: z.string(),
  reason: z.enum(['customer_hold', 'item_hold', 'credits_cover', 'too_firm', 'too_soon', 'not_open']),
  detail: z.string().nullable().describe('The kind of the hold, the step before, or the day from which it may be'),
});
export const bodySchema = z.string().trim().min(1, 'write something').max(BODY_CHARS_MAX);
export const subjectSchema = z
  .string()
  .trim()
  .min(1, 'say what it is about')
  .max(SUBJECT_CHARS_MAX)
  .refine((subject) => !/[\r\n]/.test(subject), 'must be one line');

const POSTAL_ADDRESS_CHARS_MAX = 500;

export const postalAddressSchema = z
  .string()
  .trim()
  .min(1, 'write the address as it stands on the envelope')
  .max(POSTAL_ADDRESS_CHARS_MAX);

export const letterSchema = z.object({
  customerId: z.uuid().nullable(),
  body: bodySchema,
  language: languageSchema,
  itemIds: z.array(z.uuid()).max(ITEMS_MAX).default([]),
});
