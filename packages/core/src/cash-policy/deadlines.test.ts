import { expect, it } from 'vitest';
import { NO_CHANGES, policyProblems } from './cash-policy.ts';
import { deadlinesOf, minutesAllowed, NO_DEADLINE_CHANGES } from './deadlines.ts';

const DAY = 480;

it('what nobody said is a number of working days, whatever a day is worth', () => {
  expect(deadlinesOf(NO_DEADLINE_CHANGES, DAY).queues).toEqual({
    to_confirm: 480,
    exceptions: 480,
    unidentified: 480,
    unapplied: 2_400,
    answer: 1_440,
  });
  expect(deadlinesOf(NO_DEADLINE_CHANGES, 600).queues.unapplied).toBe(3_000);
});

it('what is asked goes before its queue: an unknown payer within an hour, other exceptions within two', () => {
  const deadlines = deadlinesOf({ queues: { exceptions: 120 }, reasons: { who_is_payer: 60 } }, DAY);
  expect(minutesAllowed(deadlines, { queue: 'exceptions', questionCode: 'why_short' })).toBe(120);
  expect(minutesAllowed(deadlines, { queue: 'unidentified', questionCode: 'who_is_payer' })).toBe(60);
  expect(minutesAllowed(deadlines, { queue: 'unapplied', questionCode: 'who_is_payer' })).toBe(2_400);
  expect(minutesAllowed(deadlines, { queue: 'to_confirm', questionCode: null })).toBe(480);
});

it('no time and more than a thousand hours are refused by field', () => {
  const deadlines = { queues: { answer: 0 }, reasons: { why_short: 60_001 } };
  expect(policyProblems({ ...NO_CHANGES, deadlines }).map(({ field, code }) => `${field} ${code}`)).toEqual([
    'deadlines.queues.answer deadline_out_of_bounds',
    'deadlines.reasons.why_short deadline_out_of_bounds',
  ]);
});
