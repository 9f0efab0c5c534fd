import { NO_CHANGES } from '@quittance/core/cash-policy';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { loadPolicies, proposePolicy, switchPolicy } from './policies.usecase.ts';
import { tryPolicy } from './try-policy.usecase.ts';

let book: CashBook;
beforeAll(async () => {
  book = await openCashBook();
});
afterAll(() => book.drop());

const RULES_OFF = ['cited_and_exact', 'number_and_amount_confirm_each_other'];
const propose = (rulesOff: readonly string[]) =>
  proposePolicy(book.database, book.scope, {
    changes: { ...NO_CHANGES, rulesOff },
    reason: 'to be tried',
    command: { action: 'cash.policy_propose', body: rulesOff },
  });
const tryIt = (number: number) =>
  tryPolicy(book.database, book.scope, { number, command: { action: 'cash.policy_try', body: number } });

it('without receipts there is nothing to try', async () => {
  const { number } = await propose([]);
  await expect(tryIt(number)).rejects.toMatchObject({ code: 'trial_without_receipts' });
});

it('two that posted would have waited; nothing is posted by trying, and the version may then be switched on without more words', async () => {
  const customerId = await book.addCustomer('C-1');
  for (const number of ['4711001', '4711002']) {
    await book.owe({ customerId, number, amount: '100.00' });
    await book.receive({ amount: '100.00', text: `INVOICE ${number}` });
    await applyUnapplied(book.database, book.scope);
  }
  const same = await tryIt((await propose([])).number);
  expect(same.result).toMatchObject({ receipts: 2, now: { posted: 2, otherwise: 0 }, differencesCount: 0 });

  const { number } = await propose(RULES_OFF);
  const { result } = await tryIt(number);
  expect(result).toMatchObject({
    receipts: 2,
    now: { posted: 2, otherwise: 0 },
    proposed: { posted: 0, otherwise: 0 },
    more: { posted: 0 },
    fewer: 2,
  });
  expect(result.differences[0]).toMatchObject({
    now: { posts: true, rule: 'cited_and_exact', allocations: [{ number: '4711001', amount: '100.00' }] },
    proposed: { posts: false },
    done: { allocations: [{ number: '4711001', amount: '100.00' }] },
  });
  const command = { action: 'cash.policy_switch', body: number };
  await switchPolicy(book.database, book.scope, { number, reason: null, command });
  expect((await book.read(loadPolicies)).inForce).toBe(number);
  expect(await book.broken()).toEqual([]);
});
