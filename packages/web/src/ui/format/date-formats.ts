/** How days and instants read in the reader's locale: one clock, of twelve or twenty-four hours, wherever a time is shown. */
import { daysBetween, localDate } from '@quittance/core/calendar';
import { dayIn } from './zone.ts';

export interface DateFormats {
  /** "2026-11-23" as "23 Nov 2026". */
  date(date: string): string;
  /** "2026-11-23" as "Mon 23 Nov". */
  weekday(date: string): string;
  /** "2026-11" as "November 2026". */
  month(month: string): string;
  /** An instant in the zone given, to the minute. */
  instant(instant: string, timeZone: string): string;
  /** An instant in the zone given with seconds and the zone's name: what a hover shows. */
  exactInstant(instant: string, timeZone: string): string;
  /** "17:00", or "05:00 PM" where the locale's clock has twelve hours. */
  clock(instant: string, timeZone: string): string;
  /** An hour of no particular day, of "17:00" as the locale's clock has it. */
  timeOfDay(time: string): string;
  /** "Mon 09:00": an instant of the days around today. */
  weekdayClock(instant: string, timeZone: string): string;
  /** How long ago a day is, in few letters: "today", "yesterday", "3d ago". */
  daysAgo(days: number): string;
  /** As short as tells one from another beside `today`: "14:05", "Fri 14:05" within a week, "23 Nov", "23 Nov 2025". */
  shortInstant(instant: string, zone: { readonly timeZone: string; readonly today: string }): string;
}

/** Within so many days a weekday says which day is meant. */
const WEEK_DAYS = 7;

export function dateFormats(locale: string): DateFormats {
  const month = calendar(locale, { month: 'long', year: 'numeric' });
  const dayOfYear = calendar(locale, { day: '2-digit', month: 'short' });
  const date = calendar(locale, { day: '2-digit', month: 'short', year: 'numeric' });
  const clock = zoned(locale, { hour: '2-digit', minute: '2-digit' });
  const weekdayClock = zoned(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit' });
  const ago = new Intl.RelativeTimeFormat(locale, { style: 'narrow', numeric: 'auto' });
  return {
    ...{ date, clock, weekdayClock },
    weekday: calendar(locale, { weekday: 'short', day: 'numeric', month: 'short' }),
    month: (value) => month(`${value}-01`),
    instant: zoned(locale, { day: '2-digit', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }),
    timeOfDay: (time) => clock(`2026-01-01T${time}:00Z`, 'UTC'),
    daysAgo: (days) => ago.format(-days, 'day'),
    shortInstant: (instant, { timeZone, today }) => {
      const day = dayIn(instant, timeZone);
      const days = daysBetween(day, localDate(today));
      if (days === 0) return clock(instant, timeZone);
      if (days > 0 && days < WEEK_DAYS) return weekdayClock(instant, timeZone);
      return day.slice(0, 4) === today.slice(0, 4) ? dayOfYear(day) : date(day);
    },
    exactInstant: zoned(locale, {
      day: '2-digit',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      timeZoneName: 'short',
    }),
  };
}

/** A calendar date has no zone: it is formatted at noon UTC, in UTC. */
function calendar(locale: string, options: Intl.DateTimeFormatOptions): (date: string) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  // A ledger has few days and many rows: each day is put into words once.
  const known = new Map<string, string>();
  return (date) => {
    const text = known.get(date) ?? format.format(new Date(`${date}T12:00:00Z`));
    known.set(date, text);
    return text;
  };
}

function zoned(locale: string, options: Intl.DateTimeFormatOptions): (instant: string, timeZone: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (instant, timeZone) => {
    const format = formats.get(timeZone) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
    formats.set(timeZone, format);
    return format.format(new Date(instant));
  };
}
