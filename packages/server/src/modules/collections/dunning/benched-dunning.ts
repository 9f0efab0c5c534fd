/** A run as it is measured: what it would do, then the run until its last letter is on its way. */
import type { Strategy } from '@quittance/core/strategies';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { proposeStrategies, switchStrategies } from '../strategies/strategies.usecase.ts';
import { previewRun } from './preview.usecase.ts';
import { carryOutRun, startRun } from './run-dunning.usecase.ts';
import { findRun } from './runs.queries.ts';

export interface DunningFigures {
  readonly customers: number;
  readonly letters: number;
  readonly items: number;
  readonly previewMs: number;
  /** Until every letter is written and waits to be sent. */
  readonly runMs: number;
}

export async function benchedDunning(
  database: Database,
  scope: Scope,
  strategies: readonly Strategy[],
): Promise<DunningFigures> {
  const command = { action: 'bench', body: null };
  const { number } = await proposeStrategies(database, scope, { strategies, reason: 'bench', command });
  await switchStrategies(database, scope, { number, reason: 'bench', command });
  const before = performance.now();
  await database.read(scope, (tx) => previewRun(tx, strategies));
  const previewed = performance.now();
  const { id } = await startRun(database, scope, { origin: 'hand', command });
  await carryOutRun(database, scope, id);
  const ended = performance.now();
  const run = await database.read(scope, (tx) => findRun(tx, id));
  return {
    customers: run?.customersDone ?? 0,
    letters: run?.letters ?? 0,
    items: run?.items ?? 0,
    previewMs: Math.round(previewed - before),
    runMs: Math.round(ended - previewed),
  };
}
