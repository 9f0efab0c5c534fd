/**
 * A run goes through all customers in the order of their ids, some hundreds at a time. Each page is one transaction: the facts as they
 * stand at that moment, the decision, the letters on their way, the steps taken, what was held back, and how far the run has come. A
 * crash leaves whole pages; whoever takes the run up goes on behind the last one. Nothing is sent twice: a step of an item is taken
 * once, and so is the key of its letter.
 */
import { type Command, runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, assert, notFound } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { letterSettings, saysWhereToPay } from '../../correspondence/index.ts';
import { findVersion, lockStrategies, strategiesInForce } from '../strategies/strategies.queries.ts';
import { customersWithDue, loadParties, type Parties } from './customer-facts.ts';
import { daysAhead, figuresOf, groundOf, planCustomers } from './plan-customers.ts';
import {
  type DunningRun,
  endRun,
  findRun,
  insertRun,
  reopenRun,
  runningRun,
  saveRunPage,
  takeRun,
} from './runs.queries.ts';
import { writePage } from './write-page.ts';

/** A page takes well under a second: what a crash takes back, and how long money may overtake it. */
const PAGE_CUSTOMERS = 500;

/** Writes a run down that is then to be carried out (`carryOutRun`). Throws `no_strategy_in_force`, `dunning_is_running`. */
export function startRun(
  database: Database,
  scope: Scope,
  { origin, command }: { readonly origin: DunningRun['origin']; readonly command: Command },
): Promise<{ id: string }> {
  return runCommand(database, scope, command, async (tx) => {
    await lockStrategies(tx);
    const version = await strategiesInForce(tx);
    if (version === undefined) throw noStrategy();
    if ((await runningRun(tx)) !== undefined) throw isRunning();
    const id = newId();
    await insertRun(tx, { id, strategyNumber: version.number, origin });
    tx.audit({
      action: 'dunning.started',
      subjectKind: 'dunning_run',
      subjectId: id,
      after: { strategies: version.number, origin },
    });
    return { id };
  });
}

interface OfRun {
  readonly id: string;
  readonly command: Command;
}

/** Ends it where it stands: what was decided stays. Throws `not_found`, `dunning_has_ended`. */
export function cancelRun(database: Database, scope: Scope, { id, command }: OfRun): Promise<{ id: string }> {
  return runCommand(database, scope, command, async (tx) => {
    await theRun(tx, id);
    if (!(await endRun(tx, id, { state: 'cancelled', failure: null }))) {
      throw new AppError('dunning_has_ended', 'This run has ended already. What it brought stands below.', {
        status: 409,
      });
    }
    tx.audit({ action: 'dunning.cancelled', subjectKind: 'dunning_run', subjectId: id });
    return { id };
  });
}

/** What was cancelled or broke off is to go on. Throws `not_found`, `dunning_is_running`, `dunning_has_ended`. */
export function takeUpRun(database: Database, scope: Scope, { id, command }: OfRun): Promise<{ id: string }> {
  return runCommand(database, scope, command, async (tx) => {
    await lockStrategies(tx);
    const run = await theRun(tx, id);
    if ((await runningRun(tx)) !== undefined) throw isRunning();
    if (run.state === 'done' || run.runOn !== tx.today) {
      throw new AppError(
        'dunning_has_ended',
        'This run is done, or of another day. Start a new one: it goes on where this one stopped.',
        {
          status: 409,
        },
      );
    }
    await reopenRun(tx, id);
    tx.audit({ action: 'dunning.taken_up', subjectKind: 'dunning_run', subjectId: id });
    return { id };
  });
}

async function theRun(tx: Tx, id: string): Promise<DunningRun> {
  const run = await findRun(tx, id);
  if (run === undefined) throw notFound('dunning run', id);
  return run;
}

