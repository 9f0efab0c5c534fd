import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { type CashRoutes, serveCashRoutes } from '../cash-routes.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';

let book: CashBook;
let routes: CashRoutes;
let acme: string;

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  routes = await serveCashRoutes(book);
});
afterAll(async () => {
  await routes.close();
  expect(routes.crashes).toEqual([]);
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

const ask: CashRoutes['ask'] = (...asked) => routes.ask(...asked);

it('the expert proposes and tries, the manager switches on and goes back, the analyst only reads', async () => {
  await book.owe({ customerId: acme, number: '4711001', amount: '100.00' });
  await book.receive({ amount: '100.00', text: 'INVOICE 4711001' });
  await applyUnapplied(book.database, book.scope);
  const changes = { rulesOff: ['cited_and_exact', 'number_and_amount_confirm_each_other'], limits: {}, deductions: {} };
  const proposal = { changes, reason: 'month end' };
  expect((await ask('POST', '/cash/policies', proposal)).status).toBe(403);
  expect((await ask('POST', '/cash/policies', proposal, 'expert')).body).toEqual({ number: 1 });
  expect((await ask('POST', '/cash/policies/1/trials', {}, 'cash_analyst')).status).toBe(403);
  const { id } = (await ask('POST', '/cash/policies/1/trials', {}, 'expert')).body;
  await expect
    .poll(async () => (await ask('GET', '/cash/policies')).body.versions[0].trial, { timeout: 50_000 })
    .toMatchObject({
      id,
      state: 'done',
      isStillTrue: true,
      receiptsKnown: 1,
      receiptsDone: 1,
      fewer: 1,
      differencesCount: 1,
    });
  const differing = await ask('GET', `/cash/policy-trials/${id}/differences?kind=fewer`);
  expect(differing.body.rows).toMatchObject([
    { kind: 'fewer', queue: 'posted', amount: { amount: '100.00', currency: 'EUR' }, now: { rule: 'cited_and_exact' } },
  ]);
  expect((await ask('GET', `/cash/policy-trials/${id}/differences?isOtherwise=true`)).body.rows).toEqual([]);
  expect((await ask('POST', `/cash/policy-trials/${id}/cancel`, {}, 'expert')).body.code).toBe('trial_has_ended');
  expect((await ask('POST', `/cash/policy-trials/${id}/resume`, {}, 'expert')).body.code).toBe('trial_is_done');
  expect((await ask('POST', '/cash/policies/in-force', { number: 1 }, 'expert')).status).toBe(403);
  expect((await ask('POST', '/cash/policies/in-force', { number: 1 }, 'manager')).body).toEqual({ number: 1 });
  const { body } = await ask('GET', '/cash/policies');
  expect(body).toMatchObject({ inForce: 1, versions: [{ number: 1, changes, trial: { fewer: 1 } }] });
  expect((await ask('POST', '/cash/policies/in-force', { number: 0, reason: 'over' }, 'manager')).status).toBe(200);
});
