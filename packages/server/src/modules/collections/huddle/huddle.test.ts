import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { sql } from '../../../platform/database/sql.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertActivities, insertCustomers } from '../../customers/index.ts';

let test: TestApp;
let manager: Caller;
let lucia: Caller;
let auditor: Caller;
let scope: Scope;
const ACME = '00000000-0000-7000-8000-00000000c001';
const eur = (amount: string) => ({ amount, currency: 'EUR' });
const at = (path: string): string => `/companies/IT01${path}`;

/** The test's clock begins on Monday 2 March 2026 at 10:00 in Rome; the company last worked on Friday. */
beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  manager = await test.signIn('Imogen Thackery', company, 'manager');
  lucia = await test.signIn('Lucia Ferrandi', company, 'collections_analyst');
  auditor = await test.signIn('Aldo Auditor', company, 'auditor');
  const customers = [{ id: ACME, number: 'C-1', name: 'ACME' }];
  scope = { company, actor: test.operator };
  await test.app.services.database.write(scope, (tx) => insertCustomers(tx, customers, null));
  const invoice = await document('invoice', 'I-1', '2026-01-15', '500.00');
  await document('receipt', 'R-1', '2026-02-27', '120.00');
  const paid = await document('receipt', 'R-2', '2026-02-28', '80.00');
  await document('receipt', 'R-3', '2026-03-02', '10.00');
  const allocations = [{ creditItemId: paid, debitItemId: invoice, amount: eur('80.00') }];
  await manager.send('POST', at('/applications'), { allocations });
});
afterAll(() => test.close());

async function document(kind: string, number: string, day: string, amount: string): Promise<string> {
  const instalments = [{ dueOn: day, amount: eur(amount) }];
  const body = { kind, number, customerId: ACME, issuedOn: day, instalments };
  const posted = await manager.send('POST', at('/documents'), body);
  return (posted.body.itemIds as string[])[0] ?? '';
}
const huddle = async (query = '') => (await auditor.get(at(`/huddle${query}`))).body;
const figure = async (name: string, query = '') =>
  ((await huddle(query)).figures as Record<string, { count: number; totals: object[] }>)[name];

it('on Monday it looks back on Friday and the weekend, and every figure opens what it counts', async () => {
  expect(await huddle()).toMatchObject({ from: '2026-02-27', until: '2026-03-01', today: '2026-03-02' });
  expect(await figure('cash_by_people')).toEqual({ count: 1, totals: [eur('80.00')] });
  expect(await figure('cash_waiting')).toEqual({ count: 1, totals: [eur('120.00')] });
  const lines = await auditor.get(at('/huddle/lines?figure=cash_waiting'));
  expect(lines.body.rows).toMatchObject([
    { text: 'R-1', on: '2026-02-27', customerName: 'ACME', amount: eur('120.00') },
  ]);
});

it('the figure and its list agree for each figure, page by page', async () => {
  const { figures } = (await huddle()) as unknown as { figures: Record<string, { count: number }> };
  for (const [name, { count }] of Object.entries(figures)) {
    let next: string | null = '';
    let rows = 0;
    while (next !== null) {
      const cursor = next === '' ? '' : `&cursor=${next}`;
      const page = await auditor.get(at(`/huddle/lines?figure=${name}&limit=1${cursor}`));
      rows += page.body.rows.length;
      next = page.body.next;
    }
    expect([name, rows]).toEqual([name, count]);
  }
});

it('a call of Friday counts for who made it; one of today does not yet', async () => {
  const call = { kind: 'call', customerId: ACME, text: 'Will pay next week' };
  for (const happenedAt of ['2026-02-27T10:00:00Z', '2026-03-02T08:30:00Z']) {
    await lucia.send('POST', at(`/customers/${ACME}/activities`), { kind: 'call', text: call.text, happenedAt });
  }
  expect(await figure('contacts')).toEqual({ count: 1, totals: [] });
  expect((await huddle()).people).toMatchObject([{ name: 'Lucia Ferrandi', contacts: 1, receipts: 0 }]);
  expect(await figure('contacts', `?owner=${manager.id}`)).toEqual({ count: 0, totals: [] });
});

it('a portfolio has the figures of its customers alone', async () => {
  await test.app.services.database.write(scope, (tx) =>
    tx.run(sql`insert into portfolio_assignment (company_id, customer_id, owner_id, cause, rules_number)
      values (${scope.company.id}, ${ACME}, ${lucia.id}, 'rest', 1)`),
  );
  expect((await huddle()).owners).toEqual([{ id: lucia.id, name: 'Lucia Ferrandi' }]);
  expect(await figure('contacts', `?owner=${lucia.id}`)).toEqual({ count: 1, totals: [] });
  expect(await figure('cash_waiting', `?owner=${lucia.id}`)).toMatchObject({ count: 1 });
  const pack = (await auditor.get(at(`/review-pack?owner=${lucia.id}`))).body;
  expect(pack).toMatchObject({ before: [{ total: eur('500.00') }], now: [{ total: eur('290.00') }] });
});

it('an accolade is given once a day, never to oneself, seen by all, taken back by who gave it', async () => {
  const praise = { personId: lucia.id, text: 'Twelve calls in a morning' };
  const given = await manager.send('POST', at('/accolades'), praise);
  expect(given.status).toBe(201);
  expect((await manager.send('POST', at('/accolades'), praise)).body.code).toBe('accolade_given_already');
  expect((await lucia.send('POST', at('/accolades'), praise)).body.code).toBe('accolade_for_oneself');
  expect((await huddle()).accolades).toMatchObject([{ personName: 'Lucia Ferrandi', givenByName: 'Imogen Thackery' }]);
  const own = async () => (await lucia.get(at('/mentions'))).body.rows;
  expect(await own()).toMatchObject([{ kind: 'accolade', text: praise.text, byName: 'Imogen Thackery' }]);
  expect((await manager.get(at('/mentions'))).body.rows).toEqual([]);
  await lucia.send('POST', at('/mentions/seen'), { kind: 'accolade', id: given.body.id });
  expect(await own()).toEqual([]);
  const of = at(`/accolades/${given.body.id}/withdraw`);
  expect((await lucia.send('POST', of)).body.code).toBe('accolade_of_another');
  expect((await manager.send('POST', of)).status).toBe(204);
  expect((await huddle()).accolades).toEqual([]);
});

