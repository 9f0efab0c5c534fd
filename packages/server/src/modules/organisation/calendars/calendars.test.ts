import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Caller, openTestApp, type TestApp } from '../../../app.fixture.ts';
import type { Scope } from '../../../platform/database/transaction.ts';
import { insertCustomers } from '../../customers/index.ts';
import type { CustomerHours } from './customer-hours.usecase.ts';
import { listHolidays } from './holidays.queries.ts';
import { turnYear } from './holidays.usecase.ts';
import { companyCalendar } from './work-calendars.ts';

let test: TestApp;
let scope: Scope;
let manager: Caller;
let analyst: Caller;
let auditor: Caller;

/** The test's clock begins on Monday 2 March 2026 at 10:00 in Rome. */
beforeAll(async () => {
  test = await openTestApp();
  const company = await test.addCompany('IT01');
  scope = { company, actor: test.operator };
  manager = await test.signIn('Marta Manager', company, 'manager');
  analyst = await test.signIn('Ada Analista', company, 'collections_analyst');
  auditor = await test.signIn('Aldo Auditor', company, 'auditor');
});
afterAll(() => test.close());

const at = (path: string): string => `/companies/IT01${path}`;
const hours = (from: number, until: number) => ({ fromMinute: from * 60, untilMinute: until * 60 });
const week = (...spans: ReturnType<typeof hours>[]) => [spans, spans, spans, spans, spans, [], []];
const shift = (name: string, cycle: unknown, timeZone = 'Europe/Rome') => ({
  name,
  timeZone,
  anchor: '2026-01-05',
  cycle,
});
async function made(path: string, body: unknown): Promise<string> {
  const answer = await manager.send('POST', at(path), body);
  expect([path, answer.status, answer.body.detail]).toEqual([path, 201, undefined]);
  return answer.body.id;
}
const daysOf = async (code: string, year: number) =>
  (await analyst.get(at(`/holiday-lists/${code}/days?year=${year}`))).body as unknown as {
    rows: { day: string; name: string; effect: string; origin: string }[];
    isLikelyWhole: boolean;
  };

describe('holidays', () => {
  it('the list of a country comes filled for two years, to be checked, and says when the library knows too little', async () => {
    expect(
      (await analyst.send('POST', at('/holiday-lists'), { code: 'IT', name: 'Italy', country: 'IT' })).status,
    ).toBe(403);
    for (const [code, name] of [
      ['IT', 'Italy'],
      ['IN', 'India'],
    ]) {
      const added = await manager.send('POST', at('/holiday-lists'), { code, name, country: code });
      expect(added.status).toBe(201);
    }
    const italy = await daysOf('IT', 2026);
    expect(italy.rows.find(({ day }) => day === '2026-12-08')).toMatchObject({ effect: 'closed', origin: 'library' });
    expect([italy.isLikelyWhole, (await daysOf('IN', 2027)).isLikelyWhole]).toEqual([true, false]);
    const { lists } = (await analyst.get(at('/calendars'))).body as unknown as {
      lists: { code: string; years: { year: number; checkedAt: string | null }[] }[];
    };
    const seen = lists.find(({ code }) => code === 'IT')?.years.map(({ year, checkedAt }) => [year, checkedAt]);
    expect(seen).toEqual([
      [2026, null],
      [2027, null],
    ]);
  });

  it('what a person wrote survives the library; a day taken away stays ordinary', async () => {
    const own = { name: 'Ponte', effect: 'closed' };
    expect((await manager.send('PUT', at('/holiday-lists/IT/days/2026-12-07'), own)).status).toBe(204);
    const none = { name: 'Ferragosto', effect: 'ordinary', kind: 'public' };
    await manager.send('PUT', at('/holiday-lists/IT/days/2026-08-15'), none);
    const seeded = await manager.send('POST', at('/holiday-lists/IT/years/2026/seed'));
    expect(seeded.body).toMatchObject({ changed: 0 });
    const { rows } = await daysOf('IT', 2026);
    const day = (wanted: string) => rows.find((one) => one.day === wanted);
    expect(day('2026-12-07')).toMatchObject({ name: 'Ponte', effect: 'closed', origin: 'person' });
    expect(day('2026-08-15')).toMatchObject({ effect: 'ordinary', origin: 'person' });
  });

  it('days of India are brought in together; a half day without hours is refused, naming the row', async () => {
    const diwali = { day: '2026-11-08', name: 'Diwali', effect: 'closed', kind: 'public' };
    const wrong = await manager.send('POST', at('/holiday-lists/IN/days'), {
      days: [diwali, { day: '2026-03-04', name: 'Holi', effect: 'half' }],
    });
    expect([wrong.status, wrong.text.includes('days.1.fromMinute')]).toEqual([400, true]);
    const brought = await manager.send('POST', at('/holiday-lists/IN/days'), { days: [diwali] });
    expect(brought.body).toEqual({ count: 1 });
    expect((await manager.send('POST', at('/holiday-lists/IN/years/2026/check'))).status).toBe(204);
    expect((await manager.send('POST', at('/holiday-lists/IN/years/2031/check'))).status).toBe(404);
  });

  it('a country the library does not know, a year out of reach and a list of one’s own say what to do', async () => {
    const unknown = await manager.send('POST', at('/holiday-lists'), { code: 'XX', name: 'Nowhere', country: 'XX' });
    expect(unknown.body.code).toBe('country_unknown');
    expect((await manager.send('POST', at('/holiday-lists/IT/years/2099/seed'))).body.code).toBe('year_out_of_reach');
    await manager.send('POST', at('/holiday-lists'), { code: 'PLANT', name: 'Closing of the plant' });
    const own = await manager.send('POST', at('/holiday-lists/PLANT/years/2026/seed'));
    expect(own.body.code).toBe('holiday_list_is_own');
    expect((await manager.send('POST', at('/holiday-lists'), { code: 'IT', name: 'Again' })).body.code).toBe(
      'holiday_list_taken',
    );
  });
});

