/** A month of a small company, through the API alone: every answer on the way is compared with its documented shape. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Answer, type AnswerBody, type Caller, openTestApp, type TestApp } from './app.fixture.ts';
import { insertCustomers } from './modules/customers/index.ts';
import type { Company } from './platform/database/transaction.ts';
import { newId } from './platform/ids.ts';

let test: TestApp;
let company: Company;
let manager: Caller;
let analyst: Caller;
const customerId = newId();

beforeAll(async () => {
  test = await openTestApp();
  company = await test.addCompany('IT01');
  manager = await test.signIn('Marta', company, 'manager');
  analyst = await test.signIn('Carlo', company, 'cash_analyst');
  const { database } = test.app.services;
  await database.write({ company, actor: test.operator }, (tx) =>
    insertCustomers(tx, [{ id: customerId, number: '4711', name: 'Vetreria Lombarda' }], null),
  );
});

afterAll(() => test.close());

const at = (address: string) => `/companies/IT01${address}`;
const eur = (amount: string) => ({ amount, currency: 'EUR' });

const document = (kind: string, number: string, amount: string, dueOn = '2026-02-15') => ({
  kind,
  number,
  customerId,
  issuedOn: '2026-01-15',
  instalments: [{ dueOn, amount: eur(amount) }],
});

interface Posted extends AnswerBody {
  readonly entryIds: readonly string[];
  readonly itemIds: readonly string[];
}

async function post(caller: Caller, address: string, body: object, key?: string): Promise<Answer & { body: Posted }> {
  const answer = await caller.send('POST', at(address), body, key ? { 'idempotency-key': key } : {});
  return answer as Answer & { body: Posted };
}

const openOf = async (itemId = '') => (await manager.get(at(`/items/${itemId}`))).body.open;
const agingTotals = async (query = '') => (await manager.get(at(`/aging${query}`))).body.totals;

describe('a month of a small company', () => {
  let invoice: Posted;
  let receipt: Posted;
  let application: Posted;
  let knownBefore = '';
  let promiseId = '';
  let taskId = '';
  let dunningRunId = '';

  it('an invoice is entered once, however often the request is sent', async () => {
    const body = document('invoice', 'FV-1', '1000.00');
    const answers = await Promise.all([1, 2, 3].map(() => post(manager, '/documents', body, 'invoice-1')));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => answer.body.itemIds[0])).size).toBe(1);
    invoice = answers[0]?.body as Posted;
    expect(await openOf(invoice.itemIds[0])).toEqual(eur('1000.00'));
  });

  it('the same key with another amount is refused, and so is the same number with another key', async () => {
    const other = document('invoice', 'FV-1', '999.00');
    expect((await post(manager, '/documents', other, 'invoice-1')).body.code).toBe('idempotency_key_reused');
    expect((await post(manager, '/documents', other, 'invoice-2')).body).toMatchObject({
      status: 409,
      code: 'document_number_is_unique',
    });
  });

  it('who may not enter documents or write off is told which permission it takes', async () => {
    const refused = await post(analyst, '/documents', document('invoice', 'FV-9', '1.00'));
    expect(refused.body).toMatchObject({ code: 'not_permitted', details: { permission: 'ledger.post' } });
    const body = { kind: 'write_off', amount: eur('1.00'), reason: 'small' };
    const writeOff = await post(analyst, `/items/${invoice.itemIds[0]}/adjustments`, body);
    expect(writeOff.body).toMatchObject({ code: 'not_permitted', details: { permission: 'ledger.adjust' } });
  });

  it('a receipt is applied by two people at once, and counts once', async () => {
    receipt = (await post(manager, '/documents', document('receipt', 'R-1', '600.00', '2026-01-15'))).body;
    knownBefore = String((await manager.get(at('/aging'))).body.knownAt);
    const allocations = [{ creditItemId: receipt.itemIds[0], debitItemId: invoice.itemIds[0], amount: eur('600.00') }];
    const answers = await Promise.all([
      post(analyst, '/applications', { allocations }),
      post(manager, '/applications', { allocations }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    application = answers.find((answer) => answer.status === 200)?.body as Posted;
    expect(await openOf(invoice.itemIds[0])).toEqual(eur('400.00'));
    expect(await openOf(receipt.itemIds[0])).toEqual(eur('0.00'));
  });

  it('the aging foots, today and as it was known before', async () => {
    expect(await agingTotals()).toMatchObject([
      { currency: 'EUR', unapplied: '0.00', total: '400.00', buckets: ['400.00', '0.00', '0.00', '0.00'] },
    ]);
    expect(await agingTotals(`?knownAt=${knownBefore}`)).toMatchObject([{ unapplied: '-600.00', total: '400.00' }]);
    const { asOf, knownAt } = (await manager.get(at('/aging'))).body;
    const control = await manager.get(at(`/aging/control?asOf=${asOf}&knownAt=${knownAt}`));
    expect(control.body.totals).toEqual([
      { account: 'receivable', total: eur('400.00') },
      { account: 'unapplied', total: eur('0.00') },
    ]);
    expect((await manager.get(at('/aging?asOf=2027-01-01'))).body.code).toBe('as_of_in_future');
  });

  it('an application is undone with its reason, which the trail keeps', async () => {
    const undone = await post(analyst, `/entries/${application.entryIds[0]}/reversal`, { reason: 'wrong invoice' });
    expect(undone.status).toBe(200);
    expect(await openOf(invoice.itemIds[0])).toEqual(eur('1000.00'));
    expect(await agingTotals(`?knownAt=${knownBefore}`)).toMatchObject([{ unapplied: '-600.00' }]);
    const again = await post(analyst, `/entries/${application.entryIds[0]}/reversal`, { reason: 'again' });
    expect(again.status).toBe(409);
    const trail = (await manager.get(at('/audit?limit=1'))).body.rows;
    expect(trail).toMatchObject([
      { actorName: 'Carlo', action: 'ledger.reversal', after: { reason: 'wrong invoice' } },
    ]);
  });

  it('an act dated tomorrow waits, and is withdrawn', async () => {
    const body = { ...document('invoice', 'FV-2', '50.00', '2026-04-01'), issuedOn: '2026-03-20' };
    const pending = (await post(manager, '/documents', body)).body;
    expect(pending).toMatchObject({ state: 'pending', entryIds: [] });
    expect((await manager.get(at('/pending-acts'))).body.rows).toMatchObject([
      { id: pending.pendingId, effectiveOn: '2026-03-20' },
    ]);
    const withdrawn = await post(manager, `/pending-acts/${pending.pendingId}/withdrawal`, { reason: 'entered twice' });
    expect(withdrawn.status).toBe(204);
    expect((await manager.get(at('/pending-acts'))).body.rows).toEqual([]);
  });

  it('a month is closed by those who may, and then nobody posts in it', async () => {
    expect((await post(analyst, '/periods/2026-01/close', {})).body.code).toBe('not_permitted');
    const closed = await manager.send('POST', at('/periods/2026-01/close'));
    expect(closed).toMatchObject({ status: 200, body: { month: '2026-01', endsOn: '2026-01-31' } });
    const totals = closed.body.controlTotals as { account: string; functional: { amount: string } }[];
    expect(totals.map((total) => total.account)).toContain('receivable');
    expect((await analyst.get(at('/periods/2026-01/control-totals'))).body).toEqual(closed.body);
    expect((await analyst.get(at('/periods/2026-02/control-totals'))).status).toBe(404);
    const late = {
      allocations: [{ creditItemId: receipt.itemIds[0], debitItemId: invoice.itemIds[0], amount: eur('1.00') }],
    };
    const refused = await post(manager, '/applications', { ...late, effectiveOn: '2026-01-20' });
    expect(refused.body).toMatchObject({ status: 409, code: 'period_is_closed' });
    expect((await manager.send('POST', at('/periods/2026-02/closing'))).status).toBe(204);
    expect((await post(analyst, '/applications', { ...late, effectiveOn: '2026-02-20' })).body.code).toBe(
      'period_is_closing',
    );
    expect((await post(manager, '/applications', { ...late, effectiveOn: '2026-02-20' })).status).toBe(200);
  });

  it('the journal balances and the ledger proves itself', async () => {
    const journal = await manager.send('POST', at('/journals'));
    expect(journal.status).toBe(200);
    const verify = (await manager.get(at('/verify'))).body as unknown as { invariant: string; ok: boolean }[];
    expect(verify.filter((one) => !one.ok)).toEqual([]);
  });

  it('a collector notes a promise and gives a task, and a calendar is filled', async () => {
    const promised = { parts: [{ promisedOn: '2026-03-27', amount: eur('100.00') }] };
    const promise = await manager.send('POST', at(`/customers/${customerId}/promises`), promised);
    const due = { on: '2026-03-27' };
    const task = await manager.send('POST', at('/tasks'), { title: 'Statement', assigneeId: analyst.id, due });
    const list = { code: 'ITALY', name: 'Italy', country: 'IT' };
    const holidays = await manager.send('POST', at('/holiday-lists'), list);
    expect([promise.status, task.status, holidays.status]).toEqual([200, 201, 201]);
    promiseId = (promise.body.promiseIds as string[])[0] ?? '';
    taskId = task.body.id;
  });

  it('a strategy is switched on, and a run looks at every customer', async () => {
    const usual = (await manager.get(at('/strategies'))).body.usual;
    const proposed = await manager.send('POST', at('/strategies'), { strategies: [usual], reason: 'the first' });
    const chosen = { number: proposed.body.number, reason: 'untried' };
    expect((await manager.send('POST', at('/strategies/in-force'), chosen)).status).toBe(200);
    const started = await manager.send('POST', at('/dunning/runs'));
    expect(started.status).toBe(200);
    dunningRunId = started.body.id;
    const state = async () => (await manager.get(at(`/dunning/runs/${dunningRunId}`))).body.run;
    await expect.poll(state, { timeout: 10_000 }).toMatchObject({ state: 'done' });
  });

  it('whatever can be read answers as documented', async () => {
    const ids: Record<string, string> = {
      '/promises/:id': promiseId,
      '/tasks/:id': taskId,
      '/dunning/runs/:id': dunningRunId,
      '/holiday-library/:country': 'IT',
      '/holiday-lists/:code': 'ITALY',
      '/customers/:id': customerId,
      '/items/:id': invoice.itemIds[0] ?? '',
      '/entries/:id': application.entryIds[0] ?? '',
      '/receipts/:id': receipt.itemIds[0] ?? '',
    };
    const needed: Record<string, string> = {
      '/items': '?search=FV',
      '/aging/control': `?asOf=2026-03-01&knownAt=${knownBefore}`,
      '/aging': '?by=item',
      '/search': '?q=FV',
      '/written': '?q=FV',
      '/customers/find': '?search=Vet',
      '/receipts/:id/items': '?search=FV',
      '/cash/measures/receipts': '?figure=received',
      '/worklist/call-windows': `?customers=${customerId}`,
      '/call-measures': '?from=2026-03-01&until=2026-03-31',
      '/huddle/lines': '?figure=contacts',
      '/holiday-lists/:code/days': '?year=2026',
    };
    const left: string[] = [];
    const expert = await test.signIn('Elena', company, 'expert', 'manager');
    for (const route of test.app.routes) {
      if (route.method !== 'GET' || !route.url.includes('/companies/:company')) continue;
      const pattern = route.url.replace('/api/v1/companies/:company', '');
      const prefix = Object.keys(ids).find((one) => pattern.startsWith(one));
      const address = prefix ? pattern.replace(prefix, prefix.replace(/:\w+/, ids[prefix] ?? '')) : pattern;
      if (address.includes(':')) {
        left.push(pattern);
        continue;
      }
      const answer = await expert.get(at(`${address}${needed[pattern] ?? ''}`));
      expect(answer.status, `${pattern}: ${answer.text.slice(0, 500)}`).toBe(200);
    }
    // These have tests of their own.
    const elsewhere =
      /^\/(activities|advices|conversations|interest-notes|messages|portfolios|sessions|imports|journals|periods|item-changes|dunning\/prints|worklist|customer-requests|duplicates|import-mappings|approvals|refund-payments|cash\/research|cash\/policy-trials|strategy-simulations)\//;
    expect(left.filter((pattern) => !elsewhere.test(pattern))).toEqual([]);
  });
});
