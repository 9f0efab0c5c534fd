import { expect, it } from 'vitest';
import { ageDays } from './blocker-age.ts';

it('a blocker is as old as the days since it was raised, over the end of a month too', () => {
  expect(ageDays('2026-11-20', '2026-11-25')).toBe(5);
  expect(ageDays('2026-11-30', '2026-12-01')).toBe(1);
  expect(ageDays('2026-11-25', '2026-11-25')).toBe(0);
});
