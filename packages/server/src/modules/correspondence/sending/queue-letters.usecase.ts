/**
 * Many letters at once, each filled, laid out, with its payable reference, and put on its way: what `draftLetter`, `finishLetter` and
 * `queueMessage` do for one, in as many statements as for one. For whoever writes to all customers on a morning.
 */
import { type LetterLanguage, letterLanguage, plainSubject } from '@quittance/core/correspondence';
import type { CommandTx } from '../../../platform/command/index.ts';
import { newId } from '../../../platform/ids.ts';
import { openingWordsOf, SUBJECT_CHARS_MAX } from '../conversations/conversation.ts';
import { newToken } from '../conversations/new-token.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { theSendingMailbox } from '../mailboxes/mailboxes.usecase.ts';
import type { NewMessage } from '../messages/message.ts';
import { insertMessages } from '../messages/messages.queries.ts';
import { type PayableItem, referenceOfMany, referenceOfOne } from '../payment/payable-reference.ts';
import { nextReferenceNumber } from '../payment/payment-references.queries.ts';
import { type LetterSettings, letterSettings } from '../payment/settings.queries.ts';
import { fillTemplate, nestedFacts } from '../templates/fill-template.ts';
import { type LetterItem, layOut, PAYMENT_MARK } from '../templates/lay-out.ts';
import type { Purpose } from '../templates/purposes.ts';
import { SHIPPED } from '../templates/shipped/index.ts';
import { latestVersions } from '../templates/templates.queries.ts';
import type { CurrentTemplate } from '../templates/templates.usecase.ts';
import { codeFor, itemFacts, ownFacts, QR_CONTENT_ID } from '../templates/write-letter.usecase.ts';
import { insertDeliveries } from './deliveries.queries.ts';
import {
  insertConversations,
  insertItems,
  insertKeys,
  insertPictures,
  insertReferences,
  type KeptReference,
  type LetterPicture,
} from './queue-letters.queries.ts';

export interface LetterOrder {
  readonly customer: {
    readonly id: string;
    readonly number: string;
    readonly name: string;
    readonly language: string | null;
    readonly country: string | null;
  };
  readonly contact: { readonly name: string; readonly language: string | null } | null;
  readonly address: string;
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
  const numbers = await referenceNumbers(tx, orders);
  const letters = orders.map((order, index) => write(desk, order, numbers[index] ?? null));
  await insertConversations(
    tx,
    letters.map(({ conversation }) => conversation),
  );
  await insertMessages(
    tx,
    letters.map(({ message }) => message),
  );
  await insertKeys(tx, letters);
  await insertItems(tx, letters);
  await insertReferences(
    tx,
    letters.flatMap(({ reference }) => reference ?? []),
  );
  await insertPictures(
    tx,
    letters.flatMap(({ picture }) => picture ?? []),
  );
  await insertDeliveries(
    tx,
    letters.map(({ message }) => ({ messageId: message.id, mailboxId: mailbox.id })),
  );
  for (const { message, customerId } of letters) {
    const after = { subject: message.subject, to: message.recipients.map(({ address }) => address), customerId };
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
  return (purpose, language) => {
    const version = own.get(`${purpose} ${language}`);
    if (version === undefined || version.subject === null || version.body === null) {
      return { ...SHIPPED[language][purpose], number: 0 };
    }
    return { subject: version.subject, body: version.body, number: version.number };
  };
}

/** Numbers for letters about several items; the others are paid under the number of their document. */
async function referenceNumbers(tx: CommandTx, orders: readonly LetterOrder[]): Promise<(bigint | null)[]> {
  let next = await nextReferenceNumber(tx);
  return orders.map(({ items }) => (referenceOfOne(payable(items)) === null ? next++ : null));
}

function payable(items: readonly LetterItem[]): PayableItem[] {
  return items.map(({ id, number, openMinor, currency }) => ({ itemId: id, number, askedMinor: openMinor, currency }));
}

export interface WrittenLetter {
  readonly message: NewMessage;
  readonly customerId: string;
  readonly keys: readonly string[];
  readonly itemIds: readonly string[];
  readonly reference: KeptReference | null;
  readonly picture: LetterPicture | null;
  readonly conversation: Parameters<typeof insertConversations>[1][number];
}

function write({ tx, mailbox, settings, templateOf }: Desk, order: LetterOrder, number: bigint | null): WrittenLetter {
  const { customer, contact, items, purpose } = order;
  const language = letterLanguage([contact?.language, customer.language], customer.country);
  const template = templateOf(purpose, language);
  const facts = nestedFacts({
    ...ownFacts(tx, { customer, contact: contact ?? undefined, language, settings }),
    ...itemFacts(items, { today: tx.today, language }),
  });
  const subject = fillTemplate(template.subject, facts).replace(/\s+/g, ' ').trim().slice(0, SUBJECT_CHARS_MAX);
  const body = fillTemplate(template.body, facts).trim();
  const asksForMoney = body.includes(PAYMENT_MARK);
  const made = number === null ? referenceOfOne(payable(items)) : referenceOfMany(number);
  const reference = asksForMoney ? made : null;
  const content = reference === null ? null : codeFor(settings, { reference, items });
  const payment = { ...settings, reference, qrContentId: content === null ? null : QR_CONTENT_ID };
  const { text, html } = layOut(body, { language, items, payment });
  const [id, conversationId] = [newId(), newId()];
  const domain = mailbox.address.slice(mailbox.address.lastIndexOf('@') + 1);
  return {
    message: {
      ...{ id, conversationId, mailboxId: mailbox.id, direction: 'out', kind: 'mail', messageId: `<${id}@${domain}>` },
      ...{ inReplyTo: null, referenceIds: [], fromAddress: mailbox.address, fromName: mailbox.name },
      recipients: [{ kind: 'to', address: order.address, name: contact?.name ?? customer.name }],
      ...{ subject, body: text, html, language, template: { purpose, language, number: template.number } },
      ...{ paymentReference: reference, isAutomatic: true, matchedBy: null, authentication: null },
      ...{ authenticationDetail: null, rawSha256: null, byteCount: null, happenedAt: tx.recordedAt },
    },
    customerId: customer.id,
    keys: order.keys,
    itemIds: items.map((item) => item.id),
    reference:
      reference === null || number === null
        ? null
        : { reference, number, customerId: customer.id, items: payable(items) },
    picture: content === null ? null : { messageId: id, content },
    conversation: {
      ...{ id: conversationId, token: newToken(), mailboxId: mailbox.id, customerId: customer.id },
      ...{ subject: plainSubject(subject), openingWords: openingWordsOf(text) },
    },
  };
}
