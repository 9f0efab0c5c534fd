import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { structuredReferencesOf } from '@quittance/core/references';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addContact } from '../../customers/contacts.usecase.ts';
import { updateCustomers } from '../../customers/customer-changes.queries.ts';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import { itemsOfReferences } from '../payment/payment-references.queries.ts';
import { qrPicture } from '../payment/qr-picture.ts';
import { saveLetterSettings } from '../payment/settings.queries.ts';
import { sendWaiting } from '../sending/send-waiting.usecase.ts';
import { fillTemplate, nestedFacts } from './fill-template.ts';
import { PURPOSES, variablesOf } from './purposes.ts';
import { SHIPPED } from './shipped/index.ts';
import { currentTemplate, saveTemplate } from './templates.usecase.ts';
import { draftLetter, finishLetter } from './write-letter.usecase.ts';

describe('the letters that come with the product', () => {
  it.each(LETTER_LANGUAGES)(
    'in %s can be filled, each with a greeting, a signature and no variable left',
    (language) => {
      for (const purpose of PURPOSES) {
        const { subject, body } = SHIPPED[language][purpose];
        const facts = nestedFacts(variablesOf(purpose));
        const text = `${fillTemplate(subject, facts)}\n${fillTemplate(body, facts)}`;
        expect(text, purpose).toContain('Dear Ada Rossi,');
        expect(text, purpose).toContain('Example GmbH, accounts receivable');
        expect(text, purpose).not.toMatch(/\{\{|\}\}/);
        expect(fillTemplate(subject, facts).length, purpose).toBeLessThan(120);
      }
    },
  );

  it('differ by language and level: nobody gets a copy by mistake', () => {
    const bodies = LETTER_LANGUAGES.flatMap((language) => PURPOSES.map((purpose) => SHIPPED[language][purpose].body));
    expect(new Set(bodies).size).toBe(70);
  });

  it.each(['notice_1', 'notice_2', 'notice_3', 'notice_4', 'pre_due', 'statement'] as const)(
    '%s says in every language what is open and how to pay',
    (purpose) => {
      for (const language of LETTER_LANGUAGES) {
        expect(SHIPPED[language][purpose].body).toContain('{{ items_table }}');
        expect(SHIPPED[language][purpose].body).toContain('{{ payment_block }}');
      }
    },
  );
});

