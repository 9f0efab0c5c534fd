import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import { performAct } from '../../ledger/index.ts';
import { refreshWorklist } from '../index.ts';
import { portfoliosOf } from './assign-customers.usecase.ts';

let test: TestApp;
let ada: Caller;
let ben: Caller;
let boss: Caller;
let scope: Scope;
const ids = new Map<string, string>();

const MINUTES_PER_DAY = 1_440;
const at = (address: string) => `/companies/IT01${address}`;
const idOf = (name: string) => ids.get(name) ?? '';

async function addCustomer(name: string, fields: { country?: string; tier?: string }): Promise<void> {
  const id = newId();
  ids.set(name, id);
  await test.app.services.database.write(scope, (tx) =>
    insertCustomers(tx, [{ id, number: name, name, ...fields }], null),
  );
}

async function owes(name: string, amountMinor: bigint, dueOn = '2026-02-01'): Promise<void> {
  const document = {
    ...{ kind: 'invoice' as const, number: `${name}-${amountMinor}`, customerId: idOf(name), currency: 'EUR' },
    issuedOn: localDate('2026-01-01'),
    instalments: [{ dueOn: localDate(dueOn), amountMinor }],
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
  ben = await test.signIn('Ben', company, 'collections_analyst');
  boss = await test.signIn('Dora', company, 'manager');
  await addCustomer('Alfa', { country: 'IT', tier: 'A' });
  await addCustomer('Beta', { country: 'IT', tier: 'B' });
  await addCustomer('Gamma', { country: 'DE', tier: 'B' });
  await addCustomer('Delta', { country: 'FR' });
  for (const [name, amount] of [
    ['Alfa', 900_000n],
    ['Beta', 300_000n],
    ['Gamma', 200_000n],
    ['Delta', 100_000n],
  ] as const) {
    await owes(name, amount);
  }
});
afterAll(() => test.close());

const byCountry = (country: string, ownerId: string) => ({
  ...{ name: `Customers in ${country}`, ownerId },
  conditions: [{ kind: 'text', attribute: 'country', anyOf: [country] }],
});
const rules = () => ({ rules: [byCountry('IT', ada.id), byCountry('DE', ben.id)], defaultOwnerId: boss.id });

/** As the screen does it: looked at, then set. */
async function hold(next: object, reason: string) {
  const { fingerprint } = (await boss.send('POST', at('/portfolio-rules/preview'), next)).body;
  return boss.send('POST', at('/portfolio-rules'), { ...next, fingerprint, reason });
}

async function listOf(caller: Caller, query = 'whose=mine'): Promise<unknown[]> {
  await refreshWorklist(test.app.services.database, scope);
  const { rows } = (await caller.get(at(`/worklist?${query}`))).body;
  return rows.map((row) => row.name).sort();
}

