/**
 * Sends what waits. One step at a time: prepared (a statement is drawn) → claimed, in a transaction of its own → handed to the
 * server → what came of it.
 *
 * A message goes out at most once: it is claimed before the server hears of it, and whoever finds it claimed and left (a crash
 * between the server's word and our note of it) does not send it again but calls it uncertain. It is never lost: an uncertain one
 * is looked up by its Message-ID where the server keeps what it sent, or a person says whether it went out.
 */
import { instantMicros, instantText } from '../../../platform/clock.ts';
import type { Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, assert } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { openSmtp, type SmtpSession } from '../../../platform/mail/index.ts';
import { refusals } from '../../customers/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { findMailbox } from '../mailboxes/mailboxes.queries.ts';
import { readContent } from '../messages/mail-content.queries.ts';
import type { Delivery, Message } from '../messages/message.ts';
import { findMessage, listMessages } from '../messages/messages.queries.ts';
import {
  abandonedDeliveries,
  claimDelivery,
  type DueDelivery,
  dueDeliveries,
  findDelivery,
  lockDelivery,
  mailboxesWithWork,
  saveStep,
} from './deliveries.queries.ts';
import { chanceOf, noteAway, noteOutcome, tryAgain } from './note-outcome.usecase.ts';
import { keepPrepared, type PreparedMail, prepareMail } from './prepare-message.usecase.ts';
import { findSuppressed } from './suppressed-addresses.queries.ts';

export interface SendReport {
  readonly sent: number;
  /** Waiting again, failed or uncertain. */
  readonly notSent: number;
}

/** In one run of a mailbox: the job comes again in a minute. */
const MESSAGES_A_RUN_MAX = 500;
/** Looked up at a time. */
const DUE_MAX = 50;
/** Longer than a server may take to answer (ten minutes): whoever is silent for so long is gone. */
const CLAIM_MINUTES = 20;

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

interface Run {
  readonly context: CorrespondenceContext;
  readonly scope: Scope;
  readonly mailbox: Mailbox;
  readonly session: SmtpSession;
  readonly claimedBy: string;
}

async function sendOf(context: CorrespondenceContext, scope: Scope, mailbox: Mailbox): Promise<SendReport> {
  const session = await sessionOf(context, scope, mailbox);
  if (session === undefined) return { sent: 0, notSent: 1 };
  const run = { context, scope, mailbox, session, claimedBy: newId() };
  const report = { sent: 0, notSent: 0 };
  try {
    for (let tried = 0; tried < MESSAGES_A_RUN_MAX; ) {
      const due = await context.database.read(scope, (tx) => dueDeliveries(tx, mailbox.id, DUE_MAX));
      const outcomes = await sendEach(run, due);
      report.sent += outcomes.filter((outcome) => outcome === 'sent').length;
      report.notSent += outcomes.filter((outcome) => outcome === 'not_sent' || outcome === 'away').length;
      tried += due.length;
      // Nothing was left to us: others are at it.
      if (outcomes.every((outcome) => outcome === 'taken') || outcomes.includes('away')) break;
    }
  } finally {
    session.close();
  }
  return report;
}

type Sent = 'sent' | 'not_sent' | 'taken' | 'away';

async function sendEach(run: Run, due: readonly DueDelivery[]): Promise<Sent[]> {
  const outcomes: Sent[] = [];
  for (const delivery of due) {
    const outcome = await sendOne(run, delivery);
    outcomes.push(outcome);
    if (outcome === 'away') break;
  }
  return outcomes;
}

async function sendOne(run: Run, due: DueDelivery): Promise<Sent> {
  const { context, scope, mailbox, session } = run;
  const { database } = context;
  const prepared = await prepare(run, due);
  if (prepared === 'put_off') return 'not_sent';
  const claimed = await database.write(scope, (tx) => claim(tx, run, { messageId: due.messageId, prepared }));
  if (claimed === 'taken') return 'taken';
  if (claimed === 'refused') return 'not_sent';
  const outcome = await session.send(claimed.envelope, claimed.raw);
  await database.write(scope, (tx) => noteOutcome(tx, { ...claimed, context, mailbox, outcome }));
  if (outcome.kind === 'unreachable') return 'away';
  return outcome.kind === 'accepted' ? 'sent' : 'not_sent';
}

