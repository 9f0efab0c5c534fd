/** Simulations of versions: how far each has come, and what it counted. */
import type { LocalDate } from '@quittance/core/calendar';
import type { SimulationFigures } from '@quittance/core/strategy-simulation';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { figuresFrom, figuresText, type StoredFigures } from './figures-text.ts';

export const SIMULATION_STATES = ['running', 'done', 'cancelled', 'failed'] as const;

export interface Simulation {
  readonly id: string;
  readonly number: number;
  /** The version that held when it was started, by which the list was ranked; 0: none. */
  readonly baseNumber: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly state: (typeof SIMULATION_STATES)[number];
  readonly customersKnown: number;
  readonly customersDone: number;
  /** The last customer that is counted; null before the first page. */
  readonly afterCustomerId: string | null;
  /** So far. */
  readonly figures: SimulationFigures;
  readonly startedAt: string;
  readonly startedByName: string;
  readonly endedAt: string | null;
  readonly failure: string | null;
}

const SIMULATION = sql`
  id, number, base_number as "baseNumber", from_on as "from", until_on as until, state, customers_known as "customersKnown",
  customers_done as "customersDone", after_customer_id as "afterCustomerId", result, started_at as "startedAt",
  started_by_name as "startedByName", ended_at as "endedAt", failure`;

type Stored = Omit<Simulation, 'figures'> & { readonly result: StoredFigures };

function simulationOf({ result, ...rest }: Stored): Simulation {
  return { ...rest, figures: figuresFrom(result) };
}

/** The latest of each version. */
export async function latestSimulations(tx: Tx): Promise<Simulation[]> {
  const found = await tx.all<Stored>(sql`
    select distinct on (number) ${SIMULATION} from collection_strategy_simulation where company_id = ${tx.company.id}
      order by number, started_at desc, id`);
  return found.map(simulationOf);
}

export async function findSimulation(tx: Tx, id: string): Promise<Simulation | undefined> {
  const found = await tx.maybe<Stored>(sql`
    select ${SIMULATION} from collection_strategy_simulation where company_id = ${tx.company.id} and id = ${id}`);
  return found && simulationOf(found);
}

export async function insertSimulation(
  tx: Tx,
  simulation: Pick<Simulation, 'id' | 'number' | 'baseNumber' | 'from' | 'until' | 'customersKnown' | 'figures'>,
): Promise<void> {
  const { id, number, baseNumber, from, until, customersKnown, figures } = simulation;
  await tx.run(sql`
    insert into collection_strategy_simulation (company_id, id, number, base_number, from_on, until_on, state, customers_known, result,
        started_at, started_by, started_by_name)
      values (${tx.company.id}, ${id}, ${number}, ${baseNumber}, ${from}, ${until}, 'running', ${customersKnown},
        ${figuresText(figures)}::jsonb, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

/** One that runs, whoever is at it. */
export async function runningSimulation(tx: Tx): Promise<string | undefined> {
  const row = await tx.maybe<{ id: string }>(sql`
    select id from collection_strategy_simulation where company_id = ${tx.company.id} and state = 'running'`);
  return row?.id;
}

/** Longer without a word and nobody is at it any more: a page takes some seconds. */
const SILENT_SECONDS_MAX = 120;

/** True when nobody else is at it: from then on it is this worker's. */
export async function takeSimulation(tx: Tx, id: string, workerId: string): Promise<boolean> {
  const changed = await tx.run(sql`
    update collection_strategy_simulation set worker_id = ${workerId}, worker_seen_at = clock_timestamp()
      where company_id = ${tx.company.id} and id = ${id} and state = 'running'
        and (worker_seen_at is null or worker_seen_at < clock_timestamp() - make_interval(secs => ${SILENT_SECONDS_MAX}))`);
  return changed > 0;
}

/** Still at it. */
export async function tellAtWork(tx: Tx, id: string, workerId: string): Promise<void> {
  await tx.run(sql`
    update collection_strategy_simulation set worker_seen_at = clock_timestamp()
      where company_id = ${tx.company.id} and id = ${id} and state = 'running' and worker_id = ${workerId}`);
}

export interface Progress {
  readonly id: string;
  readonly workerId: string;
  readonly customersDone: number;
  readonly afterCustomerId: string;
  readonly figures: SimulationFigures;
}

/** False when it was cancelled, or somebody else is at it: nothing is written then. */
export async function saveProgress(tx: Tx, progress: Progress): Promise<boolean> {
  const { id, workerId, customersDone, afterCustomerId, figures } = progress;
  const changed = await tx.run(sql`
    update collection_strategy_simulation set customers_done = ${customersDone}, after_customer_id = ${afterCustomerId},
        result = ${figuresText(figures)}::jsonb, worker_seen_at = clock_timestamp()
      where company_id = ${tx.company.id} and id = ${id} and state = 'running' and worker_id = ${workerId}`);
  return changed > 0;
}

/** False when it runs no more. */
export async function endSimulation(
  tx: Tx,
  id: string,
  { state, failure }: { readonly state: Exclude<Simulation['state'], 'running'>; readonly failure: string | null },
): Promise<boolean> {
  const changed = await tx.run(sql`
    update collection_strategy_simulation set state = ${state}, failure = ${failure}, ended_at = ${tx.recordedAt}, worker_id = null,
        worker_seen_at = null
      where company_id = ${tx.company.id} and id = ${id} and state = 'running'`);
  return changed > 0;
}

/** Goes on behind the last customer that is counted. */
export async function reopenSimulation(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update collection_strategy_simulation set state = 'running', failure = null, ended_at = null
      where company_id = ${tx.company.id} and id = ${id}`);
}

/** Of customers that the figures name. */
export async function namesOfCustomers(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { readonly number: string; readonly name: string }>> {
  const rows = await tx.all<{ id: string; number: string; name: string }>(sql`
    select id, number, name from customer where company_id = ${tx.company.id} and id = any(${ids}::uuid[])`);
  return new Map(rows.map(({ id, ...named }) => [id, named]));
}
