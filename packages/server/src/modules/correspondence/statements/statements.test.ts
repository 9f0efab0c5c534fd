import { Workbook } from '@cj-tech-master/excelts';
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLetter } from '../../../platform/mail/index.ts';
import { type MailBook, openMailBook } from '../correspondence.fixture.ts';
import { saveLetterSettings } from '../payment/settings.queries.ts';
import { queueMessage } from '../sending/queue-message.usecase.ts';
import { sendWaiting } from '../sending/send-waiting.usecase.ts';
import { draftLetter, finishLetter } from '../templates/write-letter.usecase.ts';
import { statementOf } from './statement.ts';
import { statementFile } from './statement-file.ts';

let book: MailBook;
let customerId: string;
const items: string[] = [];
beforeAll(async () => {
  book = await openMailBook();
  customerId = await book.addCustomer('C-7');
  const settings = { payeeName: 'Example GmbH', iban: 'DE89370400440532013000', bic: null, signature: 'Example GmbH' };
  await book.run((tx) => saveLetterSettings(tx, settings));
  for (const [number, amount] of [
    ['INV-1', '100.10'],
    ['INV-2', '250.00'],
  ] as const) {
    items.push(await book.owe({ customerId, number, amount }));
  }
});
afterAll(() => book.drop());

const textOf = async (pdf: Uint8Array): Promise<string> => {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const { items: pieces } = await (await document.getPage(1)).getTextContent();
  return pieces
    .map((piece) => ('str' in piece ? piece.str : ''))
    .join(' ')
    .replace(/\s+/g, ' ');
};

describe('the statement of an account', () => {
  it('says what is open, since when, by age and in all', async () => {
    const statement = await book.read((tx) => statementOf(tx, { customerId, language: 'en' }));
    expect(statement.lines).toMatchObject([
      { number: 'INV-1', openMinor: 10_010n, daysLate: 19 },
      { number: 'INV-2', openMinor: 25_000n },
    ]);
    expect(statement.totals).toMatchObject([
      { currency: 'EUR', bucketsMinor: [35_010n, 0n, 0n, 0n], totalMinor: 35_010n },
    ]);
    expect(statement.asked).toEqual({ currency: 'EUR', minor: 35_010n });
  });

  it.each(LETTER_LANGUAGES)('is a PDF and a workbook in %s with the same total', async (language) => {
    const statement = await book.read((tx) => statementOf(tx, { customerId, language }));
    const pdf = await statementFile(statement, 'pdf');
    const text = await textOf(pdf.content);
    expect(text).toContain('INV-2');
    expect(text).toContain(language === 'en' ? '350.10' : '350,10');
    expect(text).toContain('1 / 1');
    const workbook = new Workbook();
    await workbook.xlsx.load(Buffer.from((await statementFile(statement, 'xlsx')).content));
    expect(workbook.worksheets[0]?.getCell('G4').value).toBe(350.1);
  });

  it('goes with the letter, made as it leaves: about what the letter is about, with its reference', async () => {
    const [, second = ''] = items;
    await book.run(async (tx) => {
      const draft = await draftLetter(tx, { customerId, purpose: 'notice_2', language: 'de', itemIds: [second] });
      const finished = await finishLetter(tx, { ...draft, customerId });
      await queueMessage(tx, { ...draft, ...finished, customerId, to: [{ address: 'ada@rossi.example', name: null }] });
    });
    expect(await sendWaiting(book.context, book.scope)).toEqual({ sent: 1, notSent: 0 });
    const letter = await readLetter(Buffer.from(book.smtp.taken[0]?.raw ?? ''));
    const pdf = letter.files.find(({ type }) => type === 'application/pdf');
    expect(pdf?.name).toBe('Kontoauszug C-7 2026-11-20.pdf');
    const text = await textOf(pdf?.content ?? new Uint8Array());
    expect(text).toContain('INV-2');
    expect(text).not.toContain('INV-1');
    expect(text).toMatch(/RF\d\d INV2/);
  });
});
