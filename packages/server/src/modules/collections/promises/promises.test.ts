import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import { sql } from '../../../platform/database/sql.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import { type LedgerAct, performAct } from '../../ledger/index.ts';
import { judgeAll, refreshWorklist } from '../index.ts';

let test: TestApp;
let analyst: Caller;
let expert: Caller;
let scope: Scope;
let documents = 0;

beforeAll(async () => {
  test = await openTestApp(); // its clock stands on Monday 2 March 2026
  const company = await test.addCompany('IT01');
  analyst = await test.signIn('Ada', company, 'collections_analyst');
  expert = await test.signIn('Eva', company, 'expert');
  scope = { company, actor: test.operator };
});
afterAll(() => test.close());

const at = (address: string) => `/companies/IT01${address}`;
const euro = (amount: string) => ({ amount, currency: 'EUR' });
const DAY = 24 * 60;

async function aCustomer(): Promise<string> {
  const id = newId();
  await test.app.services.database.write(scope, (tx) =>
    insertCustomers(tx, [{ id, number: id.slice(-8), name: 'Vetreria' }], null),
  );
  return id;
}

const act = (ledgerAct: LedgerAct) =>
  runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) => performAct(tx, ledgerAct));

async function open(
  kind: 'invoice' | 'receipt',
  customerId: string,
  amountMinor: bigint,
  day: string,
): Promise<string> {
  const number = `${kind}-${++documents}`;
  const instalments = [{ dueOn: localDate(day), amountMinor }];
  const issuedOn = localDate(kind === 'receipt' ? day : '2026-01-02');
  const document = { kind, number, customerId, currency: 'EUR', issuedOn, instalments };
  return (await act({ kind: 'document', document })).itemIds[0] ?? '';
}

async function apply(creditItemId: string, debitItemId: string, amountMinor: bigint): Promise<string> {
  const done = await act({ kind: 'application', allocations: [{ creditItemId, debitItemId, amountMinor }] });
  return done.entryIds[0] ?? '';
}

const make = (customerId: string, body: object, caller = analyst) =>
  caller.send('POST', at(`/customers/${customerId}/promises`), body);

async function promisesOf(customerId: string, query = '') {
  await judgeAll(test.app.services.database, scope);
  const { body } = await analyst.get(at(`/customers/${customerId}/promises${query}`));
  return body as unknown as { rows: { id: string; state: string }[]; kept: number; broken: number; partlyKept: number };
}
const states = async (customerId: string, query = '') =>
  (await promisesOf(customerId, query)).rows.map((row) => row.state);
const holds = async (customerId: string) => (await analyst.get(at(`/customers/${customerId}/holds`))).body.rows;
const events = (customerId: string) =>
  test.app.services.database.read(scope, (tx) =>
    tx.all<{ kind: string }>(sql`
      select kind from outbox_event where company_id = ${tx.company.id} and subject_kind = 'promise' and data ->> 'customerId' = ${customerId}
        order by recorded_at, id`),
  );

