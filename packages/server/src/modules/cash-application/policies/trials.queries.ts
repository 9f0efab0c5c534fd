/** What versions of the policy would have done on past receipts. */
import type { LocalDate } from '@quittance/core/calendar';
import type { TrialResult } from '@quittance/core/cash-policy';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Trial {
  readonly id: string;
  readonly number: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly result: TrialResult;
  readonly runAt: string;
  readonly runByName: string;
}

/** The latest of each version. */
export async function latestTrials(tx: Tx): Promise<Trial[]> {
  return tx.all(sql`
    select distinct on (number) id, number, from_on as "from", until_on as until, result, run_at as "runAt", run_by_name as "runByName"
      from cash_policy_trial where company_id = ${tx.company.id} order by number, run_at desc, id`);
}

export async function insertTrial(
  tx: Tx,
  trial: Pick<Trial, 'id' | 'number' | 'from' | 'until' | 'result'>,
): Promise<void> {
  await tx.run(sql`
    insert into cash_policy_trial (company_id, id, number, from_on, until_on, result, run_at, run_by, run_by_name)
      values (${tx.company.id}, ${trial.id}, ${trial.number}, ${trial.from}, ${trial.until}, ${JSON.stringify(trial.result)}::jsonb,
        ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name})`);
}
