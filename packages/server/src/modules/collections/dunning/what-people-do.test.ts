import { addDays } from '@quittance/core/calendar';
import { USUAL_STRATEGY } from '@quittance/core/strategies';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listTasks, setStatus } from '../tasks/tasks.queries.ts';
import { type DunningDesk, openDunningDesk, TODAY } from './dunning.fixture.ts';

let desk: DunningDesk;
let customerId: string;

/** A ladder that begins with a call, seven days before a notice. */
beforeEach(async () => {
  desk = await openDunningDesk();
  const [call, notice] = ['call', 'notice_3'].map((key) => USUAL_STRATEGY.ladder.find((step) => step.key === key));
  if (call === undefined || notice === undefined) throw new Error('the usual ladder has both');
  await desk.switchOn({
    ladder: [
      { ...call, days: 5 },
      { ...notice, boundary: 'due_date', days: 12, waitDays: 7 },
    ],
  });
  customerId = await desk.aCustomer('C-1');
  await desk.owes(customerId, 'INV-1');
});
afterEach(() => desk.drop());

const tasks = async (personId: string) =>
  (await desk.book.read((tx) => listTasks(tx, { personId, status: 'open', limit: 9 }))).map(({ id, title }) => ({
    ...{ id, title },
  }));

it('waits with its reason while nobody looks after the customer and nobody is named for such work', async () => {
  expect(await desk.run()).toMatchObject({ acts: 0, heldItems: 1 });
  expect(await desk.held()).toEqual(['INV-1 nobody_to_do_it']);
  expect(await desk.steps()).toEqual([]);
});

it('is a task of the owner, in their language; while they are away, of whoever covers them', async () => {
  const [lucia, marek] = [await desk.aPerson('Lucia', 'it'), await desk.aPerson('Marek')];
  await desk.looksAfter(lucia, customerId);
  await desk.run();
  expect(await tasks(lucia)).toMatchObject([{ title: 'Chiamare Customer C-1: 1.000,00 EUR scaduti' }]);
  const other = await desk.aCustomer('C-2');
  await desk.owes(other, 'INV-2');
  await desk.looksAfter(lucia, other);
  await desk.isAway(lucia, marek);
  await desk.run();
  expect(await tasks(marek)).toMatchObject([{ title: 'Call Customer C-2: 1,000.00 EUR overdue' }]);
});

it('keeps the next step waiting until it is done, and the days run from then', async () => {
  const lucia = await desk.aPerson('Lucia');
  await desk.looksAfter(lucia, customerId);
  await desk.run();
  const on = async (days: number) => {
    desk.book.setToday(addDays(TODAY, days));
    await desk.bankTells(addDays(TODAY, days));
    return desk.run();
  };
  expect(await on(20)).toMatchObject({ letters: 0, heldItems: 1 });
  expect(await desk.held()).toEqual(['INV-1 task_open call']);
  const [call] = await tasks(lucia);
  await desk.book.run((tx) => setStatus(tx, call?.id ?? '', { status: 'done', reason: null }));
  expect(await on(25)).toMatchObject({ letters: 0, heldItems: 0 });
  expect(await on(27)).toMatchObject({ letters: 1 });
});

it('letters are signed by whoever looks after the customer, and by the company alone where nobody does', async () => {
  await desk.switchOn();
  const lucia = await desk.aPerson('Lucia Ferrandi');
  await desk.looksAfter(lucia, customerId);
  await desk.owes(await desk.aCustomer('C-2'), 'INV-2');
  await desk.run();
  await desk.send();
  const closings = desk.book.smtp.taken.map(({ raw }) => /Kind regards\r\n([\s\S]*?)\r\n--/.exec(raw)?.[1]);
  expect(closings.sort()).toEqual(['\r\nTest Company', 'Lucia Ferrandi\r\n\r\nTest Company']);
});
