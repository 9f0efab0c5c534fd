/** Mail of the team: answers to letters of the runs, answered or waiting; machines, a bounce, a complaint; strangers. */
import { letterLanguage } from '@quittance/core/correspondence';
import { TOLD_OF_MAIL } from '../../app-wiring.ts';
import { actionsOfRun } from '../../modules/collections/index.ts';
import {
  assignConversation,
  draftLetter,
  finishLetter,
  listMessages,
  type Message,
  queueMessage,
  setHandled,
  takeMail,
  theMailbox,
} from '../../modules/correspondence/index.ts';
import { findContacts } from '../../modules/customers/index.ts';
import { instantText } from '../../platform/clock.ts';
import { readLetter } from '../../platform/mail/index.ts';
import { addBusinessDays } from '../business-days.ts';
import type { DemoCustomer } from '../customers/customers.ts';
import { openItems } from './calls.ts';
import type { LateCustomer } from './choose-customers.ts';
import { sendMail } from './dunning-runs.ts';
import { type MailFacts, OUT_OF_OFFICE, REPLIES, type ReplyKind } from './mail-words.ts';
import { bounceMail, complaintMail, type MailHead, machineMail, personMail } from './raw-mail.ts';
import type { Member, Team } from './team.ts';

/** A letter of ours that went out, and who got it. */
interface SentLetter {
  readonly customer: DemoCustomer;
  readonly message: Message;
  readonly address: string;
  readonly contact: string;
}

const LETTERS_MAX = 200; // of a run of the demo

/** The machines of those who got the run's letters answer at once. */
export async function machinesAnswer(team: Team): Promise<void> {
  const [away, gone, unwanted] = await nextLetters(team, 3);
  if (away) {
    const words = OUT_OF_OFFICE[languageOf(away)];
    const head = headOf(team, away, `${words.subject}: ${away.message.subject}`);
    await take(team, machineMail(head, words.text));
  }
  if (gone) {
    const head = {
      ...headOf(team, gone, 'Undelivered Mail Returned to Sender'),
      from: 'mailer-daemon@mx.demo.example',
      fromName: null,
    };
    await take(team, bounceMail(head, gone.address));
  }
  if (unwanted) {
    const head = {
      ...headOf(team, unwanted, 'Complaint about your message'),
      from: 'feedback@mail.demo.example',
      fromName: null,
    };
    await take(team, complaintMail(head, unwanted.address));
  }
}

/** A question, our answer, their thanks: nothing is left to do. */
export async function threadThatIsDone(team: Team): Promise<void> {
  const [letter] = await nextLetters(team, 1);
  if (!letter) return;
  const { conversationId } = letter.message;
  await take(team, await replyTo(team, letter, 'question'));
  const facts = await factsOf(team, letter);
  await team.act('collections_analyst', 'correspondence.reply', async (tx) => {
    await assignConversation(tx, conversationId, tx.actor.id);
    const text = REPLIES[languageOf(letter)].answer(facts);
    const to = [{ address: letter.address, name: letter.contact }];
    const subject = `Re: ${letter.message.subject}`;
    return (await queueMessage(tx, { customerId: team.customerId(letter.customer), conversationId, to, subject, text }))
      .id;
  });
  await sendMail(team);
  await take(team, await replyTo(team, letter, 'thanks'));
  await team.act('collections_analyst', 'correspondence.handled', (tx) =>
    setHandled(tx, conversationId, true).then(() => null),
  );
}

/** Waits for an answer: taken by somebody, or by nobody yet. */
export async function replyThatWaits(team: Team, kind: ReplyKind, takenBy: Member | null): Promise<void> {
  const [letter] = await nextLetters(team, 1);
  if (!letter) return;
  await take(team, await replyTo(team, letter, kind));
  if (takenBy === null) return;
  const { conversationId } = letter.message;
  const personId = team.actor(takenBy).id;
  await team.act('manager', 'correspondence.assign', (tx) =>
    assignConversation(tx, conversationId, personId).then(() => null),
  );
}

/** A statement goes to a customer by hand, and its promise comes back. */
export async function statementByHand(
  team: Team,
  by: Member,
  late: LateCustomer | null,
  reply: ReplyKind | null,
): Promise<void> {
  if (late === null) return;
  const customerId = team.customerId(late.customer);
  const sent = await team.act(by, 'correspondence.write', async (tx) => {
    const contact = (await findContacts(tx, [customerId])).find(({ isPrimary, email }) => isPrimary && email !== null);
    if (!contact) return null;
    const draft = await draftLetter(tx, { customerId, purpose: 'statement', contactId: contact.id });
    const { language, itemIds, body, subject, template } = draft;
    const finished = await finishLetter(tx, { customerId, body, language, itemIds });
    const to = [{ address: contact.email ?? '', name: contact.name }];
    const { conversationId } = await queueMessage(tx, {
      customerId,
      to,
      subject,
      language,
      template,
      itemIds,
      ...finished,
    });
    return { conversationId, address: contact.email ?? '', contact: contact.name };
  });
  await sendMail(team);
  if (sent === null || reply === null) return;
  const message = await lastOfOurs(team, sent.conversationId);
  if (message) await take(team, await replyTo(team, { customer: late.customer, message, ...sent }, reply, late));
}

