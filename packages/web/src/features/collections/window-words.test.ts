import { expect, it } from 'vitest';
import { translatorOf } from '../../app/i18n.ts';
import { collectionsEn } from '../../app/locales/collections.en.ts';
import { formatsOf } from '../../ui/format/formats.ts';
import { windowInWords } from './window-words.ts';

const given = {
  ...{ t: translatorOf('en', collectionsEn) as never, formats: formatsOf('en-GB'), zone: 'Europe/Rome' },
  now: Date.parse('2026-11-23T08:00:00Z'),
};
const said = (from: string, until: string, isNow = false) =>
  windowInWords({ timeZone: 'Europe/Vienna', window: { from, until, isNow } }, given);

it('when to call is said as short as tells the day', () => {
  expect(said('2026-11-23T07:00:00Z', '2026-11-23T16:00:00Z', true)).toBe('now, until 17:00');
  expect(said('2026-11-23T13:00:00Z', '2026-11-23T16:00:00Z')).toBe('today 14:00–17:00');
  expect(said('2026-11-24T08:00:00Z', '2026-11-24T16:00:00Z')).toBe('Tue 09:00');
  // In a week it is Monday again: the weekday alone would mean today.
  expect(said('2026-11-30T08:00:00Z', '2026-11-30T16:00:00Z')).toBe('30 Nov 2026, 09:00');
  expect(windowInWords({ timeZone: 'Europe/Vienna', window: null }, given)).toBe('not within a week');
});
