/** Plans that bear interest: what was agreed, how their parts stand, and what was asked of it so far. */
import type { LocalDate } from '@quittance/core/calendar';
import type { DayCount } from '@quittance/core/interest';
import type { PlanPartStanding } from '@quittance/core/promises';
import { type Query, sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

export interface PlanWithInterest {
  readonly id: string;
  readonly customerId: string;
  readonly currency: string;
  readonly principalMinor: bigint;
  readonly basisPoints: number;
  readonly dayCount: DayCount;
  readonly fromOn: LocalDate;
  readonly madeAt: string;
  /** Charged with notes that stand, or waived. */
  readonly askedMinor: bigint;
  /** By their days. */
  readonly parts: readonly (PlanPartStanding & { readonly promiseId: string })[];
}

type Wanted = { readonly planIds: readonly string[] } | { readonly customerIds: readonly string[] };

export async function plansWithInterest(tx: Tx, wanted: Wanted): Promise<PlanWithInterest[]> {
  const which: Query =
    'planIds' in wanted
      ? sql`n.id = any(${wanted.planIds}::uuid[])`
      : sql`n.customer_id = any(${wanted.customerIds}::uuid[])`;
  return tx.all(sql`
    select n.id, n.customer_id as "customerId", n.currency, n.amount_minor as "principalMinor", n.interest_basis_points as "basisPoints",
        n.interest_day_count as "dayCount", n.interest_from_on as "fromOn", n.made_at as "madeAt",
        (select coalesce(sum(g.interest_minor), 0)::bigint from interest_charge g
          left join item i on i.company_id = g.company_id and i.id = g.item_id
          left join document d on d.company_id = i.company_id and d.id = i.document_id
          where g.company_id = n.company_id and g.plan_id = n.id and d.cancelled_by_entry_id is null) as "askedMinor",
        (select json_agg(json_build_object('promiseId', p.id, 'promisedOn', p.promised_on, 'deadlineOn', p.deadline_on, 'state', p.state,
            'stateOn', p.state_on, 'lastMoneyOn', p.last_money_on) order by p.part)
          from promise p where p.company_id = n.company_id and p.plan_id = n.id) as parts
      from payment_plan n
      where n.company_id = ${tx.company.id} and n.interest_basis_points > 0 and ${which}
      order by n.made_at, n.id`);
}

/** The plans with interest, standing or over, that items are or were in. */
export async function planIdsOfItems(tx: Tx, itemIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.all<{ itemId: string; planIds: string[] }>(sql`
    select i.item_id as "itemId", array_agg(distinct n.id) as "planIds" from promise_item i
      join promise p on p.company_id = i.company_id and p.id = i.promise_id
      join payment_plan n on n.company_id = p.company_id and n.id = p.plan_id and n.interest_basis_points > 0
      where i.company_id = ${tx.company.id} and i.item_id = any(${itemIds}::uuid[]) group by i.item_id`);
  return new Map(rows.map(({ itemId, planIds }) => [itemId, planIds]));
}
