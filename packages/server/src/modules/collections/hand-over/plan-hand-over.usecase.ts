/** What a hand-over would do: what goes to whom, and what nobody can take. Looked at before, and asked for again by its fingerprint. */
import { createHash } from 'node:crypto';
import { type HandOverPlan, type HandOverTotal, handOverTotals, planHandOver } from '@quittance/core/hand-over';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { type Leaver, teamFor, workOf } from './find-work.usecase.ts';

/** More is not one act: somebody has to read the preview. */
const PIECES_MAX = 100_000;

export interface HandOverRequest extends Leaver {
  /** Null: to the owner of each customer, else to the team. */
  readonly toId: string | null;
}

export interface PlannedHandOver extends HandOverPlan {
  readonly totals: readonly HandOverTotal[];
  /** Of exactly these pieces and people. */
  readonly fingerprint: string;
}

/** Throws `person_cannot_act`, `hands_over_to_themselves`, `hand_over_too_large`. */
export async function plannedHandOver(tx: Tx, request: HandOverRequest): Promise<PlannedHandOver> {
  const { fromId, toId } = request;
  if (toId === fromId) {
    throw new AppError('hands_over_to_themselves', 'Name somebody else: this person is the one who hands over.');
  }
  const pieces = await workOf(tx, request);
  if (pieces.length > PIECES_MAX) {
    const message = `This person has ${pieces.length} pieces of work; at most ${PIECES_MAX} are handed over at once. Change the portfolio rules first, under Portfolios.`;
    throw new AppError('hand_over_too_large', message);
  }
  const team = await teamFor(tx, request, pieces);
  if (toId !== null && !team.may(toId, 'activities.write')) {
    const message =
      'This person could not go on with it: they only look in this company, do not work in it, or have been locked out. Choose somebody who may act.';
    throw new AppError('person_cannot_act', message, { details: { personId: toId } });
  }
  const plan = planHandOver(pieces, { fromId, toId, team });
  const hash = createHash('sha256');
  for (const { kind, id, toId: who } of plan.handed) hash.update(`${kind} ${id} ${who}\n`);
  for (const { kind, id } of plan.leftOver) hash.update(`${kind} ${id} left\n`);
  return { ...plan, totals: handOverTotals(plan.handed), fingerprint: hash.digest('hex') };
}
