import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../calendar/index.ts';
import { type DunningItem, planCustomer, type TakenStep } from '../dunning/index.ts';
import { type Strategy, USUAL_LADDER, USUAL_SCORING, USUAL_STRATEGY } from '../strategies/index.ts';
import {
  bankDataByDay,
  countedWith,
  NO_SIMULATION,
  overlapOf,
  type PastCustomer,
  type PastDay,
  type SimulatedAction,
  simulateCustomer,
  totalsOf,
} from './index.ts';

const FIRST = localDate('2026-10-01');
const NOBODY = { channel: null, segment: null, tier: null, country: null, tags: [] };

const STRATEGY: Strategy = {
  ...USUAL_STRATEGY,
  limits: { messagesPerDayMax: 1, quietDays: 2, customerUnitsMin: 0, bankDataDaysMax: 4 },
};

function days(count: number, changes: Partial<PastDay> = {}): PastDay[] {
  return Array.from({ length: count }, (_, number) => {
    const on = addDays(FIRST, number);
    return { on, bankDataOn: on, usualOverdueMinor: null, ...changes };
  });
}

function aCustomer(changes: Partial<PastCustomer> = {}): PastCustomer {
  return {
    id: 'c-1',
    traits: NOBODY,
    hasAddress: true,
    hasNobodyToAct: false,
    creditLimitMinor: null,
    changes: [],
    holds: [],
    contacts: [],
    takenBefore: [],
    done: [],
    settled: [],
    broken: [],
    ...changes,
  };
}

/** 1,000.00 due on a day, open from the first day on. */
const owed = (itemId: string, dueOn: LocalDate, minor = 100_000n, from = 0) => ({
  ...{ from, itemId, dueOn, currency: 'EUR', isReceivable: true, minor, functionalMinor: minor },
});

