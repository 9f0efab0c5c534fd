import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTimeZone, localDate } from '../calendar/index.ts';
import { endOfDayMicros, nearestWord, parseScenarios, type Statement, timeOfDayMicros } from './index.ts';

/** The statements of one case that begins with a company and a day. */
function statements(...lines: string[]): readonly Statement[] {
  const text = ['scenario: case', 'company EUR', 'on 2026-01-05 customer C1', ...lines, 'expect verify'].join('\n');
  const { scenarios, problems } = parseScenarios(text);
  expect(problems).toEqual([]);
  return scenarios[0]?.statements.slice(2, -1) ?? [];
}

function action(line: string) {
  const [statement] = statements(line);
  if (statement?.kind !== 'step') throw new Error(`${line} is no step`);
  return statement.action;
}

function expectation(line: string) {
  const [statement] = statements(line);
  if (statement?.kind !== 'expectation') throw new Error(`${line} is no expectation`);
  return statement.expectation;
}

function problems(...lines: string[]) {
  const text = ['scenario: case', 'company EUR', 'on 2026-01-05 customer C1', ...lines, 'expect verify'].join('\n');
  return parseScenarios(text).problems;
}

it('reads a plan in its three ways as the same parts', () => {
  const plan = (words: string) => {
    const text = `scenario: x\ncompany EUR\non 2026-01-05 customer C1\n${words}\nexpect plan L1 open`;
    const { scenarios, problems } = parseScenarios(text);
    expect(problems).toEqual([]);
    const statement = scenarios[0]?.statements[2];
    return statement?.kind === 'step' ? statement.action : null;
  };
  const parts = ['2026-04-01', '2026-05-01'].map((promisedOn) => ({
    promisedOn,
    amount: { decimal: '600.00', currency: null },
  }));
  const items = ['4711', '4712'].map((number) => ({ number, kind: null }));
  const written = {
    ...{ kind: 'promise', name: 'L1', customer: 'C1', isPlan: true, items, parts: { kind: 'written', parts } },
    interest: { basisPoints: 625, dayCount: 'act360' },
  };
  expect(
    plan('plan L1 of C1 paying 4711, 4712 interest 6.25% by 360\n- 600.00 by 2026-04-01\n- 600.00 by 2026-05-01'),
  ).toEqual(written);
  expect(
    plan('plan L1 of C1 600.00 by 2026-04-01 and 600.00 by 2026-05-01 paying 4711 and 4712, interest 6.25% by 360'),
  ).toEqual(written);
  expect(plan('instalment plan L1 of C1 for 1,200.00 with 2 parts monthly from 2026-04-01')).toMatchObject({
    parts: { kind: 'spread', count: 2, rhythm: 'monthly', firstOn: '2026-04-01' },
    items: [],
    interest: null,
  });
});

