/** Versions of the policy, their trials, and which one holds. */
import { type CashPolicyChanges, NO_CHANGES } from '@quittance/core/cash-policy';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface PolicyVersion {
  readonly number: number;
  readonly changes: CashPolicyChanges;
  readonly reason: string;
  readonly proposedAt: string;
  readonly proposedBy: string;
  readonly proposedByName: string;
}

const VERSION = sql`
  number, changes, reason, proposed_at as "proposedAt", proposed_by as "proposedBy", proposed_by_name as "proposedByName"`;

/** The version that holds, with its changes; undefined while the usual policy does. */
export async function versionInForce(tx: Tx): Promise<Pick<PolicyVersion, 'number' | 'changes'> | undefined> {
  const row = await tx.maybe<Pick<PolicyVersion, 'number' | 'changes'>>(sql`
    select p.number, p.changes
      from (select number from cash_policy_switch where company_id = ${tx.company.id} order by position desc limit 1) s
      join cash_policy p on p.company_id = ${tx.company.id} and p.number = s.number`);
  return row && whole(row);
}

/** A version that is older than a part of the policy changes nothing of it. */
function whole<Version extends { readonly changes: CashPolicyChanges }>(version: Version): Version {
  return { ...version, changes: { ...NO_CHANGES, ...version.changes } };
}

/** The latest first. */
export async function listVersions(tx: Tx, limit: number): Promise<PolicyVersion[]> {
  const rows = await tx.all<PolicyVersion>(sql`
    select ${VERSION} from cash_policy where company_id = ${tx.company.id} order by number desc limit ${limit}`);
  return rows.map(whole);
}

export async function findVersion(tx: Tx, number: number): Promise<PolicyVersion | undefined> {
  const row = await tx.maybe<PolicyVersion>(
    sql`select ${VERSION} from cash_policy where company_id = ${tx.company.id} and number = ${number}`,
  );
  return row && whole(row);
}

const POLICY_LOCK = 7325; // class of the advisory lock under which a company's versions and switches are numbered

/** Until the transaction ends nobody else proposes or switches in this company. */
export async function lockPolicies(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(${POLICY_LOCK}, hashtext(${tx.company.id}))`);
}

/** The number it was given. */
export async function insertVersion(
  tx: Tx,
  version: { readonly changes: CashPolicyChanges; readonly reason: string },
): Promise<number> {
  const row = await tx.one<{ number: number }>(sql`
    insert into cash_policy (company_id, number, changes, reason, proposed_at, proposed_by, proposed_by_name)
      select ${tx.company.id}, coalesce(max(number), 0) + 1, ${JSON.stringify(version.changes)}::jsonb, ${version.reason},
          ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}
        from cash_policy where company_id = ${tx.company.id}
      returning number`);
  return row.number;
}

export interface PolicySwitch {
  readonly position: number;
  /** 0 is the usual policy. */
  readonly number: number;
  readonly trialId: string | null;
  readonly reason: string | null;
  readonly switchedAt: string;
  readonly switchedByName: string;
}

/** The latest, which holds, first. */
export async function listSwitches(tx: Tx, limit: number): Promise<PolicySwitch[]> {
  return tx.all(sql`
    select position, number, trial_id as "trialId", reason, switched_at as "switchedAt", switched_by_name as "switchedByName"
      from cash_policy_switch where company_id = ${tx.company.id} order by position desc limit ${limit}`);
}

export async function insertSwitch(
  tx: Tx,
  to: { readonly number: number; readonly trialId: string | null; readonly reason: string | null },
): Promise<void> {
  await tx.run(sql`
    insert into cash_policy_switch (company_id, position, number, trial_id, reason, switched_at, switched_by, switched_by_name)
      select ${tx.company.id}, coalesce(max(position), 0) + 1, ${to.number}, ${to.trialId}, ${to.reason},
          ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}
        from cash_policy_switch where company_id = ${tx.company.id}`);
}
