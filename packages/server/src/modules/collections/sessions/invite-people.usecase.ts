/** Invitations, updates and cancellations as mails, put on their way in the transaction of the act that they tell of. */
import { localDate } from '@quittance/core/calendar';
import { type LetterLanguage, letterDate } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import {
  draftLetter,
  findConversation,
  finishLetter,
  queueMessage,
  theMailbox,
  theSendingMailbox,
} from '../../correspondence/index.ts';
import { recordsOfParty } from '../../customers/index.ts';
import { listItems } from '../../ledger/index.ts';
import { type InvitationMethod, invitationFile, uidOfSession } from './invitation.ts';
import { INVITATION_WORDS } from './invitation-words.ts';
import { noteInvitation, type Point, type Session, type SessionPerson } from './sessions.queries.ts';

export interface InvitationOrder {
  readonly session: Session;
  readonly points: readonly Point[];
  readonly people: readonly SessionPerson[];
  readonly method: InvitationMethod;
  readonly sequence: number;
  /** The zone of the customer's clock. */
  readonly timeZone: string;
}

/** Throws what the mail refuses: `no_mailbox`, `address_suppressed`, `recipient_refuses_mail`. Nobody to tell: nothing goes out. */
export async function inviteTo(tx: CommandTx, order: InvitationOrder): Promise<void> {
  const { session, people, method, sequence } = order;
  if (people.length === 0) return;
  const language = session.language as LetterLanguage;
  const letter = method === 'CANCEL' ? await cancellation(tx, order, language) : await invitation(tx, order, language);
  const theirs = people.filter(({ personId }) => personId === null);
  const colleagues = people.filter(({ personId }) => personId !== null);
  const [to, cc] = theirs.length > 0 ? [theirs, colleagues] : [colleagues, []];
  const addresses = people.map(({ address }) => address).join(' ');
  const message = await queueMessage(tx, {
    ...letter,
    customerId: session.customerId,
    conversationId: session.conversationId ?? undefined,
    to: to.map(({ address, name }) => ({ address, name })),
    cc: cc.map(({ address, name }) => ({ address, name })),
    language,
    keys: [`session ${session.id}, ${method} ${sequence}, ${addresses}`],
    files: [await fileOf(tx, order, letter.text)],
    isCancellation: method === 'CANCEL',
  });
  await noteInvitation(tx, {
    ...{ sessionId: session.id, sequence, method },
    ...{ messageId: message.id, conversationId: message.conversationId },
  });
}

async function fileOf(tx: Tx, order: InvitationOrder, description: string) {
  const { session, people, method, sequence } = order;
  const conversation = session.conversationId === null ? undefined : await findConversation(tx, session.conversationId);
  const mailbox = await (conversation === undefined
    ? theSendingMailbox(tx, undefined)
    : theMailbox(tx, conversation.mailboxId));
  const { id, title, startsAt, endsAt, place } = session;
  return invitationFile({
    ...{ uid: uidOfSession(id), sequence, method, title, startsAt, endsAt, place, description },
    organiser: { name: mailbox.name, address: mailbox.address },
    people: people.map(({ name, address }) => ({ name, address })),
    stampedAt: tx.recordedAt,
  });
}

interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly itemIds: readonly string[];
}

async function invitation(tx: Tx, order: InvitationOrder, language: LetterLanguage): Promise<Letter> {
  const { session, points, people, sequence } = order;
  const { customerId } = session;
  const contactId = people.find((person) => person.contactId !== null)?.contactId ?? undefined;
  const open = await listItems(tx, {
    customerIds: await recordsOfParty(tx, customerId),
    isOpenOnly: true,
    limit: ITEMS_MAX,
  });
  // What was paid since is not asked for again.
  const itemIds = points.flatMap(({ kind, subjectId }) =>
    kind === 'item' && open.some(({ id, account }) => id === subjectId && account === 'receivable')
      ? [subjectId ?? '']
      : [],
  );
  const agenda = points.map(({ title }) => title).join('; ') || session.title;
  const facts = { 'meeting.starts': startsIn(order, language), 'meeting.agenda': agenda };
  const draft = await draftLetter(tx, {
    customerId,
    purpose: 'meeting_invitation',
    contactId,
    language,
    itemIds,
    facts,
  });
  const extra = [session.place, session.message].filter((text) => text !== '').join('\n\n');
  const body = extra === '' ? draft.body : `${draft.body}\n\n${extra}`;
  const finished = await finishLetter(tx, { customerId, body, language, itemIds });
  const words = INVITATION_WORDS[language];
  const subject = sequence === 0 ? draft.subject : `${words.changed}: ${draft.subject}`;
  return { subject, itemIds, text: finished.text, html: finished.html };
}

const ITEMS_MAX = 1_000;

async function cancellation(tx: Tx, order: InvitationOrder, language: LetterLanguage): Promise<Letter> {
  const { session } = order;
  const words = INVITATION_WORDS[language];
  const subject = `${words.cancelled}: ${session.title}`;
  const body = words.doesNotTakePlace(session.title, startsIn(order, language), session.reason ?? '', tx.actor.name);
  const finished = await finishLetter(tx, { customerId: session.customerId, body, language, itemIds: [] });
  return { subject, itemIds: [], text: finished.text, html: finished.html };
}

/** By the customer's clock: "30 March 2026, 10:00 (Rome)". */
function startsIn({ session, timeZone }: InvitationOrder, language: LetterLanguage): string {
  const options = { timeZone, hourCycle: 'h23' } as const;
  const at = Date.parse(session.startsAt);
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  );
  const time = new Intl.DateTimeFormat('en-GB', { ...options, hour: '2-digit', minute: '2-digit' }).format(at);
  const place = (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');
  return `${letterDate(localDate(day), language)}, ${time} (${place})`;
}
