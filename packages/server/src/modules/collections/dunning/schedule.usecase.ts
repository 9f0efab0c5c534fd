/** Runs start by themselves at an hour of the company's own days; each day once, whatever restarts in between. */
import { dateInZone, instantInZone, toEpochDay, weekdayOf } from '@quittance/core/calendar';
import { instantMicros } from '../../../platform/clock.ts';
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { listMembers } from '../../identity/index.ts';
import { strategiesInForce } from '../strategies/strategies.queries.ts';
import { remindOfPaper } from './remind-of-paper.usecase.ts';
import { carryOutRun, resumeRuns, startRun } from './run-dunning.usecase.ts';
import { runningRun, wasScheduledOn } from './runs.queries.ts';
import { type DunningSchedule, findSchedule, saveSchedule } from './schedule.queries.ts';

/** Throws `person_not_in_company`. */
export async function setSchedule(
  database: Database,
  scope: Scope,
  { schedule, command }: { readonly schedule: DunningSchedule; readonly command: Command },
): Promise<null> {
  return runCommand(database, scope, command, async (tx) => {
    const { actsTo } = schedule;
    if (actsTo !== null && (await listMembers(tx, { after: undefined, limit: 1, id: actsTo })).length === 0) {
      throw new AppError('person_not_in_company', 'The person does not work in this company. Choose another.');
    }
    const before = (await findSchedule(tx)) ?? null;
    await saveSchedule(tx, schedule);
    tx.audit({ action: 'dunning.schedule', subjectKind: 'company', subjectId: tx.company.id, before, after: schedule });
    return null;
  });
}

/** Of every minute: takes up what was left, and starts what the schedule says. */
export async function dunByTheClock(database: Database, scope: Scope): Promise<void> {
  await resumeRuns(database, scope);
  await remindOfPaper(database, scope);
  if (!(await database.read(scope, isDue))) return;
  const command = { action: 'dunning.start', body: { origin: 'schedule' } };
  const { id } = await startRun(database, scope, { origin: 'schedule', command });
  await carryOutRun(database, scope, id);
}

async function isDue(tx: Tx): Promise<boolean> {
  const schedule = await findSchedule(tx);
  if (schedule === undefined || !schedule.isOn) return false;
  const now = instantMicros(tx.recordedAt);
  const day = dateInZone(now, tx.company.timeZone);
  if (!schedule.weekdays.includes(weekdayOf(toEpochDay(day)))) return false;
  if (now < instantMicros(instantInZone(day, timeOfDay(schedule.atMinute), tx.company.timeZone))) return false;
  if (await wasScheduledOn(tx, day)) return false;
  return (await strategiesInForce(tx)) !== undefined && (await runningRun(tx)) === undefined;
}

/** 540 is "09:00". */
function timeOfDay(minute: number): string {
  const two = (figure: number): string => String(figure).padStart(2, '0');
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
