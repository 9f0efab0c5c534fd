/** Runs: how far each has come, and what it brought. */
import type { LocalDate } from '@quittance/core/calendar';
import { noSql, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface DunningRun {
  readonly id: string;
  readonly strategyNumber: number;
  readonly runOn: LocalDate;
  readonly origin: 'hand' | 'schedule';
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly afterCustomerId: string | null;
  readonly customersKnown: number;
  readonly customersDone: number;
  readonly letters: number;
  readonly acts: number;
  readonly items: number;
  readonly heldItems: number;
  readonly askedFunctionalMinor: bigint;
  readonly heldFunctionalMinor: bigint;
  readonly startedAt: string;
  readonly startedByName: string;
  readonly endedAt: string | null;
  readonly failure: string | null;
}

const RUN = sql`
  select id, strategy_number as "strategyNumber", run_on as "runOn", origin, state, after_customer_id as "afterCustomerId",
      customers_known as "customersKnown", customers_done as "customersDone", letters, acts, items, held_items as "heldItems",
      asked_functional_minor as "askedFunctionalMinor", held_functional_minor as "heldFunctionalMinor", started_at as "startedAt",
      started_by_name as "startedByName", ended_at as "endedAt", failure
    from dunning_run`;

export async function insertRun(tx: Tx, run: Pick<DunningRun, 'id' | 'strategyNumber' | 'origin'>): Promise<void> {
  await tx.run(sql`
    insert into dunning_run (company_id, id, strategy_number, run_on, origin, state, started_at, started_by, started_by_name)
      values (${tx.company.id}, ${run.id}, ${run.strategyNumber}, ${tx.today}, ${run.origin}, 'running', ${tx.recordedAt}, ${tx.actor.id},
        ${tx.actor.name})`);
}

export async function findRun(tx: Tx, id: string): Promise<DunningRun | undefined> {
  return tx.maybe(sql`${RUN} where company_id = ${tx.company.id} and id = ${id}`);
}

export async function runningRun(tx: Tx): Promise<DunningRun | undefined> {
  return tx.maybe(sql`${RUN} where company_id = ${tx.company.id} and state = 'running'`);
}

/** Whether a run of the schedule was started on a day. */
export async function wasScheduledOn(tx: Tx, day: LocalDate): Promise<boolean> {
  const found = await tx.maybe(sql`
    select 1 from dunning_run where company_id = ${tx.company.id} and run_on = ${day} and origin = 'schedule'`);
  return found !== undefined;
}

/** The latest first. */
export async function listRuns(
  tx: Tx,
  page: { readonly after: { readonly startedAt: string; readonly id: string } | undefined; readonly limit: number },
): Promise<DunningRun[]> {
  const { after, limit } = page;
  return tx.all(sql`${RUN} where company_id = ${tx.company.id}
    ${after === undefined ? noSql : sql`and (started_at, id) < (${after.startedAt}::timestamptz, ${after.id}::uuid)`}
    order by started_at desc, id desc limit ${limit}`);
}

const SILENT_SECONDS_MAX = 120; // a page takes a second: longer without a word, and nobody is at it any more

/** True when nobody else is at it: from then on it is this worker's. */
export async function takeRun(tx: Tx, id: string, workerId: string): Promise<boolean> {
  const changed = await tx.run(sql`
    update dunning_run set worker_id = ${workerId}, worker_seen_at = clock_timestamp()
      where company_id = ${tx.company.id} and id = ${id} and state = 'running'
        and (worker_seen_at is null or worker_seen_at < clock_timestamp() - make_interval(secs => ${SILENT_SECONDS_MAX}))`);
  return changed > 0;
}

export interface PageOutcome {
  readonly afterCustomerId: string;
  readonly customers: number;
  readonly letters: number;
  readonly acts: number;
  readonly items: number;
  readonly heldItems: number;
  readonly askedFunctionalMinor: bigint;
  readonly heldFunctionalMinor: bigint;
}

/** False when it was cancelled or somebody else is at it: then nothing of the page may stand. */
export async function saveRunPage(
  tx: Tx,
  run: { readonly id: string; readonly workerId: string; readonly customersKnown: number },
  page: PageOutcome,
): Promise<boolean> {
  const changed = await tx.run(sql`
    update dunning_run set after_customer_id = ${page.afterCustomerId}, customers_known = ${run.customersKnown},
        customers_done = customers_done + ${page.customers}, letters = letters + ${page.letters}, acts = acts + ${page.acts},
        items = items + ${page.items}, held_items = held_items + ${page.heldItems},
        asked_functional_minor = asked_functional_minor + ${page.askedFunctionalMinor},
        held_functional_minor = held_functional_minor + ${page.heldFunctionalMinor}, worker_seen_at = clock_timestamp()
      where company_id = ${tx.company.id} and id = ${run.id} and state = 'running' and worker_id = ${run.workerId}`);
  return changed > 0;
}

/** False when it runs no more. */
export async function endRun(
  tx: Tx,
  id: string,
  end: { readonly state: 'done' | 'cancelled' | 'failed'; readonly failure: string | null },
): Promise<boolean> {
  const changed = await tx.run(sql`
    update dunning_run set state = ${end.state}, failure = ${end.failure}, ended_at = ${tx.recordedAt}, worker_id = null, worker_seen_at = null
      where company_id = ${tx.company.id} and id = ${id} and state = 'running'`);
  return changed > 0;
}

/** What was cancelled or broke off goes on behind the last customer that was done. */
export async function reopenRun(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update dunning_run set state = 'running', failure = null, ended_at = null, worker_id = null, worker_seen_at = null
      where company_id = ${tx.company.id} and id = ${id}`);
}
