import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../../platform/testing/ledger-book.ts';
import { importFile } from '../import-file.usecase.ts';

let testDatabase: TestDatabase;
let book: TestBook;
let count = 0;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: localDate('2026-04-01'), connectionsMax: 6 });
});
afterAll(async () => {
  await book.close();
  await testDatabase.drop();
});

/** One line of 1,000.00 for the number that is given. A blank line makes each file another one. */
async function bring(payer: string | null, number: string) {
  const head = [...(payer === null ? [] : [`Payer: ${payer}`]), 'Payment date: 2026-03-20'];
  const text = [...head, 'Invoice;Gross;Paid', `${number};1000,00;1000,00`, '\n'.repeat(count++)].join('\n');
  const content = (async function* () {
    yield Buffer.from(text);
  })();
  const { batch } = await importFile(book, book.scope, { fileName: `a${count}.csv`, content, upTo: 'all' });
  return { status: batch.status, added: batch.added, unchanged: batch.unchanged };
}

it('two payers who say the same are two advices: neither is lost', async () => {
  expect(await bring('ALDER FOODS LTD', 'A-1')).toMatchObject({ added: 1 });
  expect(await bring('Birch & Sons', 'A-1')).toMatchObject({ added: 1 });
  expect(await bring('Cedar SpA', 'A-1')).toMatchObject({ added: 1 });
  expect(await bring('Birch & Sons', 'A-1')).toMatchObject({ added: 0, unchanged: 1 });
});

it('the same payer’s comes once, spelled longer too, and one that names nobody adds nothing', async () => {
  expect(await bring('ALDER FOODS', 'A-2')).toMatchObject({ added: 1 });
  expect(await bring('ALDER FOODS Ltd.', 'A-2')).toMatchObject({ added: 0, unchanged: 1 });
  expect(await bring(null, 'A-2')).toMatchObject({ added: 0, unchanged: 1 });
});

it('one that names nobody does not keep out the payer’s own', async () => {
  expect(await bring(null, 'A-3')).toMatchObject({ added: 1 });
  expect(await bring('ALDER FOODS LTD', 'A-3')).toMatchObject({ added: 1 });
  expect(await bring('ALDER FOODS LTD', 'A-3')).toMatchObject({ added: 0, unchanged: 1 });
});
