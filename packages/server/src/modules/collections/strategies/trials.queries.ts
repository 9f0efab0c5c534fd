/** Trials of versions on past days: how far each has come, and what it counted. */
import type { LocalDate } from '@quittance/core/calendar';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface Trial {
  readonly id: string;
  readonly number: number;
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly customersKnown: number;
  readonly customersDone: number;
  readonly afterCustomerId: string | null;
  readonly result: unknown;
  readonly startedAt: string;
  readonly startedByName: string;
  readonly endedAt: string | null;
  readonly failure: string | null;
}

const TRIAL = sql`
  id, number, from_on as "from", until_on as until, state, customers_known as "customersKnown", customers_done as "customersDone",
  after_customer_id as "afterCustomerId", result, started_at as "startedAt", started_by_name as "startedByName", ended_at as "endedAt",
  failure`;

/** The latest of each version. */
export async function latestTrials(tx: Tx): Promise<Trial[]> {
  return tx.all(sql`
    select distinct on (number) ${TRIAL} from collection_strategy_trial where company_id = ${tx.company.id}
      order by number, started_at desc, id`);
}
