/** Trials of versions: how far each has come, what it counted, and the receipts that differ. */
import type { LocalDate } from '@quittance/core/calendar';
import type { Difference, DifferenceKind, DoneAnswer, TrialAnswer, TrialFigures } from '@quittance/core/cash-policy';
import type { SettlementReason } from '@quittance/core/settlement';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export const TRIAL_STATES = ['running', 'done', 'cancelled', 'failed'] as const;

/** Caps counted so far: day, reason, functional minor units. */
export type TallyRows = readonly (readonly [on: string, reason: SettlementReason, functionalMinor: string])[];

/** The last receipt that is counted. */
export interface Checkpoint {
  /** In microseconds. */
  readonly at: string;
  readonly itemId: string;
  readonly tallies: { readonly now: TallyRows; readonly proposed: TallyRows };
}

export interface Trial {
  readonly id: string;
  readonly number: number;
  /** The version it was compared with; 0 is the usual policy. */
  readonly baseNumber: number;
  readonly rules: string | null;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly state: (typeof TRIAL_STATES)[number];
  readonly receiptsKnown: number;
  readonly receiptsDone: number;
  /** So far. */
  readonly result: TrialFigures;
  readonly checkpoint: Checkpoint | null;
  readonly runAt: string;
  readonly runByName: string;
  readonly endedAt: string | null;
  readonly failure: string | null;
}

const TRIAL = sql`
  id, number, base_number as "baseNumber", rules, from_on as "from", until_on as until, state, receipts_known as "receiptsKnown",
  receipts_done as "receiptsDone", result, checkpoint, run_at as "runAt", run_by_name as "runByName", ended_at as "endedAt", failure`;

/** The latest of each version. */
export async function latestTrials(tx: Tx): Promise<Trial[]> {
  return tx.all(sql`
    select distinct on (number) ${TRIAL} from cash_policy_trial where company_id = ${tx.company.id} order by number, run_at desc, id`);
}

export async function findTrial(tx: Tx, id: string): Promise<Trial | undefined> {
  return tx.maybe(sql`select ${TRIAL} from cash_policy_trial where company_id = ${tx.company.id} and id = ${id}`);
}

