import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertContacts, insertCustomers } from '../../customers/index.ts';
import { performAct } from '../../ledger/index.ts';
import { dialledNumber } from './dialled-number.ts';

let test: TestApp;
let scope: Scope;
let lucia: Caller;
let auditor: Caller;
let cash: Caller;

/** The test's clock begins on Monday 2 March 2026 at 10:00 in Rome, 04:00 in New York; the company works from 9 to 17. */
beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  lucia = await test.signIn('Lucia Ferrandi', company, 'collections_analyst');
  cash = await test.signIn('Marek Oleszyn', company, 'cash_analyst');
  auditor = await test.signIn('Aldo Auditor', company, 'auditor');
});
afterAll(() => test.close());

const at = (path: string): string => `/companies/IT01${path}`;

/** A customer in Italy with Ada at accounts payable and Bruno, who buys. */
async function aCustomer(name: string, more: object = {}): Promise<{ id: string; ada: string; bruno: string }> {
  const [id, ada, bruno] = [newId(), newId(), newId()];
  const { database } = test.app.services;
  await database.write(scope, async (tx) => {
    await insertCustomers(tx, [{ id, number: name, name, country: 'IT', ...more }], null);
    const contacts = [
      { id: bruno, customerId: id, name: 'Bruno Neri', roles: ['buyer'], phone: '+390287654321' },
      {
        id: ada,
        customerId: id,
        name: 'Ada Rossi',
        roles: ['accounts_payable'],
        phone: '06 1234 5678',
        email: 'ada@rossi.example',
      },
    ];
    await insertContacts(tx, contacts, null);
  });
  return { id, ada, bruno };
}

interface SheetBody {
  readonly chosen: number | null;
  readonly reaches: readonly { contactId: string | null; name: string; number: string; isWrong: boolean }[];
  readonly [field: string]: unknown;
}
const sheetOf = async (id: string, query = ''): Promise<SheetBody> =>
  (await lucia.get(at(`/customers/${id}/call-sheet${query}`))).body as unknown as SheetBody;
const chosenOf = (sheet: SheetBody) => sheet.reaches[sheet.chosen ?? -1];

let number = 0;
async function invoice(customerId: string, amountMinor: bigint): Promise<string> {
  number += 1;
  const document = {
    ...{
      kind: 'invoice' as const,
      number: `F-${number}`,
      customerId,
      currency: 'EUR',
      issuedOn: localDate('2026-01-02'),
    },
    instalments: [{ dueOn: localDate('2026-02-01'), amountMinor }],
  };
  const posted = await runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) =>
    performAct(tx, { kind: 'document', document }),
  );
  return posted.itemIds[0] ?? '';
}

const call = (contactId: string | null, outcome: string, more: object = {}) => ({
  contactId,
  number: '+390612345678',
  outcome,
  situation: 'first_call',
  scriptLanguage: 'it',
  startedAt: '2026-03-02T08:55:00Z',
  durationSeconds: 300,
  ...more,
});
const record = (id: string, body: object) => lucia.send('POST', at(`/customers/${id}/calls`), body);

describe('the call sheet', () => {
  it('says whom to call under which number, in words of their language, and when both sides work', async () => {
    const { id, ada } = await aCustomer('Rossi');
    const sheet = await sheetOf(id);
    expect(chosenOf(sheet)).toMatchObject({ contactId: ada, number: '+390612345678', link: 'tel:+390612345678' });
    expect(sheet).toMatchObject({ timeZone: 'Europe/Rome', situation: 'first_call', language: 'it', bestTime: null });
    expect(sheet.script).toContain('sono Lucia Ferrandi di Company IT01. Potrei parlare con Ada Rossi?');
    expect(sheet.window).toMatchObject({ isNow: true });
    expect((await sheetOf(id, '?language=en&situation=follow_up')).script).toContain('Since we last spoke');
  });

  it('of a customer in New York waits for its morning, which is 15:00 in Rome', async () => {
    const { id } = await aCustomer('Alder', { country: 'US', timeZone: 'America/New_York' });
    expect(await sheetOf(id)).toMatchObject({
      timeZone: 'America/New_York',
      window: { isNow: false, from: expect.stringMatching(/^2026-03-02T14:00/) },
    });
  });

  it('leaves out whoever said not to be called, and gives no number of theirs to dial', async () => {
    const { id, ada, bruno } = await aCustomer('Amaranti', { phone: '+39 06 12345678' });
    const said = { mayMail: true, mayCall: false, since: '2026-03-01', source: 'by phone' };
    expect((await lucia.send('POST', at(`/contacts/${ada}/consents`), said)).status).toBe(204);
    const sheet = await sheetOf(id);
    expect(chosenOf(sheet)).toMatchObject({ contactId: bruno, isRefused: false });
    expect(sheet.reaches).toHaveLength(2);
    const asked = chosenOf(await sheetOf(id, `?contact=${ada}`));
    expect(asked).toMatchObject({ contactId: ada, isRefused: true, link: null });
  });

  it('of a customer that nobody knows a number of can still be read', async () => {
    const id = newId();
    await test.app.services.database.write(scope, (tx) =>
      insertCustomers(tx, [{ id, number: 'N', name: 'Nobody' }], null),
    );
    expect(await sheetOf(id)).toMatchObject({ chosen: null, reaches: [], situation: 'first_call' });
  });
});

