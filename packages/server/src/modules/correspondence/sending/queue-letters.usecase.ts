/**
 * Many letters at once, each filled, laid out, with its payable reference, and put on its way: what `draftLetter`, `finishLetter` and
 * `queueMessage` do for one, of the same pieces, in as many statements as for one. For whoever writes to all customers on a morning.
 */
import { type LetterLanguage, letterLanguage, plainSubject } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids.ts';
import { openingWordsOf, SUBJECT_CHARS_MAX } from '../conversations/conversation.ts';
import { newToken } from '../conversations/new-token.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { theSendingMailbox } from '../mailboxes/mailboxes.usecase.ts';
import type { NewMessage, TemplateUse } from '../messages/message.ts';
import { takeKeys } from '../messages/message-keys.queries.ts';
import { insertMessageItems, insertMessages } from '../messages/messages.queries.ts';
import { makeReferences } from '../payment/payable-reference.ts';
import { type LetterSettings, letterSettings } from '../payment/settings.queries.ts';
import type { LetterItem } from '../templates/lay-out.ts';
import type { Purpose } from '../templates/purposes.ts';
import { latestVersions } from '../templates/templates.queries.ts';
import { type CurrentTemplate, textOf } from '../templates/templates.usecase.ts';
import { askedIn, finishedLetter, letterWords } from '../templates/write-letter.usecase.ts';
import { insertDeliveries } from './deliveries.queries.ts';
import { outgoingMessage } from './outgoing-message.ts';
import { insertConversations, insertPictures, type LetterPicture } from './queue-letters.queries.ts';

export interface LetterOrder {
  readonly customer: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly language: string | null;
    readonly country: string | null;
  };
  readonly contact: { readonly name: string; readonly language: string | null } | null;
  /** Of mail. */
  readonly address?: string | undefined;
  /** Of a letter on paper instead, as it stands on the envelope: somebody prints and posts it. */
  readonly postalAddress?: string | undefined;
  /** Who signs; empty: the company alone. */
  readonly senderName: string;
  readonly purpose: Purpose;
  /** As they stand now; above zero. */
  readonly items: readonly LetterItem[];
  /** See `MessageDraft.keys`. */
  readonly keys: readonly string[];
}

/**
 * The messages, in the order of the letters. All or none: throws `no_mailbox`, `template_variable_missing`, `template_is_wrong`, and
 * `message_key_pkey` when a key was taken before. Addresses that get no mail any more are the caller's to leave out; one that is
 * suppressed meanwhile gets nothing when its turn comes.
 */
export async function queueLetters(tx: CommandTx, orders: readonly LetterOrder[]): Promise<string[]> {
  if (orders.length === 0) return [];
  const mailbox = await theSendingMailbox(tx, undefined);
  const desk: Desk = { tx, mailbox, settings: await letterSettings(tx), templateOf: await templates(tx) };
  const drafts = orders.map((order) => draft(desk, order));
  const references = await makeReferences(
    tx,
    drafts.map(({ order, body }) => ({ customerId: order.customer.id, items: askedIn(body, order.items) })),
  );
  const letters = drafts.map((drafted, index) => write(desk, drafted, references[index] ?? null));
  await insertConversations(
    tx,
    letters.map(({ conversation }) => conversation),
  );
  await insertMessages(
    tx,
    letters.map(({ message }) => message),
  );
  await takeKeys(
    tx,
    letters.map(({ message, order }) => ({ messageId: message.id, keys: order.keys })),
  );
  await insertMessageItems(
    tx,
    letters.map(({ message, order }) => ({ messageId: message.id, itemIds: order.items.map(({ id }) => id) })),
  );
  await insertPictures(
    tx,
    letters.flatMap(({ pictures }) => pictures),
  );
  await insertDeliveries(
    tx,
    letters.map(({ message }) => {
      const state = message.postalAddress === null ? ('queued' as const) : ('to_print' as const);
      return { messageId: message.id, mailboxId: mailbox.id, state };
    }),
  );
  for (const { message, order } of letters) {
    const to = message.recipients.map(({ address }) => address);
    const after = { subject: message.subject, to, customerId: order.customer.id };
    tx.audit({ action: 'correspondence.message_queued', subjectKind: 'message', subjectId: message.id, after });
  }
  return letters.map(({ message }) => message.id);
}

interface Desk {
  readonly tx: CommandTx;
  readonly mailbox: Mailbox;
  readonly settings: LetterSettings;
  readonly templateOf: (purpose: Purpose, language: LetterLanguage) => CurrentTemplate;
}

async function templates(tx: CommandTx): Promise<Desk['templateOf']> {
  const own = new Map((await latestVersions(tx)).map((version) => [`${version.purpose} ${version.language}`, version]));
  return (purpose, language) => textOf(own.get(`${purpose} ${language}`), { purpose, language });
}

interface Draft {
  readonly order: LetterOrder;
  readonly language: LetterLanguage;
  readonly template: TemplateUse;
  readonly subject: string;
  readonly body: string;
}

function draft({ tx, settings, templateOf }: Desk, order: LetterOrder): Draft {
  const { customer, contact, items, purpose, senderName } = order;
  const language = letterLanguage([contact?.language, customer.language], customer.country);
  const template = templateOf(purpose, language);
  const words = letterWords(tx, template, {
    ...{ customer, contact: contact ?? undefined, language, settings, items, senderName },
  });
  const subject = words.subject.slice(0, SUBJECT_CHARS_MAX);
  return { order, language, template: { purpose, language, number: template.number }, subject, body: words.body };
}

interface WrittenLetter {
  readonly order: LetterOrder;
  readonly message: NewMessage;
  readonly pictures: readonly LetterPicture[];
  readonly conversation: Parameters<typeof insertConversations>[1][number];
}

function write({ tx, mailbox, settings }: Desk, drafted: Draft, reference: string | null): WrittenLetter {
  const { order, language, template, subject, body } = drafted;
  const { customer, contact, items, address, postalAddress } = order;
  const { files, paper, ...finished } = finishedLetter(body, { language, items, settings, reference });
  const conversationId = newId();
  const to = address === undefined ? [] : [{ address, name: contact?.name ?? customer.name }];
  const onPaper = postalAddress === undefined ? {} : { onPaper: { postalAddress, letter: paper } };
  const letter = {
    customerId: customer.id,
    to,
    ...onPaper,
    subject,
    language,
    template,
    ...finished,
    isAutomatic: true,
  };
  const message = outgoingMessage(tx, letter, { mailbox, conversationId, before: [] });
  return {
    order,
    message,
    pictures: files.map(({ contentId = '', content }) => ({ messageId: message.id, contentId, content })),
    conversation: {
      ...{ id: conversationId, token: newToken(), mailboxId: mailbox.id, customerId: customer.id },
      ...{ subject: plainSubject(subject), openingWords: openingWordsOf(finished.text) },
    },
  };
}
