import { addDays } from '@quittance/core/calendar';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import {
  finishLetter,
  listCameBack,
  markCameBackSeen,
  queueMessage,
  saveLetterSettings,
} from '../../correspondence/index.ts';
import { letterAgain } from '../../correspondence/sending/write-again.usecase.ts';
import { placeHold } from '../../ledger/index.ts';
import { readMentions, seeMention } from '../mentions/mentions.usecase.ts';
import { stillToAskFor, takenOff } from './asked-by-hand.ts';
import { type DunningDesk, openDunningDesk, TODAY } from './dunning.fixture.ts';
import { itemsToAskFor, noteWritten } from './letters-by-hand.usecase.ts';
import { dunByTheClock, setSchedule } from './schedule.usecase.ts';

const asking = { itemsToAskFor, noteWritten, stillToAskFor, takeOff: takenOff };
const BODY = 'Dear Ada,\n\n[[items]]\n\n[[payment]]\n\nAs we agreed on the phone.';

let desk: DunningDesk;
let customerId: string;

beforeEach(async () => {
  desk = await openDunningDesk();
  await desk.switchOn();
  customerId = await desk.aCustomer('C-1');
});
afterEach(() => desk.drop());

/** By hand, as the composer sends it. The message's id. */
async function write(itemIds: readonly string[], hasOwnWords = true): Promise<string> {
  return desk.book.run(async (tx) => {
    const letter = { customerId, body: BODY, language: 'en' as const, itemIds, takeOff: takenOff };
    const { paper: _, ...finished } = await finishLetter(tx, letter);
    const to = [{ address: 'c-1@customer.example', name: 'Ada' }];
    const template = { purpose: 'notice_1', language: 'en', number: 0 };
    const asWritten = { body: BODY, hasOwnWords, files: [] };
    const draft = { customerId, to, subject: 'Open items', itemIds, language: 'en', template, asWritten, ...finished };
    const { id } = await queueMessage(tx, draft);
    await noteWritten(tx, { messageId: id, customerId, purpose: 'notice_1', itemIds, address: null });
    return id;
  });
}

const mine = async () => (await desk.book.read(readMentions)).map(({ kind, text }) => `${kind} ${text}`);
const again = (id: string) => desk.book.read((tx) => letterAgain(tx, id, asking));
const state = async (id: string) => (await desk.book.delivery(id)).state;

describe('a letter by hand that is taken back as it is about to leave', () => {
  it('comes back to its writer with the reason, and is written again without what was disputed', async () => {
    const [kept, disputed] = [await desk.owes(customerId, 'INV-1'), await desk.owes(customerId, 'INV-2')];
    const id = await write([kept, disputed]);
    await desk.book.run((tx) => placeHold(tx, { customerId, itemId: disputed, kind: 'dispute', reason: 'price' }));
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(await mine()).toEqual([
      'letter Withdrawn before it was sent: INV-2 was put on hold since it was written. Write it again.',
    ]);
    expect(await again(id)).toMatchObject({
      ...{ subject: 'Open items', body: BODY, wordsAreOld: true, itemIds: [kept] },
      ...{ to: [{ address: 'c-1@customer.example', name: 'Ada' }], template: { purpose: 'notice_1' } },
      leftOut: [{ number: 'INV-2', reason: 'item_hold', detail: 'dispute' }],
    });
    await desk.book.run((tx) => seeMention(tx, { kind: 'letter', id }));
    expect(await mine()).toEqual([]);
  });

  it('whose words are the template’s has them filled anew for what is left', async () => {
    const [kept, disputed] = [await desk.owes(customerId, 'INV-1'), await desk.owes(customerId, 'INV-2')];
    const id = await write([kept, disputed], false);
    await desk.book.run((tx) => placeHold(tx, { customerId, itemId: disputed, kind: 'dispute', reason: 'price' }));
    await desk.send();
    const letter = await again(id);
    expect(letter.wordsAreOld).toBe(false);
    expect(letter.body).toContain('[[items]]');
    expect(letter.body).not.toContain('As we agreed');
    expect(letter.itemIds).toEqual([kept]);
  });

  it('by its reader’s no comes back, too; to nobody else than its writer', async () => {
    const id = await write([await desk.owes(customerId, 'INV-1')]);
    await desk.book.run((tx) =>
      tx.run(sql`
        insert into suppressed_address (company_id, id, address, reason, since)
          values (${tx.company.id}, gen_random_uuid(), 'c-1@customer.example', 'unsubscribed', ${tx.recordedAt})`),
    );
    await desk.send();
    expect(await state(id)).toBe('failed');
    const other = { ...desk.book.scope, actor: { id: '01890000-0000-7000-8000-000000000001', name: 'Jo Cruz' } };
    const { database } = desk.book;
    expect(await database.read(other, listCameBack)).toEqual([]);
    await database.write(other, (tx) => markCameBackSeen(tx, id));
    expect(await mine()).toEqual(['letter c-1@customer.example gets no mail any more (unsubscribed).']);
  });

  it('and one of a run comes back to nobody: its items take their step again by themselves', async () => {
    const item = await desk.owes(customerId, 'INV-1');
    await desk.run();
    await desk.book.run((tx) => placeHold(tx, { customerId, itemId: item, kind: 'dispute', reason: 'price' }));
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(await mine()).toEqual([]);
  });

  it('one that went, or still waits, is not written again', async () => {
    const id = await write([await desk.owes(customerId, 'INV-1')]);
    await expect(again(id)).rejects.toMatchObject({ code: 'message_is_not_written_again' });
    await desk.send();
    await expect(again(id)).rejects.toMatchObject({ code: 'message_is_not_written_again' });
  });
});

