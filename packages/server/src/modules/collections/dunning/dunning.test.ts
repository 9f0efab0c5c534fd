import { addDays, type LocalDate, localDate } from '@quittance/core/calendar';
import { type Strategy, USUAL_STRATEGY } from '@quittance/core/strategies';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { type MailBook, openMailBook } from '../../correspondence/correspondence.fixture.ts';
import { type CorrespondenceContext, sendWaiting } from '../../correspondence/index.ts';
import { noteConsent } from '../../customers/contact-consent.usecase.ts';
import { insertContacts } from '../../customers/index.ts';
import { applyCredits, placeHold, postDocuments, releaseHolds } from '../../ledger/index.ts';
import { proposeStrategies, switchStrategies } from '../strategies/strategies.usecase.ts';
import { objectionToSending } from './check-before-sending.ts';
import { carryOutRun, startRun } from './run-dunning.usecase.ts';
import { findRun, runningRun } from './runs.queries.ts';

const TODAY = localDate('2026-11-20'); // as the book has it
let book: MailBook;
let context: CorrespondenceContext;

beforeEach(async () => {
  book = await openMailBook();
  context = { ...book.context, objection: objectionToSending };
  await bankTells(TODAY);
});
afterEach(() => book.drop());

/** The bank's statement of a day is here. */
async function bankTells(day: LocalDate): Promise<void> {
  await book.run((tx) =>
    tx.run(sql`
      insert into bank_statement (company_id, id, batch_id, account, closing_on, footing, line_count)
        values (${tx.company.id}, ${newId()}, ${newId()}, 'DE1', ${day}, 'ok', 0)`),
  );
}

async function switchOn(changes: Partial<Strategy> = {}): Promise<void> {
  const command = { action: 'test', body: null };
  const strategies = [{ ...USUAL_STRATEGY, ...changes }];
  const { number } = await proposeStrategies(book.database, book.scope, { strategies, reason: 'test', command });
  await switchStrategies(book.database, book.scope, { number, reason: 'untried', command });
}

async function aCustomer(
  number: string,
  email: string | null = `${number.toLowerCase()}@customer.example`,
): Promise<string> {
  const id = await book.addCustomer(number);
  await book.run((tx) =>
    tx.run(sql`update customer set email = ${email} where company_id = ${tx.company.id} and id = ${id}`),
  );
  return id;
}

/** The item's id. */
async function owes(
  customerId: string,
  number: string,
  daysLate = 6,
  amountMinor = 100_000n,
  kind: 'invoice' | 'credit_note' = 'invoice',
) {
  const dueOn = addDays(TODAY, -daysLate);
  const draft = {
    kind,
    number,
    customerId,
    currency: 'EUR',
    issuedOn: localDate('2026-10-01'),
    instalments: [{ dueOn, amountMinor }],
  };
  const [posted] = await book.run((tx) => postDocuments(tx, [draft], { commandId: tx.commandId, batchId: null }));
  return posted?.itemIds[0] ?? '';
}

const credits = (customerId: string, number: string, amountMinor: bigint) =>
  owes(customerId, number, 0, amountMinor, 'credit_note');

async function run(database: Database = book.database) {
  const { id } = await startRun(database, book.scope, {
    origin: 'hand',
    command: { action: 'dunning.start', body: null },
  });
  await carryOutRun(database, book.scope, id, 2);
  const found = await book.read((tx) => findRun(tx, id));
  if (found === undefined) throw new Error('no run');
  return found;
}

const send = (given = context) => sendWaiting(given, book.scope);

/** Numbers of invoices as they stand in the mails that the server took: "C-1: INV-1 INV-2". */
function mails(): string[] {
  return book.smtp.taken.map(({ to, raw }) => {
    const numbers = [...new Set(raw.match(/\bINV-\d+/g) ?? [])].sort();
    return `${to[0]?.split('@')[0]}: ${numbers.join(' ')}`;
  });
}

async function held(): Promise<string[]> {
  const rows = await book.read((tx) =>
    tx.all<{ number: string; reason: string; detail: string | null }>(sql`
      select i.number, h.reason, h.detail from dunning_held h join item i on i.company_id = h.company_id and i.id = h.item_id
        where h.company_id = ${tx.company.id} order by i.number, h.run_id`),
  );
  return rows.map(({ number, reason, detail }) => `${number} ${reason}${detail === null ? '' : ` ${detail}`}`);
}

async function steps(): Promise<string[]> {
  const rows = await book.read((tx) =>
    tx.all<{ number: string; key: string; attempt: number; out: boolean }>(sql`
      select i.number, s.step_key as key, s.attempt, s.withdrawn_at is not null as out
        from dunning_step s join item i on i.company_id = s.company_id and i.id = s.item_id
        where s.company_id = ${tx.company.id} order by i.number, s.level, s.attempt`),
  );
  return rows.map(({ number, key, attempt, out }) => `${number} ${key} ${attempt}${out ? ' withdrawn' : ''}`);
}

