import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursGroups, hoursText, readHours } from './hours-text.ts';

describe('hours of a day as they are typed', () => {
  it.each([
    ['9-17', '09:00–17:00'],
    ['09:00-13:00, 14.00 – 18.30', '09:00–13:00, 14:00–18:30'],
    ['22:00-06:00', '22:00–06:00'],
    ['0-24', '00:00–24:00'],
    ['', ''],
    ['-', ''],
  ])('%j reads as %j', (typed, read) => expect(hoursText(readHours(typed) ?? [])).toBe(read));

  it.each(['nine to five', '9', '9-25', '09:60-17:00', '14-18, 9-13', '9-13, 12-18'])('%j is none', (typed) =>
    expect(readHours(typed)).toBeNull(),
  );

  it('a night ends on the next day', () =>
    expect(readHours('22-6')).toEqual([{ fromMinute: 1320, untilMinute: 1800 }]));

  it('what is shown is read again as the same', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const span = fc.tuple(minute, fc.integer({ min: 1, max: 1439 }));
    fc.assert(
      fc.property(span, ([fromMinute, length]) => {
        const spans = [{ fromMinute, untilMinute: fromMinute + length }];
        expect(readHours(hoursText(spans))).toEqual(spans);
      }),
    );
  });

  it('a week is told in few words', () => {
    const day = readHours('9-17') ?? [];
    const short = readHours('9-13') ?? [];
    expect(hoursGroups([day, day, day, day, short, [], []])).toEqual([
      { first: 0, last: 3, text: '09:00–17:00' },
      { first: 4, last: 4, text: '09:00–13:00' },
    ]);
  });
});
