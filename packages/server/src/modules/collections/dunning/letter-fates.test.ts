import { addDays } from '@quittance/core/calendar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { answerForDelivery } from '../../correspondence/sending/resolve-uncertain.usecase.ts';
import { noteConsent } from '../../customers/contact-consent.usecase.ts';
import { insertContacts } from '../../customers/index.ts';
import { switchStrategies } from '../strategies/strategies.usecase.ts';
import { listTasks } from '../tasks/tasks.queries.ts';
import { lettersOfRun } from './actions.queries.ts';
import { type DunningDesk, openDunningDesk, TODAY } from './dunning.fixture.ts';
import { recallRun, writeAgain } from './letter-fates.usecase.ts';
import { actionsOfRun } from './results.queries.ts';

let desk: DunningDesk;

beforeEach(async () => {
  desk = await openDunningDesk();
  await desk.switchOn();
});
afterEach(() => desk.drop());

/** A run that wrote one letter about INV-1: its message. */
async function oneLetter(): Promise<{ runId: string; messageId: string; actionId: string; customerId: string }> {
  const customerId = await desk.aCustomer('C-1');
  await desk.owes(customerId, 'INV-1');
  const { id: runId } = await desk.run();
  const [letter] = await desk.book.read((tx) => lettersOfRun(tx, runId));
  return { runId, messageId: letter?.messageId ?? '', actionId: letter?.id ?? '', customerId };
}

const answer = (messageId: string, given: 'give_up' | 'send_again') =>
  desk.book.run((tx) => answerForDelivery(tx, { messageId, answer: given }, desk.context));

describe('a step whose letter never went is not taken', () => {
  it('when the contact says no to mail before it leaves; another address gets it', async () => {
    const one = await desk.aCustomer('C-1', null);
    const [ada, bruno] = [newId(), newId()];
    const contact = (id: string, name: string) => ({
      ...{ id, customerId: one, name, email: `${name}@customer.example`.toLowerCase() },
    });
    await desk.book.run((tx) => insertContacts(tx, [contact(ada, 'Ada')], null));
    await desk.owes(one, 'INV-1');
    await desk.run();
    await desk.book.run((tx) =>
      noteConsent(tx, ada, { mayMail: false, mayCall: true, since: TODAY, source: 'by phone' }),
    );
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1 withdrawn']);
    await desk.book.run((tx) => insertContacts(tx, [contact(bruno, 'Bruno')], null));
    expect(await desk.run()).toMatchObject({ letters: 1 });
    await desk.send();
    expect(desk.mails()).toEqual(['bruno: INV-1']);
  });

  it('when a person gives it up; when the server refuses it for good; sent again after all, it is taken after all', async () => {
    const { messageId } = await oneLetter();
    desk.book.smtp.fault = 'refuses_for_good';
    await desk.send();
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1 withdrawn']);
    desk.book.smtp.fault = 'none';
    await answer(messageId, 'send_again');
    expect(await desk.send()).toEqual({ sent: 1, notSent: 0 });
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1']);
    expect(await desk.run()).toMatchObject({ letters: 0 });
  });

  it('and what is sent again after another letter took the step goes to nobody', async () => {
    const { messageId } = await oneLetter();
    desk.book.smtp.fault = 'refuses_for_good';
    await desk.send();
    desk.book.smtp.fault = 'none';
    expect(await desk.run()).toMatchObject({ letters: 1 });
    await answer(messageId, 'send_again');
    expect(await desk.send()).toEqual({ sent: 1, notSent: 1 });
    expect(desk.mails()).toEqual(['c-1: INV-1']);
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1 withdrawn', 'INV-1 notice_1 2']);
  });

  it('when it is given up while it waits', async () => {
    const { messageId } = await oneLetter();
    await answer(messageId, 'give_up');
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1 withdrawn']);
  });
});

it('a letter that came back stands, tells whoever looks after the customer, and is written again when they say so', async () => {
  const { runId, messageId, actionId, customerId } = await oneLetter();
  const lucia = await desk.aPerson('Lucia', 'it');
  await desk.looksAfter(lucia, customerId);
  await desk.send();
  const again = () => desk.book.run((tx) => writeAgain(tx, actionId));
  await expect(again()).rejects.toMatchObject({ code: 'letter_did_not_come_back' });
  await desk.book.run(async (tx) => desk.context.cameBack?.(tx, messageId, 'c-1@customer.example'));
  const tasks = await desk.book.read((tx) => listTasks(tx, { personId: lucia, status: 'open', limit: 9 }));
  expect(tasks.map(({ title }) => title)).toEqual([
    'La lettera a Customer C-1 è tornata indietro da c-1@customer.example',
  ]);
  const [shown] = await desk.book.read((tx) => actionsOfRun(tx, { runId, after: undefined, limit: 9 }));
  expect(shown).toMatchObject({ state: 'sent', cameBack: true });
  expect(await desk.steps()).toEqual(['INV-1 notice_1 1']);
  await again();
  desk.book.setToday(addDays(TODAY, 3));
  expect(await desk.run()).toMatchObject({ letters: 1 });
  expect(await desk.steps()).toEqual(['INV-1 notice_1 1 withdrawn', 'INV-1 notice_1 2']);
});

describe('dunning that is stopped', () => {
  it('by switching all strategies off sends nothing of what waits, and says why', async () => {
    const { runId } = await oneLetter();
    const command = { action: 'test', body: null };
    await switchStrategies(desk.book.database, desk.book.scope, { number: 0, reason: 'STOP', command });
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(desk.mails()).toEqual([]);
    const [shown] = await desk.book.read((tx) => actionsOfRun(tx, { runId, after: undefined, limit: 9 }));
    expect(shown).toMatchObject({ state: 'withdrawn', said: expect.stringContaining('dunning was stopped') });
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1 withdrawn']);
  });

  it('by taking a run back sends nothing that had not gone; what was on its way at that moment stays as it is', async () => {
    const [one, two] = [await desk.aCustomer('C-1'), await desk.aCustomer('C-2')];
    await desk.owes(one, 'INV-1');
    await desk.owes(two, 'INV-2');
    const { id } = await desk.run();
    desk.book.smtp.onTaken = async () => {
      desk.book.smtp.onTaken = () => {};
      expect(await desk.book.run((tx) => recallRun(tx, id))).toEqual({ letters: 1 });
    };
    expect(await desk.send()).toEqual({ sent: 1, notSent: 0 });
    expect(desk.mails()).toHaveLength(1);
    expect((await desk.steps()).filter((step) => step.endsWith('withdrawn'))).toHaveLength(1);
    expect(await desk.book.run((tx) => recallRun(tx, id))).toEqual({ letters: 0 });
    expect(await desk.run()).toMatchObject({ letters: 1 });
  });
});
