/**
 * When offices of a country usually work, and on which clock: what is meant by "call them now" until somebody knows better. Of a
 * country with several zones it is that of most companies; a customer elsewhere has its zone in its own record.
 */
import { MONDAY, type WorkCalendar, type WorkSpan } from './work-calendar.ts';

export interface CountryHours {
  readonly timeZone: string;
  /** Seven days from Monday. */
  readonly week: readonly (readonly WorkSpan[])[];
}

const at = (hour: number, minute = 0): number => hour * 60 + minute;
const span = (fromMinute: number, untilMinute: number): WorkSpan => ({ fromMinute, untilMinute });
const days = (spans: readonly WorkSpan[], ...worked: readonly number[]): CountryHours['week'] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => (worked.includes(weekday) ? spans : []));
const fromMonday = (...spans: readonly WorkSpan[]) => days(spans, 1, 2, 3, 4, 5);
const fromSunday = (...spans: readonly WorkSpan[]) => days(spans, 7, 1, 2, 3, 4);

const NINE_TO_FIVE = fromMonday(span(at(9), at(17)));
const EIGHT_TO_FOUR = fromMonday(span(at(8), at(16)));
const EIGHT_TO_FIVE = fromMonday(span(at(8), at(17)));
const NINE_TO_SIX = fromMonday(span(at(9), at(18)));
const SUNDAY_WEEK = fromSunday(span(at(9), at(17)));
const MIDDAY_PAUSE = fromMonday(span(at(9), at(13)), span(at(14), at(18)));
const FRENCH = fromMonday(span(at(9), at(12)), span(at(14), at(18)));
const SPANISH = fromMonday(span(at(9), at(14)), span(at(16), at(19)));
const CHINESE = fromMonday(span(at(9), at(12)), span(at(13, 30), at(18)));
const SIX_DAYS = days([span(at(10), at(18))], 1, 2, 3, 4, 5, 6);
/** Fridays end at noon. */
const EMIRATES = [...fromMonday(span(at(9), at(17))).slice(0, 4), [span(at(9), at(12))], [], []];

