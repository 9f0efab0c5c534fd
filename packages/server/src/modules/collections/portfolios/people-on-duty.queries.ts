import type { Role } from '@quittance/core/permissions';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** By customer; those whom nobody looks after are left out. */
export async function ownersOfCustomers(tx: Tx, customerIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.lists<[string, string]>(sql`
    select customer_id, owner_id from portfolio_assignment
      where company_id = ${tx.company.id} and customer_id = any(${customerIds}::uuid[])`);
  return new Map(rows);
}

export interface PersonHere {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly roles: readonly Role[];
}

/** Everybody who works in the company and may still sign in. */
export function peopleHere(tx: Tx): Promise<PersonHere[]> {
  return tx.all(sql`
    select p.id, a.name, p.locale, m.roles
      from (select person_id, array_agg(role order by role) as roles from membership
        where company_id = ${tx.company.id} group by person_id) m
      join person p on p.id = m.person_id and p.disabled_at is null
      join actor a on a.id = p.id`);
}
