import { epcPaymentText } from '@quittance/core/payment-reference';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLetter } from '../../../platform/mail/index.ts';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import { sendWaiting } from '../sending/send-waiting.usecase.ts';
import { statementOf } from '../statements/statement.ts';
import { statementFile } from '../statements/statement-file.ts';
import { draftLetter, finishLetter } from '../templates/write-letter.usecase.ts';
import { qrPicture } from './qr-picture.ts';
import { type Pixels, pixelsOfPng, readQr } from './read-qr.fixture.ts';
import { saveLetterSettings } from './settings.queries.ts';

describe('a payment code', () => {
  it('is read back as it was written, whatever a payee’s name and the length are', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(name, fc.integer({ min: 1, max: 99_999_999 }), (payeeName, cents) => {
        const text = epcPaymentText({
          ...{ payeeName, iban: 'DE89370400440532013000', bic: 'COBADEFFXXX', amountMinor: BigInt(cents) },
          reference: 'RF18539007547034',
        });
        if (text !== null) expect(readQr(pixelsOfPng(qrPicture(text)))).toBe(text);
      }),
      { numRuns: 40 },
    );
  });

  it('with one module turned is seen to be damaged by the reader: it does check', () => {
    const pixels = pixelsOfPng(
      qrPicture('BCD\n002\n1\nSCT\n\nExample GmbH\nDE89370400440532013000\nEUR12.00\n\nRF18539007547034'),
    );
    const middle = Math.floor(pixels.width / 2 / 4) * 4;
    const isSpot = (x: number, y: number): boolean =>
      Math.floor(x / 4) * 4 === middle && Math.floor(y / 4) * 4 === middle;
    const damaged: Pixels = { ...pixels, isDark: (x, y) => pixels.isDark(x, y) !== isSpot(x, y) };
    expect(() => readQr(damaged)).toThrow('check words');
  });
});

describe('the code that a customer scans', () => {
  let book: MailBook;
  let customerId: string;
  let items: string[];
  beforeAll(async () => {
    book = await openMailBook();
    customerId = await book.addCustomer('C-7', 'Rossi S.r.l.');
    const settings = {
      payeeName: 'Società Esempio S.p.A.',
      iban: 'IT60X0542811101000000123456',
      bic: null,
      signature: 'x',
    };
    await book.run((tx) => saveLetterSettings(tx, settings));
    items = [
      await book.owe({ customerId, number: 'INV-1', amount: '100.10' }),
      await book.owe({ customerId, number: 'INV-2', amount: '250.00' }),
      await book.owe({ customerId, number: 'INV-3', amount: '7.00' }),
    ];
  });
  afterAll(() => book.drop());

  const linesOf = (text: string): string[] => text.split('\n');

  it('in a mail and in its PDF asks for the sum and the reference of the items chosen, and no others', async () => {
    const [first = '', second = ''] = items;
    const order = { customerId, purpose: 'notice_1', language: 'it', itemIds: [first, second] } as const;
    const draft = await book.read((tx) => draftLetter(tx, order));
    const letter = await book.run((tx) => finishLetter(tx, { customerId, ...draft }));
    await book.queue({ customerId, ...draft, ...letter });
    await sendWaiting(book.context, book.scope);
    const mail = await readLetter(Buffer.from(book.smtp.taken.at(-1)?.raw ?? ''));
    const picture = mail.files.find(({ contentId }) => contentId === 'payment-code.png');
    expect(mail.html).toContain('cid:payment-code.png');
    const scanned = linesOf(readQr(pixelsOfPng(picture?.content ?? new Uint8Array())));
    expect(scanned).toEqual([
      ...['BCD', '002', '1', 'SCT', '', 'Società Esempio S.p.A.', 'IT60X0542811101000000123456', 'EUR350.10', ''],
      letter.paymentReference,
    ]);
    const pdf = mail.files.find(({ type }) => type === 'application/pdf');
    expect(linesOf(await scanPdf(pdf?.content ?? new Uint8Array()))).toEqual(scanned);
  });

  it('on a statement of everything asks for everything that is to pay', async () => {
    const [only = ''] = items;
    const statement = await book.read((tx) => statementOf(tx, { customerId, language: 'en', itemIds: [only] }));
    const { content } = await statementFile(statement, 'pdf');
    expect(linesOf(await scanPdf(content)).slice(7)).toEqual(['EUR100.10', '', statement.reference]);
  });
});

/** What a phone sees on the first page that has a picture. */
async function scanPdf(pdf: Uint8Array): Promise<string> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const page = await document.getPage(1);
  const { fnArray, argsArray } = await page.getOperatorList();
  const at = fnArray.indexOf(OPS.paintImageXObject);
  const name = String((argsArray[at] as unknown[])[0]);
  const image = await new Promise<{ width: number; height: number; kind: number; data: Uint8Array }>((resolve) =>
    page.objs.get(name, resolve),
  );
  const { width, height, kind, data } = image;
  const stride = Math.ceil(width / 8);
  const channels = kind === 2 ? 3 : 4;
  const isDark = (x: number, y: number): boolean =>
    kind === 1
      ? (((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) === 0
      : (data[(y * width + x) * channels] ?? 255) < 128;
  return readQr({ width, height, isDark });
}