const KNOWN: Readonly<Record<string, readonly [zone: string, week: CountryHours['week']]>> = {
  AE: ['Asia/Dubai', EMIRATES],
  AR: ['America/Argentina/Buenos_Aires', NINE_TO_SIX],
  AT: ['Europe/Vienna', EIGHT_TO_FIVE],
  AU: ['Australia/Sydney', NINE_TO_FIVE],
  BD: ['Asia/Dhaka', fromSunday(span(at(9), at(17)))],
  BE: ['Europe/Brussels', NINE_TO_FIVE],
  BG: ['Europe/Sofia', NINE_TO_SIX],
  BH: ['Asia/Bahrain', SUNDAY_WEEK],
  BR: ['America/Sao_Paulo', NINE_TO_SIX],
  CA: ['America/Toronto', NINE_TO_FIVE],
  CH: ['Europe/Zurich', fromMonday(span(at(8), at(12)), span(at(13, 30), at(17)))],
  CL: ['America/Santiago', NINE_TO_SIX],
  CN: ['Asia/Shanghai', CHINESE],
  CO: ['America/Bogota', EIGHT_TO_FIVE],
  CR: ['America/Costa_Rica', EIGHT_TO_FIVE],
  CY: ['Asia/Nicosia', EIGHT_TO_FIVE],
  CZ: ['Europe/Prague', EIGHT_TO_FOUR],
  DE: ['Europe/Berlin', EIGHT_TO_FIVE],
  DK: ['Europe/Copenhagen', EIGHT_TO_FOUR],
  EE: ['Europe/Tallinn', NINE_TO_FIVE],
  EG: ['Africa/Cairo', SUNDAY_WEEK],
  ES: ['Europe/Madrid', SPANISH],
  FI: ['Europe/Helsinki', EIGHT_TO_FOUR],
  FR: ['Europe/Paris', FRENCH],
  GB: ['Europe/London', NINE_TO_FIVE],
  GR: ['Europe/Athens', NINE_TO_FIVE],
  HK: ['Asia/Hong_Kong', NINE_TO_SIX],
  HR: ['Europe/Zagreb', EIGHT_TO_FOUR],
  HU: ['Europe/Budapest', EIGHT_TO_FIVE],
  ID: ['Asia/Jakarta', EIGHT_TO_FIVE],
  IE: ['Europe/Dublin', NINE_TO_FIVE],
  IL: ['Asia/Jerusalem', SUNDAY_WEEK],
  IN: ['Asia/Kolkata', SIX_DAYS],
  IS: ['Atlantic/Reykjavik', NINE_TO_FIVE],
  IT: ['Europe/Rome', MIDDAY_PAUSE],
  JO: ['Asia/Amman', SUNDAY_WEEK],
  JP: ['Asia/Tokyo', NINE_TO_SIX],
  KE: ['Africa/Nairobi', EIGHT_TO_FIVE],
  KR: ['Asia/Seoul', NINE_TO_SIX],
  KW: ['Asia/Kuwait', SUNDAY_WEEK],
  KZ: ['Asia/Almaty', NINE_TO_SIX],
  LK: ['Asia/Colombo', NINE_TO_FIVE],
  LT: ['Europe/Vilnius', EIGHT_TO_FIVE],
  LU: ['Europe/Luxembourg', EIGHT_TO_FIVE],
  LV: ['Europe/Riga', NINE_TO_FIVE],
  MA: ['Africa/Casablanca', NINE_TO_FIVE],
  MT: ['Europe/Malta', EIGHT_TO_FIVE],
  MX: ['America/Mexico_City', NINE_TO_SIX],
  MY: ['Asia/Kuala_Lumpur', NINE_TO_SIX],
  NG: ['Africa/Lagos', EIGHT_TO_FIVE],
  NL: ['Europe/Amsterdam', NINE_TO_FIVE],
  NO: ['Europe/Oslo', EIGHT_TO_FOUR],
  NZ: ['Pacific/Auckland', NINE_TO_FIVE],
  OM: ['Asia/Muscat', SUNDAY_WEEK],
  PE: ['America/Lima', NINE_TO_SIX],
  PH: ['Asia/Manila', NINE_TO_SIX],
  PK: ['Asia/Karachi', NINE_TO_SIX],
  PL: ['Europe/Warsaw', EIGHT_TO_FOUR],
  PT: ['Europe/Lisbon', MIDDAY_PAUSE],
  QA: ['Asia/Qatar', SUNDAY_WEEK],
  RO: ['Europe/Bucharest', NINE_TO_SIX],
  RS: ['Europe/Belgrade', EIGHT_TO_FOUR],
  SA: ['Asia/Riyadh', SUNDAY_WEEK],
  SE: ['Europe/Stockholm', EIGHT_TO_FIVE],
  SG: ['Asia/Singapore', NINE_TO_SIX],
  SI: ['Europe/Ljubljana', EIGHT_TO_FOUR],
  SK: ['Europe/Bratislava', EIGHT_TO_FOUR],
  TH: ['Asia/Bangkok', NINE_TO_SIX],
  TN: ['Africa/Tunis', EIGHT_TO_FIVE],
  TR: ['Europe/Istanbul', NINE_TO_SIX],
  TW: ['Asia/Taipei', NINE_TO_SIX],
  UA: ['Europe/Kyiv', NINE_TO_SIX],
  US: ['America/New_York', NINE_TO_FIVE],
  UY: ['America/Montevideo', NINE_TO_SIX],
  VN: ['Asia/Ho_Chi_Minh', EIGHT_TO_FIVE],
  ZA: ['Africa/Johannesburg', EIGHT_TO_FIVE],
};

/** Of a country by its ISO 3166 code; null where nothing is known of it. */
export function countryHours(country: string): CountryHours | null {
  const known = Object.hasOwn(KNOWN, country) ? KNOWN[country] : undefined;
  return known === undefined ? null : { timeZone: known[0], week: known[1] };
}

/** A calendar of one week that holds for ever, with the rules of single days. */
export function calendarOfWeek(hours: CountryHours, days: WorkCalendar['days']): WorkCalendar {
  const { timeZone, week } = hours;
  return { patterns: [{ timeZone, from: null, until: null, anchor: MONDAY, cycle: week }], days };
}
