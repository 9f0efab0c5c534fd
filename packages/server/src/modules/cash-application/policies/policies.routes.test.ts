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
  const tried = await ask('POST', '/cash/policies/1/trials', {}, 'expert');
  expect(tried.body).toMatchObject({ receipts: 1, fewer: 1, differencesCount: 1 });
  expect((await ask('POST', '/cash/policies/in-force', { number: 1 }, 'expert')).status).toBe(403);
  expect((await ask('POST', '/cash/policies/in-force', { number: 1 }, 'manager')).body).toEqual({ number: 1 });
  const { body } = await ask('GET', '/cash/policies');
  expect(body).toMatchObject({ inForce: 1, versions: [{ number: 1, changes, trial: { fewer: 1 } }] });
  expect((await ask('POST', '/cash/policies/in-force', { number: 0, reason: 'over' }, 'manager')).status).toBe(200);
});
