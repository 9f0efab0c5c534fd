/**
 * Telling a customer of a note over interest: by mail with the note as PDF, on paper, or in a way of their own that a person vouches for.
 * Until they were told, nobody reminds them of it (the hold `not_told`); a note that is taken back is called off with a letter, too.
 */
import { addDays, type LocalDate, laterDate } from '@quittance/core/calendar';
import { type LetterLanguage, letterAmount, letterDate, letterLanguage } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import {
  type DraftedLetter,
  draftLetter,
  type FinishedLetter,
  finishLetter,
  type QueuedMessage,
  queueMessage,
} from '../../correspondence/index.ts';
import { findContacts, findCustomer, insertActivities, recordsOfParty } from '../../customers/index.ts';
import { findItem, releaseHold } from '../../ledger/index.ts';
import { insertActions } from '../dunning/actions.queries.ts';
import { lockCharging } from './charges.queries.ts';
import { groundOf } from './note-words.ts';
import {
  CANCELLATION_PURPOSE,
  countLetters,
  findNote,
  type InterestNote,
  NOTE_PURPOSE,
  type NoteContent,
  noteContent,
} from './notes.queries.ts';

export type LetterWay =
  | { readonly by: 'mail'; readonly address: string; readonly name: string | null }
  | { readonly by: 'paper'; readonly postalAddress: string };

export interface NoteLetterOrder {
  readonly way: LetterWay;
  /** That of the contact, the customer or its country when absent. */
  readonly language?: LetterLanguage | undefined;
  /** Who signs; whoever acts when absent. */
  readonly senderName?: string | undefined;
}

type Purpose = typeof NOTE_PURPOSE | typeof CANCELLATION_PURPOSE;

/** A note's letter, filled but not laid out. */
export async function draftNoteLetter(
  tx: Tx,
  note: InterestNote,
  { purpose, ...order }: NoteLetterOrder & { readonly purpose: Purpose },
): Promise<DraftedLetter> {
  const { contactId, language } = await readerOf(tx, note, order);
  const facts = purpose === NOTE_PURPOSE ? await factsOfNote(tx, note, language) : cancelledFacts(note, language);
  const sender: Record<string, string> = order.senderName === undefined ? {} : { 'sender.name': order.senderName };
  const itemIds = purpose === NOTE_PURPOSE ? [note.itemId] : [];
  return draftLetter(tx, {
    ...{ customerId: note.customerId, purpose, language, itemIds, facts: { ...facts, ...sender } },
    ...(contactId === undefined ? {} : { contactId }),
  });
}

async function readerOf(tx: Tx, { customerId }: InterestNote, { way, language }: NoteLetterOrder) {
  const customer = await findCustomer(tx, customerId);
  if (customer === undefined) throw notFound('customer', customerId);
  const contacts = await findContacts(tx, await recordsOfParty(tx, customerId));
  const isReader = (email: string | null) => way.by === 'paper' || email?.toLowerCase() === way.address.toLowerCase();
  const contact = contacts.find(({ email, endedAt }) => endedAt === null && isReader(email));
  const known = letterLanguage([contact?.language, customer.language], customer.country);
  return { contactId: contact?.id, language: language ?? known };
}

async function factsOfNote(tx: Tx, note: InterestNote, language: LetterLanguage): Promise<Record<string, string>> {
  const { number, currency, interestMinor, feeMinor, dueOn } = note;
  const content = await noteContent(tx, note.id);
  const { terms } = content;
  const amount = (minor: bigint) => letterAmount(minor, currency, language);
  const plain = amount(interestMinor + feeMinor);
  return {
    'interest.number': number,
    'interest.total': plain,
    'interest.charged': amount(interestMinor),
    'interest.fees': amount(feeMinor),
    'interest.due': letterDate(dueOn, language),
    'interest.through': letterDate(throughOf(content, note.issuedOn), language),
    'interest.basis': terms === null ? plain : groundOf(terms, { hasFee: feeMinor > 0n, language }),
  };
}

/** The last day that the note asks for. */
function throughOf({ untilOn, lines }: NoteContent, issuedOn: LocalDate): LocalDate {
  if (untilOn !== null) return addDays(untilOn, -1);
  const [first, ...others] = lines.map(({ toOn }) => toOn);
  return first === undefined ? issuedOn : others.reduce(laterDate, first);
}

function cancelledFacts(note: InterestNote, language: LetterLanguage): Record<string, string> {
  const { number, currency, interestMinor, feeMinor, issuedOn } = note;
  const total = letterAmount(interestMinor + feeMinor, currency, language);
  return {
    'interest.number': number,
    'interest.total': total,
    'interest.issued': letterDate(issuedOn, language),
  };
}