it('a blocker stands with its owner until it is solved, and can be raised again', async () => {
  const body = { text: 'Portal of ACME is down', ownerId: lucia.id, customerId: ACME };
  const { id } = (await manager.send('POST', at('/blockers'), body)).body;
  const list = async (state: string) => (await auditor.get(at(`/blockers?state=${state}`))).body.rows;
  expect(await list('open')).toMatchObject([{ text: body.text, ownerName: 'Lucia Ferrandi', customerName: 'ACME' }]);
  expect((await lucia.send('POST', at(`/blockers/${id}/solve`), { solution: 'Up again' })).status).toBe(204);
  expect([(await list('open')).length, await list('solved')]).toMatchObject([0, [{ solution: 'Up again' }]]);
  const late = await lucia.send('PUT', at(`/blockers/${id}`), { text: 'x', ownerId: lucia.id });
  expect(late.body.code).toBe('blocker_is_solved');
  expect((await lucia.send('POST', at(`/blockers/${id}/reopen`))).status).toBe(204);
  expect(await list('open')).toHaveLength(1);
  expect((await auditor.send('POST', at('/blockers'), body)).status).toBe(403);
  const nobody = await manager.send('POST', at('/blockers'), { ...body, ownerId: test.operator.id });
  expect(nobody.body.code).toBe('person_not_in_company');
});

it('a blocker on an item is its customer’s, and stands with whoever sees to it on its day', async () => {
  const [item] = (await auditor.get(at(`/customers/${ACME}/items`))).body.rows;
  const body = {
    text: 'Waiting for the PO from purchasing',
    ownerId: lucia.id,
    itemId: item?.id,
    nextOn: '2026-03-03',
  };
  const { id } = (await manager.send('POST', at('/blockers'), body)).body;
  const of = (await auditor.get(at(`/blockers?customer=${ACME}`))).body.rows;
  expect(of.at(-1)).toMatchObject({ customerName: 'ACME', itemNumber: item?.number, nextOn: '2026-03-03' });
  expect((await auditor.get(at(`/blockers?customer=${id}`))).body.rows, 'of nobody').toEqual([]);
  const due = async () => (await lucia.get(at('/mentions'))).body.rows;
  expect(await due()).toEqual([]);
  const today = { text: body.text, ownerId: lucia.id, nextOn: '2026-03-02' };
  expect((await lucia.send('PUT', at(`/blockers/${id}`), today)).status).toBe(204);
  expect(await due()).toMatchObject([{ kind: 'blocker', text: body.text, customerName: 'ACME' }]);
  const past = await manager.send('POST', at('/blockers'), { ...body, nextOn: '2026-03-01' });
  expect(past.body.code).toBe('blocker_day_is_past');
  await lucia.send('POST', at(`/blockers/${id}/solve`), { solution: 'PO 4711 is here' });
  expect(await due()).toEqual([]);
});

it('a review shows what was owed a month ago beside today, with the last word and the next step', async () => {
  const task = { title: 'Call the buyer', assigneeId: lucia.id, due: { on: '2026-03-03' } };
  await lucia.send('POST', at('/tasks'), { ...task, subjectKind: 'customer', subjectId: ACME });
  // What the night judged is no word of anybody.
  const judged = { id: newId(), customerId: ACME, kind: 'promise_kept', text: '80.00 EUR · 2026-03-02' } as const;
  await test.app.services.database.write(scope, (tx) => insertActivities(tx, [judged], null));
  const pack = (await auditor.get(at('/review-pack'))).body;
  expect(pack).toMatchObject({
    since: '2026-02-02',
    before: [{ currency: 'EUR', total: eur('500.00') }],
    now: [{ currency: 'EUR', total: eur('290.00'), unapplied: eur('-130.00') }],
    cash: { count: 3, totals: [eur('210.00')] },
    customers: [
      {
        name: 'ACME',
        overdue: eur('420.00'),
        lastNote: { text: 'Will pay next week' },
        task: { title: 'Call the buyer' },
      },
    ],
  });
  const other = (await auditor.get(at(`/review-pack?owner=${manager.id}`))).body;
  expect(other).toMatchObject({ now: [], before: [], customers: [] });
});

it('a promise taken back on the day it was written down was a slip: it counts for nobody', async () => {
  const promise = (amount: string) =>
    lucia.send('POST', at(`/customers/${ACME}/promises`), {
      parts: [{ promisedOn: '2026-03-06', amount: eur(amount) }],
    });
  const made = async () => (await auditor.get(at(`/review-pack?owner=${lucia.id}`))).body.figures;
  const before = (await made()) as unknown as Record<string, { count: number }>;
  const slip = await promise('200.00');
  await lucia.send('POST', at(`/promises/${(slip.body.promiseIds as unknown as string[])[0]}/withdrawal`), {
    reason: 'a slip',
  });
  expect((await promise('20.00')).status).toBe(200);
  const after = (await made()) as unknown as Record<string, { count: number }>;
  expect([before.promises_made?.count, after.promises_made?.count]).toEqual([0, 1]);
});
