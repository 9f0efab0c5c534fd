/**
 * What the library date-holidays knows of a country's year: a seed to be looked through, never the last word. Islamic days are
 * reckoned and may move by one; of India it knows six days; regions have days of their own. Its data are CC BY-SA 3.0 and ISC.
 */
import { addDays, type LocalDate, localDate } from '@quittance/core/calendar';
import type HolidaysOf from 'date-holidays';
import type { Holiday } from './holidays.queries.ts';

export type LibraryDay = Omit<Holiday, 'origin'>;

const NAME_CHARS_MAX = 200;
/** A country has more: with fewer the list is known to be incomplete. */
const DAYS_EXPECTED = 8;
const DAY_MS = 86_400_000;

/** It carries the rules of two hundred countries, and is asked some times a year. */
async function library(): Promise<typeof HolidaysOf> {
  return (await import('date-holidays')).default;
}

export async function libraryCountries(): Promise<{ code: string; name: string }[]> {
  const Holidays = await library();
  const names = new Holidays().getCountries('en') ?? {};
  return Object.entries(names)
    .map(([code, name]) => ({ code, name }))
    .sort((left, right) => left.name.localeCompare(right.name, 'en'));
}

/** Its states or provinces, empty where the library knows none; null for a country it does not know. */
export async function libraryRegions(country: string): Promise<{ code: string; name: string }[] | null> {
  const Holidays = await library();
  if (!Object.hasOwn(new Holidays().getCountries('en') ?? {}, country)) return null;
  const names = new Holidays().getStates(country, 'en') ?? {};
  return Object.entries(names).map(([code, name]) => ({ code, name }));
}

/**
 * The days of a year, each once: public and bank holidays are closed, optional ones ordinary until somebody says otherwise. Two
 * on one day share a line. Germany's 25 December 2026 is {name: "1. Weihnachtstag", kind: "public", effect: "closed"}.
 */
export async function libraryDays(place: {
  readonly country: string;
  readonly region: string | null;
  readonly year: number;
}): Promise<LibraryDay[]> {
  const Holidays = await library();
  const known = place.region === null ? new Holidays(place.country) : new Holidays(place.country, place.region);
  const days = new Map<LocalDate, LibraryDay>();
  for (const holiday of known.getHolidays(place.year) ?? []) {
    const { type } = holiday;
    if (type !== 'public' && type !== 'bank' && type !== 'optional') continue;
    for (const day of daysOf(holiday)) {
      const before = days.get(day);
      if (Number(day.slice(0, 4)) === place.year)
        days.set(day, joined(before, { day, name: holiday.name, kind: type }));
    }
  }
  return [...days.values()].sort((left, right) => (left.day < right.day ? -1 : 1));
}

/** False when so few days are known that some are surely missing, as of India. */
export function isLikelyWhole(days: readonly Pick<LibraryDay, 'effect'>[]): boolean {
  return days.filter(({ effect }) => effect === 'closed').length >= DAYS_EXPECTED;
}

function daysOf({ date, start, end }: { date: string; start: Date; end: Date }): LocalDate[] {
  const first = localDate(date.slice(0, 10));
  const count = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
  return Array.from({ length: count }, (_, index) => addDays(first, index));
}

function joined(
  before: LibraryDay | undefined,
  now: { day: LocalDate; name: string; kind: 'public' | 'bank' | 'optional' },
): LibraryDay {
  const kinds = before ? [before.kind, now.kind] : [now.kind];
  const kind = kinds.includes('public') ? 'public' : kinds.includes('bank') ? 'bank' : 'optional';
  const names = before && before.name !== now.name ? `${before.name} · ${now.name}` : now.name;
  const effect = kind === 'optional' ? 'ordinary' : 'closed';
  return { day: now.day, name: names.slice(0, NAME_CHARS_MAX), kind, effect, fromMinute: null, untilMinute: null };
}
