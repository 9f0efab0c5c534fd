import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import { placeHold } from '../../ledger/index.ts';
import type { TaskAct } from './task-act.ts';
import { giveTask } from './tasks.usecase.ts';

let test: TestApp;
let scope: Scope;
let lucia: Caller;
let imogen: Caller;
let marek: Caller;
const customerId = newId();
const at = (path: string): string => `/companies/IT01${path}`;

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  lucia = await test.signIn('Lucia', company, 'collections_analyst');
  imogen = await test.signIn('Imogen', company, 'manager');
  marek = await test.signIn('Marek', company, 'cash_analyst');
  const customers = [{ id: customerId, number: 'C-1', name: 'ACME' }];
  await test.app.services.database.write(scope, (tx) => insertCustomers(tx, customers, null));
});
afterAll(() => test.close());

/** As a run of dunning gives it. */
async function ofTheLadder(step: 'hold_proposal' | 'legal' | 'call', assigneeId: string): Promise<string> {
  const act: TaskAct = {
    ...{ kind: 'step', step, stepKey: step, items: ['INV-1', 'INV-2'], more: 0 },
    amount: { amount: '1000.00', currency: 'EUR' },
  };
  const draft = {
    ...{ title: `Decide about ACME: ${step}`, note: `${step}: INV-1`, recurrence: null, isPinned: false, act },
    ...{ subjectKind: 'customer' as const, subjectId: customerId, customerId, assigneeId },
    due: { on: '2026-03-03' as never },
  };
  const { database } = test.app.services;
  return (await runCommand(database, scope, { action: 'test', body: null }, (tx) => giveTask(tx, draft))).id;
}
const taskOf = async (id: string) => (await lucia.get(at(`/tasks/${id}`))).body;
const blocks = async () =>
  (await lucia.get(at(`/customers/${customerId}/blocks`))).body.rows.map(({ what, reason }) => `${what}: ${reason}`);

it('a proposal to stop orders is carried out with one act: the customer is blocked, the task is done, and why', async () => {
  const id = await ofTheLadder('hold_proposal', lucia.id);
  expect((await taskOf(id)).act).toMatchObject({ step: 'hold_proposal', amount: { amount: '1000.00' }, more: 0 });
  const order = { blocks: ['orders'], reason: 'Nothing paid since January' };
  expect((await marek.send('POST', at(`/tasks/${id}/carry-out`), order)).status).toBe(403);
  const more = await lucia.send('POST', at(`/tasks/${id}/carry-out`), { ...order, blocks: ['dunning'] });
  expect(more.body.code).toBe('task_proposes_no_block');
  expect((await lucia.send('POST', at(`/tasks/${id}/carry-out`), order)).status).toBe(204);
  expect(await blocks()).toEqual(['orders: Nothing paid since January']);
  expect(await taskOf(id)).toMatchObject({ status: 'done', endReason: 'Nothing paid since January' });
  expect((await lucia.send('POST', at(`/tasks/${id}/carry-out`), order)).body.code).toBe('task_is_ended');
});

it('where the block stands already, nothing changes and the task stays', async () => {
  const id = await ofTheLadder('legal', imogen.id);
  const both = { blocks: ['dunning', 'orders'], reason: 'Handed to the lawyer' };
  expect((await imogen.send('POST', at(`/tasks/${id}/carry-out`), both)).body.code).toBe('block_is_in_force_once');
  expect(await blocks()).toHaveLength(1);
  expect((await taskOf(id)).status).toBe('open');
  const letters = { ...both, blocks: ['dunning'] };
  expect((await imogen.send('POST', at(`/tasks/${id}/carry-out`), letters)).status).toBe(204);
  expect(await blocks()).toContain('dunning: Handed to the lawyer');
});

it('a task that proposes no block carries none out, and one that is worded otherwise speaks in those words', async () => {
  const id = await ofTheLadder('call', lucia.id);
  const order = { blocks: ['orders'], reason: 'because' };
  expect((await lucia.send('POST', at(`/tasks/${id}/carry-out`), order)).body.code).toBe('task_proposes_no_block');
  const { title, note } = await taskOf(id);
  const same = { title, note, assigneeId: marek.id, due: { on: '2026-03-05' } };
  await lucia.send('PUT', at(`/tasks/${id}`), same);
  expect((await taskOf(id)).act).toMatchObject({ step: 'call' });
  await lucia.send('PUT', at(`/tasks/${id}`), { ...same, title: 'Call Mr Bianchi instead' });
  expect((await taskOf(id)).act).toBeNull();
});

it('calling off what somebody else is to do takes a reason, and they are told; one’s own takes none', async () => {
  const draft = { title: 'Send the contract', assigneeId: marek.id, due: { on: '2026-03-03' } };
  const id = (await lucia.send('POST', at('/tasks'), draft)).body.id;
  await marek.send('POST', at('/mentions/seen'), { kind: 'task', id });
  const unsaid = await imogen.send('POST', at(`/tasks/${id}/end`), { status: 'cancelled' });
  expect(unsaid.body.code).toBe('cancel_needs_a_reason');
  const reason = 'They sent it themselves';
  expect((await imogen.send('POST', at(`/tasks/${id}/end`), { status: 'cancelled', reason })).status).toBe(200);
  const cancelled = async () =>
    (await marek.get(at('/mentions'))).body.rows.filter(({ kind }) => kind === 'task_cancelled');
  expect(await cancelled()).toMatchObject([
    { kind: 'task_cancelled', id, text: `Send the contract: ${reason}`, byName: 'Imogen' },
  ]);
  await marek.send('POST', at('/mentions/seen'), { kind: 'task_cancelled', id });
  expect(await cancelled()).toEqual([]);
  const own = (await marek.send('POST', at('/tasks'), draft)).body.id;
  expect((await marek.send('POST', at(`/tasks/${own}/end`), { status: 'cancelled' })).status).toBe(200);
});

it('a task stands on a dispute, and on the page of its customer; on what is no dispute it does not', async () => {
  const place = (kind: string) =>
    test.app.services.database.write(scope, (tx) => placeHold(tx, { customerId, kind, reason: 'goods were wet' }));
  const draft = { title: 'Ask the warehouse', assigneeId: lucia.id, due: { on: '2026-03-03' }, subjectKind: 'case' };
  const added = await lucia.send('POST', at('/tasks'), { ...draft, subjectId: await place('dispute') });
  expect(await taskOf(added.body.id)).toMatchObject({ subjectKind: 'case', customerId, customerName: 'ACME' });
  for (const subjectId of [await place('quiet_period'), newId()]) {
    expect((await lucia.send('POST', at('/tasks'), { ...draft, subjectId })).status).toBe(404);
  }
});
