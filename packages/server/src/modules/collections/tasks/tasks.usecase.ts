/**
 * Tasks for oneself and others. A day is due when the one who has it stops working on it; a number of working hours runs by their
 * calendar. A recurring task that is done makes its next one.
 */
import {
  addDays,
  addMonths,
  addWorkingMinutes,
  dateInZone,
  instantInZone,
  type LocalDate,
  subtractWorkingMinutes,
  type WorkCalendar,
  workWindows,
} from '@quittance/core/calendar';
import { permissionsOf } from '@quittance/core/permissions';
import { mentionedIn, nextOccurrence } from '@quittance/core/tasks';
import { type Command, type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { findCustomer, listColleagues } from '../../customers/index.ts';
import { memberRoles } from '../../identity/index.ts';
import { findHold, findItem } from '../../ledger/index.ts';
import { companyCalendar, personCalendars } from '../../organisation/index.ts';
import { peopleHere } from '../portfolios/people-on-duty.queries.ts';
import { findPromise } from '../promises/promises.queries.ts';
import type { TaskAct } from './task-act.ts';
import {
  type Escalation,
  escalateBefore,
  findEscalation,
  insertChange,
  insertMentions,
  insertTask,
  isOverdue,
  lockTask,
  markSeen,
  nextOfTask,
  saveEscalation,
  setStatus,
  type Task,
  type TaskFields,
  updateTask,
} from './tasks.queries.ts';

export interface TaskCaller {
  readonly database: Database;
  readonly scope: Scope;
  readonly command: Command;
}

/** One of: the end of work on a day, so many working hours from now, an instant. */
export type Due = { readonly on: LocalDate } | { readonly inHours: number } | { readonly at: string };

export type TaskDraft = Omit<TaskFields, 'dueAt'> & { readonly due: Due };
export type NewTaskDraft = TaskDraft &
  Pick<Task, 'subjectKind' | 'subjectId' | 'customerId'> & { readonly act?: TaskAct };

const DAYS_LOOKED_AHEAD = 60; // for a day on which somebody works again
const MINUTES_PER_HOUR = 60;
const MICROS_PER_MS = 1_000n;

/** Throws `not_found`, `person_not_in_company`, `person_cannot_act`, `due_never_worked`, `task_due_out_of_reach`. */
export function addTask(caller: TaskCaller, draft: NewTaskDraft): Promise<{ id: string }> {
  return runCommand(caller.database, caller.scope, caller.command, (tx) => giveTask(tx, draft));
}

/** As part of another act, such as a call. */
export async function giveTask(tx: CommandTx, draft: NewTaskDraft): Promise<{ id: string }> {
  await requireMember(tx, draft.assigneeId);
  const customerId = (await customerOfSubject(tx, draft)) ?? draft.customerId;
  if (customerId !== null && !(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
  const { due, act = null, ...rest } = draft;
  const task = { ...rest, act, id: newId(), customerId, dueAt: await dueAt(tx, due, draft.assigneeId) };
  await insertTask(tx, task);
  await note(tx, { taskId: task.id, action: 'task.add', after: task });
  await mention(tx, task.id, { now: draft, before: null });
  return { id: task.id };
}

/** Whose customer it is about; what it is about is of this company. Throws `not_found`. */
async function customerOfSubject(
  tx: Tx,
  { subjectKind, subjectId }: Pick<NewTaskDraft, 'subjectKind' | 'subjectId'>,
): Promise<string | null> {
  if (subjectId === null || subjectKind === null) return null;
  if (subjectKind === 'customer') return subjectId;
  if (subjectKind === 'case') {
    const dispute = await findHold(tx, subjectId);
    if (dispute?.kind !== 'dispute') throw notFound('dispute', subjectId);
    return dispute.customerId;
  }
  const subject = subjectKind === 'item' ? await findItem(tx, subjectId) : await findPromise(tx, subjectId);
  if (subject === undefined) throw notFound(subjectKind, subjectId);
  return subject.customerId;
}

/** Another title, note, day or person. Throws `task_is_ended`. */
export async function changeTask(caller: TaskCaller, id: string, draft: TaskDraft): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const before = await requireOpen(tx, id);
    await requireMember(tx, draft.assigneeId);
    const { due, ...rest } = draft;
    const fields = { ...rest, dueAt: await dueAt(tx, due, draft.assigneeId, before.dueAt) };
    await updateTask(tx, id, fields);
    await note(tx, { taskId: id, action: 'task.change', before: fieldsOf(before), after: fields });
    await mention(tx, id, { now: draft, before });
    return null;
  });
}

