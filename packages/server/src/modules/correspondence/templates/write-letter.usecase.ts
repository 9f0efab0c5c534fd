/**
 * A letter to a customer: the template of its purpose and language filled with facts, the items it is about, and how to pay. Made in
 * two steps, so that a person may change the words between them: `draftLetter` fills the template, `finishLetter` sets tables and
 * the payable reference into whatever the words are by then.
 */
import { addDays, daysBetween } from '@quittance/core/calendar';
import { type LetterLanguage, letterAmount, letterDate, letterLanguage } from '@quittance/core/correspondence';
import { epcPaymentText, printedReference } from '@quittance/core/payment-reference';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { type Contact, type Customer, findContacts, findCustomer, recordsOfParty } from '../../customers/index.ts';
import { findItems, listItems } from '../../ledger/index.ts';
import { shownHtml } from '../conversations/shown-html.ts';
import type { TakeOff } from '../correspondence.context.ts';
import type { TemplateUse } from '../messages/message.ts';
import { type Paper, paperOf } from '../paper/paper.ts';
import { makeReferences, type PayableItem, referenceOfMany, referenceOfOne } from '../payment/payable-reference.ts';
import { qrPicture } from '../payment/qr-picture.ts';
import { type LetterSettings, letterSettings } from '../payment/settings.queries.ts';
import type { DraftFile } from '../sending/message-draft.ts';
import { fillTemplate, nestedFacts } from './fill-template.ts';
import { askedOf, checkMarks, ITEMS_MARK, type LetterItem, layOut, PAYMENT_MARK, totalsOf } from './lay-out.ts';
import { LETTER_WORDS } from './letter-words.ts';
import type { Purpose } from './purposes.ts';
import type { TemplateText } from './shipped/template-text.ts';
import { currentTemplate } from './templates.usecase.ts';

export interface LetterRequest {
  readonly customerId: string;
  readonly purpose: Purpose;
  readonly contactId?: string | undefined;
  /** That of the contact, the customer or its country when absent. */
  readonly language?: LetterLanguage | undefined;
  /** Everything open when absent. */
  readonly itemIds?: readonly string[] | undefined;
  /** Nothing when absent. */
  readonly takeOff?: TakeOff | undefined;
  /** What this purpose speaks of besides: `{ 'promise.amount': '12,400.00 EUR' }`, written in the letter's language. */
  readonly facts?: Readonly<Record<string, string>> | undefined;
}

export interface DraftedLetter {
  readonly subject: string;
  /** With `[[items]]` and `[[payment]]` where the tables go. */
  readonly body: string;
  readonly language: LetterLanguage;
  readonly template: TemplateUse;
  readonly itemIds: readonly string[];
}

export interface FinishedLetter {
  readonly text: string;
  readonly html: string;
  readonly paymentReference: string | null;
  readonly files: readonly DraftFile[];
  /** The same letter, to be printed. */
  readonly paper: Paper;
  /** What it asks for, by item. */
  readonly askedMinor?: ReadonlyMap<string, bigint>;
}

/** As many as a statement lists. */
const LETTER_ITEMS_MAX = 5_000;
const PAY_BY_DAYS = 7;

/** Throws `template_variable_missing`, `template_is_wrong`, `customer_not_found`, `item_not_of_customer`, `letter_has_too_many_items`. */
export async function draftLetter(tx: Tx, request: LetterRequest): Promise<DraftedLetter> {
  const { customer, contact } = await theReader(tx, request);
  const language = request.language ?? letterLanguage([contact?.language, customer.language], customer.country);
  const items = await letterItems(tx, request);
  const template = await currentTemplate(tx, { purpose: request.purpose, language });
  const settings = await letterSettings(tx);
  return {
    ...letterWords(tx, template, { customer, contact, language, settings, items, facts: request.facts }),
    language,
    template: { purpose: request.purpose, language, number: template.number },
    itemIds: items.map(({ id }) => id),
  };
}

interface LetterFacts {
  readonly customer: Pick<Customer, 'name' | 'number'>;
  readonly contact: Pick<Contact, 'name'> | undefined;
  readonly language: LetterLanguage;
  readonly settings: LetterSettings;
  readonly items: readonly LetterItem[];
  readonly facts?: LetterRequest['facts'];
  /** Whoever writes it when absent. */
  readonly senderName?: string;
}

