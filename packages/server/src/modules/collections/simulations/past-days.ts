/**
 * The days on which a simulation looks at everybody: those on which runs really were, and before the first of them Monday to Friday; while a
 * schedule is on, its days as well. Each is seen from the instant of its run, or from the schedule's hour.
 */
import { addDays, instantInZone, type LocalDate, laterDate, toEpochDay, weekdayOf } from '@quittance/core/calendar';
import { bankDataByDay, mondayOf, type PastDay } from '@quittance/core/strategy-simulation';
import type { Tx } from '../../../platform/database/transaction.ts';
import { findMergeLinks } from '../../customers/index.ts';
import { loadParties } from '../dunning/customer-facts.ts';
import { findSchedule } from '../dunning/schedule.queries.ts';
import { bankTold, type DayInstants, firstRecordedOn, runsBetween, usualOverdueOn } from './past-days.queries.ts';

const SIMULATED_DAYS = 91; // thirteen weeks, until yesterday
const USUAL_MINUTE = 540; // nine o'clock
const WORKDAYS = [1, 2, 3, 4, 5];

/** Of the last three months, or since the first thing was recorded; empty when there is no past. */
export async function daysToSimulate(tx: Tx): Promise<DayInstants> {
  const first = await firstRecordedOn(tx);
  const [earliest, until] = [addDays(tx.today, -SIMULATED_DAYS), addDays(tx.today, -1)];
  if (first === null) return { days: [], knownAt: [] };
  return dayInstants(tx, { from: laterDate(first, earliest), until });
}

/** Of days that were chosen before: a simulation that is taken up again sees the same ones. */
export async function dayInstants(
  tx: Tx,
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<DayInstants> {
  if (from > until) return { days: [], knownAt: [] };
  const schedule = await findSchedule(tx);
  const runs = new Map((await runsBetween(tx, { from, until })).map(({ day, startedAt }) => [day, startedAt]));
  const [firstRun = addDays(until, 1)] = runs.keys();
  const weekdaysOf = (day: LocalDate): readonly number[] => {
    if (schedule?.isOn === true) return schedule.weekdays;
    return day < firstRun ? WORKDAYS : [];
  };
  const timeOfDay = clockText(schedule?.atMinute ?? USUAL_MINUTE);
  const days: LocalDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (runs.has(day) || weekdaysOf(day).includes(weekdayOf(toEpochDay(day)))) days.push(day);
  }
  return { days, knownAt: days.map((day) => runs.get(day) ?? instantInZone(day, timeOfDay, tx.company.timeZone)) };
}

/** 540 is "09:00". */
function clockText(minute: number): string {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** What was known of the bank on each day; on the last day of each week, what was usual to have overdue. */
export async function pastDays(tx: Tx, given: DayInstants): Promise<PastDay[]> {
  const told = bankDataByDay(given.days, await bankTold(tx, given));
  const parties = await loadParties(tx);
  const links = (await findMergeLinks(tx)).map(({ from }) => [from, parties.standsFor(from)] as const);
  const days: PastDay[] = [];
  for (const [number, on] of given.days.entries()) {
    const next = given.days[number + 1];
    const isLastOfWeek = next === undefined || mondayOf(next) !== mondayOf(on);
    const knownAt = given.knownAt[number] ?? '';
    const usualOverdueMinor = isLastOfWeek ? await usualOverdueOn(tx, { on, knownAt, links }) : null;
    days.push({ on, bankDataOn: told[number] ?? null, usualOverdueMinor });
  }
  return days;
}
