import { localDate } from '@quittance/core/calendar';
import { expect, it } from 'vitest';
import { monthEnds } from './month-ends.ts';

it('the month-ends before a day, the nearest first, over the turn of the year and in a leap year', () => {
  expect(monthEnds(localDate('2026-11-23'))).toEqual(['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31']);
  expect(monthEnds(localDate('2028-03-31'))).toEqual(['2028-02-29', '2028-01-31', '2027-12-31', '2027-11-30']);
});
