/**
 * Everything of somebody's goes to others in one transaction, as it was looked at before; and back, piece by piece, as long as nobody has
 * touched it. Roles may be taken in the same act.
 */
import type { HandedPiece } from '@quittance/core/hand-over';
import type { Role } from '@quittance/core/permissions';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { lockAssignments } from '../portfolios/assignments.queries.ts';
import { holdFromNow, move } from '../portfolios/change-portfolios.usecase.ts';
import { rulesInForce } from '../portfolios/portfolio-rules.queries.ts';
import { givePieces, isPiece } from './give-work.usecase.ts';
import { insertHandOver, type KeptPiece } from './hand-overs.queries.ts';
import { type HandOverRequest, plannedHandOver } from './plan-hand-over.usecase.ts';
import { customersOf } from './work.queries.ts';

export interface HandOverOrder extends HandOverRequest {
  readonly fingerprint: string;
  readonly reason: string;
  /** Where roles were taken in the same transaction. */
  readonly rolesBefore: readonly Role[] | null;
}

/**
 * Throws `hand_over_changed` when it would be something else than what was looked at, `nothing_to_hand_over`, `nobody_takes_over` with the
 * kinds, `person_cannot_act`, `hands_over_to_themselves`.
 */
export async function handOver(tx: CommandTx, order: HandOverOrder): Promise<{ id: string }> {
  const { fromId, toId, reason, roles, rolesBefore } = order;
  await lockAssignments(tx);
  const plan = await plannedHandOver(tx, order);
  if (plan.fingerprint !== order.fingerprint) {
    const message = 'The work of this person changed since you looked at it. Look at the preview again.';
    throw new AppError('hand_over_changed', message, { status: 409 });
  }
  if (plan.leftOver.length > 0) throw nobodyTakesOver(plan.leftOver.map(({ kind }) => kind));
  if (plan.handed.length === 0) {
    throw new AppError('nothing_to_hand_over', 'This person has nothing here that others would have to go on with.');
  }
  const moves = await moveCustomers(tx, { fromId, handed: plan.handed, reason });
  const rules = await nameInRules(tx, { fromId, handed: plan.handed, reason });
  const pieces = plan.handed.filter(isPiece);
  await givePieces(tx, { fromId, pieces });
  const id = newId();
  const told = [...new Set(plan.handed.flatMap((piece) => piece.toId ?? []))].filter((one) => one !== tx.actor.id);
  await insertHandOver(tx, {
    ...{ id, fromId, toId, reason, totals: plan.totals, told },
    ...{ rulesNumber: rules?.number ?? null, rulesBefore: rules?.before ?? null },
    ...{ rolesBefore, rolesAfter: rolesBefore === null ? null : roles },
    pieces: [...moves, ...pieces.map(({ kind, id: subjectId, toId: who }) => ({ kind, subjectId, toId: who }))],
  });
  const after = { fromId, toId, totals: plan.totals };
  tx.audit({ action: 'work.hand_over', subjectKind: 'hand_over', subjectId: id, after, reason });
  return { id };
}

interface Part {
  readonly fromId: string;
  readonly handed: readonly HandedPiece[];
  readonly reason: string;
}

/** Those placed by hand go on by hand, each until the day it was to be. */
async function moveCustomers(tx: CommandTx, { fromId, handed, reason }: Part): Promise<KeptPiece[]> {
  const ownerId = handed.find(({ kind }) => kind === 'customer')?.toId ?? null;
  if (ownerId === null) return [];
  const byHand = (await customersOf(tx, fromId)).filter(({ cause }) => cause === 'hand');
  const moves: KeptPiece[] = [];
  for (const untilOn of new Set(byHand.map((one) => one.untilOn))) {
    const customers = byHand
      .filter((one) => one.untilOn === untilOn)
      .map(({ id: customerId }) => ({ customerId, ownerId }));
    const { id } = await move(tx, { kind: 'hand', customers, untilOn, reason });
    moves.push({ kind: 'customer', subjectId: id, toId: ownerId });
  }
  return moves;
}

/** A version of the rules in which the heir stands wherever the other stood. */
async function nameInRules(tx: CommandTx, { fromId, handed, reason }: Part) {
  const heir = handed.find(({ kind }) => kind === 'portfolio_rule')?.toId ?? null;
  const before = await rulesInForce(tx);
  if (heir === null || before === undefined) return null;
  const instead = (id: string): string => (id === fromId ? heir : id);
  const rules = {
    rules: before.rules.map((rule) => ({ ...rule, ownerId: instead(rule.ownerId) })),
    defaultOwnerId: instead(before.defaultOwnerId),
  };
  const { number } = await holdFromNow(tx, { rules, reason, restores: null });
  return { number, before: before.number };
}

function nobodyTakesOver(kinds: readonly string[]): AppError {
  const counts = [...new Set(kinds)].map((kind) => ({ kind, count: kinds.filter((one) => one === kind).length }));
  const message = `Nobody in the team may take ${kinds.length} of these. Name a colleague.`;
  return new AppError('nobody_takes_over', message, { status: 409, details: { leftOver: counts } });
}
