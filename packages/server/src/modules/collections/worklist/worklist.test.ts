import { localDate } from '@quittance/core/calendar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertActivities, insertCustomers } from '../../customers/index.ts';
import { performAct, placeHold, releaseHold } from '../../ledger/index.ts';
import { refreshWorklist } from '../index.ts';

let test: TestApp;
let analyst: Caller;
let scope: Scope;
const customers = new Map<string, string>();

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  analyst = await test.signIn('Ada', company, 'collections_analyst');
  scope = { company, actor: test.operator };
  for (const name of ['Large', 'Old', 'Fresh', 'Covered', 'Quiet']) {
    const id = newId();
    customers.set(name, id);
    await test.app.services.database.write(scope, (tx) => insertCustomers(tx, [{ id, number: name, name }], null));
  }
});
afterAll(() => test.close());

const at = (address: string) => `/companies/IT01/worklist${address}`;
const idOf = (name: string) => customers.get(name) ?? '';
const write = <T>(work: Parameters<typeof test.app.services.database.write<T>>[1]) =>
  test.app.services.database.write(scope, work);

/** An act of the ledger through its command; the tests' clock stands on 2 March 2026. */
async function post(
  kind: 'invoice' | 'receipt',
  customer: string,
  amountMinor: bigint,
  dueOn: string,
): Promise<string> {
  const document = {
    kind,
    number: `${customer}-${dueOn}-${amountMinor}`,
    customerId: idOf(customer),
    currency: 'EUR',
    issuedOn: localDate('2025-09-01'),
    instalments: [{ dueOn: localDate(dueOn), amountMinor }],
  };
  const { itemIds } = await runCommand(test.app.services.database, scope, { action: 'test', body: document }, (tx) =>
    performAct(tx, { kind: 'document', document }),
  );
  return itemIds[0] ?? '';
}

interface Row {
  readonly name: string;
  readonly score: number;
  readonly collectable: { readonly amount: string };
}
/** The list once it has followed the books: the server itself answers from what it has while it does. */
async function list(): Promise<Row[]> {
  await refreshWorklist(test.app.services.database, scope);
  return (await analyst.get(at(''))).body.rows as unknown as Row[];
}
const names = async () => (await list()).map((row) => row.name);

describe('the worklist', () => {
  it('ranks by score, leaves out whom unapplied cash covers, and says the reasons', async () => {
    await post('invoice', 'Large', 900_000n, '2026-02-20');
    await post('invoice', 'Old', 30_000n, '2025-10-01');
    await post('invoice', 'Fresh', 40_000n, '2026-04-30');
    await post('invoice', 'Covered', 50_000n, '2026-01-31');
    await post('receipt', 'Covered', 50_000n, '2026-02-28');
    const rows = await list();
    expect(rows.map((row) => row.name)).toEqual(['Old', 'Large']);
    expect(rows).toMatchObject([
      {
        collectable: { amount: '300.00' },
        parts: [{ code: 'overdue' }, { code: 'age', points: 30 }, { code: 'contact', points: 15 }],
      },
      { collectable: { amount: '9000.00' } },
    ]);
    expect((await analyst.get(at('/summary'))).body).toMatchObject({
      customers: 2,
      customersInAll: 4,
      collectable: { amount: '9300.00', currency: 'EUR' },
    });
  });

  it('follows a payment, a dispute and its end', async () => {
    await post('receipt', 'Large', 900_000n, '2026-03-01');
    expect(await names()).toEqual(['Old']);
    const itemId = await post('invoice', 'Large', 200_000n, '2026-02-01');
    expect(await names()).toEqual(['Large', 'Old']);
    const hold = { itemId, customerId: idOf('Large'), kind: 'dispute', reason: 'wrong price' };
    const holdId = await write((tx) => placeHold(tx, hold));
    expect(await names()).toEqual(['Old']);
    expect((await analyst.get(at(`/${idOf('Large')}`))).body).toMatchObject({ held: { amount: '2000.00' } });
    await write((tx) => releaseHold(tx, holdId));
    expect(await names()).toEqual(['Large', 'Old']);
  });

  it('leaves out whom a hold keeps quiet, and says until when and why', async () => {
    await post('invoice', 'Quiet', 700_000n, '2026-01-15');
    const hold = { customerId: idOf('Quiet'), kind: 'quiet', reason: 'plan agreed', untilOn: localDate('2026-03-31') };
    await write((tx) => placeHold(tx, hold));
    expect(await names()).not.toContain('Quiet');
    expect((await analyst.get(at(`/${idOf('Quiet')}`))).body).toMatchObject({
      isQuiet: true,
      quietUntil: '2026-03-31',
      quietReason: 'plan agreed',
    });
  });

  it('lowers whom somebody has just spoken with', async () => {
    const before = (await list()).find((row) => row.name === 'Old')?.score ?? 0;
    await write((tx) =>
      insertActivities(
        tx,
        [{ id: newId(), customerId: idOf('Old'), kind: 'call', text: 'will pay', happenedAt: tx.recordedAt }],
        null,
      ),
    );
    expect((await list()).find((row) => row.name === 'Old')?.score).toBe(before - 15);
  });

  it('comes in pages that do not overlap', async () => {
    const first = (await analyst.get(at('?limit=1'))).body;
    const second = (await analyst.get(at(`?limit=1&cursor=${first.next}`))).body;
    expect([first.rows[0]?.name, second.rows[0]?.name]).toEqual(await names());
    expect(second.next).toBeNull();
  });

  it('is worked out anew when a day begins: what fell due is on it', async () => {
    expect(await names()).not.toContain('Fresh');
    test.clock.forward(61 * 24 * 60);
    analyst = await test.signIn('Bea', scope.company, 'collections_analyst'); // sessions have ended
    expect(await names()).toContain('Fresh');
  });
});
