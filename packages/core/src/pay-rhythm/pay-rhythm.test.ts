import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../calendar/index.ts';
import { nextOfPattern, payRhythm } from './index.ts';

const TODAY = localDate('2026-11-23'); // a Monday
const days = (...texts: string[]): LocalDate[] => texts.map(localDate);
const every = (count: number, step: number, last: string): LocalDate[] =>
  Array.from({ length: count }, (_, index) => addDays(localDate(last), -index * step));

it('eleven of thirteen payments on a Thursday: pays on Thursdays, next the 26th', () => {
  const paid = [...every(11, 7, '2026-11-19'), ...days('2026-10-06', '2026-09-14')];
  expect(payRhythm(paid, TODAY)).toEqual({
    pattern: { kind: 'weekly', weekday: 4, everyWeeks: 1 },
    times: 11,
    ofTimes: 13,
    nextOn: '2026-11-26',
  });
});

it('every second Thursday is told from every Thursday', () => {
  expect(payRhythm(every(8, 14, '2026-11-12'), TODAY)).toMatchObject({
    pattern: { kind: 'weekly', weekday: 4, everyWeeks: 2 },
    nextOn: '2026-11-26',
  });
});

it('the second Tuesday of each month is named as such, and the next is in December', () => {
  const paid = days('2026-07-14', '2026-08-11', '2026-09-08', '2026-10-13', '2026-11-10');
  expect(payRhythm(paid, TODAY)).toEqual({
    pattern: { kind: 'nth_weekday', weekday: 2, nth: 2 },
    times: 5,
    ofTimes: 5,
    nextOn: '2026-12-08',
  });
});

it('the 15th, moved to Monday when it is a weekend, a day of slack in between', () => {
  const paid = days('2026-06-15', '2026-07-15', '2026-08-17', '2026-09-15', '2026-10-16', '2026-11-16');
  expect(payRhythm(paid, TODAY)).toMatchObject({ pattern: { kind: 'month_days', days: [15] }, nextOn: '2026-12-15' });
});

it('the last day of the month goes back to Friday', () => {
  const paid = days('2026-05-29', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-30');
  expect(payRhythm(paid, TODAY)).toMatchObject({ pattern: { kind: 'month_days', days: [31] }, nextOn: '2026-11-30' });
});

it('the 10th and the 25th', () => {
  const paid = days(
    '2026-07-10',
    '2026-08-10',
    '2026-08-25',
    '2026-09-10',
    '2026-09-25',
    '2026-10-12',
    '2026-10-26',
    '2026-11-10',
  );
  expect(payRhythm(paid, TODAY)).toMatchObject({
    pattern: { kind: 'month_days', days: [10, 25] },
    times: 8,
    nextOn: '2026-11-25',
  });
});

it('three payments are no pattern, nor are days of all kinds', () => {
  expect(payRhythm(every(3, 7, '2026-11-19'), TODAY)).toMatchObject({ pattern: null, ofTimes: 3, nextOn: null });
  const mixed = days(
    '2026-06-03',
    '2026-06-19',
    '2026-07-07',
    '2026-07-23',
    '2026-08-24',
    '2026-09-11',
    '2026-10-01',
    '2026-11-03',
  );
  expect(payRhythm(mixed, TODAY)).toEqual({ pattern: null, times: 0, ofTimes: 8, nextOn: null });
});

it('paid today already: the next day is a week on', () => {
  expect(payRhythm(every(6, 7, '2026-11-23'), TODAY).nextOn).toBe('2026-11-30');
});

it('a run that was told: the next of the 15th and the last day, of Fridays, of the last Tuesday', () => {
  expect(nextOfPattern({ kind: 'month_days', days: [15, 31] }, TODAY)).toBe('2026-11-30');
  expect(nextOfPattern({ kind: 'weekly', weekday: 5 }, TODAY)).toBe('2026-11-27');
  expect(nextOfPattern({ kind: 'nth_weekday', weekday: 2, nth: -1 }, TODAY)).toBe('2026-11-24');
});

it('of 160 customers that pay on any weekday, fewer than one in twenty seems to have a pattern', () => {
  const random = fc.sample(fc.array(fc.integer({ min: 0, max: 250 }), { minLength: 5, maxLength: 26 }), {
    numRuns: 160,
    seed: 7,
  });
  const onWeekdays = random.map(
    (backs) => backs.map((back) => addDays(TODAY, -7 * Math.floor(back / 5) - 3 - (back % 5))), // Friday back to Monday
  );
  const found = onWeekdays.filter((paid) => payRhythm(paid, TODAY).pattern !== null);
  expect(found.length).toBeLessThan(8);
});

it('whatever the days: at most as many follow as there are, the next is not past, and their order changes nothing', () => {
  const some = fc.array(
    fc.integer({ min: 0, max: 500 }).map((back) => addDays(TODAY, -back)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(some, (paid) => {
      const found = payRhythm(paid, TODAY);
      expect(found.times).toBeLessThanOrEqual(found.ofTimes);
      expect(found.times * 100 >= found.ofTimes * 75 || found.pattern === null).toBe(true);
      expect(found.pattern === null ? found.nextOn === null : found.nextOn !== null && found.nextOn >= TODAY).toBe(
        true,
      );
      expect(payRhythm([...paid].reverse(), TODAY)).toEqual(found);
    }),
    { numRuns: 60 },
  );
});
