/**
 * Working through the list: a contact is one line of the timeline with its outcome, and says in the same act when the customer is to
 * be looked at again, so that no further form is needed. Done is until tomorrow; snoozed until a day.
 */
import { addDays, type LocalDate } from '@quittance/core/calendar';
import { CONTACT_OUTCOMES_OF, type ContactKind, type ContactOutcome } from '@quittance/core/worklist';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import {
  findContacts,
  findCustomer,
  insertActivities,
  recordsOfParty,
  survivorOf,
  tellMentioned,
} from '../../customers/index.ts';
import { insertMark, isMark, lockMark, type WorklistMark, withdrawMark } from './marks.queries.ts';

/** Longer than a year nobody forgets a customer by a key. */
const SNOOZE_DAYS_MAX = 366;

export interface SetAside {
  readonly kind: WorklistMark['kind'];
  /** Of what is snoozed. */
  readonly backOn: LocalDate | null;
  readonly reason: string | null;
}

/** Throws `not_found`, `snoozed_to_the_past`, `snoozed_too_long`. */
export async function setAside(tx: CommandTx, id: string, request: SetAside): Promise<{ id: string }> {
  const customerId = await survivorOf(tx, id);
  if (!(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
  const backOn = request.kind === 'done' ? addDays(tx.today, 1) : (request.backOn ?? addDays(tx.today, 1));
  if (backOn <= tx.today) {
    throw new AppError('snoozed_to_the_past', `${backOn} is not ahead. Name the day on which the customer comes back.`);
  }
  if (backOn > addDays(tx.today, SNOOZE_DAYS_MAX)) {
    throw new AppError('snoozed_too_long', `${backOn} is more than a year ahead. Name an earlier day.`);
  }
  const mark = { id: newId(), customerId, kind: request.kind, backOn, reason: request.reason };
  await insertMark(tx, mark);
  tx.audit({ action: 'worklist.set_aside', subjectKind: 'customer', subjectId: customerId, after: mark });
  return { id: mark.id };
}

/** Brings a customer back to the list. Nothing where it is back already. Throws `not_found`. */
export async function bringBack(tx: CommandTx, markId: string): Promise<void> {
  const mark = await lockMark(tx, markId);
  if (mark === undefined) return requireMark(tx, markId);
  await withdrawMark(tx, markId);
  tx.audit({
    action: 'worklist.bring_back',
    subjectKind: 'customer',
    subjectId: mark.customerId,
    before: { id: markId },
  });
}

async function requireMark(tx: CommandTx, markId: string): Promise<void> {
  if (!(await isMark(tx, markId))) throw notFound('customer set aside', markId);
}

export interface ContactRecord {
  readonly kind: ContactKind;
  readonly outcome: ContactOutcome | null;
  readonly text: string;
  readonly contactId: string | null;
  readonly durationSeconds: number | null;
  /** The next step: back on the list on this day; null: the customer stays on the list. */
  readonly backOn: LocalDate | null;
}

/** Throws `not_found`, `outcome_not_of_kind`, `snoozed_to_the_past`, `snoozed_too_long`. */
export async function recordContact(
  tx: CommandTx,
  id: string,
  record: ContactRecord,
): Promise<{ activityId: string; markId: string | null }> {
  const { kind, outcome, text, contactId, durationSeconds, backOn } = record;
  const customerId = await survivorOf(tx, id);
  if (!(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
  if (outcome !== null && !CONTACT_OUTCOMES_OF[kind].includes(outcome)) {
    throw new AppError('outcome_not_of_kind', `A ${kind} does not end as ${outcome}. Choose another outcome.`);
  }
  if (contactId !== null && !(await contactsOf(tx, customerId)).has(contactId)) {
    throw notFound('contact', contactId);
  }
  const activity = { id: newId(), customerId, kind, text, contactId, durationSeconds, detail: { outcome, backOn } };
  await insertActivities(tx, [activity], null);
  await tellMentioned(tx, { firstId: activity.id, text });
  tx.audit({
    ...{ action: 'worklist.contact', subjectKind: 'customer', subjectId: customerId },
    after: { id: activity.id, kind, outcome },
  });
  if (backOn === null) return { activityId: activity.id, markId: null };
  const isTomorrow = backOn === addDays(tx.today, 1);
  const mark = await setAside(tx, customerId, { kind: isTomorrow ? 'done' : 'snoozed', backOn, reason: null });
  return { activityId: activity.id, markId: mark.id };
}

/** Those of merged records are of the customer too. */
async function contactsOf(tx: CommandTx, customerId: string): Promise<Set<string>> {
  return new Set((await findContacts(tx, await recordsOfParty(tx, customerId))).map(({ id }) => id));
}
