/**
 * What those invited answered by their calendars. Believed of whoever was invited, from the address that was invited; the latest
 * answer to the latest version holds.
 */
import type { MeetingAnswer } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { AnsweredMeeting, Meetings } from '../../correspondence/index.ts';
import { saveAnswer } from './answers.queries.ts';
import { sessionOfUid } from './invitation.ts';
import { findSession, listPeople, type Session, type SessionPerson } from './sessions.queries.ts';

export const SESSION_MEETINGS: Meetings = {
  conversationOf: async (tx, answer) => (await invitedTo(tx, answer))?.session.conversationId ?? null,
  noteAnswer,
};

/** Does nothing for an answer to somebody else's invitation, of somebody who was not invited, or from another address. */
async function noteAnswer(tx: CommandTx, answered: AnsweredMeeting): Promise<void> {
  const { address, answer, fromAddress, isForged } = answered;
  const invited = await invitedTo(tx, answered);
  if (invited === null || isForged || fromAddress !== address) return;
  const { session, person } = invited;
  if (answered.sequence > session.sequence || !(await saveAnswer(tx, session.id, answered))) return;
  tx.audit({
    ...{ action: 'session.answered', subjectKind: 'customer', subjectId: session.customerId },
    after: { id: session.id, title: session.title, name: person.name, address, answer },
  });
}

async function invitedTo(
  tx: Tx,
  { uid, address }: MeetingAnswer,
): Promise<{ session: Session; person: SessionPerson } | null> {
  const sessionId = sessionOfUid(uid);
  const session = sessionId === null ? undefined : await findSession(tx, sessionId);
  if (session === undefined) return null;
  const person = (await listPeople(tx, session.id)).find((one) => one.address === address);
  return person === undefined ? null : { session, person };
}
