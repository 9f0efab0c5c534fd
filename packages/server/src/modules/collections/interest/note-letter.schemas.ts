/** How a note reaches its customer, as the API takes it. */
import type { Permission } from '@quittance/core/permissions';
import { z } from 'zod';
import { AppError } from '../../../platform/errors.ts';
import { addressSchema, languageSchema, postalAddressSchema } from '../../correspondence/index.ts';
import type { NoteLetterOrder } from './note-letters.usecase.ts';

const language = languageSchema.optional().describe('That of the contact, the customer or its country when absent');

/** By mail, or on paper to be printed and posted by a person. */
export const letterOrderSchema = z.union([
  z.strictObject({ ...addressSchema.shape, language }),
  z.strictObject({ postalAddress: postalAddressSchema, language }),
]);

export const noteLetterSchema = letterOrderSchema
  .nullable()
  .default(null)
  .describe('The letter that tells of it, with the note as PDF; null: nobody is told yet, and nobody reminded');

export const letterRefSchema = z.object({ messageId: z.string(), conversationId: z.string() });

export const chargedSchema = z.object({ number: z.string(), itemId: z.string(), letter: letterRefSchema.nullable() });

export function orderOf(letter: z.output<typeof letterOrderSchema>): NoteLetterOrder {
  if ('postalAddress' in letter) {
    return { way: { by: 'paper', postalAddress: letter.postalAddress }, language: letter.language };
  }
  return { way: { by: 'mail', address: letter.address, name: letter.name }, language: letter.language };
}

/** Throws `not_permitted` for a letter of somebody who writes to nobody. */
export function requireWriting(permissions: ReadonlySet<Permission>, letter: unknown): void {
  const permission = 'correspondence.write';
  if (letter === null || permissions.has(permission)) return;
  const message = 'You may charge, but not write to customers. Charge without a letter; somebody else sends it.';
  throw new AppError('not_permitted', message, { status: 403, details: { permission } });
}