it('a number is read as one of the customer’s country, and told when it cannot be dialled', () => {
  expect(dialledNumber('06 1234 5678', 'IT')?.number).toBe('+390612345678');
  expect(dialledNumber('(212) 555-0142 ext. 7', 'US')).toMatchObject({
    number: '+12125550142;ext=7',
    shown: expect.stringContaining('+1 212 555 0142'),
  });
  expect(dialledNumber('+49 89 1234567', 'IT')?.link).toBe('tel:+49891234567');
  expect([dialledNumber('see the portal', 'IT'), dialledNumber('12345', null), dialledNumber(null, 'IT')]).toEqual([
    null,
    null,
    null,
  ]);
});

describe('a call that was made', () => {
  it('is one line of the timeline with its duration, and nothing else has to be filled in', async () => {
    const { id, ada } = await aCustomer('Bianchi');
    const answer = await record(id, call(ada, 'reached', { note: 'Pays with the next run' }));
    expect(answer.status).toBe(201);
    const { rows } = (await lucia.get(at(`/customers/${id}/activities`))).body;
    expect(rows).toMatchObject([
      { kind: 'call', text: 'Pays with the next run', durationSeconds: 300, contactId: ada },
    ]);
  });

  it('that found the number wrong marks it, until somebody answers on it', async () => {
    const { id, ada, bruno } = await aCustomer('Verdi');
    expect((await record(id, call(ada, 'wrong_number', { number: null }))).body.code).toBe('call_needs_number');
    await record(id, call(ada, 'wrong_number'));
    const sheet = await sheetOf(id);
    expect(sheet.reaches.find(({ contactId }) => contactId === ada)?.isWrong).toBe(true);
    expect(chosenOf(sheet)?.contactId).toBe(bruno);
    await record(id, call(ada, 'left_message', { startedAt: '2026-03-02T08:58:00Z' }));
    expect((await sheetOf(id)).reaches.some(({ isWrong }) => isWrong)).toBe(false);
  });

  it('that ends with a promise holds it, and counts it', async () => {
    const { id, ada } = await aCustomer('Gialli');
    await invoice(id, 1_240_000n);
    const parts = [{ promisedOn: '2026-03-06', amount: { amount: '12400.00', currency: 'EUR' } }];
    expect((await record(id, call(ada, 'promised'))).body.code).toBe('call_next_missing');
    const answer = await record(id, call(ada, 'promised', { next: { kind: 'promise', parts } }));
    expect(answer.body.next).toMatchObject({ kind: 'promise', count: 1 });
    const { rows } = (await lucia.get(at(`/customers/${id}/promises`))).body;
    expect(rows).toMatchObject([{ promisedOn: '2026-03-06', activityId: answer.body.activityId, channel: 'call' }]);
    expect((await lucia.get(at(`/customers/${id}/activities`))).body.rows).toHaveLength(1);
  });

  it('whose next step is refused is not recorded either', async () => {
    const { id, ada } = await aCustomer('Rosa');
    const parts = [{ promisedOn: '2026-02-06', amount: { amount: '10.00', currency: 'EUR' } }];
    expect((await record(id, call(ada, 'promised', { next: { kind: 'promise', parts } }))).body.code).toBe(
      'promise_day_is_over',
    );
    expect((await lucia.get(at(`/customers/${id}/activities`))).body.rows).toEqual([]);
  });

  it('of tomorrow, or with somebody of another customer, is refused', async () => {
    const { id, ada } = await aCustomer('Uno');
    const other = await aCustomer('Due');
    expect((await record(id, call(ada, 'reached', { startedAt: '2026-03-03T08:00:00Z' }))).body.code).toBe(
      'call_not_past',
    );
    expect((await record(id, call(other.ada, 'reached'))).status).toBe(404);
  });
});

