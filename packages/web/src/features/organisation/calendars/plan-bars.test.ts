import { localDate } from '@quittance/core/calendar';
import { expect, it } from 'vitest';
import { barsOf } from './plan-bars.ts';

const night = [{ from: '2026-11-23T19:00:00Z', until: '2026-11-24T04:00:00Z' }];
const on = (day: string) => barsOf(night, { day: localDate(day), timeZone: 'Europe/Rome' });

it('a night from 20:00 to 05:00 has a bar on each of its days', () => {
  expect(on('2026-11-23').map(({ text }) => text)).toEqual(['20:00–24:00']);
  expect(on('2026-11-24')).toEqual([{ left: 0, width: (5 / 24) * 100, text: '00:00–05:00' }]);
  expect(on('2026-11-25')).toEqual([]);
});

it('a day on which clocks change is as long as it is', () => {
  const work = [{ from: '2026-03-29T07:00:00Z', until: '2026-03-29T15:00:00Z' }];
  const [bar] = barsOf(work, { day: localDate('2026-03-29'), timeZone: 'Europe/Rome' });
  expect(bar?.text).toBe('09:00–17:00');
  expect(bar?.left).toBeCloseTo((8 / 23) * 100);
});
