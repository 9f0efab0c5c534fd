/**
 * Strategies are proposed as a version and switched on by somebody who may. Versions and switches are only added:
 * going back is a switch to an earlier version, stopping is a switch to none.
 */
import { type Strategy, strategyProblems } from '@quittance/core/strategies';
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import {
  findVersion,
  insertSwitch,
  insertVersion,
  listSwitches,
  listVersions,
  lockStrategies,
  type StrategySwitch,
  type StrategyVersion,
} from './strategies.queries.ts';

const VERSIONS_SHOWN_MAX = 100; // years of changes; older ones stay in the tables and the audit trail
const SWITCHES_SHOWN_MAX = 200;

export interface Strategies {
  /** 0 while none holds. */
  readonly inForce: number;
  readonly versions: readonly StrategyVersion[];
  readonly switches: readonly StrategySwitch[];
}

export async function loadStrategies(tx: Tx): Promise<Strategies> {
  const switches = await listSwitches(tx, SWITCHES_SHOWN_MAX);
  return { inForce: switches[0]?.number ?? 0, versions: await listVersions(tx, VERSIONS_SHOWN_MAX), switches };
}

/** Proposes a version; nothing is sent by it before it is switched on. Throws `strategies_invalid` with the problems by field. */
export function proposeStrategies(
  database: Database,
  scope: Scope,
  given: { readonly strategies: readonly Strategy[]; readonly reason: string; readonly command: Command },
): Promise<{ number: number }> {
  const { strategies, reason, command } = given;
  return runCommand(database, scope, command, async (tx) => {
    const problems = strategyProblems(strategies);
    if (problems.length > 0) {
      const message = `These strategies cannot be proposed: ${problems[0]?.field}: ${problems[0]?.message}`;
      throw new AppError('strategies_invalid', message, { details: { problems } });
    }
    await lockStrategies(tx);
    const number = await insertVersion(tx, { strategies, reason });
    tx.audit({ action: 'strategies.proposed', ...subjectOf(tx), after: { number, strategies }, reason });
    return { number };
  });
}

export interface Switching {
  /** 0 stops: no strategy holds, nothing is sent. */
  readonly number: number;
  readonly reason: string;
  readonly command: Command;
}

/** Makes a version the one that holds; the next run goes by it. Throws `not_found`, `strategies_in_force` when it holds already. */
export function switchStrategies(database: Database, scope: Scope, given: Switching): Promise<{ number: number }> {
  const { number, reason, command } = given;
  return runCommand(database, scope, command, async (tx) => {
    await lockStrategies(tx);
    const before = (await listSwitches(tx, 1))[0]?.number ?? 0;
    if (number !== 0 && (await findVersion(tx, number)) === undefined)
      throw notFound('strategy version', String(number));
    if (number === before) {
      throw new AppError('strategies_in_force', `Version ${number} is the one that holds already.`, { status: 409 });
    }
    await insertSwitch(tx, { number, reason });
    const change = { before: { number: before }, after: { number }, reason };
    tx.audit({ action: 'strategies.switched', ...subjectOf(tx), ...change });
    return { number };
  });
}

function subjectOf(tx: Tx): { subjectKind: string; subjectId: string } {
  return { subjectKind: 'company', subjectId: tx.company.id };
}
