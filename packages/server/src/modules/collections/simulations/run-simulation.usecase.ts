/**
 * The work of a simulation: customers in the order of their ids, in pages, each page kept with how far it has come. Cancelled, it ends
 * after the page it is at; interrupted, whoever takes it up goes on behind the last page that was kept.
 */
import { minorDigits } from '@quittance/core/money';
import { asksForLateness, type Strategy } from '@quittance/core/strategies';
import {
  type Compared,
  countedWith,
  type PastCustomer,
  type SimulationGround,
  simulateCustomer,
} from '@quittance/core/strategy-simulation';
import type { Database, Scope, Tx } from '../../../platform/database/transaction.ts';
import { AppError, assert } from '../../../platform/errors.ts';
import { newId } from '../../../platform/ids.ts';
import { loadParties, type Parties } from '../dunning/customer-facts.ts';
import { findVersion } from '../strategies/strategies.queries.ts';
import { type CustomerWithPast, customersWithPast, loadPast } from './past-customers.ts';
import type { DayInstants } from './past-days.queries.ts';
import { dayInstants, pastDays } from './past-days.ts';
import {
  endSimulation,
  findSimulation,
  runningSimulation,
  type Simulation,
  saveProgress,
  takeSimulation,
  tellAtWork,
} from './simulations.queries.ts';

const PULSE_MS = 30_000; // reading the days of a large desk may take a while before the first page is kept
/** What is told as progress, and what a kill takes back. */
const WHOLE: Portion = { pageCustomers: 100, pagesMax: Number.POSITIVE_INFINITY };
const PAGE_ITEMS = 5_000; // a page ends sooner where customers have very many
/** Others get their turn after so long: nobody who asks the server for something waits for a simulation. */
const BREATH_MS = 10;

/** How much is done at once, and in all. */
interface Portion {
  readonly pageCustomers: number;
  readonly pagesMax: number;
}

/** Does what is left of a simulation, unless somebody else is at it. Its failure is kept with it; a bug is thrown besides. */
export async function runSimulation(database: Database, scope: Scope, id: string, portion = WHOLE): Promise<void> {
  const workerId = newId();
  if (!(await database.write(scope, (tx) => takeSimulation(tx, id, workerId)))) return;
  const pulse = setInterval(() => {
    database.write(scope, (tx) => tellAtWork(tx, id, workerId)).catch(() => {}); // the next one tells it
  }, PULSE_MS);
  try {
    const end = await work(database, scope, { id, workerId, ...portion });
    if (end === 'done') await database.write(scope, (tx) => endSimulation(tx, id, { state: 'done', failure: null }));
  } catch (error) {
    const isRefused = error instanceof AppError;
    const failure = isRefused
      ? error.message
      : 'The simulation broke off. Take it up again; if it breaks off once more, tell us.';
    await database.write(scope, (tx) => endSimulation(tx, id, { state: 'failed', failure }));
    if (!isRefused) throw error;
  } finally {
    clearInterval(pulse);
  }
}

/** Takes up one that nobody is at any more: the server that was at it went down. */
export async function resumeSimulations(database: Database, scope: Scope): Promise<void> {
  const id = await database.read(scope, runningSimulation);
  if (id !== undefined) await runSimulation(database, scope, id);
}

interface Worker extends Portion {
  readonly id: string;
  readonly workerId: string;
}

async function work(database: Database, scope: Scope, worker: Worker): Promise<'done' | 'stopped'> {
  const { id, workerId } = worker;
  const { simulation, customers, ...opened } = await database.read(scope, (tx) => open(tx, id));
  const { afterCustomerId } = simulation;
  let { customersDone, figures } = simulation;
  const left = customers.filter((customer) => afterCustomerId === null || customer.id > afterCustomerId);
  let pagesLeft = worker.pagesMax;
  for (const ids of pagesOf(left, worker.pageCustomers)) {
    if (pagesLeft-- === 0) return 'stopped';
    const past = await database.read(scope, (tx) => loadPast(tx, { ids, ...opened }));
    figures = countedWith(figures, await simulated(past, opened.ground));
    // What came in since the start belongs to it no more than what is recorded today.
    customersDone = Math.min(simulation.customersKnown, customersDone + ids.length);
    const progress = { id, workerId, customersDone, afterCustomerId: ids.at(-1) ?? '', figures };
    if (!(await database.write(scope, (tx) => saveProgress(tx, progress)))) return 'stopped';
  }
  return 'done';
}

interface Opened {
  readonly simulation: Simulation;
  readonly customers: readonly CustomerWithPast[];
  readonly parties: Parties;
  readonly given: DayInstants;
  readonly ground: SimulationGround;
  readonly isLatenessWanted: boolean;
}

async function open(tx: Tx, id: string): Promise<Opened> {
  const simulation = await findSimulation(tx, id);
  assert(simulation, 'a simulation that runs is kept');
  const draft = await strategiesOf(tx, simulation.number);
  const ruling = await strategiesOf(tx, simulation.baseNumber);
  const parties = await loadParties(tx);
  const given = await dayInstants(tx, simulation);
  const minorPerUnit = 10n ** BigInt(minorDigits(tx.company.functionalCurrency));
  return {
    simulation,
    customers: await customersWithPast(tx, parties, given),
    parties,
    given,
    ground: { days: await pastDays(tx, given), draft, ruling, minorPerUnit },
    isLatenessWanted: [...draft, ...ruling].some(({ scoring }) => asksForLateness(scoring)),
  };
}

/** 0: none held. */
async function strategiesOf(tx: Tx, number: number): Promise<readonly Strategy[]> {
  return number === 0 ? [] : ((await findVersion(tx, number))?.strategies ?? []);
}

function* pagesOf(customers: readonly CustomerWithPast[], pageCustomers: number): Generator<readonly string[]> {
  let [page, items]: [string[], number] = [[], 0];
  for (const customer of customers) {
    if (page.length === pageCustomers || (page.length > 0 && items + customer.items > PAGE_ITEMS)) {
      yield page;
      [page, items] = [[], 0];
    }
    page.push(customer.id);
    items += customer.items;
  }
  if (page.length > 0) yield page;
}

async function simulated(past: readonly PastCustomer[], ground: SimulationGround): Promise<Compared[]> {
  const compared: Compared[] = [];
  let since = performance.now();
  for (const customer of past) {
    const days = simulateCustomer(customer, ground);
    let step = days.next();
    while (!step.done) {
      if (performance.now() - since > BREATH_MS) {
        await breath();
        since = performance.now();
      }
      step = days.next();
    }
    compared.push({ outcome: step.value, done: customer.done });
  }
  return compared;
}

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
