import { localDate } from '@quittance/core/calendar';
import { expect, it } from 'vitest';
import { snoozeDays, weekdayFrom } from './weekdays.ts';

it('from a Sunday the days are Mondays and a Wednesday', () => {
  expect(snoozeDays(localDate('2026-11-22'))).toEqual(['2026-11-23', '2026-11-25', '2026-11-30', '2026-12-07']);
});

it('from a Friday tomorrow and in three days are the same Monday', () => {
  expect(snoozeDays(localDate('2026-11-27'))).toEqual(['2026-11-30', '2026-12-04', '2026-12-11']);
});

it('a weekday stays as it is', () => {
  expect(weekdayFrom(localDate('2026-11-26'))).toBe('2026-11-26');
  expect(weekdayFrom(localDate('2026-11-28'))).toBe('2026-11-30');
});
