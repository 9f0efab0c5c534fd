/**
 * Lists of holidays: seeded from the library, put right and added to by people, brought in from elsewhere. A year that the library
 * filled is to be checked until somebody has said that they did.
 */
import type { LocalDate } from '@quittance/core/calendar';
import { type Command, type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { isLikelyWhole, type LibraryDay, libraryDays, libraryRegions } from './holiday-library.ts';
import {
  checkYear,
  type Holiday,
  type HolidayList,
  insertHolidayList,
  listHolidayLists,
  listHolidays,
  listYears,
  saveHolidays,
  saveYear,
  seedHolidays,
} from './holidays.queries.ts';

export interface CalendarCaller {
  readonly database: Database;
  readonly scope: Scope;
  readonly command: Command;
}

export const LISTS_MAX = 100;
/** Years around today's that can be filled and changed. */
const YEARS_BACK = 5;
const YEARS_AHEAD = 5;

/** Makes a list; one of a country is filled for this year and the next. Throws `country_unknown`, `holiday_list_taken`. */
export async function addHolidayList(caller: CalendarCaller, list: HolidayList): Promise<HolidayList> {
  await requirePlace(list);
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    if ((await listHolidayLists(tx)).length >= LISTS_MAX) {
      throw new AppError('holiday_lists_too_many', `There are ${LISTS_MAX} lists already. Use one of them.`);
    }
    if (!(await insertHolidayList(tx, list))) {
      throw new AppError('holiday_list_taken', `There is a list ${list.code} already.`, { status: 409 });
    }
    tx.audit({ action: 'holidays.add_list', subjectKind: 'holiday_list', subjectId: list.code, after: list });
    if (list.country !== null) await fillYears(tx, list, [yearOf(tx.today), yearOf(tx.today) + 1]);
    return list;
  });
}

async function requirePlace({ country, region }: HolidayList): Promise<void> {
  if (country === null) return;
  const regions = await libraryRegions(country);
  if (regions === null) {
    const message = `The library knows no country ${country}. Make a list of your own, without a country.`;
    throw new AppError('country_unknown', message);
  }
  if (region !== null && !regions.some(({ code }) => code === region)) {
    throw new AppError('region_unknown', `The library knows no region ${region} of ${country}.`);
  }
}

export interface Filled {
  readonly changed: number;
  readonly known: number;
  /** Likely without some: to be added to. */
  readonly isLikelyWhole: boolean;
}

/** Fills a year from the library again; what people wrote stays. Throws `not_found`, `holiday_list_is_own`, `year_out_of_reach`. */
export async function seedYear(caller: CalendarCaller, given: { code: string; year: number }): Promise<Filled> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const list = await requireList(tx, given.code);
    requireYear(tx, given.year);
    if (list.country === null) {
      const message = `${list.name} is a list of your own: the library knows nothing of it. Add or import its days.`;
      throw new AppError('holiday_list_is_own', message, { status: 409 });
    }
    const [filled] = await fillYears(tx, list, [given.year]);
    return filled as Filled;
  });
}

async function fillYears(tx: CommandTx, list: HolidayList, years: readonly number[]): Promise<Filled[]> {
  const answers: Filled[] = [];
  for (const year of years) {
    const days: LibraryDay[] = await libraryDays({ country: list.country ?? '', region: list.region, year });
    const changed = days.length === 0 ? 0 : await seedHolidays(tx, list.code, days);
    await saveYear(tx, { code: list.code, year });
    const after = { year, changed, known: days.length };
    tx.audit({ action: 'holidays.seed', subjectKind: 'holiday_list', subjectId: list.code, after });
    answers.push({ changed, known: days.length, isLikelyWhole: isLikelyWhole(days) });
  }
  return answers;
}

/** Writes one day as a person means it. `ordinary` is how a day of the library is taken away, and stays so. */
export async function saveHoliday(
  caller: CalendarCaller,
  given: { readonly code: string; readonly day: Omit<Holiday, 'origin'> },
): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const { code, day } = given;
    await requireList(tx, code);
    requireYear(tx, yearOf(day.day));
    const found = await listHolidays(tx, { code, year: yearOf(day.day) });
    const before = found.find((one) => one.day === day.day);
    await saveHolidays(tx, code, [{ ...day, origin: 'person' }]);
    tx.audit({ action: 'holidays.change', subjectKind: 'holiday_list', subjectId: code, before, after: day });
    return null;
  });
}

/** Days brought in together; a day that stands there already is written over. */
export async function importHolidays(
  caller: CalendarCaller,
  given: { readonly code: string; readonly days: readonly Omit<Holiday, 'origin'>[] },
): Promise<{ count: number }> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const { code } = given;
    await requireList(tx, code);
    const days = [...new Map(given.days.map((one) => [one.day, { ...one, origin: 'import' as const }])).values()];
    for (const { day } of days) requireYear(tx, yearOf(day));
    await saveHolidays(tx, code, days);
    tx.audit({ action: 'holidays.import', subjectKind: 'holiday_list', subjectId: code, after: days });
    return { count: days.length };
  });
}

/** Somebody has looked through the year. */
export async function markYearChecked(
  caller: CalendarCaller,
  given: { readonly code: string; readonly year: number },
): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    await requireList(tx, given.code);
    if (!(await checkYear(tx, given))) throw notFound(`year of ${given.code}`, String(given.year));
    const after = { year: given.year };
    tx.audit({ action: 'holidays.check', subjectKind: 'holiday_list', subjectId: given.code, after });
    return null;
  });
}

/** The month in which the next year is filled: late enough for laws of the year, soon enough to be looked through. */
const TURN_MONTH = 10;

/** The turn of the year: every list of a country has this year, and from October the next. Does no more when run again. */
export async function turnYear(database: Database, scope: Scope): Promise<{ filled: number }> {
  const missing = await database.read(scope, async (tx) => {
    const years = [yearOf(tx.today), ...(Number(tx.today.slice(5, 7)) >= TURN_MONTH ? [yearOf(tx.today) + 1] : [])];
    const known = new Set((await listYears(tx)).map(({ listCode, year }) => `${listCode} ${year}`));
    const lists = (await listHolidayLists(tx)).filter(({ country }) => country !== null);
    return lists.flatMap((list) =>
      years.filter((year) => !known.has(`${list.code} ${year}`)).map((year) => ({ list, year })),
    );
  });
  for (const { list, year } of missing) {
    const command = { action: 'holidays.seed', body: { code: list.code, year } };
    await seedYear({ database, scope, command }, { code: list.code, year });
  }
  return { filled: missing.length };
}

async function requireList(tx: Tx, code: string): Promise<HolidayList> {
  const list = (await listHolidayLists(tx)).find((one) => one.code === code);
  if (list === undefined) throw notFound('list of holidays', code);
  return list;
}

function requireYear(tx: Tx, year: number): void {
  const now = yearOf(tx.today);
  if (year < now - YEARS_BACK || year > now + YEARS_AHEAD) {
    const message = `${year} is out of reach: from ${now - YEARS_BACK} to ${now + YEARS_AHEAD}.`;
    throw new AppError('year_out_of_reach', message);
  }
}

function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
