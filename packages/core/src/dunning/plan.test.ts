import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate, localDate } from '../calendar/index.ts';
import { type LadderStep, USUAL_STRATEGY } from '../strategies/index.ts';
import {
  type DunningCustomer,
  type DunningGround,
  type DunningItem,
  type ItemHold,
  nextStep,
  objections,
  planCustomer,
  sharesOf,
  type TakenStep,
} from './index.ts';

const TODAY = localDate('2026-11-20');
const GROUND: DunningGround = { today: TODAY, bankDataOn: addDays(TODAY, -1), minorPerUnit: 100n };

function anItem(id: string, changes: Partial<DunningItem> & { readonly daysLate?: number } = {}): DunningItem {
  const { daysLate = 6, ...rest } = changes;
  return {
    id,
    dueOn: addDays(TODAY, -daysLate),
    currency: 'EUR',
    openMinor: 100_000n,
    functionalMinor: 100_000n,
    holds: [],
    taken: [],
    ...rest,
  };
}

/** Of the whole item unless an amount is given. */
const aHold = (kind: string, amountMinor: bigint | null = null): ItemHold => ({ kind, amountMinor });

function aCustomer(items: readonly DunningItem[], changes: Partial<DunningCustomer> = {}): DunningCustomer {
  const usual = { holds: [], credits: new Map(), messagesToday: 0, lastContactOn: null, hasAddress: true };
  return { items, ...usual, ...changes };
}

const plan = (customer: DunningCustomer, ground = GROUND) => planCustomer(USUAL_STRATEGY, customer, ground);
const hadNotice1: readonly TakenStep[] = [{ key: 'notice_1', on: addDays(TODAY, -14) }];

/** "notice_2: a notice_1, b notice_2". */
function told(customer: DunningCustomer, ground = GROUND): string[] {
  const { letters, acts, heldBack } = plan(customer, ground);
  return [
    ...letters.map(
      ({ purpose, taken }) => `${purpose}: ${taken.map(({ item, step }) => `${item.id} ${step.key}`).join(', ')}`,
    ),
    ...acts.map(({ step, taken }) => `${step.key} for ${taken.map(({ item }) => item.id).join(', ')}`),
    ...heldBack.map(({ item, reason, detail }) => `${item.id} held: ${reason}${detail === null ? '' : ` (${detail})`}`),
  ];
}

