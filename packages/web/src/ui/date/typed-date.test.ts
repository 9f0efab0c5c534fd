import { localDate } from '@quittance/core/calendar';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOrderOf, readDate, readTime, writeDate } from './typed-date.ts';

const british = dateOrderOf('en-GB');
const american = dateOrderOf('en-US');
const today = localDate('2026-11-22');

describe('a day as it is typed', () => {
  it.each([
    '27/11/2026',
    '27/11/26',
    '27.11.2026',
    '27-11-2026',
    '27 11 2026',
    '27112026',
    '2026-11-27',
    '27/11',
    '2711',
    '27',
    '+5',
  ])('%s is 27 November where the day stands first', (typed) =>
    expect(readDate(typed, british, today)).toBe('2026-11-27'),
  );

  it('is read in the order of the locale', () => {
    expect(readDate('11/27/2026', american, today)).toBe('2026-11-27');
    expect(readDate('05/04/2026', american, today)).toBe('2026-05-04');
    expect(readDate('05/04/2026', dateOrderOf('it-IT'), today)).toBe('2026-04-05');
  });

  it('without a year is the nearest such day, before or after', () => {
    expect(readDate('15/01', british, today)).toBe('2027-01-15');
    expect(readDate('01/10', british, today)).toBe('2026-10-01');
    expect(readDate('5', british, today)).toBe('2026-12-05');
  });

  it.each(['', '31/02/2026', '27/13', '99', 'soon', '1/2/3/4', '271'])('“%s” is none', (typed) =>
    expect(readDate(typed, british, today)).toBeNull(),
  );

  it('what is written is read as the same day, in every locale', () => {
    const orders = ['en-GB', 'en-US', 'it-IT', 'de-DE', 'sv-SE', 'hu-HU', 'en-PH'].map(dateOrderOf);
    fc.assert(
      fc.property(fc.integer({ min: -9_000, max: 20_000 }), fc.constantFrom(...orders), (days, order) => {
        const date = localDate(new Date(Date.UTC(2026, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
        expect(readDate(writeDate(date, order), order, today)).toBe(date);
      }),
    );
  });
});

it('a time is read on either clock', () => {
  expect(['14:30', '14.30', '1430', '2:30 pm', '02:30 PM'].map(readTime)).toEqual(Array(5).fill('14:30'));
  expect(['9', '9:00', '9am', '12 am', '12 pm'].map(readTime)).toEqual(['09:00', '09:00', '09:00', '00:00', '12:00']);
  expect(['', '24', '14:60', '13 pm', 'noon'].map(readTime)).toEqual(Array(5).fill(null));
});
