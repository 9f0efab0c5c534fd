/**
 * Dunning among everything that goes wrong at once: runs and senders killed, two of each at a time, the mail server away or breaking off, the
 * clock set back, and the books changing between the decision and the sending. A judge looks into each mail at the moment at which the server takes it.
 * `QUITTANCE_DUNNING_ROUNDS=60` makes it long; `QUITTANCE_TELL_COUNTS=1` tells what was counted.
 */
import { addDays } from '@quittance/core/calendar';
import { sharesOf } from '@quittance/core/dunning';
import { USUAL_STRATEGY } from '@quittance/core/strategies';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { applyCredits, placeHold } from '../../ledger/index.ts';
import { collectionsCheck } from '../verify.queries.ts';
import { loadCustomers, loadParties } from './customer-facts.ts';
import { type DunningDesk, dyingAfter, openDunningDesk, TODAY } from './dunning.fixture.ts';
import { carryOutRun, startRun } from './run-dunning.usecase.ts';
import { findRun } from './runs.queries.ts';
import { dunByTheClock, setSchedule } from './schedule.usecase.ts';

const ROUNDS = Number(process.env.QUITTANCE_DUNNING_ROUNDS ?? 4);
const SEED = Number(process.env.QUITTANCE_SEED ?? 5);
const MS_A_ROUND = 30_000;

let desk: DunningDesk;
beforeEach(async () => {
  desk = await openDunningDesk();
});
afterEach(() => desk.drop());

const command = { action: 'dunning.start', body: null };
const oneLetter = async (): Promise<string> => {
  await desk.switchOn();
  const id = await desk.aCustomer('C-1');
  await desk.owes(id, 'INV-1');
  await desk.run();
  return id;
};

describe('each by itself', () => {
  it('a server that dies between the mail server’s word and our note of it leaves the letter uncertain, and never sends it again', async () => {
    await oneLetter();
    const healthy = desk.book.context.database;
    let isDead = false;
    desk.book.smtp.onTaken = () => {
      isDead = true;
    };
    const whileAlive =
      (mode: 'read' | 'write'): typeof healthy.read =>
      (scope, work) => {
        if (isDead) throw new Error('killed');
        return healthy[mode](scope, work);
      };
    const methods = { read: whileAlive('read'), write: whileAlive('write') };
    const database = Object.assign(Object.create(healthy) as typeof healthy, methods);
    await expect(desk.send({ ...desk.context, database })).rejects.toThrow('killed');
    desk.book.forward(30);
    await desk.send();
    await desk.run();
    await desk.send();
    expect(desk.mails()).toEqual(['c-1: INV-1']);
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1']);
    expect(await states()).toEqual({ uncertain: 1 });
  });

  it('five who start a run at once start one, and three at work on it write each letter once', async () => {
    await desk.switchOn();
    for (let index = 0; index < 6; index += 1) await desk.owes(await desk.aCustomer(`C-${index}`), `INV-${index}`);
    const starts = Array.from({ length: 5 }, () =>
      startRun(desk.book.database, desk.book.scope, { origin: 'hand', command }),
    );
    const started = (await Promise.allSettled(starts)).flatMap((one) =>
      one.status === 'fulfilled' ? [one.value.id] : [],
    );
    expect(started).toHaveLength(1);
    await Promise.all([1, 2, 3].map(() => carryOutRun(desk.book.database, desk.book.scope, started[0] ?? '', 1)));
    expect(await desk.book.read((tx) => findRun(tx, started[0] ?? ''))).toMatchObject({ state: 'done', letters: 6 });
    await Promise.all([desk.send(), desk.send(), desk.send()]);
    expect(desk.mails().sort()).toEqual([0, 1, 2, 3, 4, 5].map((index) => `c-${index}: INV-${index}`));
  });

  it('a clock set back by an hour lets letters wait for as long, and sends none twice', async () => {
    await oneLetter();
    desk.book.forward(-60);
    expect(await desk.send()).toEqual({ sent: 0, notSent: 0 });
    expect(await desk.run()).toMatchObject({ letters: 0 });
    desk.book.forward(61);
    expect(await desk.send()).toEqual({ sent: 1, notSent: 0 });
    desk.book.forward(-60);
    await desk.run();
    desk.book.forward(120);
    await desk.send();
    expect(desk.mails()).toEqual(['c-1: INV-1']);
  });

  it('a clock set back over the hour of the schedule starts no second run that day', async () => {
    await desk.switchOn();
    const schedule = { isOn: true, atMinute: 12 * 60, weekdays: [1, 2, 3, 4, 5], actsTo: null };
    await setSchedule(desk.book.database, desk.book.scope, { schedule, command });
    const { database } = desk.book.context;
    for (const minutes of [30, -60, 60]) {
      desk.book.forward(minutes);
      await dunByTheClock(database, desk.book.scope);
    }
    const runs = await desk.book.read((tx) =>
      tx.all(sql`select 1 from dunning_run where company_id = ${tx.company.id}`),
    );
    expect(runs).toHaveLength(1);
  });

  it('a mail server that is away for an hour gets each letter once when it is back, less what was paid meanwhile', async () => {
    const customerId = await oneLetter();
    const other = await desk.aCustomer('C-2');
    await desk.owes(other, 'INV-2');
    await desk.run();
    desk.book.smtp.fault = 'is_closing';
    for (let minute = 0; minute < 60; minute += 5) {
      await desk.send();
      desk.book.forward(5);
    }
    expect(desk.mails()).toEqual([]);
    await desk.credits(customerId, 'CN-1', 100_000n);
    desk.book.smtp.fault = 'none';
    for (let minute = 0; minute < 120; minute += 10) {
      await desk.send();
      desk.book.forward(10);
    }
    expect(desk.mails()).toEqual(['c-2: INV-2']);
    expect(await states()).toEqual({ sent: 1, withdrawn: 1 });
  });
});