describe('what a customer gets', () => {
  const late = [anItem('a'), anItem('b', { daysLate: 21, taken: hadNotice1 }), anItem('c', { daysLate: 3 })];

  it('is one letter with the firmest text; each item takes its own step, what is not far enough waits', () => {
    expect(told(aCustomer(late))).toEqual(['notice_2: b notice_2, a notice_1']);
    expect(plan(aCustomer(late)).waiting).toBe(1);
  });

  it('is the milder letter when the older item is disputed, and says why the other is missing', () => {
    const disputed = late.map((item) => (item.id === 'b' ? { ...item, holds: [aHold('dispute')] } : item));
    expect(told(aCustomer(disputed))).toEqual(['notice_1: a notice_1', 'b held: item_hold (dispute)']);
  });

  it.each([
    ['a quiet period', { holds: ['quiet'] }, 'a held: customer_hold (quiet)'],
    ['1,000.00 that wait to be applied', { credits: new Map([['EUR', 100_000n]]) }, 'a held: credits_cover'],
    ['no address', { hasAddress: false }, 'a held: no_address'],
    ['a call the day before', { lastContactOn: addDays(TODAY, -1) }, 'a held: quiet_days'],
    ['a letter this morning', { messagesToday: 1 }, 'a held: daily_cap'],
  ])('is nothing with %s', (_situation, changes, said) => {
    expect(told(aCustomer([anItem('a')], changes))).toEqual([said]);
  });

  it('is a letter for what remains when 600.00 of 1,000.00 wait to be applied, and for all when money is of another currency', () => {
    const asked = (credits: ReadonlyMap<string, bigint>) =>
      plan(aCustomer([anItem('a', { functionalMinor: 200_000n })], { credits })).letters.flatMap(({ taken }) =>
        taken.map(({ share, askedFunctionalMinor }) => [share.askedMinor, askedFunctionalMinor]),
      );
    expect(asked(new Map([['EUR', 60_000n]]))).toEqual([[40_000n, 80_000n]]);
    expect(asked(new Map([['USD', 900_000n]]))).toEqual([[100_000n, 200_000n]]);
  });

  it('is nothing for 0.01 that remains when 999.99 wait to be applied', () => {
    expect(told(aCustomer([anItem('a')], { credits: new Map([['EUR', 99_999n]]) }))).toEqual([
      'a held: customer_small',
    ]);
  });

  it('is a letter for the younger items when a credit covers the oldest: one credit does not stop a whole account', () => {
    const items = [anItem('a', { daysLate: 9 }), anItem('b', { daysLate: 8 }), anItem('c', { daysLate: 7 })];
    const credits = new Map([['EUR', 150_000n]]);
    expect(told(aCustomer(items, { credits }))).toEqual(['notice_1: b notice_1, c notice_1', 'a held: credits_cover']);
    expect(plan(aCustomer(items, { credits })).letters[0]?.taken.map(({ share }) => share.askedMinor)).toEqual([
      50_000n,
      100_000n,
    ]);
  });

  it('is nothing for what a proposal waits for, whose money covers nothing else; a disputed item takes no credit', () => {
    const [older, proposed] = [anItem('a', { daysLate: 9 }), anItem('b', { holds: [aHold('waiting_proposal')] })];
    const credits = new Map([['EUR', 100_000n]]);
    expect(told(aCustomer([older, proposed], { credits }))).toEqual([
      'notice_1: a notice_1',
      'b held: item_hold (waiting_proposal)',
    ]);
    const disputed = { ...older, holds: [aHold('dispute')] };
    expect(told(aCustomer([disputed, anItem('b')], { credits }))).toEqual([
      'a held: item_hold (dispute)',
      'b held: credits_cover',
    ]);
  });

  it('is what holds an item itself, although the bank has been silent: stale data hides no dispute', () => {
    const ground = { ...GROUND, bankDataOn: null };
    expect(told(aCustomer([anItem('a', { holds: [aHold('dispute')] }), anItem('b')]), ground)).toEqual([
      'a held: item_hold (dispute)',
      'b held: bank_data_stale',
    ]);
  });

  it('leaves out a reminder for 5.00 that are not due yet, as if nothing were: nobody is kept from anything', () => {
    const small = anItem('a', { daysLate: -3, functionalMinor: 500n });
    const ladder = USUAL_STRATEGY.ladder.map((step) => ({ ...step, itemUnitsMin: 100 }));
    const planned = planCustomer({ ...USUAL_STRATEGY, ladder }, aCustomer([small]), GROUND);
    expect(planned).toMatchObject({ letters: [], heldBack: [], waiting: 1 });
  });

  it('is nothing while the newest bank statement is five days old, or there is none', () => {
    const [stale, none] = [addDays(TODAY, -5), null].map((bankDataOn) =>
      told(aCustomer([anItem('a')]), { ...GROUND, bankDataOn }),
    );
    expect(stale).toEqual(['a held: bank_data_stale (2026-11-15)']);
    expect(none).toEqual(['a held: bank_data_stale']);
    expect(told(aCustomer([anItem('a')]), { ...GROUND, bankDataOn: addDays(TODAY, -4) })).toHaveLength(1);
  });

  it('is nothing for 15.00 in all, where 20.00 is the least', () => {
    const small = [anItem('a', { functionalMinor: 900n }), anItem('b', { functionalMinor: 600n })];
    expect(told(aCustomer(small))).toEqual(['a held: customer_small', 'b held: customer_small']);
    expect(told(aCustomer([...small, anItem('c', { functionalMinor: 500n })]))).toHaveLength(1);
  });

  it('is the reminder before the due date when the notice of the day is too small to be sent', () => {
    const items = [anItem('a', { functionalMinor: 900n }), anItem('b', { daysLate: -3, functionalMinor: 600_000n })];
    expect(told(aCustomer(items))).toEqual(['pre_due: b pre_due', 'a held: customer_small']);
  });

  it('is a task for a person where the ladder says so, besides the letter for other items', () => {
    const taken = [...hadNotice1, { key: 'notice_2', on: addDays(TODAY, -5) }];
    expect(told(aCustomer([anItem('a'), anItem('b', { daysLate: 30, taken })]))).toEqual([
      'notice_1: a notice_1',
      'call for b',
    ]);
  });
});