/** Mails of addresses that nobody knows: whose they are, a person says. */
export async function strangersWrite(team: Team): Promise<void> {
  const mails = [
    {
      from: 'office@marlowe-pryce.example',
      fromName: 'Marlowe & Pryce Stores',
      subject: 'Payment sent twice?',
      text: 'Hello,\n\nour bank shows two transfers to you last week. Did both arrive? If so, please send one back.\n\nMarlowe & Pryce',
    },
    {
      from: 't.ashworth@freightmail.example',
      fromName: 'Tom Ashworth',
      subject: 'New address for invoices',
      text: 'Dear team,\n\nfrom next month please send all invoices to invoices@freightmail.example.\n\nTom',
    },
    {
      from: 'news@tradefair.example',
      fromName: 'Trade fair',
      subject: 'Stands for next spring',
      text: 'Book your stand until the end of the month.',
    },
  ];
  for (const [index, { text, ...mail }] of mails.entries()) {
    const head = { ...mail, ...ownHead(team, mail.from), about: null };
    await take(team, index === mails.length - 1 ? machineMail(head, text) : personMail(head, text));
  }
}

/** Letters of the latest run that no story has used yet. */
async function nextLetters(team: Team, count: number): Promise<SentLetter[]> {
  const runId = team.notes.get('run');
  if (runId === undefined) return [];
  const customers = new Map(team.history.trade.customers.map((one) => [team.customerId(one), one]));
  const actions = await team.place.database.read(team.scope('manager'), (tx) =>
    actionsOfRun(tx, { runId, after: undefined, limit: LETTERS_MAX }),
  );
  const found: SentLetter[] = [];
  // By number: ids are drawn anew each time.
  for (const action of actions.sort((one, other) => (one.customerNumber < other.customerNumber ? -1 : 1))) {
    const { conversationId, customerId, address } = action;
    const customer = customers.get(customerId);
    if (conversationId === null || address === null || !customer || team.notes.has(conversationId)) continue;
    const message = await lastOfOurs(team, conversationId);
    if (!message) continue;
    team.notes.set(conversationId, 'used');
    found.push({ customer, message, address, contact: message.recipients[0]?.name ?? customer.name });
    if (found.length === count) break;
  }
  return found;
}

async function lastOfOurs(team: Team, conversationId: string): Promise<Message | undefined> {
  const messages = await team.place.database.read(team.scope('manager'), (tx) => listMessages(tx, conversationId));
  return messages.findLast(({ direction }) => direction === 'out');
}

async function replyTo(team: Team, letter: SentLetter, kind: ReplyKind, late?: LateCustomer): Promise<Uint8Array> {
  const text = REPLIES[languageOf(letter)][kind](await factsOf(team, letter, late));
  return personMail(headOf(team, letter, `Re: ${letter.message.subject}`), text);
}

const languageOf = ({ customer }: SentLetter) => letterLanguage([customer.language], customer.country);
const PAYS_IN_BUSINESS_DAYS = 4;

async function factsOf(team: Team, { customer, contact }: SentLetter, late?: LateCustomer): Promise<MailFacts> {
  const { today } = team.history.trade.period;
  const lines =
    late?.lines ??
    team.history.trade.lines.filter((line) => line.customer === customer && line.dueOn < today).slice(-6);
  const items = await team.place.database.read(team.scope('manager'), (tx) => openItems(tx, team, { customer, lines }));
  const amountMinor = items.reduce((sum, { openMinor }) => sum + openMinor, 0n);
  return {
    ...{ amountMinor, currency: customer.currency, number: items[0]?.number ?? '' },
    ...{
      on: addBusinessDays(today, PAYS_IN_BUSINESS_DAYS),
      from: contact,
      ours: team.actor('collections_analyst').name,
    },
  };
}

function headOf(team: Team, { message, address, contact }: SentLetter, subject: string): MailHead {
  return { from: address, fromName: contact, subject, about: message.messageId, ...ownHead(team, address) };
}

function ownHead(team: Team, from: string) {
  const count = Number(team.notes.get('mails') ?? 0) + 1;
  team.notes.set('mails', String(count));
  const { code } = team.history.trade.company;
  const domain = from.slice(from.indexOf('@') + 1);
  return {
    to: `receivables.${code.toLowerCase()}@demo.example`,
    messageId: `<${code}.${count}@${domain}>`,
    at: instantText(team.place.clock.now()),
  };
}

async function take(team: Team, raw: Uint8Array): Promise<void> {
  const letter = await readLetter(raw);
  const place = letter.messageId ?? '';
  team.pause();
  await team.place.database.write(team.scope('system'), async (tx) => {
    const mailbox = await theMailbox(tx, team.notes.get('mailbox') ?? '');
    const came = { letter, raw, place, byteCount: raw.length, refusal: null, told: TOLD_OF_MAIL };
    return takeMail(tx, mailbox, came);
  });
}
