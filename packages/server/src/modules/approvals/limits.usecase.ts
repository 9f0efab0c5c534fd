/** Limits: changed by those who move no money; nobody gives themselves more. */
import {
  type ApprovalKind,
  approvalsNeeded,
  givesMore,
  givesMoreInAll,
  isAtMost,
  isTotalKind,
  type LimitHolder,
  type LimitRow,
  type Limits,
  limitsOf,
  type SecondRow,
  startingSecond,
  totalsOf,
} from '@quittance/core/approvals';
import { permissionsOf, type Role } from '@quittance/core/permissions';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import { memberRoles } from '../identity/index.ts';
import {
  deleteLimit,
  LIMIT_KINDS,
  type LimitKind,
  listLimits,
  listSecondLimits,
  saveLimit,
  saveSecondLimit,
} from './limits.queries.ts';

/** All limits of a company: loaded once, asked often. */
export interface Rules {
  readonly currency: string;
  readonly limits: readonly LimitRow[];
  readonly seconds: readonly SecondRow[];
}

export async function loadRules(tx: Tx): Promise<Rules> {
  const [limits, seconds] = [await listLimits(tx), await listSecondLimits(tx)];
  return { currency: tx.company.functionalCurrency, limits, seconds };
}

export function limitsIn(rules: Rules, person: { id: string; roles: readonly Role[] }, kind: ApprovalKind): Limits {
  return limitsOf({ personId: person.id, roles: person.roles }, { kind, currency: rules.currency }, rules.limits);
}

/** How many must approve what is worth this. */
export function neededIn(rules: Rules, asked: { kind: ApprovalKind; valueMinor: bigint }): 1 | 2 {
  return approvalsNeeded({ ...asked, currency: rules.currency }, rules.seconds);
}

export interface LimitChange extends LimitRow {
  /** The roles of whoever changes it. */
  readonly roles: readonly Role[];
}

/** Sets the limits of a role or a person. Throws `limit_is_your_own`, `not_found`. */
export async function setLimit(tx: CommandTx, change: LimitChange): Promise<void> {
  const { roles, ...row } = change;
  const rows = await listLimits(tx);
  if ('personId' in row.holder && row.holder.personId === tx.actor.id) throw ofOneself();
  if ('personId' in row.holder && (await memberRoles(tx, row.holder.personId)).length === 0) {
    throw notFound('person', row.holder.personId);
  }
  const after = [...rows.filter((one) => !isSame(one, row)), row];
  refuseMoreForOneself(tx, { roles, before: rows, after });
  await saveLimit(tx, row);
  const before = rows.find((one) => isSame(one, row));
  audit(tx, 'approval.limit_set', {
    ...row,
    before: before && { alone: before.aloneMinor, decide: before.decideMinor },
  });
}

/** Takes limits back: those of the role, of any kind, or the starting ones count again. Throws the same. */
export async function clearLimit(
  tx: CommandTx,
  change: { readonly kind: LimitKind; readonly holder: LimitHolder; readonly roles: readonly Role[] },
): Promise<void> {
  const { roles, ...row } = change;
  const rows = await listLimits(tx);
  refuseMoreForOneself(tx, { roles, before: rows, after: rows.filter((one) => !isSame(one, row)) });
  const before = rows.find((one) => isSame(one, row));
  if (!before || !(await deleteLimit(tx, row))) throw notFound('limit', row.kind);
  audit(tx, 'approval.limit_cleared', { ...row, before: { alone: before.aloneMinor, decide: before.decideMinor } });
}

export interface SecondChange extends SecondRow {
  /** The roles of whoever changes it. */
  readonly roles: readonly Role[];
}

/** Above which amount two people approve. Whoever decides does not free themselves of a second. Throws `limit_is_your_own`. */
export async function setSecondLimit(tx: CommandTx, { roles, ...change }: SecondChange): Promise<void> {
  const rows = await listSecondLimits(tx);
  const before = rows.find((one) => one.kind === change.kind);
  const isDecider = permissionsOf(roles).includes('approvals.decide');
  const was = before ?? rows.find((one) => one.kind === 'any');
  const wasAbove = was === undefined ? startingSecond(tx.company.functionalCurrency) : was.aboveMinor;
  if (isDecider && !isAtMost(change.aboveMinor, wasAbove)) throw ofOneself();
  await saveSecondLimit(tx, change);
  audit(tx, 'approval.second_limit_set', { ...change, before: before?.aboveMinor });
}

function refuseMoreForOneself(
  tx: Tx,
  change: {
    readonly roles: readonly Role[];
    readonly before: readonly LimitRow[];
    readonly after: readonly LimitRow[];
  },
): void {
  const me = { personId: tx.actor.id, roles: change.roles };
  const currency = tx.company.functionalCurrency;
  const gains = LIMIT_KINDS.some((kind) => {
    if (kind === 'any' || isTotalKind(kind)) return false;
    const asked = { kind, currency };
    return givesMore(limitsOf(me, asked, change.before), limitsOf(me, asked, change.after));
  });
  const inAll = (rows: readonly LimitRow[]) => totalsOf(me, { currency }, rows);
  if (gains || givesMoreInAll(inAll(change.before), inAll(change.after))) throw ofOneself();
}

function ofOneself(): AppError {
  const message = 'This is your own limit, or gives yourself more than you have. Another person must set it.';
  return new AppError('limit_is_your_own', message, { status: 403 });
}

function isSame(left: Pick<LimitRow, 'kind' | 'holder'>, right: Pick<LimitRow, 'kind' | 'holder'>): boolean {
  return left.kind === right.kind && JSON.stringify(left.holder) === JSON.stringify(right.holder);
}

function audit(tx: CommandTx, action: string, after: object): void {
  tx.audit({ action, subjectKind: 'company', subjectId: tx.company.id, after });
}
