import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../app.fixture.ts';
import type { Scope } from '../../platform/database/transaction.ts';
import { insertCustomers } from '../customers/index.ts';

let test: TestApp;
let scope: Scope;
let lucia: Caller;
let auditor: Caller;
let stranger: Caller;
const AMARANTI = '00000000-0000-7000-8000-00000000c001';
const BRAVO = '00000000-0000-7000-8000-00000000c002';

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  lucia = await test.signIn('Lucia Ferrandi', company, 'collections_analyst');
  auditor = await test.signIn('Aldo Auditor', company, 'auditor');
  stranger = await test.signIn('Eva Elsewhere', await test.addCompany('DE01'), 'manager');
  const customers = [
    { id: AMARANTI, number: 'C-1', name: 'Amaranti' },
    { id: BRAVO, number: 'C-2', name: 'Bravo' },
  ];
  await test.app.services.database.write(scope, (tx) => insertCustomers(tx, customers, null));
});
afterAll(() => test.close());

const at = (path: string): string => `/companies/IT01${path}`;
const write = async (customerId: string, text: string, kind = 'note'): Promise<string> =>
  (await lucia.send('POST', at(`/customers/${customerId}/activities`), { text, kind })).body.id;
const found = async (typed: string, more = '', by = auditor) =>
  (await by.get(at(`/written?q=${encodeURIComponent(typed)}${more}`))).body.rows;
const texts = async (typed: string, more = '') =>
  (await found(typed, more)).map(({ what, customerName, excerpt }) => {
    const said = (excerpt as { text: string; isFound: boolean }[]).map((part) =>
      part.isFound ? `[${part.text}]` : part.text,
    );
    return `${what} ${customerName}: ${said.join('')}`;
  });

it('finds notes, calls and tasks by how their words begin, without accents, of one customer or of all', async () => {
  await write(AMARANTI, 'Trattenuta a garanzia: la società paga a collaudo');
  await write(BRAVO, 'Società in liquidazione', 'call');
  const task = {
    title: 'Ask for the società extract',
    assigneeId: lucia.id,
    due: { on: '2026-03-03' },
    customerId: BRAVO,
  };
  expect((await lucia.send('POST', at('/tasks'), task)).status).toBe(201);
  expect((await texts('SOCIETA')).sort()).toEqual([
    'call Bravo: [Società] in liquidazione',
    'note Amaranti: Trattenuta a garanzia: la [società] paga a collaudo',
    'task Bravo: Ask for the [società] extract',
  ]);
  expect(await texts('tratt coll', `&customer=${AMARANTI}`)).toEqual([
    'note Amaranti: [Trattenuta] a garanzia: la società paga a [collaudo]',
  ]);
  expect(await texts('attenuta'), 'the middle of a word is not its beginning').toEqual([]);
  expect(await texts('società', `&customer=${AMARANTI}`)).toHaveLength(1);
  expect(await texts('--- !')).toEqual([]);
  expect(await texts('ferrandi liquid'), 'by who wrote it').toHaveLength(1);
});

it('finds what a note says now, and nothing of what was taken back', async () => {
  const id = await write(AMARANTI, 'Purchase order 4711 is missing');
  const edited = await lucia.send('PATCH', at(`/activities/${id}`), { text: 'Purchase order 4712 is missing' });
  expect(await texts('4711')).toEqual([]);
  expect(await texts('4712')).toHaveLength(1);
  await lucia.send('DELETE', at(`/activities/${edited.body.id}`));
  expect(await texts('4712')).toEqual([]);
});

it('a task is found by what it is changed to', async () => {
  const task = { title: 'Zebra', assigneeId: lucia.id, due: { on: '2026-03-03' } };
  const { id } = (await lucia.send('POST', at('/tasks'), task)).body;
  await lucia.send('PUT', at(`/tasks/${id}`), { ...task, title: 'Giraffe' });
  expect([await texts('zebra'), await texts('giraffe')]).toEqual([[], ['task null: [Giraffe]']]);
});

it('says that there is more than it shows, and shows nothing of another company', async () => {
  for (const number of [1, 2, 3]) await write(BRAVO, `Quarterly statement ${number}`);
  const page = (await auditor.get(at('/written?q=quarterly&limit=2'))).body;
  expect([page.rows.length, page.isMore]).toEqual([2, true]);
  expect((await stranger.get('/companies/DE01/written?q=quarterly')).body.rows).toEqual([]);
  expect((await stranger.get(at('/written?q=quarterly'))).status).toBe(403);
  expect((await auditor.get(at(`/written?q=x&customer=${scope.company.id}`))).status).toBe(404);
});
