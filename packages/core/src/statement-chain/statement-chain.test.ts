import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '../calendar/index.ts';
import { currencyCode } from '../money/index.ts';
import { type ChainedStatement, gapsIn, placeInChain, rhythmOf } from './index.ts';

function aStatement(
  on: string,
  openingMinor: bigint | null,
  closingMinor: bigint | null,
  number = on,
): ChainedStatement {
  const day = localDate(on);
  return {
    id: number,
    number,
    currency: currencyCode('EUR'),
    openingMinor,
    openingOn: day,
    closingMinor,
    closingOn: day,
  };
}

describe('the chain of statements', () => {
  it('holds when each opens with what the one before closed with, whatever order they came in', () => {
    const chain = [aStatement('2026-11-10', 130n, 90n), aStatement('2026-11-09', 100n, 130n)];
    expect(gapsIn(chain)).toEqual([]);
  });

  it('has a gap of 30.00 when Monday closed with 100.00 and Tuesday opens with 130.00', () => {
    const gaps = gapsIn([aStatement('2026-11-09', 5_000n, 10_000n), aStatement('2026-11-10', 13_000n, 13_000n)]);
    expect(gaps).toMatchObject([
      { after: { on: '2026-11-09', closingMinor: 10_000n }, before: { on: '2026-11-10' }, differenceMinor: 3_000n },
    ]);
  });

  it('is not broken by a statement that came twice, nor by one that covers a whole week again', () => {
    const monday = aStatement('2026-11-09', 100n, 130n);
    const tuesday = aStatement('2026-11-10', 130n, 90n);
    const week = { ...aStatement('2026-11-10', 100n, 90n, 'week'), openingOn: localDate('2026-11-09') };
    expect(gapsIn([monday, tuesday, { ...tuesday, id: 'again' }, week])).toEqual([]);
  });

  it('keeps currencies of one account apart, and says nothing where a balance is missing', () => {
    const dollars = { ...aStatement('2026-11-10', 7n, 9n), currency: currencyCode('USD') };
    expect(gapsIn([aStatement('2026-11-09', 1n, 2n), dollars, aStatement('2026-11-11', null, 5n)])).toEqual([]);
  });

  it('finds exactly the one statement that was taken out of a chain', () => {
    const movements = fc.array(fc.bigInt({ min: 1n, max: 10n ** 9n }), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(movements, fc.nat(), (amounts, choice) => {
        let balance = 0n;
        const chain = amounts.map((amount, index) => {
          const opening = balance;
          balance += amount;
          return aStatement(addDays(localDate('2026-01-01'), index), opening, balance);
        });
        const removed = 1 + (choice % (chain.length - 2));
        const gaps = gapsIn(chain.filter((_, index) => index !== removed));
        expect(gapsIn(chain)).toEqual([]);
        expect(gaps.map((gap) => gap.differenceMinor)).toEqual([amounts[removed]]);
      }),
    );
  });
});

describe('the rhythm of statements', () => {
  const week = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12', '2026-11-13'].map(localDate);

  it('misses the 16th and 17th on Wednesday the 18th, when a statement came every working day', () => {
    expect(rhythmOf(week, localDate('2026-11-18'))).toEqual({
      everyWorkingDays: 1,
      lastOn: '2026-11-13',
      missingDays: ['2026-11-16', '2026-11-17'],
    });
  });

  it('misses nothing over a weekend, nor on the day itself', () => {
    expect(rhythmOf(week, localDate('2026-11-16')).missingDays).toEqual([]);
  });

  it('lets a weekly statement take its week, and one day more', () => {
    const fridays = ['2026-10-16', '2026-10-23', '2026-10-30', '2026-11-06', '2026-11-13'].map(localDate);
    expect(rhythmOf(fridays, localDate('2026-11-20'))).toMatchObject({ everyWorkingDays: 5, missingDays: [] });
    expect(rhythmOf(fridays, localDate('2026-11-25')).missingDays).toHaveLength(7);
  });

  it('lets days without lines pass where the bank sends nothing on them', () => {
    const days = ['2026-11-02', '2026-11-03', '2026-11-06', '2026-11-09', '2026-11-10'].map(localDate);
    expect(rhythmOf(days, localDate('2026-11-13')).missingDays).toEqual([]);
  });

  it('believes no rhythm before four statements', () => {
    expect(rhythmOf(week.slice(0, 3), localDate('2026-12-31'))).toMatchObject({
      everyWorkingDays: null,
      missingDays: [],
    });
  });
});

describe('where a statement that has come stands', () => {
  const monday = aStatement('2026-11-09', 5_000n, 10_000n);
  const tuesday = aStatement('2026-11-10', 10_000n, 9_000n);
  const wednesday = aStatement('2026-11-11', 9_000n, 9_500n);

  it('is the first of its account', () =>
    expect(placeInChain(monday, [])).toEqual({ place: 'first', previous: null, differenceMinor: null }));

  it('continues the one that closed with its opening balance, also between two that were there before it', () => {
    expect(placeInChain(tuesday, [monday])).toMatchObject({ place: 'continues', previous: { id: '2026-11-09' } });
    expect(placeInChain(tuesday, [monday, wednesday])).toMatchObject({ place: 'continues', previous: monday });
  });

  it('comes after a gap of 30.00 when Monday closed with 100.00 and it opens with 130.00', () => {
    const late = aStatement('2026-11-10', 13_000n, 13_000n);
    expect(placeInChain(late, [monday])).toEqual({ place: 'gap', previous: monday, differenceMinor: 3_000n });
  });

  it('comes again, alone or as part of a week', () => {
    expect(placeInChain({ ...tuesday }, [monday, tuesday, wednesday])).toMatchObject({
      place: 'again',
      previous: tuesday,
    });
    const week = { ...aStatement('2026-11-13', 5_000n, 9_700n, 'week'), openingOn: localDate('2026-11-09') };
    expect(placeInChain(week, [monday, tuesday, wednesday])).toMatchObject({ place: 'again' });
    expect(placeInChain(tuesday, [week])).toMatchObject({ place: 'again', previous: { id: 'week' } });
  });

  it('is one of several of a day', () => {
    const first = aStatement('2026-11-09', 0n, 100n, '1');
    const second = aStatement('2026-11-09', 100n, 50n, '2');
    const third = aStatement('2026-11-09', 50n, 75n, '3');
    expect(placeInChain(third, [first, second])).toMatchObject({ place: 'continues', previous: second });
  });

  it('cannot be said without its balances', () =>
    expect(placeInChain({ ...monday, openingMinor: null }, [])).toMatchObject({ place: 'unknown' }));

  it('agrees with the list of gaps, whichever statement of a chain is missing', () => {
    const moves = fc.array(fc.bigInt(1n, 10n ** 9n), { minLength: 3, maxLength: 20 });
    fc.assert(
      fc.property(moves, fc.nat(), (amounts, pick) => {
        let balance = 0n;
        const chain = amounts.map((amount, index) => {
          const opening = balance;
          balance += amount;
          return aStatement(addDays(localDate('2026-01-01'), index), opening, balance);
        });
        const missing = 1 + (pick % (chain.length - 2));
        const known = chain.slice(0, missing);
        const next = chain[missing + 1] as ChainedStatement;
        const { place, differenceMinor } = placeInChain(next, known);
        const gaps = gapsIn([...known, next]);
        expect(place).toBe('gap');
        expect(gaps.map((gap) => gap.differenceMinor)).toEqual([differenceMinor]);
        expect(differenceMinor).toBe(amounts[missing]);
      }),
    );
  });
});
