import { addDays } from '@quittance/core/calendar';
import { USUAL_STRATEGY } from '@quittance/core/strategies';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import { sql } from '../../../platform/database/sql.ts';
import { newId } from '../../../platform/ids.ts';
import { textsOfPdf } from '../../../platform/testing/pdf-texts.ts';
import { applyCredits, placeHold } from '../../ledger/index.ts';
import { listTasks } from '../tasks/tasks.queries.ts';
import { collectionsCheck } from '../verify.queries.ts';
import { type DunningDesk, dyingAfter, openDunningDesk, TODAY } from './dunning.fixture.ts';
import { recallRun } from './letter-fates.usecase.ts';
import { lettersOfPrint, printsOfRun } from './prints.queries.ts';
import { confirmPrint, dropPrint, makePrint, printFile } from './prints.usecase.ts';
import { remindOfPaper } from './remind-of-paper.usecase.ts';
import { actionsOfRun } from './results.queries.ts';

let desk: DunningDesk;

beforeEach(async () => {
  desk = await openDunningDesk();
  await desk.switchOn();
});
afterEach(async () => {
  const broken = (await desk.book.read(collectionsCheck)).filter(({ failures }) => failures.length > 0);
  expect(broken).toEqual([]);
  await desk.drop();
});

/** Nobody there has an address of mail; letters go to a building. */
async function onPaper(number: string, email: string | null = null): Promise<string> {
  const id = await desk.aCustomer(number, email);
  await desk.book.run((tx) =>
    tx.run(sql`
      insert into customer_profile (company_id, customer_id, number, fields, set_at, set_by, set_by_name)
        values (${tx.company.id}, ${id}, 1, ${JSON.stringify({ delivery: 'post', invoiceAddress: `Via Roma ${number}\n20121 Milano` })}::jsonb,
          ${tx.recordedAt}, ${tx.actor.id}, 'Test')`),
  );
  return id;
}

const print = (runId: string) => desk.book.run((tx) => makePrint(tx, runId));
const pages = async (id: string | null, isTwoSided = false) => {
  const { content } = await printFile(desk.book.database, desk.book.scope, { id: id ?? '', isTwoSided });
  return textsOfPdf(content);
};
const posted = (id: string | null, except: readonly string[] = []) =>
  desk.book.run((tx) => confirmPrint(tx, { id: id ?? '', except }));
const later = async (days: number) => {
  desk.book.setToday(addDays(TODAY, days));
  await desk.bankTells(addDays(TODAY, days));
  return desk.run();
};

describe('a customer without an address of mail, whose postal one is known', () => {
  it('gets letters on paper: one pile in the order of numbers, whose steps count from the day it was posted', async () => {
    const [two, one] = [await onPaper('C-2'), await onPaper('C-1')];
    await desk.owes(two, 'INV-2');
    await desk.owes(one, 'INV-1');
    const { id: runId, letters } = await desk.run();
    expect(letters).toBe(2);
    expect(await desk.send()).toEqual({ sent: 0, notSent: 0 });
    const made = await print(runId);
    expect(made).toMatchObject({ letters: 2, withdrawn: 0, left: 0 });
    const drawn = await pages(made.id);
    expect(drawn.filter((page) => page.includes('Via Roma')).map((page) => /INV-\d/.exec(page)?.[0])).toEqual([
      'INV-1',
      'INV-2',
    ]);
    expect(drawn[0]).toContain('Via Roma C-1');
    expect(drawn[0]).toMatch(/1 \/ 2/);
    expect(await later(15)).toMatchObject({ letters: 0, heldItems: 2 });
    expect((await desk.held())[0]).toBe('INV-1 letter_not_printed notice_1');
    expect(await posted(made.id)).toEqual({ posted: 2, left: 0, withdrawn: [] });
    expect(await later(16)).toMatchObject({ letters: 0, heldItems: 0 });
    expect(await later(22)).toMatchObject({ letters: 2 });
    expect((await desk.steps()).filter((step) => step.startsWith('INV-1'))).toEqual([
      'INV-1 notice_1 1',
      'INV-1 notice_2 1',
    ]);
  });

  it('gets mail like everybody as soon as somebody there takes mail; without either it is held back', async () => {
    const [mail, nobody] = [await onPaper('C-1', 'c-1@customer.example'), await desk.aCustomer('C-2', null)];
    await desk.owes(mail, 'INV-1');
    await desk.owes(nobody, 'INV-2');
    expect(await desk.run()).toMatchObject({ letters: 1, heldItems: 1 });
    await desk.send();
    expect(desk.mails()).toEqual(['c-1: INV-1']);
    expect(await desk.held()).toEqual(['INV-2 no_address']);
  });
});