/**
 * Done or cancelled. Answers the next one of a recurring task that is done. Calling off what somebody else is to do takes a reason, and
 * they are told. Throws `not_found`, `task_is_ended`, `cancel_needs_a_reason`.
 */
export function endTask(
  caller: TaskCaller,
  given: { readonly id: string; readonly status: 'done' | 'cancelled'; readonly reason: string | null },
): Promise<{ nextId: string | null }> {
  return runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const task = await requireOpen(tx, given.id);
    const { id, status, reason } = given;
    const isAnothers = status === 'cancelled' && task.assigneeId !== tx.actor.id;
    if (isAnothers && reason === null) {
      const message = `“${task.title}” is ${task.assigneeName}’s. Say why it is not needed any more: ${task.assigneeName} is told.`;
      throw new AppError('cancel_needs_a_reason', message, { details: { assigneeName: task.assigneeName } });
    }
    await setStatus(tx, id, { status, reason });
    await note(tx, { taskId: id, action: status === 'done' ? 'task.done' : 'task.cancel', after: { reason }, reason });
    await markSeen(tx, id);
    if (isAnothers) await insertMentions(tx, id, [task.assigneeId]);
    return { nextId: status === 'done' ? await repeatTask(tx, task) : null };
  });
}

async function repeatTask(tx: CommandTx, task: Task): Promise<string | null> {
  if (task.recurrence === null) return null;
  const made = await nextOfTask(tx, task.id);
  if (made !== undefined && made.status !== 'cancelled') return made.id; // reopened and done again
  const calendar = (await personCalendars(tx))(task.assigneeId);
  const isWorkingDay = (day: LocalDate): boolean => windowsOn(tx, calendar, day).length > 0;
  const dueOn = dayOf(tx, task.dueAt);
  const day = nextOccurrence(task.recurrence, dueOn, isWorkingDay);
  if (day === null) return null;
  const { title, note: text, subjectKind, subjectId, customerId, assigneeId, recurrence, isPinned } = task;
  const next = {
    act: task.act,
    title,
    note: text,
    subjectKind,
    subjectId,
    customerId,
    assigneeId,
    recurrence,
    isPinned,
  };
  const id = newId();
  await insertTask(tx, { ...next, id, dueAt: endOfWork(tx, calendar, day) });
  await note(tx, { taskId: id, action: 'task.repeat', after: { of: task.id, day } });
  return id;
}

/** The next one of a recurring task, which its end made, goes again, unless somebody has worked on it. */
export async function reopenTask(caller: TaskCaller, id: string): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    const task = await requireTask(tx, id);
    if (task.status === 'open') return null;
    await setStatus(tx, id, { status: 'open', reason: null });
    await note(tx, { taskId: id, action: 'task.reopen' });
    const next = task.recurrence === null ? undefined : await nextOfTask(tx, id);
    if (next?.status !== 'open' || !next.isUntouched) return null;
    await setStatus(tx, next.id, { status: 'cancelled', reason: null });
    await note(tx, { taskId: next.id, action: 'task.cancel', after: { reopened: id } });
    return null;
  });
}

export async function setEscalation(caller: TaskCaller, rule: Escalation): Promise<void> {
  await runCommand(caller.database, caller.scope, caller.command, async (tx) => {
    await requireMember(tx, rule.toPersonId);
    const before = await findEscalation(tx);
    await saveEscalation(tx, rule);
    tx.audit({ action: 'task.escalation', subjectKind: 'company', subjectId: tx.company.id, before, after: rule });
    return null;
  });
}

/** What is overdue for longer than the company lets it, by the company's hours, goes to whom the rule names. Once each. */
export async function escalateTasks(database: Database, scope: Scope): Promise<{ escalated: number }> {
  const due = await database.read(scope, readEscalation);
  // Most minutes nothing goes: then there is no command, and no line in the audit trail.
  if (due === null || !(await database.read(scope, (tx) => isOverdue(tx, due)))) return { escalated: 0 };
  return runCommand(database, scope, { action: 'task.escalate', body: null }, async (tx) => {
    const gone = await escalateBefore(tx, due);
    for (const { id } of gone) {
      await note(tx, { taskId: id, action: 'task.escalate', after: due });
      await insertMentions(tx, id, [due.toPersonId]);
    }
    return { escalated: gone.length };
  });
}

async function readEscalation(tx: Tx): Promise<{ border: string; toPersonId: string } | null> {
  const rule = await findEscalation(tx);
  if (rule === undefined) return null;
  const border = subtractWorkingMinutes(tx.recordedAt, rule.afterMinutes, await companyCalendar(tx));
  return border === null ? null : { border, toPersonId: rule.toPersonId };
}

