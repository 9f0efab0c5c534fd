/**
 * Takes a hand-over back: each piece that is still where it went and that nobody has touched. What was worked on since stays. The work of who
 * had left before is nobody's again, to be seen and handed to somebody else; roles taken in the same act come back with it.
 */
import { PERMISSION_FOR } from '@quittance/core/hand-over';
import { type Permission, permissionsOf } from '@quittance/core/permissions';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { researchUntouched } from '../../cash-application/index.ts';
import { stillAssigned } from '../../correspondence/index.ts';
import { changeRoles, memberRoles } from '../../identity/index.ts';
import { findSchedule } from '../dunning/schedule.queries.ts';
import { holdFromNow, undoMove } from '../portfolios/change-portfolios.usecase.ts';
import { listCovers } from '../portfolios/cover.queries.ts';
import { lockMove } from '../portfolios/moves.queries.ts';
import { peopleHere } from '../portfolios/people-on-duty.queries.ts';
import { findRulesVersion, rulesInForce } from '../portfolios/portfolio-rules.queries.ts';
import { findEscalation } from '../tasks/tasks.queries.ts';
import { givePieces, type PieceKind } from './give-work.usecase.ts';
import { type HandOver, type KeptPiece, lockHandOver, markUndone, piecesOf } from './hand-overs.queries.ts';
import { stillTheirs, tasksChangedSince } from './work.queries.ts';

export interface Undone {
  /** How many pieces came back, and how many stay because somebody went on with them. */
  readonly back: number;
  readonly stayed: number;
}

/**
 * Throws `not_found`, `hand_over_is_undone`, and `person_cannot_act` where roles were taken in the same act and the actor gives none.
 */
export async function undoHandOver(
  tx: CommandTx,
  { id, givesRoles }: { readonly id: string; readonly givesRoles: boolean },
): Promise<Undone> {
  const made = await lockHandOver(tx, id);
  if (made === undefined) throw notFound('hand-over', id);
  if (made.undoneAt !== null) {
    const message = `${made.undoneByName ?? ''} has undone this hand-over already.`;
    throw new AppError('hand_over_is_undone', message, { status: 409 });
  }
  const pieces = await piecesOf(tx, id);
  const may = await permissionsBack(tx, { made, pieces, givesRoles });
  const back = (await untouched(tx, made, pieces)).filter(
    ({ kind }) => may.has(PERMISSION_FOR[kind]) || isNobodys(kind),
  );
  for (const fromId of new Set(back.map(({ toId }) => toId))) {
    const theirs = back.filter(({ toId }) => toId === fromId);
    await givePieces(tx, {
      fromId: fromId ?? made.fromId,
      pieces: theirs.map(({ kind, subjectId }) => ({ kind, id: subjectId, toId: made.fromId })),
    });
  }
  const customers = await giveCustomersBack(tx, made, pieces);
  await markUndone(tx, id);
  const count = back.length + customers.back;
  const undone = { back: count, stayed: pieces.length + (made.rulesNumber === null ? 0 : 1) - count };
  tx.audit({ action: 'work.hand_over_undone', subjectKind: 'hand_over', subjectId: id, after: undone });
  return undone;
}

/** What can be nobody's: it keeps its name, and is shown until it is handed over. The rest stays with whoever got it. */
const isNobodys = (kind: PieceKind): boolean => NOBODYS.has(kind);
const NOBODYS: ReadonlySet<PieceKind> = new Set(['task', 'escalated_task', 'call_back', 'blocker']);