describe('a promise', () => {
  it('holds its items until its deadline, is kept by the money, and the bounce breaks it again', async () => {
    const customerId = await aCustomer();
    const invoice = await open('invoice', customerId, 100_000n, '2026-02-01');
    const body = {
      itemIds: [invoice],
      parts: [{ promisedOn: '2026-03-06', amount: euro('600.00') }],
      note: 'on Friday',
    };
    expect((await make(customerId, body)).status).toBe(200);
    expect((await promisesOf(customerId)).rows).toMatchObject([
      {
        state: 'open',
        deadlineOn: '2026-03-10',
        tolerance: euro('6.00'),
        madeByName: 'Ada',
        itemNumbers: ['invoice-1'],
      },
    ]);
    expect(await holds(customerId)).toMatchObject([
      { kind: 'promise', amount: euro('600.00'), untilOn: '2026-03-10', itemId: invoice },
    ]);

    const receipt = await open('receipt', customerId, 60_000n, '2026-03-02');
    expect(await states(customerId)).toEqual(['open']); // the money is there, and not applied to the item
    const application = await apply(receipt, invoice, 60_000n);
    expect(await promisesOf(customerId)).toMatchObject({ kept: 1, rows: [{ state: 'kept', inTime: euro('600.00') }] });
    expect(await holds(customerId)).toEqual([]);

    await act({ kind: 'reversal', entryId: application, withDependents: true, reason: 'returned unpaid' });
    expect(await states(customerId)).toEqual(['open']);
    expect(await holds(customerId)).toHaveLength(1);
    expect((await events(customerId)).map((event) => event.kind)).toEqual([
      'promise.made',
      'promise.kept',
      'promise.reopened',
    ]);
  });

  it('on the account stands for what is not disputed, also when the dispute comes after it', async () => {
    const customerId = await aCustomer();
    const first = await open('invoice', customerId, 100_000n, '2026-02-01');
    const second = await open('invoice', customerId, 80_000n, '2026-02-10');
    const dispute = (itemId: string, amount: string) =>
      analyst.send('POST', at(`/items/${itemId}/holds`), {
        kind: 'dispute',
        reason: 'short by two boxes',
        amount: euro(amount),
      });
    expect((await dispute(first, '900.00')).status).toBe(201);
    await make(customerId, { parts: [{ promisedOn: '2026-03-06', amount: euro('500.00') }] });
    const promised = async () => {
      await promisesOf(customerId);
      const own = (await holds(customerId)).filter(({ kind }) => kind === 'promise');
      return Object.fromEntries(own.map(({ itemId, amount }) => [itemId, (amount as { amount: string }).amount]));
    };
    expect(await promised()).toEqual({ [first]: '100.00', [second]: '400.00' });
    expect((await dispute(second, '700.00')).status).toBe(201);
    expect(await promised()).toEqual({ [first]: '400.00', [second]: '100.00' });
  });

  it('read in a mail is of a mail of this customer', async () => {
    const customerId = await aCustomer();
    await open('invoice', customerId, 100_000n, '2026-02-01');
    const body = { parts: [{ promisedOn: '2026-03-06', amount: euro('500.00') }], messageId: newId() };
    expect(await make(customerId, body)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    expect(await states(customerId)).toEqual([]);
  });

  it('on the account holds what is due first, and shows on the timeline as the call it was made in', async () => {
    const customerId = await aCustomer();
    const late = await open('invoice', customerId, 30_000n, '2026-01-31');
    const later = await open('invoice', customerId, 40_000n, '2026-02-28');
    await make(customerId, { parts: [{ promisedOn: '2026-03-05', amount: euro('500.00') }], note: 'spoke with Rosa' });
    const held = await holds(customerId);
    expect(held.find((hold) => hold.itemId === late)).toMatchObject({ amount: euro('300.00') });
    expect(held.find((hold) => hold.itemId === later)).toMatchObject({ amount: euro('200.00') });
    const timeline = (await analyst.get(at(`/customers/${customerId}/activities`))).body.rows;
    expect(timeline).toMatchObject([{ kind: 'call', text: 'spoke with Rosa', actorName: 'Ada' }]);
    await refreshWorklist(test.app.services.database, scope);
    const entry = (await analyst.get(at(`/worklist/${customerId}`))).body;
    expect(entry).toMatchObject({ held: euro('500.00'), lastContactKind: 'call' });
  });

  it('in two parts on one item holds both', async () => {
    const customerId = await aCustomer();
    const invoice = await open('invoice', customerId, 100_000n, '2026-02-01');
    const parts = ['2026-03-05', '2026-03-12'].map((promisedOn) => ({ promisedOn, amount: euro('400.00') }));
    expect((await make(customerId, { itemIds: [invoice], parts })).body.promiseIds).toHaveLength(2);
    expect(await holds(customerId)).toHaveLength(2);
    await refreshWorklist(test.app.services.database, scope);
    expect((await analyst.get(at(`/worklist/${customerId}`))).body).toMatchObject({ held: euro('800.00') });
  });

  it('is refused when it stands already, lies behind us, or is more than is open', async () => {
    const customerId = await aCustomer();
    const invoice = await open('invoice', customerId, 10_000n, '2026-02-01');
    const part = (promisedOn: string, amount: string) => ({
      itemIds: [invoice],
      parts: [{ promisedOn, amount: euro(amount) }],
    });
    expect((await make(customerId, part('2026-03-01', '10.00'))).body.code).toBe('promise_day_is_over');
    expect((await make(customerId, part('2026-05-02', '10.00'))).body).toMatchObject({
      code: 'promise_day_too_far', // the policy's 60 days end on 1 May
      details: { last: '2026-05-01', days: 60 },
    });
    expect((await make(customerId, part('2026-03-05', '100.01'))).body.code).toBe('promise_above_open_amount');
    expect((await make(customerId, part('2026-03-05', '0.00'))).body.code).toBe('amount_not_positive');
    expect((await make(customerId, { ...part('2026-03-05', '1.00'), itemIds: [newId()] })).body.code).toBe(
      'promise_item_not_open',
    );
    expect((await make(customerId, { ...part('2026-03-05', '1.00'), contactId: newId() })).status).toBe(404);
    expect((await make(customerId, { ...part('2026-03-05', '1.00'), isPlan: true })).body.code).toBe(
      'plan_needs_parts',
    );
    expect((await make(customerId, part('2026-03-05', '100.00'))).status).toBe(200);
    expect((await make(customerId, part('2026-03-05', '100.00'))).body.code).toBe('promise_stands_already');
    expect((await make(customerId, part('2026-03-06', '1.00'), expert)).body.code).toBe('not_permitted');
  });

  it('is not above what is open less what others promise, in its currency; the same item ticked twice is one', async () => {
    const customerId = await aCustomer();
    const first = await open('invoice', customerId, 30_000n, '2026-02-01');
    await open('invoice', customerId, 40_000n, '2026-02-15');
    const promise = (amount: object, day: string, itemIds: string[] | null = null) =>
      make(customerId, { itemIds, parts: [{ promisedOn: day, amount }] });
    expect((await promise(euro('9999999999.00'), '2026-03-05')).body).toMatchObject({
      code: 'promise_above_account',
      details: { open: euro('700.00'), free: euro('700.00') },
    });
    expect((await promise({ amount: '10.00', currency: 'USD' }, '2026-03-05')).body.code).toBe('promise_above_account');
    expect((await promise(euro('200.00'), '2026-03-05', [first, first])).status).toBe(200);
    expect((await promise(euro('100.01'), '2026-03-09', [first])).body).toMatchObject({
      code: 'promise_above_open_amount',
      details: { open: euro('300.00'), free: euro('100.00') },
    });
    expect((await promise(euro('500.01'), '2026-03-09')).body.code).toBe('promise_above_account');
    expect((await promise(euro('500.00'), '2026-03-09')).status).toBe(200);
    expect((await promise(euro('0.01'), '2026-03-10', [first])).body.code).toBe('promise_above_open_amount');

    // What came in a moment ago makes room, though nobody judged yet.
    await apply(await open('receipt', customerId, 20_000n, '2026-03-02'), first, 20_000n);
    expect((await promise(euro('0.01'), '2026-03-10')).body.code).toBe('promise_above_account');
    expect(await states(customerId)).toEqual(['open', 'kept']);
  });

  it('in a plan runs longer than alone, and begins within the days of a promise', async () => {
    const customerId = await aCustomer();
    await open('invoice', customerId, 90_000n, '2026-02-01');
    const plan = (...days: string[]) =>
      make(customerId, { isPlan: true, parts: days.map((promisedOn) => ({ promisedOn, amount: euro('300.00') })) });
    expect((await plan('2026-06-01', '2026-07-01', '2026-08-01')).body.code).toBe('promise_day_too_far');
    expect((await plan('2026-04-01', '2036-07-01', '2026-08-01')).body.code).toBe('plan_day_too_far');
    expect((await plan('2026-04-01', '2027-07-01', '2026-08-01')).status).toBe(200);
  });

  it('can be withdrawn while it is open, with a reason, and then lets go of its items', async () => {
    const customerId = await aCustomer();
    await open('invoice', customerId, 10_000n, '2026-02-01');
    await make(customerId, { parts: [{ promisedOn: '2026-03-05', amount: euro('100.00') }] });
    const [promise] = (await promisesOf(customerId)).rows;
    const withdraw = () => analyst.send('POST', at(`/promises/${promise?.id}/withdrawal`), { reason: 'a slip' });
    expect((await withdraw()).body).toEqual({ withdrawn: 1 });
    expect(await states(customerId)).toEqual(['withdrawn']);
    expect(await holds(customerId)).toEqual([]);
    expect((await withdraw()).body.code).toBe('promise_is_judged');
  });
});

describe('as days go by', () => {
  it('promises are broken at the day’s turn, a plan with its first part, and lists tell them', async () => {
    const broken = await aCustomer();
    const late = await aCustomer();
    const planned = await aCustomer();
    for (const customerId of [broken, late, planned]) await open('invoice', customerId, 90_000n, '2026-02-01');
    await make(broken, { parts: [{ promisedOn: '2026-03-04', amount: euro('900.00') }] });
    await make(late, { parts: [{ promisedOn: '2026-03-04', amount: euro('900.00') }] });
    const parts = ['2026-03-04', '2026-04-30', '2026-03-31'].map((promisedOn) => ({
      promisedOn,
      amount: euro('300.00'),
    }));
    expect((await make(planned, { parts, isPlan: true })).body.planId).toEqual(expect.any(String));
    expect((await promisesOf(planned)).rows).toMatchObject([{ part: 3, parts: 3 }, { part: 2 }, { part: 1 }]);
    expect(await holds(planned)).toMatchObject([{ kind: 'plan', amount: euro('900.00'), untilOn: '2026-05-04' }]);
    const due = (await analyst.get(at('/promises?list=due&day=2026-03-04'))).body.rows;
    expect(due.filter((row) => [broken, late, planned].includes(String(row.customerId)))).toHaveLength(3);

    test.clock.forward(4 * DAY); // Friday the 6th: two business days after
    analyst = await test.signIn('Ada', scope.company, 'collections_analyst');
    const receipt = await open('receipt', late, 50_000n, '2026-03-06');
    expect(await states(late)).toEqual(['open']);
    test.clock.forward(3 * DAY); // Monday the 9th
    analyst = await test.signIn('Ada', scope.company, 'collections_analyst');
    expect(await states(broken)).toEqual(['broken']);
    expect(await states(late)).toEqual(['partly_kept']);
    expect(await states(planned)).toEqual(['open', 'open', 'broken']);
    expect(await holds(planned)).toEqual([]);
    expect((await analyst.get(at(`/promises?list=broken`))).body.rows.map((row) => row.customerId)).toEqual(
      expect.arrayContaining([broken, late, planned]),
    );
    expect((await promisesOf(broken)).broken).toBe(1);
    const counts = (await analyst.get(at('/promises/counts'))).body;
    const listed = (await analyst.get(at('/promises?list=due'))).body.rows;
    const short = (await analyst.get(at('/promises?list=broken'))).body.rows;
    expect(counts.brokenSince).toBe('2026-03-06');
    const sumOf = (rows: unknown) => (rows as { promises: number }[]).reduce((sum, row) => sum + row.promises, 0);
    expect([sumOf(counts.due), sumOf(counts.broken)]).toEqual([listed.length, short.length]);
    const timeline = (await analyst.get(at(`/customers/${broken}/timeline`))).body.rows;
    expect(timeline[0]).toMatchObject({ kind: 'promise_broken', by: '' });

    // The bank sends the rest late: it stays partly kept and says so. The past stays as it was.
    await open('receipt', late, 40_000n, '2026-03-09');
    expect((await promisesOf(late)).rows).toMatchObject([
      { state: 'partly_kept', inTime: euro('500.00'), late: euro('400.00'), lastMoneyOn: '2026-03-09' },
    ]);
    expect(await states(late, '?asOf=2026-03-05')).toEqual(['open']);
    expect(receipt).not.toBe('');
  });

  it('every change is kept with what caused it', async () => {
    const customerId = await aCustomer();
    const invoice = await open('invoice', customerId, 10_000n, '2026-02-01');
    await make(customerId, { itemIds: [invoice], parts: [{ promisedOn: '2026-03-12', amount: euro('100.00') }] });
    const entryId = await apply(await open('receipt', customerId, 10_000n, '2026-03-09'), invoice, 10_000n);
    const [promise] = (await promisesOf(customerId)).rows;
    expect((await analyst.get(at(`/promises/${promise?.id}`))).body.judgements).toMatchObject([
      { number: 1, state: 'open', cause: 'made', entryId: null },
      { number: 2, state: 'kept', cause: 'posting', entryId },
    ]);
  });

  it('judging again changes nothing', async () => {
    const count = () =>
      test.app.services.database.read(scope, (tx) =>
        tx.one<{ n: bigint }>(sql`select count(*) as n from promise_judgement where company_id = ${tx.company.id}`),
      );
    const before = await count();
    await judgeAll(test.app.services.database, scope);
    await judgeAll(test.app.services.database, scope);
    expect(await count()).toEqual(before);
  });
});

describe('what a company lets pass', () => {
  it('holds for promises made from then on', async () => {
    const policy = {
      toleranceDays: 0,
      countsBusinessDays: false,
      toleranceBasisPoints: 0,
      toleranceMax: euro('0.00'),
      daysAheadMax: 10,
      reason: 'to the day',
    };
    expert = await test.signIn('Eva', scope.company, 'expert');
    expect((await expert.get(at('/promise-policy'))).body).toMatchObject({ number: 0, toleranceDays: 2 });
    expect((await analyst.send('PUT', at('/promise-policy'), policy)).body.code).toBe('not_permitted');
    expect((await expert.send('PUT', at('/promise-policy'), policy)).body).toEqual({ number: 1 });
    const customerId = await aCustomer();
    await open('invoice', customerId, 10_000n, '2026-02-01');
    const late = { parts: [{ promisedOn: '2026-03-20', amount: euro('100.00') }] };
    expect((await make(customerId, late)).body.code).toBe('promise_day_too_far');
    await make(customerId, { parts: [{ promisedOn: '2026-03-13', amount: euro('100.00') }] });
    expect((await promisesOf(customerId)).rows).toMatchObject([{ deadlineOn: '2026-03-13', tolerance: euro('0.00') }]);
  });
});