it('a step that the ladder puts on paper goes on paper, also to whom mail reaches; where no building is known it waits', async () => {
  const ladder = USUAL_STRATEGY.ladder.map((step) =>
    step.key === 'notice_1' ? { ...step, channel: 'paper' as const } : step,
  );
  await desk.switchOn({ ladder });
  const [both, mailOnly] = [await onPaper('C-1', 'c-1@customer.example'), await desk.aCustomer('C-2')];
  await desk.owes(both, 'INV-1');
  await desk.owes(mailOnly, 'INV-2');
  const { id } = await desk.run();
  const [action] = await desk.book.read((tx) => actionsOfRun(tx, { runId: id, after: undefined, limit: 9 }));
  expect(action).toMatchObject({
    channel: 'paper',
    state: 'to_print',
    address: 'Customer C-1\nVia Roma C-1\n20121 Milano',
  });
  expect(await desk.held()).toEqual(['INV-2 no_address']);
});

describe('between the run and the printer', () => {
  it('an item that was paid is left out, and the letter is made again for the other', async () => {
    const one = await onPaper('C-1');
    const debitItemId = await desk.owes(one, 'INV-1');
    await desk.owes(one, 'INV-2');
    const { id: runId } = await desk.run();
    const creditItemId = await desk.credits(one, 'CN-1', 100_000n);
    await desk.book.run((tx) =>
      applyCredits(tx, [{ creditItemId, debitItemId, amountMinor: 100_000n }], { effectiveOn: TODAY }),
    );
    const made = await print(runId);
    expect(made).toMatchObject({ letters: 1, withdrawn: 1 });
    const text = (await pages(made.id)).join(' ');
    expect(text).toContain('INV-2');
    expect(text).not.toContain('INV-1');
    await posted(made.id);
    expect(await desk.steps()).toEqual([
      'INV-1 notice_1 1 withdrawn',
      'INV-2 notice_1 1 withdrawn',
      'INV-2 notice_1 2',
    ]);
  });

  it('all that was disputed meanwhile leaves nothing to print', async () => {
    const one = await onPaper('C-1');
    const itemId = await desk.owes(one, 'INV-1');
    const { id: runId } = await desk.run();
    await desk.book.run((tx) => placeHold(tx, { customerId: one, itemId, kind: 'dispute', reason: 'price' }));
    expect(await print(runId)).toEqual({ id: null, letters: 0, withdrawn: 1, left: 0 });
    await expect(print(runId)).rejects.toMatchObject({ code: 'nothing_to_print' });
  });
});

