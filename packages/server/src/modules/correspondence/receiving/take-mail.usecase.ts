/**
 * Takes a mail that came: kept whole, read, put where it belongs, told to others. One transaction; it may be repeated after a kill,
 * and a mail that comes twice is there once.
 */
import {
  complaintOf,
  type FailedRecipient,
  failedRecipients,
  failedRecipientsInWords,
  kindOfMail,
  LOOP_HEADER,
  type MeetingAnswer,
  meetingAnswerIn,
  messageIdsIn,
  plainSubject,
  saysFailed,
  senderAuthentication,
} from '@quittance/core/correspondence';
import { type CommandTx, inCommand } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { emitEvents } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Letter, MailAddress } from '../../../platform/mail/index.ts';
import { keptLine, keptText, openingWordsOf, SUBJECT_CHARS_MAX } from '../conversations/conversation.ts';
import {
  findConversation,
  insertConversation,
  noteMessage,
  updateConversation,
} from '../conversations/conversations.queries.ts';
import { giveToOwner } from '../conversations/give-to-owner.usecase.ts';
import { newToken } from '../conversations/new-token.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { keepContent } from '../messages/mail-content.queries.ts';
import type { Attachment, MessageKind, NewMessage } from '../messages/message.ts';
import {
  findByMessageIds,
  insertAttachments,
  insertMessageItems,
  insertMessages,
} from '../messages/messages.queries.ts';
import { noteOnTimeline } from '../sending/note-on-timeline.ts';
import { type SuppressionReason, suppressAddress } from '../sending/suppressed-addresses.queries.ts';
import { doubtAboutFile, safeFileName } from './attachment-check.ts';
import { findPlace, type MailPlace } from './find-place.usecase.ts';
import { plainText } from './html-text.ts';
import { countRecentMail, findSameMail, insertPlace } from './message-places.queries.ts';

export interface CameMail {
  readonly letter: Letter;
  /** The whole mail; null when it was too large to be fetched. */
  readonly raw: Uint8Array | null;
  readonly place: string;
  readonly byteCount: number;
  /** Why it could not be read whole; the message says so. */
  readonly refusal: 'mail_too_large' | 'mail_unreadable' | null;
  /** Who is told of what came; nobody when absent. */
  readonly told?: Told;
}

export type Told = Pick<CorrespondenceContext, 'meetings' | 'cameBack' | 'personOf'>;

const BODY_CHARS_MAX = 500_000;
const HTML_CHARS_MAX = 2_000_000;
/** More in an hour is machines answering machines. */
const LOOP_MAILS_MAX = 30;

/** Returns the message's id; null when the same mail was there before, or it is our own come back. */
export async function takeMail(tx: Tx, mailbox: Mailbox, came: CameMail): Promise<string | null> {
  const { raw, place } = came;
  const sha256 = raw === null ? null : await keepContent(tx, raw);
  const same = sha256 === null ? undefined : await findSameMail(tx, { mailboxId: mailbox.id, sha256 });
  if (same !== undefined) {
    await insertPlace(tx, { mailboxId: mailbox.id, place, messageId: same, refusal: 'mail_came_before' });
    return null;
  }
  if (isOwnLoop(came.letter, mailbox)) {
    await insertPlace(tx, { mailboxId: mailbox.id, place, messageId: null, refusal: 'mail_loop' });
    return null;
  }
  return inCommand(tx, { action: 'correspondence.take_mail', body: { mailboxId: mailbox.id, place } }, (command) =>
    keepMail(command, { mailbox, came, sha256 }),
  );
}

/** What carries our own mark went out from here and came back in a circle. A report about it carries it inside, not on top. */
function isOwnLoop({ headers, from }: Letter, { address }: Mailbox): boolean {
  const marks = (headers[LOOP_HEADER] ?? '').toLowerCase().split('\n');
  return marks.includes(address.toLowerCase()) && from?.address === address.toLowerCase();
}