/** A template filled with what is known of its reader and of the items. */
export function letterWords(tx: Tx, template: TemplateText, letter: LetterFacts): TemplateText {
  const facts = nestedFacts({ ...ownFacts(tx, letter), ...itemFacts(tx, letter), ...letter.facts });
  return {
    subject: fillTemplate(template.subject, facts).replace(/\s+/g, ' ').trim(),
    body: fillTemplate(template.body, facts)
      .trim()
      .replace(/\n{3,}/g, '\n\n'),
  };
}

export interface LetterToFinish {
  /** Null: to somebody of whom no customer is known; then it has no items. */
  readonly customerId: string | null;
  readonly body: string;
  readonly language: LetterLanguage;
  readonly itemIds: readonly string[];
  /** Nothing when absent. */
  readonly takeOff?: TakeOff | undefined;
}

/** As it will be sent, but for a reference that is not kept: for looking at. */
export async function previewLetter(tx: Tx, letter: LetterToFinish): Promise<FinishedLetter> {
  return finish(tx, letter, async (items) => referenceOfOne(items) ?? referenceOfMany(1n));
}

/** Its HTML as a page may show it, with the code for banking apps in it. */
export function shownLetter({ html, files }: Pick<FinishedLetter, 'html' | 'files'>): string {
  const pictures = new Map(
    files.map(({ contentId = '', type, content }) => [
      contentId,
      `data:${type};base64,${Buffer.from(content).toString('base64')}`,
    ]),
  );
  return shownHtml(html, pictures).html;
}

/** Keeps the reference that it names. */
export async function finishLetter(tx: Tx, letter: LetterToFinish): Promise<FinishedLetter> {
  const { customerId } = letter;
  return finish(tx, letter, async (items) => {
    if (customerId === null) return null;
    const [reference = null] = await makeReferences(tx, [{ customerId, items }]);
    return reference;
  });
}

type MakeReference = (items: PayableItem[]) => Promise<string | null>;

async function finish(tx: Tx, letter: LetterToFinish, makeFor: MakeReference): Promise<FinishedLetter> {
  checkMarks(letter.body);
  const items = await itemsOfLetter(tx, letter);
  const asked = askedIn(letter.body, items);
  const reference = asked.length === 0 ? null : await makeFor(asked);
  const { body, language } = letter;
  const askedMinor = new Map(asked.map((item) => [item.itemId, item.askedMinor]));
  return { ...finishedLetter(body, { language, items, settings: await letterSettings(tx), reference }), askedMinor };
}

/** What a letter of these words asks to be paid. */
export function askedIn(body: string, items: readonly LetterItem[]): PayableItem[] {
  if (!body.includes(PAYMENT_MARK)) return [];
  return items
    .map((item) => ({ itemId: item.id, number: item.number, askedMinor: askedOf(item), currency: item.currency }))
    .filter(({ askedMinor }) => askedMinor > 0n);
}

/** The words with the table of items, the way to pay and, where banking apps know one, its code. */
export function finishedLetter(
  body: string,
  letter: Pick<LetterFacts, 'language' | 'items' | 'settings'> & { readonly reference: string | null },
): FinishedLetter {
  const { language, items, settings, reference } = letter;
  const picture = reference === null ? null : codeFor(settings, { reference, items });
  const payment = { ...settings, reference, qrContentId: picture === null ? null : QR_CONTENT_ID };
  const { text, html } = layOut(body, { language, items, payment });
  const files =
    picture === null ? [] : [{ name: 'payment.png', type: 'image/png', content: picture, contentId: QR_CONTENT_ID }];
  return { text, html, paymentReference: reference, files, paper: paperOf(body, { items, payment }) };
}

const QR_CONTENT_ID = 'payment-code.png';

/** Only euro has such a code, and only for what is all in euro. */
function codeFor(settings: LetterSettings, { reference, items }: { reference: string; items: readonly LetterItem[] }) {
  const [[currency, amountMinor] = ['', 0n], ...others] = totalsOf(items);
  if (settings.iban === null || currency !== 'EUR' || others.length > 0) return null;
  const text = epcPaymentText({
    payeeName: settings.payeeName,
    iban: settings.iban,
    bic: settings.bic,
    amountMinor,
    reference,
  });
  return text === null ? null : qrPicture(text);
}

