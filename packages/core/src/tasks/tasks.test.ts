import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate, toEpochDay, weekdayOf } from '../calendar/index.ts';
import { mentionedIn, mentionSpans, nextOccurrence, type Recurrence } from './index.ts';

const HOLIDAYS = ['2026-12-08', '2026-12-25', '2027-01-01'];
const isWorkingDay = (day: string): boolean => weekdayOf(toEpochDay(localDate(day))) < 6 && !HOLIDAYS.includes(day);
const next = (rule: Recurrence, after: string) => nextOccurrence(rule, localDate(after), isWorkingDay);

describe('when a recurring task is due again', () => {
  const mondays: Recurrence = { kind: 'weekly', weekdays: [1], everyWeeks: 1 };
  it.each<[string, Recurrence, string, string]>([
    ['daily, after a Friday', { kind: 'daily' }, '2026-11-20', '2026-11-23'],
    ['every Monday', mondays, '2026-11-23', '2026-11-30'],
    ['every second Monday', { ...mondays, everyWeeks: 2 }, '2026-11-23', '2026-12-07'],
    ['Tuesdays and Thursdays', { ...mondays, weekdays: [2, 4] }, '2026-11-24', '2026-11-26'],
    [
      'every second Friday, after one that Christmas moved',
      { ...mondays, weekdays: [5], everyWeeks: 2 },
      '2026-12-28',
      '2027-01-08',
    ],
    ['a Tuesday that is a holiday', { ...mondays, weekdays: [2] }, '2026-12-01', '2026-12-09'],
    ['the 15th, a Sunday', { kind: 'monthly', day: 15 }, '2026-10-15', '2026-11-16'],
    ['the 31st of a short month', { kind: 'monthly', day: 31 }, '2026-11-02', '2026-11-30'],
    ['the last working day', { kind: 'monthly_working_day', nth: -1 }, '2026-11-22', '2026-11-30'],
    ['the first working day, after a holiday', { kind: 'monthly_working_day', nth: 1 }, '2026-12-15', '2027-01-04'],
  ])('%s', (_name, rule, after, due) => expect(next(rule, after)).toBe(due));

  it('is later, and a working day, whatever the rule and the day', () => {
    const rules = fc.oneof(
      fc.constant<Recurrence>({ kind: 'daily' }),
      fc.record({
        kind: fc.constant('weekly' as const),
        weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        everyWeeks: fc.integer({ min: 1, max: 8 }),
      }),
      fc.record({ kind: fc.constant('monthly' as const), day: fc.integer({ min: 1, max: 31 }) }),
      fc.record({ kind: fc.constant('monthly_working_day' as const), nth: fc.constantFrom(-2, -1, 1, 2, 5) }),
    );
    fc.assert(
      fc.property(rules, fc.integer({ min: 0, max: 900 }), (rule, days) => {
        const after = addDays(localDate('2026-01-01'), days);
        const due = nextOccurrence(rule, after, isWorkingDay);
        expect(due !== null && due > after && isWorkingDay(due)).toBe(true);
      }),
    );
  });

  it('who never works has no next day', () =>
    expect(nextOccurrence({ kind: 'daily' }, localDate('2026-11-20'), () => false)).toBeNull());
});

it('a person is mentioned by an @ and the whole name', () => {
  const people = [
    { id: 'l', name: 'Lucia Ferrandi' },
    { id: 'm', name: 'Marek' },
    { id: 'r', name: 'Mar' },
    { id: 'n', name: 'Anna' },
    { id: 'a', name: 'Anna Rossi' },
    { id: 'z', name: 'Zoë Müller' },
  ];
  expect(mentionedIn('@lucia ferrandi, ask @Marek!', people)).toEqual(['l', 'm']);
  expect(mentionedIn('Lucia Ferrandi called', people)).toEqual([]);
  expect(mentionedIn('@Marek knows, @Mar calls', people)).toEqual(['m', 'r']);
  expect(mentionedIn('@Anna Rossi knows', people)).toEqual(['a']);
  expect(mentionedIn('write to it@Marek', people)).toEqual([]);
  expect(mentionedIn('(@zoe muller)', people)).toEqual(['z']);
  expect(mentionSpans('Ask @Marek, please', people)).toEqual([{ start: 4, end: 10, ids: ['m'] }]);
});
