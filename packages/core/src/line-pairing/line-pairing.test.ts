import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '../calendar/index.ts';
import { currencyCode } from '../money/index.ts';
import { decideFates } from './line-fates.ts';
import { mayBeSumOf, type PairableLine, pairLines } from './line-pairing.ts';

const MONDAY = '2026-11-16';

function aLine(facts: Partial<Omit<PairableLine, 'days'>> & { id: string; on?: string }): PairableLine {
  const { on = MONDAY, ...rest } = facts;
  return {
    origin: 'camt statement',
    accountKey: 'IT60X0542811101000000123456',
    days: [localDate(on)],
    amountMinor: 10_000n,
    currency: currencyCode('EUR'),
    references: [],
    endToEndId: null,
    payerAccount: null,
    payerKey: null,
    isOfStatement: true,
    sumKey: null,
    fileKey: 'file',
    ...rest,
  };
}
const notified = (facts: Parameters<typeof aLine>[0]) =>
  aLine({ origin: 'camt notification', isOfStatement: false, ...facts });
const check = (id: string, amountMinor: bigint, on = MONDAY) =>
  aLine({
    id,
    amountMinor,
    on,
    origin: 'lockbox lockbox',
    isOfStatement: false,
    accountKey: null,
    currency: currencyCode('USD'),
    sumKey: 'batch 1',
  });

describe('a payment that was notified and stands in the statement', () => {
  it('is the same money when the bank calls it the same, also three days later', () => {
    const stood = [notified({ id: 'n', references: ['BK-1'] })];
    const came = [aLine({ id: 's', references: ['BK-1'], on: '2026-11-19' })];
    expect(pairLines(came, stood)).toEqual([{ kind: 'same', came: 's', stood: 'n' }]);
  });

  it('is found by amount and day when the bank calls it otherwise', () => {
    expect(pairLines([aLine({ id: 's', references: ['1'] })], [notified({ id: 'n', references: ['2'] })])).toHaveLength(
      1,
    );
    expect(pairLines([aLine({ id: 's', on: '2026-11-19' })], [notified({ id: 'n' })])).toEqual([]);
  });

  it('is other money when its end-to-end id, the payer’s IBAN, the account or the currency is another', () => {
    const line = { endToEndId: 'A-1', payerAccount: 'DE89370400440532013000' };
    const others = [
      { endToEndId: 'A-2' },
      { payerAccount: 'DE02120300000000202051' },
      { accountKey: 'AT611904300234573201' },
      { currency: currencyCode('USD') },
    ];
    for (const other of others)
      expect(pairLines([aLine({ id: 's', ...line })], [notified({ id: 'n', ...other })])).toEqual([]);
  });

  it('is not taken for a twin that came in a file of the same kind', () => {
    expect(pairLines([aLine({ id: 'a' })], [aLine({ id: 'b' })])).toEqual([]);
  });

  it('of two equal payments each finds one, the one with its reference first', () => {
    const stood = [notified({ id: 'n1' }), notified({ id: 'n2', references: ['BK-2'] })];
    const came = [aLine({ id: 's2', references: ['BK-2'] }), aLine({ id: 's1' }), aLine({ id: 's3' })];
    expect(pairLines(came, stood)).toEqual([
      { kind: 'same', came: 's2', stood: 'n2' },
      { kind: 'same', came: 's1', stood: 'n1' },
    ]);
  });
});