async function states(): Promise<Record<string, number>> {
  const rows = await desk.book.read((tx) =>
    tx.all<{ state: string; count: number }>(sql`
      select state, count(*)::int as count from message_delivery where company_id = ${tx.company.id} group by state`),
  );
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** A generator of the same numbers for the same seed (mulberry32). */
function draws(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

describe('all at once', () => {
  const counts = {
    rounds: 0,
    runsKilled: 0,
    sendersKilled: 0,
    twoAtOnce: 0,
    changes: 0,
    serverFaults: 0,
    clockBack: 0,
  };
  const wrong: string[] = [];
  const told = new Set<string>();
  let round = 0;
  /** The book's clock stands at noon of the first day; here it goes with the days. */
  const send = (database = desk.book.context.database) => {
    const clock = { now: () => desk.book.context.clock.now() + BigInt(round) * 86_400_000_000n };
    return desk.send({ ...desk.context, clock, database });
  };
  const died = (work: Promise<unknown>) =>
    work.then(
      () => 0,
      () => 1,
    );

  /** What the mail that the server is taking asks for must be owed so at this moment, and told for the first time. */
  async function judge(): Promise<void> {
    const raw = desk.book.smtp.taken.at(-1)?.raw ?? '';
    const messageId = /Message-ID: <([^@]+)/.exec(raw)?.[1] ?? '';
    // By the clock of whoever sends: it has gone on.
    const { database } = desk.book.context;
    await database.read(desk.book.scope, async (tx) => {
      const steps = await tx.all<{ itemId: string; customerId: string; key: string; askedMinor: bigint }>(sql`
        select s.item_id as "itemId", s.customer_id as "customerId", s.step_key as key, s.open_minor as "askedMinor" from dunning_step s
          join dunning_action a on a.company_id = s.company_id and a.id = s.action_id
          where s.company_id = ${tx.company.id} and a.message_id = ${messageId} and s.withdrawn_at is null`);
      if (steps.length === 0) wrong.push(`mail ${messageId} has no steps`);
      const ids = [...new Set(steps.map(({ customerId }) => customerId))];
      const customers = await loadCustomers(tx, { ids, parties: await loadParties(tx), daysAhead: 0 });
      for (const { itemId, key, askedMinor } of steps) {
        if (told.has(`${itemId} ${key}`)) wrong.push(`${key} of ${itemId} was told twice`);
        told.add(`${itemId} ${key}`);
        const owner = customers.find(({ items }) => items.some(({ id }) => id === itemId));
        const owed = owner && sharesOf(owner.items, owner.credits).get(itemId)?.askedMinor;
        if (owed !== askedMinor) wrong.push(`${key} of ${itemId} asks for ${askedMinor}, owed are ${owed}`);
      }
    });
  }

  async function writeToAll(draw: (below: number) => number): Promise<void> {
    const { database } = desk.book.context;
    const kind = draw(4);
    if (kind === 0)
      counts.runsKilled += await died(desk.run(dyingAfter(database, draw(8), draw(2) ? 'before' : 'inside')));
    else if (kind === 1) {
      counts.twoAtOnce += 1;
      await Promise.all([died(desk.run()), died(desk.run())]);
    } else await died(desk.run());
  }

  /** Between the decision and the sending. */
  async function change(draw: (below: number) => number, customerId: string): Promise<void> {
    const items = await desk.book.read((tx) =>
      tx.all<{ id: string; openMinor: bigint }>(sql`
        select id, open_minor as "openMinor" from item
          where company_id = ${tx.company.id} and customer_id = ${customerId} and open_minor > 0 order by id desc limit 6`),
    );
    const item = items[draw(Math.max(1, items.length))];
    if (item === undefined) return;
    const [itemId, half] = [item.id, item.openMinor / 2n];
    counts.changes += 1;
    const hold = { customerId, itemId, reason: 'soak' };
    const number = `CN-${counts.changes}`;
    const kind = draw(6);
    if (kind === 0) await desk.book.run((tx) => placeHold(tx, { ...hold, kind: 'dispute' }));
    if (kind === 1 && half > 0n) {
      await desk.book.run((tx) =>
        placeHold(tx, { ...hold, kind: 'promise', amountMinor: half, untilOn: addDays(tx.today, 2) }),
      );
    }
    if (kind === 2) await desk.credits(customerId, number, item.openMinor);
    if (kind === 3) await desk.credits(customerId, number, 1_000n);
    if (kind < 4) return;
    const amountMinor = kind === 4 || half === 0n ? item.openMinor : half;
    const creditItemId = await desk.credits(customerId, number, amountMinor);
    const applied = { creditItemId, debitItemId: itemId, amountMinor };
    await desk.book.run((tx) => applyCredits(tx, [applied], { effectiveOn: tx.today }));
  }

  async function sendThrough(draw: (below: number) => number): Promise<void> {
    const { smtp, context } = desk.book;
    const kind = draw(7);
    if (kind === 0) {
      const database = dyingAfter(context.database, draw(14), draw(2) ? 'before' : 'inside');
      counts.sendersKilled += await died(send(database));
    } else if (kind === 1) {
      counts.twoAtOnce += 1;
      await Promise.all([died(send()), died(send())]);
    } else if (kind === 2) {
      counts.clockBack += 1;
      desk.book.forward(-60);
      await died(send());
      desk.book.forward(60);
    } else if (kind < 6) {
      counts.serverFaults += 1;
      smtp.fault = (['is_closing', 'takes_it_and_breaks', 'refuses_for_now'] as const)[kind - 3] ?? 'none';
      await died(send());
      smtp.fault = 'none';
    } else await died(send());
  }

  it(
    'nothing is told twice, nothing is asked for that is not owed so, and nothing is lost',
    async () => {
      const draw = draws(SEED);
      const [first, second] = USUAL_STRATEGY.ladder.filter(({ kind }) => kind === 'notice');
      if (first === undefined || second === undefined) throw new Error('the usual ladder has notices');
      const ladder = [first, { ...second, days: 7, waitDays: 1 }];
      const limits = { ...USUAL_STRATEGY.limits, quietDays: 0, messagesPerDayMax: 10, customerUnitsMin: 0 };
      await desk.switchOn({ ladder, limits });
      const customers = await Promise.all([0, 1, 2, 3, 4].map((index) => desk.aCustomer(`C-${index}`)));
      desk.book.smtp.onTaken = judge;
      for (round = 0; round < ROUNDS; round += 1) {
        const day = addDays(TODAY, round);
        desk.book.setToday(day);
        await desk.bankTells(day);
        for (const [index, customerId] of customers.entries()) {
          await desk.owes(customerId, `INV-${round + 10}${index}`, { daysLate: 6 - round });
        }
        await writeToAll(draw);
        for (let times = draw(4); times > 0; times -= 1) await change(draw, customers[draw(customers.length)] ?? '');
        await sendThrough(draw);
        await desk.takeUp();
        await died(desk.run());
        desk.book.forward(61);
        await send();
        counts.rounds += 1;
      }
      await settle();
      const { taken } = desk.book.smtp;
      const ids = taken.map(({ raw }) => /Message-ID: <([^@]+)/.exec(raw)?.[1]);
      expect(wrong).toEqual([]);
      expect(new Set(ids).size, 'no mail twice').toBe(ids.length);
      expect(await lost()).toEqual([]);
      const broken = (await desk.book.read(collectionsCheck)).filter(({ failures }) => failures.length > 0);
      expect(broken).toEqual([]);
      const fates = await states();
      expect(Object.keys(fates).filter((state) => !['sent', 'uncertain', 'withdrawn'].includes(state))).toEqual([]);
      const said = { ...counts, taken: taken.length, steps: told.size, ...fates, wrong: wrong.length };
      if (process.env.QUITTANCE_TELL_COUNTS) process.stderr.write(`${JSON.stringify(said)}\n`);
    },
    ROUNDS * MS_A_ROUND,
  );

  /** Everything works again, for hours. */
  async function settle(): Promise<void> {
    for (let hour = 0; hour < 12; hour += 1) {
      await send();
      desk.book.forward(60);
    }
    await desk.takeUp();
    await desk.run();
    await send();
    desk.book.forward(30);
    await send();
  }

  /** Items of which something is asked, that have told neither a step nor has a letter about one an uncertain fate. */
  function lost(): Promise<string[]> {
    return desk.book.read(async (tx) => {
      const rows = await tx.all<{ id: string }>(
        sql`select id from customer where company_id = ${tx.company.id} and kind = 'regular'`,
      );
      const customers = await loadCustomers(tx, {
        ids: rows.map(({ id }) => id),
        parties: await loadParties(tx),
        daysAhead: 0,
      });
      return customers.flatMap(({ items, credits }) => {
        const shares = sharesOf(items, credits);
        const late = items.filter(({ dueOn }) => addDays(dueOn, 5) <= tx.today);
        const untold = late.filter(({ id, taken }) => (shares.get(id)?.askedMinor ?? 0n) > 0n && taken.length === 0);
        return untold.map(({ row }) => row.number);
      });
    });
  }
});