describe('a letter on paper', () => {
  const wayOf = (changes: Partial<DunningCustomer>, ladder = USUAL_STRATEGY.ladder) => {
    const planned = planCustomer({ ...USUAL_STRATEGY, ladder }, aCustomer([anItem('a')], changes), GROUND);
    return planned.letters[0]?.channel ?? planned.heldBack[0]?.reason;
  };
  const onPaper = USUAL_STRATEGY.ladder.map((step) =>
    step.key === 'notice_1' ? { ...step, channel: 'paper' as const } : step,
  );

  it('is for whom no mail reaches, or where the step says so; never without an address of a building', () => {
    expect(wayOf({ hasAddress: true, hasPostalAddress: true })).toBe('mail');
    expect(wayOf({ hasAddress: false, hasPostalAddress: true })).toBe('paper');
    expect(wayOf({ hasAddress: false, hasPostalAddress: false })).toBe('no_address');
    expect(wayOf({ hasAddress: true, hasPostalAddress: true }, onPaper)).toBe('paper');
    expect(wayOf({ hasAddress: true, hasPostalAddress: false }, onPaper)).toBe('no_address');
  });

  it('that still waits to be posted keeps the next step waiting', () => {
    const unposted = { key: 'notice_1', on: addDays(TODAY, -14), isUnfinished: true, isUnprinted: true };
    expect(told(aCustomer([anItem('a', { daysLate: 21, taken: [unposted] })]))).toEqual([
      'a held: letter_not_printed (notice_1)',
    ]);
  });
});

describe('what a person is to do', () => {
  const taken = [...hadNotice1, { key: 'notice_2', on: addDays(TODAY, -5) }];

  it('is held back while nobody is there to do it', () => {
    const item = anItem('a', { daysLate: 30, taken });
    expect(told(aCustomer([item], { hasNobodyToAct: true }))).toEqual(['a held: nobody_to_do_it']);
  });

  it('keeps the next step waiting until it is done, and the days are counted from then', () => {
    const called = (changes: Partial<TakenStep>) => {
      const call = { key: 'call', on: addDays(TODAY, -30), ...changes };
      return anItem('a', {
        daysLate: 90,
        taken: [...taken.map((step) => ({ ...step, on: addDays(TODAY, -60) })), call],
      });
    };
    expect(told(aCustomer([called({ isUnfinished: true })]))).toEqual(['a held: task_open (call)']);
    expect(told(aCustomer([called({})]))).toEqual(['notice_3: a notice_3']);
    expect(told(aCustomer([called({ on: addDays(TODAY, -1) })]))).toEqual([]);
  });
});

