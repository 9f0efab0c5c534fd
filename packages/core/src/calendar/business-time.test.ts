import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBusinessMinutes, businessDayMinutes, subtractBusinessMinutes, usualBusinessHours } from './index.ts';

const rome = usualBusinessHours('Europe/Rome');
const DAY = businessDayMinutes(rome);

describe('one business day to apply a receipt, in Rome', () => {
  it.each([
    ['Friday 10:42', '2026-11-20T09:42:00Z', 'Monday 10:42', '2026-11-23T09:42:00Z'],
    ['Saturday', '2026-11-21T12:00:00Z', 'Monday at closing', '2026-11-23T16:00:00Z'],
    ['Monday before opening', '2026-11-23T05:00:00Z', 'Monday at closing', '2026-11-23T16:00:00Z'],
    ['Monday at closing', '2026-11-23T16:00:00Z', 'Tuesday at closing', '2026-11-24T16:00:00Z'],
    ['Friday before summer time', '2026-03-27T09:00:00Z', 'Monday, the clock an hour on', '2026-03-30T08:00:00Z'],
  ])('what came on %s (%s) is due on %s', (_came, at, _due, due) => {
    expect(addBusinessMinutes(at, DAY, rome)).toBe(due);
  });

  it('on Monday 10:42, what came before Friday 10:42 is late', () => {
    expect(subtractBusinessMinutes('2026-11-23T09:42:00Z', DAY, rome)).toBe('2026-11-20T09:42:00Z');
    expect(subtractBusinessMinutes('2026-11-22T12:00:00Z', DAY, rome)).toBe('2026-11-20T08:00:00Z');
  });

  it('late is what was due before now, whenever it came and whatever the zone', () => {
    const zones = fc.constantFrom('Europe/Rome', 'America/New_York', 'Asia/Kolkata', 'UTC');
    const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
    const instant = minute.map((minutes) => new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString());
    const time = (text: string): number => Date.parse(text);
    fc.assert(
      fc.property(zones, instant, instant, fc.integer({ min: 1, max: 5 * DAY }), (zone, came, now, minutes) => {
        const hours = usualBusinessHours(zone);
        const due = time(addBusinessMinutes(came, minutes, hours));
        const border = time(subtractBusinessMinutes(now, minutes, hours));
        if (due < time(now)) return time(came) <= border;
        if (due > time(now)) return time(came) >= border;
        return true;
      }),
      { numRuns: 300 },
    );
  });
});