describe('money that covers an item in part', () => {
  it('is taken off a letter by hand as a run takes it off: 1,000.00 with a credit of 300.00 asks for 700.00', async () => {
    const item = await desk.owes(customerId, 'INV-1');
    await desk.credits(customerId, 'CN-1', 30_000n);
    await write([item]);
    await desk.send();
    const raw = (desk.book.smtp.taken[0]?.raw ?? '').replaceAll(/=\r\n/g, '');
    expect(raw).toContain('Total: 700.00 EUR');
    const rows = await desk.book.read((tx) =>
      tx.all(sql`select open_minor as "askedMinor" from dunning_step where company_id = ${tx.company.id}`),
    );
    expect(rows).toEqual([{ askedMinor: 70_000n }]);
  });

  it('is used for the oldest first, ticked or not; a credit that the letter lists itself is not used besides', async () => {
    const oldest = await desk.owes(customerId, 'INV-1', { daysLate: 30, amountMinor: 20_000n });
    const later = await desk.owes(customerId, 'INV-2', { daysLate: 10 });
    const credit = await desk.credits(customerId, 'CN-1', 30_000n);
    const off = async (itemIds: readonly string[]) =>
      Object.fromEntries(await desk.book.read((tx) => takenOff(tx, { customerId, itemIds })));
    expect(await off([later])).toEqual({ [later]: { creditMinor: 10_000n, restingMinor: 0n } });
    expect(await off([oldest, later, credit])).toEqual({});
  });

  it('that comes while the letter waits takes it back: it would ask for too much', async () => {
    const id = await write([await desk.owes(customerId, 'INV-1')]);
    await desk.credits(customerId, 'CN-1', 30_000n);
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(await mine()).toEqual([
      'letter Withdrawn before it was sent: INV-1 has another amount to pay, as money came or a part was promised since it was written. Write it again.',
    ]);
    expect((await again(id)).itemIds).toHaveLength(1);
  });
});

describe('a run that starts by the clock', () => {
  const atNine = { isOn: true, weekdays: [1, 2, 3, 4, 5], atMinute: 9 * 60, actsTo: null };
  const runs = () =>
    desk.book.read((tx) =>
      tx.all<{ state: string; failure: string | null }>(
        sql`select state, failure from dunning_run where company_id = ${tx.company.id}`,
      ),
    );

  it('asks nobody to pay while no account is named, and says so once a day; with one it writes', async () => {
    await desk.owes(customerId, 'INV-1');
    const { database, scope } = desk.book;
    const settings = { payeeName: 'Example', iban: null, bic: null, signature: 'Example' };
    await desk.book.run((tx) => saveLetterSettings(tx, settings));
    await setSchedule(database, scope, { schedule: atNine, command: { action: 'test', body: null } });
    await dunByTheClock(database, scope);
    await dunByTheClock(database, scope);
    expect(await runs()).toEqual([{ state: 'failed', failure: expect.stringContaining('No account is named') }]);
    expect(await desk.steps()).toEqual([]);
    await desk.book.run((tx) => saveLetterSettings(tx, { ...settings, otherWayToPay: 'Portal' }));
    desk.book.setToday(addDays(TODAY, 3));
    await desk.bankTells(addDays(TODAY, 3));
    await dunByTheClock(database, scope);
    expect(await desk.steps()).toEqual(['INV-1 notice_1 1']);
  });
});
