import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { insertCustomers } from '../../customers/index.ts';
import { escalateTasks } from './tasks.usecase.ts';

let test: TestApp;
let scope: Scope;
let manager: Caller;
let lucia: Caller;
let marek: Caller;
let auditor: Caller;
const CUSTOMER = '00000000-0000-7000-8000-00000000c001';

/** The test's clock begins on Monday 2 March 2026 at 10:00 in Rome; the company works from 9 to 17. */
beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  manager = await test.signIn('Imogen Thackery', company, 'manager');
  lucia = await test.signIn('Lucia Ferrandi', company, 'collections_analyst');
  marek = await test.signIn('Marek Oleszyn', company, 'cash_analyst');
  auditor = await test.signIn('Aldo Auditor', company, 'auditor');
  const customers = [{ id: CUSTOMER, number: 'C-1', name: 'ACME' }];
  await test.app.services.database.write(scope, (tx) => insertCustomers(tx, customers, null));
});
afterAll(() => test.close());

const at = (path: string): string => `/companies/IT01${path}`;
const task = (title: string, assignee: Caller, more: object = {}) => ({
  title,
  assigneeId: assignee.id,
  due: { on: '2026-03-03' },
  ...more,
});
async function given(by: Caller, body: object): Promise<string> {
  const answer = await by.send('POST', at('/tasks'), body);
  expect([answer.status, answer.body.detail]).toEqual([201, undefined]);
  return answer.body.id;
}
const titles = async (caller: Caller, query = '') =>
  (await caller.get(at(`/tasks?${query}`))).body.rows.map(({ title }) => title);
const mentions = async (caller: Caller) => (await caller.get(at('/mentions'))).body.rows.map(({ text }) => text);

it('a day is due when the person stops working; hours run only while they work; the soonest comes first', async () => {
  await given(lucia, task('Send the statement', lucia, { due: { on: '2026-03-07' } }));
  await given(lucia, task('Call back', lucia, { due: { inHours: 8 } }));
  const { rows } = (await lucia.get(at('/tasks'))).body;
  expect(rows.map(({ title, dueAt }) => [title, String(dueAt).slice(0, 16)])).toEqual([
    ['Call back', '2026-03-03T09:00'],
    ['Send the statement', '2026-03-09T16:00'], // the 7th is a Saturday
  ]);
});

it('who is given a task or named in it finds it among their mentions, until they have seen it', async () => {
  const id = await given(lucia, task('Whose money is this?', marek, { note: '@Imogen Thackery knows the payer' }));
  expect([await mentions(marek), await mentions(manager), await mentions(lucia)]).toEqual([
    ['Whose money is this?'],
    ['Whose money is this?'],
    [],
  ]);
  expect((await manager.send('POST', at('/mentions/seen'), { kind: 'task', id })).status).toBe(204);
  expect(await mentions(manager)).toEqual([]);
  await marek.send('POST', at(`/tasks/${id}/end`), { status: 'done' });
  expect(await mentions(marek)).toEqual([]);
});

it('a recurring task that is done makes its next one, on a working day', async () => {
  const weekly = { kind: 'weekly', weekdays: [1], everyWeeks: 1 };
  const id = await given(marek, task('Huddle figures', marek, { due: { on: '2026-03-02' }, recurrence: weekly }));
  const ended = await marek.send('POST', at(`/tasks/${id}/end`), { status: 'done' });
  expect(ended.body.nextId).not.toBeNull();
  const [next] = (await marek.get(at('/tasks'))).body.rows;
  expect(next).toMatchObject({
    id: ended.body.nextId,
    title: 'Huddle figures',
    dueAt: expect.stringMatching(/^2026-03-09T16/),
  });
  expect((await marek.send('POST', at(`/tasks/${id}/end`), { status: 'done' })).body.code).toBe('task_is_ended');
  const cancelled = await marek.send('POST', at(`/tasks/${next?.id}/end`), { status: 'cancelled' });
  expect(cancelled.body.nextId).toBeNull();
});

it('a recurring task reopened and done again has one next task, not one more each time', async () => {
  const weekly = { kind: 'weekly', weekdays: [1], everyWeeks: 1 };
  const id = await given(marek, task('Close the week', marek, { due: { on: '2026-03-02' }, recurrence: weekly }));
  const standing = async () => (await titles(marek)).filter((title) => title === 'Close the week').length;
  for (let times = 0; times < 3; times += 1) {
    expect((await marek.send('POST', at(`/tasks/${id}/end`), { status: 'done' })).status).toBe(200);
    expect(await standing()).toBe(1);
    expect((await marek.send('POST', at(`/tasks/${id}/reopen`))).status).toBe(204);
    expect(await standing()).toBe(1); // itself: the next went with the end
  }
  const first = await marek.send('POST', at(`/tasks/${id}/end`), { status: 'done' });
  const next = task('Close the week, with Ada', marek, { due: { on: '2026-03-10' }, recurrence: weekly });
  expect((await marek.send('PUT', at(`/tasks/${first.body.nextId}`), next)).status).toBe(204);
  await marek.send('POST', at(`/tasks/${id}/reopen`));
  const again = await marek.send('POST', at(`/tasks/${id}/end`), { status: 'done' });
  expect(again.body.nextId).toBe(first.body.nextId); // somebody worked on it: it stays, and no other comes
});