interface Keeping {
  readonly mailbox: Mailbox;
  readonly came: CameMail;
  readonly sha256: string | null;
}

async function keepMail(tx: CommandTx, { mailbox, came, sha256 }: Keeping): Promise<string> {
  const { letter, told = {} } = came;
  const { meetings, personOf } = told;
  const answered = meetingAnswerOf(letter);
  const place = await placeOfMeeting(tx, { found: await findPlace(tx, letter, mailbox), answered, meetings });
  const kind = answered === null ? await kindIn(tx, letter, place) : 'meeting_answer';
  const message = messageOf(tx, { letter, mailbox, place, kind, sha256, byteCount: came.byteCount });
  const conversationId = place.conversation?.id ?? (await openConversation(tx, message, place.customerId));
  const kept = { ...message, conversationId };
  await insertMessages(tx, [kept]);
  await insertAttachments(tx, await attachmentsOf(tx, kept.id, came));
  await insertMessageItems(tx, [{ messageId: kept.id, itemIds: place.itemIds }]);
  await insertPlace(tx, { mailboxId: mailbox.id, place: came.place, messageId: kept.id, refusal: came.refusal });
  if (place.conversation?.customerId === null && place.customerId !== null) {
    await updateConversation(tx, { ...place.conversation, customerId: place.customerId });
  }
  await noteMessage(tx, {
    conversationId,
    at: kept.happenedAt,
    direction: 'in',
    from: kept.fromName ?? kept.fromAddress,
    openingWords: openingWordsOf(kept.body),
    asksForAnswer: kind === 'mail' || kind === 'bounce',
  });
  if (kind === 'mail' || kind === 'bounce')
    await giveToOwner(tx, { conversationId, customerId: place.customerId, personOf });
  await tell(tx, { message: kept, letter, place, told });
  if (answered !== null) {
    const { fromAddress, happenedAt: answeredAt, authentication } = kept;
    const came = { messageId: kept.id, fromAddress, answeredAt, isForged: authentication === 'failed' };
    await meetings?.noteAnswer(tx, { ...answered, ...came });
  }
  tx.audit({
    action: 'correspondence.mail_taken',
    subjectKind: 'message',
    subjectId: kept.id,
    after: { kind, matchedBy: place.matchedBy, customerId: place.customerId },
  });
  return kept.id;
}

/** A calendar answers for its owner: nobody waits for a word to it. */
function meetingAnswerOf({ files }: Letter): MeetingAnswer | null {
  for (const { type, name, content } of files) {
    if (type !== 'text/calendar' && type !== 'application/ics' && !/\.ics$/i.test(name)) continue;
    const answer = meetingAnswerIn(Buffer.from(content).toString('utf8'));
    if (answer !== null) return answer;
  }
  return null;
}

/** Calendars often name no message that they answer: the meeting does. */
async function placeOfMeeting(
  tx: Tx,
  given: { found: MailPlace; answered: MeetingAnswer | null; meetings: CorrespondenceContext['meetings'] | undefined },
): Promise<MailPlace> {
  const { found, answered, meetings } = given;
  const isThreaded = found.matchedBy === 'headers' || found.matchedBy === 'token';
  if (answered === null || isThreaded) return found;
  const conversationId = (await meetings?.conversationOf(tx, answered)) ?? null;
  const conversation = conversationId === null ? undefined : await findConversation(tx, conversationId);
  if (conversation === undefined) return { ...found, conversation: null };
  return { conversation, customerId: conversation.customerId, matchedBy: found.matchedBy, itemIds: [] };
}

async function kindIn(tx: Tx, letter: Letter, { conversation }: MailPlace): Promise<MessageKind> {
  const kind = kindOfMail({ headers: letter.headers, from: letter.from?.address ?? '', subject: letter.subject });
  // A report that a mail is late, or arrived.
  if (kind === 'bounce' && letter.report !== null && !saysFailed(letter.report)) return 'automatic';
  if (kind !== 'mail' || conversation === null) return kind;
  return (await countRecentMail(tx, conversation.id)) >= LOOP_MAILS_MAX ? 'automatic' : kind;
}

