/** Days and times of day in a company's zone as instants: microseconds since 1970-01-01T00:00Z. */
import { Temporal } from 'temporal-polyfill';
import { addDays, type LocalDate } from '../calendar/index.ts';

/** 14:30 on a day in a zone; where clocks jump over that time, the next time there is. */
export function timeOfDayMicros(day: LocalDate, time: string, timeZone: string): bigint {
  const zoned = Temporal.PlainDate.from(day).toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return zoned.epochNanoseconds / 1000n;
}

/** The last microsecond of a day in a zone: 2026-02-11 in UTC is 2026-02-11T23:59:59.999999Z. */
export function endOfDayMicros(day: LocalDate, timeZone: string): bigint {
  const next = Temporal.PlainDate.from(addDays(day, 1)).toZonedDateTime({ timeZone });
  return next.epochNanoseconds / 1000n - 1n;
}

/** Whether a zone of this name is known: "Europe/Rome" is, "Rome" is not. */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.PlainDate.from('2026-01-01').toZonedDateTime({ timeZone: name });
    return true;
  } catch {
    return false;
  }
}
