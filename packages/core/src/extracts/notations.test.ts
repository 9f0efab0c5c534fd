import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAmount } from '../money/index.ts';
import { createMarkEvidence, createOrderEvidence, readDate, readDecimal } from './index.ts';

const mark = (...texts: string[]) => {
  const evidence = createMarkEvidence();
  for (const text of texts) evidence.add(text);
  return evidence.finding();
};
const order = (...texts: string[]) => {
  const evidence = createOrderEvidence();
  for (const text of texts) evidence.add(text);
  return evidence.finding();
};

describe('the decimal mark of a file', () => {
  it.each([
    [['1.234,56'], 'comma'],
    [['1,234.56'], 'point'],
    [['12,5'], 'comma'],
    [['12.50', '1.234'], 'point'],
    [['1.234.567'], 'comma'],
    [['EUR 1,234,567'], 'point'],
    [['0.123'], 'point'],
    [['1234.567'], 'point'],
    [['1.234'], 'undecided'],
    [['1,234', '12'], 'undecided'],
    [['100', '2500'], 'none'],
    [['1.234,56', '1,234.56'], 'conflict'],
    [["1'234.56"], 'point'],
  ])('%j: %s', (texts, found) => expect(mark(...texts)).toBe(found));
});

describe('reading an amount', () => {
  it.each([
    ['1.234,56', 'comma', 123_456n],
    ['1,234.56', 'point', 123_456n],
    ['1 234,56', 'comma', 123_456n],
    ["1'234.56", 'point', 123_456n],
    ['12,34,567.00', 'point', 123_456_700n],
    ['123.45-', 'point', -12_345n],
    ['(123.45)', 'point', -12_345n],
    ['-123,45', 'comma', -12_345n],
    ['− 5', 'point', -500n],
    ['€ 12,50', 'comma', 1_250n],
    ['12.50 EUR', 'point', 1_250n],
    ['.5', 'point', 50n],
    ['1.234', 'comma', 123_400n],
    ['1234', null, 123_400n],
    ['1.234,56', null, 123_456n],
  ] as const)('%s with a decimal %s', (text, decimalMark, minor) => {
    expect(readDecimal(text, decimalMark, 'EUR')).toBe(minor);
  });

  it.each([
    ['1.234', null],
    ['1.234', 'point'],
    ['1,234.56', 'comma'],
    ['1.234,56', 'point'],
    ['1,23,4.00', 'point'],
    ['12..34', 'point'],
    ['abc', 'point'],
    ['12abc', 'point'],
    ['', 'point'],
    ['--5', 'point'],
    ['1e5', 'point'],
    ['USD 5', 'point'],
  ] as const)('refuses %j with a decimal %s', (text, decimalMark) => {
    expect(readDecimal(text, decimalMark, 'EUR')).toBeNull();
  });

  it('keeps the decimals of the currency', () => {
    expect(readDecimal('1.234', 'point', 'KWD')).toBe(1_234n);
    expect(readDecimal('1.234', 'comma', 'JPY')).toBe(1_234n);
    expect(readDecimal('12.5', 'point', 'JPY')).toBeNull();
  });

  it('reads back what either notation prints', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (minor) => {
        const plain = formatAmount(minor, 'EUR');
        const grouped = plain.replace(/\B(?=(\d{3})+\.)/g, ',');
        const comma = grouped.replace(/[.,]/g, (sign) => (sign === '.' ? ',' : '.'));
        expect(readDecimal(grouped, 'point', 'EUR')).toBe(minor);
        expect(readDecimal(comma, 'comma', 'EUR')).toBe(minor);
        expect(readDecimal(plain, 'point', 'EUR')).toBe(minor);
      }),
    );
  });
});

describe('the date order of a file', () => {
  it('is told by one date that can only be read one way', () => {
    expect(order('03/04/2026', '31/12/2026')).toBe('dmy');
    expect(order('03/04/2026', '12/31/2026')).toBe('mdy');
    expect(order('03/04/2026')).toBe('undecided');
    expect(order('04/04/2026', '2026-01-02', '31.12.2026')).toBe('none');
    expect(order('31/12/2026', '12/31/2026')).toBe('conflict');
  });
});

describe('reading a date', () => {
  it.each([
    ['2026-12-31', null, '2026-12-31'],
    ['2026-12-31T10:00:00', null, '2026-12-31'],
    ['20261231', null, '2026-12-31'],
    ['2026/1/5', null, '2026-01-05'],
    ['31.12.2026', null, '2026-12-31'],
    ['31/12/2026', null, '2026-12-31'],
    ['04/04/2026', null, '2026-04-04'],
    ['03/04/2026', 'dmy', '2026-04-03'],
    ['03/04/2026', 'mdy', '2026-03-04'],
    ['3-4-26', 'dmy', '2026-04-03'],
    ['01/02/99', 'dmy', '1999-02-01'],
    ['31-Dec-2026', null, '2026-12-31'],
    ['31 dicembre 2026', null, '2026-12-31'],
    ['1. März 2026', null, '2026-03-01'],
    ['15 août 2026', null, '2026-08-15'],
    ['Dec 31, 2026', null, '2026-12-31'],
  ] as const)('%s (%s) is %s', (text, dateOrder, date) => expect(readDate(text, dateOrder)).toBe(date));

  it.each([
    ['03/04/2026', null],
    ['31/12/2026', 'mdy'],
    ['30/02/2026', 'dmy'],
    ['2026-02-30', null],
    ['45292', null],
    ['soon', 'dmy'],
    ['', 'dmy'],
  ] as const)('refuses %j (%s)', (text, dateOrder) => expect(readDate(text, dateOrder)).toBeNull());
});
