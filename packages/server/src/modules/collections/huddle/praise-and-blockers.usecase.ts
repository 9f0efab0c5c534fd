/** Accolades are seen by everybody and taken back by whoever gave them; a blocker has an owner until it is solved. */
import type { LocalDate } from '@quittance/core/calendar';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { findCustomer } from '../../customers/index.ts';
import { memberRoles } from '../../identity/index.ts';
import { findItem } from '../../ledger/index.ts';
import { requireMember as requireWhoActs } from '../tasks/tasks.usecase.ts';
import { findAccolade, insertAccolade, withdrawAccolade } from './accolades.queries.ts';
import {
  type Blocker,
  type BlockerFields,
  insertBlocker,
  lockBlocker,
  reopenBlocker,
  solveBlocker,
  updateBlocker,
} from './blockers.queries.ts';
import { sinceLastWorked } from './huddle.usecase.ts';

/** For the work of the last working day. Throws `accolade_for_oneself`, `accolade_given_already`, `person_not_in_company`. */
export async function giveAccolade(tx: CommandTx, given: { personId: string; text: string }): Promise<string> {
  if (given.personId === tx.actor.id) {
    throw new AppError('accolade_for_oneself', 'Accolades are for others. Your own work stands in the figures.');
  }
  await requireMember(tx, given.personId);
  const { from } = await sinceLastWorked(tx);
  const accolade = { id: newId(), day: from, ...given };
  if (!(await insertAccolade(tx, accolade))) {
    const message = `You gave this person one for ${from} already. Take it back to give another.`;
    throw new AppError('accolade_given_already', message, { status: 409 });
  }
  tx.audit({ action: 'accolade.give', subjectKind: 'person', subjectId: given.personId, after: accolade });
  return accolade.id;
}

/** Throws `not_found`, `accolade_of_another`. */
export async function takeAccoladeBack(tx: CommandTx, id: string): Promise<void> {
  const accolade = await findAccolade(tx, id);
  if (!accolade) throw notFound('accolade', id);
  if (accolade.givenBy !== tx.actor.id) {
    throw new AppError('accolade_of_another', 'Only who gave it can take it back.', { status: 403 });
  }
  await withdrawAccolade(tx, id);
  tx.audit({ action: 'accolade.withdraw', subjectKind: 'person', subjectId: accolade.personId, before: accolade });
}

/** Of an item it is its customer's. Throws `not_found`, `person_not_in_company`, `blocker_day_is_past`. */
export async function raiseBlocker(
  tx: CommandTx,
  draft: BlockerFields & { customerId: string | null; itemId: string | null },
): Promise<string> {
  await requireWhoActs(tx, draft.ownerId);
  requireDayToCome(tx, draft.nextOn);
  const item = draft.itemId === null ? null : await findItem(tx, draft.itemId);
  if (item === undefined) throw notFound('item', draft.itemId ?? '');
  const customerId = item?.customerId ?? draft.customerId;
  if (customerId !== null && !(await findCustomer(tx, customerId))) throw notFound('customer', customerId);
  const blocker = { ...draft, id: newId(), customerId };
  await insertBlocker(tx, blocker);
  tx.audit({ action: 'blocker.raise', subjectKind: 'blocker', subjectId: blocker.id, after: blocker });
  return blocker.id;
}

/** Throws `not_found`, `blocker_is_solved`, `person_not_in_company`, `person_cannot_act`, `blocker_day_is_past`. */
export async function changeBlocker(tx: CommandTx, id: string, fields: BlockerFields): Promise<void> {
  const { text, ownerId, nextOn } = await requireOpen(tx, id);
  await requireWhoActs(tx, fields.ownerId);
  if (fields.nextOn !== nextOn) requireDayToCome(tx, fields.nextOn);
  await updateBlocker(tx, id, fields);
  const subject = { subjectKind: 'blocker', subjectId: id };
  tx.audit({ action: 'blocker.change', ...subject, before: { text, ownerId, nextOn }, after: fields });
}

/** Throws `not_found`, `blocker_is_solved`. */
export async function endBlocker(tx: CommandTx, id: string, solution: string | null): Promise<void> {
  await requireOpen(tx, id);
  await solveBlocker(tx, id, solution);
  tx.audit({ action: 'blocker.solve', subjectKind: 'blocker', subjectId: id, after: { solution } });
}

/** Nothing changes when it is open already. */
export async function raiseBlockerAgain(tx: CommandTx, id: string): Promise<void> {
  const before = await theBlocker(tx, id);
  if (before.solvedAt === null) return;
  await reopenBlocker(tx, id);
  tx.audit({ action: 'blocker.reopen', subjectKind: 'blocker', subjectId: id, before: { solution: before.solution } });
}

async function theBlocker(tx: CommandTx, id: string): Promise<Blocker> {
  const blocker = await lockBlocker(tx, id);
  if (!blocker) throw notFound('blocker', id);
  return blocker;
}

async function requireOpen(tx: CommandTx, id: string): Promise<Blocker> {
  const blocker = await theBlocker(tx, id);
  if (blocker.solvedAt === null) return blocker;
  const message = `${blocker.solvedByName} solved this already. Raise it again if it still stands in the way.`;
  throw new AppError('blocker_is_solved', message, { status: 409 });
}

function requireDayToCome(tx: CommandTx, day: LocalDate | null): void {
  if (day === null || day >= tx.today) return;
  const message = `${day} is past. Choose today or a later day to look at it again, or leave the day out.`;
  throw new AppError('blocker_day_is_past', message, { details: { day } });
}

async function requireMember(tx: CommandTx, personId: string): Promise<void> {
  if ((await memberRoles(tx, personId)).length > 0) return;
  throw new AppError('person_not_in_company', 'This person does not work in the company.', { status: 404 });
}
