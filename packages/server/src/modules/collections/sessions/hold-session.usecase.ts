/** What was said in a session, point by point, and what follows: tasks, promises, a line in the timeline. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Money } from '@quittance/core/money';
import type { CommandTx } from '../../../platform/command/index.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { insertActivities, tellMentioned } from '../../customers/index.ts';
import { makePromises } from '../promises/make-promises.usecase.ts';
import { type Due, giveTask } from '../tasks/tasks.usecase.ts';
import { thePlannedSession } from './plan-session.usecase.ts';
import {
  endSession,
  findSession,
  insertOutcomes,
  listPeople,
  listPoints,
  type Point,
  type Session,
  saveMinutes,
} from './sessions.queries.ts';

export type PointOf = { readonly sessionId: string; readonly pointId: string };

/** Throws `not_found`, `session_is_cancelled`. */
export async function writeMinutes(tx: CommandTx, { sessionId, pointId }: PointOf, minutes: string): Promise<void> {
  const { session, point } = await thePoint(tx, { sessionId, pointId });
  await saveMinutes(tx, { sessionId, id: pointId, minutes });
  tx.audit({
    action: 'session.minutes',
    subjectKind: 'customer',
    subjectId: session.customerId,
    before: { sessionId, pointId, minutes: point.minutes },
    after: { sessionId, pointId, minutes },
  });
}

export async function taskOfPoint(
  tx: CommandTx,
  of: PointOf,
  task: { readonly title: string; readonly assigneeId: string; readonly due: Due },
): Promise<{ id: string }> {
  const { session, point } = await thePoint(tx, of);
  const about = { subjectKind: 'customer' as const, subjectId: session.customerId, customerId: session.customerId };
  const note = [session.title, point.title, point.minutes].filter((text) => text !== '').join('\n');
  const given = await giveTask(tx, { ...about, ...task, note, recurrence: null, isPinned: false });
  await insertOutcomes(tx, { ...of, kind: 'task', subjectIds: [given.id] });
  return given;
}

export async function promiseOfPoint(
  tx: CommandTx,
  of: PointOf,
  parts: readonly { readonly promisedOn: LocalDate; readonly amount: Money }[],
): Promise<{ promiseIds: string[] }> {
  const { session, point } = await thePoint(tx, of);
  const [contact] = (await listPeople(tx, session.id)).filter(({ contactId }) => contactId !== null);
  const { promiseIds } = await makePromises(tx, {
    customerId: session.customerId,
    itemIds: point.kind === 'item' && point.subjectId !== null ? [point.subjectId] : null,
    parts,
    isPlan: parts.length > 1,
    interest: null,
    channel: 'meeting',
    contactId: contact?.contactId ?? null,
    activityId: null,
    note: point.minutes === '' ? null : point.minutes,
  });
  await insertOutcomes(tx, { ...of, kind: 'promise', subjectIds: promiseIds });
  return { promiseIds };
}

/** It took place, or they did not come: a line of the timeline with the minutes. Throws `session_is_ended`, `session_not_begun`. */
export async function closeSession(tx: CommandTx, id: string, state: 'held' | 'no_show'): Promise<void> {
  const session = await thePlannedSession(tx, id);
  if (Date.parse(session.startsAt) > Date.parse(tx.recordedAt)) {
    const message = `“${session.title}” has not begun yet. Cancel it or move it instead.`;
    throw new AppError('session_not_begun', message, { status: 409, details: { startsAt: session.startsAt } });
  }
  await endSession(tx, id, { state, reason: null });
  const line = await lineOf(tx, session, state);
  await insertActivities(tx, [line], null);
  await tellMentioned(tx, { firstId: line.id, text: line.text });
  tx.audit({ action: 'session.close', subjectKind: 'customer', subjectId: session.customerId, after: { id, state } });
}

async function lineOf(tx: Tx, session: Session, state: 'held' | 'no_show') {
  const [contact] = (await listPeople(tx, session.id)).filter(({ contactId }) => contactId !== null);
  const points = (await listPoints(tx, session.id)).filter(({ minutes }) => minutes !== '');
  const said = points.map(({ title, minutes }) => `${title}: ${minutes}`);
  const durationSeconds = Math.round((Date.parse(session.endsAt) - Date.parse(session.startsAt)) / MS_PER_SECOND);
  return {
    ...{ id: newId(), customerId: session.customerId, kind: 'meeting', contactId: contact?.contactId ?? null },
    happenedAt: session.startsAt,
    durationSeconds: state === 'held' ? durationSeconds : 0,
    text: [session.title, ...said].join('\n').slice(0, TEXT_CHARS_MAX),
    detail: { sessionId: session.id, state },
  };
}

const MS_PER_SECOND = 1_000;
const TEXT_CHARS_MAX = 10_000;

async function thePoint(tx: Tx, { sessionId, pointId }: PointOf): Promise<{ session: Session; point: Point }> {
  const session = await findSession(tx, sessionId);
  const point = (await listPoints(tx, sessionId)).find(({ id }) => id === pointId);
  if (session === undefined || point === undefined) throw notFound('point of a session', pointId);
  if (session.state !== 'cancelled') return { session, point };
  throw new AppError('session_is_cancelled', 'This session did not take place. Write a note instead.', { status: 409 });
}
