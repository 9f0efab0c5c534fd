/** Who is away: each says it of themselves, who looks after the calendars of anybody. */
import { daysBetween } from '@quittance/core/calendar';
import type { Permission } from '@quittance/core/permissions';
import { runCommand } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { type Absence, findAbsence, insertAbsence, withdrawAbsence } from './absences.queries.ts';
import type { CalendarCaller } from './holidays.usecase.ts';
import { requireMember } from './shifts.usecase.ts';

export interface AbsenceCaller extends CalendarCaller {
  readonly permissions: ReadonlySet<Permission>;
}

export const ABSENCE_DAYS_MAX = 366;

/** Throws `absence_of_another`, `absence_too_long`, `person_not_in_company`. */
export function noteAbsence(caller: AbsenceCaller, draft: Omit<Absence, 'id'>): Promise<Absence> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    requireOwnOrManager(caller, draft.personId);
    await requireMember(tx, draft.personId);
    if (draft.until < draft.from || daysBetween(draft.from, draft.until) >= ABSENCE_DAYS_MAX) {
      throw new AppError('absence_too_long', `An absence ends after it began, within ${ABSENCE_DAYS_MAX} days.`);
    }
    const absence = { id: newId(), ...draft };
    await insertAbsence(tx, absence);
    tx.audit({ action: 'absence.note', subjectKind: 'person', subjectId: draft.personId, after: draft });
    return absence;
  });
}

export async function takeBackAbsence(caller: AbsenceCaller, id: string): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const before = await findAbsence(tx, id);
    if (before === undefined) throw notFound('absence', id);
    requireOwnOrManager(caller, before.personId);
    await withdrawAbsence(tx, id);
    tx.audit({ action: 'absence.withdraw', subjectKind: 'person', subjectId: before.personId, before });
    return null;
  });
}

function requireOwnOrManager({ scope, permissions }: AbsenceCaller, personId: string): void {
  if (personId === scope.actor.id || permissions.has('calendars.manage')) return;
  const message = 'You can say of yourself when you are away. A manager says it of others.';
  throw new AppError('absence_of_another', message, { status: 403 });
}
