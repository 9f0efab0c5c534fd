/** Who works when over some days, and who is away. */
import { addDays, hoursOn, instantInZone, type LocalDate, type Window, workWindows } from '@quittance/core/calendar';
import type { Tx } from '../../../platform/database/transaction.ts';
import { listMembers } from '../../identity/index.ts';
import { type Absence, listAbsences } from './absences.queries.ts';
import { type Assignment, listAssignments } from './shifts.queries.ts';
import { personCalendars } from './work-calendars.ts';

export const PLAN_DAYS_MAX = 31;
export const PLAN_PEOPLE_MAX = 500;

export interface PlannedPerson {
  readonly id: string;
  readonly name: string;
  readonly teamId: string | null;
  readonly shiftId: string | null;
  /** The zone in which their hours are meant. */
  readonly timeZone: string;
  readonly windows: readonly Window[];
  readonly days: readonly { readonly day: LocalDate; readonly minutes: number }[];
  readonly absences: readonly Absence[];
}

/** By name; people who left are not planned. */
export async function workPlan(
  tx: Tx,
  { from, days }: { readonly from: LocalDate; readonly days: number },
): Promise<PlannedPerson[]> {
  const until = addDays(from, days - 1);
  const members = await listMembers(tx, { after: undefined, limit: PLAN_PEOPLE_MAX });
  const calendarOf = await personCalendars(tx);
  const assignments = await listAssignments(tx, { from, until });
  const absences = await listAbsences(tx, { from, until });
  const now = instantInZone(from, '00:00', tx.company.timeZone);
  return members
    .filter(({ disabledAt }) => disabledAt === null)
    .map(({ id, name }) => {
      const calendar = calendarOf(id);
      const assignment = current(assignments, { personId: id, day: from });
      return {
        id,
        name,
        teamId: assignment?.teamId ?? null,
        shiftId: assignment?.shiftId ?? null,
        timeZone: calendar.patterns.at(-1)?.timeZone ?? tx.company.timeZone,
        windows: workWindows(calendar, { now, days }),
        days: Array.from({ length: days }, (_, index) => {
          const day = addDays(from, index);
          const spans = hoursOn(calendar, day);
          return { day, minutes: spans.reduce((sum, span) => sum + span.untilMinute - span.fromMinute, 0) };
        }),
        absences: absences.filter(({ personId }) => personId === id),
      };
    });
}

function current(
  assignments: readonly Assignment[],
  { personId, day }: { personId: string; day: LocalDate },
): Assignment | undefined {
  return assignments.findLast(
    (one) => one.personId === personId && one.from <= day && (one.until === null || day <= one.until),
  );
}
