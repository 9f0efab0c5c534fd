import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, type CustomersDesk, openCustomersDesk } from './customers.fixture.ts';
import {
  addBankAccounts,
  findAccountsByNumber,
  findCustomersByNumber,
  insertCustomers,
  updateCustomers,
} from './index.ts';

let desk: CustomersDesk;
beforeAll(async () => {
  desk = await openCustomersDesk();
});
afterAll(() => desk.close());

const scopeOf = () => ({ company: desk.company, actor: desk.test.operator });
const found = async (search: string) =>
  (await desk.ada.get(at(`/customers?search=${encodeURIComponent(search)}`))).body.rows.map((row) => row.number);

describe('a customer is found', () => {
  it('by any part of name, number, tax id, account, other numbers, in any writing', async () => {
    const id = await desk.addCustomer('70044', {
      name: 'Müller & Söhne Großhandel',
      taxId: 'DE136695976',
      bankAccounts: [{ account: 'DE89370400440532013000' }],
    });
    await desk.ada.send('POST', at(`/customers/${id}/numbers`), { system: 'SAP DE', number: 'KX-889900' });
    for (const search of ['muller', 'SÖHNE', 'grosshandel', '0044', '36695', '0532013', 'kx-8899', 'handel müll']) {
      expect(await found(search), search).toEqual(['70044']);
    }
    expect(await found('handel nobody')).toEqual([]);
    const best = await desk.ada.get(at('/customers/find?search=70044'));
    expect(best.body.rows[0]).toMatchObject({ number: '70044' });
    await desk.ada.send('POST', at(`/customers/${id}/numbers/remove`), { system: 'SAP DE', number: 'KX-889900' });
    expect(await found('kx-8899')).toEqual([]);
  });

  it('by a percent sign only where there is one: what is searched for is no pattern', async () => {
    await desk.addCustomer('70045', { name: '100% Latte' });
    expect(await found('100%')).toEqual(['70045']);
    expect(await found('7_045')).toEqual([]);
  });
});

describe('a customer with numbers in several systems', () => {
  it('is found by any of them; one that two systems gave to different customers finds neither', async () => {
    const [a, b] = [await desk.addCustomer('A100'), await desk.addCustomer('B100')];
    const give = (id: string, system: string, number: string) =>
      desk.ada.send('POST', at(`/customers/${id}/numbers`), { system, number });
    await give(a, 'Oracle', '555');
    await give(a, 'SAP', '777');
    await give(b, 'Oracle', '777');
    expect((await give(b, 'Oracle', '555')).status).toBe(409);
    const { database } = desk.test.app.services;
    const records = await database.read(scopeOf(), (tx) => findCustomersByNumber(tx, ['555', '777', 'B100']));
    expect(records.map((one) => [one.askedNumber, one.number]).sort()).toEqual([
      ['555', 'A100'],
      ['B100', 'B100'],
    ]);
    const merged = await desk.mia.send('POST', at('/merges'), { duplicateId: a, survivorId: b });
    const accounts = await database.read(scopeOf(), (tx) => findAccountsByNumber(tx, ['555', 'A100']));
    expect(accounts.map((one) => one.accountId)).toEqual([b, b]);
    await desk.mia.send('POST', at(`/merges/${merged.body.id}/undo`), { reason: 'test' });
  });
});

describe('what one person changes alone', () => {
  it('is changed with what stood before in the audit trail', async () => {
    const id = await desk.addCustomer('80001');
    const changed = await desk.ada.send('PATCH', at(`/customers/${id}`), {
      language: 'it',
      tags: ['key account'],
      timeZone: 'Europe/Rome',
      channel: 'retail',
    });
    expect(changed.status).toBe(200);
    expect((await desk.ada.get(at(`/customers/${id}`))).body).toMatchObject({
      language: 'it',
      tags: ['key account'],
      channel: 'retail',
    });
    expect((await desk.ada.send('PATCH', at(`/customers/${id}`), { timeZone: 'Mars/Olympus' })).status).toBe(400);
    const audit = await desk.auditor.get(at(`/audit?subject=customer:${id}`));
    expect(audit.body.rows[0]).toMatchObject({
      action: 'customers.details_changed',
      before: { language: null, tags: [] },
    });
  });
});

