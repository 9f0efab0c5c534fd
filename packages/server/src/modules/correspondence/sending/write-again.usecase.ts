/**
 * A letter that did not go out, to be written again: its words, its readers and its files as their writer left them, about the items that
 * may be asked for now. Words that nobody had changed are filled anew; a person's own are kept, and may speak of other items.
 */
import { isLetterLanguage, type LetterLanguage, letterLanguage } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { findContacts, recordsOfParty } from '../../customers/index.ts';
import { theConversation } from '../conversations/conversations.usecase.ts';
import type { AskingRules, LeftOut } from '../correspondence.context.ts';
import type { AsWritten, Attachment, Message, TemplateUse } from '../messages/message.ts';
import { findAsWritten, findMessage, listAttachments, listMessageItems } from '../messages/messages.queries.ts';
import { isPurpose } from '../templates/purposes.ts';
import { draftLetter } from '../templates/write-letter.usecase.ts';
import { findDelivery, lockDelivery, saveStep } from './deliveries.queries.ts';

export interface LetterAgain {
  readonly conversationId: string;
  readonly customerId: string | null;
  readonly to: readonly { readonly address: string; readonly name: string | null }[];
  readonly cc: readonly string[];
  readonly postalAddress: string | null;
  readonly subject: string;
  readonly body: string;
  /** They were written when the letter was about other items. */
  readonly wordsAreOld: boolean;
  readonly language: LetterLanguage;
  readonly template: TemplateUse | null;
  readonly itemIds: readonly string[];
  readonly leftOut: readonly LeftOut[];
  readonly files: readonly { readonly sha256: string; readonly name: string; readonly bytes: number }[];
}

/** Throws `not_found`, `message_is_not_written_again`. */
export async function letterAgain(tx: Tx, messageId: string, asking: AskingRules | undefined): Promise<LetterAgain> {
  const message = await findMessage(tx, messageId);
  const written = await findAsWritten(tx, messageId);
  const state = (await findDelivery(tx, messageId))?.state;
  if (message === undefined) throw notFound('message', messageId);
  if (written === null || (state !== 'withdrawn' && state !== 'failed')) throw refusal();
  const { customerId } = await theConversation(tx, message.conversationId);
  const items = await listMessageItems(tx, [messageId]);
  const before = items.map(({ itemId }) => itemId);
  const numbers = new Map(items.map(({ itemId, number }) => [itemId, number]));
  const still =
    customerId === null || asking === undefined
      ? { itemIds: before, leftOut: [] }
      : await asking.stillToAskFor(tx, { customerId, itemIds: before, numbers });
  const words = await wordsFor(tx, { message, written, customerId, itemIds: still.itemIds, asking });
  return {
    ...{ conversationId: message.conversationId, customerId, postalAddress: message.postalAddress },
    to: message.recipients.filter(({ kind }) => kind === 'to').map(({ address, name }) => ({ address, name })),
    cc: message.recipients.filter(({ kind }) => kind === 'cc').map(({ address }) => address),
    ...words,
    language: isLetterLanguage(message.language) ? message.language : letterLanguage([], null),
    template: message.template,
    ...still,
    files: filesOf(written, await listAttachments(tx, [messageId])),
  };
}

/** In the original order of the files; one that is kept no longer is left out. */
function filesOf({ files }: AsWritten, attachments: readonly Attachment[]): LetterAgain['files'] {
  return files.flatMap(({ sha256, name }) => {
    const kept = attachments.find((one) => one.sha256 === sha256);
    return kept === undefined ? [] : [{ sha256, name, bytes: Number(kept.byteCount) }];
  });
}

interface Rewritten {
  readonly message: Message;
  readonly written: AsWritten;
  readonly customerId: string | null;
  readonly itemIds: readonly string[];
  readonly asking: AskingRules | undefined;
}

async function wordsFor(tx: Tx, letter: Rewritten): Promise<Pick<LetterAgain, 'subject' | 'body' | 'wordsAreOld'>> {
  const { message, written } = letter;
  const own = { subject: message.subject, body: written.body };
  if (written.hasOwnWords) return { ...own, wordsAreOld: message.template !== null };
  const filled = await filledAnew(tx, letter);
  return filled === null ? { ...own, wordsAreOld: true } : { ...filled, wordsAreOld: false };
}

/** Null where the template speaks of what only its writer knew: a promise, a dispute. */
async function filledAnew(tx: Tx, letter: Rewritten): Promise<{ subject: string; body: string } | null> {
  const { message, customerId, itemIds, asking } = letter;
  const { template, language, recipients } = message;
  if (template === null || customerId === null || itemIds.length === 0 || !isPurpose(template.purpose)) return null;
  const contacts = await findContacts(tx, await recordsOfParty(tx, customerId));
  const reader = contacts.find(({ email }) => email?.toLowerCase() === recipients[0]?.address.toLowerCase());
  try {
    const { subject, body } = await draftLetter(tx, {
      ...{ customerId, purpose: template.purpose, itemIds, contactId: reader?.id },
      takeOff: asking?.takeOff,
      ...(isLetterLanguage(language) ? { language } : {}),
    });
    return { subject, body };
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Another letter goes instead of it: it is settled, and nobody has to see it any more. Throws `message_is_not_written_again`. */
export async function noteWrittenAgain(tx: CommandTx, messageId: string): Promise<void> {
  const state = (await lockDelivery(tx, messageId))?.state;
  if (state !== 'withdrawn' && state !== 'failed') throw refusal();
  await saveStep(tx, { messageId, state: 'withdrawn', said: `${tx.actor.name} wrote another instead.` });
}

function refusal(): AppError {
  const message =
    'Only a letter by hand that did not go out is written again. This one went, waits, or was written by a machine.';
  return new AppError('message_is_not_written_again', message, { status: 409 });
}
