/** Versions of a company's strategies, and which one holds. */
import type { Strategy } from '@quittance/core/strategies';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface StrategyVersion {
  readonly number: number;
  readonly strategies: readonly Strategy[];
  readonly reason: string;
  readonly proposedAt: string;
  readonly proposedByName: string;
}

const VERSION = sql`
  number, strategies, reason, proposed_at as "proposedAt", proposed_by_name as "proposedByName"`;

/** The version that holds; undefined while none does: then nothing is sent. */
export async function strategiesInForce(tx: Tx): Promise<StrategyVersion | undefined> {
  return tx.maybe(sql`
    select ${VERSION} from collection_strategy where company_id = ${tx.company.id} and number = (
      select number from collection_strategy_switch where company_id = ${tx.company.id} order by position desc limit 1)`);
}

/** The latest first. */
export async function listVersions(tx: Tx, limit: number): Promise<StrategyVersion[]> {
  return tx.all(sql`
    select ${VERSION} from collection_strategy where company_id = ${tx.company.id} order by number desc limit ${limit}`);
}

export async function findVersion(tx: Tx, number: number): Promise<StrategyVersion | undefined> {
  return tx.maybe(
    sql`select ${VERSION} from collection_strategy where company_id = ${tx.company.id} and number = ${number}`,
  );
}

const STRATEGIES_LOCK = 7334; // class of the advisory lock under which a company's versions, switches and runs are numbered

/** Until the transaction ends nobody else proposes, switches or starts in this company. */
export async function lockStrategies(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${STRATEGIES_LOCK}, hashtext(${tx.company.id}))`);
}

/** The number it was given. */
export async function insertVersion(
  tx: Tx,
  { strategies, reason }: Pick<StrategyVersion, 'strategies' | 'reason'>,
): Promise<number> {
  const row = await tx.one<{ number: number }>(sql`
    insert into collection_strategy (company_id, number, strategies, reason, proposed_at, proposed_by, proposed_by_name)
      select ${tx.company.id}, coalesce(max(number), 0) + 1, ${JSON.stringify(strategies)}::jsonb, ${reason}, ${tx.recordedAt},
          ${tx.actor.id}, ${tx.actor.name}
        from collection_strategy where company_id = ${tx.company.id}
      returning number`);
  return row.number;
}

export interface StrategySwitch {
  readonly position: number;
  /** 0: none. */
  readonly number: number;
  readonly reason: string;
  readonly switchedAt: string;
  readonly switchedByName: string;
}

/** The latest, which holds, first. */
export async function listSwitches(tx: Tx, limit: number): Promise<StrategySwitch[]> {
  return tx.all(sql`
    select position, number, reason, switched_at as "switchedAt", switched_by_name as "switchedByName"
      from collection_strategy_switch where company_id = ${tx.company.id} order by position desc limit ${limit}`);
}

export async function insertSwitch(tx: Tx, to: Pick<StrategySwitch, 'number' | 'reason'>): Promise<void> {
  await tx.run(sql`
    insert into collection_strategy_switch (company_id, position, number, reason, switched_at, switched_by, switched_by_name)
      select ${tx.company.id}, coalesce(max(position), 0) + 1, ${to.number}, ${to.reason}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}
        from collection_strategy_switch where company_id = ${tx.company.id}`);
}
