/** What came of one try: what the server said of the message, of each recipient, and of itself. */
import { saysAddressIsGone } from '@quittance/core/correspondence';
import { inCommand } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { emitEvents } from '../../../platform/events/index.ts';
import type { RefusedRecipient, SendOutcome } from '../../../platform/mail/index.ts';
import { findConversation } from '../conversations/conversations.queries.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { saveSending } from '../mailboxes/mailboxes.queries.ts';
import type { Delivery, Message } from '../messages/message.ts';
import { saveStep } from './deliveries.queries.ts';
import { nextMailboxTry, nextMessageTry } from './next-try.ts';
import { noteOnTimeline } from './note-on-timeline.ts';
import { suppressAddress } from './suppressed-addresses.queries.ts';

export interface Tried {
  readonly delivery: Delivery;
  readonly message: Message;
  readonly mailbox: Mailbox;
  readonly outcome: SendOutcome;
  readonly context: CorrespondenceContext;
}

/** Where in the spread of waiting times a wait falls. */
export function chanceOf({ chance }: CorrespondenceContext): number {
  return chance?.() ?? 0.5;
}

export async function noteOutcome(tx: Tx, tried: Tried): Promise<void> {
  const { mailbox, outcome, message, context } = tried;
  const { said } = outcome;
  if (outcome.kind === 'unreachable') {
    const wait = outcome.isOnMessage ? { tryAt: tryAgain(tx, tried) } : { isUncounted: true };
    await saveStep(tx, { messageId: message.id, state: 'queued', said, ...wait });
    return noteAway(tx, { mailbox, error: said, chance: chanceOf(context) });
  }
  if (mailbox.sendingFailures > 0) await saveSending(tx, mailbox.id, null);
  if (outcome.kind === 'unknown') return saveStep(tx, { messageId: message.id, state: 'uncertain', said });
  if (outcome.kind === 'accepted') return noteAccepted(tx, tried, outcome);
  return noteRefused(tx, tried, outcome);
}

/** Its server is away, or does not let us in: it is left alone for a while. */
export async function noteAway(
  tx: Tx,
  { mailbox, error, chance }: { readonly mailbox: Mailbox; readonly error: string; readonly chance: number },
): Promise<void> {
  const failures = mailbox.sendingFailures + 1;
  await saveSending(tx, mailbox.id, {
    error,
    failures,
    againAt: nextMailboxTry({ failures, now: tx.recordedAt, chance }),
  });
}

export function tryAgain(tx: Tx, { delivery, context }: Pick<Tried, 'delivery' | 'context'>): string {
  return nextMessageTry({ failures: delivery.attempts, now: tx.recordedAt, chance: chanceOf(context) });
}

/** Taken for those who were not refused; who was refused for now is tried again, alone. */
async function noteAccepted(
  tx: Tx,
  tried: Tried,
  { said, refused }: SendOutcome & { kind: 'accepted' },
): Promise<void> {
  const { message, delivery, context } = tried;
  const messageId = message.id;
  const passing = refused.filter(({ isPermanent }) => !isPermanent);
  // The first who got it makes it a mail that went out.
  if (delivery.leftTo === null) {
    await noteOnTimeline(tx, message);
    await context.wentOut?.(tx, messageId);
  }
  const words = [said, ...refused.map((one) => `${one.address}: ${one.said}`)].join('\n');
  if (passing.length > 0) {
    const leftTo = passing.map(({ address }) => address);
    await saveStep(tx, { messageId, state: 'queued', said: words, leftTo, tryAt: tryAgain(tx, tried) });
  } else {
    const missed = refused.map(({ address }) => address);
    await saveStep(tx, { messageId, state: 'sent', said: words, leftTo: missed.length === 0 ? null : missed });
  }
  await noteGone(tx, message, refused);
}

async function noteRefused(tx: Tx, tried: Tried, outcome: SendOutcome & { kind: 'refused' }): Promise<void> {
  const { message, context } = tried;
  const { said, refused, isPermanent } = outcome;
  const messageId = message.id;
  if (isPermanent) {
    await saveStep(tx, { messageId, state: 'failed', said, comesBack: true });
    await context.notSent?.(tx, messageId, said);
  } else {
    const passing = refused.filter((one) => !one.isPermanent).map(({ address }) => address);
    const leftTo = passing.length === 0 ? {} : { leftTo: passing };
    await saveStep(tx, { messageId, state: 'queued', said, tryAt: tryAgain(tx, tried), ...leftTo });
  }
  await noteGone(tx, message, refused);
}

/** Addresses that the server knows to be gone: nothing is sent there any more, and others hear of it. */
async function noteGone(tx: Tx, message: Message, refused: readonly RefusedRecipient[]): Promise<void> {
  const gone = refused.filter(({ isPermanent, said }) => isPermanent && saysAddressIsGone(said));
  if (gone.length === 0) return;
  const addresses = gone.map(({ address }) => address);
  const conversation = await findConversation(tx, message.conversationId);
  const body = { messageId: message.id, addresses };
  await inCommand(tx, { action: 'correspondence.bounced', body }, async (command) => {
    for (const { address, said } of gone) {
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
  });
}
