/**
 * A calendar date is the text YYYY-MM-DD, checked once and branded: it sorts, compares and travels as it is.
 * Arithmetic counts days since 1970-01-01 in the proleptic Gregorian calendar; no clock and no zone is involved.
 */

declare const localDateBrand: unique symbol;
export type LocalDate = string & { readonly [localDateBrand]: true };

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The text as a date, or null when it is none: "2026-02-30" is null. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = ISO_DATE.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return day >= 1 && month >= 1 && month <= 12 && day <= daysInMonth(year, month) ? (text as LocalDate) : null;
}

/** The text as a date. Throws a RangeError when it is none. */
export function localDate(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new RangeError(`not a calendar date: ${JSON.stringify(text)}`);
  return date;
}

/** A date from its numbers, month 1 to 12, or null when there is no such day. */
export function dateFromParts(year: number, month: number, day: number): LocalDate | null {
  return parseLocalDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01. */
export function toEpochDay(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / DAY_MS;
}

export function fromEpochDay(epochDay: number): LocalDate {
  const isNear = epochDay >= 0 && epochDay < NEAR_DAYS;
  const known = isNear ? near[epochDay] : undefined;
  if (known !== undefined) return known;
  const date = new Date(epochDay * DAY_MS).toISOString().slice(0, 10) as LocalDate;
  if (isNear) near[epochDay] = date;
  return date;
}

/** Texts of days are asked for by the million, and are few: those of 1970 to 2106 are written once. */
const NEAR_DAYS = 50_000;
const near: LocalDate[] = [];

/** ISO 8601: 1 is Monday, 7 Sunday. Of day 0, 1970-01-01, it is 4. */
export function weekdayOf(epochDay: number): number {
  return ((((epochDay + 3) % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK) + 1;
}

const DAYS_PER_WEEK = 7;

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromEpochDay(toEpochDay(date) + days);
}

/** Days from the first date to the second: 2026-01-01 to 2026-01-31 is 30. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** The same day some months later, or the last day of that month: 2026-01-31 plus 1 is 2026-02-28. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, month));
  return dateFromParts(year, month, day) as LocalDate;
}

export function startOfMonth(date: LocalDate): LocalDate {
  return `${date.slice(0, 7)}-01` as LocalDate;
}

export function endOfMonth(date: LocalDate): LocalDate {
  return addDays(addMonths(startOfMonth(date), 1), -1);
}

export function earlierDate(left: LocalDate, right: LocalDate): LocalDate {
  return left <= right ? left : right;
}

export function laterDate(left: LocalDate, right: LocalDate): LocalDate {
  return left >= right ? left : right;
}
