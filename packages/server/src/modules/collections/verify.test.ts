import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '../../platform/database/sql.ts';
import { type DunningDesk, openDunningDesk } from './dunning/dunning.fixture.ts';
import { letterWasNotSent } from './dunning/letter-fates.usecase.ts';
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
  const { messageId } = await desk.book.read((tx) =>
    tx.one<{ messageId: string }>(sql`
      select message_id as "messageId" from dunning_action where company_id = ${tx.company.id}`),
  );
  await desk.book.run((tx) => letterWasNotSent(tx, messageId, 'as if'));
  expect(await broken()).toEqual(['withdrawn_letter_has_withdrawn_steps']);
});
