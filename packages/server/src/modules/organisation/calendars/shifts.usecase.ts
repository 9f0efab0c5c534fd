/** Shifts and teams, the company's own hours, and who is assigned to what from when. */
import { isTimeZone, type LocalDate, type WorkSpan } from '@quittance/core/calendar';
import { runCommand } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { memberRoles } from '../../identity/index.ts';
import { listHolidayLists } from './holidays.queries.ts';
import type { CalendarCaller } from './holidays.usecase.ts';
import {
  type Assignment,
  type CompanyHours,
  type Cycle,
  endAssignment,
  findAssignment,
  findCompanyHours,
  insertAssignment,
  insertShift,
  insertTeam,
  listAssignments,
  listShifts,
  listTeams,
  retireShift,
  retireTeam,
  type Shift,
  saveCompanyHours,
  type Team,
  updateShift,
  updateTeam,
  withdrawAssignment,
} from './shifts.queries.ts';

export const SHIFTS_MAX = 100;
export const TEAMS_MAX = 200;
const MINUTES_PER_DAY = 1_440;

export type ShiftDraft = Omit<Shift, 'id'>;
export type TeamDraft = Omit<Team, 'id'>;

/** Throws `time_zone_unknown`, `shift_without_hours`, `shift_hours_wrong`, `shift_name_taken`. */
export function addShift(caller: CalendarCaller, draft: ShiftDraft): Promise<Shift> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const shifts = (await listShifts(tx)).filter(({ isRetired }) => !isRetired);
    if (shifts.length >= SHIFTS_MAX) throw new AppError('shifts_too_many', `There are ${SHIFTS_MAX} shifts already.`);
    requireGoodShift(draft);
    requireFreeName(shifts, { id: null, name: draft.name }, 'shift_name_taken');
    const shift = { id: newId(), ...draft };
    await insertShift(tx, shift);
    tx.audit({ action: 'shift.add', subjectKind: 'shift', subjectId: shift.id, after: draft });
    return shift;
  });
}

/** New hours hold for all days, past ones too: agreed times are reckoned anew. */
export function changeShift(caller: CalendarCaller, shift: Shift): Promise<Shift> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const shifts = (await listShifts(tx)).filter(({ isRetired }) => !isRetired);
    const before = shifts.find(({ id }) => id === shift.id);
    if (before === undefined) throw notFound('shift', shift.id);
    requireGoodShift(shift);
    requireFreeName(shifts, shift, 'shift_name_taken');
    await updateShift(tx, shift);
    tx.audit({ action: 'shift.change', subjectKind: 'shift', subjectId: shift.id, before, after: shift });
    return shift;
  });
}

/** Nobody is put into it any more. Throws `shift_in_use` while the company, a team or a person works by it. */
export async function removeShift(caller: CalendarCaller, id: string): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    await requireShift(tx, id);
    const team = (await listTeams(tx)).find((one) => one.shiftId === id && !one.isRetired);
    const isOfCompany = (await findCompanyHours(tx))?.shiftId === id;
    const people = (await listAssignments(tx, { from: tx.today, until: tx.today })).filter((one) => one.shiftId === id);
    if (team || isOfCompany || people.length > 0) {
      const who = team ? `the team ${team.name}` : isOfCompany ? 'the company' : `${people.length} people`;
      throw new AppError('shift_in_use', `It is the shift of ${who}. Give them another one first.`, { status: 409 });
    }
    await retireShift(tx, id);
    tx.audit({ action: 'shift.retire', subjectKind: 'shift', subjectId: id });
    return null;
  });
}

export function addTeam(caller: CalendarCaller, draft: TeamDraft): Promise<Team> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const teams = (await listTeams(tx)).filter(({ isRetired }) => !isRetired);
    if (teams.length >= TEAMS_MAX) throw new AppError('teams_too_many', `There are ${TEAMS_MAX} teams already.`);
    requireFreeName(teams, { id: null, name: draft.name }, 'team_name_taken');
    await requireShift(tx, draft.shiftId);
    await requireLists(tx, draft.holidayLists);
    const team = { id: newId(), ...draft };
    await insertTeam(tx, team);
    tx.audit({ action: 'team.add', subjectKind: 'team', subjectId: team.id, after: draft });
    return team;
  });
}

export function changeTeam(caller: CalendarCaller, team: Team): Promise<Team> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const teams = (await listTeams(tx)).filter(({ isRetired }) => !isRetired);
    const before = teams.find(({ id }) => id === team.id);
    if (before === undefined) throw notFound('team', team.id);
    requireFreeName(teams, team, 'team_name_taken');
    await requireShift(tx, team.shiftId);
    await requireLists(tx, team.holidayLists);
    await updateTeam(tx, team);
    tx.audit({ action: 'team.change', subjectKind: 'team', subjectId: team.id, before, after: team });
    return team;
  });
}

