import { addDays } from '@quittance/core/calendar';
import { currencyCode, money } from '@quittance/core/money';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sql } from '../../platform/database/sql.ts';
import { placeHold } from '../ledger/index.ts';
import { type DunningDesk, openDunningDesk, TODAY } from './dunning/dunning.fixture.ts';
import { letterWasNotSent } from './dunning/letter-fates.usecase.ts';
import { makePromises } from './promises/make-promises.usecase.ts';
import { collectionsCheck } from './verify.queries.ts';

let desk: DunningDesk;
beforeEach(async () => {
  desk = await openDunningDesk();
  await desk.switchOn();
  await desk.owes(await desk.aCustomer('C-1'), 'INV-1');
  await desk.run();
});
afterEach(() => desk.drop());

const broken = async () =>
  (await desk.book.read(collectionsCheck))
    .filter(({ failures }) => failures.length > 0)
    .map(({ invariant }) => invariant);

it('steps, letters and promises agree after a run, its letter sent or refused', async () => {
  expect(await broken()).toEqual([]);
  desk.book.smtp.fault = 'refuses_for_good';
  await desk.send();
  expect(await broken()).toEqual([]);
  desk.book.smtp.fault = 'none';
  await desk.run();
  await desk.send();
  expect(await broken()).toEqual([]);
});

it('a step that stands although its letter failed is found', async () => {
  desk.book.smtp.fault = 'refuses_for_good';
  await desk.send({ ...desk.context, notSent: async () => {} });
  expect(await broken()).toEqual(['taken_step_has_its_letter_or_task']);
});

it('a step that was withdrawn although its letter went is found', async () => {
  await desk.send();
  const { messageId } = await theLetter();
  await desk.book.run((tx) => letterWasNotSent(tx, messageId, 'as if'));
  expect(await broken()).toEqual(['withdrawn_letter_has_withdrawn_steps']);
});

it('a step that was told by two letters is found, and that the first went although it was withdrawn', async () => {
  await desk.send();
  const { messageId } = await theLetter();
  await desk.book.run((tx) => letterWasNotSent(tx, messageId, 'as if'));
  desk.book.setToday(addDays(TODAY, 4));
  await desk.bankTells(addDays(TODAY, 4));
  await desk.run();
  await desk.send();
  expect(await broken()).toEqual(['withdrawn_letter_has_withdrawn_steps', 'step_is_told_by_one_message']);
});

it('a step that was put under a letter that does not tell of it is found', async () => {
  await desk.book.run((tx) =>
    tx.run(sql`
      insert into dunning_step (company_id, item_id, step_key, attempt, level, action_id, customer_id, taken_on, currency, open_minor,
          functional_minor, due_on)
        select company_id, item_id, 'notice_2', 1, 3, action_id, customer_id, taken_on, currency, open_minor, functional_minor, due_on
          from dunning_step where company_id = ${tx.company.id}`),
  );
  expect(await broken()).toEqual(['letter_of_a_run_has_the_keys_of_its_steps']);
});

describe('of a promise of 400.00 on an item of 1,000.00', () => {
  let promiseId: string;
  let itemId: string;
  let customerId: string;
  beforeEach(async () => {
    customerId = await desk.aCustomer('C-2');
    itemId = await desk.owes(customerId, 'INV-2');
    const parts = [{ promisedOn: addDays(TODAY, 7), amount: money(40_000n, currencyCode('EUR')) }];
    const about = { customerId, itemIds: [itemId], parts, isPlan: false, interest: null };
    const { promiseIds } = await desk.book.run((tx) =>
      makePromises(tx, { ...about, channel: 'call', contactId: null, activityId: null, note: null }),
    );
    promiseId = promiseIds[0] ?? '';
  });

  /** As somebody would who wants an item left alone. */
  const holdMore = () =>
    desk.book.run(async (tx) => {
      const holdId = await placeHold(tx, {
        customerId,
        itemId,
        kind: 'promise',
        amountMinor: 60_000n,
        reason: 'tampered',
      });
      await tx.run(sql`
        insert into promise_hold (company_id, owner_id, hold_id) values (${tx.company.id}, ${promiseId}, ${holdId})`);
    });

  it('nothing is wrong', async () => {
    expect(await broken()).toEqual([]);
  });

  it('a hold that was let go while it is open is found', async () => {
    await desk.book.run((tx) =>
      tx.run(sql`
        update hold set released_at = ${tx.recordedAt}, released_by = ${tx.actor.id}
          where company_id = ${tx.company.id} and item_id = ${itemId}`),
    );
    expect(await broken()).toEqual(['open_promise_holds_its_items']);
  });

  it('a hold above what is promised is found, and one that stands after it was kept', async () => {
    await holdMore();
    expect(await broken()).toEqual(['holds_of_a_promise_are_at_most_what_is_promised']);
    await desk.book.run((tx) =>
      tx.run(sql`update promise set state = 'kept' where company_id = ${tx.company.id} and id = ${promiseId}`),
    );
    expect(await broken()).toEqual(['hold_of_a_promise_has_it_open']);
  });
});

async function theLetter(): Promise<{ messageId: string }> {
  return desk.book.read((tx) =>
    tx.one<{ messageId: string }>(sql`
      select message_id as "messageId" from dunning_action where company_id = ${tx.company.id}`),
  );
}
