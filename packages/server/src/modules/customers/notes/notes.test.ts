import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { sql } from '../../../platform/database/sql.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { insertCustomers } from '../index.ts';

let test: TestApp;
let scope: Scope;
let lucia: Caller;
let marek: Caller;
let auditor: Caller;
const AMARANTI = '00000000-0000-7000-8000-00000000c001';

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  lucia = await test.signIn('Lucia Ferrandi', company, 'collections_analyst');
  marek = await test.signIn('Marek Oleszyn', company, 'cash_analyst');
  auditor = await test.signIn('Aldo Auditor', company, 'auditor');
  await test.signIn('Eva Elsewhere', await test.addCompany('DE01'), 'manager');
  const customers = [{ id: AMARANTI, number: 'C-1', name: 'Amaranti' }];
  await test.app.services.database.write(scope, (tx) => insertCustomers(tx, customers, null));
});
afterAll(() => test.close());

const at = (path: string): string => `/companies/IT01${path}`;
async function note(by: Caller, text: string): Promise<string> {
  const answer = await by.send('POST', at(`/customers/${AMARANTI}/activities`), { text });
  expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
  return answer.body.id;
}
const edit = async (by: Caller, id: string, text: string): Promise<string> =>
  (await by.send('PATCH', at(`/activities/${id}`), { text })).body.id;
const mentions = async (of: Caller) =>
  (await of.get(at('/mentions'))).body.rows.map(({ kind, text, customerName, byName }) => ({
    ...{ kind, text, customerName, byName },
  }));
const pinned = async () => (await auditor.get(at(`/customers/${AMARANTI}/pins`))).body.rows.map(({ text }) => text);

it('who is named in a note finds it with its customer until they have seen it, as it reads now', async () => {
  const id = await note(lucia, 'Paid twice? @Marek Oleszyn, can you look');
  const told = { kind: 'note', customerName: 'Amaranti', byName: 'Lucia Ferrandi' };
  expect(await mentions(marek)).toEqual([{ ...told, text: 'Paid twice? @Marek Oleszyn, can you look' }]);
  expect(await mentions(lucia)).toEqual([]);
  const second = await edit(lucia, id, 'Paid twice! @Marek Oleszyn, @Aldo Auditor');
  expect(await mentions(marek)).toEqual([{ ...told, text: 'Paid twice! @Marek Oleszyn, @Aldo Auditor' }]);
  expect(await mentions(auditor)).toHaveLength(1);
  const line = (await lucia.get(at(`/customers/${AMARANTI}/activities`))).body.rows[0];
  expect(line).toMatchObject({
    id: second,
    firstId: id,
    mentions: [{ name: 'Aldo Auditor' }, { name: 'Marek Oleszyn' }],
  });
  expect((await marek.send('POST', at('/mentions/seen'), { kind: 'note', id })).status).toBe(204);
  expect(await mentions(marek)).toEqual([]);
  await edit(lucia, second, 'Paid twice! @Marek Oleszyn, @Aldo Auditor.');
  expect(await mentions(marek), 'named before: not told again').toEqual([]);
  expect((await auditor.send('POST', at('/mentions/seen'), { kind: 'note', id })).status).toBe(403);
});

it('only people who may read the company’s customers can be named; a note taken back names nobody', async () => {
  const names = (await lucia.get(at('/colleagues'))).body.rows.map(({ name }) => name);
  expect(names).toEqual(['Administrator', 'Aldo Auditor', 'Lucia Ferrandi', 'Marek Oleszyn']);
  const id = await note(lucia, '@Eva Elsewhere and @Marek Oleszyn');
  const [line] = (await lucia.get(at(`/customers/${AMARANTI}/activities`))).body.rows;
  expect(line?.mentions).toMatchObject([{ name: 'Marek Oleszyn' }]);
  expect(await mentions(marek)).toHaveLength(1);
  await lucia.send('DELETE', at(`/activities/${id}`));
  expect(await mentions(marek)).toEqual([]);
});

it('a note stays pinned when it is said anew, until somebody unpins it; both are audited', async () => {
  const id = await note(lucia, 'Invoices only through the portal');
  const other = await note(marek, 'Never call before ten');
  expect((await marek.send('PUT', at(`/activities/${id}/pin`))).status).toBe(204);
  expect((await marek.send('PUT', at(`/activities/${id}/pin`))).status, 'pinned already').toBe(204);
  await lucia.send('PUT', at(`/activities/${other}/pin`));
  const now = await edit(lucia, id, 'Invoices only through the Ariba portal');
  expect(await pinned()).toEqual(['Never call before ten', 'Invoices only through the Ariba portal']);
  await lucia.send('DELETE', at(`/activities/${now}/pin`));
  expect(await pinned()).toEqual(['Never call before ten']);
  await marek.send('DELETE', at(`/activities/${other}`));
  expect(await pinned(), 'what was taken back is not pinned').toEqual([]);
  expect((await auditor.send('PUT', at(`/activities/${now}/pin`))).status).toBe(403);
  const audited = await test.app.services.database.read(scope, (tx) =>
    tx.all<{ action: string }>(sql`select action from audit_event where action like 'activity.%pinned' order by 1`),
  );
  expect(audited.map(({ action }) => action)).toEqual(['activity.pinned', 'activity.pinned', 'activity.unpinned']);
});

it('a sixth pin is refused: more are not read before a call', async () => {
  const ids = await Promise.all([1, 2, 3, 4, 5, 6].map((number) => note(lucia, `Pin ${number}`)));
  for (const id of ids.slice(0, 5)) await lucia.send('PUT', at(`/activities/${id}/pin`));
  expect((await lucia.send('PUT', at(`/activities/${ids[5]}/pin`))).body.code).toBe('too_many_pins');
});
