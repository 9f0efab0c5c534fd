import fc from 'fast-check';
import { expect, it } from 'vitest';
import { usualCalendar, workingMinutesBetween } from '../calendar/index.ts';
import { workingClock } from './working-clock.ts';

const MINUTE_MS = 60_000;
const START = Date.UTC(2026, 1, 1) / MINUTE_MS;
const DAYS_90 = 90 * 1_440;
const range = { from: START, until: START + DAYS_90 };
const instant = (minute: number): string => new Date(minute * MINUTE_MS).toISOString();

it('from Friday 16:00 to Monday 10:30 are 150 minutes; backwards, at night and over a weekend none', () => {
  const clock = workingClock(usualCalendar('UTC'), range);
  const minute = (text: string): number => Date.parse(text) / MINUTE_MS;
  expect(clock(minute('2026-03-20T16:00Z'), minute('2026-03-23T10:30Z'))).toBe(150);
  expect(clock(minute('2026-03-23T10:30Z'), minute('2026-03-20T16:00Z'))).toBe(0);
  expect(clock(minute('2026-03-20T17:00Z'), minute('2026-03-23T09:00Z'))).toBe(0);
});

it('is the calendar’s own count, in any zone and over the change to summer time', () => {
  const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'UTC');
  const minute = fc.integer({ min: START, max: START + DAYS_90 });
  fc.assert(
    fc.property(zones, minute, minute, (zone, from, until) => {
      const calendar = usualCalendar(zone);
      expect(workingClock(calendar, range)(from, until)).toBe(
        workingMinutesBetween(instant(from), instant(until), calendar),
      );
    }),
    { numRuns: 200 },
  );
});
