/**
 * A colleague in a planned session goes, another comes. The customer is not written to over it: who sits there for us is said with the
 * next change of the session, and the colleague finds it under Sessions.
 */
import type { CommandTx } from '../../../platform/command/index.ts';
import { listMembers } from '../../identity/index.ts';
import { thePlannedSession } from './plan-session.usecase.ts';
import { listPeople, replacePeople, type SessionPerson } from './sessions.queries.ts';

/** Throws `not_found`, `session_is_ended`. */
export async function handSessionOver(
  tx: CommandTx,
  { id, fromId, toId }: { readonly id: string; readonly fromId: string; readonly toId: string },
): Promise<void> {
  const { customerId } = await thePlannedSession(tx, id);
  const [member] = await listMembers(tx, { after: undefined, limit: 1, id: toId });
  const rest = (await listPeople(tx, id)).filter(({ personId }) => personId !== fromId);
  const comes: SessionPerson[] =
    member === undefined || rest.some(({ personId }) => personId === toId)
      ? []
      : [{ address: member.email.toLowerCase(), name: member.name, contactId: null, personId: toId }];
  const known = new Set(comes.map(({ address }) => address));
  await replacePeople(tx, id, [...comes, ...rest.filter(({ address }) => !known.has(address))]);
  tx.audit({
    ...{ action: 'session.hand_over', subjectKind: 'customer', subjectId: customerId },
    ...{ before: { id, personId: fromId }, after: { id, personId: toId } },
  });
}
