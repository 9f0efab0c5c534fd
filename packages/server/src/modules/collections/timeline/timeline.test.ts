import { addDays, localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertContacts, insertCustomers } from '../../customers/index.ts';
import { performAct } from '../../ledger/index.ts';

let test: TestApp;
let scope: Scope;
let lucia: Caller;
let manager: Caller;

/** The test's clock begins on Monday 2 March 2026 at 10:00 in Rome. */
beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  lucia = await test.signIn('Lucia Ferrandi', company, 'collections_analyst');
  manager = await test.signIn('Imogen Hale', company, 'manager');
});
afterAll(() => test.close());

const at = (path: string): string => `/companies/IT01${path}`;
const euro = (amount: string) => ({ amount, currency: 'EUR' });

let counted = 0;
async function aCustomer(): Promise<{ id: string; ada: string }> {
  counted += 1;
  const [id, ada, number] = [newId(), newId(), `C${counted}`];
  await test.app.services.database.write(scope, async (tx) => {
    await insertCustomers(tx, [{ id, number, name: `Customer ${number}`, country: 'IT' }], null);
    await insertContacts(tx, [{ id: ada, customerId: id, name: 'Ada Rossi', roles: ['accounts_payable'] }], null);
  });
  return { id, ada };
}

async function opens(kind: 'invoice' | 'receipt', customerId: string, amountMinor: bigint): Promise<string> {
  counted += 1;
  const shared = { number: `T-${counted}`, customerId, currency: 'EUR', issuedOn: localDate('2026-01-02') };
  const document =
    kind === 'receipt'
      ? { ...shared, kind, instalments: [{ dueOn: localDate('2026-01-02'), amountMinor }] }
      : { ...shared, kind, instalments: [{ dueOn: localDate('2026-02-01'), amountMinor }] };
  test.clock.forward(1);
  const posted = await runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) =>
    performAct(tx, { kind: 'document', document }),
  );
  return posted.itemIds[0] ?? '';
}

