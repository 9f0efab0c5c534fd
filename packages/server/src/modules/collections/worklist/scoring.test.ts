import { addDays, type LocalDate, localDate } from '@quittance/core/calendar';
import { type ScoringRules, type Strategy, USUAL_SCORING, USUAL_STRATEGY } from '@quittance/core/strategies';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import { runCommand } from '../../../platform/command/index.ts';
import { sql } from '../../../platform/database/sql.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { insertCustomers } from '../../customers/index.ts';
import { applyCredits, performAct } from '../../ledger/index.ts';
import { refreshWorklist } from '../index.ts';

const TODAY = localDate('2026-03-02'); // as the tests' clock has it
let test: TestApp;
let analyst: Caller;
let manager: Caller;
let scope: Scope;
const customers = new Map<string, string>();

beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  analyst = await test.signIn('Ada', company, 'collections_analyst');
  manager = await test.signIn('Max', company, 'manager');
  scope = { company, actor: test.operator };
  for (const name of ['Large', 'Breaker', 'Late payer', 'Key']) {
    const id = newId();
    customers.set(name, id);
    await test.app.services.database.write(scope, (tx) => insertCustomers(tx, [{ id, number: name, name }], null));
  }
  await owes('Large', 900_000n, addDays(TODAY, -20));
  await owes('Breaker', 100_000n, addDays(TODAY, -20));
  await owes('Late payer', 100_000n, addDays(TODAY, -20));
  await owes('Key', 100_000n, addDays(TODAY, -20));
});
afterAll(() => test.close());

const at = (address: string) => `/companies/IT01${address}`;
const idOf = (name: string) => customers.get(name) ?? '';
const post = (document: Parameters<typeof performAct>[1] & { kind: 'document' }) =>
  runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) => performAct(tx, document));

/** The item's id. */
async function owes(customer: string, amountMinor: bigint, dueOn: LocalDate, kind: 'invoice' | 'receipt' = 'invoice') {
  const { itemIds } = await post({
    kind: 'document',
    document: {
      kind,
      number: `${customer}-${dueOn}-${amountMinor}`,
      customerId: idOf(customer),
      currency: 'EUR',
      issuedOn: kind === 'receipt' ? dueOn : localDate('2025-09-01'),
      instalments: [{ dueOn, amountMinor }],
    },
  });
  return itemIds[0] ?? '';
}

/** Somebody proposes a version of these and the manager switches it on. */
async function switchOn(...strategies: readonly Strategy[]): Promise<number> {
  const proposed = await manager.send('POST', at('/strategies'), { strategies, reason: 'test' });
  expect(proposed.status).toBe(200);
  const { number } = proposed.body as unknown as { number: number };
  await manager.send('POST', at('/strategies/in-force'), { number, reason: 'test' });
  return number;
}
const scored = (scoring: Partial<ScoringRules>, changes: Partial<Strategy> = {}): Strategy => ({
  ...USUAL_STRATEGY,
  ...changes,
  scoring: { ...USUAL_SCORING, ...scoring },
});

interface Row {
  readonly name: string;
  readonly score: number;
  readonly strategyName: string | null;
  readonly parts: readonly { readonly code: string; readonly points: number; readonly figure: number | null }[];
}
async function list(): Promise<Row[]> {
  await refreshWorklist(test.app.services.database, scope);
  return (await analyst.get(at('/worklist'))).body.rows as unknown as Row[];
}
const rowOf = async (name: string): Promise<Row> => {
  const row = (await list()).find((one) => one.name === name);
  if (row === undefined) throw new Error(`${name} is not on the list`);
  return row;
};
const partOf = async (name: string, code: string) => (await rowOf(name)).parts.find((part) => part.code === code);
const versionShown = async () => (await analyst.get(at('/worklist/summary'))).body.strategyNumber;