describe('a call-back', () => {
  const backs = async () => (await lucia.get(at('/call-backs'))).body.rows;

  it('set in a call is listed by its instant, on the customer’s clock, until a call reaches somebody', async () => {
    const { id, ada } = await aCustomer('Azzurri');
    const next = { kind: 'call_back', at: '2026-03-02T09:30:00Z', assigneeId: lucia.id };
    await record(id, call(ada, 'call_back', { next, note: 'Is in a meeting' }));
    expect(await backs()).toMatchObject([
      {
        customerName: 'Azzurri',
        contactName: 'Ada Rossi',
        note: 'Is in a meeting',
        theirZone: 'Europe/Rome',
        window: { isNow: true },
      },
    ]);
    const [{ id: backId } = { id: '' }] = await backs();
    await record(id, call(ada, 'no_answer', { callBackId: backId, startedAt: '2026-03-02T08:59:00Z' }));
    expect(await backs()).toHaveLength(1);
    await record(id, call(ada, 'reached', { callBackId: backId, startedAt: '2026-03-02T08:59:30Z' }));
    expect(await backs()).toEqual([]);
    expect(
      (await lucia.send('PUT', at(`/call-backs/${backId}`), { at: '2026-03-04T09:30:00Z', assigneeId: lucia.id })).body
        .code,
    ).toBe('call_back_is_ended');
  });

  it('is moved to another person, and cancelled with a reason; never set in the past', async () => {
    const { id } = await aCustomer('Viola');
    const past = await lucia.send('POST', at(`/customers/${id}/call-backs`), {
      at: '2026-03-01T09:30:00Z',
      assigneeId: lucia.id,
    });
    expect(past.body.code).toBe('call_back_is_past');
    const set = await lucia.send('POST', at(`/customers/${id}/call-backs`), {
      at: '2026-03-05T09:30:00Z',
      assigneeId: lucia.id,
    });
    await lucia.send('PUT', at(`/call-backs/${set.body.id}`), { at: '2026-03-05T10:00:00Z', assigneeId: cash.id });
    expect(await backs()).toEqual([]);
    expect((await lucia.get(at('/call-backs?whose=all'))).body.rows).toMatchObject([{ assigneeName: 'Marek Oleszyn' }]);
    expect((await lucia.send('POST', at(`/call-backs/${set.body.id}/cancel`), { reason: 'Paid' })).status).toBe(204);
    expect((await lucia.get(at('/call-backs?whose=all'))).body.rows).toEqual([]);
  });
});

it('calls are counted by person and by day: tried, right party, promises', async () => {
  const { rows } = (await lucia.get(at('/call-measures?from=2026-03-02&until=2026-03-02'))).body;
  expect(rows).toMatchObject([{ label: 'Lucia Ferrandi', attempts: 7, rightParty: 3, promises: 1, talkSeconds: 2100 }]);
  const byDay = (await lucia.get(at('/call-measures?from=2026-03-01&until=2026-03-03&by=day'))).body.rows;
  expect(byDay).toMatchObject([{ label: '2026-03-02', attempts: 7 }]);
});