interface Line {
  readonly kind: string;
  readonly [field: string]: unknown;
}
async function linesOf(id: string, query = ''): Promise<Line[]> {
  return (await lucia.get(at(`/customers/${id}/timeline${query}`))).body.rows as unknown as Line[];
}
const kindsOf = async (id: string, query = '') => (await linesOf(id, query)).map(({ kind }) => kind);
async function send(who: Caller, method: 'POST' | 'DELETE', path: string, body?: object) {
  test.clock.forward(1);
  const answer = await who.send(method, at(path), body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  return answer.body;
}
const aCall = (contactId: string, outcome: string, more: object = {}) => ({
  ...{ contactId, number: '+390612345678', outcome, situation: 'first_call', scriptLanguage: 'it' },
  ...{ startedAt: '2026-03-02T08:55:00Z', durationSeconds: 300, note: 'Rosa is away', ...more },
});

describe('a call', () => {
  it('is one line with whom, how it went, how long, and what was promised; the promise is no second line', async () => {
    const { id, ada } = await aCustomer();
    const itemId = await opens('invoice', id, 90_000n);
    const parts = [{ promisedOn: '2026-03-06', amount: euro('900.00') }];
    await send(lucia, 'POST', `/customers/${id}/calls`, {
      ...aCall(ada, 'promised'),
      next: { kind: 'promise', itemIds: [itemId], parts, isPlan: false },
    });
    expect(await linesOf(id, '?groups=call')).toMatchObject([
      {
        ...{
          kind: 'call_promised',
          groups: ['call', 'promise'],
          what: 'promised',
          person: 'Ada Rossi',
          by: 'Lucia Ferrandi',
        },
        ...{ durationSeconds: 300, amount: euro('900.00'), day: '2026-03-06', text: 'Rosa is away', state: 'promise' },
      },
    ]);
    expect((await kindsOf(id)).sort()).toEqual(['call_promised', 'invoice']);
    expect(await kindsOf(id, '?groups=promise')).toEqual(['call_promised']);
  });

  it('that is taken back stands as taken back, and counts neither as an attempt nor as a contact', async () => {
    const { id, ada } = await aCustomer();
    const attempts = async () => {
      const { rows } = (await manager.get(at('/call-measures?from=2026-03-01&until=2026-03-03&by=person'))).body;
      return (rows as unknown as { attempts: number }[]).reduce((sum, row) => sum + row.attempts, 0);
    };
    const before = await attempts();
    const { activityId } = await send(lucia, 'POST', `/customers/${id}/calls`, aCall(ada, 'reached'));
    expect(await attempts()).toBe(before + 1);
    await send(lucia, 'DELETE', `/activities/${activityId}`);
    expect(await linesOf(id)).toMatchObject([{ kind: 'call', takenBack: { by: 'Lucia Ferrandi' }, undo: null }]);
    expect(await attempts()).toBe(before);
    const contacts = (await manager.get(at('/huddle/lines?figure=contacts&from=2026-03-02&until=2026-03-02'))).body;
    expect(JSON.stringify(contacts)).not.toContain(id);
  });
});

describe('a promise', () => {
  it('is told when it is made and when it is withdrawn; a slip of the same day takes its contact along', async () => {
    const { id, ada } = await aCustomer();
    await opens('invoice', id, 90_000n);
    const promise = { parts: [{ promisedOn: '2026-03-06', amount: euro('100.00') }], channel: 'call', contactId: ada };
    const { promiseIds } = await send(lucia, 'POST', `/customers/${id}/promises`, promise);
    expect(await linesOf(id, '?groups=promise')).toMatchObject([
      {
        kind: 'promise_made',
        what: 'call',
        person: 'Ada Rossi',
        amount: euro('100.00'),
        day: '2026-03-06',
        state: 'open',
      },
    ]);
    expect(await kindsOf(id)).toEqual(['promise_made', 'invoice']); // the contact it was made in is the same line
    const [promiseId] = promiseIds as unknown as string[];
    await send(lucia, 'POST', `/promises/${promiseId}/withdrawal`, { reason: 'typed wrongly' });
    expect(await linesOf(id, '?groups=promise')).toMatchObject([
      { kind: 'promise_withdrawn', text: 'typed wrongly', by: 'Lucia Ferrandi' },
      { kind: 'promise_made', takenBack: { by: 'Lucia Ferrandi' }, undo: null },
    ]);
    const standing = (await lucia.get(at(`/customers/${id}/activities`))).body.rows;
    expect(standing).toEqual([]);
  });
});

describe('money', () => {
  it('tells a receipt with what it paid, and an application with the credit first', async () => {
    const { id } = await aCustomer();
    const first = await opens('invoice', id, 60_000n);
    const second = await opens('invoice', id, 30_000n);
    const receipt = await opens('receipt', id, 90_000n);
    for (const [debitItemId, amountMinor] of [
      [first, 60_000n],
      [second, 30_000n],
    ] as const) {
      test.clock.forward(1);
      await runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) =>
        performAct(tx, { kind: 'application', allocations: [{ creditItemId: receipt, debitItemId, amountMinor }] }),
      );
    }
    expect(await kindsOf(id)).toEqual(['account', 'account', 'receipt', 'invoice', 'invoice']);
    const [told] = await linesOf(id, '?groups=receipt');
    expect(told).toMatchObject({ amount: euro('900.00'), itemCount: 3, items: [{ id: receipt }, {}, {}] });
    const [applied] = await linesOf(id, '?groups=account&limit=1');
    expect(applied).toMatchObject({ what: 'application', items: [{ id: receipt }, { id: second }] });
  });
});

