import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantMicros } from '../../../platform/clock.ts';
import { asksPerson, nextMailboxTry, nextMessageTry } from './next-try.ts';

const now = '2026-11-20T10:00:00Z';
const minutes = (again: string): number => Number(instantMicros(again) - instantMicros(now)) / 60_000_000;

describe('when a letter that was put off is tried again', () => {
  it('is after 1, 5, 15, 30 minutes, then after hours, and every four hours from then on', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8, 99].map((failures) =>
      minutes(nextMessageTry({ failures, now, chance: 0.5 })),
    );
    expect(waits).toEqual([1, 5, 15, 30, 60, 120, 240, 240, 240]);
  });

  it('is never before now, never more than a fifth off, and never later than in five hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (failures, chance) => {
          const middle = minutes(nextMessageTry({ failures, now, chance: 0.5 }));
          const wait = minutes(nextMessageTry({ failures, now, chance }));
          expect(Math.abs(wait - middle)).toBeLessThanOrEqual(middle * 0.2 + 1 / 60);
          expect(wait > 0 && wait < 300).toBe(true);
          expect(minutes(nextMailboxTry({ failures, now, chance }))).toBeLessThanOrEqual(18);
        },
      ),
    );
  });

  it('a person is asked when nothing goes on by itself, and of what waits after a day', () => {
    const queuedAt = '2026-11-19T10:00:01Z';
    expect(asksPerson({ state: 'queued', comesBackTo: null, queuedAt }, now)).toBe(false);
    expect(asksPerson({ state: 'queued', comesBackTo: null, queuedAt: '2026-11-19T10:00:00Z' }, now)).toBe(true);
    expect(asksPerson({ state: 'failed', comesBackTo: null, queuedAt: now }, now)).toBe(true);
    expect(asksPerson({ state: 'sent', comesBackTo: null, queuedAt }, now)).toBe(false);
  });
});