describe('the words to speak by', () => {
  const script = at('/call-scripts/first_call/it');

  it('are changed by who may, tried before they are kept, and go back to what comes with the product', async () => {
    const { id } = await aCustomer('Parole');
    expect((await lucia.send('PUT', script, { body: 'Pronto' })).status).toBe(403);
    const manager = await test.signIn('Imogen Thackery', scope.company, 'manager', 'expert');
    expect((await manager.send('PUT', script, { body: 'Pronto {{ contact.age }}' })).body.code).toBe(
      'template_variable_missing',
    );
    expect((await manager.send('PUT', script, { body: 'Pronto, {{ contact.name }}?' })).body).toEqual({ number: 1 });
    expect(await sheetOf(id)).toMatchObject({ script: 'Pronto, Ada Rossi?', scriptNumber: 1 });
    expect((await manager.send('PUT', script, { body: null })).body).toEqual({ number: 2 });
    expect((await sheetOf(id)).script).toContain('Potrei parlare');
  });

  it('come in every language for every situation, with nothing missing', async () => {
    const { rows } = (await lucia.get(at('/call-scripts'))).body;
    expect(rows).toHaveLength(20);
    const expert = await test.signIn('Beatrice Conti', scope.company, 'expert');
    for (const { body } of rows) {
      const answer = await expert.send('POST', at('/call-scripts/preview'), { body });
      expect([answer.status, answer.body.detail]).toEqual([200, undefined]);
    }
  });
});

it('an auditor reads the sheet and records nothing', async () => {
  const { id, ada } = await aCustomer('Auditata');
  expect((await auditor.get(at(`/customers/${id}/call-sheet`))).status).toBe(200);
  expect((await auditor.send('POST', at(`/customers/${id}/calls`), call(ada, 'reached'))).status).toBe(403);
});

describe('what is asked for on the phone', () => {
  const euro = (amount: string) => ({ amount, currency: 'EUR' });

  it('is what My day asks for: without what is promised and disputed, and without credits that only need applying', async () => {
    const { id, ada } = await aCustomer('Verdone');
    const [promised, disputed, rest] = [
      await invoice(id, 30_000n),
      await invoice(id, 20_000n),
      await invoice(id, 50_000n),
    ];
    expect(await sheetOf(id)).toMatchObject({ collectable: [euro('1000.00')] });
    const parts = [{ promisedOn: '2026-03-10', amount: euro('300.00') }];
    await record(id, call(ada, 'promised', { next: { kind: 'promise', itemIds: [promised], parts } }));
    const dispute = { kind: 'dispute', itemIds: [disputed], reason: 'two panes broken' };
    const answer = await record(id, call(ada, 'disputed', { next: dispute }));
    expect(answer).toMatchObject({ status: 201, body: { next: { kind: 'dispute', count: 1 } } });
    const sheet = await sheetOf(id, '?situation=follow_up');
    expect(sheet).toMatchObject({
      collectable: [euro('500.00')],
      disputes: [{ itemNumber: 'F-3', reason: 'two panes broken' }],
    });
    expect(sheet.script).toContain('500,00');
    const items = sheet.items as { id: string; promisedUntil: string | null; isDisputed: boolean }[];
    expect(items.find((item) => item.id === promised)).toMatchObject({
      promisedUntil: '2026-03-12',
      isDisputed: false,
    });
    expect(items.find((item) => item.id === disputed)).toMatchObject({ promisedUntil: null, isDisputed: true });
    expect((await lucia.get(at(`/customers/${id}/collectable`))).body.rows).toEqual([
      { overdue: euro('1000.00'), held: euro('500.00'), credits: euro('0.00'), collectable: euro('500.00') },
    ]);
    // The same again holds nothing twice; an item of somebody else, or a part of two, is refused with the whole call.
    expect((await record(id, call(ada, 'disputed', { next: dispute }))).body.next).toMatchObject({ count: 0 });
    const both = { ...dispute, itemIds: [disputed, rest], amount: euro('10.00') };
    expect((await record(id, call(ada, 'disputed', { next: both }))).body.code).toBe('dispute_amount_is_of_one_item');
    const other = await aCustomer('Nerini');
    const theirs = { ...dispute, itemIds: [rest] };
    expect((await record(other.id, call(other.ada, 'disputed', { next: theirs }))).body.code).toBe(
      'dispute_item_not_open',
    );
    const part = { ...dispute, itemIds: [rest], amount: euro('100.00') };
    expect((await record(id, call(ada, 'disputed', { next: part }))).body.next).toMatchObject({ count: 1 });
    expect(await sheetOf(id)).toMatchObject({ collectable: [euro('400.00')] });
  });
});
