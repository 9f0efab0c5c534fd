import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import type { Company } from '../../../platform/database/transaction.ts';
import { saveRoles } from '../../identity/people.queries.ts';

const at = (address: string, company = 'IT01') => `/companies/${company}${address}`;
const eur = (amount: string) => ({ amount, currency: 'EUR' });

let test: TestApp;
let company: Company;
let ada: Caller;
let mia: Caller;
let customerId: string;

beforeAll(async () => {
  test = await openTestApp();
  company = await test.addCompany('IT01');
  ada = await test.signIn('Ada', company, 'cash_analyst');
  mia = await test.signIn('Mia', company, 'manager');
  const bruno = await test.signIn('Bruno', company, 'manager');
  customerId = await aCustomer(mia, bruno, 'IT01');
});
afterAll(() => test.close());

async function aCustomer(asker: Caller, decider: Caller, code: string): Promise<string> {
  const customer = { number: '4711', name: 'Neri Macchine' };
  const asked = await asker.send('POST', at('/customers', code), { reason: 'new', customer });
  const path = at(`/customer-requests/${asked.body.id}/approve`, code);
  return String((await decider.send('POST', path, { reason: 'known' })).body.customerId);
}

async function money(number: string, amount: string, issuedOn: string, reference?: string): Promise<string> {
  const instalments = [{ dueOn: issuedOn, amount: eur(amount) }];
  const document = { kind: 'receipt', number, customerId, issuedOn, instalments, ...(reference ? { reference } : {}) };
  return ((await mia.send('POST', at('/documents'), document)).body.itemIds as string[])[0] ?? '';
}

describe('money that is not applied', () => {
  it('is listed by age, gets an owner, a next step and a cause, and totals add up', async () => {
    const [old, young] = [await money('R-1', '100.00', '2026-01-15'), await money('R-2', '40.00', '2026-02-27')];
    const listed = await ada.get(at('/cash/research'));
    expect(listed.body.rows.map((row) => [row.number, row.age, row.ownerName])).toEqual([
      ['R-1', 2, null],
      ['R-2', 0, null],
    ]);
    const found = {
      ownerId: ada.id,
      nextStep: 'ask_customer',
      nextDueOn: '2026-03-01',
      rootCause: 'no_remittance',
      note: 'called Mr Neri: sends the advice',
    };
    expect((await ada.send('PUT', at(`/cash/research/${old}`), found)).status).toBe(204);
    const shown = await ada.get(at(`/cash/research/${old}`));
    expect(shown.body).toMatchObject({
      ownerName: 'Ada',
      isIdentified: true,
      nextStep: 'ask_customer',
      isLate: true,
      rootCause: 'no_remittance',
      suggestedCause: null,
      notes: [{ text: 'called Mr Neri: sends the advice', byName: 'Ada' }],
    });
    const after = await ada.get(at('/cash/research'));
    expect(after.body.totals).toEqual(
      expect.arrayContaining([
        { cause: 'no_remittance', age: 2, count: 1, lateCount: 1, unownedCount: 0, unapplied: eur('100.00') },
        { cause: null, age: 0, count: 1, lateCount: 0, unownedCount: 1, unapplied: eur('40.00') },
      ]),
    );
    const ids = async (query: string) => (await ada.get(at(`/cash/research?${query}`))).body.rows.map((row) => row.id);
    expect(await ids('cause=no_remittance')).toEqual([old]);
    expect(await ids('cause=none')).toEqual([young]);
    expect(await ids('owner=me')).toEqual([old]);
    expect(await ids('owner=nobody')).toEqual([young]);
    expect(await ids('age=2')).toEqual([old]);
    expect(await ids('age=0')).toEqual([young]);
    expect(await ids('late=true')).toEqual([old]);
    expect(await ids('search=R-2')).toEqual([young]);
  });

  it('a next step has a day, another cause its words, and the owner applies cash', async () => {
    const receipt = await money('R-3', '10.00', '2026-03-01');
    const nothing = { ownerId: null, nextStep: null, nextDueOn: null, rootCause: null };
    const put = (body: object) => ada.send('PUT', at(`/cash/research/${receipt}`), { ...nothing, ...body });
    expect((await put({ nextStep: 'ask_bank' })).status).toBe(400);
    expect((await put({ rootCause: 'other' })).status).toBe(400);
    const carla = await test.signIn('Carla', company, 'dispute_analyst');
    expect((await put({ ownerId: carla.id })).body.code).toBe('research_owner_cannot_apply');
    expect((await carla.send('PUT', at(`/cash/research/${receipt}`), nothing)).status).toBe(403);
  });

  it('many are given to one owner at once, which leaves what was found out', async () => {
    const ids = [await money('R-4', '10.00', '2026-03-01'), await money('R-5', '10.00', '2026-03-01')];
    const cause = { ownerId: null, nextStep: null, nextDueOn: null, rootCause: 'duplicate' };
    await ada.send('PUT', at(`/cash/research/${ids[0]}`), cause);
    const given = await ada.send('POST', at('/cash/research/assignment'), { ids, ownerId: mia.id });
    expect(given.body).toMatchObject({ count: 2 });
    expect((await ada.get(at(`/cash/research/${ids[0]}`))).body).toMatchObject({
      ownerName: 'Mia',
      rootCause: 'duplicate',
    });
    const invoice = { ids: ['01900000-0000-7000-8000-000000000000'], ownerId: mia.id };
    expect((await ada.send('POST', at('/cash/research/assignment'), invoice)).status).toBe(404);
  });

  it('that cites an invoice of another company says so to whoever works there too, and to nobody else', async () => {
    const other = await test.addCompany('FR01');
    const eva = await test.signIn('Eva', other, 'manager');
    const yves = await test.signIn('Yves', other, 'manager');
    const { operator, app } = test;
    await app.services.database.write({ company, actor: operator }, (tx) => saveRoles(tx, eva.id, ['cash_analyst']));
    const there = await aCustomer(eva, yves, 'FR01');
    const invoice = { kind: 'invoice', number: 'FR-2026-0815', customerId: there, issuedOn: '2026-01-15' };
    const instalments = [{ dueOn: '2026-02-15', amount: eur('75.00') }];
    expect((await eva.send('POST', at('/documents', 'FR01'), { ...invoice, instalments })).status).toBe(200);
    const receipt = await money('R-6', '75.00', '2026-03-01', 'Invoice FR 2026 0815');
    expect((await eva.get(at(`/cash/research/${receipt}`))).body).toMatchObject({
      suggestedCause: 'wrong_entity',
      elsewhere: [{ company: 'FR01', number: 'FR-2026-0815', open: eur('75.00') }],
    });
    expect((await ada.get(at(`/cash/research/${receipt}`))).body).toMatchObject({ elsewhere: [] });
  });

  it('on which a refund waits for approval says so', async () => {
    const receipt = await money('R-7', '20.00', '2026-03-01');
    const act = { kind: 'adjustment', adjustment: 'unclaimed_credit', itemId: receipt, amount: eur('20.00') };
    const asked = await ada.send('POST', at('/approvals'), { act, reason: 'nobody claims it' });
    expect((await ada.get(at(`/cash/research/${receipt}`))).body).toMatchObject({
      requestId: asked.body.id,
      requestKind: 'other_adjustment',
    });
  });
});