function simulated(past: PastCustomer, given: { days?: PastDay[]; draft?: Strategy[]; ruling?: Strategy[] } = {}) {
  const work = simulateCustomer(past, {
    days: given.days ?? days(40),
    draft: given.draft ?? [STRATEGY],
    ruling: given.ruling ?? [STRATEGY],
    minorPerUnit: 100n,
  });
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const told = (sent: readonly SimulatedAction[]) =>
  sent.map(({ on, what, taken }) => `${on} ${what}: ${taken.map(({ itemId }) => itemId).join(' ')}`);

describe('the last months gone through again', () => {
  const dueOnFirst = owed('a', FIRST);

  it('sends notice 1 on the 6th and notice 2 on the 21st for what is due on 1 October; the call follows 5 days later', () => {
    expect(told(simulated(aCustomer({ changes: [dueOnFirst] })).sent)).toEqual([
      '2026-10-06 notice_1: a',
      '2026-10-21 notice_2: a',
      '2026-10-26 call: a',
      '2026-11-02 notice_3: a',
      '2026-11-09 escalation: a',
    ]);
  });

  it('without notice 2 calls on the 11th, five days after the step before', () => {
    const draft = [{ ...STRATEGY, ladder: USUAL_LADDER.filter(({ key }) => key !== 'notice_2') }];
    const { sent } = simulated(aCustomer({ changes: [dueOnFirst] }), { draft });
    expect(told(sent).slice(0, 2)).toEqual(['2026-10-06 notice_1: a', '2026-10-11 call: a']);
  });

  it('stops where the customer really paid: on the 20th', () => {
    const paid = { ...dueOnFirst, from: 19, minor: -100_000n, functionalMinor: -100_000n };
    expect(told(simulated(aCustomer({ changes: [dueOnFirst, paid] })).sent)).toEqual(['2026-10-06 notice_1: a']);
  });

  it('knows of a dispute only from the day on which it was placed, and goes on when it was released', () => {
    const dispute = { untilOn: null, itemId: 'a', kind: 'dispute', amountMinor: null };
    const placedBefore = aCustomer({ changes: [dueOnFirst], holds: [{ ...dispute, from: 5, until: 10 }] });
    const { sent, held } = simulated(placedBefore);
    expect(told(sent)[0]).toBe('2026-10-11 notice_1: a');
    expect([...(held.get('item_hold') ?? [])]).toEqual(['a']);
    const placedAfter = aCustomer({ changes: [dueOnFirst], holds: [{ ...dispute, from: 6, until: null }] });
    expect(told(simulated(placedAfter).sent)).toEqual(['2026-10-06 notice_1: a']);
  });

  it('goes on behind the step that the item had taken before', () => {
    const takenBefore = [{ itemId: 'a', key: 'notice_1', on: addDays(FIRST, -3) }];
    const changes = [owed('a', addDays(FIRST, -20))];
    expect(told(simulated(aCustomer({ changes, takenBefore })).sent)[0]).toBe('2026-10-05 notice_2: a');
  });

  it('waits while nobody could know who had paid, and after a call', () => {
    const past = aCustomer({ changes: [dueOnFirst], contacts: [{ from: 5, on: addDays(FIRST, 5) }] });
    expect(told(simulated(past).sent)[0]).toBe('2026-10-08 notice_1: a');
    const silentBank = days(40).map((day, number) => (number < 12 ? { ...day, bankDataOn: addDays(FIRST, -9) } : day));
    expect(told(simulated(past, { days: silentBank }).sent)[0]).toBe('2026-10-13 notice_1: a');
  });

  it('sends nothing to whom no strategy of the draft includes', () => {
    const retail = { ...STRATEGY, customers: { ...STRATEGY.customers, channels: ['retail'] } };
    expect(simulated(aCustomer({ changes: [dueOnFirst] }), { draft: [retail] }).sent).toEqual([]);
  });
});

describe('what the bank had told', () => {
  const day = (number: number) => addDays(FIRST, number);
  const told = (account: string, of: number, from: number, isStatement = true) => ({
    ...{ account, day: day(of), from, isStatement },
  });

  it('is the oldest of the newest days of the accounts in use, as known then', () => {
    const all = [told('A', -1, 0), told('A', 1, 2), told('B', 0, 1), told('B', 2, 3), told('Old', -200, 0)];
    expect(bankDataByDay([day(0), day(1), day(2), day(3)], all)).toEqual([day(-1), day(-1), day(0), day(1)]);
  });

  it('is of long ago, or nothing, where no account is used', () => {
    expect(bankDataByDay([day(0)], [told('Old', -200, 0)])).toEqual([day(-200)]);
    expect(bankDataByDay([day(0)], [told('Old', -200, 0, false)])).toEqual([null]);
    expect(bankDataByDay([day(0)], [])).toEqual([null]);
  });
});

describe('the order of the list', () => {
  it('is compared by the points of the draft and by those that held, on the days chosen', () => {
    const broken = [{ on: addDays(FIRST, -30), from: 0, until: null }];
    const scoring = { ...USUAL_SCORING, overduePoints: 20, brokenPromisePoints: 20, brokenPromisePointsMax: 20 };
    const eager = { ...STRATEGY, scoring };
    const page = ['a', 'b'].map((id) => {
      const minor = id === 'a' ? 900_000n : 100_000n;
      const past = aCustomer({ id, changes: [owed(id, FIRST, minor)], broken: id === 'b' ? broken : [] });
      const last = days(10).map((day, number) => (number === 9 ? { ...day, usualOverdueMinor: 300_000n } : day));
      return { outcome: simulated(past, { days: last, draft: [eager] }), done: [] };
    });
    const [day] = countedWith(NO_SIMULATION, page).ranks;
    expect(day?.ruling.map(({ customerId }) => customerId)).toEqual(['a', 'b']);
    expect(day?.draft.map(({ customerId }) => customerId)).toEqual(['b', 'a']);
    expect(day && overlapOf(day)).toEqual({ common: 2, of: 2 });
  });
});

/** Facts of a book over some weeks: items that are opened, paid or left, disputes that come and go, calls. */
const aBook = fc.record({
  items: fc.uniqueArray(
    fc.record({
      id: fc.nat(30),
      due: fc.integer({ min: -40, max: 40 }),
      opened: fc.nat(20),
      paid: fc.option(fc.nat(60)),
      minor: fc.bigInt({ min: 1n, max: 1_000_000n }),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  ),
  holds: fc.array(fc.record({ item: fc.option(fc.nat(30)), from: fc.nat(50), lasts: fc.option(fc.nat(15)) }), {
    maxLength: 4,
  }),
  credit: fc.option(fc.record({ from: fc.nat(50), minor: fc.bigInt({ min: 1n, max: 500_000n }) })),
  contacts: fc.array(fc.nat(55), { maxLength: 4 }),
  silent: fc.uniqueArray(fc.nat(55), { maxLength: 10 }),
});
type Book = typeof aBook extends fc.Arbitrary<infer Of> ? Of : never;

function pastOf({ items, holds, credit, contacts }: Book): PastCustomer {
  return aCustomer({
    changes: [
      ...items.flatMap(({ id, due, opened, paid, minor }) => {
        const change = owed(`i${id}`, addDays(FIRST, due), minor, opened);
        const payment = { ...change, from: opened + (paid ?? 0), minor: -minor, functionalMinor: -minor };
        return paid === null ? [change] : [change, payment];
      }),
      ...(credit ? [{ ...owed('credit', FIRST, -credit.minor, credit.from), isReceivable: false }] : []),
    ],
    holds: holds.map(({ item, from, lasts }) => ({
      ...{ from, until: lasts === null ? null : from + lasts, untilOn: null, kind: 'dispute', amountMinor: null },
      itemId: item === null ? null : `i${item}`,
    })),
    contacts: contacts.map((from) => ({ from, on: addDays(FIRST, from) })),
  });
}
const runDays = ({ silent }: Book): PastDay[] =>
  days(56).map((day, number) => (silent.includes(number) ? { ...day, bankDataOn: addDays(day.on, -9) } : day));

/** What really runs on each day do, from the facts as they stand on it: every customer, every day, from the beginning. */
function reality(past: PastCustomer, all: readonly PastDay[], strategy: Strategy): string[] {
  const taken = new Map<string, TakenStep[]>();
  let lastLetterOn: LocalDate | null = null;
  return all.flatMap(({ on, bankDataOn }, number) => {
    const open = new Map<string, bigint>();
    for (const { from, itemId, minor } of past.changes) {
      if (from <= number) open.set(itemId, (open.get(itemId) ?? 0n) + minor);
    }
    const holds = past.holds.filter(({ from, until }) => from <= number && (until === null || until > number));
    const items = [...open].flatMap(([id, openMinor]): DunningItem[] => {
      const change = past.changes.find(({ itemId }) => itemId === id);
      if (openMinor <= 0n || change === undefined) return [];
      const own = holds.filter(({ itemId }) => itemId === id);
      const { dueOn, currency } = change;
      return [{ id, dueOn, currency, openMinor, functionalMinor: openMinor, holds: own, taken: taken.get(id) ?? [] }];
    });
    const credit = open.get('credit') ?? 0n;
    const contacts = past.contacts.filter(({ from }) => from <= number).map((contact) => contact.on);
    const customer = {
      items,
      holds: holds.filter(({ itemId }) => itemId === null).map(({ kind }) => kind),
      credits: new Map(credit < 0n ? [['EUR', -credit]] : []),
      messagesToday: 0,
      lastContactOn: [...contacts, ...(lastLetterOn ? [lastLetterOn] : [])].sort().at(-1) ?? null,
      hasAddress: true,
    };
    const plan = planCustomer(strategy, customer, { today: on, bankDataOn, minorPerUnit: 100n });
    const actions = [
      ...plan.letters.map(({ purpose, taken: steps }) => ({ what: purpose as string, steps })),
      ...plan.acts.map(({ step, taken: steps }) => ({ what: step.kind as string, steps })),
    ];
    if (plan.letters.length > 0) lastLetterOn = on;
    for (const { item, step } of actions.flatMap(({ steps }) => steps)) {
      taken.set(item.id, [...(taken.get(item.id) ?? []), { key: step.key, on }]);
    }
    return actions.map(({ what, steps }) => `${on} ${what}: ${steps.map(({ item }) => item.id).join(' ')}`);
  });
}

it('of a customer with 14,000 overdue items gives others their turn again and again, also on the day on which all take a step', () => {
  const changes = Array.from({ length: 14_000 }, (_, index) => owed(`i-${index}`, localDate('2026-09-01')));
  const work = simulateCustomer(aCustomer({ changes }), {
    days: days(1),
    draft: [STRATEGY],
    ruling: [STRATEGY],
    minorPerUnit: 100n,
  });
  let turns = 0;
  while (!work.next().done) turns += 1;
  // the looking for what is due, the planning of the steps, and the looking for what keeps them
  expect(turns).toBeGreaterThan(3 * 13);
});

describe('a simulation', () => {
  it('of the strategy that really ran every day gives what was sent, and no difference', () => {
    fc.assert(
      fc.property(aBook, (book) => {
        const past = pastOf(book);
        const outcome = simulated(past, { days: runDays(book) });
        expect(told(outcome.sent)).toEqual(reality(past, runDays(book), STRATEGY));
        const figures = countedWith(NO_SIMULATION, [{ outcome, done: outcome.sent }]);
        expect([figures.onlyDraft, figures.onlyDone]).toEqual([0, 0]);
        for (const { draft, done } of figures.weeks) expect(draft).toEqual(done);
        const { draft, done } = totalsOf(figures);
        expect(draft).toEqual(done);
      }),
      { numRuns: 300 },
    );
  });

  it('never lets an item take a level twice, nor after it was paid, nor while it was held', () => {
    fc.assert(
      fc.property(aBook, (book) => {
        const past = pastOf(book);
        const { sent } = simulated(past, { days: runDays(book) });
        const levels = sent.flatMap(({ taken }) => taken.map(({ itemId, key }) => `${itemId} ${key}`));
        expect(new Set(levels).size).toBe(levels.length);
        for (const { itemId } of sent.flatMap(({ taken }) => taken)) expect(itemId).not.toBe('credit');
        for (const { id, opened, paid } of book.items) {
          const last = sent.findLast(({ taken }) => taken.some(({ itemId }) => itemId === `i${id}`))?.on;
          if (last !== undefined && paid !== null) expect(last < addDays(FIRST, opened + paid)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which facts are given, nor on pages', () => {
    fc.assert(
      fc.property(aBook, aBook, (book, other) => {
        const past = pastOf(book);
        const reversed = {
          ...past,
          changes: past.changes.toReversed(),
          holds: past.holds.toReversed(),
          contacts: past.contacts.toReversed(),
        };
        const all = runDays(book).map((day, number) => ({
          ...day,
          usualOverdueMinor: number % 7 === 6 ? 9_000n : null,
        }));
        const one = simulated(past, { days: all });
        const again = simulated(reversed, { days: all });
        expect(again.standings).toEqual(one.standings);
        expect(again.sent.map(({ taken: _, ...action }) => action)).toEqual(
          one.sent.map(({ taken: _, ...action }) => action),
        );
        const second = { outcome: simulated({ ...pastOf(other), id: 'c-2' }, { days: all }), done: one.sent };
        const first = { outcome: one, done: [] };
        const inPages = countedWith(countedWith(NO_SIMULATION, [second]), [first]);
        expect(inPages).toEqual(countedWith(NO_SIMULATION, [first, second]));
      }),
      { numRuns: 200 },
    );
  });

  it('counts what a milder ladder saves: no notice 2 is a letter less', () => {
    const milder = { ...STRATEGY, ladder: USUAL_LADDER.filter(({ key }) => key === 'notice_1') };
    const past = aCustomer({ changes: [owed('a', FIRST)] });
    const really = simulated(past).sent;
    const figures = countedWith(NO_SIMULATION, [{ outcome: simulated(past, { draft: [milder] }), done: really }]);
    const { draft, done } = totalsOf(figures);
    expect([draft.letters.count, done.letters.count, done.tasks.count]).toEqual([1, 3, 2]);
    expect(figures.weeks.find(({ what }) => what === 'notice_2')).toEqual({
      weekOn: '2026-10-19',
      channel: 'mail',
      what: 'notice_2',
      draft: { count: 0, items: 0, functionalMinor: 0n },
      done: { count: 1, items: 1, functionalMinor: 100_000n },
    });
  });
});
