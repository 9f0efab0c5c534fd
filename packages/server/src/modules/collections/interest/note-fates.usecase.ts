/** What correspondence tells of a note's letter, and asks for it: its PDF as it leaves, that it went out, that it came back. */
import { isLetterLanguage } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Enclosure } from '../../correspondence/index.ts';
import { findCustomer } from '../../customers/index.ts';
import { releaseHold } from '../../ledger/index.ts';
import { personOf } from '../dunning/letter-fates.usecase.ts';
import { taskWords } from '../dunning/task-words.ts';
import { giveTask } from '../tasks/tasks.usecase.ts';
import { noteIsNotTold } from './interest-note.usecase.ts';
import { noteEnclosure } from './note-document.ts';
import { findNote, NOTE_PURPOSE, noteOfMessage } from './notes.queries.ts';

/** The note itself goes with its letter; nothing with other messages. */
export async function noteEnclosures(tx: Tx, messageId: string): Promise<readonly Enclosure[]> {
  const told = await noteOfMessage(tx, messageId);
  const note = told?.purpose === NOTE_PURPOSE ? await findNote(tx, told.itemId) : undefined;
  if (note === undefined) return [];
  return [await noteEnclosure(tx, note, { language: isLetterLanguage(told?.language) ? told.language : 'en' })];
}

const BY_LETTER = 'The customer was told by letter';

/** From here on they know, and may be reminded. */
export async function noteWentOut(tx: Tx, messageId: string): Promise<void> {
  const told = await noteOfMessage(tx, messageId);
  if (told?.purpose !== NOTE_PURPOSE) return;
  const note = await findNote(tx, told.itemId);
  if (note !== undefined && note.untoldHoldId !== null) await releaseHold(tx, note.untoldHoldId, BY_LETTER);
}

const TITLE_CHARS_MAX = 200;

/** They do not know after all: it rests again, and who looks after them hears of it. False: it is no note's letter. */
export async function noteCameBack(tx: CommandTx, messageId: string, address: string): Promise<boolean> {
  const told = await noteOfMessage(tx, messageId);
  if (told === undefined) return false;
  const { itemId, customerId, purpose } = told;
  const note = await findNote(tx, itemId);
  if (purpose === NOTE_PURPOSE && note?.untoldHoldId === null && !note.isCancelled) {
    await noteIsNotTold(tx, { itemId, customerId });
  }
  const person = await personOf(tx, customerId);
  const customer = await findCustomer(tx, customerId);
  if (person === null || customer === undefined) return true;
  const words = taskWords(person.locale);
  await giveTask(tx, {
    title: `${note?.number ?? ''}: ${words.returned(customer.name, address)}`.slice(0, TITLE_CHARS_MAX),
    note: '',
    ...{ subjectKind: 'item', subjectId: itemId, customerId, assigneeId: person.id },
    ...{ due: { on: tx.today }, recurrence: null, isPinned: false },
  });
  return true;
}
