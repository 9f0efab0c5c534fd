import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { type CashBook, openCashBook } from '../cash-application.fixture.ts';
import { type CashRoutes, serveCashRoutes } from '../cash-routes.fixture.ts';

let book: CashBook;
let routes: CashRoutes;
let receipt: string;
const bruno = { id: newId(), name: 'Bruno' };

beforeAll(async () => {
  book = await openCashBook();
  const acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  await book.owe({ customerId: acme, number: '7100001', amount: '100.00' });
  await book.owe({ customerId: acme, number: '7100002', amount: '212.34' });
  receipt = await book.receive({ amount: '77.10', payer: 'ACME MANUFACTURING GMBH' });
  routes = await serveCashRoutes(book, { others: { bruno } });
  await ask('POST', '/cash-application/run');
});
afterAll(async () => {
  await routes.close();
  await book.drop();
});

const ask: CashRoutes['ask'] = (...asked) => routes.ask(...asked);

describe('the cash desk through the API', () => {
  it('tells what waits, for what reason, and until when', async () => {
    const { body } = await ask('GET', '/receipt-queues');
    const exceptions = body.queues.find((one: { queue: string }) => one.queue === 'exceptions');
    const open = [{ amount: '77.10', currency: 'EUR' }];
    expect(exceptions).toMatchObject({
      count: 1,
      lateCount: 0,
      open,
      reasons: [{ questionCode: 'which_items', open }],
    });
    expect(body.today).toEqual({ byItself: 0, all: 1 });
    const list = await ask('GET', '/receipts?queue=exceptions&question=which_items');
    expect(list.body.rows).toMatchObject([{ id: receipt, questionCode: 'which_items', asked: null }]);
    expect(list.body.rows[0].dueAt).toMatch(/^2026-11-23T12/);
  });

  it('finds items by what is typed, and a list of references at once', async () => {
    expect((await ask('GET', `/receipts/${receipt}/items?search=7100002`)).body.rows).toMatchObject([
      { number: '7100002', open: { amount: '212.34', currency: 'EUR' }, customerName: 'ACME Manufacturing GmbH' },
    ]);
    const found = await ask('POST', `/receipts/${receipt}/references`, { references: ['710-0001', '555'] });
    expect(found.body.items).toMatchObject([{ number: '7100001' }]);
    expect(found.body.references).toMatchObject([{ itemIds: [found.body.items[0].id] }, { itemIds: [] }]);
    expect((await ask('POST', `/receipts/${receipt}/references`, { references: [] })).status).toBe(400);
  });

  it('says who is at a receipt, and hands it over with a word', async () => {
    expect((await ask('POST', `/receipts/${receipt}/claim`)).body).toMatchObject({ isMine: true });
    const second = await ask('POST', `/receipts/${receipt}/claim`, undefined, 'bruno');
    expect(second.body).toMatchObject({ isMine: false, byName: 'Test Analyst' });
    expect((await ask('POST', `/receipts/${receipt}/take-over`, { reason: ' ' }, 'bruno')).status).toBe(400);
    const taken = await ask('POST', `/receipts/${receipt}/take-over`, { reason: 'you are away' }, 'bruno');
    expect(taken.body).toMatchObject({ isMine: true, byName: 'Bruno' });
    expect((await ask('GET', '/receipt-claims')).body.rows).toMatchObject([{ receiptId: receipt, isMine: false }]);
    expect((await ask('POST', `/receipts/${receipt}/release`, undefined, 'bruno')).status).toBe(204);
    expect((await ask('GET', '/receipt-claims')).body.rows).toEqual([]);
  });

  it('keeps what was asked and what was answered', async () => {
    const message = {
      customerId: null,
      questionCode: 'which_items',
      language: 'en',
      address: '',
      subject: 'S',
      body: 'B',
    };
    expect((await ask('POST', `/receipts/${receipt}/questions`, message)).status).toBe(200);
    expect((await ask('GET', `/receipts/${receipt}`)).body).toMatchObject({
      asked: { byName: 'Test Analyst' },
      questions: [{ subject: 'S', answeredAt: null }],
    });
    expect((await ask('POST', `/receipts/${receipt}/answer`, { answer: '7100001' })).status).toBe(204);
    expect((await ask('POST', `/receipts/${receipt}/answer`, { answer: 'again' })).body.code).toBe('nothing_was_asked');
    expect((await ask('GET', `/receipts/${receipt}`)).body).toMatchObject({
      asked: null,
      questions: [{ answer: '7100001' }],
    });
  });
});