describe('what becomes of each item', () => {
  const anAmount = fc.option(fc.bigInt(1n, 120_000n), { nil: null });
  const holdOf = (kinds: readonly string[]) => fc.record({ kind: fc.constantFrom(...kinds), amountMinor: anAmount });
  const books = fc.record({
    items: fc.array(
      fc.record({
        daysLate: fc.integer({ min: -30, max: 60 }),
        openMinor: fc.bigInt(1n, 100_000n),
        currency: fc.constantFrom('EUR', 'USD'),
        holds: fc.array(holdOf(['dispute', 'deduction', 'promise', 'plan', 'waiting_proposal']), { maxLength: 3 }),
      }),
      { maxLength: 12 },
    ),
    eur: fc.bigInt(0n, 300_000n),
    usd: fc.bigInt(0n, 300_000n),
  });
  const creditsOf = ({ eur, usd }: { readonly eur: bigint; readonly usd: bigint }) =>
    new Map([
      ['EUR', eur],
      ['USD', usd],
    ]);
  const sum = (minors: readonly bigint[]): bigint => minors.reduce((total, minor) => total + minor, 0n);

  it('asked, promised, covered and disputed add up to what is open, none of them below zero', () => {
    fc.assert(
      fc.property(books, ({ items, ...money }) => {
        const all = items.map((one, index) => anItem(String(index), one));
        const shares = sharesOf(all, creditsOf(money));
        for (const { id, openMinor } of all) {
          const parts = Object.values(shares.get(id) ?? {});
          expect(sum(parts)).toBe(openMinor);
          expect(parts.every((part) => part >= 0n)).toBe(true);
        }
        expect(sharesOf([...all].reverse(), creditsOf(money))).toEqual(shares);
      }),
    );
  });

  it('credits are used up once: by proposals, then by what is asked, nothing younger before something older', () => {
    fc.assert(
      fc.property(books, ({ items, ...money }) => {
        const all = items.map((one, index) => anItem(String(index), one));
        const [without, shares] = [sharesOf(all, new Map()), sharesOf(all, creditsOf(money))];
        for (const [currency, credit] of creditsOf(money)) {
          const own = all.filter((item) => item.currency === currency);
          const of = (from: typeof shares, part: 'coveredMinor' | 'askedMinor') =>
            sum(own.map(({ id }) => from.get(id)?.[part] ?? 0n));
          const proposed = of(without, 'coveredMinor');
          const left = credit > proposed ? credit - proposed : 0n;
          const asked = of(without, 'askedMinor');
          expect(of(shares, 'coveredMinor')).toBe(proposed + (left < asked ? left : asked));
          const unpaid = own.filter(({ id }) => (shares.get(id)?.askedMinor ?? 0n) > 0n);
          for (const { dueOn } of unpaid) {
            const younger = own.filter((item) => item.dueOn > dueOn);
            for (const { id } of younger) expect(shares.get(id)).toEqual(without.get(id));
          }
        }
      }),
    );
  });

  it('each cent that neither rests nor is covered is asked for', () => {
    const ladder = USUAL_STRATEGY.ladder.filter(({ key }) => key === 'notice_1');
    const limits = { ...USUAL_STRATEGY.limits, customerUnitsMin: 0 };
    const strategy = { ...USUAL_STRATEGY, ladder: ladder.map((step) => ({ ...step, itemUnitsMin: 0 })), limits };
    fc.assert(
      fc.property(books, ({ items, ...money }) => {
        const all = items.map((one, index) => anItem(String(index), { ...one, daysLate: Math.abs(one.daysLate) + 6 }));
        const credits = creditsOf(money);
        const { letters, heldBack } = planCustomer(strategy, aCustomer(all, { credits }), GROUND);
        const taken = letters.flatMap((letter) => [...letter.taken]);
        expect(sum(taken.map(({ share }) => share.askedMinor))).toBe(
          sum([...sharesOf(all, credits).values()].map(({ askedMinor }) => askedMinor)),
        );
        const rest = sum([...taken, ...heldBack].map(({ share, item }) => item.openMinor - share.askedMinor));
        const overdue = sum(all.map(({ openMinor }) => openMinor));
        expect(sum(taken.map(({ share }) => share.askedMinor)) + rest).toBe(overdue);
      }),
    );
  });

  it('of 10,000.00 with 1,000.00 promised and 500.00 disputed, 8,500.00 are asked for', () => {
    const holds = [aHold('promise', 100_000n), aHold('dispute', 50_000n)];
    const item = anItem('a', { openMinor: 1_000_000n, functionalMinor: 1_000_000n, holds });
    expect(plan(aCustomer([item])).letters[0]?.taken[0]).toMatchObject({
      share: { promisedMinor: 100_000n, disputedMinor: 50_000n, askedMinor: 850_000n },
    });
  });
});

