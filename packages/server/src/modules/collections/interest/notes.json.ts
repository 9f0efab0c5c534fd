/** Notes over interest as the API tells them, and what became of telling their customers. */
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import type { InterestNote, NoteLetter } from './notes.queries.ts';

/**
 * `untold`: nobody wrote yet, or it did not arrive. `to_print`: a letter on paper waits to be posted. `unknown`: charged before it was
 * noted. `told_cancelled`: they know that it is taken back; `cancelled`: they never knew of it, or were not told that it is.
 */
export const NOTE_STATES = [
  'untold',
  'on_its_way',
  'to_print',
  'told',
  'unknown',
  'cancelled',
  'told_cancelled',
] as const;
export type NoteState = (typeof NOTE_STATES)[number];

const letterSchema = z.object({
  messageId: z.string(),
  conversationId: z.string(),
  to: z.array(z.string()).nullable().describe('Null: on paper'),
  state: z.enum(['queued', 'sending', 'sent', 'failed', 'uncertain', 'withdrawn', 'to_print']),
  sentAt: z.string().nullable(),
  said: z.string().nullable(),
});

export const noteSchema = z
  .object({
    id: z.string(),
    itemId: z.string(),
    number: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    planId: z.string().nullable(),
    issuedOn: z.string(),
    dueOn: z.string(),
    interest: moneyJsonSchema,
    fee: moneyJsonSchema,
    total: moneyJsonSchema,
    open: moneyJsonSchema,
    madeAt: z.string(),
    madeByName: z.string(),
    state: z.enum(NOTE_STATES),
    isCancellationDue: z.boolean().describe('It is taken back, and whoever was told of it was not told that'),
    told: z.object({ at: z.string(), byName: z.string(), how: z.string() }).nullable(),
    letter: letterSchema.nullable(),
    cancellation: letterSchema.nullable(),
  })
  .meta({ id: 'InterestNote' });

export function noteJson(note: InterestNote): z.output<typeof noteSchema> {
  const { interestMinor, feeMinor, openMinor, currency, untoldHoldId: _, isCancelled, ...rest } = note;
  const money = (minor: bigint) => moneyJson(minor, currency);
  const wasTold = note.told !== null;
  return {
    ...rest,
    letter: letterJson(note.letter),
    cancellation: letterJson(note.cancellation),
    interest: money(interestMinor),
    fee: money(feeMinor),
    total: money(interestMinor + feeMinor),
    open: money(openMinor),
    state: stateOf(note),
    isCancellationDue: isCancelled && wasTold && !isUnderWay(note.cancellation) && note.cancellation?.state !== 'sent',
  };
}

function letterJson(letter: NoteLetter | null) {
  return letter && { ...letter, to: letter.to === null ? null : [...letter.to] };
}

function isUnderWay(letter: NoteLetter | null): boolean {
  return letter !== null && ['queued', 'sending', 'uncertain', 'to_print'].includes(letter.state);
}

export function stateOf(
  note: Pick<InterestNote, 'isCancelled' | 'untoldHoldId' | 'told' | 'letter' | 'cancellation'>,
): NoteState {
  if (note.isCancelled) return note.cancellation?.state === 'sent' ? 'told_cancelled' : 'cancelled';
  if (note.untoldHoldId === null) return note.told === null ? 'unknown' : 'told';
  if (note.letter?.state === 'to_print') return 'to_print';
  return isUnderWay(note.letter) ? 'on_its_way' : 'untold';
}
