/**
 * Sends what waits. One step at a time, each in a transaction of its own: claimed → handed to the server → what came of it.
 *
 * A message goes out at most once: it is claimed before the server hears of it, and whoever finds it claimed and left (a crash
 * between the server's word and our note of it) does not send it again but calls it uncertain. It is never lost: an uncertain one
 * is looked up by its Message-ID where the server keeps what it sent, or a person says whether it went out.
 */
import { saysAddressIsGone } from '@quittance/core/correspondence';
import { instantMicros, instantText } from '../../../platform/clock.ts';
import { inCommand } from '../../../platform/command/index.ts';
import type { Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, assert } from '../../../platform/errors.ts';
import { emitEvents } from '../../../platform/events/index.ts';
import { newId } from '../../../platform/ids.ts';
import { openSmtp, type SendOutcome, type SmtpSession } from '../../../platform/mail/index.ts';
import { refusals } from '../../customers/index.ts';
import { findConversation } from '../conversations/conversations.queries.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { findMailbox, saveSending } from '../mailboxes/mailboxes.queries.ts';
import type { Delivery, Message } from '../messages/message.ts';
import { findMessage } from '../messages/messages.queries.ts';
import { rawOf } from './compose-message.ts';
import { abandonedDeliveries, claimDelivery, mailboxesWithWork, saveStep } from './deliveries.queries.ts';
import { noteOnTimeline } from './note-on-timeline.ts';
import { findSuppressed, suppressAddress } from './suppressed-addresses.queries.ts';

export interface SendReport {
  readonly sent: number;
  /** Waiting again, failed or uncertain. */
  readonly notSent: number;
}

/** In one run of a mailbox: the job comes again in a minute. */
const MESSAGES_A_RUN_MAX = 500;
/** Longer than a server may take to answer (ten minutes): whoever is silent for so long is gone. */
const CLAIM_MINUTES = 20;
/** Waiting before each further try of a message that the server puts off (greylisting, a full box). */
const RETRY_MINUTES = [1, 5, 15, 30, 60, 120, 240];
/** RFC 5321, 4.5.4.1: give up after four to five days. */
const TRIES_MAX = 24;
const AWAY_MINUTES_MAX = 15;

export async function sendWaiting(context: CorrespondenceContext, scope: Scope): Promise<SendReport> {
  await giveUpAbandoned(context, scope);
  const report = { sent: 0, notSent: 0 };
  for (const id of await context.database.read(scope, mailboxesWithWork)) {
    const mailbox = await context.database.read(scope, (tx) => findMailbox(tx, id));
    if (mailbox === undefined || !mailbox.isEnabled || isLeftAlone(context, mailbox)) continue;
    const { sent, notSent } = await sendOf(context, scope, mailbox);
    report.sent += sent;
    report.notSent += notSent;
  }
  return report;
}

function isLeftAlone({ clock }: CorrespondenceContext, { sendAgainAt }: Mailbox): boolean {
  return sendAgainAt !== null && instantMicros(sendAgainAt) > clock.now();
}

/** Claimed so long ago that its sender is gone: nobody knows whether the server had it. */
async function giveUpAbandoned({ database, clock }: CorrespondenceContext, scope: Scope): Promise<void> {
  const before = instantText(clock.now() - BigInt(CLAIM_MINUTES) * 60_000_000n);
  await database.write(scope, async (tx) => {
    for (const messageId of await abandonedDeliveries(tx, before)) {
      const said = 'The server that was sending it stopped. Whether the mail went out is not known.';
      await saveStep(tx, { messageId, state: 'uncertain', said });
    }
  });
}

async function sendOf(context: CorrespondenceContext, scope: Scope, mailbox: Mailbox): Promise<SendReport> {
  const { database } = context;
  const session = await sessionOf(context, scope, mailbox);
  if (session === undefined) return { sent: 0, notSent: 1 };
  const claimedBy = newId();
  const report = { sent: 0, notSent: 0 };
  try {
    for (let count = 0; count < MESSAGES_A_RUN_MAX; count += 1) {
      const claimed = await database.write(scope, (tx) => claim(tx, { context, mailbox, claimedBy }));
      if (claimed === 'none') break;
      if (claimed === 'refused') {
        report.notSent += 1;
        continue;
      }
      const outcome = await session.send(claimed.envelope, claimed.raw);
      await database.write(scope, (tx) => noteOutcome(tx, { ...claimed, mailbox, outcome }));
      if (outcome.kind === 'accepted') report.sent += 1;
      else report.notSent += 1;
      if (outcome.kind === 'unreachable') break;
    }
  } finally {
    session.close();
  }
  return report;
}

/** Undefined when its password is not set: then it says so, and nothing is claimed. */
async function sessionOf(
  { database, secret, silenceMs }: CorrespondenceContext,
  scope: Scope,
  mailbox: Mailbox,
): Promise<SmtpSession | undefined> {
  const { passwordFrom, ...login } = mailbox.smtp;
  const password = passwordFrom === null ? null : secret(passwordFrom);
  if (password !== undefined)
    return openSmtp({ ...login, password }, { ...(silenceMs === undefined ? {} : { silenceMs }) });
  const error = `The setting ${passwordFrom} is not set on the server, so that ${mailbox.name} has no password.`;
  await database.write(scope, (tx) => saveSending(tx, mailbox.id, awayFor(tx, mailbox, error)));
  return undefined;
}

