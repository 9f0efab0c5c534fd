/** A note and its letter as they would be: one that stands is read, one that is not charged yet is charged and taken back. */
import type { LetterLanguage } from '@quittance/core/correspondence';
import type { Money } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { assert, notFound } from '../../../platform/errors.ts';
import { type Enclosure, previewLetter, shownLetter } from '../../correspondence/index.ts';
import { findCustomer } from '../../customers/index.ts';
import { rehearse } from '../../ledger/index.ts';
import { chargeInterest } from './interest.usecase.ts';
import type { ChargedNote } from './interest-note.usecase.ts';
import { noteEnclosure } from './note-document.ts';
import { draftNoteLetter, type NoteLetterOrder } from './note-letters.usecase.ts';
import { CANCELLATION_PURPOSE, findNote, type InterestNote, NOTE_PURPOSE } from './notes.queries.ts';
import { chargePlanInterest } from './plan-interest.usecase.ts';

export type PreviewedNote =
  | { readonly itemId: string }
  | { readonly planId: string; readonly total: Money }
  | { readonly customerId: string; readonly itemIds: readonly string[]; readonly total: Money };

export interface NotePreview {
  readonly number: string;
  readonly subject: string;
  readonly html: string;
  readonly language: LetterLanguage;
  readonly enclosure: Enclosure;
}

/** Needs a posting transaction. Throws `not_found`, `interest_changed`, `interest_note_too_long`. */
export async function previewNote(tx: Tx, asked: PreviewedNote, order: NoteLetterOrder): Promise<NotePreview> {
  if ('itemId' in asked) return previewOf(tx, await theNote(tx, asked.itemId), { ...order, isPreview: false });
  let preview: NotePreview | undefined;
  await rehearse(tx, async (trial) => {
    const { itemId, entryId } = await charge(trial, asked);
    preview = await previewOf(trial, await theNote(trial, itemId), { ...order, isPreview: true });
    return [entryId];
  });
  assert(preview !== undefined, 'what was rehearsed was looked at');
  return preview;
}

async function charge(trial: CommandTx, asked: Exclude<PreviewedNote, { itemId: string }>): Promise<ChargedNote> {
  if ('planId' in asked) return chargePlanInterest(trial, asked);
  const { customerId, ...items } = asked;
  const customer = await findCustomer(trial, customerId);
  if (customer === undefined) throw notFound('customer', customerId);
  return chargeInterest(trial, { ...items, customer });
}

async function theNote(tx: Tx, itemId: string): Promise<InterestNote> {
  const note = await findNote(tx, itemId);
  if (note === undefined) throw notFound('interest note', itemId);
  return note;
}

async function previewOf(
  tx: Tx,
  note: InterestNote,
  { isPreview, ...order }: NoteLetterOrder & { readonly isPreview: boolean },
): Promise<NotePreview> {
  const purpose = note.isCancelled ? CANCELLATION_PURPOSE : NOTE_PURPOSE;
  const { subject, body, language, itemIds } = await draftNoteLetter(tx, note, { ...order, purpose });
  const letter = await previewLetter(tx, { customerId: note.customerId, body, language, itemIds });
  const enclosure = await noteEnclosure(tx, note, { language, isPreview });
  return { number: note.number, subject, html: shownLetter(letter), language, enclosure };
}
