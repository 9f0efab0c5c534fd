import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTimeline, timelineSources } from '../../customers/timeline/timeline.usecase.ts';
import { placeHold } from '../../ledger/index.ts';
import { type DunningDesk, openDunningDesk } from '../dunning/dunning.fixture.ts';
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