it('a task for a day long past or for ever, or for somebody who only looks, is refused', async () => {
  for (const on of ['2020-01-01', '2026-01-29', '2199-12-31']) {
    const refused = await lucia.send('POST', at('/tasks'), task('A slip', lucia, { due: { on } }));
    expect([on, refused.body.code]).toEqual([on, 'task_due_out_of_reach']);
  }
  expect((await lucia.send('POST', at('/tasks'), task('Look', auditor))).body.code).toBe('person_cannot_act');
});

it('it is found by its words, by its customer, and stands in its history as it was', async () => {
  const about = { subjectKind: 'customer', subjectId: CUSTOMER, note: 'Missing proof of delivery' };
  const id = await given(lucia, task('Ask the warehouse', lucia, about));
  expect(await titles(marek, 'whose=all&search=deliv+prôof')).toEqual(['Ask the warehouse']);
  expect(await titles(marek, `whose=all&customer=${CUSTOMER}`)).toEqual(['Ask the warehouse']);
  const moved = { ...task('Ask the warehouse again', marek), note: '', due: { on: '2026-03-04' } };
  expect((await lucia.send('PUT', at(`/tasks/${id}`), moved)).status).toBe(204);
  expect((await manager.get(at(`/tasks/${id}`))).body).toMatchObject({
    assigneeName: 'Marek Oleszyn',
    customerName: 'ACME',
  });
  const { rows } = (await lucia.get(at(`/tasks/${id}/changes`))).body;
  expect(rows.map(({ action }) => action)).toEqual(['task.change', 'task.add']);
  expect(rows[0]?.before).toMatchObject({ title: 'Ask the warehouse', note: 'Missing proof of delivery' });
  await marek.send('POST', at(`/tasks/${id}/end`), { status: 'done' });
  expect((await lucia.send('POST', at(`/tasks/${id}/reopen`))).status).toBe(204);
  expect(await titles(marek)).toContain('Ask the warehouse again');
});

it('overdue for a working day, it goes to the manager, once', async () => {
  const { database } = test.app.services;
  expect(await escalateTasks(database, scope)).toEqual({ escalated: 0 });
  const rule = { afterMinutes: 480, toPersonId: manager.id };
  expect((await lucia.send('PUT', at('/task-escalation'), rule)).status).toBe(403);
  expect((await manager.send('PUT', at('/task-escalation'), rule)).status).toBe(204);
  // 480 working minutes before Monday 10:00 is Friday 10:00.
  await given(lucia, task('Promised reply', marek, { due: { at: '2026-02-27T08:59:00Z' } }));
  await given(lucia, task('Late since Friday noon', marek, { due: { at: '2026-02-27T11:00:00Z' } }));
  expect(await escalateTasks(database, scope)).toEqual({ escalated: 1 });
  expect(await escalateTasks(database, scope)).toEqual({ escalated: 0 });
  expect(await titles(manager)).toEqual(['Promised reply']);
  expect(await mentions(manager)).toEqual(['Promised reply']);
});

it('an auditor looks and changes nothing; a stranger and a customer that is none are refused', async () => {
  expect((await auditor.get(at('/tasks?whose=all'))).status).toBe(200);
  expect((await auditor.send('POST', at('/tasks'), task('No', auditor))).status).toBe(403);
  const stranger = await lucia.send('POST', at('/tasks'), { ...task('No', lucia), assigneeId: test.operator.id });
  expect(stranger.body.code).toBe('person_not_in_company');
  const nobody = { subjectKind: 'customer', subjectId: '00000000-0000-7000-8000-00000000dead' };
  expect((await lucia.send('POST', at('/tasks'), task('No', lucia, nobody))).status).toBe(404);
  const half = await lucia.send('POST', at('/tasks'), task('No', lucia, { subjectKind: 'item' }));
  expect(half.status).toBe(400);
});

it('what a task is about is of this company, and a pinned one stands on top whenever it is due', async () => {
  const stranger = '00000000-0000-7000-8000-0000000000ff';
  for (const subjectKind of ['item', 'promise', 'customer']) {
    const body = task('About nothing', marek, { subjectKind, subjectId: stranger });
    expect((await marek.send('POST', at('/tasks'), body)).status).toBe(404);
  }
  await given(marek, task('Soon', marek, { due: { on: '2026-03-10' } }));
  await given(marek, task('Never forget', marek, { due: { on: '2026-06-30' }, isPinned: true }));
  expect((await titles(marek))[0]).toBe('Never forget');
  const first = (await marek.get(at('/tasks?limit=1'))).body;
  const second = (await marek.get(at(`/tasks?limit=1&cursor=${first.next}`))).body;
  expect(second.rows[0]?.title).not.toBe('Never forget');
});
