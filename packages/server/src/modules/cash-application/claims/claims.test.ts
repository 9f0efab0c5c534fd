import { addDays } from '@quittance/core/calendar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { type CashBook, openCashBook, TODAY } from '../cash-application.fixture.ts';
import { standingClaims } from './claims.queries.ts';
import { claimReceipt, releaseReceipt, takeReceiptOver } from './claims.usecase.ts';

let book: CashBook;
let anna: Scope;
let bruno: Scope;
let receipt: string;

beforeAll(async () => {
  book = await openCashBook();
  anna = { ...book.scope, actor: { id: newId(), name: 'Anna' } };
  bruno = { ...book.scope, actor: { id: newId(), name: 'Bruno' } };
  receipt = await book.receive({ amount: '100.00' });
});
afterAll(() => book.drop());

const atIt = async () => (await book.read((tx) => standingClaims(tx, 10))).map(({ byName }) => byName);

it('who comes first is at the receipt; the second is told who and since when', async () => {
  const first = await claimReceipt(book.database, anna, receipt);
  const second = await claimReceipt(book.database, bruno, receipt);
  expect(first.isMine).toBe(true);
  expect(second).toEqual({ claim: first.claim, isMine: false });
  expect(await atIt()).toEqual(['Anna']);
});

it('work renews the claim, and it began when it began', async () => {
  const before = await claimReceipt(book.database, anna, receipt);
  const again = await claimReceipt(book.database, anna, receipt);
  expect(again.claim.since).toBe(before.claim.since);
  expect(again.claim.expiresAt >= before.claim.expiresAt).toBe(true);
});

it('it is taken over with a word that the audit trail keeps, and only who is at it lets go', async () => {
  const command = { action: 'cash.take_over', body: { receipt } };
  const taken = await takeReceiptOver(book.database, bruno, {
    receiptId: receipt,
    reason: 'Anna is at lunch',
    command,
  });
  expect(taken.isMine).toBe(true);
  await releaseReceipt(book.database, anna, receipt);
  expect(await atIt()).toEqual(['Bruno']);
  await releaseReceipt(book.database, bruno, receipt);
  expect(await atIt()).toEqual([]);
});

it('many who come at once are all told the same name', async () => {
  const people = ['Carla', 'Dino', 'Elsa', 'Fritz'].map((name) => ({ ...book.scope, actor: { id: newId(), name } }));
  const answers = await Promise.all(people.map((scope) => claimReceipt(book.database, scope, receipt)));
  expect(new Set(answers.map(({ claim }) => claim.byName)).size).toBe(1);
  expect(answers.filter(({ isMine }) => isMine)).toHaveLength(1);
});

it('a claim that nobody renewed ends by the clock', async () => {
  const other = await book.receive({ amount: '5.00' });
  await claimReceipt(book.database, anna, other);
  book.setToday(addDays(TODAY, 1));
  expect(await atIt()).toEqual([]);
  expect((await claimReceipt(book.database, bruno, other)).isMine).toBe(true);
});
