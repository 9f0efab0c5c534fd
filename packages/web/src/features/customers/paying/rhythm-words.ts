/** A pay run in words: “on Thursdays”, “on the second Tuesday of the month”, “on day 15 and the last day of the month”. */
import type { TextKey, Translate } from '../../../app/i18n.ts';
import type { Pattern, PayRun } from './paying.queries.ts';

const NTH: Readonly<Record<number, TextKey>> = {
  1: 'paying.nth1',
  2: 'paying.nth2',
  3: 'paying.nth3',
  4: 'paying.nth4',
  [-1]: 'paying.nthLast',
};

export const NTHS: readonly (readonly [number, TextKey])[] = [1, 2, 3, 4, -1].map((nth) => [nth, nthWord(nth)]);
export const WEEKDAYS = [1, 2, 3, 4, 5] as const;
const LAST_DAY = 31;
const FIRST_MONDAY = '1970-01-05';

function nthWord(nth: number): TextKey {
  return NTH[nth] ?? 'paying.nthLast';
}

/** 1 is Monday. */
export function weekdayName(weekday: number, locale: string): string {
  const day = Number(FIRST_MONDAY.slice(8)) + weekday - 1;
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  return format.format(Date.UTC(1970, 0, day));
}

export function runInWords(run: Pattern | PayRun, t: Translate, locale: string): string {
  if (run.kind === 'month_days') {
    const days = run.days.map((day) => (day === LAST_DAY ? t('paying.lastDay') : t('paying.dayOfMonth', { day })));
    return t('paying.monthDays', { days: new Intl.ListFormat(locale).format(days) });
  }
  const day = weekdayName(run.weekday, locale);
  if (run.kind === 'nth_weekday') return t('paying.nth', { nth: t(nthWord(run.nth)), day });
  return t('everyWeeks' in run && run.everyWeeks === 2 ? 'paying.fortnightly' : 'paying.weekly', { day });
}