describe('a line an accountant writes', () => {
  it('says the same in any order, with or without small words', () => {
    const plain = action('invoice 4711 of C1 for 1,000.00 EUR due 2026-02-04');
    for (const line of [
      'the invoice 4711 due 2026-02-04 of C1 for EUR 1000.00',
      'invoice 4711, for 1,000.00 EUR, due on 2026-02-04, of C1',
      "Invoice 4711 for customer C1 for 1'000.00 EUR due 2026-02-04",
      'invoice "4711" of "C1" 1000.00 EUR due 2026-02-04 # with a comment',
    ])
      expect(action(line)).toEqual(plain);
  });

  it('reads amounts with commas by thousands, brackets for minus, and knows no other notation', () => {
    const amountOf = (text: string) => action(`receipt R1 from C1 ${text}`);
    expect(amountOf('1,234,567.89')).toMatchObject({ instalments: [{ part: { amount: { decimal: '1234567.89' } } }] });
    expect(expectation('expect C1 balance (12.50)')).toMatchObject({ balance: { decimal: '-12.50' } });
    expect(problems('receipt R1 from C1 1.234,56')[0]).toMatchObject({ line: 4, code: 'amount_not_readable' });
    expect(problems('receipt R1 from C1 12,5')[0]).toMatchObject({ field: '12,5', code: 'amount_not_readable' });
  });

  it('takes instalments in the line or as bullets', () => {
    const inline = action('invoice 1 of C1 for 1,000.00 instalments 400.00 due 2026-02-04, 600.00 due 2026-03-04');
    const bullets = statements(
      'invoice 1 of C1 for 1,000.00',
      '  - 400.00 due 2026-02-04',
      '  - 600.00 due 2026-03-04',
    );
    expect(bullets[0]).toMatchObject({ action: inline });
    expect(action('invoice 1 of C1 for 1,000.00 instalments 40% due 2026-02-04, 60% due 2026-03-04')).toMatchObject({
      total: { decimal: '1000.00' },
      instalments: [{ part: { millionths: 400_000n } }, { part: { millionths: 600_000n } }],
    });
    expect(problems('invoice 1 of C1 for 9.00 instalments 40% due 2026-02-04, 50% due 2026-03-04')[0]).toMatchObject({
      code: 'instalments_do_not_add_up',
    });
    expect(problems('invoice 1 of C1 for 9.00 instalments 4.00 due 2026-02-04, 6.00 due 2026-03-04')[0]).toMatchObject({
      code: 'instalments_do_not_add_up',
    });
  });

  it('gives each debit its own differences and reasons', () => {
    const line =
      'apply R1 to 4711 400.00 discount 8.00 because early, and 4712 100.00 write off 1.00 because "too small"';
    expect(action(line)).toMatchObject({
      debits: [
        { item: { number: '4711' }, adjustments: [{ adjustment: 'cash_discount', reason: 'early' }] },
        { item: { number: '4712' }, adjustments: [{ adjustment: 'write_off', reason: 'too small' }] },
      ],
    });
  });

  it('keeps a number that looks like an amount a number where a list goes on', () => {
    expect(action('apply R1 to 4711 and 4712 100.00')).toMatchObject({
      debits: [
        { item: { number: '4711' }, amount: null },
        { item: { number: '4712' }, amount: { decimal: '100.00' } },
      ],
    });
  });

  it('tells a written-off amount from the number of the item', () => {
    const expected = { item: { number: '4711' }, amount: { decimal: '12.00' } };
    expect(action('write off 12.00 of 4711')).toMatchObject(expected);
    expect(action('write-off 4711 12.00')).toMatchObject(expected);
    expect(action('write off 4711')).toMatchObject({ amount: null });
  });

  it('has a day of its own, or that of the line before', () => {
    const lines = statements('on 2026-01-07 dated 2026-01-06 receipt R1 from C1 5.00', 'refund R1', 'in ROME seal');
    expect(lines).toMatchObject([
      { day: '2026-01-07', effectiveOn: '2026-01-06' },
      { day: '2026-01-07', effectiveOn: null, company: null },
      { day: '2026-01-07', company: 'ROME' },
    ]);
  });

  it('needs no quotes around a reason, which ends where another clause begins', () => {
    const line = 'refund R1 because paid twice and asked for called BACK dated 2026-01-05 note "called by phone"';
    expect(statements(line)).toMatchObject([
      { reason: 'paid twice and asked for', called: 'BACK', effectiveOn: '2026-01-05', note: 'called by phone' },
    ]);
  });

  it('moves the clock on when it asks about a later day', () => {
    expect(statements('expect C1 balance 0 as of 2026-03-01')).toMatchObject([{ day: '2026-03-01' }]);
  });
});

