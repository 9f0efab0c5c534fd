export { type CallWindow, callWindow, callWindows, type Window, workWindows } from './call-window.ts';
export { type CountryHours, calendarOfWeek, countryHours } from './country-hours.ts';
export { MICROS_PER_MINUTE, microsOfInstant } from './instant.ts';
export {
  addDays,
  addMonths,
  dateFromParts,
  daysBetween,
  daysInMonth,
  earlierDate,
  endOfMonth,
  fromEpochDay,
  type LocalDate,
  laterDate,
  localDate,
  parseLocalDate,
  startOfMonth,
  toEpochDay,
  weekdayOf,
} from './local-date.ts';
export { instantInZone, startOfDayMicros } from './wall-clock.ts';
export {
  type DayRule,
  hoursOn,
  MONDAY,
  type OpenSpan,
  openBetween,
  usualCalendar,
  type WorkCalendar,
  type WorkPattern,
  type WorkSpan,
  weeklyCalendar,
  workingDayMinutes,
} from './work-calendar.ts';
export {
  addWorkingMinutes,
  isWorking,
  subtractWorkingMinutes,
  workingMinutesBetween,
} from './working-time.ts';
export { dateInZone } from './zone.ts';
export { isTimeZone } from './zone-clock.ts';
