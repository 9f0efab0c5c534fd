import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';
import { newId } from '../../platform/ids.ts';
import { insertCustomers } from '../customers/index.ts';
import { saveRoles } from '../identity/people.queries.ts';

let test: TestApp;
let group: Caller;
let itemId = '';
const customerId = newId();

beforeAll(async () => {
  test = await openTestApp();
  const [italy, germany] = [await test.addCompany('IT01'), await test.addCompany('DE01')];
  await test.addCompany('FR01');
  const { database } = test.app.services;
  await database.write({ company: italy, actor: test.operator }, (tx) =>
    insertCustomers(tx, [{ id: customerId, number: '4711', name: 'Vetreria Lombarda' }], null),
  );
  group = await test.signIn('Greta', italy, 'manager');
  await database.write({ company: germany, actor: test.operator }, (tx) => saveRoles(tx, group.id, ['manager']));
  const receipt = { kind: 'receipt', number: 'R-1', customerId, issuedOn: '2026-02-10' };
  const instalments = [{ dueOn: '2026-02-10', amount: { amount: '900.00', currency: 'EUR' } }];
  const posted = await group.send('POST', '/companies/IT01/documents', { ...receipt, instalments });
  itemId = String((posted.body.itemIds as string[])[0]);
});
afterAll(() => test.close());

const send = (body: object, key?: string) =>
  group.send(
    'POST',
    `/companies/IT01/items/${itemId}/transfer`,
    { toCompany: 'DE01', amount: { amount: '400.00', currency: 'EUR' }, reason: 'paid to the wrong company', ...body },
    key === undefined ? {} : { 'idempotency-key': key },
  );
const brokenRules = async (code: string) =>
  ((await group.get(`/companies/${code}/verify`)).body as unknown as { ok: boolean }[]).filter((rule) => !rule.ok);

describe('a receipt for another company', () => {
  it('leaves here and arrives there with one event, once, however often it is sent', async () => {
    const sent = await send({}, 'transfer-1');
    expect(sent).toMatchObject({ status: 201, body: { isPaired: true } });
    expect((await send({}, 'transfer-1')).body).toEqual(sent.body);
    const { eventId } = sent.body;
    const amount = { amount: '400.00', currency: 'EUR' };
    const there = (await group.get('/companies/DE01/transfers')).body.rows;
    expect(there).toMatchObject([
      { eventId, direction: 'in', otherCompany: 'IT01', amount, itemNumber: 'IT01-R-1', isPaired: true },
    ]);
    expect((await group.get('/companies/IT01/transfers')).body.rows).toMatchObject([
      { eventId, direction: 'out', otherCompany: 'DE01', amount, itemId, reason: 'paid to the wrong company' },
    ]);
    expect((await group.get(`/companies/IT01/items/${itemId}`)).body.open).toEqual({ ...amount, amount: '-500.00' });
    expect((await group.get(`/companies/DE01/items/${there[0]?.itemId}`)).body.open).toEqual({
      ...amount,
      amount: '-400.00',
    });
    expect([...(await brokenRules('IT01')), ...(await brokenRules('DE01'))]).toEqual([]);
  });

  it.each([
    ['a company one does not work in', { toCompany: 'FR01' }, 'company_not_found'],
    ['a company that is not there', { toCompany: 'XX01' }, 'company_not_found'],
    ['the company it is in', { toCompany: 'IT01' }, 'transfer_to_itself'],
    ['more than is open', { amount: { amount: '500.01', currency: 'EUR' } }, 'open_amount_exceeded'],
    ['another currency', { amount: { amount: '1.00', currency: 'USD' } }, 'currencies_differ'],
    ['a day to come', { effectiveOn: '2026-03-03' }, 'dated_in_future'],
  ])('is not sent: %s', async (_, body, code) => {
    expect((await send(body)).body.code).toBe(code);
  });
});