export async function note(
  tx: CommandTx,
  change: { taskId: string; action: string; before?: unknown; after?: unknown; reason?: string | null },
): Promise<void> {
  const { taskId, action, before, after, reason } = change;
  await insertChange(tx, change);
  tx.audit({ action, subjectKind: 'task', subjectId: taskId, before, after, reason: reason ?? undefined });
}

/** Who has it without having made it is told, like everybody whom the words name; never who wrote them. */
async function mention(
  tx: CommandTx,
  taskId: string,
  { now, before }: { now: TaskDraft; before: Task | null },
): Promise<void> {
  const people = await listColleagues(tx);
  const named = (text: string): string[] => mentionedIn(text, people);
  const known = new Set(before === null ? [] : [...named(`${before.title} ${before.note}`), before.assigneeId]);
  const told = [...named(`${now.title} ${now.note}`), now.assigneeId];
  const fresh = told.filter((id) => id !== tx.actor.id && !known.has(id));
  if (fresh.length > 0) await insertMentions(tx, taskId, [...new Set(fresh)]);
}

/** A day that it had before may stay, though it is past. */
async function dueAt(tx: Tx, due: Due, assigneeId: string, before?: string): Promise<string> {
  requireInReach(tx, due, before === undefined ? null : dayOf(tx, before));
  if ('at' in due) return due.at;
  const calendar = (await personCalendars(tx))(assigneeId);
  if ('on' in due) return endOfWork(tx, calendar, due.on);
  const at = addWorkingMinutes(tx.recordedAt, due.inHours * MINUTES_PER_HOUR, calendar);
  if (at === null) {
    throw new AppError('due_never_worked', 'Whoever has it does not work long enough. Choose a day or another person.');
  }
  return at;
}

function dayOf(tx: Tx, instant: string): LocalDate {
  return dateInZone(BigInt(Date.parse(instant)) * MICROS_PER_MS, tx.company.timeZone);
}

const DAYS_BACK_MAX = 31; // what should have been done already
const MONTHS_AHEAD_MAX = 60; // a yearly one, some years ahead

/** A slip of the year makes a task that is overdue for ever, or never. */
function requireInReach(tx: Tx, due: Due, before: LocalDate | null): void {
  if ('inHours' in due) return;
  const day = 'on' in due ? due.on : dayOf(tx, due.at);
  const [first, last] = [addDays(tx.today, -DAYS_BACK_MAX), addMonths(tx.today, MONTHS_AHEAD_MAX)];
  if (day === before || (day >= first && day <= last)) return;
  const message = `${day} is not between ${first} and ${last}. Choose a day to come.`;
  throw new AppError('task_due_out_of_reach', message, { details: { day, from: first, last } });
}

/** When the person stops working on the day, or on the next that they work. */
function endOfWork(tx: Tx, calendar: WorkCalendar, day: LocalDate): string {
  for (let count = 0; count < DAYS_LOOKED_AHEAD; count += 1) {
    const last = windowsOn(tx, calendar, addDays(day, count)).at(-1);
    if (last) return last.until;
  }
  return instantInZone(addDays(day, 1), '00:00', tx.company.timeZone);
}

function windowsOn(tx: Tx, calendar: WorkCalendar, day: LocalDate) {
  return workWindows(calendar, { now: instantInZone(day, '00:00', tx.company.timeZone), days: 1 });
}

function fieldsOf({ title, note: text, assigneeId, dueAt: at, recurrence, isPinned }: Task): TaskFields {
  return { title, note: text, assigneeId, dueAt: at, recurrence, isPinned };
}

async function requireTask(tx: Tx, id: string): Promise<Task> {
  const task = await lockTask(tx, id);
  if (task === undefined) throw notFound('task', id);
  return task;
}

export async function requireOpen(tx: Tx, id: string): Promise<Task> {
  const task = await requireTask(tx, id);
  if (task.status === 'open') return task;
  const message = `“${task.title}” is ${task.status} already. Open it again to change it.`;
  throw new AppError('task_is_ended', message, { status: 409 });
}

/** Throws `person_not_in_company`, `person_cannot_act`. */
export async function requireMember(tx: Tx, personId: string): Promise<void> {
  const here = (await peopleHere(tx)).find(({ id }) => id === personId);
  if (here !== undefined && permissionsOf(here.roles).includes('activities.write')) return;
  if ((await memberRoles(tx, personId)).length > 0) {
    const message =
      'This person only looks in this company, or has been locked out, and could not end it. Choose somebody who may act.';
    throw new AppError('person_cannot_act', message, { details: { personId } });
  }
  throw new AppError('person_not_in_company', 'This person does not work in the company.', { status: 404 });
}
