import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemsOfReferences } from '../../correspondence/index.ts';
import { placeHold } from '../../ledger/index.ts';
import { strategiesInForce } from '../strategies/strategies.queries.ts';
import { type DunningDesk, openDunningDesk } from './dunning.fixture.ts';
import { previewRun } from './preview.usecase.ts';

let desk: DunningDesk;

beforeEach(async () => {
  desk = await openDunningDesk();
  await desk.switchOn();
});
afterEach(() => desk.drop());

it('one small credit keeps back the oldest items that it pays, not the account; the next is asked for less the rest', async () => {
  const one = await desk.aCustomer('C-1');
  await desk.owes(one, 'INV-1', { daysLate: 9, amountMinor: 40_000n });
  const second = await desk.owes(one, 'INV-2', { daysLate: 8, amountMinor: 70_000n });
  for (const number of ['INV-3', 'INV-4', 'INV-5']) await desk.owes(one, number, { daysLate: 7, amountMinor: 50_000n });
  await desk.credits(one, 'CN-1', 60_000n);
  expect(await desk.run()).toMatchObject({ letters: 1, items: 4, heldItems: 1, askedFunctionalMinor: 200_000n });
  expect(await desk.held()).toEqual(['INV-1 credits_cover']);
  await desk.send();
  expect(desk.mails()).toEqual(['c-1: INV-2 INV-3 INV-4 INV-5']);
  const raw = (desk.book.smtp.taken[0]?.raw ?? '').replaceAll(/=\r\n/g, '');
  expect(raw).toContain('Payments and credits not yet assigned: -200.00 EUR');
  expect(raw).toContain('Total: 2,000.00 EUR');
  const reference = /Reference: (RF[0-9A-Z ]+)/.exec(raw)?.[1]?.replaceAll(' ', '') ?? '';
  const asked = await desk.book.read((tx) => itemsOfReferences(tx, [reference.trim()]));
  expect(asked.find(({ itemId }) => itemId === second)).toMatchObject({ askedMinor: 50_000n });
});

it('what the run will ask for stands in the preview, credits taken off', async () => {
  const one = await desk.aCustomer('C-1');
  await desk.owes(one, 'INV-1');
  await desk.credits(one, 'CN-1', 25_000n);
  const { figures } = await desk.book.read(async (tx) => {
    return previewRun(tx, (await strategiesInForce(tx))?.strategies ?? []);
  });
  expect(figures).toMatchObject({ letters: 1, askedFunctionalMinor: 75_000n, heldItems: 0 });
});

it('a credit that was used for another invoice meanwhile takes the letter back', async () => {
  const one = await desk.aCustomer('C-1');
  await desk.owes(one, 'INV-1', { daysLate: 6 });
  await desk.credits(one, 'CN-1', 25_000n);
  await desk.run();
  await desk.owes(one, 'INV-2', { daysLate: 9, amountMinor: 30_000n });
  expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
  expect(await desk.run()).toMatchObject({ letters: 1, askedFunctionalMinor: 105_000n });
});

describe('a promise of 1,000.00 on an item of 10,000.00', () => {
  const promised = async (customerId: string, itemId: string) =>
    desk.book.run((tx) =>
      placeHold(tx, { customerId, itemId, kind: 'promise', amountMinor: 100_000n, reason: '1,000.00 promised' }),
    );

  it('leaves 9,000.00 to be asked for, and the letter says so, in its table and its total', async () => {
    const one = await desk.aCustomer('C-1');
    const item = await desk.owes(one, 'INV-1', { amountMinor: 1_000_000n });
    await promised(one, item);
    expect(await desk.run()).toMatchObject({ letters: 1, heldItems: 0, askedFunctionalMinor: 900_000n });
    await desk.send();
    const raw = (desk.book.smtp.taken[0]?.raw ?? '').replaceAll(/=\r\n/g, '');
    expect(raw).toContain('Promised or being clarified, not asked for here: -1,000.00 EUR');
    expect(raw).toContain('Total: 9,000.00 EUR');
  });

  it('made while the letter waits takes it back; the next run asks for the rest', async () => {
    const one = await desk.aCustomer('C-1');
    const item = await desk.owes(one, 'INV-1', { amountMinor: 1_000_000n });
    await desk.run();
    await promised(one, item);
    expect(await desk.send()).toEqual({ sent: 0, notSent: 1 });
    expect(await desk.run()).toMatchObject({ letters: 1, askedFunctionalMinor: 900_000n });
    expect(await desk.send()).toEqual({ sent: 1, notSent: 0 });
  });
});
