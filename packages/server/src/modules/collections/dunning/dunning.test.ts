import { addDays } from '@quittance/core/calendar';
import { USUAL_STRATEGY } from '@quittance/core/strategies';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { newId } from '../../../platform/ids.ts';
import { noteConsent } from '../../customers/contact-consent.usecase.ts';
import { insertContacts } from '../../customers/index.ts';
import { applyCredits, placeHold, releaseHolds } from '../../ledger/index.ts';
import { type DunningDesk, dyingAfter, openDunningDesk, TODAY } from './dunning.fixture.ts';
import { startRun } from './run-dunning.usecase.ts';

let desk: DunningDesk;

beforeEach(async () => {
  desk = await openDunningDesk();
});
afterEach(() => desk.drop());

describe('a run', () => {
  it('writes one letter to each customer with all that is due for one, and never a second that day', async () => {
    await desk.switchOn();
    const [one, two] = [await desk.aCustomer('C-1'), await desk.aCustomer('C-2')];
    await desk.owes(one, 'INV-1');
    await desk.owes(one, 'INV-2', { daysLate: 9 });
    await desk.owes(two, 'INV-3');
    await desk.owes(two, 'INV-4', { daysLate: 2 });
    expect(await desk.run()).toMatchObject({
      state: 'done',
      letters: 2,
      items: 3,
      heldItems: 0,
      customersDone: 2,
      askedFunctionalMinor: 300_000n,
    });
    await desk.send();
    expect(desk.mails().sort()).toEqual(['c-1: INV-1 INV-2', 'c-2: INV-3']);
    expect(await desk.run()).toMatchObject({ letters: 0, items: 0 });
    expect(await desk.send()).toEqual({ sent: 0, notSent: 0 });
    expect(desk.book.smtp.taken[0]?.raw).toContain('Auto-Submitted: auto-generated');
  });

  it('holds back what is disputed, promised, covered by money, or of whom nobody has an address, and says why', async () => {
    await desk.switchOn();
    const [one, two, three] = [
      await desk.aCustomer('C-1'),
      await desk.aCustomer('C-2'),
      await desk.aCustomer('C-3', null),
    ];
    const disputed = await desk.owes(one, 'INV-1');
    await desk.owes(one, 'INV-2');
    await desk.owes(two, 'INV-3', { daysLate: 6, amountMinor: 50_000n });
    await desk.owes(two, 'INV-4', { daysLate: 6, amountMinor: 90_000n });
    await desk.credits(two, 'CN-1', 50_000n);
    await desk.owes(three, 'INV-5');
    await desk.book.run((tx) => placeHold(tx, { customerId: one, itemId: disputed, kind: 'dispute', reason: 'price' }));
    expect(await desk.run()).toMatchObject({ letters: 2, items: 2, heldItems: 3 });
    await desk.send();
    expect(desk.mails().sort()).toEqual(['c-1: INV-2', 'c-2: INV-4']);
    expect(await desk.held()).toEqual(['INV-1 item_hold dispute', 'INV-3 credits_cover', 'INV-5 no_address']);
  });

  it('writes to nobody who does not want it, nor to the same address of the customer itself, but to another contact', async () => {
    await desk.switchOn();
    const [one, two] = [await desk.aCustomer('C-1'), await desk.aCustomer('C-2')];
    const [ada, bruno] = [newId(), newId()];
    await desk.book.run(async (tx) => {
      const contacts = [
        { id: ada, customerId: one, name: 'Ada Rossi', email: 'C-1@customer.example' },
        { id: newId(), customerId: two, name: 'Carla Blu', email: 'carla@customer.example' },
        { id: bruno, customerId: two, name: 'Bruno Neri', email: 'bruno@customer.example', isPrimary: true },
      ];
      await insertContacts(tx, contacts, null);
      for (const id of [ada, bruno]) {
        await noteConsent(tx, id, { mayMail: false, mayCall: true, since: TODAY, source: 'by phone' });
      }
    });
    await desk.owes(one, 'INV-1');
    await desk.owes(two, 'INV-2');
    expect(await desk.run()).toMatchObject({ letters: 1, heldItems: 1 });
    await desk.send();
    expect(desk.mails()).toEqual(['carla: INV-2']);
    expect(await desk.held()).toEqual(['INV-1 no_address']);
  });

  it('writes to nobody while the bank has been silent for five days', async () => {
    await desk.switchOn();
    await desk.owes(await desk.aCustomer('C-1'), 'INV-1');
    desk.book.setToday(addDays(TODAY, 5));
    expect(await desk.run()).toMatchObject({ letters: 0, heldItems: 1 });
    expect(await desk.held()).toEqual(['INV-1 bank_data_stale 2026-11-20']);
    await desk.bankTells(addDays(TODAY, 4));
    expect(await desk.run()).toMatchObject({ letters: 1 });
  });

  it('is refused while no strategy holds, and while another is going on', async () => {
    await expect(desk.run()).rejects.toMatchObject({ code: 'no_strategy_in_force' });
    await desk.switchOn();
    const start = () =>
      startRun(desk.book.database, desk.book.scope, {
        origin: 'hand',
        command: { action: 'dunning.start', body: null },
      });
    await start();
    await expect(start()).rejects.toMatchObject({ code: 'dunning_is_running' });
  });

  it('goes on one step later after a dispute of weeks', async () => {
    await desk.switchOn();
    const one = await desk.aCustomer('C-1');
    const item = await desk.owes(one, 'INV-1');
    await desk.run();
    await desk.send();
    const hold = await desk.book.run((tx) =>
      placeHold(tx, { customerId: one, itemId: item, kind: 'dispute', reason: 'price' }),
    );
    const later = addDays(TODAY, 60);
    desk.book.setToday(later);
    await desk.bankTells(later);
    expect(await desk.run()).toMatchObject({ letters: 0, heldItems: 1 });
    await desk.book.run((tx) => releaseHolds(tx, [hold]));
    expect(await desk.run()).toMatchObject({ letters: 1 });
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1', 'INV-1 notice_2 1']);
  });
});