/** Does what is left of a run, unless somebody else is at it. A refusal ends it with its words; a bug is thrown besides. */
export async function carryOutRun(
  database: Database,
  scope: Scope,
  id: string,
  pageCustomers = PAGE_CUSTOMERS,
): Promise<void> {
  const workerId = newId();
  if (!(await database.write(scope, (tx) => takeRun(tx, id, workerId)))) return;
  try {
    await goThrough(database, scope, { id, workerId, pageCustomers });
  } catch (error) {
    const isRefused = error instanceof AppError;
    const failure = isRefused ? error.message : 'The run broke off. Take it up again: nothing was sent twice or lost.';
    await database.write(scope, (tx) => endRun(tx, id, { state: 'failed', failure }));
    if (!isRefused) throw error;
  }
}

/** Takes up a run that nobody is at any more: the server that was at it went down. */
export async function resumeRuns(database: Database, scope: Scope): Promise<void> {
  const run = await database.read(scope, runningRun);
  if (run !== undefined) await carryOutRun(database, scope, run.id);
}

interface Worker {
  readonly id: string;
  readonly workerId: string;
  readonly pageCustomers: number;
}

async function goThrough(database: Database, scope: Scope, worker: Worker): Promise<void> {
  const { run, ids, parties } = await database.read(scope, (tx) => open(tx, worker.id));
  const left = ids.filter((id) => run.afterCustomerId === null || id > run.afterCustomerId);
  const customersKnown = run.customersDone + left.length;
  for (let start = 0; start < left.length; start += worker.pageCustomers) {
    const page = left.slice(start, start + worker.pageCustomers);
    const command = {
      key: `dunning/${worker.id}/${page[0]}`,
      action: 'dunning.page',
      body: { run: worker.id, from: page[0] },
    };
    await runCommand(database, scope, command, async (tx) => {
      const version = await findVersion(tx, run.strategyNumber);
      assert(version !== undefined, 'a run has its strategies');
      const ground = await groundOf(tx, version.strategies, parties);
      const planned = await planCustomers(tx, page, ground);
      const outcome = { afterCustomerId: page.at(-1) ?? '', customers: page.length, ...figuresOf(planned) };
      // First: whoever lost the run to another worker writes nothing.
      if (!(await saveRunPage(tx, { ...worker, customersKnown }, outcome))) throw stopped();
      await writePage(tx, planned, worker.id);
      tx.audit({ action: 'dunning.page', subjectKind: 'dunning_run', subjectId: worker.id, after: outcome });
      return null;
    });
  }
  await database.write(scope, (tx) => endRun(tx, worker.id, { state: 'done', failure: null }));
}

async function open(tx: Tx, id: string): Promise<{ run: DunningRun; ids: string[]; parties: Parties }> {
  const run = await theRun(tx, id);
  // Who starts a run by hand has read it in the preview; nobody looks at one that starts by the clock.
  if (run.origin === 'schedule' && !saysWhereToPay(await letterSettings(tx))) throw noAccount();
  const version = await findVersion(tx, run.strategyNumber);
  assert(version !== undefined, 'a run has its strategies');
  const parties = await loadParties(tx);
  return { run, parties, ids: await customersWithDue(tx, parties, daysAhead(version.strategies)) };
}

function noStrategy(): AppError {
  const message =
    'No strategy is switched on, so that nobody knows whom to write to when. Switch a version on under Strategies.';
  return new AppError('no_strategy_in_force', message, { status: 409 });
}

function noAccount(): AppError {
  const message =
    'No account is named: letters would ask to pay and not say where. Set it under Company → Mail, then start the run by hand.';
  return new AppError('no_account_to_pay_to', message, { status: 409 });
}

function isRunning(): AppError {
  return new AppError('dunning_is_running', 'A run is going on. Wait for its end, or cancel it.', { status: 409 });
}

function stopped(): AppError {
  return new AppError('dunning_was_stopped', 'The run was cancelled, or another server took it up.', { status: 409 });
}
