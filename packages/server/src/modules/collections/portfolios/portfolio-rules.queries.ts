/** Versions of the rules by which customers belong to people. Only ever added to; the last one holds. */
import type { PortfolioRule, PortfolioRules, RuleCondition } from '@quittance/core/portfolios';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface RulesVersion extends Omit<PortfolioRules, 'defaultOwnerId'> {
  /** Null: the version holds nothing, nobody looks after anybody. */
  readonly defaultOwnerId: string | null;
  readonly number: number;
  readonly reason: string;
  /** The version whose rules it brings back. */
  readonly restores: number | null;
  readonly madeAt: string;
  readonly madeByName: string;
}

/** Bounds as text: jsonb has no integers of 64 bits. */
type StoredCondition =
  | Exclude<RuleCondition, { kind: 'balance' }>
  | { readonly kind: 'balance'; readonly fromMinor: string | null; readonly belowMinor: string | null };
type StoredRule = Omit<PortfolioRule, 'conditions'> & { readonly conditions: readonly StoredCondition[] };
type StoredVersion = Omit<RulesVersion, 'rules'> & { readonly rules: readonly StoredRule[] };

const VERSION = sql`
  select number, rules, default_owner_id as "defaultOwnerId", reason, restores, made_at as "madeAt", made_by_name as "madeByName"
    from portfolio_rules`;

export type HoldingRules = RulesVersion & PortfolioRules;

/** The version in force; undefined where nobody has written any, or the last one holds nothing. */
export async function rulesInForce(tx: Tx): Promise<HoldingRules | undefined> {
  const last = await lastRules(tx);
  return last === undefined || last.defaultOwnerId === null
    ? undefined
    : { ...last, defaultOwnerId: last.defaultOwnerId };
}

/** Whether it holds anything or not. */
export async function lastRules(tx: Tx): Promise<RulesVersion | undefined> {
  const row = await tx.maybe<StoredVersion>(
    sql`${VERSION} where company_id = ${tx.company.id} order by number desc limit 1`,
  );
  return row && versionOf(row);
}

export async function findRulesVersion(tx: Tx, number: number): Promise<RulesVersion | undefined> {
  const row = await tx.maybe<StoredVersion>(sql`${VERSION} where company_id = ${tx.company.id} and number = ${number}`);
  return row && versionOf(row);
}

export async function listRulesVersions(
  tx: Tx,
  page: { readonly before: number | undefined; readonly limit: number },
): Promise<RulesVersion[]> {
  const rows = await tx.all<StoredVersion>(sql`
    ${VERSION} where company_id = ${tx.company.id} and number < ${page.before ?? NUMBER_MAX}
      order by number desc limit ${page.limit}`);
  return rows.map(versionOf);
}

const NUMBER_MAX = 2_147_483_647; // of the column

/** Its number. Two at once: the second is refused by the key and may be asked for again. */
export async function insertRules(
  tx: Tx,
  { rules, defaultOwnerId, reason, restores }: Pick<RulesVersion, 'rules' | 'defaultOwnerId' | 'reason' | 'restores'>,
): Promise<number> {
  const stored = JSON.stringify(rules.map((rule) => ({ ...rule, conditions: rule.conditions.map(storedCondition) })));
  const row = await tx.one<{ number: number }>(sql`
    insert into portfolio_rules (company_id, number, rules, default_owner_id, reason, restores, made_at, made_by, made_by_name)
      select ${tx.company.id}, coalesce(max(number), 0) + 1, ${stored}::jsonb, ${defaultOwnerId}::uuid, ${reason}, ${restores}::int,
          ${tx.recordedAt}::timestamptz, ${tx.actor.id}::uuid, ${tx.actor.name}
        from portfolio_rules where company_id = ${tx.company.id} returning number`);
  return row.number;
}

function storedCondition(condition: RuleCondition): StoredCondition {
  if (condition.kind !== 'balance') return condition;
  const text = (bound: bigint | null) => (bound === null ? null : bound.toString());
  return { kind: 'balance', fromMinor: text(condition.fromMinor), belowMinor: text(condition.belowMinor) };
}

function versionOf(row: StoredVersion): RulesVersion {
  return { ...row, rules: row.rules.map((rule) => ({ ...rule, conditions: rule.conditions.map(conditionOf) })) };
}

function conditionOf(condition: StoredCondition): RuleCondition {
  if (condition.kind !== 'balance') return condition;
  const bound = (text: string | null) => (text === null ? null : BigInt(text));
  return { kind: 'balance', fromMinor: bound(condition.fromMinor), belowMinor: bound(condition.belowMinor) };
}
