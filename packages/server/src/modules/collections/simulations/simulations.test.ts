import { addDays, type LocalDate, localDate } from '@quittance/core/calendar';
import { type Strategy, USUAL_LADDER, USUAL_SCORING, USUAL_STRATEGY } from '@quittance/core/strategies';
import { totalsOf } from '@quittance/core/strategy-simulation';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { newId } from '../../../platform/ids.ts';
import { createTestDatabase, type TestDatabase } from '../../../platform/testing/database.ts';
import { openTestBook, type TestBook } from '../../../platform/testing/ledger-book.ts';
import { addMailbox } from '../../correspondence/index.ts';
import { insertActivities } from '../../customers/index.ts';
import { applyCredits, placeHold, postDocuments, releaseHold } from '../../ledger/index.ts';
import { carryOutRun, startRun } from '../dunning/run-dunning.usecase.ts';
import { refreshWorklist } from '../index.ts';
import { proposeStrategies, switchStrategies } from '../strategies/strategies.usecase.ts';
import { listEntries } from '../worklist/entries.queries.ts';
import { dayInstants } from './past-days.ts';
import { resumeSimulations, runSimulation } from './run-simulation.usecase.ts';
import { findSimulation, saveProgress, takeSimulation } from './simulations.queries.ts';
import { cancelSimulation, startSimulation, takeUpSimulation } from './start-simulation.usecase.ts';

const FIRST = localDate('2026-09-01');
const DAYS = 24;
const LAST = addDays(FIRST, DAYS - 1);
let testDatabase: TestDatabase;
let book: TestBook;
const items = new Map<string, string>();
const customers = new Map<string, string>();

const act = (action: string) => ({ action, body: null });
const HELD: Strategy = {
  ...USUAL_STRATEGY,
  limits: { messagesPerDayMax: 1, quietDays: 2, customerUnitsMin: 0, bankDataDaysMax: 4 },
  scoring: {
    ...USUAL_SCORING,
    ...{ overduePoints: 20, contactPoints: 0, latenessPoints: 10, riskPoints: 10 },
    ...{ brokenPromisePoints: 5, brokenPromisePointsMax: 10 },
  },
};

async function propose(...strategies: readonly Strategy[]): Promise<number> {
  const given = { strategies, reason: 'test', command: act('strategies.propose') };
  return (await proposeStrategies(book.database, book.scope, given)).number;
}

async function owes(customer: string, number: string, dueOn: LocalDate, amountMinor = 100_000n, kind = 'invoice') {
  const draft = {
    kind: kind as 'invoice' | 'receipt',
    number,
    customerId: customers.get(customer) ?? '',
    currency: 'EUR',
    issuedOn: kind === 'invoice' ? localDate('2026-08-01') : dueOn,
    instalments: [{ dueOn, amountMinor }],
  };
  const [posted] = await book.run((tx) => postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null }));
  items.set(number, posted?.itemIds[0] ?? '');
}

/** All of an item's open amount comes in and is applied. */
async function pays(customer: string, number: string, today: LocalDate, amountMinor = 100_000n): Promise<void> {
  await owes(customer, `R-${number}`, today, amountMinor, 'receipt');
  const pair = { creditItemId: items.get(`R-${number}`) ?? '', debitItemId: items.get(number) ?? '', amountMinor };
  await book.run((tx) => applyCredits(tx, [pair], { effectiveOn: today }));
}

