/** What people do with a conversation: take it, give it to a customer, be done with it. */
import { permissionsOf, type Role } from '@quittance/core/permissions';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { findCustomer } from '../../customers/index.ts';
import { listMembers } from '../../identity/index.ts';
import { listMessages } from '../messages/messages.queries.ts';
import { noteOnTimeline } from '../sending/note-on-timeline.ts';
import type { ConversationView } from './conversation.ts';
import { findConversation, updateConversation } from './conversations.queries.ts';

export async function theConversation(tx: Tx, id: string): Promise<ConversationView> {
  const conversation = await findConversation(tx, id);
  if (conversation === undefined) throw notFound('conversation', id);
  return conversation;
}

/** Null: nobody's. Throws `person_not_in_company`, `person_cannot_act` for who only looks here. */
export async function assignConversation(tx: CommandTx, id: string, personId: string | null): Promise<void> {
  const before = await theConversation(tx, id);
  const name = personId === null ? null : await nameOf(tx, personId);
  await updateConversation(tx, { ...before, assignedTo: personId, assignedToName: name });
  const [subjectKind, subjectId] = ['conversation', id];
  const [from, to] = [{ to: before.assignedToName }, { to: name }];
  tx.audit({ action: 'correspondence.assigned', subjectKind, subjectId, before: from, after: to });
}

/** Whoever answers what was nobody's goes on with it: the next answer waits for them. */
export async function takeUp(tx: CommandTx, id: string): Promise<void> {
  if ((await theConversation(tx, id)).assignedTo === null) await assignConversation(tx, id, tx.actor.id);
}

/** Null: nobody who works in the company. */
export async function memberName(tx: Tx, personId: string): Promise<string | null> {
  const [member] = await listMembers(tx, { after: undefined, limit: 1, id: personId });
  return member?.name ?? null;
}

const mayAnswer = (roles: readonly Role[]): boolean => permissionsOf(roles).includes('correspondence.write');

async function nameOf(tx: CommandTx, personId: string): Promise<string> {
  if (personId === tx.actor.id) return tx.actor.name;
  const [member] = await listMembers(tx, { after: undefined, limit: 1, id: personId });
  if (member !== undefined && member.disabledAt === null && mayAnswer(member.roles)) return member.name;
  if (member !== undefined) {
    const message = `${member.name} could not answer: they only look in this company, or have been locked out. Choose somebody else.`;
    throw new AppError('person_cannot_act', message, { details: { personId } });
  }
  throw new AppError('person_not_in_company', 'This person does not work in the company. Choose somebody else.');
}

/** Its mails go onto the customer's timeline, or off it with the conversation. Throws `customer_not_found`. */
export async function linkCustomer(tx: CommandTx, id: string, customerId: string | null): Promise<void> {
  const before = await theConversation(tx, id);
  if (customerId !== null && (await findCustomer(tx, customerId)) === undefined) throw notFound('customer', customerId);
  await updateConversation(tx, { ...before, customerId });
  if (customerId !== null && customerId !== before.customerId) {
    for (const message of await listMessages(tx, id)) if (message.kind === 'mail') await noteOnTimeline(tx, message);
  }
  const subject = { subjectKind: 'conversation', subjectId: id };
  tx.audit({
    ...{ action: 'correspondence.customer_linked', ...subject },
    ...{ before: { customerId: before.customerId }, after: { customerId } },
  });
}

export async function setHandled(tx: CommandTx, id: string, isHandled: boolean): Promise<void> {
  const before = await theConversation(tx, id);
  await updateConversation(tx, { ...before, state: isHandled ? 'handled' : 'open' });
  const subject = { subjectKind: 'conversation', subjectId: id };
  tx.audit({ action: 'correspondence.handled', ...subject, before: { state: before.state }, after: { isHandled } });
}
