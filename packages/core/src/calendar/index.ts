export {
  addBusinessMinutes,
  type BusinessHours,
  businessDayMinutes,
  businessMinutesBetween,
  subtractBusinessMinutes,
  usualBusinessHours,
} from './business-time.ts';
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
export { instantInZone } from './wall-clock.ts';
export { dateInZone } from './zone.ts';
