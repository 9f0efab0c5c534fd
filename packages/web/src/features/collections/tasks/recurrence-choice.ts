/** The few rhythms that a list can offer, made of the day the task is due: others come by the API. */
import { localDate, toEpochDay, weekdayOf } from '@quittance/core/calendar';
import type { TextKey } from '../../../app/i18n.ts';
import type { Recurrence } from './tasks.queries.ts';

export type Rhythm = 'never' | 'daily' | 'weekly' | 'monthly' | 'first' | 'last';

export const RHYTHM_WORDS: Readonly<Record<Rhythm, TextKey>> = {
  never: 'tasks.never',
  daily: 'tasks.daily',
  weekly: 'tasks.weekly',
  monthly: 'tasks.monthly',
  first: 'tasks.firstWorkingDay',
  last: 'tasks.lastWorkingDay',
};

export const RHYTHMS = Object.keys(RHYTHM_WORDS) as readonly Rhythm[];

export function rhythmOf(rule: Recurrence | null): Rhythm {
  if (rule === null) return 'never';
  return rule.kind === 'monthly_working_day' ? (rule.nth === -1 ? 'last' : 'first') : rule.kind;
}

/** Weekly, due on Thursday 26 November 2026: every Thursday. */
export function ruleOf(rhythm: Rhythm, dueOn: string): Recurrence | null {
  const day = localDate(dueOn);
  switch (rhythm) {
    case 'never':
      return null;
    case 'daily':
      return { kind: 'daily' };
    case 'weekly':
      return { kind: 'weekly', weekdays: [weekdayOf(toEpochDay(day))], everyWeeks: 1 };
    case 'monthly':
      return { kind: 'monthly', day: Number(day.slice(8)) };
    case 'first':
      return { kind: 'monthly_working_day', nth: 1 };
    case 'last':
      return { kind: 'monthly_working_day', nth: -1 };
  }
}
