/** Saying who looks after whom: rules as versions, moves by hand, level portfolios, cover. Every change can be taken back. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Measure, PortfolioRules } from '@quittance/core/portfolios';
import type { CommandTx } from '../../../platform/command/index.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { findCustomer } from '../../customers/index.ts';
import { memberRoles } from '../../identity/index.ts';
import { assignAll, assignAnew } from './assign-customers.usecase.ts';
import { deleteAssignments, lockAssignments } from './assignments.queries.ts';
import { deleteCover, saveCover } from './cover.queries.ts';
import { peopleWhoAct } from './duty-today.usecase.ts';
import { customersOfMove, insertMove, lockMove, markUndone, type PortfolioMove } from './moves.queries.ts';
import { findRulesVersion, insertRules, rulesInForce } from './portfolio-rules.queries.ts';
import { planLevel, previewRules } from './preview-portfolios.usecase.ts';

/** The rules that hold from now on. Throws `person_not_in_company`, `person_cannot_act`. */
export async function setRules(
  tx: CommandTx,
  request: PortfolioRules & { readonly reason: string },
): Promise<{ number: number }> {
  const { reason, ...rules } = request;
  await requireMembers(tx, [...rules.rules.map(({ ownerId }) => ownerId), rules.defaultOwnerId]);
  return holdFromNow(tx, { rules, reason, restores: null });
}

/** As they were previewed: throws `portfolios_changed` when they would move other customers by now, or other rules hold. */
export async function setPreviewedRules(
  tx: CommandTx,
  request: PortfolioRules & { readonly reason: string; readonly fingerprint: string },
): Promise<{ number: number }> {
  const { fingerprint, ...rules } = request;
  if ((await previewRules(tx, rules)).fingerprint !== fingerprint) throw portfoliosChanged();
  return setRules(tx, rules);
}

/**
 * An earlier version's rules hold again, as a further version; 0 is the time before the first: nobody looks after anybody. Throws
 * `not_found`, `person_not_in_company`, `no_portfolios_to_end`.
 */
export async function restoreRules(
  tx: CommandTx,
  { number, reason }: { readonly number: number; readonly reason: string },
): Promise<{ number: number }> {
  const version = number === 0 ? NO_RULES : await findRulesVersion(tx, number);
  if (version === undefined) throw notFound('version of the rules', String(number));
  const { rules, defaultOwnerId } = version;
  if (defaultOwnerId === null) return holdNothing(tx, { reason, restores: number });
  await requireMembers(tx, [...rules.map(({ ownerId }) => ownerId), defaultOwnerId]);
  return holdFromNow(tx, { rules: { rules, defaultOwnerId }, reason, restores: number });
}

const NO_RULES = { rules: [], defaultOwnerId: null };

/** Moves by hand rest, too, until rules hold again: a move says otherwise than rules, and there are none. */
async function holdNothing(
  tx: CommandTx,
  { reason, restores }: { readonly reason: string; readonly restores: number },
): Promise<{ number: number }> {
  const before = await rulesInForce(tx);
  if (before === undefined) {
    throw new AppError('no_portfolios_to_end', 'No rules hold now: nobody looks after anybody already.', {
      status: 409,
    });
  }
  await lockAssignments(tx);
  const number = await insertRules(tx, { ...NO_RULES, reason, restores });
  await deleteAssignments(tx);
  noteRules(tx, { before: before.number, number, restores, reason });
  return { number };
}

/** The rules as they are to be from now on, whoever asked for it. */
export async function holdFromNow(
  tx: CommandTx,
  given: { readonly rules: PortfolioRules; readonly reason: string; readonly restores: number | null },
): Promise<{ number: number }> {
  const { rules, reason, restores } = given;
  const before = await rulesInForce(tx);
  const number = await insertRules(tx, {
    ...{ rules: rules.rules, defaultOwnerId: rules.defaultOwnerId, reason, restores },
  });
  const version = await rulesInForce(tx);
  if (version !== undefined) await assignAll(tx, version);
  noteRules(tx, { before: before?.number ?? 0, number, restores, reason });
  return { number };
}

function noteRules(
  tx: CommandTx,
  { before, number, restores, reason }: { before: number; number: number; restores: number | null; reason: string },
): void {
  const subject = { subjectKind: 'company', subjectId: tx.company.id };
  const numbers = { before: { number: before }, after: { number, restores } };
  tx.audit({ action: 'portfolio_rules.set', ...subject, ...numbers, reason });
}

export interface HandMoveRequest {
  readonly customerIds: readonly string[];
  /** Null: by the rules again. */
  readonly ownerId: string | null;
  readonly untilOn: LocalDate | null;
  readonly reason: string;
}

