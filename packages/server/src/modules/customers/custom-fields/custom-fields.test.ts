import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { insertCustomers } from '../index.ts';

let test: TestApp;
let expert: Caller;
let analyst: Caller;
let manager: Caller;
const ACME = '00000000-0000-7000-8000-00000000c001';
const OTHER = '00000000-0000-7000-8000-00000000c002';

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  expert = await test.signIn('Eva', company, 'expert');
  analyst = await test.signIn('Ada', company, 'collections_analyst');
  manager = await test.signIn('Mia', company, 'manager');
  const customers = [
    { id: ACME, number: 'C-1', name: 'ACME' },
    { id: OTHER, number: 'C-2', name: 'Bravo' },
  ];
  await test.app.services.database.write({ company, actor: test.operator }, (tx) =>
    insertCustomers(tx, customers, null),
  );
});
afterAll(() => test.close());

const at = (path: string): string => `/companies/IT01${path}`;
const add = async (body: object): Promise<string> => {
  const answer = await expert.send('POST', at('/custom-fields'), body);
  expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
  return answer.body.id;
};
const set = (values: object, customerId = ACME) =>
  expert.send('PUT', at(`/customers/${customerId}/custom-values`), { values });
const list = async (query = '') =>
  (await analyst.get(at(`/customers${query}`))).body.rows.flatMap(({ number, own }) =>
    number === 'UNIDENTIFIED' ? [] : [[number, own]],
  );

it('a field is added, filled, shown in the list, found by, and taken away; each change is audited', async () => {
  const gate = await add({ subjectKind: 'customer', name: 'Gate', kind: 'text' });
  const level = await add({ subjectKind: 'customer', name: 'Level', kind: 'choice', choices: ['Gold', 'Silver'] });
  expect(
    (await analyst.send('POST', at('/custom-fields'), { subjectKind: 'item', name: 'X', kind: 'text' })).status,
  ).toBe(403);
  const twice = await expert.send('POST', at('/custom-fields'), {
    subjectKind: 'customer',
    name: 'gate',
    kind: 'date',
  });
  expect(twice.body.code).toBe('field_name_taken');
  expect((await set({ [level]: 'Bronze' })).body.code).toBe('field_value_wrong');

  expect((await set({ [gate]: ' 4 ', [level]: 'Gold' })).status).toBe(204);
  expect((await set({ [level]: 'Silver' }, OTHER)).status).toBe(204);
  expect(await list()).toEqual([
    ['C-1', { [gate]: '4', [level]: 'Gold' }],
    ['C-2', { [level]: 'Silver' }],
  ]);
  expect(await list(`?ownField=${level}&ownValue=gold`)).toEqual([['C-1', { [gate]: '4', [level]: 'Gold' }]]);

  expect((await set({ [gate]: null })).status).toBe(204);
  const audit = (await expert.get(at(`/audit?subject=customer:${ACME}`))).body.rows;
  expect(audit).toContainEqual(
    expect.objectContaining({ action: 'custom_value.set', before: { Gate: '4' }, after: { Gate: null } }),
  );
  expect((await expert.send('DELETE', at(`/custom-fields/${level}`))).status).toBe(204);
  expect(await list()).toEqual([
    ['C-1', {}],
    ['C-2', {}],
  ]);
});

it('what is kept about items comes with the list of their customer', async () => {
  const truck = await add({ subjectKind: 'item', name: 'Truck', kind: 'text' });
  const body = { kind: 'invoice', number: 'I-1', customerId: ACME, issuedOn: '2026-02-02' };
  const instalments = [{ dueOn: '2026-03-04', amount: { amount: '10.00', currency: 'EUR' } }];
  const [item] = (await manager.send('POST', at('/documents'), { ...body, instalments })).body.itemIds as string[];
  await analyst.send('PUT', at(`/items/${item}/custom-values`), { values: { [truck]: 'MI 471' } });
  const values = async (customerId: string) =>
    (await analyst.get(at(`/customers/${customerId}/item-values`))).body.rows;
  expect(await values(ACME)).toEqual([{ subjectId: item, fieldId: truck, value: 'MI 471' }]);
  expect(await values(OTHER)).toEqual([]);
  await expert.send('DELETE', at(`/custom-fields/${truck}`));
  expect(await values(ACME), 'a retired field is shown no more').toEqual([]);
});
