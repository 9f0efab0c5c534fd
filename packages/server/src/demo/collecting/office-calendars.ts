/** When everybody works: the office of the company, a day team in Bengaluru, nights in Manila while America is awake; and who is away. */
import { localDate } from '@quittance/core/calendar';
import {
  addHolidayList,
  addShift,
  addTeam,
  assignWork,
  markYearChecked,
  noteAbsence,
  setCompanyHours,
} from '../../modules/organisation/index.ts';
import { addBusinessDays } from '../business-days.ts';
import type { Member, Team } from './team.ts';

const MONDAY = localDate('2024-01-01'); // a week begins
const hours = (fromHour: number, untilHour: number) => ({ fromMinute: fromHour * 60, untilMinute: untilHour * 60 });
const workWeek = (...spans: { readonly fromMinute: number; readonly untilMinute: number }[]) => [
  ...Array.from({ length: 5 }, () => spans),
  [],
  [],
];

const LISTS: readonly (readonly [country: string, name: string])[] = [
  ['IT', 'Italy'],
  ['US', 'United States'],
  ['GB', 'United Kingdom'],
  ['IN', 'India'],
  ['PH', 'Philippines'],
];

/** On the team's first day, by the manager. */
export async function setUpCalendars(team: Team): Promise<void> {
  const { trade } = team.history;
  const own = trade.company.country;
  for (const [country, name] of LISTS) {
    if (country !== own && country !== 'IN' && country !== 'PH' && country !== 'US') continue;
    await addHolidayList(team.caller('manager', 'holidays.add_list'), { code: country, name, country, region: null });
  }
  const year = Number(team.history.trade.period.through.slice(0, 4));
  await markYearChecked(team.caller('manager', 'holidays.check'), { code: own, year });
  const add = async (name: string, timeZone: string, cycle: ReturnType<typeof workWeek>): Promise<string> =>
    (await addShift(team.caller('manager', 'shift.add'), { name, timeZone, anchor: MONDAY, cycle })).id;
  const office = await add('Office, 9 to 18', trade.company.timeZone, workWeek(hours(9, 13), hours(14, 18)));
  const bengaluru = await add('Bengaluru, 11:30 to 20:30', 'Asia/Kolkata', workWeek(hours(11.5, 16), hours(17, 20.5)));
  const manila = await add('Manila, nights', 'Asia/Manila', workWeek(hours(22, 30)));
  await setCompanyHours(team.caller('manager', 'company.hours'), { shiftId: office, holidayLists: [own] });
  await formTeam(team, { name: 'Receivables', shiftId: office, holidayLists: [own] }, [
    'collections_analyst',
    'administrator',
  ]);
  await formTeam(team, { name: 'Receivables Bengaluru', shiftId: bengaluru, holidayLists: ['IN'] }, ['bengaluru']);
  // They work while their customers do, and keep the customers' holidays.
  await formTeam(team, { name: 'Receivables Manila', shiftId: manila, holidayLists: [own === 'US' ? 'US' : 'PH'] }, [
    'manila',
  ]);
}

async function formTeam(
  team: Team,
  draft: { readonly name: string; readonly shiftId: string; readonly holidayLists: readonly string[] },
  members: readonly Member[],
): Promise<void> {
  const { id: teamId } = await addTeam(team.caller('manager', 'team.add'), draft);
  const from = team.history.trade.period.from;
  for (const member of members) {
    const assignment = { personId: team.actor(member).id, teamId, shiftId: null, from, until: null };
    await assignWork(team.caller('manager', 'work.assign'), assignment);
  }
}

const ABSENT_BUSINESS_DAYS = 4;

/** Who covers is away neither; the leave began on the demo's last day. */
export async function sayWhoIsAway(team: Team): Promise<void> {
  team.notes.set('away', 'bengaluru');
  const { today, through } = team.history.trade.period;
  const permissions = new Set<never>();
  const leave = { kind: 'leave', fromMinute: null, untilMinute: null, note: 'Wedding in the family' } as const;
  const until = addBusinessDays(today, ABSENT_BUSINESS_DAYS);
  await noteAbsence(
    { ...team.caller('bengaluru', 'absence.note'), permissions },
    { ...leave, personId: team.actor('bengaluru').id, from: through, until },
  );
  const training = { kind: 'training', fromMinute: 14 * 60, untilMinute: 16 * 60, note: 'New call sheet' } as const;
  const on = addBusinessDays(today, 2);
  await noteAbsence(
    { ...team.caller('collections_analyst', 'absence.note'), permissions },
    { ...training, personId: team.actor('collections_analyst').id, from: on, until: on },
  );
}
