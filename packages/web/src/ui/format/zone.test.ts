import { localDate } from '@quittance/core/calendar';
import { describe, expect, it } from 'vitest';
import { knownAtInstant, startOfDay } from './zone.ts';

describe('a day as an instant', () => {
  it('ends with its last microsecond where the company is', () => {
    expect(knownAtInstant('2026-11-05', 'Europe/Rome')).toBe('2026-11-05T22:59:59.999999Z');
    expect(knownAtInstant('2026-07-05', 'Europe/Rome')).toBe('2026-07-05T21:59:59.999999Z');
    expect(knownAtInstant('2026-11-05', 'Asia/Tokyo')).toBe('2026-11-05T14:59:59.999999Z');
    expect(knownAtInstant('2026-11-05', 'America/New_York')).toBe('2026-11-06T04:59:59.999999Z');
  });

  it('is right on the days on which the clock is changed', () => {
    expect(startOfDay(localDate('2026-10-25'), 'Europe/Rome').toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(startOfDay(localDate('2026-10-26'), 'Europe/Rome').toISOString()).toBe('2026-10-25T23:00:00.000Z');
    expect(startOfDay(localDate('2026-03-30'), 'Europe/Rome').toISOString()).toBe('2026-03-29T22:00:00.000Z');
  });

  it('an instant stays as it is', () => {
    expect(knownAtInstant('2026-11-05T10:00:00.123456Z', 'Europe/Rome')).toBe('2026-11-05T10:00:00.123456Z');
  });
});