describe('a line that is not understood', () => {
  it.each([
    ['recipt R1 from C1 5.00', 'recipt', 'word_unknown', 'Did you mean "receipt"?'],
    ['invoice 1 of C1 for 5.00 duw 2026-02-04', 'duw', 'word_unknown', 'Did you mean "due"?'],
    ['invoice 1 of C1 for 5.00 due 2026-02-30', '2026-02-30', 'date_not_readable', 'no calendar day'],
    ['invoice 1 of C1 for 5.00 due 04.02.2026', '04.02.2026', 'date_not_readable', 'Write days as 2026-01-31'],
    ['invoice 1 of C1', 'C1', 'word_missing', 'What is the amount of 1?'],
    ['invoice 1 for 5.00', '5.00', 'word_missing', 'Whose document is 1?'],
    ['receipt R1 from C1 5.00 EUX', 'EUX', 'currency_unknown', 'Did you mean EUR?'],
    ['apply R1', 'R1', 'word_missing', 'What is it applied to?'],
    ['expect agign as of 2026-01-05: total 5', 'agign', 'word_unknown', 'Did you mean "aging"?'],
    ['expect 4711 opn 5.00', 'opn', 'word_unknown', 'Did you mean "open"?'],
    ['expect aging: 1-31 5.00', '1-31', 'word_unknown', 'Did you mean "1-30"?'],
    ['expect account bad dept 5.00', 'bad', 'word_unknown', '"bad debt"'],
    ['expect refused: ', ':', 'word_unknown', 'company, customer'],
    ['on 2026-01-04 receipt R1 from C1 5.00', '2026-01-04', 'day_goes_back', 'on 2026-01-05 dated 2026-01-04'],
    ['remind C1', 'remind', 'not_known_yet', 'not known yet'],
    ['promise P1 for 5.00 by 2026-02-01', '2026-02-01', 'word_missing', 'Who promised P1?'],
    ['promise P1 of C1 for 5.00', '5.00', 'word_missing', 'promise P1 of C1 for 600.00 by 2026-03-06'],
    ['plan L1 of C1 for 5.00 2 parts monthly', 'monthly', 'word_unknown', 'monthly from'],
    ['plan L1 of C1 5.00 by 2026-02-01 interest 6', '6', 'word_missing', 'interest 6%'],
    ['call C1 promisd P1 5.00 by 2026-02-01', 'promisd', 'word_unknown', 'Did you mean "promised"?'],
    ['promise policy 2 bussiness days 1% at most 5', 'bussiness', 'word_unknown', 'business days'],
    ['interest terms refrence 8%', 'refrence', 'word_unknown', 'Did you mean "reference"?'],
    ['expect promise P1', 'P1', 'word_missing', 'expect promise P1 kept'],
    ['expect plan L1 brokn', 'brokn', 'word_unknown', 'Did you mean "broken"?'],
    ['expect letters: C1', 'C1', 'word_missing', 'step, as notice_1'],
    ['expect dunning level of 4711 high', 'high', 'word_missing', 'the level'],
    ['dispute 4711 5.00', 'dispute', 'not_known_yet', 'not known yet'],
    ['receipt R1 from C1 5.00 because x because y', 'y', 'said_twice', 'keep one'],
    ['receipt R1 from C1 5.00 called A called B', 'B', 'said_twice', 'keep one'],
  ])('%s', (line, field, code, words) => {
    const [problem, ...others] = problems(line);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ line: 4, field, code });
    expect(problem?.message).toContain(words);
  });

  it('hides neither the other lines of its case nor the other cases', () => {
    const text = [
      'scenario: broken',
      'company EUR',
      'on 2026-01-05 custmer C1',
      'recipt R1 from C1 5.00',
      'scenario: whole',
      'company EUR',
      'on 2026-01-05 expect aging: nothing',
    ].join('\n');
    const parsed = parseScenarios(text);
    expect(parsed.problems.map((problem) => problem.line)).toEqual([3, 4]);
    expect(parsed.scenarios.map((scenario) => scenario.title)).toEqual(['whole']);
  });

  it('is told for the case as a whole: title, company, day and an expectation', () => {
    const codes = (text: string) => parseScenarios(text).problems.map((problem) => problem.code);
    expect(codes('')).toEqual(['file_empty']);
    expect(codes('company EUR')).toEqual(['title_missing']);
    expect(codes('scenario: x\non 2026-01-05 expect verify')).toEqual(['company_missing']);
    expect(codes('scenario: x\ncompany EUR\nexpect verify')).toEqual(['day_missing']);
    expect(codes('scenario: x\ncompany EUR\non 2026-01-05 customer C1')).toEqual(['nothing_expected']);
  });

  it('never breaks the reader, whatever stands there', () => {
    const words =
      'on 2026-01-05 expect apply R1 to 4711 , and : 1,000.00 EUR due discount "x" - aging of 1-30 total known at'.split(
        ' ',
      );
    const line = fc.array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = ['scenario: x', 'company EUR', ...lines.map((one) => one.join(' '))].join('\n');
        const { scenarios, problems: found } = parseScenarios(text);
        expect(scenarios.length + found.length).toBeGreaterThan(0);
        for (const problem of found) expect(problem.message).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('days and hours of a company', () => {
  it('are instants in its zone', () => {
    expect(timeOfDayMicros(localDate('2026-07-01'), '14:30', 'Europe/Rome')).toBe(1_782_909_000_000_000n);
    expect(endOfDayMicros(localDate('2026-02-11'), 'UTC')).toBe(1_770_854_399_999_999n);
    expect([isTimeZone('Europe/Rome'), isTimeZone('Rome')]).toEqual([true, false]);
  });
});

it('the nearest word is the one with the fewest changed letters, and none when all are far', () => {
  expect(nearestWord('recipt', ['receipt', 'rate'])).toBe('receipt');
  expect(nearestWord('aplpy', ['apply', 'aging'])).toBe('apply');
  expect(nearestWord('xyz', ['receipt', 'rate'])).toBeNull();
});