async function theReader(
  tx: Tx,
  { customerId, contactId }: LetterRequest,
): Promise<{ customer: Customer; contact: Contact | undefined }> {
  const customer = await findCustomer(tx, customerId);
  if (customer === undefined) throw notFound('customer', customerId);
  const contacts = (await findContacts(tx, await recordsOfParty(tx, customerId))).filter(
    ({ endedAt }) => endedAt === null,
  );
  const contact = contactId === undefined ? contacts[0] : contacts.find(({ id }) => id === contactId);
  if (contactId !== undefined && contact === undefined) throw notFound('contact', contactId);
  return { customer, contact };
}

/** What a letter lists, with what it takes off. Throws `item_not_of_customer`, `letter_has_too_many_items`. */
export async function itemsOfLetter(
  tx: Tx,
  { customerId, itemIds, takeOff }: Pick<LetterToFinish, 'customerId' | 'itemIds' | 'takeOff'>,
): Promise<LetterItem[]> {
  return customerId === null || itemIds.length === 0 ? [] : letterItems(tx, { customerId, itemIds, takeOff });
}

async function letterItems(
  tx: Tx,
  { customerId, itemIds, takeOff }: Pick<LetterRequest, 'customerId' | 'itemIds' | 'takeOff'>,
): Promise<LetterItem[]> {
  const customerIds = await recordsOfParty(tx, customerId);
  const limit = LETTER_ITEMS_MAX + 1;
  const wanted =
    itemIds === undefined
      ? await listItems(tx, { customerIds, isOpenOnly: true, limit })
      : await theItems(tx, { customerIds, itemIds });
  if (wanted.length > LETTER_ITEMS_MAX) throw tooMany();
  const listed = wanted.filter(({ account }) => account === 'receivable');
  const takenOff = await takeOff?.(tx, { customerId, itemIds: listed.map(({ id }) => id) });
  return listed.map((item) => ({
    ...{ id: item.id, number: item.number, issuedOn: item.issuedOn, dueOn: item.dueOn, currency: item.currency },
    ...{ amountMinor: item.amountMinor, openMinor: item.openMinor, daysLate: daysBetween(item.dueOn, tx.today) },
    ...takenOff?.get(item.id),
  }));
}

async function theItems(tx: Tx, asked: { customerIds: readonly string[]; itemIds: readonly string[] }) {
  const { customerIds, itemIds } = asked;
  const found = new Map((await findItems(tx, itemIds)).map((item) => [item.id, item]));
  return itemIds.map((id) => {
    const item = found.get(id);
    if (item !== undefined && item.openMinor !== 0n && customerIds.includes(item.customerId)) return item;
    const message = 'One of the items is not open on this customer’s account any more. Take it out of the letter.';
    throw new AppError('item_not_of_customer', message, { details: { itemId: id } });
  });
}

function tooMany(): AppError {
  const message = `A letter speaks of at most ${LETTER_ITEMS_MAX} items, and more are open. Tick those that it is to be about.`;
  return new AppError('letter_has_too_many_items', message, { details: { itemsMax: LETTER_ITEMS_MAX } });
}

function ownFacts(tx: Tx, { customer, contact, language, settings, senderName }: LetterFacts): Record<string, string> {
  const words = LETTER_WORDS[language];
  return {
    greeting: contact === undefined ? words.greetingNobody : words.greeting(contact.name),
    'customer.name': customer.name,
    'customer.number': customer.number,
    'contact.name': contact?.name ?? customer.name,
    'company.name': tx.company.name,
    'sender.name': senderName ?? tx.actor.name,
    signature: settings.signature,
    today: letterDate(tx.today, language),
    pay_by: letterDate(addDays(tx.today, PAY_BY_DAYS), language),
    'payment.payee': settings.payeeName,
    'payment.iban': settings.iban === null ? '' : printedReference(settings.iban),
    'payment.reference': '',
    items_table: ITEMS_MARK,
    payment_block: PAYMENT_MARK,
  };
}

function itemFacts({ today }: Tx, { items, language }: LetterFacts): Record<string, string> {
  const overdue = items.filter(({ dueOn }) => dueOn < today);
  const amounts = (list: readonly LetterItem[]): string =>
    totalsOf(list)
      .map(([currency, minor]) => letterAmount(minor, currency, language))
      .join(' + ') || '0';
  const [oldest] = items.map(({ dueOn }) => dueOn).sort();
  return {
    items_count: String(items.length),
    first_item: items[0]?.number ?? '',
    total_open: amounts(items),
    total_overdue: amounts(overdue),
    days_late: String(Math.max(0, ...overdue.map(({ daysLate }) => daysLate))),
    oldest_due: oldest === undefined ? '' : letterDate(oldest, language),
  };
}
