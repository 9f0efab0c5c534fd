import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateFromParts,
  dateInZone,
  daysBetween,
  daysInMonth,
  earlierDate,
  endOfMonth,
  fromEpochDay,
  instantInZone,
  laterDate,
  localDate,
  parseLocalDate,
  startOfMonth,
  toEpochDay,
} from './index.ts';

const day = localDate;
const days = fc.integer({ min: toEpochDay(day('1900-01-01')), max: toEpochDay(day('2199-12-31')) }).map(fromEpochDay);

describe('dates', () => {
  it.each(['2026-02-28', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is a date', (text) =>
    expect(parseLocalDate(text)).toBe(text),
  );
  it.each([
    '2026-02-29',
    '1900-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '26-01-01',
    '2026-01-00',
    '',
  ])('%j is none', (text) => {
    expect(parseLocalDate(text)).toBeNull();
    expect(() => localDate(text)).toThrow(RangeError);
  });
  it('is made of its numbers, when there is such a day', () => {
    expect(dateFromParts(2026, 2, 28)).toBe('2026-02-28');
    expect(dateFromParts(2026, 2, 29)).toBeNull();
    expect(dateFromParts(2026, 13, 1)).toBeNull();
  });
  it('years that 100 divides have no 29 February, unless 400 divides them', () => {
    expect([2023, 2024, 2100, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
  });
});

describe('counting days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-28', 2, '2026-03-30'], // across the night when clocks change in Europe
  ])('%s and %i days is %s', (from, count, to) => expect(addDays(day(from), count)).toBe(to));

  it('from 1 to 31 January are 30 days', () => expect(daysBetween(day('2026-01-01'), day('2026-01-31'))).toBe(30));

  it('adding and counting agree, and keep the order', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (date, count) => {
        const moved = addDays(date, count);
        expect(daysBetween(date, moved)).toBe(count);
        expect(moved > date).toBe(count > 0);
        expect(earlierDate(date, moved)).toBe(count > 0 ? date : moved);
        expect(laterDate(date, moved)).toBe(count > 0 ? moved : date);
      }),
    );
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-10-31', 1, '2026-11-30'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -13, '2025-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
  ])('%s and %i months is %s', (from, count, to) => expect(addMonths(day(from), count)).toBe(to));

  it('start and end', () => {
    expect(startOfMonth(day('2024-02-29'))).toBe('2024-02-01');
    expect(endOfMonth(day('2024-02-01'))).toBe('2024-02-29');
    expect(endOfMonth(day('2026-12-31'))).toBe('2026-12-31');
  });

  it('a month later is in the next month, on the same day or its last', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -600, max: 600 }), (date, count) => {
        const moved = addMonths(date, count);
        const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
        expect(months(moved) - months(date)).toBe(count);
        expect(moved.slice(8) === date.slice(8) || moved === endOfMonth(moved)).toBe(true);
      }),
    );
  });
});

describe('an instant and its day', () => {
  const micros = (text: string) => BigInt(Date.parse(text)) * 1000n;
  it.each([
    ['2026-06-30T23:30:00Z', 'Europe/Rome', '2026-07-01'],
    ['2026-06-30T21:59:59Z', 'Europe/Rome', '2026-06-30'],
    ['2026-12-31T22:59:59Z', 'Europe/Rome', '2026-12-31'], // an hour less in winter
    ['2026-12-31T23:00:00Z', 'Europe/Rome', '2027-01-01'],
    ['2026-01-01T04:59:00Z', 'America/New_York', '2025-12-31'],
    ['2026-03-29T00:30:00Z', 'Europe/Rome', '2026-03-29'],
    ['2026-06-30T10:00:00Z', 'Pacific/Kiritimati', '2026-07-01'],
    ['2026-06-30T12:00:00Z', 'UTC', '2026-06-30'],
  ])('%s in %s is %s', (instant, zone, date) => expect(dateInZone(micros(instant), zone)).toBe(date));

  it('is the day that a library of time zones says, in any zone, also a microsecond before midnight', () => {
    const zones = ['Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Africa/Monrovia', 'UTC'];
    const instants = fc.bigInt({ min: micros('1900-01-01T00:00:00Z'), max: micros('2200-01-01T00:00:00Z') });
    fc.assert(
      fc.property(instants, fc.constantFrom(...zones), (instant, zone) => {
        const zoned = Temporal.Instant.fromEpochNanoseconds(instant * 1000n).toZonedDateTimeISO(zone);
        expect(dateInZone(instant, zone)).toBe(zoned.toPlainDate().toString());
      }),
    );
    expect(dateInZone(-1n, 'UTC')).toBe('1969-12-31');
    expect(() => dateInZone(0n, 'Europe/Atlantis')).toThrow(RangeError);
  });
});

describe('what a clock shows, as an instant', () => {
  it.each([
    ['2026-07-01', '14:05', 'Europe/Rome', '2026-07-01T12:05:00Z'],
    ['2026-03-03', '09:30', 'America/New_York', '2026-03-03T14:30:00Z'],
    ['2026-03-29', '02:30', 'Europe/Rome', '2026-03-29T01:30:00Z'], // left out: clocks then show 03:30
    ['2026-10-25', '02:30', 'Europe/Rome', '2026-10-25T00:30:00Z'], // shown twice: the first
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00Z'], // a day that Samoa left out
    ['2026-12-31', '23:59:59', 'UTC', '2026-12-31T23:59:59Z'],
  ])('%s %s in %s is %s', (date, time, zone, instant) => expect(instantInZone(day(date), time, zone)).toBe(instant));

  it('is the instant that a library of time zones says, in any zone, also in the nights when clocks change', () => {
    const zones = ['Europe/Rome', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia', 'Australia/Lord_Howe', 'UTC'];
    const changes = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'].map(day);
    const seconds = fc.integer({ min: 0, max: 86_399 });
    fc.assert(
      fc.property(
        fc.oneof(days, fc.constantFrom(...changes)),
        seconds,
        fc.constantFrom(...zones),
        (date, second, zone) => {
          const time = Temporal.PlainTime.from('00:00').add({ seconds: second }).toString();
          const zoned = Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone);
          expect(instantInZone(date, time, zone)).toBe(zoned.toInstant().toString());
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each(['24:00', '9:30', '', '12:60'])('%j is no time of day', (time) =>
    expect(() => instantInZone(day('2026-07-01'), time, 'Europe/Rome')).toThrow(RangeError),
  );
});
