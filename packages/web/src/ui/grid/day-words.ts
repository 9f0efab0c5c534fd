/**
 * Days of a filter, fixed or moving with the calendar, so that a saved view "due this week" is right next week too:
 * `2026-01-31`, `2026-01` (the month), `2026` (the year), `today`, `30-days-ago`, `in-7-days`, `this-month`, `last-month`, `this-year`.
 */
import {
  addDays,
  addMonths,
  endOfMonth,
  type LocalDate,
  localDate,
  parseLocalDate,
  startOfMonth,
} from '@quittance/core/calendar';

export interface Days {
  readonly from: LocalDate | null;
  readonly to: LocalDate | null;
}

/** Days beyond ten years from today are typed as dates. */
const DAYS_AWAY_MAX = 3660;

/** `readDays('..in-7-days', '2026-11-23')` ends on 2026-11-30 and has no beginning; null for what is no day. */
export function readDays(text: string, today: LocalDate): Days | null {
  const [first = '', last, ...more] = text.split('..');
  if (more.length > 0) return null;
  const from = first === '' ? null : spanOf(first, today);
  if (last === undefined) return from;
  const to = last === '' ? null : spanOf(last, today);
  if ((first !== '' && !from) || (last !== '' && !to) || (!from && !to)) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}

function spanOf(word: string, today: LocalDate): { from: LocalDate; to: LocalDate } | null {
  const day = dayOf(word, today);
  if (day) return { from: day, to: day };
  if (word === 'this-month') return monthOf(today);
  if (word === 'last-month') return monthOf(addMonths(startOfMonth(today), -1));
  if (word === 'this-year') return yearOf(today.slice(0, 4));
  if (/^\d{4}$/.test(word)) return yearOf(word);
  const month = /^\d{4}-\d{2}$/.test(word) ? parseLocalDate(`${word}-01`) : null;
  return month && monthOf(month);
}

function dayOf(word: string, today: LocalDate): LocalDate | null {
  if (word === 'today') return today;
  const [, ahead, ago] = /^(?:in-(\d{1,4})-days?|(\d{1,4})-days?-ago)$/.exec(word) ?? [];
  const days = ahead === undefined ? -Number(ago) : Number(ahead);
  if (Number.isInteger(days) && Math.abs(days) <= DAYS_AWAY_MAX) return addDays(today, days);
  return parseLocalDate(word);
}

function monthOf(day: LocalDate): { from: LocalDate; to: LocalDate } {
  return { from: startOfMonth(day), to: endOfMonth(day) };
}

function yearOf(year: string): { from: LocalDate; to: LocalDate } | null {
  if (parseLocalDate(`${year}-01-01`) === null) return null;
  return { from: localDate(`${year}-01-01`), to: localDate(`${year}-12-31`) };
}