describe('who is worth speaking with', () => {
  it('is told by the usual points while no strategy holds', async () => {
    expect((await list())[0]).toMatchObject({ name: 'Large', strategyName: null });
    expect(await versionShown()).toBe(0);
  });

  it('changes with the points at once: broken promises before large amounts', async () => {
    await test.app.services.database.write(scope, async (tx) => {
      for (const promisedOn of [addDays(TODAY, -9), addDays(TODAY, -400)]) {
        await tx.run(sql`
          insert into promise (company_id, id, customer_id, currency, amount_minor, promised_on, deadline_on, tolerance_minor, is_of_items,
              channel, made_at, recorded_at, made_by, made_by_name, state, state_on, judged_at)
            values (${tx.company.id}, ${newId()}, ${idOf('Breaker')}, 'EUR', 1000, ${promisedOn}, ${promisedOn}, 0, false, 'call',
              ${tx.recordedAt}, ${tx.recordedAt}, ${tx.actor.id}, 'Ada', 'broken', ${promisedOn}, ${tx.recordedAt})`);
      }
    });
    const number = await switchOn(
      scored({ overduePoints: 20, creditPoints: 0, brokenPromisePoints: 30, brokenPromisePointsMax: 30 }),
    );
    const [first] = await list();
    expect(first).toMatchObject({ name: 'Breaker', strategyName: 'Everybody' });
    // the promise of 400 days ago is too old to count
    expect(first?.parts).toContainEqual({ code: 'broken', points: 30, pointsMax: 30, figure: 1 });
    expect(await versionShown()).toBe(number);
  });

  it('looks at how late each usually pays, and at what is at risk for it', async () => {
    const settledOn = addDays(TODAY, -10);
    const items = [
      { paid: 300_000n, dueOn: addDays(settledOn, -40) },
      { paid: 100_000n, dueOn: addDays(settledOn, 0) },
    ];
    for (const { paid, dueOn } of items) {
      const debitId = await owes('Late payer', paid, dueOn);
      const creditId = await owes('Late payer', paid, settledOn, 'receipt');
      await runCommand(test.app.services.database, scope, { action: 'test', body: null }, (tx) =>
        applyCredits(tx, [{ creditItemId: creditId, debitItemId: debitId, amountMinor: paid }], {
          effectiveOn: settledOn,
        }),
      );
    }
    await switchOn(
      scored({ overduePoints: 20, creditPoints: 0, latenessPoints: 20, riskPoints: 10, latenessDays: 60 }),
    );
    // 300.00 of each 400.00 paid 40 days late, the rest in time: 30 days
    expect(await partOf('Late payer', 'lateness')).toMatchObject({ points: 10, figure: 30 });
    // 1,000.00 collectable, half of it at risk; usual is 3,000.00
    expect(await partOf('Late payer', 'risk')).toMatchObject({ points: 1, figure: 16 });
    expect(await partOf('Large', 'lateness')).toBeUndefined();
  });

  it('is told by the strategy of the customer: key accounts by tier, the others by the next', async () => {
    await test.app.services.database.write(scope, (tx) =>
      tx.run(sql`update customer set tier = 'a' where company_id = ${tx.company.id} and id = ${idOf('Key')}`),
    );
    await switchOn(
      scored(
        { overduePoints: 5, tierPoints: { A: 35 } },
        { name: 'Key accounts', customers: { ...USUAL_STRATEGY.customers, tiers: ['A'] } },
      ),
      USUAL_STRATEGY,
    );
    expect(await rowOf('Key')).toMatchObject({ strategyName: 'Key accounts' });
    expect(await partOf('Key', 'tier')).toMatchObject({ points: 35, word: 'a' });
    expect(await rowOf('Large')).toMatchObject({ strategyName: 'Everybody' });
  });

  it('shows whoever writes the points customers of the list with what the points look at', async () => {
    const { body } = await analyst.get(at('/strategies/examples'));
    expect(body.customers).toHaveLength(4);
    expect(body.customers).toContainEqual(
      expect.objectContaining({
        name: 'Late payer',
        overdue: { amount: '1000.00', currency: 'EUR' },
        usualLatenessDays: 30,
      }),
    );
    expect(body.customers).toContainEqual(expect.objectContaining({ name: 'Breaker', brokenPromises: 1 }));
  });

  it('refuses points that add up to more than 100, and names the field', async () => {
    const strategies = [scored({ overduePoints: 60 })];
    const refused = await manager.send('POST', at('/strategies'), { strategies, reason: 'test' });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('strategies.0.scoring');
  });

  it('reads a version from before there were points as it ranked then', async () => {
    const { scoring: _, ...before } = USUAL_STRATEGY;
    const number = await test.app.services.database.write(scope, async (tx) => {
      const row = await tx.one<{ number: number }>(sql`
        insert into collection_strategy (company_id, number, strategies, reason, proposed_at, proposed_by, proposed_by_name)
          select ${tx.company.id}, max(number) + 1, ${JSON.stringify([before])}::jsonb, 'old', ${tx.recordedAt}, ${tx.actor.id}, 'Ada'
            from collection_strategy where company_id = ${tx.company.id} returning number`);
      return row.number;
    });
    await manager.send('POST', at('/strategies/in-force'), { number, reason: 'test' });
    expect((await list())[0]).toMatchObject({ name: 'Large', strategyName: 'Everybody' });
    expect((await partOf('Large', 'overdue'))?.points).toBeGreaterThan(20);
  });

  it('keeps with each evening the version that ranked it', async () => {
    const number = (await versionShown()) as unknown as number;
    test.clock.forward(24 * 60);
    await refreshWorklist(test.app.services.database, scope);
    const kept = await test.app.services.database.read(scope, (tx) =>
      tx.all<{ number: number }>(sql`
        select distinct strategy_number as number from worklist_evening where company_id = ${tx.company.id}`),
    );
    expect(kept).toEqual([{ number }]);
  });
});
