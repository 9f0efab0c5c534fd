import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import { judgePromises, type PaymentPromise, type PromiseBook } from './index.ts';
import { aPromise, at, received, settled } from './promises.fixture.ts';

const judge = (promises: readonly PaymentPromise[], book: Partial<PromiseBook>, asOf: string, knownAt?: string) =>
  judgePromises(promises, { settled: [], received: [], ...book }, { asOf: localDate(asOf), knownAt: knownAt ?? null });
const states = (...given: Parameters<typeof judge>) => judge(...given).map((one) => one.state);

describe('a promise on the account', () => {
  const paid = (on: string, amountMinor = 100_000n) => ({ received: [received({ receipt: 'R', on, amountMinor })] });

  it('is open until its deadline, then broken when nothing came', () => {
    expect(states([aPromise()], {}, '2026-03-12')).toEqual(['open']);
    expect(states([aPromise()], {}, '2026-03-13')).toEqual(['broken']);
  });

  it('is kept as soon as the money is there, also within the days of grace', () => {
    expect(states([aPromise()], paid('2026-03-05'), '2026-03-05')).toEqual(['kept']);
    expect(states([aPromise()], paid('2026-03-12'), '2026-03-20')).toEqual(['kept']);
  });

  it('paid a day too late stays broken, and says what came late', () => {
    expect(judge([aPromise()], paid('2026-03-13'), '2026-03-20')).toEqual([
      { promiseId: 'P1', state: 'broken', inTimeMinor: 0n, lateMinor: 100_000n, lastMoneyOn: '2026-03-13' },
    ]);
  });

  it('is partly kept by a part, and kept by all but the tolerance', () => {
    expect(states([aPromise()], paid('2026-03-09', 60_000n), '2026-03-13')).toEqual(['partly_kept']);
    expect(states([aPromise({ toleranceMinor: 1_000n })], paid('2026-03-09', 99_000n), '2026-03-13')).toEqual(['kept']);
    expect(states([aPromise({ toleranceMinor: 1_000n })], paid('2026-03-09', 98_999n), '2026-03-13')).toEqual([
      'partly_kept',
    ]);
  });

  it('does not count money that was in the books when it was made', () => {
    expect(states([aPromise()], paid('2026-02-27'), '2026-03-13')).toEqual(['broken']);
  });

  it('counts money that the bank booked before, when it is recorded after: "we paid yesterday"', () => {
    const line = {
      ...received({ receipt: 'R', on: '2026-02-28', amountMinor: 100_000n }),
      recordedAt: at('2026-03-02'),
    };
    expect(states([aPromise()], { received: [line] }, '2026-03-13')).toEqual(['kept']);
  });

  it('is broken again when the payment bounces, and open again when it bounces before the deadline', () => {
    const bounced = (on: string) => ({
      received: [
        ...paid('2026-03-05').received,
        received({ receipt: 'R', on, amountMinor: -100_000n, entry: 'return' }),
      ],
    });
    expect(states([aPromise()], bounced('2026-03-08'), '2026-03-08')).toEqual(['open']);
    expect(states([aPromise()], bounced('2026-03-20'), '2026-03-19')).toEqual(['kept']);
    expect(states([aPromise()], bounced('2026-03-20'), '2026-03-20')).toEqual(['broken']);
    expect(states([aPromise()], bounced('2026-03-20'), '2026-03-20', at('2026-03-19'))).toEqual(['kept']);
  });
});