describe('shifts, teams and people', () => {
  it('hours that overlap, end before they begin or are none are refused, naming the day', async () => {
    const refused = async (cycle: unknown, zone?: string) =>
      (await manager.send('POST', at('/shifts'), shift('Wrong', cycle, zone))).body;
    expect((await refused(week(hours(9, 13), hours(12, 18)))).detail).toContain('Day 1');
    expect((await refused(week(hours(13, 9)))).code).toBe('shift_hours_wrong');
    expect((await refused([[], []])).code).toBe('shift_without_hours');
    expect((await refused(week(hours(9, 17)), 'Europe/Atlantis')).code).toBe('time_zone_unknown');
  });

  it('agreed times run by the company’s shift and holidays, once it has said them', async () => {
    const { database } = test.app.services;
    const calendar = () => database.read(scope, companyCalendar);
    expect((await calendar()).days.size).toBe(0);
    const day = await made('/shifts', shift('Office', week(hours(8.5, 13), hours(14, 18))));
    const set = await manager.send('PUT', at('/calendars/company'), { shiftId: day, holidayLists: ['IT', 'PLANT'] });
    expect(set.status).toBe(204);
    const now = await calendar();
    expect(now.patterns[0]?.cycle[0]).toEqual([hours(8.5, 13), hours(14, 18)]);
    expect([...now.days.keys()]).toContain('2026-12-07');
    expect([...now.days.keys()]).not.toContain('2026-08-15');
    expect((await manager.send('DELETE', at(`/shifts/${day}`))).body.detail).toContain('the company');
    expect((await manager.send('POST', at('/shifts'), shift('OFFICE', week(hours(9, 17))))).body.code).toBe(
      'shift_name_taken',
    );
  });

  it('who is in a night team works its nights without the company’s holidays, and not while away', async () => {
    const night = await made('/shifts', shift('Night', week(hours(20, 29)), 'Asia/Manila'));
    const team = await made('/work-teams', { name: 'Manila', shiftId: night, holidayLists: ['PLANT'] });
    await made('/work-assignments', { personId: analyst.id, teamId: team, from: '2026-11-23' });
    const away = { personId: analyst.id, kind: 'leave', from: '2026-12-09', until: '2026-12-10' };
    expect((await analyst.send('POST', at('/absences'), away)).status).toBe(201);
    const plan = (await manager.get(at('/work-plan?from=2026-12-07&days=5'))).body as unknown as {
      people: { id: string; timeZone: string; days: { minutes: number }[]; windows: { from: string }[] }[];
    };
    const person = plan.people.find(({ id }) => id === analyst.id);
    expect(person?.timeZone).toBe('Asia/Manila');
    expect(person?.days.map(({ minutes }) => minutes)).toEqual([540, 540, 0, 0, 540]);
    expect(person?.windows[0]?.from).toBe('2026-12-07T12:00:00Z');
    const others = plan.people.find(({ id }) => id === manager.id);
    expect(others?.days.map(({ minutes }) => minutes)).toEqual([0, 0, 510, 510, 510]);
  });

  it('nobody says of another that they are away, but the manager; an auditor says nothing', async () => {
    const away = (personId: string) => ({ personId, kind: 'sick', from: '2026-11-25', until: '2026-11-25' });
    expect((await analyst.send('POST', at('/absences'), away(manager.id))).body.code).toBe('absence_of_another');
    expect((await auditor.send('POST', at('/absences'), away(auditor.id))).status).toBe(403);
    const noted = await manager.send('POST', at('/absences'), away(analyst.id));
    expect(noted.status).toBe(201);
    expect((await analyst.send('DELETE', at(`/absences/${noted.body.id}`))).status).toBe(204);
  });

  it('an assignment that ends before its first day never was; a team with people stays', async () => {
    const { teams } = (await manager.get(at('/calendars'))).body as unknown as { teams: { id: string }[] };
    const team = teams[0]?.id;
    const id = await made('/work-assignments', { personId: manager.id, teamId: team, from: '2026-03-02' });
    expect((await manager.send('DELETE', at(`/work-teams/${team}`))).body.code).toBe('team_in_use');
    await manager.send('POST', at(`/work-assignments/${id}/end`), { until: '2026-03-01' });
    const [row] = (await manager.get(at('/work-assignments?from=2026-11-23'))).body.rows;
    await manager.send('POST', at(`/work-assignments/${row?.id}/end`), { until: '2026-11-22' });
    expect((await manager.get(at('/work-assignments?from=2026-11-23'))).body.rows).toEqual([]);
    expect((await manager.send('DELETE', at(`/work-teams/${team}`))).status).toBe(204);
  });

  it('every change leaves its line in the audit trail', async () => {
    const trail = await auditor.get(at(`/audit?subject=person:${analyst.id}`));
    expect(trail.body.rows.map(({ action }) => action)).toEqual([
      'work.end',
      'absence.withdraw',
      'absence.note',
      'absence.note',
      'work.assign',
    ]);
  });
});

