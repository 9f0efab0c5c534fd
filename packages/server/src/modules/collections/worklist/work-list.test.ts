import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AnswerBody, type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import { performAct } from '../../ledger/index.ts';
import { judgeAll, refreshWorklist } from '../index.ts';

let test: TestApp;
let ada: Caller;
let scope: Scope;
const ids = new Map<string, string>();

const at = (address: string) => `/companies/IT01${address}`;
const idOf = (name: string) => ids.get(name) ?? '';

async function post(kind: 'invoice' | 'receipt', name: string, amountMinor: bigint): Promise<void> {
  const document = {
    ...{ kind, number: `${kind}-${name}-${amountMinor}`, customerId: idOf(name), currency: 'EUR' },
    issuedOn: localDate('2026-01-01'),
    instalments: [{ dueOn: localDate('2026-02-01'), amountMinor }],
  };
  await runCommand(test.app.services.database, scope, { action: 'test', body: document }, (tx) =>
    performAct(tx, { kind: 'document', document }),
  );
}

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  ada = await test.signIn('Ada', company, 'collections_analyst');
  for (const name of ['Alfa', 'Beta', 'Gamma']) {
    const id = newId();
    ids.set(name, id);
    const customer = { id, number: name, name, country: 'IT' };
    await test.app.services.database.write(scope, (tx) => insertCustomers(tx, [customer], null));
  }
  await post('invoice', 'Alfa', 900_000n);
  await post('invoice', 'Beta', 300_000n);
});
afterAll(() => test.close());

const refresh = () => refreshWorklist(test.app.services.database, scope);
async function names(show = 'open'): Promise<unknown[]> {
  await refresh();
  return (await ada.get(at(`/worklist?show=${show}`))).body.rows.map((row) => row.name);
}

describe('working through the list', () => {
  it('done is away until tomorrow, and undone comes back at once', async () => {
    expect(await names()).toEqual(['Alfa', 'Beta']);
    const done = await ada.send('POST', at(`/worklist/${idOf('Alfa')}/marks`), { kind: 'done' });
    expect(await names()).toEqual(['Beta']);
    expect((await ada.get(at('/worklist?show=aside'))).body.rows).toMatchObject([
      { name: 'Alfa', aside: { kind: 'done', backOn: '2026-03-03', byName: 'Ada' } },
    ]);
    const summary = async () => (await ada.get(at('/worklist/summary'))).body;
    expect(await summary()).toMatchObject({
      ...{ customers: 1, customersInAll: 2, collectable: { amount: '3000.00' } },
      ...{ asideCustomers: 1, doneCustomers: 1, doneCollectable: { amount: '9000.00' } },
    });
    expect((await ada.send('POST', at(`/worklist-marks/${done.body.id}/withdraw`))).status).toBe(204);
    expect(await names()).toEqual(['Alfa', 'Beta']);
    expect(await summary()).toMatchObject({ customers: 2, collectable: { amount: '12000.00' }, asideCustomers: 0 });
  });

  it('a meeting with its outcome is on the timeline, lowers the score, and says when to look again, in one act', async () => {
    const meeting = { kind: 'meeting', outcome: 'reached', text: 'will look into it', backOn: '2026-03-04' };
    const recorded = await ada.send('POST', at(`/worklist/${idOf('Beta')}/contacts`), meeting);
    expect(recorded.status, recorded.text).toBe(201);
    expect(await names()).toEqual(['Alfa']);
    const timeline = (await ada.get(at(`/customers/${idOf('Beta')}/timeline`))).body.rows;
    expect(timeline[0]).toMatchObject({ kind: 'meeting', text: 'will look into it' });
    const why = (await ada.get(at(`/worklist/${idOf('Beta')}`))).body;
    expect(why).toMatchObject({ lastContactOn: '2026-03-02', aside: { kind: 'snoozed', backOn: '2026-03-04' } });
  });

  it('refuses what cannot be: a letter that reached nobody, a day that is past, two years of snooze', async () => {
    const refused = async (path: string, body: object): Promise<AnswerBody['code']> =>
      (await ada.send('POST', at(`/worklist/${idOf('Alfa')}/${path}`), body)).body.code;
    expect(await refused('contacts', { kind: 'letter', outcome: 'reached' })).toBe('outcome_not_of_kind');
    expect(await refused('marks', { kind: 'snoozed', backOn: '2026-03-02' })).toBe('snoozed_to_the_past');
    expect(await refused('marks', { kind: 'snoozed', backOn: '2028-03-02' })).toBe('snoozed_too_long');
    expect((await ada.send('POST', at(`/worklist/${newId()}/marks`), { kind: 'done' })).status).toBe(404);
  });

  it('says when to call: while the customer works, and the one who asks', async () => {
    const { rows } = (await ada.get(at(`/worklist/call-windows?customers=${idOf('Alfa')}`))).body;
    expect(rows).toMatchObject([{ timeZone: 'Europe/Rome', window: { isNow: true } }]);
  });

  it('says what changed since the evening: paid and left, new, back from snooze', async () => {
    expect((await ada.get(at('/worklist/changes'))).body).toMatchObject({ sinceOn: null, arrived: 0 });
    test.clock.forward(2 * 24 * 60);
    ada = await test.signIn('Ada', scope.company, 'collections_analyst'); // sessions have ended
    expect(await names()).toContain('Beta'); // snoozed until today
    await post('receipt', 'Alfa', 900_000n);
    await post('invoice', 'Gamma', 500_000n);
    expect(await names()).toEqual(['Gamma', 'Beta']);
    expect((await ada.get(at('/worklist/changes'))).body).toMatchObject({
      ...{ sinceOn: '2026-03-02', paid: 1, left: 0, arrived: 1 },
    });
    const { rows } = (await ada.get(at('/worklist'))).body;
    expect(rows).toMatchObject([
      { name: 'Gamma', news: { isNew: true } },
      { name: 'Beta', news: { isNew: false } },
    ]);
  });

  it('a promise for today is on the agenda; broken, it brings a snoozed customer back', async () => {
    await ada.send('POST', at(`/worklist/${idOf('Gamma')}/marks`), { kind: 'snoozed', backOn: '2026-04-30' });
    expect(await names('aside')).toEqual(['Gamma']);
    const made = await ada.send('POST', at(`/customers/${idOf('Gamma')}/promises`), {
      parts: [{ promisedOn: '2026-03-04', amount: { amount: '5000.00', currency: 'EUR' } }],
    });
    expect(made.status, made.text).toBeLessThan(300);
    expect((await ada.get(at('/worklist/changes'))).body).toMatchObject({ promisesDue: 1 });
    test.clock.forward(5 * 24 * 60);
    ada = await test.signIn('Ada', scope.company, 'collections_analyst');
    await judgeAll(test.app.services.database, scope);
    expect(await names()).toContain('Gamma');
    expect((await ada.get(at(`/worklist/${idOf('Gamma')}`))).body).toMatchObject({
      aside: null,
      news: { broken: { amount: { amount: '5000.00' } } },
    });
  });
});