/** What the person may do once it is undone. */
async function permissionsBack(
  tx: CommandTx,
  {
    made,
    pieces,
    givesRoles,
  }: { readonly made: HandOver; readonly pieces: readonly KeptPiece[]; readonly givesRoles: boolean },
): Promise<ReadonlySet<Permission>> {
  const { fromId, fromName, rolesBefore, rolesAfter } = made;
  const roles = await memberRoles(tx, fromId);
  const isAsLeft = rolesBefore !== null && [...roles].sort().join() === [...(rolesAfter ?? [])].sort().join();
  if (givesRoles && isAsLeft) await changeRoles(tx, { personId: fromId, before: roles, after: rolesBefore });
  const [here] = (await peopleHere(tx)).filter(({ id }) => id === fromId);
  const may = new Set(permissionsOf(here?.roles ?? []));
  const isAble = may.has('activities.write') && pieces.every(({ kind }) => may.has(PERMISSION_FOR[kind]));
  if (isAsLeft && !isAble) {
    const message = `${fromName} could not go on with it: the roles were taken in the same act, or the account is disabled. Ask somebody who gives roles to undo it.`;
    throw new AppError('person_cannot_act', message, { status: 409, details: { personId: fromId } });
  }
  return may;
}

type Piece = KeptPiece & { readonly kind: PieceKind };

/** Still open, still with whom it went to, and not changed since. */
async function untouched(tx: CommandTx, made: HandOver, pieces: readonly KeptPiece[]): Promise<Piece[]> {
  const all = pieces.filter((piece): piece is Piece => piece.kind !== 'customer');
  const still = new Set<KeptPiece>();
  for (const toId of new Set(all.map((piece) => piece.toId))) {
    for (const kind of new Set(all.map((piece) => piece.kind))) {
      const some = all.filter((piece) => piece.toId === toId && piece.kind === kind);
      const ids = new Set(await unchanged(tx, made, { kind, toId, ids: some.map(({ subjectId }) => subjectId) }));
      for (const piece of some) if (ids.has(piece.subjectId)) still.add(piece);
    }
  }
  return all.filter((piece) => still.has(piece));
}

async function unchanged(
  tx: CommandTx,
  made: HandOver,
  { kind, toId, ids }: { readonly kind: PieceKind; readonly toId: string | null; readonly ids: readonly string[] },
): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  switch (kind) {
    case 'conversation':
      return stillAssigned(tx, ids, toId);
    case 'research':
      return researchUntouched(tx, ids, { ownerId: toId, at: made.madeAt });
    case 'cover': {
      const covers = new Map((await listCovers(tx)).map(({ personId, coverId }) => [personId, coverId]));
      return ids.filter((id) => id !== made.fromId && (covers.get(id) ?? null) === toId);
    }
    case 'escalation_rule':
      return (await findEscalation(tx))?.toPersonId === toId ? ids : [];
    case 'dunning_rule':
      return ((await findSchedule(tx))?.actsTo ?? null) === toId ? ids : [];
    default: {
      if (toId === null) return [];
      const open = await stillTheirs(tx, kind, { ids, personId: toId });
      const changed = kind === 'task' ? await tasksChangedSince(tx, open, made.madeAt) : new Set<string>();
      return open.filter((id) => !changed.has(id));
    }
  }
}

/** The moves, and the rules while no others were set. How many of these acts were taken back. */
async function giveCustomersBack(
  tx: CommandTx,
  made: HandOver,
  pieces: readonly KeptPiece[],
): Promise<{ back: number }> {
  let back = 0;
  const isTheirVersion = made.rulesNumber !== null && (await rulesInForce(tx))?.number === made.rulesNumber;
  const before = isTheirVersion ? await findRulesVersion(tx, made.rulesBefore ?? 0) : undefined;
  for (const { kind, subjectId } of pieces) {
    if (kind !== 'customer' || (await lockMove(tx, subjectId))?.undoneAt !== null) continue;
    await undoMove(tx, subjectId);
    back += 1;
  }
  if (before === undefined || before.defaultOwnerId === null) return { back };
  const rules = { rules: before.rules, defaultOwnerId: before.defaultOwnerId };
  await holdFromNow(tx, { rules, reason: made.reason, restores: before.number });
  return { back: back + 1 };
}
