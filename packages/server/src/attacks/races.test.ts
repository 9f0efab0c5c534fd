/** The same thing by two people and in many windows at once: it happens once, the others are told, the books hold. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type Caller, openTestApp, type TestApp } from '../app.fixture.ts';
import { insertCustomers } from '../modules/customers/index.ts';
import { newId } from '../platform/ids.ts';

let test: TestApp;
let manager: Caller;
let lucia: Caller;
const CUSTOMER = newId();
const invoices: string[] = [];
const AT_ONCE = 8;

const at = (path: string): string => `/companies/IT01${path}`;
const eur = (amount: string) => ({ amount, currency: 'EUR' });

beforeAll(async () => {
  test = await openTestApp({ connectionsMax: 16 });
  const company = await test.addCompany('IT01');
  manager = await test.signIn('Imogen Thackery', company, 'manager', 'expert');
  lucia = await test.signIn('Lucia Ferrandi', company, 'collections_analyst', 'cash_analyst');
  const scope = { company, actor: test.operator };
  await test.app.services.database.write(scope, (tx) =>
    insertCustomers(tx, [{ id: CUSTOMER, number: 'C-1', name: 'ACME', country: 'IT' }], null),
  );
  for (let number = 1; number <= 3; number += 1) invoices.push(await document('invoice', `I-${number}`, '1000.00'));
});
afterAll(() => test.close());

async function document(kind: string, number: string, amount: string): Promise<string> {
  const instalments = [{ dueOn: '2026-01-31', amount: eur(amount) }];
  const body = { kind, number, customerId: CUSTOMER, issuedOn: '2026-01-15', instalments };
  return ((await manager.send('POST', at('/documents'), body)).body.itemIds as string[])[0] ?? '';
}

const made = async (path: string, body: object, by = manager): Promise<string> => {
  const answer = await by.send('POST', at(path), body);
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.body.id;
};

type Act = readonly ['POST' | 'PUT' | 'DELETE', string, object?];

/** Everybody at once, the acts in turn; how many of each answer came. */
async function atOnce(...acts: readonly Act[]): Promise<{ answers: Answer[]; done: number; refused: number }> {
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, index) => {
      const [method, path, body] = acts[index % acts.length] ?? (['POST', '/nothing'] as const);
      return (index % 2 === 0 ? manager : lucia).send(method, at(path), body);
    }),
  );
  const count = (from: number, until: number) =>
    answers.filter(({ status }) => status >= from && status < until).length;
  expect(answers.filter(({ status }) => status >= 500).map(({ text }) => text)).toEqual([]);
  return { answers, done: count(200, 300), refused: count(400, 500) };
}

const ONCE = { done: 1, refused: AT_ONCE - 1 };
const audited = async (action: string): Promise<number> => {
  const { rows } = (await manager.get(at('/audit?limit=1000'))).body;
  return rows.filter((line) => line.action === action && line.subjectKind !== 'command').length;
};

