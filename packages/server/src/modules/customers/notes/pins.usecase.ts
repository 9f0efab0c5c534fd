/** Pinning is for everybody who works with the customer: what whoever calls next must know first. */
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { type Activity, findActivity } from '../activities.queries.ts';
import { deletePin, insertPin, lockPins } from './pins.queries.ts';

/** More than are read at a glance before a call are none. */
const PINS_MAX = 5;

/** Throws `not_found`, `too_many_pins`. */
export async function pinActivity(tx: CommandTx, id: string): Promise<void> {
  const { firstId, customerId, isPinned } = await theLine(tx, id);
  if (isPinned) return;
  if ((await lockPins(tx, customerId)) >= PINS_MAX) {
    const message = `${PINS_MAX} lines are pinned here already. Unpin one that is no longer needed first.`;
    throw new AppError('too_many_pins', message, { status: 409, details: { most: PINS_MAX } });
  }
  await insertPin(tx, { firstId, customerId });
  tx.audit({ action: 'activity.pinned', subjectKind: 'customer', subjectId: customerId, after: { id: firstId } });
}

/** Nothing changes when it is not pinned. Throws `not_found`. */
export async function unpinActivity(tx: CommandTx, id: string): Promise<void> {
  const { firstId, customerId, isPinned } = await theLine(tx, id);
  if (!isPinned) return;
  await deletePin(tx, firstId);
  tx.audit({ action: 'activity.unpinned', subjectKind: 'customer', subjectId: customerId, before: { id: firstId } });
}

async function theLine(tx: CommandTx, id: string): Promise<Activity> {
  const activity = await findActivity(tx, id);
  if (!activity) throw notFound('activity', id);
  return activity;
}