describe('portfolios', () => {
  it('are previewed before they hold: who would get how many customers and how much', async () => {
    await refreshWorklist(test.app.services.database, scope);
    const preview = (await boss.send('POST', at('/portfolio-rules/preview'), rules())).body;
    expect(preview.moves).toEqual([
      { fromId: null, toId: ada.id, customers: 2, amount: { amount: '12000.00', currency: 'EUR' }, contacts: 2 },
      ...(preview.moves as unknown[]).slice(1),
    ]);
    expect(await listOf(ada)).toEqual([]);
  });

  it('give everybody their own list, the rest to the default, and say why', async () => {
    const set = await hold(rules(), 'first split');
    expect(set).toMatchObject({ status: 201, body: { number: 1 } });
    expect(await listOf(ada)).toEqual(['Alfa', 'Beta']);
    expect(await listOf(ben)).toEqual(['Gamma']);
    expect(await listOf(boss)).toEqual(['Delta']);
    expect(await listOf(boss, 'whose=team')).toHaveLength(4);
    expect(await listOf(boss, `owner=${ada.id}`)).toEqual(['Alfa', 'Beta']);
    expect((await ada.get(at(`/portfolios/customers/${idOf('Alfa')}`))).body).toMatchObject({
      ownerName: 'Ada',
      cause: 'rule',
      ruleName: 'Customers in IT',
    });
    expect((await ada.get(at('/worklist/summary?whose=mine'))).body).toMatchObject({ customers: 2, ownCustomers: 2 });
  });

  it('follow a new customer and a changed one at once', async () => {
    await addCustomer('Epsilon', { country: 'DE' });
    await owes('Epsilon', 50_000n);
    expect(await listOf(ben)).toEqual(['Epsilon', 'Gamma']);
  });

  it('keep a move by hand until its last day, and then follow the rules again', async () => {
    const move = { customerIds: [idOf('Alfa')], ownerId: ben.id, untilOn: '2026-03-03', reason: 'Ben knows them' };
    expect((await boss.send('POST', at('/portfolio-moves'), move)).status).toBe(201);
    expect(await listOf(ben)).toEqual(['Alfa', 'Epsilon', 'Gamma']);
    expect((await ada.get(at(`/portfolios/customers/${idOf('Alfa')}`))).body).toMatchObject({
      ...{ cause: 'hand', moveReason: 'Ben knows them', untilOn: '2026-03-03', movedByName: 'Dora' },
    });
    const late = await boss.send('POST', at('/portfolio-moves'), { ...move, untilOn: '2026-03-01' });
    expect(late.body.code).toBe('day_is_past');
    const moves = (await boss.get(at('/portfolio-moves'))).body.rows;
    expect((await boss.send('POST', at(`/portfolio-moves/${moves[0]?.id}/undo`))).status).toBe(204);
    expect(await listOf(ada)).toEqual(['Alfa', 'Beta']);
    expect((await boss.send('POST', at(`/portfolio-moves/${moves[0]?.id}/undo`))).body.code).toBe('move_is_undone');
  });

  it('are levelled as one act, as the preview showed, and undone as one', async () => {
    const ask = { measure: 'customers', people: [ada.id, ben.id, boss.id] };
    const preview = (await boss.send('POST', at('/portfolios/level/preview'), ask)).body;
    expect(preview.moves).toEqual([]);
    const byAmount = { measure: 'amount', people: [ada.id, ben.id] };
    const amounts = (await boss.send('POST', at('/portfolios/level/preview'), byAmount)).body;
    expect(amounts.moves).toMatchObject([
      { fromId: ada.id, toId: ben.id, customers: 1, amount: { amount: '3000.00' } },
    ]);
    const stale = { ...byAmount, fingerprint: 'another', reason: 'level' };
    expect((await boss.send('POST', at('/portfolios/level'), stale)).body.code).toBe('portfolios_changed');
    const applied = await boss.send('POST', at('/portfolios/level'), { ...stale, fingerprint: amounts.fingerprint });
    expect(applied.status).toBe(201);
    expect(await listOf(ada)).toEqual(['Alfa']);
    expect((await boss.send('POST', at(`/portfolio-moves/${applied.body.id}/undo`))).status).toBe(204);
    expect(await listOf(ada)).toEqual(['Alfa', 'Beta']);
  });

  it('are seen by whoever covers while the calendar has somebody away', async () => {
    expect((await boss.send('PUT', at(`/portfolios/covers/${ada.id}`), { coverId: ben.id })).status).toBe(204);
    expect(await listOf(ben)).toEqual(['Epsilon', 'Gamma']);
    const absence = { personId: ada.id, kind: 'leave', from: '2026-03-02', until: '2026-03-06' };
    const noted = await boss.send('POST', at('/absences'), absence);
    expect(noted.status, noted.text).toBeLessThan(300);
    expect(await listOf(ben)).toEqual(['Alfa', 'Beta', 'Epsilon', 'Gamma']);
    expect((await ben.get(at('/worklist/summary?whose=mine'))).body).toMatchObject({ coversFor: [{ name: 'Ada' }] });
    const self = await boss.send('PUT', at(`/portfolios/covers/${ada.id}`), { coverId: ada.id });
    expect(self.body.code).toBe('covers_for_themselves');
  });

  it('go back to an earlier version of the rules, which stays readable', async () => {
    const all = { rules: [], defaultOwnerId: ben.id };
    await hold(all, 'one for all');
    expect(await listOf(ben)).toHaveLength(5);
    await boss.send('POST', at('/portfolio-rules/1/restore'), { reason: 'was better' });
    expect(await listOf(boss)).toEqual(['Delta']);
    const versions = (await boss.get(at('/portfolio-rules'))).body.rows;
    expect(versions.map(({ number, restores }) => [number, restores])).toEqual([
      [3, 1],
      [2, null],
      [1, null],
    ]);
  });

  it('of somebody who has left fall to who covers them, else to who has the rest; nobody who only looks gets any', async () => {
    const cara = await test.signIn('Cara', scope.company, 'collections_analyst');
    const audrey = await test.signIn('Audrey', scope.company, 'auditor');
    const expert = await test.signIn('Eva', scope.company, 'expert');
    const move = { customerIds: [idOf('Gamma')], ownerId: cara.id, reason: 'for Cara' };
    expect((await boss.send('POST', at('/portfolio-moves'), move)).status).toBe(201);
    expect(await listOf(boss)).toEqual(['Delta']);
    const left = await expert.send('PUT', at(`/people/${cara.id}/roles`), { roles: [] });
    expect(left.status, left.text).toBeLessThan(300);
    expect(await listOf(boss)).toEqual(['Delta', 'Gamma']);
    const loads = async () => (await boss.get(at('/portfolios'))).body.rows.find((row) => row.ownerId === cara.id);
    expect(await loads()).toMatchObject({ ownerName: 'Cara', mayAct: false, seenBy: { name: 'Dora' } });
    const moved = await boss.send('POST', at('/portfolio-moves'), { ...move, ownerId: audrey.id });
    expect(moved.body.code).toBe('person_cannot_act');
    expect((await boss.send('POST', at('/portfolio-moves'), move)).body.code).toBe('person_not_in_company');
  });

  it('are refused when customers or rules changed since they were looked at', async () => {
    const next = { rules: [byCountry('FR', ada.id)], defaultOwnerId: ben.id };
    const { fingerprint } = (await boss.send('POST', at('/portfolio-rules/preview'), next)).body;
    await hold(rules(), 'somebody was faster');
    const late = await boss.send('POST', at('/portfolio-rules'), { ...next, fingerprint, reason: 'mine' });
    expect([late.status, late.body.code]).toEqual([409, 'portfolios_changed']);
  });

  it('end as they began: nobody looks after anybody, and the rules before can hold again', async () => {
    const ended = await boss.send('POST', at('/portfolio-rules/0/restore'), { reason: 'one list for all' });
    expect(ended.status, ended.text).toBe(200);
    expect((await boss.get(at('/portfolios'))).body.rows).toEqual([]);
    expect((await ada.get(at(`/portfolios/customers/${idOf('Alfa')}`))).status).toBe(404);
    const [last, before] = (await boss.get(at('/portfolio-rules'))).body.rows;
    expect(last).toMatchObject({ restores: 0, rules: [], defaultOwnerId: null });
    const twice = await boss.send('POST', at('/portfolio-rules/0/restore'), { reason: 'again' });
    expect(twice.body.code).toBe('no_portfolios_to_end');
    expect(await listOf(boss, 'whose=team')).toHaveLength(5);
    const back = await boss.send('POST', at(`/portfolio-rules/${before?.number}/restore`), { reason: 'back' });
    expect(back.status, back.text).toBe(200);
    expect(await listOf(ada)).toEqual(['Alfa', 'Beta']);
  });

  it('are changed by a manager only', async () => {
    expect(
      (await ada.send('POST', at('/portfolio-rules'), { ...rules(), fingerprint: 'x', reason: 'mine' })).status,
    ).toBe(403);
  });

  it('are seen by the cover until the last day of the absence, and not the day after', async () => {
    const seenByBen = () => test.app.services.database.read(scope, (tx) => portfoliosOf(tx, ben.id));
    expect(await seenByBen()).toContain(ada.id); // away from 2 to 6 March; it is the 2nd
    test.clock.forward(4 * MINUTES_PER_DAY);
    expect(await seenByBen()).toContain(ada.id);
    test.clock.forward(MINUTES_PER_DAY);
    expect(await seenByBen()).not.toContain(ada.id);
  });
});