function messageOf(
  tx: CommandTx,
  mail: {
    readonly letter: Letter;
    readonly mailbox: Mailbox;
    readonly place: MailPlace;
    readonly kind: MessageKind;
    readonly sha256: string | null;
    readonly byteCount: number;
  },
): NewMessage {
  const { letter, mailbox, place, kind } = mail;
  const fromAddress = letter.from?.address ?? 'unknown@invalid';
  const trust = trustIn(letter, mailbox, fromAddress);
  const id = newId();
  return {
    id,
    conversationId: '',
    mailboxId: mailbox.id,
    direction: 'in',
    kind,
    messageId: letter.messageId ?? `<${id}@unnamed.invalid>`,
    inReplyTo: messageIdsIn(letter.inReplyTo)[0] ?? null,
    referenceIds: messageIdsIn(letter.references).reverse(),
    fromAddress,
    fromName: nameOf(letter.from),
    recipients: [
      ...letter.to.map((one) => ({ kind: 'to' as const, address: one.address, name: nameOf(one) })),
      ...letter.cc.map((one) => ({ kind: 'cc' as const, address: one.address, name: nameOf(one) })),
    ],
    postalAddress: null,
    paper: null,
    asWritten: null,
    subject: keptLine(letter.subject, SUBJECT_CHARS_MAX),
    body: keptText(letter.text || plainText(letter.html ?? ''), BODY_CHARS_MAX),
    html: letter.html === null ? null : keptText(letter.html, HTML_CHARS_MAX),
    language: null,
    template: null,
    paymentReference: null,
    isAutomatic: kind !== 'mail',
    matchedBy: place.matchedBy,
    authentication: trust.verdict,
    authenticationDetail: trust.detail,
    rawSha256: mail.sha256,
    byteCount: BigInt(mail.byteCount),
    happenedAt: sentAt(letter, tx.recordedAt),
  };
}

const NAME_CHARS_MAX = 200;

function nameOf(address: MailAddress | null): string | null {
  return keptLine(address?.name ?? '', NAME_CHARS_MAX) || null;
}

/** No mail is older: a clock that says so was never set, and its mail would stand beneath everything. */
const CLOCKS_SINCE = '1995';

/** As the sender's clock says, unless it runs ahead of ours or was never set. */
function sentAt({ date }: Letter, now: string): string {
  return date !== null && date < now && date > CLOCKS_SINCE ? date : now;
}

/** With two senders nobody knows whom our server vouches for: it is believed to be from neither (RFC 5322, 3.6, allows one). */
function trustIn(letter: Letter, { authority }: Mailbox, fromAddress: string) {
  if ((letter.headers.from ?? '').includes('\n')) {
    return { verdict: 'failed' as const, detail: 'The mail names several senders.' };
  }
  return senderAuthentication(letter.authenticationResults, { authority, fromAddress });
}

async function openConversation(tx: CommandTx, message: NewMessage, customerId: string | null): Promise<string> {
  const id = newId();
  await insertConversation(tx, {
    id,
    token: newToken(),
    mailboxId: message.mailboxId,
    subject: keptLine(plainSubject(message.subject), SUBJECT_CHARS_MAX),
    customerId,
    at: message.happenedAt,
    direction: 'in',
    from: message.fromName ?? message.fromAddress,
  });
  // Newsletters, automatic answers to nothing and answers of calendars are no work.
  if (message.kind === 'automatic' || message.kind === 'meeting_answer') {
    const conversation = await findConversation(tx, id);
    if (conversation !== undefined) await updateConversation(tx, { ...conversation, state: 'handled' });
  }
  return id;
}

