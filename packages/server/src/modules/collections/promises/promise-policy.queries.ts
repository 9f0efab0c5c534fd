import { minorDigits } from '@quittance/core/money';
import { type PromisePolicy, usualPromisePolicy } from '@quittance/core/promises';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface PolicyInForce extends PromisePolicy {
  /** 0: the usual one; the company has set none. */
  readonly number: number;
  readonly reason: string | null;
  readonly setAt: string | null;
  readonly setByName: string | null;
}

export async function policyInForce(tx: Tx): Promise<PolicyInForce> {
  const set = await tx.maybe<PolicyInForce>(sql`
    select number, tolerance_days as "toleranceDays", counts_business_days as "countsBusinessDays",
        tolerance_basis_points as "toleranceBasisPoints", tolerance_max_minor as "toleranceMaxMinor",
        days_ahead_max as "daysAheadMax", reason, set_at as "setAt",
        set_by_name as "setByName"
      from promise_policy where company_id = ${tx.company.id} order by number desc limit 1`);
  const usual = usualPromisePolicy(minorDigits(tx.company.functionalCurrency));
  return set ?? { ...usual, number: 0, reason: null, setAt: null, setByName: null };
}

/** Its number. Two at once: the second is refused by the key and may be asked for again. */
export async function insertPolicy(tx: Tx, policy: PromisePolicy & { readonly reason: string }): Promise<number> {
  const row = await tx.one<{ number: number }>(sql`
    insert into promise_policy (company_id, number, tolerance_days, counts_business_days, tolerance_basis_points, tolerance_max_minor,
        days_ahead_max, reason, set_at, set_by, set_by_name)
      select ${tx.company.id}, coalesce(max(number), 0) + 1, ${policy.toleranceDays}, ${policy.countsBusinessDays},
          ${policy.toleranceBasisPoints}, ${policy.toleranceMaxMinor}, ${policy.daysAheadMax}, ${policy.reason}, ${tx.recordedAt}, ${tx.actor.id}, ${tx.actor.name}
        from promise_policy where company_id = ${tx.company.id} returning number`);
  return row.number;
}