describe('where an item stands', () => {
  const stepOf = (dueOn: LocalDate, taken: readonly TakenStep[], today = TODAY) =>
    nextStep(USUAL_STRATEGY.ladder, { dueOn, taken, today });

  it('due on 1 October with its first notice on the 6th has the second on the 21st', () => {
    const taken = [{ key: 'notice_1', on: localDate('2026-10-06') }];
    expect(stepOf(localDate('2026-10-01'), taken)).toMatchObject({
      level: 3,
      on: '2026-10-21',
      step: { key: 'notice_2' },
    });
  });

  it('after a dispute of two months goes on with the step after its last one', () => {
    const taken = [{ key: 'notice_1', on: localDate('2026-09-10') }];
    expect(stepOf(localDate('2026-09-01'), taken)?.step.key).toBe('notice_2');
  });

  it('that comes to us 200 days late begins with the first notice; reminders before the due date have lapsed', () => {
    expect(stepOf(addDays(TODAY, -200), [])?.step.key).toBe('notice_1');
    expect(stepOf(addDays(TODAY, 2), [])?.step.key).toBe('pre_due');
  });

  it('counted to the month’s end: due on 10 October plus 10 days is 31 October', () => {
    const base: LadderStep = { ...(USUAL_STRATEGY.ladder[1] as LadderStep), boundary: 'month_end', days: 10 };
    const next = nextStep([base], { dueOn: localDate('2026-10-10'), taken: [], today: TODAY });
    expect(next?.on).toBe('2026-10-31');
  });
});

describe('a letter at the moment of sending', () => {
  const now = anItem('a');
  const asked = { askedMinor: now.openMinor, askedDueOn: now.dueOn, now };
  const ground = { today: TODAY, bankDataOn: TODAY, bankDataDaysMax: 4 };
  const nothing = { holds: [], credits: new Map<string, bigint>(), items: [now] };

  it('goes when all is as it says', () => {
    expect(objections([asked], nothing, ground)).toEqual([]);
  });

  it.each([
    ['paid', { now: { ...now, openMinor: 0n } }, 'amount_changed'],
    ['paid in part', { now: { ...now, openMinor: 40_000n } }, 'amount_changed'],
    ['put off', { now: { ...now, dueOn: addDays(TODAY, 30) } }, 'due_date_changed'],
    ['promised', { now: { ...now, holds: [aHold('promise')] } }, 'item_hold'],
    ['promised in part', { now: { ...now, holds: [aHold('promise', 10_000n)] } }, 'amount_changed'],
  ])('is withdrawn when an item was %s meanwhile', (_what, change, reason) => {
    const customer = { ...nothing, items: [change.now] };
    expect(objections([{ ...asked, ...change }], customer, ground)).toMatchObject([{ itemId: 'a', reason }]);
  });

  it('is withdrawn when the money came, or the bank has been silent for too long', () => {
    const credits = new Map([['EUR', 100_000n]]);
    expect(objections([asked], { ...nothing, credits }, ground)).toMatchObject([{ reason: 'credits_cover' }]);
    expect(objections([asked], nothing, { ...ground, bankDataOn: null })).toMatchObject([
      { reason: 'bank_data_stale' },
    ]);
  });
});