describe('a run', () => {
  it('writes one letter to each customer with all that is due for one, and never a second that day', async () => {
    await switchOn();
    const [one, two] = [await aCustomer('C-1'), await aCustomer('C-2')];
    await owes(one, 'INV-1');
    await owes(one, 'INV-2', 9);
    await owes(two, 'INV-3');
    await owes(two, 'INV-4', 2);
    expect(await run()).toMatchObject({
      state: 'done',
      letters: 2,
      items: 3,
      heldItems: 0,
      customersDone: 2,
      askedFunctionalMinor: 300_000n,
    });
    await send();
    expect(mails().sort()).toEqual(['c-1: INV-1 INV-2', 'c-2: INV-3']);
    expect(await run()).toMatchObject({ letters: 0, items: 0 });
    expect(await send()).toEqual({ sent: 0, notSent: 0 });
    expect(book.smtp.taken[0]?.raw).toContain('Auto-Submitted: auto-generated');
  });

  it('holds back what is disputed, promised, covered by money, or of whom nobody has an address, and says why', async () => {
    await switchOn();
    const [one, two, three] = [await aCustomer('C-1'), await aCustomer('C-2'), await aCustomer('C-3', null)];
    const disputed = await owes(one, 'INV-1');
    await owes(one, 'INV-2');
    await owes(two, 'INV-3', 6, 50_000n);
    await owes(two, 'INV-4', 6, 90_000n);
    await credits(two, 'CN-1', 50_000n);
    await owes(three, 'INV-5');
    await book.run((tx) => placeHold(tx, { customerId: one, itemId: disputed, kind: 'dispute', reason: 'price' }));
    expect(await run()).toMatchObject({ letters: 2, items: 2, heldItems: 3 });
    await send();
    expect(mails().sort()).toEqual(['c-1: INV-2', 'c-2: INV-4']);
    expect(await held()).toEqual(['INV-1 item_hold dispute', 'INV-3 credits_cover', 'INV-5 no_address']);
  });

  it('writes to nobody who does not want it, nor to the same address of the customer itself, but to another contact', async () => {
    await switchOn();
    const [one, two] = [await aCustomer('C-1'), await aCustomer('C-2')];
    const [ada, bruno] = [newId(), newId()];
    await book.run(async (tx) => {
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
    await owes(one, 'INV-1');
    await owes(two, 'INV-2');
    expect(await run()).toMatchObject({ letters: 1, heldItems: 1 });
    await send();
    expect(mails()).toEqual(['carla: INV-2']);
    expect(await held()).toEqual(['INV-1 no_address']);
  });

  it('writes to nobody while the bank has been silent for five days', async () => {
    await switchOn();
    await owes(await aCustomer('C-1'), 'INV-1');
    book.setToday(addDays(TODAY, 5));
    expect(await run()).toMatchObject({ letters: 0, heldItems: 1 });
    expect(await held()).toEqual(['INV-1 bank_data_stale 2026-11-20']);
    await bankTells(addDays(TODAY, 4));
    expect(await run()).toMatchObject({ letters: 1 });
  });

  it('is refused while no strategy holds, and while another is going on', async () => {
    await expect(run()).rejects.toMatchObject({ code: 'no_strategy_in_force' });
    await switchOn();
    const start = () =>
      startRun(book.database, book.scope, { origin: 'hand', command: { action: 'dunning.start', body: null } });
    await start();
    await expect(start()).rejects.toMatchObject({ code: 'dunning_is_running' });
  });

  it('goes on one step later after a dispute of weeks', async () => {
    await switchOn();
    const one = await aCustomer('C-1');
    const item = await owes(one, 'INV-1');
    await run();
    await send();
    const hold = await book.run((tx) =>
      placeHold(tx, { customerId: one, itemId: item, kind: 'dispute', reason: 'price' }),
    );
    const later = addDays(TODAY, 60);
    book.setToday(later);
    await bankTells(later);
    expect(await run()).toMatchObject({ letters: 0, heldItems: 1 });
    await book.run((tx) => releaseHolds(tx, [hold]));
    expect(await run()).toMatchObject({ letters: 1 });
    expect(await steps()).toEqual(['INV-1 notice_1 1', 'INV-1 notice_2 1']);
  });
});

describe('between the decision and the mail server', () => {
  it.each([
    [
      'a dispute',
      async (id: string, customerId: string) =>
        void (await book.run((tx) => placeHold(tx, { customerId, itemId: id, kind: 'dispute', reason: 'price' }))),
    ],
    [
      'money that is not applied yet',
      async (_id: string, customerId: string) => void (await credits(customerId, 'CN-1', 100_000n)),
    ],
  ])('%s takes the letter back; what is still owed comes with the next run', async (_what, happens) => {
    await switchOn();
    const one = await aCustomer('C-1');
    const id = await owes(one, 'INV-1');
    await owes(one, 'INV-2', 6, 300_000n);
    await run();
    await happens(id, one);
    expect(await send()).toEqual({ sent: 0, notSent: 1 });
    expect(book.smtp.taken).toEqual([]);
    expect(await run()).toMatchObject({ letters: 1, items: 1, heldItems: 1 });
    await send();
    expect(mails()).toEqual(['c-1: INV-2']);
    expect(await steps()).toEqual(['INV-1 notice_1 1 withdrawn', 'INV-2 notice_1 1 withdrawn', 'INV-2 notice_1 2']);
  });

  it('a payment that was applied does, too', async () => {
    await switchOn();
    const one = await aCustomer('C-1');
    const debitItemId = await owes(one, 'INV-1');
    await run();
    const creditItemId = await credits(one, 'CN-1', 100_000n);
    await book.run((tx) =>
      applyCredits(tx, [{ creditItemId, debitItemId, amountMinor: 100_000n }], {
        effectiveOn: TODAY,
      }),
    );
    expect(await send()).toEqual({ sent: 0, notSent: 1 });
    expect(book.smtp.taken).toEqual([]);
  });
});

/** Dies before or inside the write after so many: what was committed stands, what was begun does not. */
function dyingAfter(database: Database, writes: number, where: 'before' | 'inside'): Database {
  let left = writes;
  const through =
    (mode: 'write' | 'post'): Database['write'] =>
    (scope, work) => {
      if (left < 0) throw new Error('killed');
      left -= 1;
      if (left >= 0) return database[mode](scope, work);
      if (where === 'before') throw new Error('killed');
      return database[mode](scope, async (tx) => {
        await work(tx);
        throw new Error('killed');
      });
    };
  const read: Database['read'] = (scope, work) => {
    if (left < 0) throw new Error('killed');
    return database.read(scope, work);
  };
  return Object.assign(Object.create(database) as Database, { read, write: through('write'), post: through('post') });
}

const ROUNDS = 20; // a run has five writes, sending it eleven: each is hit from both sides

describe('a server that is killed', () => {
  it('before or inside any of its writes sends nothing twice and loses nothing', async () => {
    const ladder = USUAL_STRATEGY.ladder.filter(({ key }) => key === 'notice_1');
    await switchOn({ ladder, limits: { ...USUAL_STRATEGY.limits, quietDays: 0, messagesPerDayMax: 10 } });
    const customers = await Promise.all(Array.from({ length: 5 }, (_, index) => aCustomer(`C-${index}`)));
    const counts = { runsKilled: 0, sendersKilled: 0, letters: 0, sent: 0, uncertain: 0 };
    const died = (work: Promise<unknown>) =>
      work.then(
        () => 0,
        () => 1,
      );
    for (let round = 0; round < ROUNDS; round += 1) {
      const [writes, where] = [Math.floor(round / 2), round % 2 === 0 ? ('before' as const) : ('inside' as const)];
      const day = addDays(TODAY, round);
      book.setToday(day);
      await bankTells(day);
      for (const [index, customerId] of customers.entries()) {
        await owes(customerId, `INV-${round + 10}${index}`, 6 - round);
      }
      counts.runsKilled += await died(run(dyingAfter(book.context.database, writes, where)));
      counts.sendersKilled += await died(
        send({ ...context, database: dyingAfter(book.context.database, writes, where) }),
      );
      await takeUp();
      await died(run());
      await send();
      book.forward(30);
      await send();
    }
    // weeks later every claim of the dead is over
    await send({ ...context, clock: { now: () => book.context.clock.now() + 90n * 86_400_000_000n } });
    const all = await steps();
    expect(all).toHaveLength(ROUNDS * 5);
    expect(new Set(all).size).toBe(all.length);
    const letters = await book.read((tx) =>
      tx.all<{ state: string; id: string; said: string | null }>(sql`
        select d.state, d.said, d.message_id as id from message_delivery d
          join dunning_action a on a.company_id = d.company_id and a.message_id = d.message_id
          where d.company_id = ${tx.company.id}`),
    );
    const taken = book.smtp.taken.map(({ raw }) => /Message-ID: <([^@]+)/.exec(raw)?.[1]);
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

  /** Another server, when the claim of the dead one is over. */
  async function takeUp(): Promise<void> {
    const left = await book.run(async (tx) => {
      await tx.run(
        sql`update dunning_run set worker_seen_at = null where company_id = ${tx.company.id} and state = 'running'`,
      );
      return (await runningRun(tx))?.id ?? null;
    });
    if (left !== null) await carryOutRun(book.context.database, book.scope, left, 2);
  }
});
