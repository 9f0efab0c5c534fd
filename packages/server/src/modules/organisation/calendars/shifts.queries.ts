/** Shifts, teams, the company's own hours, and who is assigned to what. */
import type { LocalDate, WorkPattern, WorkSpan } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export type Cycle = readonly (readonly WorkSpan[])[];

export interface Shift {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly anchor: LocalDate;
  readonly cycle: Cycle;
}

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly shiftId: string;
  readonly holidayLists: readonly string[];
}

export interface Assignment {
  readonly id: string;
  readonly personId: string;
  readonly teamId: string | null;
  readonly shiftId: string | null;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

export interface CompanyHours {
  readonly shiftId: string;
  readonly holidayLists: readonly string[];
}

/** By name, also retired ones that somebody was assigned to. */
export function listShifts(tx: Tx): Promise<(Shift & { isRetired: boolean })[]> {
  return tx.all(sql`
    select id, name, time_zone as "timeZone", anchor::text as anchor, cycle, retired_at is not null as "isRetired"
      from shift where company_id = ${tx.company.id} order by lower(name), id`);
}

export async function insertShift(tx: Tx, { id, name, timeZone, anchor, cycle }: Shift): Promise<void> {
  await tx.run(sql`
    insert into shift (company_id, id, name, time_zone, anchor, cycle)
      values (${tx.company.id}, ${id}, ${name}, ${timeZone}, ${anchor}::date, ${JSON.stringify(cycle)}::jsonb)`);
}

export async function updateShift(tx: Tx, { id, name, timeZone, anchor, cycle }: Shift): Promise<void> {
  await tx.run(sql`
    update shift set name = ${name}, time_zone = ${timeZone}, anchor = ${anchor}::date, cycle = ${JSON.stringify(cycle)}::jsonb
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function retireShift(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update shift set retired_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}

export function listTeams(tx: Tx): Promise<(Team & { isRetired: boolean })[]> {
  return tx.all(sql`
    select id, name, shift_id as "shiftId", holiday_lists as "holidayLists", retired_at is not null as "isRetired"
      from work_team where company_id = ${tx.company.id} order by lower(name), id`);
}

export async function insertTeam(tx: Tx, { id, name, shiftId, holidayLists }: Team): Promise<void> {
  await tx.run(sql`
    insert into work_team (company_id, id, name, shift_id, holiday_lists)
      values (${tx.company.id}, ${id}, ${name}, ${shiftId}, ${[...holidayLists]}::text[])`);
}

export async function updateTeam(tx: Tx, { id, name, shiftId, holidayLists }: Team): Promise<void> {
  await tx.run(sql`
    update work_team set name = ${name}, shift_id = ${shiftId}, holiday_lists = ${[...holidayLists]}::text[]
      where company_id = ${tx.company.id} and id = ${id}`);
}

export async function retireTeam(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update work_team set retired_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}

export function findCompanyHours(tx: Tx): Promise<CompanyHours | undefined> {
  return tx.maybe(sql`
    select shift_id as "shiftId", holiday_lists as "holidayLists" from company_hours where company_id = ${tx.company.id}`);
}

/** The company's own pattern and lists in one question: every agreed time asks it. */
export function findCompanyPattern(
  tx: Tx,
): Promise<(Omit<WorkPattern, 'from' | 'until'> & { readonly holidayLists: readonly string[] }) | undefined> {
  return tx.maybe(sql`
    select s.time_zone as "timeZone", s.anchor::text as anchor, s.cycle, h.holiday_lists as "holidayLists"
      from company_hours h join shift s on s.company_id = h.company_id and s.id = h.shift_id
      where h.company_id = ${tx.company.id}`);
}

export async function saveCompanyHours(tx: Tx, { shiftId, holidayLists }: CompanyHours): Promise<void> {
  await tx.run(sql`
    insert into company_hours (company_id, shift_id, holiday_lists)
      values (${tx.company.id}, ${shiftId}, ${[...holidayLists]}::text[])
      on conflict (company_id) do update set shift_id = excluded.shift_id, holiday_lists = excluded.holiday_lists`);
}

const ASSIGNMENT = sql`
  id, person_id as "personId", team_id as "teamId", shift_id as "shiftId", from_on::text as "from", until_on::text as "until"`;

/** That reach into the days, in the order in which they count. */
export function listAssignments(tx: Tx, { from, until }: { from: LocalDate; until: LocalDate }): Promise<Assignment[]> {
  return tx.all(sql`
    select ${ASSIGNMENT} from work_assignment
      where company_id = ${tx.company.id} and withdrawn_at is null and from_on <= ${until}::date
        and coalesce(until_on, 'infinity') >= ${from}::date
      order by from_on, recorded_at, id`);
}

export function findAssignment(tx: Tx, id: string): Promise<Assignment | undefined> {
  return tx.maybe(sql`
    select ${ASSIGNMENT} from work_assignment
      where company_id = ${tx.company.id} and id = ${id} and withdrawn_at is null for update`);
}

export async function insertAssignment(tx: Tx, one: Assignment): Promise<void> {
  await tx.run(sql`
    insert into work_assignment (company_id, id, person_id, team_id, shift_id, from_on, until_on, recorded_at)
      values (${tx.company.id}, ${one.id}, ${one.personId}, ${one.teamId}, ${one.shiftId}, ${one.from}::date, ${one.until}::date,
        ${tx.recordedAt})`);
}

export async function endAssignment(tx: Tx, { id, until }: { id: string; until: LocalDate }): Promise<void> {
  await tx.run(sql`
    update work_assignment set until_on = ${until}::date where company_id = ${tx.company.id} and id = ${id}`);
}

export async function withdrawAssignment(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update work_assignment set withdrawn_at = ${tx.recordedAt} where company_id = ${tx.company.id} and id = ${id}`);
}