async function attachmentsOf(
  tx: Tx,
  messageId: string,
  { letter, refusal, byteCount }: CameMail,
): Promise<Attachment[]> {
  const kept: Attachment[] = [];
  for (const [index, file] of letter.files.entries()) {
    const doubt = doubtAboutFile(file);
    const isInline = file.isInline && file.contentId !== undefined && file.type.startsWith('image/');
    kept.push({
      messageId,
      number: index + 1,
      name: isInline ? (file.contentId ?? file.name) : safeFileName(file.name),
      mediaType: file.type,
      byteCount: BigInt(file.content.length),
      sha256: doubt === null ? await keepContent(tx, file.content) : null,
      isInline,
      refusal: doubt,
    });
  }
  if (refusal === null) return kept;
  const whole = {
    number: kept.length + 1,
    name: 'message.eml',
    mediaType: 'message/rfc822',
    byteCount: BigInt(byteCount),
  };
  return [...kept, { messageId, ...whole, sha256: null, isInline: false, refusal }];
}

async function tell(
  tx: CommandTx,
  { message, letter, place, told }: { message: NewMessage; letter: Letter; place: MailPlace; told: Told },
): Promise<void> {
  const { conversationId, kind } = message;
  const data = { conversationId, customerId: place.customerId, from: message.fromAddress, matchedBy: place.matchedBy };
  const subject = { subjectKind: 'message', subjectId: message.id };
  if (kind === 'bounce' || kind === 'complaint') return tellReport(tx, { message, letter, data, told });
  if (kind === 'automatic' || kind === 'meeting_answer') return;
  await noteOnTimeline(tx, { ...message, arrivedAt: tx.recordedAt, actorId: tx.actor.id, actorName: tx.actor.name });
  const isAnswer = place.matchedBy === 'headers' || place.matchedBy === 'token';
  await emitEvents(tx, [
    { kind: 'mail.received', ...subject, data },
    ...(isAnswer ? [{ kind: 'mail.replied' as const, ...subject, data }] : []),
  ]);
}

/** Believed only of a mail that we did send to that address: anybody can write a report. */
async function tellReport(
  tx: CommandTx,
  { message, letter, data, told }: { message: NewMessage; letter: Letter; data: object; told: Told },
): Promise<void> {
  const ids = [
    ...messageIdsIn(letter.reportedId),
    ...messageIdsIn(letter.inReplyTo),
    ...messageIdsIn(letter.references),
  ];
  const ours = (await findByMessageIds(tx, ids)).find(({ direction }) => direction === 'out');
  if (ours === undefined) return;
  const sentTo = new Set(ours.recipients.map(({ address }) => address.toLowerCase()));
  const reported = reportedAddresses(letter, message.kind).filter(({ address }) => sentTo.has(address));
  for (const { address, reason, note } of reported) {
    await suppressAddress(tx, { address, reason, note, messageId: ours.id });
    if (reason === 'bounced') await told.cameBack?.(tx, ours.id, address);
  }
  const addresses = reported.map(({ address }) => address);
  const bounced = { ...data, addresses, aboutMessageId: ours.id };
  await emitEvents(tx, [{ kind: 'mail.bounced', subjectKind: 'message', subjectId: ours.id, data: bounced }]);
}

function reportedAddresses(
  { report, headers, text }: Letter,
  kind: MessageKind,
): { address: string; reason: SuppressionReason; note: string | null }[] {
  if (report === null) return kind === 'bounce' ? gone(failedRecipientsInWords({ headers, text })) : [];
  if (kind === 'complaint') {
    const { address } = complaintOf(report);
    return address === null ? [] : [{ address, reason: 'complained', note: null }];
  }
  return gone(failedRecipients(report));
}

function gone(failed: readonly FailedRecipient[]): { address: string; reason: 'bounced'; note: string | null }[] {
  return failed
    .filter(({ isPermanent }) => isPermanent)
    .map(({ address, status, reason }) => ({ address, reason: 'bounced', note: reason ?? status }));
}