/** Throws `not_found`, `person_not_in_company`, `day_is_past`. */
export async function moveCustomers(tx: CommandTx, request: HandMoveRequest): Promise<{ id: string }> {
  const { customerIds, ownerId, untilOn, reason } = request;
  if (ownerId !== null) await requireMembers(tx, [ownerId]);
  requireAhead(tx, untilOn);
  for (const id of customerIds) if (!(await findCustomer(tx, id))) throw notFound('customer', id);
  const customers = [...new Set(customerIds)].map((customerId) => ({ customerId, ownerId }));
  return move(tx, { kind: 'hand', customers, untilOn, reason });
}

export interface LevelRequest {
  readonly measure: Measure;
  readonly people: readonly string[];
}

/**
 * Moves what the preview showed. Throws `portfolios_changed` when it would be something else by now, `nothing_to_level`,
 * `person_not_in_company`, `day_is_past`.
 */
export async function levelPortfolios(
  tx: CommandTx,
  request: LevelRequest & { readonly fingerprint: string; readonly untilOn: LocalDate | null; readonly reason: string },
): Promise<{ id: string }> {
  const { untilOn, reason } = request;
  await requireMembers(tx, request.people);
  requireAhead(tx, untilOn);
  const plan = await planLevel(tx, request);
  if (plan.moves.length === 0) {
    throw new AppError('nothing_to_level', 'These portfolios are as level as whole customers allow; nothing is moved.');
  }
  if (plan.fingerprint !== request.fingerprint) throw portfoliosChanged();
  const customers = plan.moves.map(({ customerId, toId }) => ({ customerId, ownerId: toId }));
  return move(tx, { kind: 'rebalance', customers, untilOn, reason });
}

function portfoliosChanged(): AppError {
  const message = 'Portfolios changed since the preview. Look at the preview again, then apply it.';
  return new AppError('portfolios_changed', message, { status: 409 });
}

/** As one act that is undone as one. */
export async function move(
  tx: CommandTx,
  act: Pick<PortfolioMove, 'kind' | 'untilOn' | 'reason'> & {
    readonly customers: readonly { readonly customerId: string; readonly ownerId: string | null }[];
  },
): Promise<{ id: string }> {
  const id = newId();
  await insertMove(tx, { id, ...act });
  const ids = act.customers.map(({ customerId }) => customerId);
  await assignAnew(tx, ids);
  const after = {
    customers: ids.length,
    untilOn: act.untilOn,
    owners: [...new Set(act.customers.map((one) => one.ownerId))],
  };
  tx.audit({ action: 'portfolio.move', subjectKind: 'portfolio_move', subjectId: id, after, reason: act.reason });
  return { id };
}

/** As if the move had never been made: what counted before it counts again. Throws `not_found`, `move_is_undone`. */
export async function undoMove(tx: CommandTx, id: string): Promise<void> {
  const found = await lockMove(tx, id);
  if (found === undefined) throw notFound('move of customers', id);
  if (found.undoneAt !== null) {
    throw new AppError('move_is_undone', `${found.undoneByName ?? ''} has undone this move already.`);
  }
  await markUndone(tx, id);
  await assignAnew(tx, await customersOfMove(tx, id));
  const before = { customers: found.customerCount };
  tx.audit({ action: 'portfolio.move_undone', subjectKind: 'portfolio_move', subjectId: id, before });
}

/** Who sees somebody's customers while the calendar has them away; null for nobody. Throws `covers_for_themselves`. */
export async function setCover(
  tx: CommandTx,
  { personId, coverId }: { readonly personId: string; readonly coverId: string | null },
): Promise<void> {
  if (coverId === personId) {
    throw new AppError('covers_for_themselves', 'Name somebody else: nobody covers for themselves.');
  }
  if (coverId === null) await deleteCover(tx, personId);
  else {
    await requireMembers(tx, [personId, coverId]);
    await saveCover(tx, { personId, coverId });
  }
  tx.audit({ action: 'portfolio.cover', subjectKind: 'person', subjectId: personId, after: { coverId } });
}

/** Who looks after customers, or stands in, may also act. Throws `person_not_in_company`, `person_cannot_act`. */
export async function requireMembers(tx: CommandTx, personIds: readonly string[]): Promise<void> {
  const able = await peopleWhoAct(tx);
  for (const id of new Set(personIds)) {
    if (able.has(id)) continue;
    if ((await memberRoles(tx, id)).length > 0) {
      const message =
        'This person only looks in this company, or has been locked out. Choose somebody who may act, or give them a role.';
      throw new AppError('person_cannot_act', message, { details: { personId: id } });
    }
    throw new AppError('person_not_in_company', 'This person does not work in the company. Choose somebody who does.');
  }
}

function requireAhead(tx: CommandTx, untilOn: LocalDate | null): void {
  if (untilOn === null || untilOn >= tx.today) return;
  throw new AppError('day_is_past', `${untilOn} is past. Name today or a later day.`);
}
