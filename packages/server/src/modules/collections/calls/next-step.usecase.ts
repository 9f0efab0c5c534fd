/** What follows a call: a promise, a task, another call at an instant, a mail from a template, or items that rest for a dispute. */
import type { LocalDate } from '@quittance/core/calendar';
import type { LetterLanguage } from '@quittance/core/correspondence';
import type { Money } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import { draftLetter, finishLetter, type Purpose, queueMessage } from '../../correspondence/index.ts';
import { findContacts, recordsOfParty } from '../../customers/index.ts';
import { takenOff } from '../dunning/asked-by-hand.ts';
import { asksForNothing, itemsToAskFor, noteWritten } from '../dunning/letters-by-hand.usecase.ts';
import { makePromises } from '../promises/make-promises.usecase.ts';
import { type Due, giveTask } from '../tasks/tasks.usecase.ts';
import { addCallBack } from './call-backs.usecase.ts';
import { type Disputed, disputeItems } from './dispute-items.usecase.ts';

export type NextStep =
  | {
      readonly kind: 'promise';
      /** Null: on the account. */
      readonly itemIds: readonly string[] | null;
      readonly parts: readonly { readonly promisedOn: LocalDate; readonly amount: Money }[];
    }
  | { readonly kind: 'task'; readonly title: string; readonly assigneeId: string; readonly due: Due }
  | { readonly kind: 'call_back'; readonly at: string; readonly assigneeId: string }
  | { readonly kind: 'mail'; readonly purpose: Purpose }
  | ({ readonly kind: 'dispute' } & Disputed);

export interface DoneStep {
  readonly kind: NextStep['kind'];
  /** Of the first promise, the task, the call-back, the message, or the first hold. */
  readonly id: string;
  readonly count: number;
}

interface CallMade {
  readonly customerId: string;
  readonly contactId: string | null;
  readonly activityId: string;
  readonly callId: string;
  readonly note: string;
  readonly scriptLanguage: LetterLanguage;
}

export async function takeNextStep(tx: CommandTx, step: NextStep | null, call: CallMade): Promise<DoneStep | null> {
  if (step === null) return null;
  const { customerId, contactId, activityId, callId } = call;
  switch (step.kind) {
    case 'promise': {
      const { itemIds, parts } = step;
      const isPlan = parts.length > 1;
      const request = {
        customerId,
        itemIds,
        parts,
        isPlan,
        interest: null,
        channel: 'call' as const,
        contactId,
        activityId,
        note: null,
      };
      const { promiseIds } = await makePromises(tx, request);
      return { kind: 'promise', id: promiseIds[0] ?? activityId, count: promiseIds.length };
    }
    case 'task': {
      const about = { subjectKind: 'customer' as const, subjectId: customerId, customerId };
      const { title, assigneeId, due } = step;
      const more = { note: call.note, recurrence: null, isPinned: false };
      return { kind: 'task', count: 1, ...(await giveTask(tx, { ...about, ...more, title, assigneeId, due })) };
    }
    case 'call_back': {
      const { at, assigneeId } = step;
      const note = call.note.slice(0, CALL_BACK_NOTE_CHARS);
      const id = await addCallBack(tx, { customerId, contactId, at, assigneeId, note, askedInCallId: callId });
      return { kind: 'call_back', id, count: 1 };
    }
    case 'dispute': {
      const holdIds = await disputeItems(tx, step, { customerIds: await recordsOfParty(tx, customerId) });
      return { kind: 'dispute', id: holdIds[0] ?? activityId, count: holdIds.length };
    }
    case 'mail':
      return { kind: 'mail', count: 1, id: await sendLetter(tx, step.purpose, call) };
  }
}

const CALL_BACK_NOTE_CHARS = 500;

async function sendLetter(tx: CommandTx, purpose: Purpose, call: CallMade): Promise<string> {
  const { customerId, contactId } = call;
  const contacts = await findContacts(tx, await recordsOfParty(tx, customerId));
  const contact = contacts.find(({ id, endedAt }) => id === contactId && endedAt === null);
  if (contact?.email == null) {
    throw new AppError(
      'call_mail_needs_address',
      'Whom you spoke with has no e-mail address. Add it to the contact first.',
    );
  }
  const asked = await itemsToAskFor(tx, { customerId, purpose });
  if (asked?.itemIds.length === 0) throw asksForNothing();
  const about = { customerId, itemIds: asked?.itemIds, takeOff: takenOff };
  const draft = await draftLetter(tx, { ...about, purpose, contactId: contact.id });
  const { language, itemIds, body, subject, template } = draft;
  const finished = await finishLetter(tx, { customerId, body, language, itemIds, takeOff: takenOff });
  const asWritten = { body, hasOwnWords: false, files: [] };
  const to = [{ address: contact.email, name: contact.name }];
  const message = await queueMessage(tx, {
    ...{ customerId, to, subject, language, template, itemIds, asWritten, ...finished },
  });
  await noteWritten(tx, { messageId: message.id, customerId, purpose, itemIds, address: contact.email });
  return message.id;
}
