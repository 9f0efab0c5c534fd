import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerPool } from '../../platform/database/pool.ts';
import { at, type CustomersDesk, openCustomersDesk } from './customers.fixture.ts';

let desk: CustomersDesk;
beforeAll(async () => {
  desk = await openCustomersDesk();
});
afterAll(() => desk.close());

const IBAN = 'DE89370400440532013000';
const OTHER_IBAN = 'IT60X0542811101000000123456';

describe('a new customer', () => {
  it('is asked for by one person, decided by another, and is there', async () => {
    const asked = await desk.ada.send('POST', at('/customers'), {
      reason: 'first order',
      askedBy: 'Luca Neri',
      channel: 'email',
      customer: {
        number: '4711',
        name: 'Neri Macchine S.r.l.',
        country: 'IT',
        language: 'it',
        timeZone: 'Europe/Rome',
        terms: '30 gg fm',
        taxId: 'IT00743110158',
        creditLimit: { amount: '5000', currency: 'EUR' },
        bankAccounts: [{ account: 'it60 x054 2811 1010 0000 0123 456', holder: 'Neri' }],
      },
    });
    expect(asked.status).toBe(201);
    const path = at(`/customer-requests/${asked.body.id}`);
    const shown = await desk.mia.get(path);
    expect(shown.body).toMatchObject({
      state: 'waiting',
      requestedByName: 'Ada',
      isOwn: false,
      doubts: [{ field: 'taxId', code: 'tax_number_check_digit' }],
      newAccounts: [OTHER_IBAN],
    });
    expect((await desk.mia.send('POST', `${path}/approve`, {})).body.code).toBe('call_back_missing');
    expect((await desk.mia.send('POST', `${path}/call-back`, { note: 'Mr Neri, switchboard: yes' })).status).toBe(204);
    const approved = await desk.mia.send('POST', `${path}/approve`, {});
    expect(approved.status).toBe(200);
    const customer = await desk.ada.get(at(`/customers/${approved.body.customerId}`));
    expect(customer.body).toMatchObject({
      number: '4711',
      terms: '30 gg fm',
      creditLimit: { amount: '5000.00', currency: 'EUR' },
      timeZone: 'Europe/Rome',
    });
    const record = await desk.ada.get(at(`/customers/${approved.body.customerId}/record`));
    expect(record.body.accounts).toMatchObject([
      { account: OTHER_IBAN, holder: 'Neri', origin: 'request', isToReview: false },
    ]);
  });

  it('with a number that is taken is refused at once', async () => {
    await desk.addCustomer('4712');
    const customer = { number: '4712', name: 'Another' };
    const again = await desk.ada.send('POST', at('/customers'), { reason: 'x', customer });
    expect(again).toMatchObject({ status: 409, body: { code: 'customer_number_is_unique' } });
  });
});