/** What happened on each day before the run of that day. */
const HAPPENED: Readonly<Record<number, (today: LocalDate) => Promise<unknown>>> = {
  2: () => owes('Gamma', 'G-2', addDays(FIRST, 1), 40_000n),
  4: async () => {
    const holdId = await book.run((tx) =>
      placeHold(tx, {
        itemId: items.get('B-1') ?? '',
        customerId: customers.get('Beta') ?? '',
        kind: 'dispute',
        reason: 'price',
      }),
    );
    items.set('the dispute', holdId);
  },
  9: (today) => pays('Alfa', 'A-1', today),
  10: () =>
    book.run((tx) =>
      insertActivities(
        tx,
        [
          {
            id: newId(),
            customerId: customers.get('Gamma') ?? '',
            kind: 'call',
            text: 'will pay',
            happenedAt: tx.recordedAt,
          },
        ],
        null,
      ),
    ),
  12: () => book.run((tx) => releaseHold(tx, items.get('the dispute') ?? '')),
  13: (today) => owes('Delta', 'D-credit', today, 250_000n, 'receipt'),
};

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  book = await openTestBook(testDatabase.connection, { today: FIRST });
  const smtp = { host: '127.0.0.1', port: 25, security: 'none', user: null, passwordFrom: null } as const;
  await book.run((tx) =>
    addMailbox(tx, {
      ...{ name: 'Test', address: 'ar@test.example', smtp, imap: null, hasAddressTokens: false },
      ...{ authority: null, isDefault: true, isEnabled: true },
    }),
  );
  for (const name of ['Alfa', 'Beta', 'Gamma', 'Delta', 'Epsilon']) customers.set(name, await book.addCustomer(name));
  await book.run((tx) =>
    tx.run(sql`update customer set email = lower(number) || '@customer.example', credit_limit_minor = 100000,
      credit_limit_currency = 'EUR' where company_id = ${tx.company.id} and number in ('Alfa', 'Beta', 'Gamma', 'Delta')`),
  );
  await owes('Alfa', 'A-1', addDays(FIRST, -2));
  await owes('Alfa', 'A-2', addDays(FIRST, 8));
  await owes('Beta', 'B-1', addDays(FIRST, -30), 300_000n);
  await owes('Gamma', 'G-1', addDays(FIRST, -10));
  await owes('Delta', 'D-1', addDays(FIRST, 4), 200_000n);
  await owes('Epsilon', 'E-1', addDays(FIRST, -9)); // nobody has its address
  const number = await propose(HELD);
  await switchStrategies(book.database, book.scope, { number, reason: 'test', command: act('strategies.switch') });
  for (let day = 0; day < DAYS; day += 1) {
    const today = addDays(FIRST, day);
    book.setToday(today);
    await bankTells(today);
    await HAPPENED[day]?.(today);
    const { id } = await startRun(book.database, book.scope, { origin: 'hand', command: act('dunning.start') });
    await carryOutRun(book.database, book.scope, id);
  }
  await refreshWorklist(book.database, book.scope);
  book.setToday(addDays(LAST, 1));
}, 120_000);
afterAll(async () => {
  await book.close();
  await testDatabase.drop();
});

async function bankTells(day: LocalDate): Promise<void> {
  await book.run((tx) =>
    tx.run(sql`
      insert into bank_statement (company_id, id, batch_id, account, closing_on, footing, line_count)
        values (${tx.company.id}, ${newId()}, ${newId()}, 'DE1', ${day}, 'ok', 0)`),
  );
}

const start = async (number: number) =>
  (await startSimulation(book.database, book.scope, { number, command: act('strategies.simulate') })).id;
const found = async (id: string) => {
  const simulation = await book.read((tx) => findSimulation(tx, id));
  if (simulation === undefined) throw new Error('no simulation');
  return simulation;
};
async function simulated(number: number) {
  const id = await start(number);
  await runSimulation(book.database, book.scope, id);
  const simulation = await found(id);
  if (simulation.state !== 'done') throw new Error(`it is ${simulation.state}: ${simulation.failure}`);
  return simulation;
}

describe('the weeks in which dunning ran every day, gone through again', () => {
  it('give no difference by the version that held: the same letters to the same customers in the same weeks', async () => {
    const { figures, from, until, customersKnown, customersDone } = await simulated(1);
    expect({ from, until, customersKnown, customersDone }).toEqual({
      from: FIRST,
      until: LAST,
      customersKnown: 5,
      customersDone: 5,
    });
    for (const line of figures.weeks) expect(line.draft).toEqual(line.done);
    expect(figures).toMatchObject({ onlyDraft: 0, onlyDone: 0, reachedByBoth: 4 });
    const { done } = totalsOf(figures);
    // Alfa, Beta, Gamma and Delta: reminders, notices 1 and 2
    expect(done.letters.count).toBeGreaterThan(5);
    expect(figures.held.find(({ reason }) => reason === 'no_address')).toEqual({ reason: 'no_address', items: 1 });
    for (const { draft, ruling } of figures.ranks) expect(draft).toEqual(ruling);
  });

  it('rank the last day as My day did', async () => {
    const { figures } = await simulated(1);
    const last = figures.ranks.at(-1);
    const list = await book.read((tx) => listEntries(tx, { after: undefined, limit: 50 }));
    expect(last?.on).toBe(LAST);
    expect(last?.ruling).toEqual(list.map(({ customerId, score }) => ({ customerId, score })));
    expect(list.length).toBeGreaterThan(2);
  });

  it('by a milder version save letters, and by one for retail alone would have left everybody alone', async () => {
    const milder = await propose({ ...HELD, ladder: USUAL_LADDER.filter(({ key }) => key === 'notice_1') });
    const saved = totalsOf((await simulated(milder)).figures);
    expect(saved.draft.letters.count).toBeLessThan(saved.done.letters.count);
    expect(saved.draft.tasks.count).toBe(0);
    const retail = await propose({ ...HELD, customers: { ...HELD.customers, channels: ['retail'] } });
    const { figures } = await simulated(retail);
    expect(figures).toMatchObject({ onlyDraft: 0, onlyDone: 4, reachedByBoth: 0 });
    expect(figures.onlyDoneTop.map(({ customerId }) => customerId)).toContain(customers.get('Beta'));
  });

  it('by other points put others first', async () => {
    const scoring = { ...HELD.scoring, overduePoints: 0, riskPoints: 0, latenessPoints: 0, agePoints: 0 };
    const byTier = await propose({ ...HELD, scoring: { ...scoring, tierPoints: { A: 60 } } });
    await book.run((tx) =>
      tx.run(sql`update customer set tier = 'A' where company_id = ${tx.company.id} and number = 'Epsilon'`),
    );
    const [last] = (await simulated(byTier)).figures.ranks.slice(-1);
    expect(last?.draft[0]?.customerId).toBe(customers.get('Epsilon'));
    expect(last?.ruling[0]?.customerId).not.toBe(customers.get('Epsilon'));
  });
});

