import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import { type LedgerAct, performAct } from '../../ledger/index.ts';

let test: TestApp;
let analyst: Caller;
let manager: Caller;
let expert: Caller;
let scope: Scope;

beforeAll(async () => {
  test = await openTestApp(); // its clock stands on Monday 2 March 2026
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  await signIn();
});
afterAll(() => test.close());

/** A session ends while the clock is turned. */
async function signIn(): Promise<void> {
  analyst = await test.signIn('Ada', scope.company, 'collections_analyst');
  manager = await test.signIn('Mia', scope.company, 'manager');
  expert = await test.signIn('Eva', scope.company, 'expert');
}

async function daysPass(days: number): Promise<void> {
  test.clock.forward(days * 24 * 60);
  await signIn();
}

const at = (address: string) => `/companies/IT01${address}`;
const euro = (amount: string) => ({ amount, currency: 'EUR' });
const act = (ledgerAct: LedgerAct) =>
  runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) => performAct(tx, ledgerAct));

let documents = 0;
async function open(kind: 'invoice' | 'receipt', customerId: string, amountMinor: bigint, day: string) {
  const instalments = [{ dueOn: localDate(day), amountMinor }];
  const issuedOn = localDate(kind === 'receipt' ? day : '2025-11-30');
  const document = { kind, number: `D-${++documents}`, customerId, currency: 'EUR', issuedOn, instalments };
  return (await act({ kind: 'document', document })).itemIds[0] ?? '';
}

async function aCustomer(number: string): Promise<string> {
  const id = newId();
  await test.app.services.database.write(scope, (tx) => insertCustomers(tx, [{ id, number, name: number }], null));
  return id;
}

const pay = async (customerId: string, itemId: string, amountMinor: bigint, day: string) => {
  const creditItemId = await open('receipt', customerId, amountMinor, day);
  await act({ kind: 'application', allocations: [{ creditItemId, debitItemId: itemId, amountMinor }] });
};

const plan = (itemIds: string[] | null, more: object = {}) => ({
  itemIds,
  parts: [
    { promisedOn: '2026-04-01', amount: euro('600.00') },
    { promisedOn: '2026-05-01', amount: euro('600.00') },
  ],
  isPlan: true,
  interest: { basisPoints: 600, dayCount: 'act365' },
  ...more,
});
const agree = (customerId: string, body: object) => analyst.send('POST', at(`/customers/${customerId}/promises`), body);
type Row = { customerId: string; total: unknown; plan: { id: string } | null };
const proposalsOf = async (customerId: string) => {
  const { body } = await analyst.get(at('/interest-proposals'));
  return (body.rows as unknown as Row[]).filter((row) => row.customerId === customerId);
};