describe('a change under four eyes', () => {
  it('shows exactly what was and what shall be, and is carried out whole', async () => {
    const id = await desk.addCustomer('5001', { name: 'Verdi', bankAccounts: [{ account: IBAN }] });
    const asked = await desk.askForChange(
      id,
      { name: 'Verdi S.p.A.', bankAccounts: [{ account: OTHER_IBAN, holder: 'Verdi' }] },
      { askedBy: 'Mrs Verdi' },
    );
    const shown = await desk.mia.get(at(`/customer-requests/${asked.body.id}`));
    expect(shown.body).toMatchObject({
      before: { name: 'Verdi', bankAccounts: [{ account: IBAN, holder: null }] },
      after: { name: 'Verdi S.p.A.', bankAccounts: [{ account: OTHER_IBAN, holder: 'Verdi' }] },
      askedBy: 'Mrs Verdi',
      channel: 'email',
      calledBackAt: null,
    });
    expect((await desk.mia.send('POST', at(`/customer-requests/${asked.body.id}/approve`), {})).body.code).toBe(
      'call_back_missing',
    );
    const approved = await desk.mia.send('POST', at(`/customer-requests/${asked.body.id}/approve`), {
      reason: 'letter with signature',
    });
    expect(approved.status).toBe(200);
    expect((await desk.ada.get(at(`/customers/${id}`))).body.name).toBe('Verdi S.p.A.');
    const record = await desk.ada.get(at(`/customers/${id}/record`));
    expect((record.body.accounts as { account: string }[]).map((one) => one.account)).toEqual([OTHER_IBAN]);
  });

  it('is never decided by who asked, whatever their roles, in the database neither', async () => {
    const id = await desk.addCustomer('5002');
    const asked = await desk.askForChange(id, { terms: 'net 90' });
    for (const [act, body] of [
      ['approve', {}],
      ['reject', { reason: 'no' }],
    ] as const) {
      const own = await desk.ada.send('POST', at(`/customer-requests/${asked.body.id}/${act}`), body);
      expect(own).toMatchObject({ status: 403, body: { code: 'request_is_your_own' } });
    }
    const owner = ownerPool(desk.test.connection, 1);
    const attack = owner.query(
      `update customer_request set state = 'approved', decided_by = requested_by, decided_by_name = 'x', decided_at = now() where id = $1`,
      [asked.body.id],
    );
    await expect(attack).rejects.toMatchObject({ constraint: 'request_is_decided_by_another' });
    await owner.end();
    expect((await desk.mia.get(at(`/customers/${id}`))).body.terms).toBeNull();
  });

  it('cannot be decided by somebody without the permission, nor asked for by one who only reads', async () => {
    const id = await desk.addCustomer('5003');
    const analyst = await desk.signIn('Carla', 'collections_analyst');
    const asked = await desk.askForChange(id, { terms: 'net 60' });
    expect((await analyst.send('POST', at(`/customer-requests/${asked.body.id}/approve`), {})).body.code).toBe(
      'not_permitted',
    );
    const wish = { reason: 'x', change: { terms: 'net 10' } };
    expect((await desk.auditor.send('POST', at(`/customers/${id}/requests`), wish)).body.code).toBe('not_permitted');
    const patched = await desk.ada.send('PATCH', at(`/customers/${id}`), { taxId: 'IT00743110157' });
    expect(patched.status).toBe(400);
  });

  it('is decided once, and only if what it replaces still stands', async () => {
    const id = await desk.addCustomer('5004', { terms: 'net 30' });
    const first = await desk.askForChange(id, { terms: 'net 60' });
    const second = await desk.askForChange(id, { terms: 'net 10' });
    const path = (request: typeof first) => at(`/customer-requests/${request.body.id}`);
    expect((await desk.mia.send('POST', `${path(first)}/approve`, {})).status).toBe(200);
    expect((await desk.mia.send('POST', `${path(first)}/approve`, {})).body.code).toBe('request_is_decided');
    const outdated = await desk.mia.send('POST', `${path(second)}/approve`, {});
    expect(outdated).toMatchObject({ status: 409, body: { code: 'request_is_outdated' } });
    expect((await desk.mia.send('POST', `${path(second)}/reject`, { reason: 'terms agreed since' })).status).toBe(204);
    const list = await desk.ada.get(at(`/customer-requests?customerId=${id}`));
    expect(list.body.rows.map((row) => [row.state, row.decisionReason])).toEqual([
      ['rejected', 'terms agreed since'],
      ['approved', null],
      ['approved', 'known'],
    ]);
  });

  it('is withdrawn by its maker only', async () => {
    const id = await desk.addCustomer('5005');
    const asked = await desk.askForChange(id, { name: 'New name' });
    const path = at(`/customer-requests/${asked.body.id}/withdraw`);
    expect((await desk.mia.send('POST', path, {})).body.code).toBe('request_is_not_yours');
    expect((await desk.ada.send('POST', path, { reason: 'my mistake' })).status).toBe(204);
    expect((await desk.ada.send('POST', path, {})).body.code).toBe('request_is_decided');
  });

  it('that changes nothing, or closes a circle of parents, is refused', async () => {
    const head = await desk.addCustomer('5006');
    const child = await desk.addCustomer('5007', { parentId: head });
    expect((await desk.askForChange(head, { terms: '' })).body.code).toBe('request_changes_nothing');
    expect((await desk.askForChange(head, { parentId: child })).body.code).toBe('parent_circle');
    const owner = ownerPool(desk.test.connection, 1);
    const attack = owner.query('update customer set parent_id = $1 where id = $2', [child, head]);
    await expect(attack).rejects.toMatchObject({ constraint: 'customer_parents_make_no_circle' });
    await owner.end();
    const family = await desk.ada.get(at(`/customers/${child}/family`));
    expect(family.body.rows.map((row) => [row.number, row.parentId])).toEqual([
      ['5006', null],
      ['5007', head],
    ]);
  });
});

describe('a block', () => {
  it('is placed at once, shown everywhere, and released by another person', async () => {
    const id = await desk.addCustomer('6001');
    const placed = await desk.ada.send('POST', at(`/customers/${id}/blocks`), { what: 'dunning', reason: 'in court' });
    expect(placed.status).toBe(201);
    const again = await desk.mia.send('POST', at(`/customers/${id}/blocks`), { what: 'dunning', reason: 'x' });
    expect(again).toMatchObject({ status: 409, body: { code: 'block_is_in_force_once' } });
    const listed = await desk.ada.get(at('/customers?isBlocked=true'));
    expect(listed.body.rows).toMatchObject([
      { number: '6001', blocks: [{ what: 'dunning', reason: 'in court', blockedByName: 'Ada' }] },
    ]);
    const path = at(`/blocks/${placed.body.id}/release`);
    expect((await desk.ada.send('POST', path, { reason: 'x' })).body.code).toBe('block_is_your_own');
    expect((await desk.mia.send('POST', path, { reason: 'settled' })).status).toBe(204);
    const history = await desk.ada.get(at(`/customers/${id}/blocks`));
    expect(history.body.rows).toMatchObject([{ releasedByName: 'Mia', releaseReason: 'settled' }]);
  });

  it('asked for by a request comes and goes with its approval', async () => {
    const id = await desk.addCustomer('6002');
    const asked = await desk.askForChange(id, { blocks: ['orders', 'payments'] });
    await desk.mia.send('POST', at(`/customer-requests/${asked.body.id}/approve`), {});
    const blocksOf = async () =>
      ((await desk.ada.get(at(`/customers/${id}`))).body.blocks as { what: string }[]).map((one) => one.what);
    expect(await blocksOf()).toEqual(['orders', 'payments']);
    const release = await desk.askForChange(id, { blocks: ['payments'] });
    expect((await desk.mia.send('POST', at(`/customer-requests/${release.body.id}/approve`), {})).status).toBe(200);
    expect(await blocksOf()).toEqual(['payments']);
  });
});
