/** When customers of a country work, what one customer has otherwise, and when to call it. */
import { type CallWindow, callWindow, isTimeZone } from '@quittance/core/calendar';
import { runCommand } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import {
  type CountryHoursRow,
  type CustomerHoursRow,
  deleteCountryHours,
  deleteCustomerHours,
  findCustomerHours,
  listCountryHours,
  saveCountryHours,
  saveCustomerHours,
} from './customer-hours.queries.ts';
import type { CalendarCaller } from './holidays.usecase.ts';
import { requireGoodCycle, requireLists } from './shifts.usecase.ts';
import { type CustomerPlace, customerCalendars, hoursOfCountry, personCalendars } from './work-calendars.ts';

/** What customers, who stand above this module, tell of themselves. */
export type FindPlace = (tx: Tx, customerId: string) => Promise<CustomerPlace | undefined>;

/** A window further away is looked up again by then. */
const WINDOW_DAYS = 14;

export interface CustomerHours {
  readonly timeZone: string;
  readonly week: CountryHoursRow['week'];
  readonly holidayList: string | null;
  readonly note: string | null;
  /** What is the customer's own; the rest is as in its country. */
  readonly own: Omit<CustomerHoursRow, 'customerId'> | null;
  /** For the one who asks: now, or next. */
  readonly window: CallWindow | null;
}

/** Throws `not_found`. */
export async function readCustomerHours(
  tx: Tx,
  { customerId, findPlace }: { customerId: string; findPlace: FindPlace },
): Promise<CustomerHours> {
  const place = await requirePlace(tx, { customerId, findPlace });
  const [row] = await findCustomerHours(tx, [customerId]);
  const theirs = (await customerCalendars(tx, [customerId]))(place);
  const ours = (await personCalendars(tx))(tx.actor.id);
  const [pattern] = theirs.patterns;
  const usual = hoursOfCountry(place.country, new Map((await listCountryHours(tx)).map((one) => [one.country, one])));
  return {
    timeZone: pattern?.timeZone ?? tx.company.timeZone,
    week: pattern?.cycle ?? [],
    holidayList: row?.holidayList ?? usual?.holidayList ?? place.country,
    note: row?.note ?? null,
    own: row ? { week: row.week, holidayList: row.holidayList, note: row.note } : null,
    window: callWindow({ ours, theirs, now: tx.recordedAt, days: WINDOW_DAYS }),
  };
}

/** What is null is as in the customer's country; all null is nothing of its own. */
export async function changeCustomerHours(
  caller: CalendarCaller,
  { findPlace, row }: { findPlace: FindPlace; row: CustomerHoursRow },
): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    await requirePlace(tx, { customerId: row.customerId, findPlace });
    if (row.week !== null) requireGoodCycle(row.week);
    if (row.holidayList !== null) await requireLists(tx, [row.holidayList]);
    const [before] = await findCustomerHours(tx, [row.customerId]);
    const isNothing = row.week === null && row.holidayList === null && row.note === null;
    if (isNothing) await deleteCustomerHours(tx, row.customerId);
    else await saveCustomerHours(tx, row);
    tx.audit({ action: 'customer.hours', subjectKind: 'customer', subjectId: row.customerId, before, after: row });
    return null;
  });
}

export async function changeCountryHours(caller: CalendarCaller, row: CountryHoursRow): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    if (!isTimeZone(row.timeZone)) {
      throw new AppError('time_zone_unknown', `${row.timeZone} is no time zone; write it as Europe/Rome.`);
    }
    requireGoodCycle(row.week);
    if (row.holidayList !== null) await requireLists(tx, [row.holidayList]);
    await saveCountryHours(tx, row);
    tx.audit({ action: 'country.hours', subjectKind: 'country', subjectId: row.country, after: row });
    return null;
  });
}

/** Back to what comes with the product. */
export async function forgetCountryHours(caller: CalendarCaller, country: string): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    if (!(await deleteCountryHours(tx, country))) throw notFound('own hours of the country', country);
    tx.audit({ action: 'country.usual_hours', subjectKind: 'country', subjectId: country });
    return null;
  });
}

async function requirePlace(
  tx: Tx,
  { customerId, findPlace }: { customerId: string; findPlace: FindPlace },
): Promise<CustomerPlace> {
  const place = await findPlace(tx, customerId);
  if (place === undefined) throw notFound('customer', customerId);
  return place;
}
