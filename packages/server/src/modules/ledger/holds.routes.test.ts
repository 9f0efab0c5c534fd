import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';
import { newId } from '../../platform/ids.ts';
import { insertCustomers } from '../customers/index.ts';
import { placeHold } from './index.ts';

let test: TestApp;
let disputes: Caller;
let cash: Caller;
let itemId = '';
const customerId = newId();
const at = (address: string) => `/companies/IT01${address}`;
const place = (address: string, body: object, caller = disputes) => caller.send('POST', at(address), body);

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  const scope = { company, actor: test.operator };
  await test.app.services.database.write(scope, (tx) =>
    insertCustomers(tx, [{ id: customerId, number: '4711', name: 'Vetreria Lombarda' }], null),
  );
  disputes = await test.signIn('Dora', company, 'dispute_analyst');
  cash = await test.signIn('Carlo', company, 'cash_analyst');
  const invoice = { kind: 'invoice', number: 'FV-1', customerId, issuedOn: '2026-01-15' };
  const instalments = [{ dueOn: '2026-02-15', amount: { amount: '1000.00', currency: 'EUR' } }];
  const posted = await place('/documents', { ...invoice, instalments });
  itemId = String((posted.body.itemIds as string[])[0]);
});
afterAll(() => test.close());

describe('a hold', () => {
  let id = '';

  it('on an amount of an item is placed with its reason and seen on the item and on the customer', async () => {
    const body = { kind: 'dispute', reason: 'two panes broken', amount: { amount: '200.00', currency: 'EUR' } };
    const placed = await place(`/items/${itemId}/holds`, body);
    expect(placed.status).toBe(201);
    id = placed.body.id;
    for (const address of [`/items/${itemId}/holds`, `/customers/${customerId}/holds`]) {
      expect((await cash.get(at(address))).body.rows).toMatchObject([
        { id, itemNumber: 'FV-1', ...body, placedBy: 'Dora', untilOn: null, isInForce: true, isPlacedByHand: true },
      ]);
    }
  });

  it('on the customer as a whole concerns each item, until its day', async () => {
    const placed = await place(`/customers/${customerId}/holds`, {
      kind: 'quiet_period',
      reason: 'audit at the customer',
      untilOn: '2026-03-31',
    });
    expect((await cash.get(at(`/items/${itemId}/holds`))).body.rows).toMatchObject([
      { id: placed.body.id, itemId: null, untilOn: '2026-03-31' },
      { id },
    ]);
  });

  it('ends once, with a reason, and is then shown only to who asks for those that are over', async () => {
    expect((await place(`/holds/${id}/release`, { reason: 'credited' })).status).toBe(204);
    expect((await place(`/holds/${id}/release`, { reason: 'credited' })).body.code).toBe('hold_is_released_already');
    expect((await cash.get(at(`/items/${itemId}/holds`))).body.rows).toHaveLength(1);
    const all = (await cash.get(at(`/items/${itemId}/holds?ended=true`))).body.rows;
    expect(all.find((hold) => hold.id === id)).toMatchObject({
      isInForce: false,
      releasedBy: 'Dora',
      releaseReason: 'credited',
    });
    const company = (await test.app.services.operatorScope('IT01')).company;
    const auditor = await test.signIn('Aldo', company, 'auditor');
    const trail = await auditor.get(at(`/audit?subject=item:${itemId}`));
    expect(trail.body.rows.map((event) => event.action)).toEqual(
      expect.arrayContaining(['hold.place', 'hold.release']),
    );
  });

  it('that a waiting proposal keeps is not released by hand', async () => {
    const scope = await test.app.services.operatorScope('IT01');
    const kept = await test.app.services.database.write(scope, (tx) =>
      placeHold(tx, { itemId, customerId, kind: 'waiting_proposal', reason: 'proposal 1' }),
    );
    const refused = await place(`/holds/${kept}/release`, { reason: 'in my way' });
    expect(refused.body).toMatchObject({ status: 409, code: 'hold_is_kept_elsewhere' });
  });

  it.each([
    ['more than is open', { amount: { amount: '1000.01', currency: 'EUR' } }, 'hold_above_open_amount'],
    ['another currency', { amount: { amount: '1.00', currency: 'USD' } }, 'currencies_differ'],
    ['a day that is over', { untilOn: '2026-03-01' }, 'hold_is_over_already'],
    ['no reason', { reason: ' ' }, 'request_invalid'],
  ])('of %s is refused', async (_, fields, code) => {
    const answer = await place(`/items/${itemId}/holds`, { kind: 'dispute', reason: 'broken', ...fields });
    expect(answer.body.code).toBe(code);
  });

  it('needs the permission, and something that is there', async () => {
    const body = { kind: 'other', reason: 'why not' };
    expect((await place(`/items/${itemId}/holds`, body, cash)).body.code).toBe('not_permitted');
    expect((await place(`/items/${newId()}/holds`, body)).status).toBe(404);
    expect((await place(`/customers/${newId()}/holds`, body)).status).toBe(404);
    expect((await place(`/holds/${newId()}/release`, { reason: 'gone' })).status).toBe(404);
  });
});
