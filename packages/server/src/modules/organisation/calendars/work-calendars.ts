/**
 * Calendars made of what is kept: the company's for agreed times, a person's of team, shift, holidays and absence, a customer's of
 * its country and what is known of itself. They reach from a year ago to two years ahead of today.
 */
import {
  addDays,
  calendarOfWeek,
  countryHours,
  type DayRule,
  type LocalDate,
  usualCalendar,
  type WorkCalendar,
  type WorkPattern,
} from '@quittance/core/calendar';
import { groupedBy } from '@quittance/core/measures';
import type { Tx } from '../../../platform/database/transaction.ts';
import { type Absence, listAbsences } from './absences.queries.ts';
import { type CountryHoursRow, findCustomerHours, listCountryHours } from './customer-hours.queries.ts';
import { type Holiday, holidaysOf, listHolidayLists } from './holidays.queries.ts';
import {
  type Assignment,
  findCompanyPattern,
  listAssignments,
  listShifts,
  listTeams,
  type Shift,
  type Team,
} from './shifts.queries.ts';

const DAYS_BACK = 400;
const DAYS_AHEAD = 800;

type HolidayOf = Holiday & { readonly listCode: string };

/** The hours by which agreed times run: Monday to Friday, 9 to 17, until somebody has said others. */
export async function companyCalendar(tx: Tx): Promise<WorkCalendar> {
  const { base, holidays } = await loadCompany(tx);
  if (base === undefined) return usualCalendar(tx.company.timeZone);
  const { holidayLists, ...pattern } = base;
  return { patterns: [{ ...pattern, from: null, until: null }], days: rulesOf(holidays, holidayLists) };
}

async function loadCompany(tx: Tx) {
  const base = await findCompanyPattern(tx);
  const holidays = base === undefined ? [] : await holidaysOf(tx, { codes: base.holidayLists, ...reach(tx) });
  return { base, holidays };
}

/** A function of people's ids: what is kept is read once for all of them. */
export async function personCalendars(tx: Tx): Promise<(personId: string) => WorkCalendar> {
  const span = reach(tx);
  const company = await companyCalendar(tx);
  const shifts = new Map((await listShifts(tx)).map((shift) => [shift.id, shift]));
  const teams = new Map((await listTeams(tx)).map((team) => [team.id, team]));
  const assignments = groupedBy(await listAssignments(tx, span), ({ personId }) => personId);
  const absences = groupedBy(await listAbsences(tx, span), ({ personId }) => personId);
  const codes = [...new Set([...teams.values()].flatMap(({ holidayLists }) => holidayLists))];
  const holidays = codes.length === 0 ? [] : await holidaysOf(tx, { codes, ...span });
  return (personId) =>
    personCalendar({
      company,
      assigned: (assignments.get(personId) ?? []).map((one) => withShift(one, { shifts, teams })),
      holidays,
      absences: absences.get(personId) ?? [],
    });
}

interface Assigned {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly team: Team | undefined;
  readonly shift: Shift | undefined;
}

function withShift(
  one: Assignment,
  { shifts, teams }: { shifts: ReadonlyMap<string, Shift>; teams: ReadonlyMap<string, Team> },
): Assigned {
  const team = one.teamId === null ? undefined : teams.get(one.teamId);
  const shift = shifts.get(one.shiftId ?? team?.shiftId ?? '');
  return { from: one.from, until: one.until, team, shift };
}

function personCalendar(given: {
  readonly company: WorkCalendar;
  readonly assigned: readonly Assigned[];
  readonly holidays: readonly HolidayOf[];
  readonly absences: readonly Absence[];
}): WorkCalendar {
  const { company, assigned, holidays, absences } = given;
  const own = assigned.flatMap(({ shift, from, until }): WorkPattern[] =>
    shift === undefined ? [] : [{ timeZone: shift.timeZone, anchor: shift.anchor, cycle: shift.cycle, from, until }],
  );
  const teamOn = (day: LocalDate): Team | undefined =>
    assigned.findLast(({ team, from, until }) => team !== undefined && from <= day && (until === null || day <= until))
      ?.team;
  const days = new Map<LocalDate, DayRule[]>();
  for (const [day, rules] of company.days) if (teamOn(day) === undefined) days.set(day, [...rules]);
  for (const holiday of holidays) {
    if (teamOn(holiday.day)?.holidayLists.includes(holiday.listCode)) addRule(days, holiday.day, ruleOf(holiday));
  }
  for (const absence of absences) addAbsence(days, absence);
  return { patterns: [...company.patterns, ...own], days };
}

