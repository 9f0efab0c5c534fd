/** What My day and the call sheet say can be asked for is what a run would ask for: the rule in core and its mirror in SQL agree. */
import { sharesOf } from '@quittance/core/dunning';
import { collectableMinor } from '@quittance/core/worklist';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { placeHolds } from '../../ledger/index.ts';
import { loadCustomers, loadParties } from '../dunning/customer-facts.ts';
import { type DunningDesk, openDunningDesk } from '../dunning/dunning.fixture.ts';
import { collectableOf } from './collectable.queries.ts';
import { factsOfCustomers } from './worklist.queries.ts';

let desk: DunningDesk;
beforeEach(async () => {
  desk = await openDunningDesk();
});
afterEach(() => desk.drop());

const aHold = fc.record({
  kind: fc.constantFrom('dispute', 'deduction', 'promise', 'plan', 'waiting_proposal'),
  amountMinor: fc.option(fc.bigInt(1n, 90_000n), { nil: undefined }),
});
const anAccount = fc.record({
  items: fc.array(
    fc.record({
      daysLate: fc.integer({ min: 1, max: 60 }),
      amountMinor: fc.bigInt(1n, 80_000n),
      holds: fc.array(aHold, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  creditMinor: fc.bigInt(0n, 100_000n),
});
const ACCOUNTS = 25;

it('the figure of My day, of the call sheet and of a run are one, whatever is promised, disputed, proposed and unapplied', async () => {
  const accounts = fc.sample(anAccount, { numRuns: ACCOUNTS, seed: 7 });
  for (const [index, { items, creditMinor }] of accounts.entries()) {
    const customerId = await desk.aCustomer(`C-${index}`);
    for (const [number, { holds, ...item }] of items.entries()) {
      const itemId = await desk.owes(customerId, `INV-${index}-${number}`, item);
      const placed = holds.map((hold) => ({ ...hold, customerId, itemId, reason: 'test' }));
      if (placed.length > 0) await desk.book.run((tx) => placeHolds(tx, placed));
    }
    if (creditMinor > 0n) await desk.credits(customerId, `CN-${index}`, creditMinor);
  }
  await desk.book.read(async (tx) => {
    const facts = await factsOfCustomers(tx, { ids: null, isLatenessWanted: false });
    const parties = await loadParties(tx);
    const ids = facts.map(({ customerId }) => customerId);
    const customers = await loadCustomers(tx, { ids, parties, daysAhead: 0 });
    expect(customers).toHaveLength(ACCOUNTS);
    for (const { record, items, credits } of customers) {
      const shares = [...sharesOf(items, credits).values()];
      const asked = shares.reduce((sum, { askedMinor }) => sum + askedMinor, 0n);
      const [sheet] = await collectableOf(tx, [record.id]);
      const onMyDay = facts.find(({ customerId }) => customerId === record.id);
      expect([record.number, sheet?.collectableMinor]).toEqual([record.number, asked]);
      expect(onMyDay && collectableMinor(onMyDay)).toBe(asked);
    }
  });
});