it('a letter that asks for less 600.00 of credit goes while they are there, not when they were used elsewhere', () => {
  const now = anItem('a');
  const asked = { askedMinor: 40_000n, askedDueOn: now.dueOn, now };
  const ground = { today: TODAY, bankDataOn: TODAY, bankDataDaysMax: 4 };
  const customer = { holds: [], items: [now], credits: new Map([['EUR', 60_000n]]) };
  expect(objections([asked], customer, ground)).toEqual([]);
  expect(objections([asked], { ...customer, credits: new Map() }, ground)).toMatchObject([
    { reason: 'amount_changed' },
  ]);
  const older = anItem('b', { daysLate: 9, openMinor: 60_000n });
  expect(objections([asked], { ...customer, items: [now, older] }, ground)).toMatchObject([
    { reason: 'amount_changed' },
  ]);
});

/** Months of runs, some skipped, with holds that come and go, against a judge that knows only the rules in words. */
describe('over months', () => {
  const life = fc.record({
    items: fc.array(
      fc.record({ due: fc.integer({ min: -40, max: 60 }), held: fc.array(fc.nat(120), { maxLength: 3 }) }),
      {
        minLength: 1,
        maxLength: 6,
      },
    ),
    skipped: fc.uniqueArray(fc.nat(120), { maxLength: 60 }),
    stale: fc.uniqueArray(fc.nat(120), { maxLength: 20 }),
    reversed: fc.boolean(),
  });
  const HELD_DAYS = 20;

  function live({ items, skipped, stale, reversed }: typeof life extends fc.Arbitrary<infer Life> ? Life : never) {
    const taken = items.map((): (TakenStep & { level: number })[] => []);
    const start = localDate('2026-01-01');
    let lastLetterOn: LocalDate | null = null;
    for (let day = 0; day <= 120; day += 1) {
      if (skipped.includes(day)) continue;
      const today = addDays(start, day);
      const standing = items.map(({ due, held }, index) =>
        anItem(String(index), {
          dueOn: addDays(start, due),
          holds: held.some((from) => day >= from && day < from + HELD_DAYS) ? [aHold('dispute')] : [],
          taken: taken[index] ?? [],
        }),
      );
      const bankDataOn = stale.includes(day) ? null : today;
      const customer = aCustomer(reversed ? standing.reverse() : standing, { lastContactOn: lastLetterOn });
      const { letters, acts } = planCustomer(USUAL_STRATEGY, customer, { today, bankDataOn, minorPerUnit: 100n });
      expect(letters.length).toBeLessThanOrEqual(USUAL_STRATEGY.limits.messagesPerDayMax);
      if (letters.length > 0) {
        if (lastLetterOn !== null)
          expect(daysBetween(lastLetterOn, today)).toBeGreaterThanOrEqual(USUAL_STRATEGY.limits.quietDays);
        lastLetterOn = today;
      }
      for (const { item, step, level } of [...letters, ...acts].flatMap((one) => [...one.taken])) {
        expect(item.holds).toEqual([]);
        expect(bankDataOn).not.toBeNull();
        if (step.kind !== 'pre_due') expect(today > item.dueOn).toBe(true);
        taken[Number(item.id)]?.push({ key: step.key, on: today, level });
      }
    }
    return taken;
  }

  it('no item takes a step twice, goes back, or passes one over but a reminder that lapsed', () => {
    fc.assert(
      fc.property(life, (given) => {
        for (const steps of live(given)) {
          const levels = steps.map(({ level }) => level);
          expect(new Set(levels).size).toBe(levels.length);
          const notices = levels.filter((level) => level > 1);
          expect(notices).toEqual(notices.map((_, index) => index + 2));
          expect([...levels].sort((left, right) => left - right)).toEqual(levels);
          steps.forEach(({ on }, index) => {
            const before = steps[index - 1];
            const { waitDays = 0 } = USUAL_STRATEGY.ladder.find(({ key }) => key === steps[index]?.key) ?? {};
            if (before !== undefined) expect(daysBetween(before.on, on)).toBeGreaterThanOrEqual(waitDays);
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('the order in which items are given changes nothing', () => {
    fc.assert(
      fc.property(life, (given) => {
        expect(live({ ...given, reversed: true })).toEqual(live({ ...given, reversed: false }));
      }),
      { numRuns: 60 },
    );
  });
});