function addAbsence(days: Map<LocalDate, DayRule[]>, { from, until, fromMinute, untilMinute }: Absence): void {
  const rule: DayRule =
    fromMinute === null || untilMinute === null ? { kind: 'closed' } : { kind: 'without', fromMinute, untilMinute };
  for (let day = from; day <= until; day = addDays(day, 1)) addRule(days, day, rule);
}

export interface CustomerPlace {
  readonly id: string;
  readonly country: string | null;
  /** Of the customer's own record, when it says so. */
  readonly timeZone: string | null;
}

/** When customers work, for as many as a list shows: by their country, or as is known of each. */
export async function customerCalendars(
  tx: Tx,
  customerIds: readonly string[],
): Promise<(customer: CustomerPlace) => WorkCalendar> {
  const lists = await listHolidayLists(tx);
  const codes = lists.map(({ code }) => code);
  const holidays = await holidaysOf(tx, { codes, ...reach(tx) });
  const countries = new Map((await listCountryHours(tx)).map((row) => [row.country, row]));
  const customers = new Map((await findCustomerHours(tx, customerIds)).map((row) => [row.customerId, row]));
  const made = new Map<string, WorkCalendar>();
  return (customer) => {
    const own = customers.get(customer.id);
    const key = own ? customer.id : `${customer.country} ${customer.timeZone}`;
    const known = made.get(key);
    if (known) return known;
    const usual = hoursOfCountry(customer.country, countries);
    const list = own?.holidayList ?? usual?.holidayList ?? customer.country;
    const hours = {
      timeZone: customer.timeZone ?? usual?.timeZone ?? tx.company.timeZone,
      week: own?.week ?? usual?.week ?? usualCalendar('UTC').patterns[0]?.cycle ?? [],
    };
    const calendar = calendarOfWeek(hours, rulesOf(holidays, list === null ? [] : [list]));
    made.set(key, calendar);
    return calendar;
  };
}

/** What the company has written about a country, else what comes with the product. */
export function hoursOfCountry(
  country: string | null,
  written: ReadonlyMap<string, CountryHoursRow>,
): CountryHoursRow | undefined {
  if (country === null) return undefined;
  const known = countryHours(country);
  return written.get(country) ?? (known ? { country, ...known, holidayList: null } : undefined);
}

function reach(tx: Tx): { from: LocalDate; until: LocalDate } {
  return { from: addDays(tx.today, -DAYS_BACK), until: addDays(tx.today, DAYS_AHEAD) };
}

function rulesOf(holidays: readonly HolidayOf[], codes: readonly string[]): Map<LocalDate, DayRule[]> {
  const days = new Map<LocalDate, DayRule[]>();
  for (const holiday of holidays) if (codes.includes(holiday.listCode)) addRule(days, holiday.day, ruleOf(holiday));
  return days;
}

function addRule(days: Map<LocalDate, DayRule[]>, day: LocalDate, rule: DayRule | null): void {
  if (rule === null) return;
  const rules = days.get(day) ?? [];
  rules.push(rule);
  days.set(day, rules);
}

function ruleOf({ effect, fromMinute, untilMinute }: Holiday): DayRule | null {
  if (effect === 'closed') return { kind: 'closed' };
  if (effect === 'ordinary' || fromMinute === null || untilMinute === null) return null;
  const span = { fromMinute, untilMinute };
  return effect === 'half' ? { kind: 'within', ...span } : { kind: 'hours', spans: [span] };
}