describe('a print', () => {
  const twoLetters = async () => {
    for (const number of ['1', '2']) await desk.owes(await onPaper(`C-${number}`), `INV-${number}`);
    const { id: runId } = await desk.run();
    return { runId, made: await print(runId) };
  };

  it('fetched twice, after a crash or not, is the same; nobody prints its letters beside it, and it is posted once', async () => {
    const { runId, made } = await twoLetters();
    expect(await pages(made.id)).toEqual(await pages(made.id));
    await expect(print(runId)).rejects.toMatchObject({ code: 'nothing_to_print' });
    const both = await Promise.allSettled([posted(made.id), posted(made.id)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(posted(made.id)).rejects.toMatchObject({ code: 'print_is_settled' });
    const told = await desk.book.read((tx) =>
      tx.all(sql`select 1 from activity where company_id = ${tx.company.id} and kind = 'letter'`),
    );
    expect(told).toHaveLength(2);
  });

  it('that was cut off while it was made, or while it was noted as posted, is as if nobody had begun; no letter is doubled or lost', async () => {
    for (const number of ['1', '2', '3']) await desk.owes(await onPaper(`C-${number}`), `INV-${number}`);
    const { id: runId } = await desk.run();
    const { database, scope } = desk.book;
    const cutOff = (where: 'before' | 'inside', act: (tx: CommandTx) => Promise<unknown>) =>
      expect(runCommand(dyingAfter(database, 0, where), scope, { action: 'test', body: null }, act)).rejects.toThrow(
        'killed',
      );
    for (const where of ['before', 'inside'] as const) await cutOff(where, (tx) => makePrint(tx, runId));
    expect(await desk.book.read((tx) => printsOfRun(tx, runId))).toEqual([]);
    const made = await print(runId);
    expect(made).toMatchObject({ letters: 3 });
    for (const where of ['before', 'inside'] as const) {
      await cutOff(where, (tx) => confirmPrint(tx, { id: made.id ?? '', except: [] }));
    }
    expect(await posted(made.id)).toMatchObject({ posted: 3 });
    const told = await desk.book.read((tx) =>
      tx.all(sql`select 1 from activity where company_id = ${tx.company.id} and kind = 'letter'`),
    );
    expect(told).toHaveLength(3);
  });

  it('of which one sheet was torn is posted but for that letter, which comes with the next', async () => {
    const { runId, made } = await twoLetters();
    const [first] = await desk.book.read((tx) => lettersOfPrint(tx, made.id ?? ''));
    expect(await posted(made.id, [first?.messageId ?? ''])).toMatchObject({ posted: 1, left: 1 });
    expect(await print(runId)).toMatchObject({ letters: 1 });
  });

  it('that was never posted is given up; its letters are looked at again and come with the next', async () => {
    const { runId, made } = await twoLetters();
    await desk.book.run((tx) => dropPrint(tx, made.id ?? ''));
    expect(await print(runId)).toMatchObject({ letters: 2 });
    const prints = await desk.book.read((tx) => printsOfRun(tx, runId));
    expect(prints.map(({ number, endedAs }) => [number, endedAs])).toEqual([
      [1, 'dropped'],
      [2, null],
    ]);
  });

  it('whose run is taken back while it lies there says which letters not to post', async () => {
    const { runId, made } = await twoLetters();
    expect(await desk.book.run((tx) => recallRun(tx, runId))).toEqual({ letters: 2 });
    expect(await posted(made.id)).toEqual({ posted: 0, left: 0, withdrawn: ['Customer C-1', 'Customer C-2'] });
    expect((await desk.steps()).every((step) => step.endsWith('withdrawn'))).toBe(true);
  });
});

it('letters that nobody has posted for two days are a task of whoever is named for such work, once', async () => {
  await desk.owes(await onPaper('C-1'), 'INV-1');
  await desk.run();
  const lucia = await desk.aPerson('Lucia');
  await desk.book.run((tx) =>
    tx.run(sql`
      insert into dunning_schedule (company_id, is_on, at_minute, weekdays, acts_to, changed_at, changed_by, changed_by_name)
        values (${tx.company.id}, false, 540, '{1}', ${lucia}, ${tx.recordedAt}, ${newId()}, 'Test')`),
  );
  const tasks = async () => {
    await remindOfPaper(desk.book.database, desk.book.scope);
    const found = await desk.book.read((tx) => listTasks(tx, { personId: lucia, status: 'open', limit: 9 }));
    return found.map(({ title }) => title);
  };
  expect(await tasks()).toEqual([]);
  desk.book.setToday(addDays(TODAY, 2));
  expect(await tasks()).toEqual(['Letters on paper that wait to be printed and posted: 1']);
  expect(await tasks()).toHaveLength(1);
});
