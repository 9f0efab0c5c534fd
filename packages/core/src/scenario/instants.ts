/** Days and times of day in a company's zone as instants: microseconds since 1970-01-01T00:00Z. */
import { addDays, instantInZone, type LocalDate, microsOfInstant, startOfDayMicros } from '../calendar/index.ts';

/** 14:30 on a day in a zone; a time that the clocks leave out is as much later as they jump. */
export function timeOfDayMicros(day: LocalDate, time: string, timeZone: string): bigint {
  return BigInt(microsOfInstant(instantInZone(day, time, timeZone)));
}

/** The last microsecond of a day in a zone: 2026-02-11 in UTC is 2026-02-11T23:59:59.999999Z. */
export function endOfDayMicros(day: LocalDate, timeZone: string): bigint {
  return BigInt(startOfDayMicros(addDays(day, 1), timeZone)) - 1n;
}