describe('the days that are gone through', () => {
  const monday = addDays(FIRST, -1);
  const daysOf = (from: LocalDate) => book.read((tx) => dayInstants(tx, { from, until: LAST }));

  it('are those of the runs, and before the first run Monday to Friday at nine', async () => {
    const { days, knownAt } = await daysOf(addDays(monday, -3));
    expect(days.slice(0, 4)).toEqual([addDays(monday, -3), monday, FIRST, addDays(FIRST, 1)]);
    expect(knownAt[1]).toBe(`${monday}T09:00:00Z`);
    expect(days).toHaveLength(DAYS + 2);
  });
});

describe('a simulation', () => {
  it('sends nothing and takes no step', async () => {
    const counted = () =>
      book.read((tx) =>
        tx.one(sql`select (select count(*) from dunning_action)::int as actions, (select count(*) from message)::int as messages,
          (select count(*) from dunning_step)::int as steps`),
      );
    const before = await counted();
    await simulated(1);
    expect(await counted()).toEqual(before);
  });

  it('that was left goes on behind the last customer that was counted, to the same figures', async () => {
    const whole = (await simulated(1)).figures;
    const id = await start(1);
    await runSimulation(book.database, book.scope, id, { pageCustomers: 2, pagesMax: 1 });
    expect(await found(id)).toMatchObject({ state: 'running', customersDone: 2 });
    await book.run((tx) =>
      tx.run(sql`update collection_strategy_simulation set worker_seen_at = null where company_id = ${tx.company.id}`),
    );
    await resumeSimulations(book.database, book.scope);
    expect(await found(id)).toMatchObject({ state: 'done', customersDone: 5, figures: whole });
  });

  it('is one at a time, ends when it is cancelled, and can be taken up', async () => {
    const id = await start(1);
    await expect(start(1)).rejects.toMatchObject({ code: 'simulation_is_running' });
    const workerId = newId();
    await book.run((tx) => takeSimulation(tx, id, workerId));
    const given = { id, command: act('strategies.simulation_cancel') };
    await cancelSimulation(book.database, book.scope, given);
    await expect(
      cancelSimulation(book.database, book.scope, { id, command: act('strategies.simulation_cancel') }),
    ).rejects.toMatchObject({ code: 'simulation_has_ended' });
    const { figures } = await found(id);
    const late = { id, workerId, customersDone: 1, afterCustomerId: newId(), figures };
    expect(await book.run((tx) => saveProgress(tx, late))).toBe(false);
    await takeUpSimulation(book.database, book.scope, { id, command: act('strategies.simulation_resume') });
    await runSimulation(book.database, book.scope, id);
    expect(await found(id)).toMatchObject({ state: 'done' });
    await expect(
      takeUpSimulation(book.database, book.scope, { id, command: act('strategies.simulation_resume') }),
    ).rejects.toMatchObject({ code: 'simulation_is_done' });
  });

  it('needs a version and a past', async () => {
    await expect(start(99)).rejects.toMatchObject({ code: 'not_found' });
    const young = await openTestBook(testDatabase.connection, { today: FIRST, code: 'YOUNG' });
    const given = { strategies: [HELD], reason: 'test', command: act('strategies.propose') };
    const { number } = await proposeStrategies(young.database, young.scope, given);
    await expect(
      startSimulation(young.database, young.scope, { number, command: act('strategies.simulate') }),
    ).rejects.toMatchObject({ code: 'simulation_without_past' });
    await young.close();
  });
});
