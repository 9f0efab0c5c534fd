/**
 * The clock of an agreed time: it runs only while the company works. A day has the hours between opening and closing; what comes
 * before opening counts from opening, what comes after closing from the next opening.
 */
import { Temporal } from 'temporal-polyfill';
import { fromEpochDay, type LocalDate, toEpochDay, weekdayOf } from './local-date.ts';

export interface BusinessHours {
  readonly timeZone: string;
  /** Wall clock, in minutes since midnight. */
  readonly opensAtMinute: number;
  readonly closesAtMinute: number;
  /** ISO 8601: 1 is Monday, 7 Sunday. At least one. */
  readonly weekdays: readonly number[];
}

const MINUTES_PER_HOUR = 60;
const MICROS_PER_MINUTE = 60_000_000;

/** A wall clock: the day since 1970-01-01 and the microseconds since its midnight. Clocks change at night, when nobody works. */
interface Wall {
  readonly day: number;
  readonly micros: number;
}

/** Monday to Friday, 09:00 to 17:00 on the company's clock. */
export function usualBusinessHours(timeZone: string): BusinessHours {
  return {
    timeZone,
    opensAtMinute: 9 * MINUTES_PER_HOUR,
    closesAtMinute: 17 * MINUTES_PER_HOUR,
    weekdays: [1, 2, 3, 4, 5],
  };
}

/** What one business day is worth: 480 minutes from 09:00 to 17:00. */
export function businessDayMinutes(hours: BusinessHours): number {
  return hours.closesAtMinute - hours.opensAtMinute;
}

/**
 * The instant so many minutes of business later: one day of 480 minutes after Friday 10:42 is Monday 10:42; after Saturday it is
 * Monday at closing. Instants are ISO in UTC.
 */
export function addBusinessMinutes(instant: string, minutes: number, hours: BusinessHours): string {
  const closing = hours.closesAtMinute * MICROS_PER_MINUTE;
  let now = forwardToOpen(wallOf(instant, hours), hours);
  let left = minutes * MICROS_PER_MINUTE;
  while (left > closing - now.micros) {
    left -= closing - now.micros;
    now = forwardToOpen({ day: now.day, micros: closing }, hours);
  }
  return instantOf({ day: now.day, micros: now.micros + left }, hours);
}

/**
 * The instant so many minutes of business earlier. What began before it had its time: with 480 minutes and Monday 10:42 now,
 * whatever came before Friday 10:42 is late.
 */
export function subtractBusinessMinutes(instant: string, minutes: number, hours: BusinessHours): string {
  const opening = hours.opensAtMinute * MICROS_PER_MINUTE;
  let now = backToOpen(wallOf(instant, hours), hours);
  let left = minutes * MICROS_PER_MINUTE;
  while (left > now.micros - opening) {
    left -= now.micros - opening;
    now = backToOpen({ day: now.day, micros: opening }, hours);
  }
  return instantOf({ day: now.day, micros: now.micros - left }, hours);
}

/**
 * Whole minutes of business from one instant to another; none when the second comes first. From Friday 16:00 to Monday 10:30
 * with 09:00 to 17:00 they are 60 + 90 = 150.
 */
export function businessMinutesBetween(from: string, to: string, hours: BusinessHours): number {
  const start = forwardToOpen(wallOf(from, hours), hours);
  const end = forwardToOpen(wallOf(to, hours), hours);
  if (end.day < start.day) return 0;
  let days = 0;
  for (let day = start.day; day < end.day; day += 1) if (isOpen(day, hours)) days += 1;
  const minutes = days * businessDayMinutes(hours) + (end.micros - start.micros) / MICROS_PER_MINUTE;
  return Math.max(0, Math.floor(minutes));
}

/** The time itself while the company works, else its next opening. */
function forwardToOpen({ day, micros }: Wall, hours: BusinessHours): Wall {
  const opening = hours.opensAtMinute * MICROS_PER_MINUTE;
  if (isOpen(day, hours)) {
    if (micros <= opening) return { day, micros: opening };
    if (micros < hours.closesAtMinute * MICROS_PER_MINUTE) return { day, micros };
  }
  let next = day + 1;
  while (!isOpen(next, hours)) next += 1;
  return { day: next, micros: opening };
}

/** The time itself while the company works, else when it last closed. */
function backToOpen({ day, micros }: Wall, hours: BusinessHours): Wall {
  const closing = hours.closesAtMinute * MICROS_PER_MINUTE;
  if (isOpen(day, hours)) {
    if (micros >= closing) return { day, micros: closing };
    if (micros > hours.opensAtMinute * MICROS_PER_MINUTE) return { day, micros };
  }
  let before = day - 1;
  while (!isOpen(before, hours)) before -= 1;
  return { day: before, micros: closing };
}

function isOpen(day: number, { weekdays }: BusinessHours): boolean {
  return weekdays.includes(weekdayOf(day));
}

function wallOf(instant: string, { timeZone }: BusinessHours): Wall {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDateTime();
  const minutes = wall.hour * MINUTES_PER_HOUR + wall.minute;
  const micros = wall.second * 1_000_000 + wall.millisecond * 1_000 + wall.microsecond;
  return { day: toEpochDay(wall.toPlainDate().toString() as LocalDate), micros: minutes * MICROS_PER_MINUTE + micros };
}

function instantOf({ day, micros }: Wall, { timeZone }: BusinessHours): string {
  const midnight = Temporal.PlainDateTime.from(fromEpochDay(day));
  return midnight.add({ microseconds: micros }).toZonedDateTime(timeZone).toInstant().toString();
}
