/** Versions of a company's strategies, and which one holds. */
import { type Strategy, USUAL_SCORING } from '@quittance/core/strategies';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface StrategyVersion {
  readonly number: number;
  readonly strategies: readonly Strategy[];
  readonly reason: string;
  readonly proposedAt: string;
  readonly proposedByName: string;
}

type StoredStrategy = Omit<Strategy, 'scoring'> & Partial<Pick<Strategy, 'scoring'>>;

/** As it was proposed: versions from before strategies had scoring rules have none. */
interface StoredVersion extends Omit<StrategyVersion, 'strategies'> {
  readonly strategies: readonly StoredStrategy[];
}

/** A version stays what it was: what it does not say of scoring is as everybody was ranked then. */
function wholeVersion({ strategies, ...version }: StoredVersion): StrategyVersion {
  const scored = strategies.map((strategy) => ({ ...strategy, scoring: { ...USUAL_SCORING, ...strategy.scoring } }));
  return { ...version, strategies: scored };
}

const VERSION = sql`
  number, strategies, reason, proposed_at as "proposedAt", proposed_by_name as "proposedByName"`;

/** The version that holds; undefined while none does: then nothing is sent. */
export async function strategiesInForce(tx: Tx): Promise<StrategyVersion | undefined> {
  const found = await tx.maybe<StoredVersion>(sql`
    select ${VERSION} from collection_strategy where company_id = ${tx.company.id} and number = (
      select number from collection_strategy_switch where company_id = ${tx.company.id} order by position desc limit 1)`);
  return found && wholeVersion(found);
}

/** 0 while none holds. */
export async function numberInForce(tx: Tx): Promise<number> {
  const found = await tx.maybe<{ number: number }>(sql`
    select number from collection_strategy_switch where company_id = ${tx.company.id} order by position desc limit 1`);
  return found?.number ?? 0;
}

/** The latest first. */
export async function listVersions(tx: Tx, limit: number): Promise<StrategyVersion[]> {
  const found = await tx.all<StoredVersion>(sql`
    select ${VERSION} from collection_strategy where company_id = ${tx.company.id} order by number desc limit ${limit}`);
  return found.map(wholeVersion);
}

export async function findVersion(tx: Tx, number: number): Promise<StrategyVersion | undefined> {
  const found = await tx.maybe<StoredVersion>(
    sql`select ${VERSION} from collection_strategy where company_id = ${tx.company.id} and number = ${number}`,
  );
  return found && wholeVersion(found);
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