describe('a template', () => {
  const facts = nestedFacts(variablesOf('notice_1'));
  it('that speaks of what the letter does not have is an error that names it', () => {
    expect(() => fillTemplate('{{ promise.amount }}', facts)).toThrow(
      expect.objectContaining({ code: 'template_variable_missing', details: { variable: 'promise.amount' } }),
    );
  });

  it.each([
    ['{% include "/etc/passwd" %}'],
    ['{% render "../secrets" %}'],
    ['{% layout "x" %}'],
    ['{{ greeting | no_such_filter }}'],
    ['{% for i in (1..1000000000) %}x{% endfor %}'],
    ['{{ customer.constructor }}'],
    ['{{ customer.__proto__ }}'],
    ['{{ open'],
    ['{% if %}'],
  ])('%s is refused, at once', (text) => {
    const start = performance.now();
    expect(() => fillTemplate(text, facts)).toThrow(expect.objectContaining({ name: 'AppError' }));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('a letter to a customer', () => {
  let book: MailBook;
  let customerId: string;
  beforeAll(async () => {
    book = await openMailBook();
    customerId = await book.addCustomer('C-100', 'Rossi <b>& Figli</b> {{ company.name }}');
    const contact = { name: 'Ada Rossi', roles: [], email: 'ada@rossi.example', phone: null, notes: null };
    await book.run((tx) => addContact(tx, customerId, { ...contact, language: 'it', isPrimary: true }));
    await book.owe({ customerId, number: 'INV-2026/00471', amount: '12400.00' });
    await book.run((tx) =>
      saveLetterSettings(tx, {
        payeeName: 'Example GmbH',
        iban: 'DE89370400440532013000',
        bic: null,
        signature: 'Example GmbH',
      }),
    );
  });
  afterAll(() => book.drop());

  it('is in the contact’s language, with the items, how to pay and a code to scan; names stay text', async () => {
    const draft = await book.read((tx) => draftLetter(tx, { customerId, purpose: 'notice_1' }));
    expect(draft).toMatchObject({ language: 'it', template: { purpose: 'notice_1', language: 'it', number: 0 } });
    expect(draft.subject).toBe('Fatture scadute – Rossi <b>& Figli</b> {{ company.name }}');
    const letter = await book.run((tx) => finishLetter(tx, { customerId, ...draft }));
    expect(letter.text).toContain('Gentile Ada Rossi,');
    expect(letter.text).toMatch(/INV-2026\/00471 +1º ottobre 2026 +1º novembre 2026 +12\.400,00 EUR +19/);
    expect(letter.text).toContain('IBAN: DE89 3704 0044 0532 0130 00');
    expect(letter.html).toContain('src="cid:payment-code.png"');
    expect(letter.files).toMatchObject([{ contentId: 'payment-code.png', type: 'image/png' }]);
    expect(structuredReferencesOf(letter.paymentReference ?? '')).toMatchObject([
      { scheme: 'rf', payload: 'INV202600471' },
    ]);
  });

  it('to a customer without a contact and without a language is in that of its country, to nobody in particular, and goes to nobody', async () => {
    const id = await book.addCustomer('C-200', 'Ohne Ansprechpartner GmbH');
    await book.run((tx) => updateCustomers(tx, [{ id, country: 'DE' }]));
    const draft = await book.read((tx) => draftLetter(tx, { customerId: id, purpose: 'statement' }));
    expect(draft).toMatchObject({ language: 'de', itemIds: [] });
    expect(draft.body).toContain('Sehr geehrte Damen und Herren,');
    await expect(book.queue({ customerId: id, to: [] })).rejects.toMatchObject({ code: 'no_recipient' });
    const elsewhere = await book.addCustomer('C-201', 'Nowhere Ltd');
    expect(await book.read((tx) => draftLetter(tx, { customerId: elsewhere, purpose: 'statement' }))).toMatchObject({
      language: 'en',
    });
  });

  it('about several items carries a reference that stands for all of them', async () => {
    const other = await book.owe({ customerId, number: '4713', amount: '600.00' });
    const draft = await book.read((tx) => draftLetter(tx, { customerId, purpose: 'statement' }));
    const letter = await book.run((tx) => finishLetter(tx, { customerId, ...draft }));
    const again = await book.run((tx) => finishLetter(tx, { customerId, ...draft }));
    expect(letter.paymentReference).toMatch(/^RF\d\dQS10000001$/);
    expect(again.paymentReference).toMatch(/^RF\d\dQS10000002$/);
    const asked = await book.read((tx) => itemsOfReferences(tx, [letter.paymentReference ?? '']));
    expect(asked).toHaveLength(2);
    expect(asked.find(({ itemId }) => itemId === other)).toMatchObject({
      askedMinor: 60_000n,
      currency: 'EUR',
      customerId,
    });
  });

  it('speaks of a promise only when it is told of one', async () => {
    const request = { customerId, purpose: 'promise_confirmation', language: 'de' } as const;
    await expect(book.read((tx) => draftLetter(tx, request))).rejects.toMatchObject({
      code: 'template_variable_missing',
      details: { variable: 'promise.amount' },
    });
    const facts = { 'promise.amount': '12.400,00 EUR', 'promise.on': '27. November 2026' };
    const draft = await book.read((tx) => draftLetter(tx, { ...request, facts }));
    expect(draft.subject).toBe('Ihre Zahlung von 12.400,00 EUR am 27. November 2026');
  });

  it('in words that the company changed; each change is a version, and the way back is one', async () => {
    const which = { purpose: 'thanks', language: 'en' } as const;
    const text = { subject: 'Cheers', body: '{{ greeting }} got it.' };
    await book.run((tx) => saveTemplate(tx, which, text));
    expect(await book.read((tx) => currentTemplate(tx, which))).toEqual({ ...text, number: 1 });
    await expect(book.run((tx) => saveTemplate(tx, which, { ...text, body: '{{ nothing }}' }))).rejects.toMatchObject({
      code: 'template_variable_missing',
    });
    const beside = { ...text, body: '{{ greeting }} {{ items_table }} thanks' };
    await expect(book.run((tx) => saveTemplate(tx, which, beside))).rejects.toThrow(
      'Line 1: [[items]] stands on a line of its own',
    );
    const unknown = { ...text, body: 'Hello\n[[nope]]' };
    await expect(book.run((tx) => saveTemplate(tx, which, unknown))).rejects.toThrow('Line 2: There are [[items]]');
    await book.run((tx) => saveTemplate(tx, which, null));
    expect(await book.read((tx) => currentTemplate(tx, which))).toMatchObject({
      number: 0,
      subject: SHIPPED.en.thanks.subject,
    });
  });

  it('goes out with its picture in the text', async () => {
    const draft = await book.read((tx) => draftLetter(tx, { customerId, purpose: 'notice_2', language: 'en' }));
    const letter = await book.run((tx) => finishLetter(tx, { customerId, ...draft }));
    await book.queue({ customerId, ...draft, ...letter });
    await sendWaiting(book.context, book.scope);
    const raw = book.smtp.taken.at(-1)?.raw ?? '';
    expect(raw).toContain('Content-ID: <payment-code.png>');
    expect(raw).toContain('multipart/related');
  });
});

it('a code is a PNG whose checksums are right', () => {
  const picture = Buffer.from(qrPicture('BCD\n002\n1\nSCT'));
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.readUInt32BE(16)).toBe(picture.readUInt32BE(20));
});
