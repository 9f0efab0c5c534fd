/** Items that moved to another customer or due date, and what is undone across those moves. */
import { localDate } from '@quittance/core/calendar';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../../platform/testing/ledger-book.ts';
import { type Poster, posterAt } from './poster.ts';

let testDatabase: TestDatabase;
let book: TestBook;
let post: Poster;
let acme: string;
let books = 0;

beforeEach(async () => {
  testDatabase ??= await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: localDate('2026-06-30'), code: `M${++books}` });
  post = posterAt(book);
  acme = await book.addCustomer('C1', 'Acme');
});
afterEach(async () => {
  expect(await post.broken()).toEqual([]);
  await book.close();
});
afterAll(() => testDatabase.drop());

const DAYS = ['2026-01-05', '2026-01-15', '2026-01-25', '2026-02-15', '2026-06-30'];

async function nothingIsOpen() {
  for (const day of DAYS) expect(await post.agingByCustomer(day), day).toEqual([]);
}

describe('undone across moves', () => {
  it('a re-dated invoice is reversed with its change of date: nothing is left on either date', async () => {
    const invoice = await post.invoice({ customerId: acme, issuedOn: '2026-01-01', dueOn: '2026-01-31' });
    await post.redate(invoice, '2026-02-28', '2026-01-20');
    await post.undo(invoice.entryId, { withDependents: true });
    await nothingIsOpen();
  });

  it('an invoice that was re-dated twice is reversed with both changes', async () => {
    const invoice = await post.invoice({ customerId: acme, issuedOn: '2026-01-01', dueOn: '2026-01-31' });
    await post.redate(invoice, '2026-02-28', '2026-01-10');
    await post.redate(invoice, '2026-03-31', '2026-01-20');
    await post.undo(invoice.entryId, { withDependents: true });
    await nothingIsOpen();
  });

  it('a receipt that was identified on its day is reversed with its identification', async () => {
    const receipt = await post.receipt({ customerId: book.unidentifiedId, issuedOn: '2026-01-10' });
    await post.identify(receipt, acme, '2026-01-10');
    await post.undo(receipt.entryId, { withDependents: true });
    await nothingIsOpen();
  });

  it('an identified and applied receipt bounces: all of it is undone on the day it bounced', async () => {
    const invoice = await post.invoice({ customerId: acme, issuedOn: '2026-01-01', dueOn: '2026-01-31' });
    const receipt = await post.receipt({ customerId: book.unidentifiedId, issuedOn: '2026-01-10' });
    await post.identify(receipt, acme, '2026-01-12');
    await post.apply(receipt, invoice, 4_000n, '2026-01-14');
    await post.redate(invoice, '2026-03-31', '2026-01-20');
    await post.undo(receipt.entryId, { withDependents: true, on: '2026-02-10' });
    expect(await post.agingByCustomer('2026-02-15')).toMatchObject([{ notDueMinor: 10_000n, unappliedMinor: 0n }]);
    expect(await post.agingByCustomer('2026-01-15')).toMatchObject([{ notDueMinor: 6_000n, unappliedMinor: -6_000n }]);
  });

  it('two changes of date are undone one after the other, the last first', async () => {
    const invoice = await post.invoice({ customerId: acme, issuedOn: '2026-01-01', dueOn: '2026-01-31' });
    const first = await post.redate(invoice, '2026-02-28', '2026-01-10');
    const second = await post.redate(invoice, '2026-03-31', '2026-01-20');
    await expect(post.undo(first)).rejects.toMatchObject({ code: 'position_moved_later' });
    await post.undo(second);
    await post.undo(first);
    expect(await post.agingByCustomer('2026-02-15')).toMatchObject([{ bucketsMinor: [10_000n, 0n, 0n, 0n] }]);
    await post.redate(invoice, '2026-04-30', '2026-01-15'); // as if neither had been
    expect(await post.agingByCustomer('2026-02-15')).toMatchObject([{ notDueMinor: 10_000n }]);
  });

  it('a change of date that was undone on a later day leaves the time between as it was', async () => {
    const invoice = await post.invoice({ customerId: acme, issuedOn: '2026-01-01', dueOn: '2026-01-10' });
    const first = await post.redate(invoice, '2026-02-28', '2026-01-12');
    const second = await post.redate(invoice, '2026-03-31', '2026-01-20');
    await post.undo(second, { on: '2026-03-10' });
    await expect(post.undo(first, { on: '2026-02-01' })).rejects.toMatchObject({ code: 'position_moved_later' });
    const receipt = await post.receipt({ customerId: acme, amountMinor: 4_000n, issuedOn: '2026-01-02' });
    await post.apply(receipt, invoice, 4_000n, '2026-01-15');
    expect(await post.agingByCustomer('2026-01-15')).toMatchObject([{ notDueMinor: 6_000n }]);
    expect(await post.agingByCustomer('2026-03-05')).toMatchObject([{ notDueMinor: 6_000n }]);
    expect(await post.agingByCustomer('2026-03-15')).toMatchObject([{ bucketsMinor: [6_000n, 0n, 0n, 0n] }]);
    await post.undo(first, { on: '2026-03-12' });
    expect(await post.agingByCustomer('2026-03-15')).toMatchObject([{ bucketsMinor: [0n, 0n, 6_000n, 0n] }]);
  });

  it('going there, back and there again: only the last of the three can be undone', async () => {
    const invoice = await post.invoice({ customerId: acme, issuedOn: '2026-01-01', dueOn: '2026-01-31' });
    const there = await post.redate(invoice, '2026-02-28', '2026-01-10');
    await post.redate(invoice, '2026-01-31', '2026-01-10');
    await post.redate(invoice, '2026-02-28', '2026-01-10');
    await expect(post.undo(there)).rejects.toMatchObject({ code: 'position_moved_later' });
  });
});

describe('who holds a moved item', () => {
  it('aging by item names the customer on whose account the receipt stood that day', async () => {
    const customers = [acme];
    for (let count = 2; count <= 6; count++) customers.push(await book.addCustomer(`C${count}`));
    for (const customerId of customers) {
      const receipt = await post.receipt({ customerId: book.unidentifiedId, issuedOn: '2026-01-10' });
      await post.identify(receipt, customerId, '2026-01-20');
      const byItem = async (day: string) => (await post.agingByItem(day)).find((row) => row.key === receipt.itemId);
      expect(await byItem('2026-01-15')).toMatchObject({ customerId: book.unidentifiedId });
      expect(await byItem('2026-06-29')).toMatchObject({ customerId });
    }
  });

  it('refuses to identify a receipt as a customer that does not exist', async () => {
    const receipt = await post.receipt({ customerId: book.unidentifiedId, issuedOn: '2026-01-10' });
    const unknown = '00000000-0000-7000-8000-000000000000';
    await expect(post.identify(receipt, unknown, '2026-01-20')).rejects.toMatchObject({ code: 'not_found' });
  });
});