describe('a promise on items', () => {
  const onA = aPromise({ itemIds: ['A'] });

  it('is kept by what is applied to them, counted on the day of the money', () => {
    const applied = settled({
      entry: 'e',
      item: 'A',
      receipt: 'R',
      on: '2026-03-16',
      moneyOn: '2026-03-11',
      amountMinor: 100_000n,
    });
    expect(states([onA], { settled: [applied] }, '2026-03-15')).toEqual(['broken']);
    expect(states([onA], { settled: [applied] }, '2026-03-16')).toEqual(['kept']);
  });

  it('is not kept by money that pays other items', () => {
    const applied = settled({ entry: 'e', item: 'B', receipt: 'R', on: '2026-03-05', amountMinor: 100_000n });
    const book = {
      settled: [applied],
      received: [received({ receipt: 'R', on: '2026-03-05', amountMinor: 100_000n })],
    };
    expect(states([onA], book, '2026-03-13')).toEqual(['broken']);
  });

  it('is broken when the application is undone, and kept anew when the money is applied again', () => {
    const lines = [
      settled({ entry: 'e1', item: 'A', receipt: 'R', on: '2026-03-05', amountMinor: 100_000n }),
      settled({
        entry: 'u1',
        undoes: 'e1',
        item: 'A',
        receipt: 'R',
        on: '2026-03-14',
        moneyOn: '2026-03-05',
        amountMinor: -100_000n,
      }),
      settled({ entry: 'e2', item: 'A', receipt: 'R', on: '2026-03-16', moneyOn: '2026-03-05', amountMinor: 100_000n }),
    ];
    expect(['2026-03-13', '2026-03-14', '2026-03-16'].flatMap((day) => states([onA], { settled: lines }, day))).toEqual(
      ['kept', 'broken', 'kept'],
    );
  });
});

describe('promises that overlap', () => {
  it('share each receipt once, the earlier day first: 1,200.00 keep 1,000.00 and leave 200.00', () => {
    const second = aPromise({
      id: 'P2',
      amountMinor: 50_000n,
      promisedOn: localDate('2026-03-20'),
      deadlineOn: localDate('2026-03-20'),
    });
    const book = { received: [received({ receipt: 'R', on: '2026-03-09', amountMinor: 120_000n })] };
    expect(judge([second, aPromise()], book, '2026-03-19')).toMatchObject([
      { promiseId: 'P2', state: 'open', inTimeMinor: 20_000n },
      { promiseId: 'P1', state: 'kept', inTimeMinor: 100_000n },
    ]);
    expect(states([second, aPromise()], book, '2026-03-21')).toEqual(['partly_kept', 'kept']);
  });

  it('a promise made anew after one that was broken is kept by the money it was made for', () => {
    const anew = aPromise({
      id: 'P2',
      promisedOn: localDate('2026-03-20'),
      deadlineOn: localDate('2026-03-20'),
      madeAt: at('2026-03-13'),
    });
    const book = { received: [received({ receipt: 'R', on: '2026-03-18', amountMinor: 100_000n })] };
    expect(states([aPromise(), anew], book, '2026-03-25')).toEqual(['broken', 'kept']);
  });

  it('money applied to a promised item counts for it, and not a second time for the account', () => {
    const book = {
      received: [received({ receipt: 'R', on: '2026-03-09', amountMinor: 100_000n })],
      settled: [settled({ entry: 'e', item: 'A', receipt: 'R', on: '2026-03-09', amountMinor: 100_000n })],
    };
    const ofItem = aPromise({ id: 'P2', itemIds: ['A'], promisedOn: localDate('2026-03-11') });
    expect(states([aPromise(), ofItem], book, '2026-03-13')).toEqual(['broken', 'kept']);
  });

  it('a withdrawn promise leaves its money to the others', () => {
    const withdrawn = aPromise({ withdrawnAt: at('2026-03-02') });
    const other = aPromise({ id: 'P2', promisedOn: localDate('2026-03-11') });
    const book = { received: [received({ receipt: 'R', on: '2026-03-09', amountMinor: 100_000n })] };
    expect(states([withdrawn, other], book, '2026-03-13')).toEqual(['withdrawn', 'kept']);
    expect(states([withdrawn, other], book, '2026-03-13', at('2026-03-01', 1))).toEqual(['broken', 'broken']);
  });
});
