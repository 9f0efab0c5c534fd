/** A note and its letter as they would be: one that stands is read, one that is not charged yet is charged and taken back. */
import { type LetterLanguage, letterLanguage } from '@quittance/core/correspondence';
import type { Money } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { assert, notFound } from '../../../platform/errors.ts';
import { type Enclosure, previewLetter, shownLetter } from '../../correspondence/index.ts';
import { findContacts, findCustomer, recordsOfParty } from '../../customers/index.ts';
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

/** The note alone, of a charge that is taken back: with its items, interest and fees. In the customer's language unless another is asked for. */
export async function previewOfCharge(
  tx: Tx,
  asked: { readonly charge: (trial: CommandTx) => Promise<ChargedNote>; readonly language: LetterLanguage | null },
): Promise<Enclosure> {
  let enclosure: Enclosure | undefined;
  await rehearse(tx, async (trial) => {
    const { itemId, entryId } = await asked.charge(trial);
    const note = await theNote(trial, itemId);
    const language = asked.language ?? (await noteLanguage(trial, note));
    enclosure = await noteEnclosure(trial, note, { language, isPreview: true });
    return [entryId];
  });
  assert(enclosure !== undefined, 'what was rehearsed was looked at');
  return enclosure;
}

/** Of whoever reads it at the customer's, else the customer's own. */
export async function noteLanguage(tx: Tx, { customerId }: InterestNote): Promise<LetterLanguage> {
  const customer = await findCustomer(tx, customerId);
  const [contact] = await findContacts(tx, await recordsOfParty(tx, customerId));
  return letterLanguage([contact?.language, customer?.language], customer?.country ?? null);
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
