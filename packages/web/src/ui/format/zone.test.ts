import { describe, expect, it } from 'vitest';
import { clockIn, dayIn, knownAtInstant } from './zone.ts';

describe('a day as an instant', () => {
  it('ends with its last microsecond where the company is', () => {
    expect(knownAtInstant('2026-11-05', 'Europe/Rome')).toBe('2026-11-05T22:59:59.999999Z');
    expect(knownAtInstant('2026-07-05', 'Europe/Rome')).toBe('2026-07-05T21:59:59.999999Z');
    expect(knownAtInstant('2026-11-05', 'Asia/Tokyo')).toBe('2026-11-05T14:59:59.999999Z');
    expect(knownAtInstant('2026-11-05', 'America/New_York')).toBe('2026-11-06T04:59:59.999999Z');
  });

  it('is right on the days on which the clock is changed', () => {
    expect(knownAtInstant('2026-10-24', 'Europe/Rome')).toBe('2026-10-24T21:59:59.999999Z');
    expect(knownAtInstant('2026-10-25', 'Europe/Rome')).toBe('2026-10-25T22:59:59.999999Z');
    expect(knownAtInstant('2026-03-29', 'Europe/Rome')).toBe('2026-03-29T21:59:59.999999Z');
  });

  it('an instant stays as it is', () => {
    expect(knownAtInstant('2026-11-05T10:00:00.123456Z', 'Europe/Rome')).toBe('2026-11-05T10:00:00.123456Z');
  });
});

it('an instant has the day and the time of the zone in which it is looked at', () => {
  expect(dayIn('2026-11-22T23:30:00Z', 'Europe/Rome')).toBe('2026-11-23');
  expect(dayIn('2026-11-22T23:30:00Z', 'America/New_York')).toBe('2026-11-22');
  expect(clockIn('2026-11-22T23:30:00Z', 'Europe/Rome')).toBe('00:30');
  expect(clockIn(Date.UTC(2026, 6, 22, 23, 30), 'America/New_York')).toBe('19:30');
});