/** Null: its bytes are kept from an earlier try. What cannot be drawn now may be drawn later; what never can is a failure. */
async function prepare({ context, scope, mailbox }: Run, due: DueDelivery): Promise<PreparedMail | null | 'put_off'> {
  if (due.isPrepared) return null;
  const { messageId } = due;
  try {
    return await prepareMail(context, scope, { messageId, mailbox });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await context.database.write(scope, async (tx) => {
      const delivery = await lockDelivery(tx, messageId);
      if (delivery?.state !== 'queued') return;
      const step = { messageId, said: error.message };
      if (error.code !== 'pdf_not_drawn') {
        await saveStep(tx, { ...step, state: 'failed', comesBack: true });
        return context.notSent?.(tx, messageId, error.message);
      }
      const again = { ...delivery, attempts: delivery.attempts + 1 };
      await saveStep(tx, {
        ...step,
        state: 'queued',
        isCounted: true,
        tryAt: tryAgain(tx, { delivery: again, context }),
      });
    });
    return 'put_off';
  }
}

/** Undefined when its password is not set: then it says so, and nothing is claimed. */
async function sessionOf(
  context: CorrespondenceContext,
  scope: Scope,
  mailbox: Mailbox,
): Promise<SmtpSession | undefined> {
  const { database, secret, silenceMs } = context;
  const { passwordFrom, ...login } = mailbox.smtp;
  const password = passwordFrom === null ? null : secret(passwordFrom);
  if (password !== undefined)
    return openSmtp({ ...login, password }, { ...(silenceMs === undefined ? {} : { silenceMs }) });
  const error = `The setting ${passwordFrom} is not set on the server, so that ${mailbox.name} has no password.`;
  await database.write(scope, (tx) => noteAway(tx, { mailbox, error, chance: chanceOf(context) }));
  return undefined;
}

interface Claimed {
  readonly delivery: Delivery;
  readonly message: Message;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly raw: Uint8Array;
}

async function claim(
  tx: Tx,
  { context, mailbox, claimedBy }: Run,
  { messageId, prepared }: { readonly messageId: string; readonly prepared: PreparedMail | null },
): Promise<Claimed | 'taken' | 'refused'> {
  if (!(await claimDelivery(tx, { messageId, claimedBy }))) return 'taken';
  const [delivery, message] = [await findDelivery(tx, messageId), await findMessage(tx, messageId)];
  assert(delivery !== undefined && message !== undefined, 'a delivery has its message');
  const objection = (await context.objection?.(tx, messageId)) ?? null;
  if (objection !== null) {
    await saveStep(tx, { messageId, state: 'withdrawn', said: objection, comesBack: true });
    return 'refused';
  }
  const to = delivery.leftTo ?? message.recipients.map(({ address }) => address);
  const unwanted = await unwantedBy(tx, message, to);
  if (unwanted !== null) {
    await saveStep(tx, { messageId, state: 'failed', said: unwanted, comesBack: true });
    await context.notSent?.(tx, messageId, unwanted);
    return 'refused';
  }
  return { delivery, message, envelope: { from: mailbox.address, to }, raw: await rawOf(tx, delivery, prepared) };
}

/** What an earlier try handed over; at the first, what was prepared, which is kept by this. */
async function rawOf(tx: Tx, { messageId, rawSha256 }: Delivery, prepared: PreparedMail | null): Promise<Uint8Array> {
  const kept = rawSha256 === null ? undefined : await readContent(tx, rawSha256);
  if (kept !== undefined) return kept;
  assert(prepared !== null, 'what is not kept was prepared');
  await keepPrepared(tx, messageId, prepared);
  return prepared.raw;
}

/** What was said since it was put on its way. Answers are wanted: they were asked for. */
async function unwantedBy(tx: Tx, message: Message, to: readonly string[]): Promise<string | null> {
  const [suppressed] = await findSuppressed(tx, to);
  if (suppressed !== undefined) return `${suppressed.address} gets no mail any more (${suppressed.reason}).`;
  const asked = message.inReplyTo === null ? new Set() : await whoWrote(tx, message.conversationId);
  const addresses = to.filter((address) => !asked.has(address.toLowerCase()));
  const unwilling = (await refusals(tx, { addresses })).find(({ mayMail }) => !mayMail);
  return unwilling === undefined
    ? null
    : `${unwilling.name} does not want to be written to (said on ${unwilling.since}).`;
}

async function whoWrote(tx: Tx, conversationId: string): Promise<ReadonlySet<unknown>> {
  const messages = await listMessages(tx, conversationId);
  return new Set(
    messages.flatMap(({ direction, fromAddress }) => (direction === 'in' ? [fromAddress.toLowerCase()] : [])),
  );
}