describe('when customers can be called', () => {
  const CUSTOMER = '00000000-0000-7000-8000-00000000c001';
  const read = async () => (await analyst.get(at(`/customers/${CUSTOMER}/hours`))).body as unknown as CustomerHours;

  it('by the country, as the company knows better, as is known of the one customer; each taken back again', async () => {
    const { database } = test.app.services;
    const place = { country: 'US', timeZone: null };
    await database.write(scope, (tx) =>
      insertCustomers(tx, [{ id: CUSTOMER, number: 'C-1', name: 'ACME', ...place }], null),
    );
    expect(await read()).toMatchObject({ timeZone: 'America/New_York', own: null, window: { isNow: false } });
    // Monday 10:00 in Rome is 04:00 in New York: the window opens at 09:00 there and ends with the day in Rome.
    expect((await read()).window).toMatchObject({ from: '2026-03-02T14:00:00Z', until: '2026-03-02T17:00:00Z' });

    const early = { timeZone: 'America/Chicago', week: week(hours(6, 12)) };
    expect((await manager.send('PUT', at('/country-hours/US'), early)).status).toBe(204);
    expect((await read()).window).toMatchObject({ from: '2026-03-02T13:00:00Z', until: '2026-03-02T17:00:00Z' });

    const own = { week: week(hours(6, 8)), holidayList: null, note: 'Ask for Jim' };
    expect((await analyst.send('PUT', at(`/customers/${CUSTOMER}/hours`), own)).status).toBe(204);
    expect(await read()).toMatchObject({ own: { note: 'Ask for Jim' }, window: { from: '2026-03-02T13:00:00Z' } });

    const plant = { name: 'Closed', effect: 'closed' };
    await manager.send('PUT', at('/holiday-lists/PLANT/days/2026-03-02'), plant);
    await analyst.send('PUT', at(`/customers/${CUSTOMER}/hours`), { ...own, holidayList: 'PLANT' });
    expect((await read()).window?.from.slice(0, 10)).toBe('2026-03-03');

    await analyst.send('PUT', at(`/customers/${CUSTOMER}/hours`), { week: null, holidayList: null, note: null });
    expect((await manager.send('DELETE', at('/country-hours/US'))).status).toBe(204);
    expect(await read()).toMatchObject({ timeZone: 'America/New_York', own: null });
  });

  it('a customer that is none, a list and a zone that are none are refused', async () => {
    const nobody = at('/customers/00000000-0000-7000-8000-00000000dead/hours');
    expect((await analyst.get(nobody)).status).toBe(404);
    const wrong = { week: null, holidayList: 'NONE', note: null };
    expect((await analyst.send('PUT', at(`/customers/${CUSTOMER}/hours`), wrong)).status).toBe(404);
    const zone = await manager.send('PUT', at('/country-hours/US'), { timeZone: 'Mars', week: week(hours(9, 17)) });
    expect(zone.body.code).toBe('time_zone_unknown');
  });
});

describe('the turn of the year', () => {
  it('the year’s turn fills what is missing once, and shows it as to be checked', async () => {
    const { database } = test.app.services;
    expect(await turnYear(database, scope)).toEqual({ filled: 0 });
    test.clock.forward(60 * 24 * 600); // October of 2027
    expect(await turnYear(database, scope)).toEqual({ filled: 2 });
    expect(await turnYear(database, scope)).toEqual({ filled: 0 });
    const days = await database.read(scope, (tx) => listHolidays(tx, { code: 'IT', year: 2028 }));
    expect(days.length).toBeGreaterThan(10);
  });
});