describe('contacts and notes', () => {
  it('are kept: a new primary contact takes the place of the first, who left stays in the list', async () => {
    const id = await desk.addCustomer('80002');
    const first = await desk.ada.send('POST', at(`/customers/${id}/contacts`), {
      name: 'Anna',
      isPrimary: true,
      phone: '+39 06 1234567',
    });
    await desk.ada.send('POST', at(`/customers/${id}/contacts`), {
      name: 'Bea',
      roles: ['accounts_payable'],
      isPrimary: true,
    });
    const contacts = async () => (await desk.ada.get(at(`/customers/${id}/contacts`))).body.rows;
    expect(await contacts()).toMatchObject([
      { name: 'Bea', isPrimary: true },
      { name: 'Anna', isPrimary: false, phone: '+39061234567' },
    ]);
    await desk.ada.send('PUT', at(`/contacts/${first.body.id}`), { name: 'Anna', isEnded: true });
    expect((await contacts())[1]).toMatchObject({ name: 'Anna', endedAt: expect.any(String) });
  });

  it('stand in the timeline between the acts of the ledger; one’s own can be edited and taken back, and then stand as taken back', async () => {
    const id = await desk.addCustomer('80003');
    const write = (text: string, kind = 'note') =>
      desk.ada.send('POST', at(`/customers/${id}/activities`), { text, kind });
    await write('called first', 'call');
    await desk.invoice(id, 'T-1', '10.00');
    const note = await write('pays on Friday');
    const timeline = async () =>
      (await desk.ada.get(at(`/customers/${id}/timeline`))).body.rows.map((row) => [row.kind, row.what, row.text]);
    expect(await timeline()).toEqual([
      ['note', 'note', 'pays on Friday'],
      ['invoice', 'document', null],
      ['call', 'call', 'called first'],
      ['request_decided', 'onboarding', 'known'],
      ['request_asked', 'onboarding', 'new business'],
    ]);
    expect((await desk.mia.send('PATCH', at(`/activities/${note.body.id}`), { text: 'x' })).body.code).toBe(
      'activity_is_not_yours',
    );
    const edited = await desk.ada.send('PATCH', at(`/activities/${note.body.id}`), { text: 'pays on Monday' });
    expect((await timeline())[0]?.[2]).toBe('pays on Monday');
    const history = await desk.ada.get(at(`/activities/${edited.body.id}/history`));
    expect(history.body.rows.map((row) => row.text)).toEqual(['pays on Monday', 'pays on Friday']);
    expect((await desk.ada.send('DELETE', at(`/activities/${edited.body.id}`))).status).toBe(204);
    const [withdrawn] = (await desk.ada.get(at(`/customers/${id}/timeline?groups=note`))).body.rows;
    expect(withdrawn).toMatchObject({ text: 'pays on Monday', takenBack: { by: 'Ada' }, isEdited: true, undo: null });
    const ask = `/customers/${id}/timeline?limit=1&groups=document,call`;
    const firstPage = await desk.ada.get(at(ask));
    const secondPage = await desk.ada.get(at(`${ask}&cursor=${firstPage.body.next}`));
    expect([firstPage, secondPage].map((page) => page.body.rows[0]?.kind)).toEqual(['invoice', 'call']);
    expect(secondPage.body.next).toBeNull();
  });

  it('of tomorrow are refused', async () => {
    const id = await desk.addCustomer('80004');
    const note = { text: 'x', happenedAt: '2030-01-01T00:00:00Z' };
    expect((await desk.ada.send('POST', at(`/customers/${id}/activities`), note)).body.code).toBe('activity_in_future');
  });
});

describe('a bank account that an import brings', () => {
  it('to a customer that was there before waits for somebody to look at it', async () => {
    const { database } = desk.test.app.services;
    const id = await desk.addCustomer('80005');
    desk.test.clock.forward(1);
    await database.write(scopeOf(), (tx) =>
      addBankAccounts(tx, [{ customerId: id, account: 'IT60X0542811101000000123456' }], 'import'),
    );
    await database.write(scopeOf(), async (tx) => {
      const fresh = { id: '01890000-0000-7000-8000-0000000000aa', number: '80006', name: 'New with the file' };
      await insertCustomers(tx, [fresh], null);
      await addBankAccounts(tx, [{ customerId: fresh.id, account: 'FR1420041010050500013M02606' }], 'import');
    });
    const waiting = await desk.ada.get(at('/account-reviews'));
    expect(waiting.body.rows).toMatchObject([{ customerNumber: '80005', earlierAccounts: [] }]);
    const path = at(`/customers/${id}/account-reviews`);
    const body = { account: 'IT60X0542811101000000123456', note: 'called Mr Neri' };
    expect((await desk.mia.send('POST', path, body)).status).toBe(204);
    expect((await desk.mia.send('POST', path, body)).body.code).toBe('account_is_reviewed');
    expect((await desk.ada.get(at('/account-reviews'))).body.rows).toEqual([]);
  });
});

describe('a new customer is followed', () => {
  it('from the request to the first payment, each with what it waits for', async () => {
    const asked = await desk.ada.send('POST', at('/customers'), {
      reason: 'new',
      customer: { number: '90001', name: 'Newcomer' },
    });
    const waitsFor = async () =>
      (await desk.ada.get(at('/new-customers'))).body.rows.find((row) => row.number === '90001')?.waitsFor;
    expect(await waitsFor()).toBe('decision');
    const approved = await desk.mia.send('POST', at(`/customer-requests/${asked.body.id}/approve`), {});
    const id = String(approved.body.customerId);
    expect(await waitsFor()).toBe('first_invoice');
    const invoice = await desk.invoice(id, 'F-1', '10.00');
    expect(await waitsFor()).toBe('invoice_received');
    const noted = { kind: 'invoice_received', text: 'Mrs Neri has it', itemId: invoice };
    await desk.ada.send('POST', at(`/customers/${id}/activities`), noted);
    expect(await waitsFor()).toBe('first_payment');
    const instalments = [{ dueOn: '2026-03-01', amount: { amount: '10.00', currency: 'EUR' } }];
    await desk.ada.send('POST', at('/documents'), {
      kind: 'receipt',
      number: 'R-1',
      customerId: id,
      issuedOn: '2026-03-01',
      instalments,
    });
    const steps = await desk.ada.get(at(`/customers/${id}/first-steps`));
    expect(steps.body.rows).toMatchObject([{ invoiceNumber: 'F-1', paidOn: localDate('2026-03-01'), waitsFor: null }]);
  });
});

describe('parents', () => {
  it('that close a circle over two changes at once are refused by the database', async () => {
    const [a, b] = [await desk.addCustomer('CC1'), await desk.addCustomer('CC2')];
    const { database } = desk.test.app.services;
    const both = database.write(scopeOf(), (tx) =>
      updateCustomers(tx, [
        { id: a, parentId: b },
        { id: b, parentId: a },
      ]),
    );
    await expect(both).rejects.toMatchObject({ code: 'customer_parents_make_no_circle' });
    const race = await Promise.allSettled(
      [
        [a, b],
        [b, a],
      ].map(([id = '', parentId = '']) => database.write(scopeOf(), (tx) => updateCustomers(tx, [{ id, parentId }]))),
    );
    expect(race.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
  });
});
