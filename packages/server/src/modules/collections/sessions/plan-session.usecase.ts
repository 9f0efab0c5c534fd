/** Meetings with a customer about what is open: planned, changed, cancelled; each time those invited are told. */
import { type LetterLanguage, letterLanguage } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { findContacts, findCustomer, recordsOfParty, survivorOf } from '../../customers/index.ts';
import { listMembers } from '../../identity/index.ts';
import { customerCalendars } from '../../organisation/index.ts';
import type { InvitationMethod } from './invitation.ts';
import { inviteTo } from './invite-people.usecase.ts';
import {
  type AgendaPoint,
  endSession,
  insertSession,
  listPeople,
  listPoints,
  lockSession,
  replacePeople,
  type Session,
  type SessionFields,
  type SessionPerson,
  saveAgenda,
  updateSession,
} from './sessions.queries.ts';

export interface SessionDraft extends SessionFields {
  readonly contactIds: readonly string[];
  readonly personIds: readonly string[];
  /** With an id: a point that stands already. */
  readonly points: readonly (Omit<AgendaPoint, 'id'> & { readonly id: string | null })[];
}

const COLLEAGUES_MAX = 1_000; // looked through for those invited

/** Throws `not_found`, `session_is_past`, `session_person_has_no_address`, and what the invitation refuses. */
export async function planSession(
  tx: CommandTx,
  given: SessionDraft & { readonly customerId: string; readonly language: LetterLanguage | null },
): Promise<{ id: string }> {
  const customerId = await survivorOf(tx, given.customerId);
  const customer = await findCustomer(tx, customerId);
  if (customer?.kind !== 'regular') throw notFound('customer', given.customerId);
  requireToCome(tx, given);
  const people = await peopleOf(tx, { ...given, customerId });
  const [contact] = (await findContacts(tx, [customerId])).filter(({ id }) => given.contactIds.includes(id));
  const language = given.language ?? letterLanguage([contact?.language, customer.language], customer.country);
  const id = newId();
  await insertSession(tx, { ...fieldsOf(given), id, customerId, language });
  await replacePeople(tx, id, people);
  await saveAgenda(tx, id, withIds(given.points));
  await tell(tx, { id, people, method: 'REQUEST', isFirst: true });
  const after = { id, ...fieldsOf(given), people: people.map(({ address }) => address) };
  tx.audit({ action: 'session.plan', subjectKind: 'customer', subjectId: customerId, after });
  return { id };
}

/** Another time, place, title or circle: told to everybody; who is left out is told that it does not take place for them. */
export async function changeSession(tx: CommandTx, id: string, draft: SessionDraft): Promise<void> {
  const before = await thePlannedSession(tx, id);
  requireToCome(tx, draft);
  const [peopleBefore, people] = [
    await listPeople(tx, id),
    await peopleOf(tx, { ...draft, customerId: before.customerId }),
  ];
  await updateSession(tx, id, fieldsOf(draft));
  await replacePeople(tx, id, people);
  await saveAgenda(tx, id, withIds(draft.points));
  const left = peopleBefore.filter(({ address }) => !people.some((one) => one.address === address));
  await tell(tx, { id, people: left, method: 'CANCEL', isFirst: false });
  await tell(tx, { id, people, method: 'REQUEST', isFirst: peopleBefore.length === 0 });
  tx.audit({
    action: 'session.change',
    subjectKind: 'customer',
    subjectId: before.customerId,
    before: { id, ...fieldsOf(before), people: peopleBefore.map(({ address }) => address) },
    after: { id, ...fieldsOf(draft), people: people.map(({ address }) => address) },
  });
}

/** It does not take place: everybody invited is told why. Throws `session_is_ended`. */
export async function cancelSession(tx: CommandTx, id: string, reason: string): Promise<void> {
  const { customerId } = await thePlannedSession(tx, id);
  await endSession(tx, id, { state: 'cancelled', reason });
  await tell(tx, { id, people: await listPeople(tx, id), method: 'CANCEL', isFirst: false });
  tx.audit({ action: 'session.cancel', subjectKind: 'customer', subjectId: customerId, before: { id }, reason });
}

/** Throws `not_found`, `session_is_ended`. */
export async function thePlannedSession(tx: Tx, id: string): Promise<Session> {
  const session = await lockSession(tx, id);
  if (session === undefined) throw notFound('session', id);
  if (session.state === 'planned') return session;
  const message = `“${session.title}” is ${session.state.replace('_', '-')} already. Plan another session.`;
  throw new AppError('session_is_ended', message, { status: 409 });
}

async function tell(
  tx: CommandTx,
  given: { id: string; people: readonly SessionPerson[]; method: InvitationMethod; isFirst: boolean },
): Promise<void> {
  const { id, people, method, isFirst } = given;
  const session = await lockSession(tx, id);
  if (session === undefined) throw notFound('session', id);
  const customer = await findCustomer(tx, session.customerId);
  const theirs = (await customerCalendars(tx, [session.customerId]))({
    id: session.customerId,
    country: customer?.country ?? null,
    timeZone: customer?.timeZone ?? null,
  });
  const timeZone = theirs.patterns[0]?.timeZone ?? tx.company.timeZone;
  const sequence = isFirst ? session.sequence : session.sequence + 1;
  await inviteTo(tx, { session, points: await listPoints(tx, id), people, method, sequence, timeZone });
}

async function peopleOf(
  tx: Tx,
  given: { customerId: string; contactIds: readonly string[]; personIds: readonly string[] },
): Promise<SessionPerson[]> {
  const contacts = await findContacts(tx, await recordsOfParty(tx, given.customerId));
  const members = await listMembers(tx, { after: undefined, limit: COLLEAGUES_MAX });
  const theirs = given.contactIds.map((id): SessionPerson => {
    const contact = contacts.find((one) => one.id === id && one.endedAt === null);
    if (contact === undefined) throw notFound('contact', id);
    if (contact.email === null) {
      const message = `${contact.name} has no e-mail address. Add it to the contact, or leave ${contact.name} out.`;
      throw new AppError('session_person_has_no_address', message, { details: { contactId: id } });
    }
    return { address: contact.email.toLowerCase(), name: contact.name, contactId: id, personId: null };
  });
  const ours = given.personIds.map((id): SessionPerson => {
    const member = members.find((one) => one.id === id);
    if (member === undefined) throw notFound('person', id);
    return { address: member.email.toLowerCase(), name: member.name, contactId: null, personId: id };
  });
  return [...new Map([...ours, ...theirs].map((person) => [person.address, person])).values()];
}

function requireToCome(tx: Tx, { startsAt, endsAt }: SessionFields): void {
  if (Date.parse(startsAt) > Date.parse(tx.recordedAt) && Date.parse(endsAt) > Date.parse(startsAt)) return;
  const message = 'A session begins after now and ends after it begins. Choose another time.';
  throw new AppError('session_is_past', message, { details: { startsAt, endsAt, now: tx.recordedAt } });
}

function fieldsOf({ title, startsAt, endsAt, place, message }: SessionFields): SessionFields {
  return { title, startsAt, endsAt, place, message };
}

function withIds(points: SessionDraft['points']): AgendaPoint[] {
  return points.map(({ id, ...point }) => ({ ...point, id: id ?? newId() }));
}
