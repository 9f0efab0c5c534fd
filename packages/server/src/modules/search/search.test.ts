import type { Permission } from '@quittance/core/permissions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CashBook, minor, openCashBook } from '../cash-application/cash-application.fixture.ts';
import { applyCredits } from '../ledger/index.ts';
import { searchEverything } from './index.ts';

const EVERYTHING: ReadonlySet<Permission> = new Set(['ledger.read', 'customers.read', 'cash.read']);
let book: CashBook;

beforeAll(async () => {
  book = await openCashBook();
  const rossi = await book.addCustomer('C-100', 'Rossi Forniture S.r.l.');
  const kaufmann = await book.addCustomer('C-200', 'Kaufmann GmbH');
  await book.owe({ customerId: rossi, number: 'INV-2026/00471', amount: '1234.56' });
  await book.owe({ customerId: rossi, number: 'INV-2026/01471', amount: '1000.00' });
  await book.owe({ customerId: kaufmann, number: '990471', amount: '77.10' });
  await book.receive({ amount: '1234.56', payer: 'ROSSI FORNITURE SRL', number: 'R-1' });
});
afterAll(() => book.drop());

const find = (typed: string, permissions = EVERYTHING) =>
  searchEverything(book.database, book.scope, { typed, permissions });
const numbers = async (typed: string) =>
  (await find(typed)).items.map(({ number, foundBy }) => `${number} by ${foundBy}`);

describe('the search over everything', () => {
  it('finds an item by its number as anybody writes it, and by how it begins', async () => {
    expect(await numbers('inv 2026 00471')).toEqual(['INV-2026/00471 by number']);
    expect(await numbers('INV-2026')).toEqual(['INV-2026/00471 by number', 'INV-2026/01471 by number']);
  });

  it('finds items by their last digits, as they are read out on the telephone', async () => {
    expect((await numbers('471')).sort()).toEqual([
      '990471 by number_end',
      'INV-2026/00471 by number_end',
      'INV-2026/01471 by number_end',
    ]);
    expect(await numbers('0471')).toContain('990471 by number_end');
    expect((await numbers('0471'))[0]).not.toContain('01471');
  });

  it('finds an amount to the cent in any notation: the invoice and the receipt that may pay it', async () => {
    for (const typed of ['1.234,56', '1,234.56', '1234.56', 'EUR 1234,56']) {
      expect((await numbers(typed)).sort(), typed).toEqual(['INV-2026/00471 by amount', 'R-1 by amount']);
    }
    expect(await numbers('1.234,57')).toEqual([]);
  });

  it('finds an item by what it was for and by what is open of it: open, partly paid, paid', async () => {
    const [item] = (await find('77,10')).items;
    expect(item).toMatchObject({ number: '990471', customerName: 'Kaufmann GmbH', openMinor: 7710n });
    const debitItemId = item?.id ?? '';
    const pay = async (amount: string) => {
      const creditItemId = await book.receive({ amount, number: `R-${amount}` });
      const applications = [{ creditItemId, debitItemId, amountMinor: minor(amount) }];
      await book.run((tx) => applyCredits(tx, applications, { effectiveOn: tx.today }));
    };
    await pay('33.33');
    expect(await numbers('77.10')).toEqual(['990471 by amount']);
    expect(await numbers('43.77')).toEqual(['990471 by amount']);
    await pay('43.77');
    expect(await numbers('77.10')).toEqual(['990471 by amount']);
    expect(await numbers('43.77')).toEqual(['R-43.77 by amount']);
  });

  it('finds customers by any part of their name, and receipts by how the payer’s name begins', async () => {
    expect((await find('nitur')).customers.map(({ name }) => name)).toEqual(['Rossi Forniture S.r.l.']);
    expect((await find('rossi for')).receipts).toMatchObject([
      { number: 'R-1', foundIn: 'payer', amountMinor: 123456n },
    ]);
  });

  it('finds nothing that the person may not read, and nothing for nothing', async () => {
    const onlyCustomers = await find('471', new Set(['customers.read'] as const));
    expect([onlyCustomers.items, onlyCustomers.receipts]).toEqual([[], []]);
    expect(await find('  ')).toEqual({ customers: [], items: [], receipts: [] });
  });
});
