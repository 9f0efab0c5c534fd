import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { newId } from '../../../platform/ids.ts';
import { holdsOfItems, reverseEntry } from '../../ledger/index.ts';
import { applyReceipt } from '../acts/receipt-acts.usecase.ts';
import { type CashBook, minor, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';

let book: CashBook;
let acme: string;
let invoice: string;
let receipt: string;
let entryIds: readonly string[];

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
});
afterAll(async () => {
  await book.drop();
});

/** An invoice of 200.00 paid 150.00, less 10.00 charges and 40.00 for damage. */
async function shortPayment(number: string): Promise<void> {
  invoice = await book.owe({ customerId: acme, number, amount: '200.00' });
  receipt = await book.receive({ amount: '150.00' });
  const of = (amount: string) => ({ itemId: invoice, amountMinor: minor(amount), currency: 'EUR' });
  ({ entryIds } = await applyReceipt(book.database, book.scope, {
    receiptId: receipt,
    customerId: acme,
    allocations: [of('150.00')],
    deductions: [
      { ...of('10.00'), reason: 'bank_fee' },
      { ...of('40.00'), reason: 'damage' },
    ],
    command: { action: 'test', body: newId() },
  }));
  expect(await book.open(invoice)).toBe('40.00 of C-1');
}

const reverse = (entryId: string) =>
  book.run((tx) => reverseEntry(tx, { entryId, withDependents: true, reason: 'bounced' }));
const applicationOf = async (ids: readonly string[]) => {
  const found = await book.read((tx) =>
    tx.one<{ id: string }>(
      sql`select id from entry where company_id = ${tx.company.id} and id = any(${ids}::uuid[]) and kind = 'application'`,
    ),
  );
  return found.id;
};
const holds = async () => (await book.read((tx) => holdsOfItems(tx, [invoice]))).map(({ kind }) => kind);

describe('deductions whose ground was taken away elsewhere', () => {
  it('the application reversed in the ledger: the charges fall with it, the next run withdraws the claim', async () => {
    await shortPayment('7300001');
    await reverse(await applicationOf(entryIds));
    expect(await book.open(invoice)).toBe('200.00 of C-1');
    await applyUnapplied(book.database, book.scope, { receiptIds: [] });
    expect(await book.deductions(receipt)).toEqual([]);
    expect(await holds()).toEqual([]);
    expect(await book.broken()).toEqual([]);
  });

  it('applied to another invoice before the next run: what was deducted there stands', async () => {
    await shortPayment('7300003');
    await reverse(await applicationOf(entryIds));
    const other = await book.owe({ customerId: acme, number: '7300004', amount: '155.00' });
    const of = (amount: string) => ({ itemId: other, amountMinor: minor(amount), currency: 'EUR' });
    await applyReceipt(book.database, book.scope, {
      receiptId: receipt,
      customerId: acme,
      allocations: [of('150.00')],
      deductions: [{ ...of('5.00'), reason: 'bank_fee' }],
      command: { action: 'test', body: newId() },
    });
    await applyUnapplied(book.database, book.scope, { receiptIds: [] });
    expect(await book.deductions(receipt)).toEqual(['7300004 5.00 bank_fee posted']);
    expect([await book.open(invoice), await book.open(other)]).toEqual(['200.00 of C-1', '0.00 of C-1']);
    expect(await holds()).toEqual([]);
    expect(await book.broken()).toEqual([]);
  });

  it('the receipt cancelled, since the bank took it back: all of it goes', async () => {
    await shortPayment('7300002');
    const opening = await book.read((tx) =>
      tx.one<{ id: string }>(
        sql`select opening_entry_id as id from item where company_id = ${tx.company.id} and id = ${receipt}`,
      ),
    );
    await reverse(opening.id);
    await applyUnapplied(book.database, book.scope, { receiptIds: [] });
    expect(await book.open(invoice)).toBe('200.00 of C-1');
    expect(await book.deductions(receipt)).toEqual([]);
    expect(await holds()).toEqual([]);
    expect(await book.broken()).toEqual([]);
  });
});
