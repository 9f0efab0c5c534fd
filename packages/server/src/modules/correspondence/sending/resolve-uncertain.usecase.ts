/** Whether an uncertain message went out: the server's own folder of sent mails says so, or a person does. */
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { foundInFolder, type MailboxLogin } from '../../../platform/mail/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { listMailboxes } from '../mailboxes/mailboxes.queries.ts';
import type { DeliveryState, Message } from '../messages/message.ts';
import { findMessage } from '../messages/messages.queries.ts';
import { lockDelivery, saveStep, uncertainDeliveries } from './deliveries.queries.ts';
import { noteOnTimeline } from './note-on-timeline.ts';

/** Looks up what is uncertain where the server keeps what it sent. What is not found there stays for a person. */
export async function lookUpUncertain(context: CorrespondenceContext, scope: Scope): Promise<number> {
  const { database, secret, wentOut } = context;
  let found = 0;
  for (const { id, imap } of await database.read(scope, listMailboxes)) {
    if (imap === null || imap.sentFolder === null) continue;
    const password = secret(imap.passwordFrom);
    if (password === undefined) continue;
    const uncertain = await database.read(scope, (tx) => uncertainDeliveries(tx, id));
    if (uncertain.length === 0) continue;
    const sent = await sentOf(
      { ...imap, password, folder: imap.sentFolder },
      uncertain.map(({ mailId }) => mailId),
    );
    for (const { messageId, mailId } of uncertain) {
      if (!sent.has(mailId)) continue;
      await database.write(scope, async (tx) => {
        const delivery = await lockDelivery(tx, messageId);
        const message = await findMessage(tx, messageId);
        if (delivery?.state !== 'uncertain' || message === undefined) return;
        await saveStep(tx, { messageId, state: 'sent', said: `Found in ${imap.sentFolder}.` });
        await noteOnTimeline(tx, message);
        await wentOut?.(tx, messageId);
      });
      found += 1;
    }
  }
  return found;
}

/** A server that is away tells nothing: it is asked again. */
async function sentOf(folder: MailboxLogin, mailIds: readonly string[]): Promise<ReadonlySet<string>> {
  try {
    return await foundInFolder(folder, mailIds);
  } catch (error) {
    if (error instanceof AppError) return new Set();
    throw error;
  }
}

/**
 * What a person says of a message that nobody is sure of, or that failed. What is given up while nobody knows whether it went out may
 * have been read: only what surely did not go is told as not sent. Throws `delivery_is_settled`.
 */
export async function answerForDelivery(
  tx: CommandTx,
  { messageId, answer }: { readonly messageId: string; readonly answer: Answer },
  { notSent, wentOut }: Pick<CorrespondenceContext, 'notSent' | 'wentOut'>,
): Promise<void> {
  const message = await theOutgoing(tx, messageId);
  const delivery = await lockDelivery(tx, messageId);
  const state = delivery?.state;
  const isOnPaper = message.postalAddress !== null;
  const isLeft = answer === 'give_up' && delivery !== undefined && delivery.comesBackTo !== null;
  const mayAnswer = isLeft || (isOnPaper ? mayAnswerOnPaper(state, answer) : mayAnswerMail(state, answer));
  if (delivery === undefined || !mayAnswer) {
    const words = `The message is ${state ?? 'unknown'} by now. Look at it again.`;
    throw new AppError('delivery_is_settled', words, { status: 409 });
  }
  if (answer === 'was_sent') {
    await saveStep(tx, {
      messageId,
      state: 'sent',
      said: `${tx.actor.name} says that it ${isOnPaper ? 'was posted' : 'went out'}.`,
    });
    await noteOnTimeline(tx, message);
    await wentOut?.(tx, messageId);
  } else if (answer === 'send_again') {
    const said = `${tx.actor.name} ${isOnPaper ? 'prints' : 'sends'} it again.`;
    await saveStep(tx, { messageId, state: isOnPaper ? 'to_print' : 'queued', said, tryAt: tx.recordedAt });
  } else {
    const said = `${tx.actor.name} gave it up.`;
    await saveStep(tx, { messageId, state: 'withdrawn', said });
    if (state !== 'uncertain') await notSent?.(tx, messageId, said);
  }
  const subject = { subjectKind: 'message', subjectId: messageId };
  tx.audit({ action: 'correspondence.delivery_answered', ...subject, before: { state }, after: { answer } });
}

type Answer = 'was_sent' | 'send_again' | 'give_up';

function mayAnswerMail(state: DeliveryState | undefined, answer: Answer): boolean {
  return state === 'uncertain' || (answer !== 'was_sent' && (state === 'failed' || state === 'queued'));
}

/** Posted or given up; what was given up or got lost in the post is printed again. */
function mayAnswerOnPaper(state: DeliveryState | undefined, answer: Answer): boolean {
  return answer === 'send_again' ? state === 'sent' || state === 'withdrawn' : state === 'to_print';
}

async function theOutgoing(tx: CommandTx, messageId: string): Promise<Message> {
  const message = await findMessage(tx, messageId);
  if (message === undefined || message.direction !== 'out') throw notFound('outgoing message', messageId);
  return message;
}