/**
 * Puts the note on its way, or has it printed. Throws `not_found`, `interest_note_is_cancelled`, `interest_note_on_its_way`, and what
 * speaks against the address (`address_suppressed`, `recipient_refuses_mail`, `no_mailbox`).
 */
export async function tellOfNote(tx: CommandTx, itemId: string, order: NoteLetterOrder): Promise<QueuedMessage> {
  await lockCharging(tx); // two people at once write one letter
  const note = await theNote(tx, itemId);
  if (note.isCancelled) {
    const message = `${note.number} was taken back. There is nothing to ask for; say that it is cancelled instead.`;
    throw new AppError('interest_note_is_cancelled', message, { status: 409, details: { number: note.number } });
  }
  return write(tx, note, { ...order, purpose: NOTE_PURPOSE });
}

/** Says that a note is taken back. Throws `interest_note_stands`, and as `tellOfNote`. */
export async function tellOfCancellation(
  tx: CommandTx,
  itemId: string,
  order: NoteLetterOrder,
): Promise<QueuedMessage> {
  await lockCharging(tx); // two people at once write one letter
  const note = await theNote(tx, itemId);
  if (!note.isCancelled) {
    const message = `${note.number} stands. Reverse its entry first; then say that it is cancelled.`;
    throw new AppError('interest_note_stands', message, { status: 409, details: { number: note.number } });
  }
  return write(tx, note, { ...order, purpose: CANCELLATION_PURPOSE });
}

async function theNote(tx: Tx, itemId: string): Promise<InterestNote> {
  const note = await findNote(tx, itemId);
  if (note === undefined) throw notFound('interest note', itemId);
  return note;
}

const ON_ITS_WAY = ['queued', 'sending', 'uncertain', 'to_print'];

async function write(
  tx: CommandTx,
  note: InterestNote,
  order: NoteLetterOrder & { readonly purpose: Purpose },
): Promise<QueuedMessage> {
  const { way, purpose } = order;
  const before = purpose === NOTE_PURPOSE ? note.letter : note.cancellation;
  if (before !== null && ON_ITS_WAY.includes(before.state)) {
    const message = `A letter about ${note.number} is on its way or waits to be printed. Let it go out, or give it up first.`;
    throw new AppError('interest_note_on_its_way', message, { status: 409, details: { number: note.number } });
  }
  const draft = await draftNoteLetter(tx, note, order);
  const { paper, ...finished } = await finishLetter(tx, { ...draft, customerId: note.customerId });
  const nth = (await countLetters(tx, { itemId: note.itemId, purpose })) + 1;
  const queued = await queueMessage(tx, {
    ...{ ...draft, ...finished, customerId: note.customerId, itemIds: [note.itemId] },
    ...wayOf(way, paper),
    keys: [`${purpose} ${note.itemId} ${nth}`],
  });
  if (queued.isNew) await countAsLetter(tx, note, { way, purpose, messageId: queued.id });
  return queued;
}

function wayOf(way: LetterWay, letter: FinishedLetter['paper']) {
  if (way.by === 'mail') return { to: [{ address: way.address, name: way.name }] };
  return { to: [], onPaper: { postalAddress: way.postalAddress, letter } };
}

/** The customer had a letter today: runs count it. */
async function countAsLetter(
  tx: CommandTx,
  note: InterestNote,
  { way, purpose, messageId }: { readonly way: LetterWay; readonly purpose: Purpose; readonly messageId: string },
): Promise<void> {
  const item = await findItem(tx, note.itemId);
  await insertActions(tx, [
    {
      ...{ id: newId(), runId: null, customerId: note.customerId, channel: 'mail', kind: 'interest', purpose },
      ...{ strategyName: '', contactId: null, address: way.by === 'mail' ? way.address : null, messageId },
      ...{ taskId: null, itemCount: 1, functionalMinor: item?.functionalMinor ?? 0n },
    },
  ]);
}

/** They know of it in another way: by telephone, in their portal. Throws `not_found`, `interest_note_is_told`. */
export async function noteToldOtherwise(
  tx: CommandTx,
  { itemId, how }: { readonly itemId: string; readonly how: string },
): Promise<void> {
  const { untoldHoldId, customerId, number } = await theNote(tx, itemId);
  if (untoldHoldId === null || !(await releaseHold(tx, untoldHoldId, how))) {
    const message = `The customer knows of ${number} already.`;
    throw new AppError('interest_note_is_told', message, { status: 409, details: { number } });
  }
  tx.audit({ action: 'interest.told', subjectKind: 'item', subjectId: itemId, after: { number }, reason: how });
  const activity = { id: newId(), customerId, itemId, kind: 'note', text: `${number}: ${how}`, detail: {} } as const;
  await insertActivities(tx, [activity], null);
}
