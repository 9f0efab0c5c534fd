import { addDays, localDate } from '@quittance/core/calendar';
import { currencyCode, money } from '@quittance/core/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../platform/ids.ts';
import { finishLetter, queueMessage } from '../../correspondence/index.ts';
import { insertContacts } from '../../customers/index.ts';
import { placeHold } from '../../ledger/index.ts';
import { recordCall } from '../calls/record-call.usecase.ts';
import { makePromises } from '../promises/make-promises.usecase.ts';
import { type DunningDesk, openDunningDesk, TODAY } from './dunning.fixture.ts';
import { itemsToAskFor, noteWritten } from './letters-by-hand.usecase.ts';

let desk: DunningDesk;
let customerId: string;

beforeEach(async () => {
  desk = await openDunningDesk();
  await desk.switchOn();
  customerId = await desk.aCustomer('C-1');
});
afterEach(() => desk.drop());

/** "notice_1 asks for INV-1; left out INV-2 item_hold dispute". */
async function offered(purpose: string): Promise<string> {
  const asked = await desk.book.read((tx) => itemsToAskFor(tx, { customerId, purpose }));
  const left = asked?.leftOut.map(({ number, reason, detail }) => [number, reason, detail].filter(Boolean).join(' '));
  return `asks for ${asked?.itemIds.length ?? 'all'}; left out ${left?.join(', ') || 'none'}`;
}

async function write(purpose: string, itemIds: readonly string[]): Promise<string> {
  return desk.book.run(async (tx) => {
    const body = '[[items]]\n\n[[payment]]';
    const { paper: _, ...letter } = await finishLetter(tx, { customerId, body, language: 'en', itemIds });
    const to = [{ address: 'c-1@customer.example', name: null }];
    const { id } = await queueMessage(tx, { customerId, to, subject: purpose, itemIds, ...letter });
    await noteWritten(tx, { messageId: id, customerId, purpose, itemIds, address: null });
    return id;
  });
}

describe('a notice that a person writes', () => {
  it('leaves out what is disputed, promised or covered, and says why; a statement speaks of everything', async () => {
    await desk.owes(customerId, 'INV-1', { daysLate: 9, amountMinor: 30_000n });
    const disputed = await desk.owes(customerId, 'INV-2', { daysLate: 8 });
    const promised = await desk.owes(customerId, 'INV-3', { daysLate: 7 });
    await desk.owes(customerId, 'INV-4');
    await desk.credits(customerId, 'CN-1', 30_000n);
    await desk.book.run(async (tx) => {
      await placeHold(tx, { customerId, itemId: disputed, kind: 'dispute', reason: 'price' });
      await placeHold(tx, { customerId, itemId: promised, kind: 'promise', reason: 'said so' });
    });
    expect(await offered('notice_1')).toBe(
      'asks for 1; left out INV-1 credits_cover, INV-2 item_hold dispute, INV-3 item_hold promise',
    );
    expect(await offered('statement')).toBe('asks for all; left out none');
  });

  it('takes the step of its items: the next run does not send it again, and goes on from there', async () => {
    const item = await desk.owes(customerId, 'INV-1', { daysLate: 2 });
    await write('notice_1', [item]);
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1']);
    expect(await desk.send()).toEqual({ sent: 1, notSent: 0 });
    desk.book.setToday(addDays(TODAY, 4));
    await desk.bankTells(addDays(TODAY, 4));
    expect(await desk.run()).toMatchObject({ letters: 0 });
  });

  it('is never the last one before the first', async () => {
    const item = await desk.owes(customerId, 'INV-1', { daysLate: 60 });
    expect(await offered('notice_4')).toBe('asks for 0; left out INV-1 too_firm notice_1');
    await expect(write('notice_4', [item])).rejects.toMatchObject({
      code: 'notice_too_firm',
      message:
        'This text is too firm for INV-1: its next step is notice_1. Choose a milder text, or leave the item out.',
    });
    expect(await desk.steps()).toEqual([]);
  });

  it('counts as a letter of the day: another one is warned of, and a run holds back', async () => {
    const item = await desk.owes(customerId, 'INV-1', { daysLate: 2 });
    await desk.owes(customerId, 'INV-2');
    await write('notice_1', [item]);
    const asked = await desk.book.read((tx) => itemsToAskFor(tx, { customerId, purpose: 'notice_1' }));
    expect(asked?.warnings).toEqual(['daily_cap']);
    expect(await desk.run()).toMatchObject({ letters: 0 });
    expect(await desk.held()).toEqual(['INV-2 daily_cap']);
  });

  it('may speak of what is held if its writer wants so, which takes no step', async () => {
    const item = await desk.owes(customerId, 'INV-1');
    await desk.book.run((tx) => placeHold(tx, { customerId, itemId: item, kind: 'promise', reason: 'said so' }));
    await write('notice_1', [item]);
    expect(await desk.steps()).toEqual([]);
    expect(await desk.send()).toEqual({ sent: 1, notSent: 0 });
  });

  it.each([
    ['money that came', (_item: string) => desk.credits(customerId, 'CN-1', 100_000n)],
    [
      'a dispute',
      (itemId: string) =>
        desk.book.run((tx) => placeHold(tx, { customerId, itemId, kind: 'dispute', reason: 'price' })),
    ],
  ])('that waits is taken back by %s meanwhile, with its step', async (_what, happens) => {
    const item = await desk.owes(customerId, 'INV-1');
    desk.book.smtp.fault = 'is_closing';
    await write('notice_1', [item]);
    await desk.send();
    desk.book.smtp.fault = 'none';
    await happens(item);
    desk.book.forward(30);
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(desk.mails()).toEqual([]);
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1 withdrawn']);
  });
});

it('a mail after a call asks for nothing that was promised in it, and is no last notice on the first day', async () => {
  const contactId = newId();
  const contact = { id: contactId, customerId, name: 'Ada', email: 'ada@customer.example' };
  await desk.book.run((tx) => insertContacts(tx, [contact], null));
  const item = await desk.owes(customerId, 'INV-1', { daysLate: 60 });
  const call = (purpose: 'notice_1' | 'notice_4') =>
    desk.book.run((tx) =>
      recordCall(tx, {
        ...{ customerId, contactId, number: null, outcome: 'no_answer', situation: 'first_call', note: '' },
        ...{ scriptLanguage: 'en', scriptNumber: 0, callBackId: null, startedAt: tx.recordedAt, durationSeconds: 60 },
        next: { kind: 'mail', purpose },
      }),
    );
  await expect(call('notice_4')).rejects.toMatchObject({ code: 'notice_asks_for_nothing' });
  await desk.book.run((tx) =>
    makePromises(tx, {
      ...{ customerId, itemIds: [item], isPlan: false, interest: null, channel: 'call', contactId, activityId: null },
      ...{ parts: [{ promisedOn: localDate('2026-11-27'), amount: money(100_000n, currencyCode('EUR')) }], note: null },
    }),
  );
  await expect(call('notice_1')).rejects.toMatchObject({ code: 'notice_asks_for_nothing' });
  await desk.owes(customerId, 'INV-2');
  await call('notice_1');
  await desk.send();
  expect(desk.mails()).toEqual(['ada: INV-2']);
});
