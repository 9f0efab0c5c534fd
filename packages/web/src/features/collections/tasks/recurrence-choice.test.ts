import { expect, it } from 'vitest';
import { RHYTHMS, rhythmOf, ruleOf } from './recurrence-choice.ts';

it('weekly and monthly follow the day the task is due', () => {
  expect(ruleOf('weekly', '2026-11-26')).toEqual({ kind: 'weekly', weekdays: [4], everyWeeks: 1 });
  expect(ruleOf('monthly', '2026-11-26')).toEqual({ kind: 'monthly', day: 26 });
});

it('what is chosen is shown again', () => {
  for (const rhythm of RHYTHMS) expect(rhythmOf(ruleOf(rhythm, '2026-11-26'))).toBe(rhythm);
});
