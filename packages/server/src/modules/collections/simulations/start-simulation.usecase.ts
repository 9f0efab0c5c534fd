/** Simulations are started, cancelled and taken up again. They send nothing and change nothing but their own figures. */
import { NO_SIMULATION } from '@quittance/core/strategy-simulation';
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { loadParties } from '../dunning/customer-facts.ts';
import { findVersion, lockStrategies, numberInForce } from '../strategies/strategies.queries.ts';
import { customersWithPast } from './past-customers.ts';
import { daysToSimulate } from './past-days.ts';
import {
  endSimulation,
  findSimulation,
  insertSimulation,
  reopenSimulation,
  runningSimulation,
  type Simulation,
} from './simulations.queries.ts';

/** Fewer days say nothing of a ladder whose first step comes after five. */
const DAYS_MIN = 5;
const CUSTOMERS_MAX = 100_000; // twice the largest desks known; some minutes of work
const ITEMS_MAX = 3_000_000;

/**
 * Writes a simulation down that is then to be run (`runSimulation`). Throws `not_found`, `simulation_is_running`,
 * `simulation_without_past` and `simulation_too_large`.
 */
export function startSimulation(
  database: Database,
  scope: Scope,
  { number, command }: { readonly number: number; readonly command: Command },
): Promise<{ id: string }> {
  return runCommand(database, scope, command, async (tx) => {
    await lockStrategies(tx);
    if ((await findVersion(tx, number)) === undefined) throw notFound('strategy version', String(number));
    if ((await runningSimulation(tx)) !== undefined) throw isRunning();
    const given = await daysToSimulate(tx);
    const [from, until] = [given.days[0], given.days.at(-1)];
    if (from === undefined || until === undefined || given.days.length < DAYS_MIN) throw withoutPast();
    const customers = await customersWithPast(tx, await loadParties(tx), given);
    const items = customers.reduce((sum, one) => sum + one.items, 0);
    if (customers.length > CUSTOMERS_MAX || items > ITEMS_MAX) throw tooLarge(customers.length, items);
    const id = newId();
    const [baseNumber, customersKnown] = [await numberInForce(tx), customers.length];
    await insertSimulation(tx, { id, number, baseNumber, from, until, customersKnown, figures: NO_SIMULATION });
    const after = { number, simulation: id, from, until, customersKnown };
    tx.audit({ action: 'strategies.simulated', ...subjectOf(tx), after });
    return { id };
  });
}

interface OfSimulation {
  readonly id: string;
  readonly command: Command;
}

/** Ends it where it stands: its figures so far stay to be read. Throws `not_found`, `simulation_has_ended`. */
export function cancelSimulation(database: Database, scope: Scope, given: OfSimulation): Promise<{ id: string }> {
  return runCommand(database, scope, given.command, async (tx) => {
    const { number } = await theSimulation(tx, given.id);
    if (!(await endSimulation(tx, given.id, { state: 'cancelled', failure: null }))) {
      const message = 'This simulation has ended already. Its figures stand below.';
      throw new AppError('simulation_has_ended', message, { status: 409 });
    }
    tx.audit({ action: 'strategies.simulation_cancelled', ...subjectOf(tx), after: { number, simulation: given.id } });
    return { id: given.id };
  });
}

/** What was cancelled or broke off goes on where it stood. Throws `not_found`, `simulation_is_running`, `simulation_is_done`. */
export function takeUpSimulation(database: Database, scope: Scope, given: OfSimulation): Promise<{ id: string }> {
  return runCommand(database, scope, given.command, async (tx) => {
    await lockStrategies(tx);
    const { number, state } = await theSimulation(tx, given.id);
    if (state === 'done') {
      const message = 'This simulation has come to its end. Simulate the version anew.';
      throw new AppError('simulation_is_done', message, { status: 409 });
    }
    if ((await runningSimulation(tx)) !== undefined) throw isRunning();
    await reopenSimulation(tx, given.id);
    tx.audit({ action: 'strategies.simulation_taken_up', ...subjectOf(tx), after: { number, simulation: given.id } });
    return { id: given.id };
  });
}

async function theSimulation(tx: Tx, id: string): Promise<Simulation> {
  const simulation = await findSimulation(tx, id);
  if (simulation === undefined) throw notFound('simulation', id);
  return simulation;
}

function isRunning(): AppError {
  const message = 'A simulation is running. Wait for its end, or cancel it.';
  return new AppError('simulation_is_running', message, { status: 409 });
}

function withoutPast(): AppError {
  const message = `The books are younger than ${DAYS_MIN} days on which somebody could have been written to. Simulate later, or switch on with a reason.`;
  return new AppError('simulation_without_past', message, { status: 409 });
}

function tooLarge(customers: number, items: number): AppError {
  const message = `${customers} customers had ${items} items open in these months; a simulation takes ${CUSTOMERS_MAX} and ${ITEMS_MAX}. Switch on with a reason.`;
  return new AppError('simulation_too_large', message, { status: 409 });
}

function subjectOf(tx: Tx): { subjectKind: string; subjectId: string } {
  return { subjectKind: 'company', subjectId: tx.company.id };
}
