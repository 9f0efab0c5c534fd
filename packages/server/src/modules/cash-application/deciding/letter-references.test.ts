import { printedReference } from '@quittance/core/payment-reference';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { finishLetter } from '../../correspondence/index.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';

let book: CashBook;
beforeAll(async () => {
  book = await openCashBook();
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

/** A letter about invoices of these numbers and amounts. */
async function letterAbout(customer: string, ...invoices: readonly (readonly [string, string])[]) {
  const customerId = await book.addCustomer(customer);
  const itemIds: string[] = [];
  for (const [number, amount] of invoices) itemIds.push(await book.owe({ customerId, number, amount }));
  const letter = { customerId, body: 'Please pay.\n\n[[payment]]', language: 'en', itemIds } as const;
  const { paymentReference } = await book.run((tx) => finishLetter(tx, letter));
  return { itemIds, reference: paymentReference ?? '' };
}

const opens = async (itemIds: readonly string[]): Promise<string[]> => Promise.all(itemIds.map((id) => book.open(id)));

it('who pays a letter about three invoices under its reference alone is booked by itself', async () => {
  const { itemIds, reference } = await letterAbout(
    'C-9',
    ['A-70001', '100.00'],
    ['A-70002', '250.50'],
    ['A-70003', '49.50'],
  );
  expect(reference).toMatch(/^RF\d{2}QS10000001$/);
  const receipt = await book.receive({ amount: '400.00', text: [reference], payer: 'SOMEBODY LTD' });
  await applyUnapplied(book.database, book.scope, { receiptIds: [receipt] });
  expect(await opens(itemIds)).toEqual(['0.00 of C-9', '0.00 of C-9', '0.00 of C-9']);
  const decision = await book.decision(receipt);
  expect(decision).toMatchObject({ state: 'posted', rule: 'cited_and_exact' });
  expect(decision.sentence).toContain(`Cites 3 open items by whole number (${reference}); the check digits`);
});

it('written in groups of four, as it stands in the letter, it is read the same', async () => {
  const { itemIds, reference } = await letterAbout('C-10', ['B-81001', '10.00'], ['B-81002', '20.00']);
  const receipt = await book.receive({ amount: '30.00', text: [`YOUR REF ${printedReference(reference)}`] });
  await applyUnapplied(book.database, book.scope, { receiptIds: [receipt] });
  expect(await opens(itemIds)).toEqual(['0.00 of C-10', '0.00 of C-10']);
});

it('with less than the letter asks for it waits for a person, and posts nothing', async () => {
  const { itemIds, reference } = await letterAbout('C-11', ['D-91001', '60.00'], ['D-91002', '40.00']);
  const receipt = await book.receive({ amount: '77.77', text: [reference] });
  await applyUnapplied(book.database, book.scope, { receiptIds: [receipt] });
  expect(await opens(itemIds)).toEqual(['60.00 of C-11', '40.00 of C-11']);
  expect(await book.decision(receipt)).toMatchObject({ state: 'waiting' });
});