describe('of eight at once', () => {
  const task = (title: string) => ({ title, assigneeId: lucia.id, due: { inHours: 8 }, customerId: CUSTOMER });

  it('one ends a task, whether done or called off; the others are told', async () => {
    const id = await made('/tasks', task('Once'));
    const end = `/tasks/${id}/end`;
    expect(
      await atOnce(['POST', end, { status: 'done' }], ['POST', end, { status: 'cancelled', reason: 'not now' }]),
    ).toMatchObject(ONCE);
    const status = (await manager.get(at(`/tasks/${id}`))).body.status;
    await atOnce(['POST', `/tasks/${id}/reopen`]);
    expect(['done', 'cancelled']).toContain(status);
    expect(await audited('task.reopen')).toBeLessThanOrEqual(1);
    expect((await manager.get(at(`/tasks/${id}`))).body.status).toBe('open');
  });

  it('a repeated task brings one next task', async () => {
    const weekly = { kind: 'weekly', weekdays: [1], everyWeeks: 1 };
    const id = await made('/tasks', { ...task('Weekly'), due: { on: '2026-03-09' }, recurrence: weekly });
    expect(await atOnce(['POST', `/tasks/${id}/end`, { status: 'done' }])).toMatchObject(ONCE);
    const { rows } = (await manager.get(at('/tasks?whose=all&search=Weekly'))).body;
    expect(rows).toHaveLength(1);
  });

  it('one sets a customer aside for all, and it comes back once', async () => {
    const { answers } = await atOnce(['POST', `/worklist/${CUSTOMER}/marks`, { kind: 'done' }]);
    const marks = [...new Set(answers.flatMap(({ status, body }) => (status < 300 ? [body.id] : [])))];
    expect(marks.length).toBeGreaterThan(0);
    expect((await manager.get(at('/worklist?show=aside'))).body.rows).toHaveLength(1);
    const before = await audited('worklist.bring_back');
    for (const mark of marks) await atOnce(['POST', `/worklist-marks/${mark}/withdraw`]);
    expect((await audited('worklist.bring_back')) - before).toBeLessThanOrEqual(marks.length);
    expect((await manager.get(at('/worklist?show=aside'))).body.rows).toHaveLength(0);
  });

  it('one solves a blocker', async () => {
    const id = await made('/blockers', {
      text: 'No orders',
      ownerId: lucia.id,
      customerId: CUSTOMER,
      itemId: null,
      nextOn: null,
    });
    expect(await atOnce(['POST', `/blockers/${id}/solve`, { solution: 'agreed' }])).toMatchObject(ONCE);
    expect(await audited('blocker.solve')).toBe(1);
  });

  it('one cancels a call-back', async () => {
    const body = { at: '2026-03-03T10:00:00Z', assigneeId: lucia.id, note: 'again', contactId: null };
    const id = await made(`/customers/${CUSTOMER}/call-backs`, body);
    expect(await atOnce(['POST', `/call-backs/${id}/cancel`, { reason: 'they called' }])).toMatchObject(ONCE);
  });

  it('one withdraws a promise, while a receipt pays what was promised and is taken back', async () => {
    const parts = [{ promisedOn: '2026-03-10', amount: eur('400.00') }];
    const promised = await lucia.send('POST', at(`/customers/${CUSTOMER}/promises`), { itemIds: [invoices[0]], parts });
    const [id] = promised.body.promiseIds as string[];
    const receipt = await document('receipt', 'R-1', '400.00');
    const allocations = [{ creditItemId: receipt, debitItemId: invoices[0], amount: eur('400.00') }];
    const withdrawal: Act = ['POST', `/promises/${id}/withdrawal`, { reason: 'disputed now' }];
    const { answers } = await atOnce(withdrawal, ['POST', '/applications', { allocations }]);
    const applied = answers.filter(({ status, body }) => status < 300 && body.entryIds !== undefined);
    expect(applied).toHaveLength(1);
    const state = (await manager.get(at(`/promises/${id}`))).text;
    expect(state).toMatch(/withdrawn|kept/);
    const [entryId] = (applied[0]?.body.entryIds ?? []) as string[];
    expect(await atOnce(['POST', `/entries/${entryId}/reversal`, { reason: 'bounced' }])).toMatchObject(ONCE);
  });

  it('one charges interest or waives it, and the others see that it changed', async () => {
    const terms = { scheme: 'reference', rateE4: 80_000, dayCount: 'act365', graceDays: 0, noteDueDays: 14 };
    const more = { minimum: eur('10.00'), fee: eur('0.00'), fromOn: '2025-01-01', reason: 'as the law has it' };
    await manager.send('PUT', at('/interest-terms'), { ...terms, ...more });
    await manager.send('PUT', at('/reference-rates/2026-01-01'), { rateE4: 21_500 });
    const { rows } = (await manager.get(at('/interest-proposals'))).body;
    const [proposal] = rows as unknown as { total: object; lines: { itemId: string }[] }[];
    const body = { itemIds: proposal?.lines.map(({ itemId }) => itemId), total: proposal?.total };
    const path = `/customers/${CUSTOMER}/interest`;
    const waiver = { ...body, reason: 'goodwill' };
    const { done } = await atOnce(['POST', `${path}-charges`, body], ['POST', `${path}-waivers`, waiver]);
    expect(done).toBe(1);
  });

  it('the hold of a customer is released once', async () => {
    const id = await made(`/customers/${CUSTOMER}/holds`, { kind: 'quiet_period', reason: 'audit there' });
    expect(await atOnce(['POST', `/holds/${id}/release`, { reason: 'over' }])).toMatchObject(ONCE);
  });

  it('one dunning run begins', async () => {
    const { done } = await atOnce(['POST', '/dunning/runs']);
    const { rows } = (await manager.get(at('/dunning/runs'))).body;
    expect(rows.length).toBeLessThanOrEqual(1);
    expect(done).toBe(rows.length);
  });
});

it('the books hold after all of it', async () => {
  const invariants = await test.app.services.verify(await test.app.services.operatorScope('IT01'));
  expect(invariants.filter(({ ok }) => !ok)).toEqual([]);
});