describe('the same statement in two formats', () => {
  const mt940 = (facts: Parameters<typeof aLine>[0]) => aLine({ origin: 'mt940 statement', ...facts });
  const came = (line: PairableLine) => ({ ...line, postsAtOnce: true });
  const stood = (line: PairableLine) => ({ ...line, isReceipt: true, isUntouched: true });

  it('is one where amount and day agree; the same amount of the next day is asked about, never passed over', () => {
    const monday = stood(aLine({ id: 'camt' }));
    expect(decideFates([came(mt940({ id: 'mt' }))], [monday])).toEqual([
      { kind: 'known', came: 'mt', stood: ['camt'] },
    ]);
    expect(decideFates([came(mt940({ id: 'mt', on: '2026-11-17' }))], [monday])).toEqual([
      { kind: 'doubtful', came: ['mt'], stood: ['camt'] },
    ]);
    expect(decideFates([came(mt940({ id: 'mt', on: '2026-11-18' }))], [monday])).toEqual([
      { kind: 'receipt', came: ['mt'] },
    ]);
    expect(
      decideFates(
        [came(mt940({ id: 'mt', on: '2026-11-17', endToEndId: 'B' }))],
        [stood(aLine({ id: 'camt', endToEndId: 'A' }))],
      ),
    ).toEqual([{ kind: 'receipt', came: ['mt'] }]);
  });

  it('is one although a line’s end cut the payer’s IBAN or the end-to-end id', () => {
    const whole = aLine({ id: 'camt', references: ['RF58227A752'], payerAccount: 'GB95BARC42726294677107' });
    const cut = mt940({ id: 'bai2', references: ['RF58227A752'], payerAccount: 'GB95BARC42726294677' });
    expect(pairLines([cut], [whole])).toEqual([{ kind: 'same', came: 'bai2', stood: 'camt' }]);
    const id = 'PAYMENT-2026-11-16-000417';
    const cutId = mt940({ id: 'mt', endToEndId: id.slice(0, 16) });
    expect(pairLines([cutId], [aLine({ id: 'camt', endToEndId: id })])).toHaveLength(1);
  });

  it('pairs equal amounts of a day by the payer’s name, so that the rest is the other’s', () => {
    const lines = [mt940({ id: 'rossi', payerKey: 'ROSSI' }), mt940({ id: 'verdi', payerKey: 'VERDI' })];
    expect(pairLines(lines, [aLine({ id: 'one', payerKey: 'VERDI' })])).toEqual([
      { kind: 'same', came: 'verdi', stood: 'one' },
    ]);
  });
});

describe('a sum and its details', () => {
  const deposit = (on: string) =>
    aLine({ id: 't', amountMinor: 10_000n, currency: currencyCode('USD'), origin: 'bai2 statement', on });

  it('a lockbox of 60.00 and 40.00 is the deposit of 100.00, whichever came first', () => {
    const checks = [check('a', 6_000n), check('b', 4_000n)];
    expect(pairLines([deposit('2026-11-17')], checks)).toEqual([{ kind: 'sum_came', came: 't', stood: ['a', 'b'] }]);
    expect(pairLines(checks, [deposit('2026-11-17')])).toEqual([
      { kind: 'details_came', came: ['a', 'b'], stood: 't' },
    ]);
    expect(pairLines(checks, [deposit('2026-11-27')])).toEqual([]);
  });

  it('a lockbox of one check is the deposit’s detail', () => {
    expect(pairLines([check('a', 10_000n)], [deposit(MONDAY)])).toMatchObject([{ kind: 'details_came', stood: 't' }]);
  });

  it('all batches of a day are one deposit when no batch is', () => {
    const checks = [check('a', 6_000n), { ...check('b', 4_000n), sumKey: 'batch 2' }];
    expect(pairLines(checks, [deposit(MONDAY)])).toEqual([{ kind: 'details_came', came: ['a', 'b'], stood: 't' }]);
  });

  it('97.00 may be 60.00 and 40.00 less a charge; 50.00 is other money', () => {
    const checks = [check('a', 6_000n), check('b', 4_000n)];
    const less = (amountMinor: bigint) => mayBeSumOf({ ...deposit(MONDAY), amountMinor }, checks).map(({ id }) => id);
    expect(less(9_700n)).toEqual(['a', 'b']);
    expect(less(5_000n)).toEqual([]);
  });
});

describe('any lines', () => {
  const anyLine = (origin: string) =>
    fc.record({ amount: fc.bigInt({ min: 1n, max: 4n }), sumKey: fc.constantFrom(null, 'x', 'y') }).map((facts) => ({
      ...aLine({ id: '', origin, amountMinor: facts.amount }),
      sumKey: facts.sumKey,
    }));
  const lists = (origin: string) =>
    fc
      .array(anyLine(origin), { maxLength: 12 })
      .map((lines) => lines.map((line, at) => ({ ...line, id: `${origin}${at}` })));

  it('are paired at most once, and what is paired is the same sum on both sides', () => {
    fc.assert(
      fc.property(lists('came'), lists('stood'), (came, stood) => {
        const amounts = new Map([...came, ...stood].map((line) => [line.id, line.amountMinor]));
        const total = (ids: readonly string[]) => ids.reduce((all, id) => all + (amounts.get(id) ?? 0n), 0n);
        const used: string[] = [];
        for (const pairing of pairLines(came, stood)) {
          const [left, right] = [[pairing.came].flat(), [pairing.stood].flat()];
          expect(total(left)).toBe(total(right));
          used.push(...left, ...right);
        }
        expect(new Set(used).size).toBe(used.length);
      }),
    );
  });
});
