/**
 * Where a mail belongs: by the thread headers, by the token in its address or subject, by its sender, by the numbers it names, in
 * this order. The sender's address alone proves nothing: it files the mail, and the mail shows how it was matched.
 */
import { messageIdsIn, plainSubject, tokensInAddresses, tokensInSubject } from '@quittance/core/correspondence';
import { referenceKey } from '@quittance/core/references';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { Letter } from '../../../platform/mail/index.ts';
import { findCustomersByAddress, recordsOfParty, survivorOf } from '../../customers/index.ts';
import { findItemsByKey } from '../../ledger/index.ts';
import type { ConversationView } from '../conversations/conversation.ts';
import { conversationsOf, findConversation, findConversationByTokens } from '../conversations/conversations.queries.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { MatchedBy } from '../messages/message.ts';
import { findByMessageIds } from '../messages/messages.queries.ts';

export interface MailPlace {
  /** Null: a conversation of its own. */
  readonly conversation: ConversationView | null;
  readonly customerId: string | null;
  readonly matchedBy: MatchedBy | null;
  /** Items that its text names, of this customer. */
  readonly itemIds: readonly string[];
}

export async function findPlace(tx: Tx, letter: Letter, mailbox: Mailbox): Promise<MailPlace> {
  const { conversation, matchedBy } = await threadOf(tx, letter, mailbox);
  if (conversation !== null) {
    const { customerId } = conversation;
    const named = await namedItems(tx, letter, customerId);
    // A thread that nobody has given to a customer yet may name one by now.
    const found = customerId ?? named.customerId;
    return { conversation, customerId: found, matchedBy, itemIds: named.itemIds };
  }
  const customerId = await customerOfSender(tx, letter);
  const named = await namedItems(tx, letter, customerId);
  if (customerId === null) {
    const by = named.customerId === null ? null : 'numbers';
    return { conversation: null, customerId: named.customerId, matchedBy: by, itemIds: named.itemIds };
  }
  const same = await sameSubject(tx, letter, customerId);
  return { conversation: same, customerId, matchedBy: 'sender', itemIds: named.itemIds };
}

async function threadOf(
  tx: Tx,
  letter: Letter,
  mailbox: Mailbox,
): Promise<{ conversation: ConversationView | null; matchedBy: MatchedBy | null }> {
  const ids = [
    ...messageIdsIn(letter.inReplyTo),
    ...messageIdsIn(letter.references),
    ...messageIdsIn(letter.reportedId),
  ];
  const [known] = ids.length === 0 ? [] : await findByMessageIds(tx, ids);
  const byHeaders = known === undefined ? undefined : await findConversation(tx, known.conversationId);
  if (byHeaders !== undefined) return { conversation: byHeaders, matchedBy: 'headers' };
  const tokens = [...tokensInAddresses(letter.addressedTo, mailbox.address), ...tokensInSubject(letter.subject)];
  const byToken = tokens.length === 0 ? undefined : await findConversationByTokens(tx, tokens);
  return byToken === undefined
    ? { conversation: null, matchedBy: null }
    : { conversation: byToken, matchedBy: 'token' };
}

/** Null when nobody has this address, or several customers have. */
async function customerOfSender(tx: Tx, { from }: Letter): Promise<string | null> {
  if (from === null) return null;
  const found = await findCustomersByAddress(tx, from.address);
  const parties = new Set<string>();
  for (const { customerId } of found) parties.add(await survivorOf(tx, customerId));
  const [only, ...others] = parties;
  return only !== undefined && others.length === 0 ? only : null;
}

const CONVERSATIONS_LOOKED_AT = 50;

/** Somebody who writes anew under the same subject goes on with what is open. */
async function sameSubject(tx: Tx, letter: Letter, customerId: string): Promise<ConversationView | null> {
  const subject = plainSubject(letter.subject).toLowerCase();
  if (subject === '') return null;
  const customerIds = await recordsOfParty(tx, customerId);
  const recent = await conversationsOf(tx, { customerIds, limit: CONVERSATIONS_LOOKED_AT });
  return recent.find((one) => one.state === 'open' && one.subject.toLowerCase() === subject) ?? null;
}

const TEXT_CHARS_MAX = 50_000;
const NUMBERS_MAX = 300;
const NUMBER_LIKE = /[\p{L}\d](?:[\p{L}\d]|[-/._](?=[\p{L}\d])){2,30}/gu;
const DIGITS_MIN = 3;
/** Without knowing the customer, a short number may be anything. */
const STRANGERS_CHARS_MIN = 6;

/** Items named in subject and text; whose they are, when they are all one party's. */
async function namedItems(
  tx: Tx,
  { subject, text }: Letter,
  customerId: string | null,
): Promise<{ itemIds: string[]; customerId: string | null }> {
  const words = `${subject}\n${text}`.slice(0, TEXT_CHARS_MAX).match(NUMBER_LIKE) ?? [];
  const keys = [...new Set(words.filter((word) => (word.match(/\d/g) ?? []).length >= DIGITS_MIN).map(referenceKey))]
    .filter((key) => customerId !== null || key.length >= STRANGERS_CHARS_MIN)
    .slice(0, NUMBERS_MAX);
  if (keys.length === 0) return { itemIds: [], customerId: null };
  const items = await findItemsByKey(tx, keys);
  const records = customerId === null ? null : new Set(await recordsOfParty(tx, customerId));
  const theirs = records === null ? items : items.filter((item) => records.has(item.customerId));
  const owners = new Set(theirs.map((item) => item.customerId));
  const [owner] = owners;
  if (records === null && owners.size !== 1) return { itemIds: [], customerId: null };
  return { itemIds: theirs.map(({ id }) => id).slice(0, NUMBERS_MAX), customerId: customerId ?? owner ?? null };
}