/** Throws `team_in_use` while people are in it. */
export async function removeTeam(caller: CalendarCaller, id: string): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    await requireTeam(tx, id);
    const members = (await listAssignments(tx, { from: tx.today, until: tx.today })).filter((one) => one.teamId === id);
    if (members.length > 0) {
      const message = `${members.length} people work in it today. End their assignments first.`;
      throw new AppError('team_in_use', message, { status: 409 });
    }
    await retireTeam(tx, id);
    tx.audit({ action: 'team.retire', subjectKind: 'team', subjectId: id });
    return null;
  });
}

export async function setCompanyHours(caller: CalendarCaller, hours: CompanyHours): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    await requireShift(tx, hours.shiftId);
    await requireLists(tx, hours.holidayLists);
    const before = await findCompanyHours(tx);
    await saveCompanyHours(tx, hours);
    tx.audit({ action: 'company.hours', subjectKind: 'company', subjectId: tx.company.id, before, after: hours });
    return null;
  });
}

export type AssignmentDraft = Omit<Assignment, 'id'>;

/** Throws `person_not_in_company`, `not_found`. */
export function assignWork(caller: CalendarCaller, draft: AssignmentDraft): Promise<Assignment> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    await requireMember(tx, draft.personId);
    if (draft.teamId !== null) await requireTeam(tx, draft.teamId);
    if (draft.shiftId !== null) await requireShift(tx, draft.shiftId);
    const assignment = { id: newId(), ...draft };
    await insertAssignment(tx, assignment);
    tx.audit({ action: 'work.assign', subjectKind: 'person', subjectId: draft.personId, after: draft });
    return assignment;
  });
}

/** What never began is withdrawn; what began ends on that day. */
export async function endWork(caller: CalendarCaller, given: { id: string; until: LocalDate }): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const before = await findAssignment(tx, given.id);
    if (before === undefined) throw notFound('assignment', given.id);
    if (given.until < before.from) await withdrawAssignment(tx, given.id);
    else await endAssignment(tx, given);
    tx.audit({ action: 'work.end', subjectKind: 'person', subjectId: before.personId, before, after: given });
    return null;
  });
}

export async function requireMember(tx: Tx, personId: string): Promise<void> {
  if ((await memberRoles(tx, personId)).length > 0) return;
  throw new AppError('person_not_in_company', 'This person does not work in the company.', { status: 404 });
}

function requireGoodShift({ timeZone, cycle }: ShiftDraft): void {
  if (!isTimeZone(timeZone)) {
    throw new AppError('time_zone_unknown', `${timeZone} is no time zone; write it as Europe/Rome.`);
  }
  requireGoodCycle(cycle);
}

/** Throws `shift_without_hours`, and `shift_hours_wrong`, naming the day. */
export function requireGoodCycle(cycle: Cycle): void {
  if (cycle.every((spans) => spans.length === 0)) {
    throw new AppError(
      'shift_without_hours',
      'No day has hours. Give at least one day from when until when it is worked.',
    );
  }
  for (const [index, spans] of cycle.entries()) {
    const wrong = wrongIn(spans);
    if (wrong) throw new AppError('shift_hours_wrong', `Day ${index + 1}: ${wrong}`);
  }
}

function wrongIn(spans: readonly WorkSpan[]): string | null {
  for (const [index, { fromMinute, untilMinute }] of spans.entries()) {
    if (fromMinute >= MINUTES_PER_DAY) return 'hours begin on the day itself, before midnight.';
    if (untilMinute <= fromMinute) return 'hours end after they begin; beyond midnight they end on the next day.';
    if (untilMinute - fromMinute > MINUTES_PER_DAY) return 'hours last for 24 hours at most.';
    const before = spans[index - 1];
    if (before && fromMinute < before.untilMinute) return 'hours follow each other and do not overlap.';
  }
  return null;
}

function requireFreeName(
  all: readonly { readonly id: string; readonly name: string }[],
  wanted: { readonly id: string | null; readonly name: string },
  code: 'shift_name_taken' | 'team_name_taken',
): void {
  const name = wanted.name.toLowerCase();
  if (!all.some((one) => one.id !== wanted.id && one.name.toLowerCase() === name)) return;
  throw new AppError(code, `There is one called ${wanted.name} already.`, { status: 409 });
}

async function requireShift(tx: Tx, id: string): Promise<void> {
  const shift = (await listShifts(tx)).find((one) => one.id === id && !one.isRetired);
  if (shift === undefined) throw notFound('shift', id);
}

async function requireTeam(tx: Tx, id: string): Promise<void> {
  const team = (await listTeams(tx)).find((one) => one.id === id && !one.isRetired);
  if (team === undefined) throw notFound('team', id);
}

export async function requireLists(tx: Tx, codes: readonly string[]): Promise<void> {
  const known = new Set((await listHolidayLists(tx)).map(({ code }) => code));
  const missing = codes.find((code) => !known.has(code));
  if (missing !== undefined) throw notFound('list of holidays', missing);
}
