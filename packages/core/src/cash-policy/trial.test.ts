import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import { LinkedAdvices, type OpenItem, PayerKnowledge, type Receipt } from '../matching/index.ts';
import { currencyCode } from '../money/index.ts';
import { cashPolicyOf, NO_CHANGES } from './cash-policy.ts';
import { openTrial, type TrialEvent } from './trial.ts';
import type { CapTally } from './trial-answer.ts';
import { countedWith, type DoneAnswer, differenceOf, NO_FIGURES, type TriedReceipt } from './trial-count.ts';

const EUR = currencyCode('EUR');
const DAY = localDate('2026-11-20');

const anItem = (number: string, openMinor: bigint): OpenItem => ({
  id: number,
  number,
  customer: 'C-1',
  currency: EUR,
  openMinor,
  issuedOn: localDate('2026-10-01'),
  dueOn: localDate('2026-11-01'),
  references: [],
});
const aReceipt = (id: string, amountMinor: bigint, text: string): Receipt => ({
  id,
  bookedOn: DAY,
  currency: EUR,
  amountMinor,
  payerName: 'ACME',
  payerAccount: '',
  lines: [text],
  endToEndId: '',
});

/** A small difference may cost so many units a day, in all. */
function withDayCap(dayUnitsMax: number) {
  const caps = { itemUnitsMax: 10, itemPercentMax: null, dayUnitsMax, analystDayUnitsMax: null };
  return cashPolicyOf({ ...NO_CHANGES, deductions: { small_difference: { isClaimed: false, caps } } });
}

function trialOf(items: readonly OpenItem[], events: readonly TrialEvent[] = []) {
  const knowledge = new PayerKnowledge();
  knowledge.addLink('name', 'ACME', { customer: 'C-1', uses: 5, lastOn: DAY });
  const tallies: Record<'now' | 'proposed', CapTally> = { now: new Map(), proposed: new Map() };
  const policies = { now: withDayCap(100), proposed: withDayCap(10) };
  const factOf = () => ({ terms: null, amountMinor: 100n, functionalMinor: 100n });
  const trial = openTrial({
    policies,
    functionalCurrency: 'EUR',
    items,
    events,
    knowledge,
    factOf,
    tallies,
  });
  const both = (at: bigint, receipt: Receipt) => {
    const advices = new LinkedAdvices();
    const group = {
      at,
      receipts: { now: [receipt], proposed: [receipt] },
      advices: { now: advices, proposed: advices },
    };
    return { now: trial.answers(group, 'now')[0], proposed: trial.answers(group, 'proposed')[0] };
  };
  return { both, tallies };
}

describe('the books of a trial', () => {
  it('a receipt sees what was open at its instant: an invoice of later is not there yet, one that was paid is gone', () => {
    const item = anItem('4711001', 10_000n);
    const { both } = trialOf(
      [],
      [
        { at: 10n, kind: 'moved', item, byMinor: 10_000n, on: DAY },
        { at: 30n, kind: 'moved', item, byMinor: -10_000n, on: DAY },
      ],
    );
    expect(both(5n, aReceipt('R1', 10_000n, 'INV 4711001')).now?.posts).toBe(false);
    expect(both(20n, aReceipt('R2', 10_000n, 'INV 4711001')).now).toMatchObject({
      posts: true,
      allocations: [{ number: '4711001', amount: '100.00' }],
    });
    expect(both(40n, aReceipt('R3', 10_000n, 'INV 4711001')).now?.allocations).toEqual([]);
  });

  it('the cap of a day counts on within the trial: of 6.00 and 7.00 a cap of 10.00 posts the first only', () => {
    const { both } = trialOf([anItem('4711001', 100_000n), anItem('4711002', 100_000n)]);
    const first = both(1n, aReceipt('R1', 99_400n, 'INV 4711001'));
    const second = both(2n, aReceipt('R2', 99_300n, 'INV 4711002'));
    const treatments = (answer: typeof first.now) => answer?.deductions.map(({ treatment }) => treatment);
    expect([treatments(first.now), treatments(first.proposed)]).toEqual([['posted'], ['posted']]);
    expect([treatments(second.now), treatments(second.proposed)]).toEqual([['posted'], ['claimed']]);
  });

  it('an item on which a claim stands is not deducted from by itself', () => {
    const { both } = trialOf([anItem('4711001', 100_000n)], [{ at: 1n, kind: 'claimed', itemId: '4711001' }]);
    expect(both(2n, aReceipt('R1', 99_400n, 'INV 4711001')).now?.posts).toBe(false);
  });
});

describe('what a trial counts', () => {
  const answer = (posts: boolean, number: string) => ({
    posts,
    rule: null,
    customer: 'C-1',
    allocations: [{ number, amount: '10.00' }],
    deductions: [],
    decision: 'auto' as const,
    sentence: '',
    evidence: [],
    alternativesCount: 0,
  });
  const tried = (now: boolean, proposed: boolean, done: DoneAnswer | null, number = '1'): TriedReceipt => ({
    now: answer(now, '1'),
    proposed: answer(proposed, number),
    done,
  });

  it('3 more, one of them on another item than people chose; 1 fewer; 1 on another item', () => {
    const receipts = [
      tried(false, true, answer(true, '1')),
      tried(false, true, answer(true, '2')),
      tried(false, true, null),
      tried(true, false, answer(true, '1')),
      tried(true, true, answer(true, '1'), '2'),
      tried(true, true, answer(true, '1')),
    ];
    expect(receipts.reduce(countedWith, NO_FIGURES)).toEqual({
      receipts: 6,
      now: { posted: 3, otherwise: 0 },
      proposed: { posted: 5, otherwise: 2 },
      more: { posted: 3, otherwise: 1 },
      fewer: 1,
      changed: 1,
      differencesCount: 5,
    });
  });

  it('both policies agree and people did otherwise: told as the same, for somebody to look at', () => {
    expect(differenceOf(tried(true, true, answer(true, '2')))).toEqual({ kind: 'same', isOtherwise: true });
    expect(differenceOf(tried(false, false, answer(true, '2')))).toBe(null);
  });

  it('what the version posts is what both post, more and changed in all', () => {
    const anAnswer = fc.record({ posts: fc.boolean(), number: fc.constantFrom('1', '2') });
    const aTried = fc.record({ now: anAnswer, proposed: anAnswer, done: fc.option(fc.constantFrom('1', '2')) });
    fc.assert(
      fc.property(fc.array(aTried), (all) => {
        const figures = all
          .map(({ now, proposed, done }) => ({
            now: answer(now.posts, now.number),
            proposed: answer(proposed.posts, proposed.number),
            done: done === null ? null : answer(true, done),
          }))
          .reduce(countedWith, NO_FIGURES);
        expect(figures.proposed.posted).toBe(figures.now.posted + figures.more.posted - figures.fewer);
        expect(figures.receipts).toBe(all.length);
        expect(figures.proposed.otherwise).toBeLessThanOrEqual(figures.differencesCount);
      }),
    );
  });
});