export async function insertTrial(
  tx: Tx,
  trial: Pick<Trial, 'id' | 'number' | 'baseNumber' | 'rules' | 'from' | 'until' | 'receiptsKnown' | 'result'>,
): Promise<void> {
  await tx.run(sql`
    insert into cash_policy_trial (company_id, id, number, base_number, rules, from_on, until_on, state, receipts_known, result, run_at,
        run_by, run_by_name)
      values (${tx.company.id}, ${trial.id}, ${trial.number}, ${trial.baseNumber}, ${trial.rules}, ${trial.from}, ${trial.until}, 'running',
        ${trial.receiptsKnown}, ${JSON.stringify(trial.result)}::jsonb, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}

/** Trials that run, whoever is at them. */
export async function runningTrials(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(
    sql`select id from cash_policy_trial where company_id = ${tx.company.id} and state = 'running' order by run_at, id`,
  );
  return rows.map(({ id }) => id);
}

/** Longer without a word and nobody is at it any more. */
const SILENT_SECONDS_MAX = 300;

const NOBODY_IS_AT_IT = sql`(worker_seen_at is null or worker_seen_at < clock_timestamp() - make_interval(secs => ${SILENT_SECONDS_MAX}))`;

/** Trials that run and that nobody is at. */
export async function silentTrials(tx: Tx): Promise<string[]> {
  const rows = await tx.all<{ id: string }>(sql`
    select id from cash_policy_trial
      where company_id = ${tx.company.id} and state = 'running' and ${NOBODY_IS_AT_IT} order by run_at, id`);
  return rows.map(({ id }) => id);
}

/** True when nobody else is at it: from then on it is this worker's. */
export async function takeTrial(tx: Tx, id: string, workerId: string): Promise<boolean> {
  const changed = await tx.run(sql`
    update cash_policy_trial set worker_id = ${workerId}, worker_seen_at = clock_timestamp()
      where company_id = ${tx.company.id} and id = ${id} and state = 'running' and ${NOBODY_IS_AT_IT}`);
  return changed > 0;
}

/** Still at it. */
export async function tellAtWork(tx: Tx, id: string, workerId: string): Promise<void> {
  await tx.run(sql`
    update cash_policy_trial set worker_seen_at = clock_timestamp()
      where company_id = ${tx.company.id} and id = ${id} and state = 'running' and worker_id = ${workerId}`);
}

export interface Progress {
  readonly id: string;
  readonly workerId: string;
  readonly receiptsDone: number;
  readonly result: TrialFigures;
  readonly checkpoint: Checkpoint;
  readonly differences: readonly (Difference & { readonly receiptItemId: string; readonly answers: Answers })[];
}

export interface Answers {
  readonly now: TrialAnswer;
  readonly proposed: TrialAnswer;
  readonly done: DoneAnswer | null;
}

/** False when it was cancelled, or somebody else is at it: nothing is written then. */
export async function saveProgress(tx: Tx, progress: Progress): Promise<boolean> {
  const { id, workerId, receiptsDone, result, checkpoint, differences } = progress;
  const changed = await tx.run(sql`
    update cash_policy_trial set receipts_done = ${receiptsDone}, result = ${JSON.stringify(result)}::jsonb,
        checkpoint = ${JSON.stringify(checkpoint)}::jsonb, worker_seen_at = clock_timestamp()
      where company_id = ${tx.company.id} and id = ${id} and state = 'running' and worker_id = ${workerId}`);
  if (changed === 0) return false;
  if (differences.length > 0) await insertDifferences(tx, id, differences);
  return true;
}

async function insertDifferences(tx: Tx, trialId: string, rows: Progress['differences']): Promise<void> {
  await tx.run(sql`
    insert into cash_policy_difference (company_id, trial_id, position, receipt_item_id, kind, is_otherwise, answers)
      select ${tx.company.id}, ${trialId}, (select coalesce(max(position), 0) from cash_policy_difference
            where company_id = ${tx.company.id} and trial_id = ${trialId}) + row_number() over (),
          "receiptItemId", kind, "isOtherwise", answers
        from json_to_recordset(${JSON.stringify(rows)}) as d ("receiptItemId" uuid, kind text, "isOtherwise" boolean, answers jsonb)`);
}

export interface TrialEnd {
  readonly state: Exclude<Trial['state'], 'running'>;
  readonly failure: string | null;
}

/** False when it runs no more. */
export async function endTrial(tx: Tx, id: string, { state, failure }: TrialEnd): Promise<boolean> {
  const changed = await tx.run(sql`
    update cash_policy_trial set state = ${state}, failure = ${failure}, ended_at = ${tx.recordedAt}, worker_id = null, worker_seen_at = null
      where company_id = ${tx.company.id} and id = ${id} and state = 'running'`);
  return changed > 0;
}

/** Goes on where it stood. */
export async function reopenTrial(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`
    update cash_policy_trial set state = 'running', failure = null, ended_at = null
      where company_id = ${tx.company.id} and id = ${id}`);
}

export interface DifferencePage {
  readonly trialId: string;
  readonly kind?: DifferenceKind | undefined;
  /** Only those that the version posts otherwise than it was done. */
  readonly isOtherwise?: boolean | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}

export interface KeptDifference extends Difference {
  readonly position: number;
  readonly receiptItemId: string;
  readonly answers: Answers;
}

/** In the order in which they were first decided. */
export async function listDifferences(tx: Tx, page: DifferencePage): Promise<KeptDifference[]> {
  const only = (given: unknown, condition: Query) => (given === undefined ? sql`` : sql`and ${condition}`);
  return tx.all(sql`
    select position, receipt_item_id as "receiptItemId", kind, is_otherwise as "isOtherwise", answers from cash_policy_difference
      where company_id = ${tx.company.id} and trial_id = ${page.trialId}
        ${only(page.kind, sql`kind = ${page.kind}`)}
        ${only(page.isOtherwise, sql`is_otherwise = ${page.isOtherwise}`)}
        ${only(page.after, sql`position > ${page.after}`)}
      order by position limit ${page.limit}`);
}
