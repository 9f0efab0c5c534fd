import { localDate } from '@quittance/core/calendar';
import { describe, expect, it } from 'vitest';
import { usualDays } from './promise-days.ts';

describe('days that customers name', () => {
  it('on a Wednesday: tomorrow, both Fridays, the end of the month', () =>
    expect(usualDays(localDate('2026-11-25'))).toEqual(['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-04']));

  it('on a Friday that ends the month, only what is still to come', () =>
    expect(usualDays(localDate('2026-07-31'))).toEqual(['2026-08-01', '2026-08-07']));
});