describe('between the decision and the mail server', () => {
  it.each([
    [
      'a dispute',
      async (id: string, customerId: string) =>
        void (await desk.book.run((tx) => placeHold(tx, { customerId, itemId: id, kind: 'dispute', reason: 'price' }))),
    ],
    [
      'money that is not applied yet',
      async (_id: string, customerId: string) => void (await desk.credits(customerId, 'CN-1', 100_000n)),
    ],
  ])('%s takes the letter back; what is still owed comes with the next run', async (_what, happens) => {
    await desk.switchOn();
    const one = await desk.aCustomer('C-1');
    const id = await desk.owes(one, 'INV-1');
    await desk.owes(one, 'INV-2', { daysLate: 6, amountMinor: 300_000n });
    await desk.run();
    await happens(id, one);
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(desk.book.smtp.taken).toEqual([]);
    expect(await desk.run()).toMatchObject({ letters: 1, items: 1, heldItems: 1 });
    await desk.send();
    expect(desk.mails()).toEqual(['c-1: INV-2']);
    expect(await desk.steps()).toEqual([
      'INV-1 notice_1 1 withdrawn',
      'INV-2 notice_1 1 withdrawn',
      'INV-2 notice_1 2',
    ]);
  });

  it('a payment that was applied does, too', async () => {
    await desk.switchOn();
    const one = await desk.aCustomer('C-1');
    const debitItemId = await desk.owes(one, 'INV-1');
    await desk.run();
    const creditItemId = await desk.credits(one, 'CN-1', 100_000n);
    await desk.book.run((tx) =>
      applyCredits(tx, [{ creditItemId, debitItemId, amountMinor: 100_000n }], {
        effectiveOn: TODAY,
      }),
    );
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(desk.book.smtp.taken).toEqual([]);
  });
});

const ROUNDS = 20; // a run has five writes, sending it eleven: each is hit from both sides

describe('a server that is killed', () => {
  it('before or inside any of its writes sends nothing twice and loses nothing', async () => {
    const ladder = USUAL_STRATEGY.ladder.filter(({ key }) => key === 'notice_1');
    await desk.switchOn({ ladder, limits: { ...USUAL_STRATEGY.limits, quietDays: 0, messagesPerDayMax: 10 } });
    const customers = await Promise.all(Array.from({ length: 5 }, (_, index) => desk.aCustomer(`C-${index}`)));
    const counts = { runsKilled: 0, sendersKilled: 0, letters: 0, sent: 0, uncertain: 0 };
    const died = (work: Promise<unknown>) =>
      work.then(
        () => 0,
        () => 1,
      );
    for (let round = 0; round < ROUNDS; round += 1) {
      const [writes, where] = [Math.floor(round / 2), round % 2 === 0 ? ('before' as const) : ('inside' as const)];
      const day = addDays(TODAY, round);
      desk.book.setToday(day);
      await desk.bankTells(day);
      for (const [index, customerId] of customers.entries()) {
        await desk.owes(customerId, `INV-${round + 10}${index}`, { daysLate: 6 - round });
      }
      counts.runsKilled += await died(desk.run(dyingAfter(desk.book.context.database, writes, where)));
      counts.sendersKilled += await died(
        desk.send({ ...desk.context, database: dyingAfter(desk.book.context.database, writes, where) }),
      );
      await desk.takeUp();
      await died(desk.run());
      await desk.send();
      desk.book.forward(30);
      await desk.send();
    }
    // weeks later every claim of the dead is over
    await desk.send({ ...desk.context, clock: { now: () => desk.book.context.clock.now() + 90n * 86_400_000_000n } });
    const all = await desk.steps();
    expect(all).toHaveLength(ROUNDS * 5);
    expect(new Set(all).size).toBe(all.length);
    const letters = await desk.book.read((tx) =>
      tx.all<{ state: string; id: string; said: string | null }>(sql`
        select d.state, d.said, d.message_id as id from message_delivery d
          join dunning_action a on a.company_id = d.company_id and a.message_id = d.message_id
          where d.company_id = ${tx.company.id}`),
    );
    const taken = desk.book.smtp.taken.map(({ raw }) => /Message-ID: <([^@]+)/.exec(raw)?.[1]);
    expect(new Set(taken).size, 'nothing twice').toBe(taken.length);
    for (const { state, id, said } of letters) {
      expect(['sent', 'uncertain'], said ?? '').toContain(state);
      if (state === 'sent') expect(taken).toContain(id);
      counts.letters += 1;
      counts[state as 'sent' | 'uncertain'] += 1;
    }
    expect(counts.runsKilled).toBeGreaterThanOrEqual(10);
    expect(counts.sendersKilled).toBeGreaterThanOrEqual(12);
    expect(counts.uncertain).toBeLessThanOrEqual(counts.sendersKilled);
    if (process.env.QUITTANCE_TELL_COUNTS) process.stderr.write(`${JSON.stringify(counts)}\n`);
  }, 180_000);
});
