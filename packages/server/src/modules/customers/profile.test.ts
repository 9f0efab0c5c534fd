import { afterAll, beforeAll, expect, it } from 'vitest';
import { at, type CustomersDesk, openCustomersDesk } from './customers.fixture.ts';

let desk: CustomersDesk;
let customerId: string;
beforeAll(async () => {
  desk = await openCustomersDesk();
  customerId = await desk.addCustomer('C-1');
});
afterAll(() => desk.close());

const fields = (changes: object = {}) => ({
  ...{ delivery: 'portal', invoiceAddress: '', portalName: 'Ariba', portalUrl: 'https://portal.example/c1' },
  ...{ orderRule: 'each_line', orderNote: 'Order number in the first line' },
  ...{ approval: [{ who: 'Buyer', days: 3 }], payRun: { kind: 'weekly', weekday: 4 }, cutOffDays: 7 },
  ...{ askFor: [{ what: 'status of an invoice', whom: 'ap@c1.example' }], note: null },
  ...changes,
});
const profile = () => at(`/customers/${customerId}/profile`);
const save = (seen: number, changes: object = {}) => desk.ada.send('PUT', profile(), { seen, fields: fields(changes) });

it('the profile is kept in versions, each with who wrote it, and stands in the audit trail', async () => {
  expect((await desk.ada.get(profile())).body.versions).toEqual([]);
  expect((await save(0)).body).toEqual({ number: 1 });
  expect((await save(1, { portalName: 'Coupa' })).body).toEqual({ number: 2 });
  const { versions } = (await desk.auditor.get(profile())).body;
  expect(versions).toMatchObject([
    { number: 2, setByName: 'Ada', fields: { portalName: 'Coupa', invoiceAddress: null, payRun: { weekday: 4 } } },
    { number: 1, fields: { portalName: 'Ariba' } },
  ]);
});

it('who changes what somebody else has changed meanwhile is told, and nothing is lost', async () => {
  const late = await save(1, { portalName: 'Tungsten' });
  expect([late.status, late.body.code]).toEqual([409, 'profile_is_outdated']);
  expect((await desk.ada.get(profile())).body.versions).toHaveLength(2);
});

it('an address that would run in the browser is refused, as is an auditor', async () => {
  const bad = await save(2, { portalUrl: 'javascript:alert(1)' });
  expect(bad.status).toBe(400);
  const auditor = await desk.auditor.send('PUT', profile(), { seen: 2, fields: fields() });
  expect(auditor.status).toBe(403);
});

it('what a contact agreed to is noted with its day and source; the latest line holds', async () => {
  const added = await desk.ada.send('POST', at(`/customers/${customerId}/contacts`), { name: 'Anna' });
  const note = (body: object) => desk.ada.send('POST', at(`/contacts/${added.body.id}/consents`), body);
  const yes = { mayMail: true, mayCall: true, since: '2026-02-01', source: 'by phone' };
  expect((await note(yes)).status).toBe(204);
  expect((await note({ ...yes, mayCall: false, since: '2026-03-02', source: 'asked by mail' })).status).toBe(204);
  const future = await note({ ...yes, since: '2026-03-03' });
  expect([future.status, future.body.code]).toEqual([400, 'consent_is_in_future']);
  const { rows } = (await desk.auditor.get(at(`/customers/${customerId}/consents`))).body;
  expect(rows.map(({ mayMail, mayCall, since, source }) => [mayMail, mayCall, since, source])).toEqual([
    [true, false, '2026-03-02', 'asked by mail'],
    [true, true, '2026-02-01', 'by phone'],
  ]);
});
