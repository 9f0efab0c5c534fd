import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveRate } from '../../ledger/index.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { findReferencesFor, searchItemsFor } from './find-items.usecase.ts';

let book: CashBook;
let receipt: string;

beforeAll(async () => {
  book = await openCashBook();
  const acme = await book.addCustomer('C-1', 'ACME');
  const other = await book.addCustomer('C-2', 'Brown Ltd');
  await book.owe({ customerId: acme, number: 'INV-2026/00123', amount: '1234.56' });
  await book.owe({ customerId: other, number: '4711009', amount: '80.00', purchaseOrder: 'PO-77001' });
  await book.run((tx) => saveRate(tx, { currency: 'USD', quotedOn: localDate('2026-10-01'), rate: '0.90' }));
  await book.owe({ customerId: other, number: '8820001', amount: '90.00', currency: 'USD' });
  receipt = await book.receive({ amount: '500.00' });
});
afterAll(() => book.drop());

describe('an item that is not in sight', () => {
  const found = async (words: string, isInOther = false) =>
    (await book.read((tx) => searchItemsFor(tx, receipt, { words, isInOther }))).map(({ number }) => number);

  it.each([
    ['its number, written otherwise', 'inv 2026 123', 'INV-2026/00123'],
    ['the beginning of its number', '47110', '4711009'],
    ['the end of its number', '009', '4711009'],
    ['a purchase order of another customer', 'po77001', '4711009'],
    ['its amount, as Italians write it', '1.234,56', 'INV-2026/00123'],
    ['its amount, as the English write it', '1,234.56', 'INV-2026/00123'],
  ])('is found by %s', async (_how, words, number) => {
    expect(await found(words)).toEqual([number]);
  });

  it('in another currency is found by its number when that is asked for, and only then', async () => {
    expect(await found('4711009', true)).toEqual([]);
    expect([await found('8820001'), await found('8820001', true)]).toEqual([[], ['8820001']]);
  });

  it('a list of references is found at once; what no item carries stands empty', async () => {
    const answer = await book.read((tx) =>
      findReferencesFor(tx, receipt, ['2026/123', 'PO 77001', '9999999', 'Total']),
    );
    expect(answer.references.map(({ reference, itemIds }) => [reference, itemIds.length])).toEqual([
      ['2026/123', 1],
      ['PO 77001', 1],
      ['9999999', 0],
      ['Total', 0],
    ]);
    expect(answer.items.map(({ number }) => number).sort()).toEqual(['4711009', 'INV-2026/00123']);
  });
});
