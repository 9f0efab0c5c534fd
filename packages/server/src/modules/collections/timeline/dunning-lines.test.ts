import { afterEach, beforeEach, expect, it } from 'vitest';
import { sql } from '../../../platform/database/sql.ts';
import { readTimeline, timelineSources } from '../../customers/timeline/timeline.usecase.ts';
import { placeHold } from '../../ledger/index.ts';
import { type DunningDesk, openDunningDesk } from '../dunning/dunning.fixture.ts';
import { confirmPrint, dropPrint, makePrint } from '../dunning/prints.usecase.ts';
import { COLLECTIONS_TIMELINE } from './timeline-sources.ts';

let desk: DunningDesk;

beforeEach(async () => {
  desk = await openDunningDesk();
});
afterEach(() => desk.drop());

const linesOf = (customerId: string) =>
  desk.book.database.read(desk.book.scope, (tx) =>
    readTimeline(tx, timelineSources(COLLECTIONS_TIMELINE), { customerId, limit: 50 }),
  );

it('a letter of dunning is one line with its items and how it fared, also after it went; a hold is told once, however many runs meet it', async () => {
  await desk.switchOn();
  const customerId = await desk.aCustomer('C-1');
  await desk.owes(customerId, 'INV-1', { amountMinor: 70_000n });
  const disputed = await desk.owes(customerId, 'INV-2', { amountMinor: 30_000n });
  await desk.book.run((tx) => placeHold(tx, { customerId, itemId: disputed, kind: 'dispute', reason: 'price' }));
  await desk.run();
  const letter = {
    kind: 'dunning_letter',
    itemCount: 1,
    amountMinor: 70_000n,
    currency: 'EUR',
    items: [{ number: 'INV-1' }],
  };
  const held = {
    kind: 'dunning_held',
    itemCount: 1,
    amountMinor: 30_000n,
    reasons: [{ reason: 'item_hold', items: 1 }],
  };
  expect((await linesOf(customerId)).find(({ kind }) => kind === 'dunning_letter')).toMatchObject({
    ...letter,
    state: 'queued',
  });
  await desk.send();
  await desk.run();
  await desk.run();
  const lines = await linesOf(customerId);
  expect(lines.map(({ kind }) => kind).sort()).toEqual(['dunning_held', 'dunning_letter']); // and no mail beside the letter
  expect(lines.find(({ kind }) => kind === 'dunning_letter')).toMatchObject({ ...letter, state: 'sent' });
  expect(lines.find(({ kind }) => kind === 'dunning_held')).toMatchObject(held);
});

it('a letter on paper is a letter that waits for the printer, is printed by somebody, put back, posted on a day by somebody', async () => {
  await desk.switchOn();
  const customerId = await desk.aCustomer('C-1', null);
  const fields = JSON.stringify({ delivery: 'post', invoiceAddress: 'Via Roma 1\n20121 Milano' });
  await desk.book.run((tx) =>
    tx.run(sql`
      insert into customer_profile (company_id, customer_id, number, fields, set_at, set_by, set_by_name)
        values (${tx.company.id}, ${customerId}, 1, ${fields}::jsonb, ${tx.recordedAt}, ${tx.actor.id}, 'Test')`),
  );
  await desk.owes(customerId, 'INV-1', { amountMinor: 70_000n });
  const { id: runId } = await desk.run();
  const letter = async () => {
    const lines = await linesOf(customerId);
    expect(lines.map(({ kind }) => kind)).toEqual(['dunning_letter']);
    return lines[0];
  };
  const print = async () => (await desk.book.run((tx) => makePrint(tx, runId))).id ?? '';
  const inPrint = (items: number) => [{ reason: 'print', items }];
  const name = desk.book.scope.actor.name;
  expect(await letter()).toMatchObject({ what: 'notice_1', state: 'to_print', person: null, reasons: inPrint(0) });
  const first = await print();
  expect(await letter()).toMatchObject({ state: 'printed', person: name, reasons: inPrint(1) });
  await desk.book.run((tx) => dropPrint(tx, first));
  expect(await letter()).toMatchObject({ state: 'to_print', person: null, dueAt: null, reasons: inPrint(0) });
  const second = await print();
  await desk.book.run((tx) => confirmPrint(tx, { id: second, except: [] }));
  const posted = await letter();
  expect(posted).toMatchObject({ state: 'posted', person: name, reasons: inPrint(2), takenBack: null });
  expect(posted?.dueAt).not.toBeNull();
});