interface Claimed {
  readonly delivery: Delivery;
  readonly message: Message;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: Uint8Array;
}

interface Claim {
  readonly context: CorrespondenceContext;
  readonly mailbox: Mailbox;
  readonly claimedBy: string;
}

async function claim(tx: Tx, { context, mailbox, claimedBy }: Claim): Promise<Claimed | 'none' | 'refused'> {
  const delivery = await claimDelivery(tx, { mailboxId: mailbox.id, claimedBy });
  if (delivery === undefined) return 'none';
  const message = await findMessage(tx, delivery.messageId);
  assert(message !== undefined, 'a delivery has its message');
  const objection = (await context.objection?.(tx, message.id)) ?? null;
  if (objection !== null) {
    await saveStep(tx, { messageId: message.id, state: 'withdrawn', said: objection });
    return 'refused';
  }
  const to = message.recipients.map(({ address }) => address);
  const unwanted = await unwantedBy(tx, message, to);
  if (unwanted !== null) {
    await saveStep(tx, { messageId: message.id, state: 'failed', said: unwanted });
    return 'refused';
  }
  try {
    const raw = await rawOf(tx, { delivery, message, mailbox });
    return { delivery, message, envelope: { from: mailbox.address, to }, raw };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await saveStep(tx, { messageId: message.id, state: 'failed', said: error.message });
    return 'refused';
  }
}

/** What was said since it was put on its way. Answers are wanted: they were asked for. */
async function unwantedBy(tx: Tx, message: Message, to: readonly string[]): Promise<string | null> {
  const [suppressed] = await findSuppressed(tx, to);
  if (suppressed !== undefined) return `${suppressed.address} gets no mail any more (${suppressed.reason}).`;
  if (message.inReplyTo !== null) return null;
  const unwilling = (await refusals(tx, { addresses: to })).find(({ mayMail }) => !mayMail);
  return unwilling === undefined
    ? null
    : `${unwilling.name} does not want to be written to (said on ${unwilling.since}).`;
}

interface Tried extends Claimed {
  readonly mailbox: Mailbox;
  readonly outcome: SendOutcome;
}

async function noteOutcome(tx: Tx, tried: Tried): Promise<void> {
  const { mailbox, message, outcome, delivery } = tried;
  const { said } = outcome;
  const messageId = message.id;
  if (outcome.kind === 'unreachable') {
    await saveStep(tx, { messageId, state: 'queued', said, isUncounted: true });
    await saveSending(tx, mailbox.id, awayFor(tx, mailbox, said));
    return;
  }
  if (mailbox.sendingFailures > 0) await saveSending(tx, mailbox.id, null);
  if (outcome.kind === 'unknown') return saveStep(tx, { messageId, state: 'uncertain', said });
  if (outcome.kind === 'accepted') {
    await saveStep(tx, { messageId, state: 'sent', said });
    await noteOnTimeline(tx, message);
    await noteRefused(tx, message, outcome.refusedAddresses, said);
    return;
  }
  if (outcome.isPermanent || delivery.attempts >= TRIES_MAX) {
    await saveStep(tx, { messageId, state: 'failed', said });
    await noteRefused(
      tx,
      message,
      outcome.isPermanent && saysAddressIsGone(said) ? outcome.refusedAddresses : [],
      said,
    );
    return;
  }
  const wait = RETRY_MINUTES[Math.min(delivery.attempts, RETRY_MINUTES.length) - 1] ?? 1;
  await saveStep(tx, { messageId, state: 'queued', said, tryAt: inMinutes(tx, wait) });
}

/** Its server is away: doubling from a minute, so that an hour's outage costs a handful of tries. */
function awayFor(tx: Tx, { sendingFailures }: Mailbox, error: string) {
  const failures = sendingFailures + 1;
  const minutes = Math.min(2 ** (failures - 1), AWAY_MINUTES_MAX);
  return { error, failures, againAt: inMinutes(tx, minutes) };
}

function inMinutes(tx: Tx, minutes: number): string {
  return instantText(instantMicros(tx.recordedAt) + BigInt(minutes) * 60_000_000n);
}

/** Addresses that the server knows to be gone: nothing is sent there any more, and others hear of it. */
async function noteRefused(tx: Tx, message: Message, addresses: readonly string[], said: string): Promise<void> {
  if (addresses.length === 0) return;
  const conversation = await findConversation(tx, message.conversationId);
  await inCommand(
    tx,
    { action: 'correspondence.bounced', body: { messageId: message.id, addresses } },
    async (command) => {
      for (const address of addresses) {
        await suppressAddress(tx, { address, reason: 'bounced', note: said, messageId: message.id });
        command.audit({
          action: 'correspondence.address_suppressed',
          subjectKind: 'message',
          subjectId: message.id,
          after: { address, said },
        });
      }
      const data = { customerId: conversation?.customerId ?? null, addresses, conversationId: message.conversationId };
      await emitEvents(command, [{ kind: 'mail.bounced', subjectKind: 'message', subjectId: message.id, data }]);
    },
  );
}