describe('what stops and what is to be done', () => {
  it('disputes are placed and lifted with reason and person; tasks are given, done, taken up again', async () => {
    const { id } = await aCustomer();
    const itemId = await opens('invoice', id, 90_000n);
    const hold = { kind: 'dispute', reason: 'short delivery', untilOn: '2026-04-01' };
    const { id: holdId } = await send(lucia, 'POST', `/items/${itemId}/holds`, hold);
    expect(await linesOf(id, '?groups=dispute')).toMatchObject([
      { kind: 'dispute_placed', text: 'short delivery', day: '2026-04-01', state: 'in_force', undo: { kind: 'hold' } },
    ]);
    await send(lucia, 'POST', `/holds/${holdId}/release`, { reason: 'credited' });
    const task = { title: 'Ask Rosa for the slip', subjectKind: 'customer', subjectId: id, assigneeId: lucia.id };
    const { id: taskId } = await send(lucia, 'POST', '/tasks', { ...task, due: { on: '2026-03-04' } });
    await send(lucia, 'POST', `/tasks/${taskId}/end`, { status: 'done' });
    await send(lucia, 'POST', `/tasks/${taskId}/reopen`);
    expect(await kindsOf(id)).toEqual([
      ...['task_reopened', 'task_done', 'task_made', 'dispute_lifted', 'dispute_placed', 'invoice'],
    ]);
    expect((await linesOf(id, '?groups=dispute'))[0]).toMatchObject({ text: 'credited', by: 'Lucia Ferrandi' });
  });
});

describe('finding', () => {
  it('goes by words in notes, numbers and reasons, by day, and by sort with its count', async () => {
    const { id } = await aCustomer();
    const itemId = await opens('invoice', id, 90_000n);
    await send(lucia, 'POST', `/customers/${id}/activities`, { text: 'Rosa’s portal shows nothing', kind: 'note' });
    await send(lucia, 'POST', `/items/${itemId}/holds`, { kind: 'dispute', reason: 'no portal entry' });
    expect(await kindsOf(id, '?search=portal')).toEqual(['dispute_placed', 'note']);
    const [invoice] = (await linesOf(id, '?groups=document')) as unknown as { items: { number: string }[] }[];
    const number = invoice?.items[0]?.number;
    expect(await kindsOf(id, `?search=${number}`)).toEqual(['dispute_placed', 'invoice']);
    expect(await kindsOf(id, '?until=2026-03-01')).toEqual([]);
    expect(await kindsOf(id, '?from=2026-03-02&until=2026-03-02')).toHaveLength(3);
    const counts = (await lucia.get(at(`/customers/${id}/timeline/counts?search=portal`))).body;
    expect(counts).toEqual({
      total: 2,
      groups: [
        { group: 'note', count: 1 },
        { group: 'dispute', count: 1 },
      ],
    });
    const one = await lucia.get(at(`/customers/${id}/timeline?groups=gossip`));
    expect(one.status).toBe(400);
  });

  it('shows every line once over pages of any size', async () => {
    const { id } = await aCustomer();
    const days = [...Array(9).keys()].map((day) => addDays(localDate('2026-02-20'), day));
    for (const [index, day] of days.entries()) {
      const happenedAt = `${day}T09:00:00Z`;
      await send(lucia, 'POST', `/customers/${id}/activities`, { text: `note ${index}`, happenedAt });
      await send(lucia, 'POST', `/customers/${id}/activities`, { text: `again ${index}`, happenedAt });
    }
    const whole = (await linesOf(id)).map((line) => line.id);
    expect(whole).toHaveLength(18);
    for (const limit of [1, 4, 7]) {
      const seen: unknown[] = [];
      let cursor: unknown = null;
      do {
        const after = cursor === null ? '' : `&cursor=${cursor}`;
        const page = (await lucia.get(at(`/customers/${id}/timeline?limit=${limit}${after}`))).body;
        seen.push(...page.rows.map((row) => row.id));
        cursor = page.next;
      } while (cursor !== null);
      expect(seen).toEqual(whole);
    }
  });
});

describe('another company', () => {
  it('finds no such customer, whatever part of it is asked for', async () => {
    const other = await test.addCompany('US01');
    const uma = await test.signIn('Uma', other, 'collections_analyst');
    const { id } = await aCustomer();
    const ofOne = test.app.routes.filter(({ method, url }) => method === 'GET' && /\/customers\/:id(\/|$)/.test(url));
    expect(ofOne.length).toBeGreaterThan(15);
    const answers: string[] = [];
    for (const { url } of ofOne) {
      const address = url.replace('/api/v1', '').replace(':company', 'US01').replace(':id', id);
      const { status } = await uma.get(address);
      if (status !== 404) answers.push(`${status} ${url}`);
    }
    expect(answers).toEqual([]);
  });
});