describe('a plan agreed with interest', () => {
  let customerId = '';
  let invoice = '';
  let planId = '';

  it('shows principal and interest of each part, on named items only, and one plan of interest an item', async () => {
    customerId = await aCustomer('4711');
    invoice = await open('invoice', customerId, 120_000n, '2026-01-31');
    expect((await agree(customerId, plan(null))).body.code).toBe('plan_interest_needs_items');
    const single = { ...plan([invoice]), parts: [plan(null).parts[0]], isPlan: false };
    expect((await agree(customerId, single)).body.code).toBe('plan_interest_needs_items');
    const agreed = await agree(customerId, plan([invoice]));
    planId = String(agreed.body.planId);
    const { rows } = (await analyst.get(at(`/customers/${customerId}/promises`))).body;
    expect(rows).toMatchObject([
      { part: 2, amount: euro('600.00'), interest: euro('2.96') },
      { part: 1, amount: euro('600.00'), interest: euro('5.92') },
    ]);
    const again = plan([invoice], { parts: plan(null).parts.map((part) => ({ ...part, amount: euro('100.00') })) });
    expect((await agree(customerId, again)).body.code).toBe('plan_interest_runs_already');
  });

  it('asks nothing before a part is due, then what the schedule says, also where the company asks no late interest', async () => {
    expect(await proposalsOf(customerId)).toEqual([]);
    await daysPass(30); // 1 April
    await pay(customerId, invoice, 60_000n, '2026-04-01');
    expect(await proposalsOf(customerId)).toMatchObject([
      {
        total: euro('5.92'),
        lines: [],
        plan: {
          id: planId,
          principal: euro('1200.00'),
          basisPoints: 600,
          fromOn: '2026-03-02',
          untilOn: '2026-04-01',
          asked: euro('0.00'),
          stretches: [{ fromOn: '2026-03-02', toOn: '2026-03-31', days: 30, open: euro('1200.00'), rateE4: 60_000 }],
        },
      },
    ]);
  });

  it('is charged by who may adjust, once, as it was seen; the note is judged with no promise', async () => {
    const charge = (total: string, caller = manager) =>
      caller.send('POST', at(`/plans/${planId}/interest-charges`), { total: euro(total) });
    expect((await charge('5.92', analyst)).body.code).toBe('not_permitted');
    expect((await charge('5.93')).body.code).toBe('interest_changed');
    const charged = (await charge('5.92')).body;
    expect(charged).toMatchObject({ number: 'INT-2026-0001' });
    const note = (await analyst.get(at(`/items/${charged.itemId}`))).body;
    expect(note).toMatchObject({ kind: 'debit_note', open: euro('5.92'), dueOn: '2026-04-15' });
    expect(await proposalsOf(customerId)).toEqual([]);
    expect((await charge('5.92')).body.code).toBe('interest_changed');
    const { rows } = (await analyst.get(at(`/customers/${customerId}/promises`))).body;
    expect(rows).toMatchObject([{ state: 'open' }, { state: 'kept', inTime: euro('600.00') }]);

    await act({
      kind: 'reversal',
      entryId: String(note.openingEntryId),
      withDependents: true,
      reason: 'goodwill',
    });
    expect(await proposalsOf(customerId)).toMatchObject([{ total: euro('5.92') }]);
    expect((await charge('5.92')).body).toMatchObject({ number: 'INT-2026-0002' });
  });

  it('paid late costs the days that it was late; waiving needs a reason; kept, nothing is left to ask', async () => {
    await daysPass(34); // 5 May: the last day in time, for the 1st is a Friday
    await pay(customerId, invoice, 60_000n, '2026-05-05');
    const waive = (body: object) => manager.send('POST', at(`/plans/${planId}/interest-waivers`), body);
    expect(await proposalsOf(customerId)).toMatchObject([{ total: euro('3.35') }]); // 34 days of 600.00, less rounding
    expect((await waive({ total: euro('3.35') })).status).toBe(400);
    expect((await waive({ total: euro('3.35'), reason: 'paid in full' })).status).toBe(204);
    expect(await proposalsOf(customerId)).toEqual([]);
    const { rows } = (await analyst.get(at(`/customers/${customerId}/promises`))).body;
    expect(rows).toMatchObject([{ state: 'kept' }, { state: 'kept' }]);
  });
});

describe('late interest of the company and a plan’s', () => {
  const terms = {
    ...{ scheme: 'contract', rateE4: 100_000, dayCount: 'act365', graceDays: 0, noteDueDays: 14 },
    ...{ minimum: euro('0.00'), fee: euro('40.00'), fromOn: '2026-01-01', reason: 'the contract' },
  };

  it('never ask for the same day: the plan’s days rest, and count again from the day it breaks', async () => {
    const customerId = await aCustomer('4712');
    const invoice = await open('invoice', customerId, 120_000n, '2026-04-30'); // 5 days late on 5 May
    const parts = ['2026-06-04', '2026-07-06'].map((promisedOn) => ({ promisedOn, amount: euro('600.00') }));
    expect((await agree(customerId, plan([invoice], { parts }))).status).toBe(200);
    expect((await expert.send('PUT', at('/interest-terms'), terms)).status).toBe(200);
    await daysPass(30); // 4 June: the first part is due
    expect(await proposalsOf(customerId)).toMatchObject([
      // 1 to 4 May at the company's 10 %, the 30 days of the plan at its 6 %
      { plan: null, interest: euro('1.32'), fee: euro('40.00'), lines: [{ days: 4 }] },
      { plan: { fromOn: '2026-05-05', untilOn: '2026-06-04' }, total: euro('5.92') },
    ]);
    await daysPass(10); // 14 June: the deadline of the first part was Monday the 8th
    expect(await proposalsOf(customerId)).toMatchObject([
      { plan: null, interest: euro('3.29'), lines: [{ days: 10 }] }, // 4 days before the plan, 6 after it
      { plan: { untilOn: '2026-06-09' }, total: euro('6.90') },
    ]);
  });
});
